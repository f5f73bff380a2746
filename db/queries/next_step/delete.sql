DELETE FROM next_step WHERE id = ?1;
