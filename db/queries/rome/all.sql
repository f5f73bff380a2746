SELECT
  source, code, label, parent
FROM rome
ORDER BY id;
