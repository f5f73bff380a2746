INSERT INTO source (
  id, file, sha256, layout, vintage, producer, licence,
  rows_read, rows_stored, rows_merged, rows_refused, rows_ignored, facts, issues, imported_at
) VALUES (0, '', '', 'catalogue', '', '', '', 0, 0, 0, 0, 0, ?1, 0, ?2);
