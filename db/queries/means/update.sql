UPDATE means
SET kind = ?1, uai = ?2, basin = ?3, basins = ?4, nsf = ?5, fap = ?6, full_time_posts = ?7, seats = ?8, name = ?9
WHERE id = ?10;
