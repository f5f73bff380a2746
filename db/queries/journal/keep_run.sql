INSERT INTO journal_row (journal, tab, row_id, after)
SELECT ?1, ?2, id, row_image({columns}) FROM main.{table} WHERE id BETWEEN ?3 AND ?4 ORDER BY id;
