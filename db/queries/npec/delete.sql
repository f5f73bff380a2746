DELETE FROM npec WHERE id = ?1;
