SELECT
  source, rome_from, rome_to, kind
FROM rome_proximity
ORDER BY id;
