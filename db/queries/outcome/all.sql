SELECT
  source, scope, place, route, target, diploma, nsf, vintage, cohorts, final_year, continuing, leavers,
  continuing_rate, employment_6, employment_12, employment_18, employment_24, row
FROM outcome
ORDER BY id;
