SELECT
  id, code, branch, from_day, to_day, euros, origin
FROM npec
ORDER BY code, branch, from_day, id;
