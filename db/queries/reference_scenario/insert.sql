INSERT INTO reference_scenario (id, scenario)
VALUES (1, ?1);
