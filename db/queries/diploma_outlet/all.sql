SELECT
  source, cfd, rncp, rome, row
FROM diploma_outlet
ORDER BY id;
