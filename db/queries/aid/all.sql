SELECT
  id, name, from_day, to_day, level_from, level_to, firm_from, firm_to, euros, origin
FROM aid
ORDER BY name, level_from, firm_from, from_day, id;
