SELECT type, name, tbl_name, coalesce(sql, '')
FROM main.sqlite_schema
ORDER BY type, name, tbl_name;
