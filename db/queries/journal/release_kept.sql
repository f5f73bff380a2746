DELETE FROM journal_row WHERE journal = ?1 AND before IS NULL;
