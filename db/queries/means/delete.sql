DELETE FROM means WHERE id = ?1;
