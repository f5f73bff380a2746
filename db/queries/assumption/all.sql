SELECT
  name, scope, low, central, high, origin, edited
FROM assumption
ORDER BY name, scope;
