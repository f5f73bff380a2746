DELETE FROM experiment WHERE id = ?1;
