SELECT
  id, scenario, affordable_loss, review_on
FROM experiment
ORDER BY id;
