SELECT
  source, uai, name, commune, department, lat, lon, basin
FROM establishment
ORDER BY id;
