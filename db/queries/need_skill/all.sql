SELECT
  need, skill
FROM need_skill
ORDER BY need, skill;
