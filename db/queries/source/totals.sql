SELECT id, file, facts, issues FROM source ORDER BY id;
