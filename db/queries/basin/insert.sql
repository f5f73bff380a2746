INSERT INTO basin (
  code, name, region, main_department, departments, lat, lon, population
) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);
