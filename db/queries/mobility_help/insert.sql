INSERT INTO mobility_help (scenario, kind, basin, people, km, person_cost, fixed_cost, from_year, until_year, status, note)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11);
