INSERT INTO region (
  code, name
) VALUES (?1, ?2);
