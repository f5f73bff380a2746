INSERT INTO territory (id, name, nature) VALUES (1, ?1, ?2)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, nature = excluded.nature;
