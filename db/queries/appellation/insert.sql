INSERT INTO appellation (
  source, rome, label
) VALUES (?1, ?2, ?3);
