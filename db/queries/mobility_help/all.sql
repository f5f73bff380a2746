SELECT
  id, scenario, kind, basin, people, km, person_cost, fixed_cost, from_year, until_year, status, note
FROM mobility_help
ORDER BY scenario, from_year, id;
