SELECT
  id, who, kind, amount, fap, programme, uai, basin, from_year, made_on, due, condition, status
FROM partner_commitment
ORDER BY id;
