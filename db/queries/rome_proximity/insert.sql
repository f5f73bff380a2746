INSERT INTO rome_proximity (
  source, rome_from, rome_to, kind
) VALUES (?1, ?2, ?3, ?4);
