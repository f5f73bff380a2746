SELECT
  id, file, sha256, layout, vintage, producer, licence,
  rows_read, rows_stored, rows_merged, rows_refused, rows_ignored, imported_at
FROM source
WHERE id <> 0
ORDER BY id;
