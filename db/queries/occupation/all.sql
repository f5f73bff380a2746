SELECT
  code, label, domain, domain_label, scope, skill, typical_levels
FROM occupation
ORDER BY code;
