DELETE FROM main.{table} WHERE source = ?1;
