INSERT INTO fap2009_bridge (
  source, rome, qualification, fap2009
) VALUES (?1, ?2, ?3, ?4);
