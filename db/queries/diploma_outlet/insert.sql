INSERT INTO diploma_outlet (
  source, cfd, rncp, rome, row
) VALUES (?1, ?2, ?3, ?4, ?5);
