UPDATE partner_commitment
SET who = ?1, kind = ?2, amount = ?3, fap = ?4, programme = ?5, uai = ?6, basin = ?7, from_year = ?8, made_on = ?9, due = ?10, condition = ?11, status = ?12
WHERE id = ?13;
