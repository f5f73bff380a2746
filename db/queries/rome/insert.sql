INSERT INTO rome (
  source, code, label, parent
) VALUES (?1, ?2, ?3, ?4);
