INSERT INTO outcome (
  source, scope, place, route, target, diploma, nsf, vintage, cohorts, final_year, continuing, leavers,
  continuing_rate, employment_6, employment_12, employment_18, employment_24, row
) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18);
