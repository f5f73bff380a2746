DELETE FROM mobility_help WHERE id = ?1;
