DELETE FROM plan_action WHERE id = ?1;
