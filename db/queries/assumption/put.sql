INSERT INTO assumption (name, scope, low, central, high, origin, edited) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (name, scope) DO UPDATE SET
  low = excluded.low, central = excluded.central, high = excluded.high, origin = excluded.origin, edited = excluded.edited
WHERE (low, central, high, origin, edited)
  IS NOT (excluded.low, excluded.central, excluded.high, excluded.origin, excluded.edited);
