SELECT
  source, kind, code, name, land, row
FROM contour
ORDER BY id;
