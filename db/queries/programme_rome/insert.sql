INSERT INTO programme_rome (
  programme, rome, origin
) VALUES (?1, ?2, ?3);
