INSERT INTO journal_run (journal, tab, first, last) VALUES (?1, ?2, ?3, ?4);
