SELECT
  code, name, region, lat, lon, population
FROM zone
ORDER BY code;
