UPDATE need
SET employer = ?1, basin = ?2, fap = ?3, year = ?4, posts = ?5, level = ?6, commitment = ?7, declared_on = ?8
WHERE id = ?9;
