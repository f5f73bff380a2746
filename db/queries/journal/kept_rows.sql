SELECT tab, row_id, after FROM journal_row WHERE journal = ?1 AND before IS NULL ORDER BY id;
