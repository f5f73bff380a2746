INSERT INTO aid (name, from_day, to_day, level_from, level_to, firm_from, firm_to, euros, origin)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9);
