DELETE FROM local_module WHERE id = ?1;
