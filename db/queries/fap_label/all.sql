SELECT
  source, code, label
FROM fap_label
ORDER BY id;
