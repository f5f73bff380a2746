SELECT
  action, envelope, euros
FROM action_funding
ORDER BY action, envelope;
