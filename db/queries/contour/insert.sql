INSERT INTO contour (
  source, kind, code, name, land, row
) VALUES (?1, ?2, ?3, ?4, ?5, ?6);
