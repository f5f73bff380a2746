INSERT INTO programme_skill (
  source, cfd, skill, label, row
) VALUES (?1, ?2, ?3, ?4, ?5);
