INSERT INTO zone (
  code, name, region, lat, lon, population
) VALUES (?1, ?2, ?3, ?4, ?5, ?6);
