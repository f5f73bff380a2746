SELECT
  id, employer, basin, fap, year, posts, level, commitment, declared_on
FROM need
ORDER BY id;
