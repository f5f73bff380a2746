SELECT
  id, name, funder, year, euros, pays, origin, note
FROM envelope
ORDER BY year, id;
