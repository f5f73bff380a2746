-- Version 2: contours of places and job titles, both told by imported files.

-- Contours of places, for the map only.
CREATE TABLE contour (
  id INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES source(id),
  kind TEXT NOT NULL CHECK (kind IN ('basin', 'zone', 'department', 'region')),
  code TEXT NOT NULL,                  -- code of the place in the nomenclature of its kind
  name TEXT NOT NULL,                  -- as the file writes it; empty = none
  land BLOB NOT NULL,                  -- polygons, rings, corners: see src/store/contour.rs
  row INTEGER NOT NULL CHECK (row >= 0) -- 1-based feature of the file
) STRICT;

-- Job titles (appellations) of ROME codes.
CREATE TABLE appellation (
  id INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES source(id),
  rome TEXT NOT NULL,                  -- ROME
  label TEXT NOT NULL                  -- « Soudeur / Soudeuse TIG »
) STRICT;
