SELECT
  id, siret, name, naf, commune, basin, headcount
FROM employer
ORDER BY id;
