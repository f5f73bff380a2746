INSERT INTO commune (
  source, code, name, department, basin, zone, lat, lon, population
) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9);
