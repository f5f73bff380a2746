SELECT
  source, rome, qualification, fap, fap2009, provenance, confidence
FROM crosswalk
ORDER BY id;
