SELECT
  id, kind, uai, basin, basins, nsf, fap, full_time_posts, seats, name
FROM means
ORDER BY id;
