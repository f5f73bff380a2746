INSERT INTO journal_row (journal, tab, row_id, before, after) VALUES (?1, ?2, ?3, ?4, ?5);
