SELECT
  programme, fap, status, confidence, note, who, at
FROM outlet_review
ORDER BY programme, fap;
