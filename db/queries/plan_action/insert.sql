INSERT INTO plan_action (
  scenario, kind, uai, basin, programme, route, seats, to_uai, to_basin, rentree, status, compensation, fixed_cost, seat_cost, asked_by, note
)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16);
