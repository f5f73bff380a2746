DELETE FROM action_basin WHERE action IN (SELECT id FROM plan_action WHERE scenario = ?1);
