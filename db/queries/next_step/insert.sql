INSERT INTO next_step (what, who, due, done_on)
VALUES (?1, ?2, ?3, ?4);
