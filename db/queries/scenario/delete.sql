DELETE FROM scenario WHERE id = ?1;
