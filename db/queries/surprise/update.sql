UPDATE surprise
SET noted_on = ?1, text = ?2, basin = ?3, fap = ?4, programme = ?5, decision = ?6
WHERE id = ?7;
