INSERT INTO envelope (name, funder, year, euros, pays, origin, note)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7);
