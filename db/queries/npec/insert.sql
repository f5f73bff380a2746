INSERT INTO npec (code, branch, from_day, to_day, euros, origin)
VALUES (?1, ?2, ?3, ?4, ?5, ?6);
