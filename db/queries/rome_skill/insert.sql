INSERT INTO rome_skill (
  source, rome, skill, label, importance, row
) VALUES (?1, ?2, ?3, ?4, ?5, ?6);
