INSERT INTO need (employer, basin, fap, year, posts, level, commitment, declared_on)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);
