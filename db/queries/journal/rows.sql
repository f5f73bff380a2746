SELECT tab, row_id, before, after FROM journal_row WHERE journal = ?1 AND before IS NOT NULL ORDER BY id;
