SELECT id, layout FROM source ORDER BY id;
