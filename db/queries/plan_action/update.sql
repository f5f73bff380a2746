UPDATE plan_action
SET scenario = ?1, kind = ?2, uai = ?3, basin = ?4, programme = ?5, route = ?6, seats = ?7, to_uai = ?8, to_basin = ?9, rentree = ?10, status = ?11,
  compensation = ?12, fixed_cost = ?13, seat_cost = ?14, asked_by = ?15, note = ?16
WHERE id = ?17;
