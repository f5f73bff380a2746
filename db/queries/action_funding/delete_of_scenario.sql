DELETE FROM action_funding WHERE action IN (SELECT id FROM plan_action WHERE scenario = ?1);
