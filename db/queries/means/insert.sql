INSERT INTO means (kind, uai, basin, basins, nsf, fap, full_time_posts, seats, name)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9);
