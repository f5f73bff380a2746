SELECT id, state FROM journal ORDER BY id;
