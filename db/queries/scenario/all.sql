SELECT
  id, name, trajectory, note, EXISTS (SELECT 1 FROM reference_scenario AS r WHERE r.scenario = scenario.id)
FROM scenario
ORDER BY id;
