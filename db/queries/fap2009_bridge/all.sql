SELECT
  source, rome, qualification, fap2009
FROM fap2009_bridge
ORDER BY id;
