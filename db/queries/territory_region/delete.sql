DELETE FROM territory_region WHERE region = ?1;
