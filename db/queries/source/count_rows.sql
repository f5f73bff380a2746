SELECT source, count(*) FROM main.{table} GROUP BY source ORDER BY source;
