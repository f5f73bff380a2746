INSERT INTO experiment (scenario, affordable_loss, review_on)
VALUES (?1, ?2, ?3);
