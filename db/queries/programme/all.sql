SELECT
  code, cfd, rncp, label, diploma, level, years, nsf, previous, next, final_year_mefstats, review
FROM programme
ORDER BY code;
