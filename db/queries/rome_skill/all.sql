SELECT
  source, rome, skill, label, importance, row
FROM rome_skill
ORDER BY id;
