INSERT INTO local_module (
  uai, programme, skill, hours, study_year, rentree, status, note
) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);
