INSERT INTO journal (at, who, deed, args, state) VALUES (?1, ?2, ?3, ?4, ?5);
