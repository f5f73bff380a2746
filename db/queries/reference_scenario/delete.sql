DELETE FROM reference_scenario WHERE scenario = ?1;
