SELECT
  id, uai, programme, skill, hours, study_year, rentree, status, note
FROM local_module
ORDER BY uai, programme, study_year, skill;
