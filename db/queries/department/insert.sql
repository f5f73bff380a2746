INSERT INTO department (
  code, name, region
) VALUES (?1, ?2, ?3);
