DELETE FROM surprise WHERE id = ?1;
