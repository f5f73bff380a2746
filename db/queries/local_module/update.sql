UPDATE local_module
SET uai = ?1, programme = ?2, skill = ?3, hours = ?4, study_year = ?5, rentree = ?6, status = ?7, note = ?8
WHERE id = ?9;
