SELECT
  source, rome, label
FROM appellation
ORDER BY id;
