SELECT
  action, basin
FROM action_basin
ORDER BY action, basin;
