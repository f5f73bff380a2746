DELETE FROM review_outcome
WHERE action IN (SELECT id FROM plan_action WHERE scenario = ?1);
