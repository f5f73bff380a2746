SELECT
  id, noted_on, text, basin, fap, programme, decision
FROM surprise
ORDER BY noted_on, id;
