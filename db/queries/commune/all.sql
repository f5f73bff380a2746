SELECT
  source, code, name, department, basin, zone, lat, lon, population
FROM commune
ORDER BY id;
