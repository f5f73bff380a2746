SELECT
  code, name, region
FROM department
ORDER BY code;
