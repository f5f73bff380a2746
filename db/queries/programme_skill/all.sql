SELECT
  source, cfd, skill, label, row
FROM programme_skill
ORDER BY id;
