DELETE FROM plan_action WHERE scenario = ?1;
