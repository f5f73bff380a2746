SELECT severity, file, row, column_name, value, reason, remedy FROM source_issue WHERE source = ?1 ORDER BY id;
