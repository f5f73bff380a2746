SELECT
  source, year, basin, department, region, fap, fap_label, clpe, projects_state, projects, difficult_state,
  difficult, seasonal_state, seasonal, row
FROM survey
ORDER BY id;
