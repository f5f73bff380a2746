INSERT INTO action_funding (action, envelope, euros)
SELECT ?2, envelope, euros
FROM action_funding
WHERE action = ?1
ORDER BY envelope;
