SELECT id, at, who, deed, args, state FROM journal ORDER BY id DESC LIMIT ?1;
