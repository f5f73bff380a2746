SELECT id, at, who, deed, args, state FROM journal WHERE state = 'done' AND id > ?1 ORDER BY id DESC;
