UPDATE next_step
SET what = ?1, who = ?2, due = ?3, done_on = ?4
WHERE id = ?5;
