INSERT INTO review_outcome (action, rentree, entrants, final_year, leavers, graduates, in_field, posts, source)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9);
