SELECT id, at, who, deed, args, state FROM journal WHERE state = 'done' ORDER BY id DESC LIMIT 1;
