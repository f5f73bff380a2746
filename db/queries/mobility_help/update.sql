UPDATE mobility_help
SET scenario = ?1, kind = ?2, basin = ?3, people = ?4, km = ?5, person_cost = ?6, fixed_cost = ?7, from_year = ?8, until_year = ?9, status = ?10,
  note = ?11
WHERE id = ?12;
