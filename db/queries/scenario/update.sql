UPDATE scenario
SET name = ?1, trajectory = ?2, note = ?3
WHERE id = ?4;
