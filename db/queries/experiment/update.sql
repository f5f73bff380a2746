UPDATE experiment
SET scenario = ?1, affordable_loss = ?2, review_on = ?3
WHERE id = ?4;
