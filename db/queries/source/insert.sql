INSERT INTO source (
  file, sha256, layout, vintage, producer, licence,
  rows_read, rows_stored, rows_merged, rows_refused, rows_ignored, facts, issues, imported_at
) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14);
