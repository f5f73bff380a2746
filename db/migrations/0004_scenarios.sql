-- Branches of the territory: what would open, change or close. No fact depends on them.
CREATE TABLE scenario (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  trajectory TEXT NOT NULL CHECK (trajectory IN ('stable', 'cautious', 'ambitious')), -- how the need moves after the base year
  note TEXT NOT NULL                   -- empty = none
) STRICT;

-- Decisions of a scenario, each from a rentrée on.
CREATE TABLE plan_action (
  id INTEGER PRIMARY KEY,
  scenario INTEGER NOT NULL REFERENCES scenario(id),
  kind TEXT NOT NULL CHECK (kind IN ('ouverture', 'augmentation', 'diminution', 'fermeture', 'transfert', 'coloration', 'ajustement')),
  uai TEXT,                            -- establishment; NULL = somewhere in the basin
  basin TEXT,                          -- bassin d'emploi, 4 digits; NULL = that of the establishment
  programme TEXT NOT NULL,             -- CFD, else RNCP and the number of the fiche
  route TEXT NOT NULL CHECK (route IN ('scolaire', 'apprentissage', 'continue')),
  seats INTEGER NOT NULL CHECK (seats >= 0), -- places moved, without sign: the kind tells which way
  to_uai TEXT,                         -- establishment a transfer moves them to
  to_basin TEXT,                       -- or basin
  rentree INTEGER NOT NULL CHECK (rentree BETWEEN 1990 AND 2100), -- calendar year of the first rentrée
  status TEXT NOT NULL CHECK (status IN ('draft', 'proposal', 'complete', 'request', 'ready-to-vote', 'approved', 'refused')),
  compensation INTEGER,                -- actions of one number are decided together; NULL = nette
  fixed_cost INTEGER NOT NULL CHECK (fixed_cost >= 0), -- euros, once, at the rentrée
  seat_cost INTEGER CHECK (seat_cost >= 0), -- euros of a place and year of study; NULL = the assumption
  asked_by TEXT NOT NULL,              -- institution that asked; empty = unknown
  note TEXT NOT NULL,                  -- opinions and reasons; empty = none
  CHECK ((uai IS NULL) <> (basin IS NULL)),
  CHECK (to_uai IS NULL OR to_basin IS NULL),
  CHECK ((kind = 'transfert') = (to_uai IS NOT NULL OR to_basin IS NOT NULL))
) STRICT;
CREATE INDEX plan_action_of ON plan_action (scenario);
