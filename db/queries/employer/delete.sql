DELETE FROM employer WHERE id = ?1;
