SELECT id, at, who, deed, args, state FROM journal WHERE state = 'undone' ORDER BY id LIMIT 1;
