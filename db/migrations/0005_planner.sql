-- The scenario whose actions are decided: they are in force in the reference that every other scenario is compared with.
CREATE TABLE reference_scenario (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  scenario INTEGER NOT NULL REFERENCES scenario(id)
) STRICT;

-- Basins that share a section with the site of its action: its seats are spread equally over all of them.
CREATE TABLE action_basin (
  id INTEGER PRIMARY KEY,
  action INTEGER NOT NULL REFERENCES plan_action(id),
  basin TEXT NOT NULL,                 -- bassin d'emploi, 4 digits
  UNIQUE (action, basin)
) STRICT;

-- Help for those trained in a basin to take posts farther away than the radius of their level.
CREATE TABLE mobility_help (
  id INTEGER PRIMARY KEY,
  scenario INTEGER NOT NULL REFERENCES scenario(id),
  kind TEXT NOT NULL CHECK (kind IN ('transport', 'lodging')),
  basin TEXT NOT NULL,                 -- where they are trained: bassin d'emploi, 4 digits
  people INTEGER NOT NULL CHECK (people > 0), -- helped each year
  km INTEGER NOT NULL CHECK (km > 0),  -- great-circle km added to their radius
  person_cost INTEGER CHECK (person_cost >= 0), -- euros of a person and year; NULL = unknown
  fixed_cost INTEGER NOT NULL CHECK (fixed_cost >= 0), -- euros, once, in the first year
  from_year INTEGER NOT NULL CHECK (from_year BETWEEN 1990 AND 2100), -- first year
  until_year INTEGER CHECK (until_year >= from_year), -- last year; NULL = on
  status TEXT NOT NULL CHECK (status IN ('draft', 'proposal', 'complete', 'request', 'ready-to-vote', 'approved', 'refused')),
  note TEXT NOT NULL                   -- empty = none
) STRICT;
CREATE INDEX mobility_help_of ON mobility_help (scenario);
