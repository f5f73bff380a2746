SELECT id, at, who, deed, args, state FROM journal WHERE id = ?1;
