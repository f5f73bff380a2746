INSERT INTO crosswalk (
  source, rome, qualification, fap, fap2009, provenance, confidence
) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7);
