DELETE FROM mobility_help WHERE scenario = ?1;
