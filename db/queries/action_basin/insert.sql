INSERT INTO action_basin (action, basin)
VALUES (?1, ?2);
