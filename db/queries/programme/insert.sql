INSERT INTO programme (
  code, cfd, rncp, label, diploma, level, years, nsf, previous, next, final_year_mefstats, review
) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12);
