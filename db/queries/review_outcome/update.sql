UPDATE review_outcome
SET action = ?1, rentree = ?2, entrants = ?3, final_year = ?4, leavers = ?5, graduates = ?6, in_field = ?7, posts = ?8, source = ?9
WHERE id = ?10;
