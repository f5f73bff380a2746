SELECT
  programme, rome, origin
FROM programme_rome
ORDER BY programme, origin, rome;
