SELECT
  id, name, trajectory, note
FROM scenario
ORDER BY id;
