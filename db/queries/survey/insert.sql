INSERT INTO survey (
  source, year, basin, department, region, fap, fap_label, clpe, projects_state, projects, difficult_state,
  difficult, seasonal_state, seasonal, row
) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15);
