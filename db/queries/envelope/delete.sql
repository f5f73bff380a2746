DELETE FROM envelope WHERE id = ?1;
