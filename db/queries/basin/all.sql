SELECT
  code, name, region, main_department, departments, lat, lon, population
FROM basin
ORDER BY code;
