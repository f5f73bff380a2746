INSERT INTO source_issue (
  source, severity, file, row, column_name, value, reason, remedy
) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);
