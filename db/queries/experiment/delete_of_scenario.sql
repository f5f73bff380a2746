DELETE FROM experiment WHERE scenario = ?1;
