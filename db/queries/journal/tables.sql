SELECT journal, tab FROM journal_run UNION SELECT journal, tab FROM journal_row ORDER BY 1, 2;
