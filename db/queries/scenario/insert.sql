INSERT INTO scenario (name, trajectory, note)
VALUES (?1, ?2, ?3);
