SELECT
  id, scenario, kind, uai, basin, programme, route, seats, to_uai, to_basin, rentree, status, compensation, fixed_cost, seat_cost, asked_by, note
FROM plan_action
ORDER BY scenario, rentree, id;
