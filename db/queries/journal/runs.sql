SELECT tab, first, last FROM journal_run WHERE journal = ?1 ORDER BY id;
