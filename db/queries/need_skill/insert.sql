INSERT INTO need_skill (need, skill)
VALUES (?1, ?2);
