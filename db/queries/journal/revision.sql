SELECT coalesce(max(id), 0) FROM journal WHERE state IN ('base', 'done');
