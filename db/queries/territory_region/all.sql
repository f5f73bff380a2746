SELECT region FROM territory_region ORDER BY region;
