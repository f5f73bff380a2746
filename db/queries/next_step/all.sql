SELECT
  id, what, who, due, done_on
FROM next_step
ORDER BY due, id;
