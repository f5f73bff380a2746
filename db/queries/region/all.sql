SELECT
  code, name
FROM region
ORDER BY code;
