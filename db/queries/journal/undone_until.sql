SELECT id, at, who, deed, args, state FROM journal WHERE state = 'undone' AND id <= ?1 ORDER BY id;
