SELECT name
FROM main.sqlite_schema
WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'journal%' AND name <> 'employer_contact'
ORDER BY name;
