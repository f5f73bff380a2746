SELECT journal, tab, before, after FROM journal_row ORDER BY id;
