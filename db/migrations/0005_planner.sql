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

-- Euros that one funder has for one calendar year.
CREATE TABLE envelope (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  funder TEXT NOT NULL CHECK (funder IN ('region', 'state', 'opco', 'france-2030', 'territoires-industrie', 'firms', 'other')),
  year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2100),
  euros INTEGER NOT NULL CHECK (euros >= 0),
  pays TEXT NOT NULL CHECK (pays IN ('all', 'school', 'apprenticeship', 'continuing', 'equipment')), -- what it may pay
  origin TEXT NOT NULL,                -- where the amount comes from; empty = not said
  note TEXT NOT NULL,                  -- empty = none
  UNIQUE (name, year)
) STRICT;

-- Hiring aid for contracts of apprenticeship, paid to the firm, by date of signature.
CREATE TABLE aid (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  from_day TEXT NOT NULL,              -- ISO 8601, first day included
  to_day TEXT CHECK (to_day >= from_day), -- ISO 8601, last day included; NULL = on
  level_from INTEGER NOT NULL CHECK (level_from BETWEEN 3 AND 7), -- level of the diploma prepared
  level_to INTEGER NOT NULL CHECK (level_to BETWEEN level_from AND 7),
  firm_from INTEGER NOT NULL CHECK (firm_from >= 0), -- employees of the firm, included
  firm_to INTEGER CHECK (firm_to >= firm_from), -- included; NULL = any size
  euros INTEGER NOT NULL CHECK (euros >= 0), -- euros of the first year of a contract
  origin TEXT NOT NULL                 -- where the amount comes from; empty = not said
) STRICT;

-- Niveaux de prise en charge: what an OPCO pays the training centre for a contract of apprenticeship.
CREATE TABLE npec (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL,                  -- RNCP and the number of the fiche, or CFD
  branch TEXT,                         -- IDCC, 4 digits; NULL = any
  from_day TEXT NOT NULL,              -- ISO 8601, first day included
  to_day TEXT CHECK (to_day >= from_day), -- ISO 8601, last day included; NULL = on
  euros INTEGER NOT NULL CHECK (euros >= 0), -- euros of a contract and year
  origin TEXT NOT NULL                 -- where the amount comes from; empty = not said
) STRICT;

-- Euros of an envelope given to an action, in the year of the envelope.
CREATE TABLE action_funding (
  id INTEGER PRIMARY KEY,
  action INTEGER NOT NULL REFERENCES plan_action(id),
  envelope INTEGER NOT NULL REFERENCES envelope(id),
  euros INTEGER NOT NULL CHECK (euros > 0),
  UNIQUE (action, envelope)
) STRICT;
CREATE INDEX action_funding_of ON action_funding (envelope);

-- Skills that ROME codes want, as imported tables have it. They replace the list of the program for the occupations these codes lead to.
CREATE TABLE rome_skill (
  id INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES source(id),
  rome TEXT NOT NULL,                  -- ROME
  skill TEXT NOT NULL,                 -- code of the skill in its table
  label TEXT NOT NULL,                 -- as in the file
  importance TEXT NOT NULL CHECK (importance IN ('core', 'useful')),
  row INTEGER NOT NULL CHECK (row >= 0) -- 1-based row of the file, header included
) STRICT;

-- Skills that diplomas teach, as imported tables have it. They replace the rules of the program for these diplomas.
CREATE TABLE programme_skill (
  id INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES source(id),
  cfd TEXT NOT NULL,                   -- BCN code formation diplôme
  skill TEXT NOT NULL,                 -- code of the skill in its table
  label TEXT NOT NULL,                 -- as in the file
  row INTEGER NOT NULL CHECK (row >= 0) -- 1-based row of the file, header included
) STRICT;

-- Skills wanted on a declared need, beside those of its occupation.
CREATE TABLE need_skill (
  id INTEGER PRIMARY KEY,
  need INTEGER NOT NULL REFERENCES need(id),
  skill TEXT NOT NULL,                 -- code of the skill
  UNIQUE (need, skill)
) STRICT;

-- Hours in which an establishment teaches a skill its programme does not: part of the local third of a BUT, or of a coloration.
CREATE TABLE local_module (
  id INTEGER PRIMARY KEY,
  uai TEXT NOT NULL,                   -- establishment
  programme TEXT NOT NULL,             -- CFD, else RNCP and the number of the fiche
  skill TEXT NOT NULL,                 -- code of the skill
  hours INTEGER NOT NULL CHECK (hours > 0), -- hours of training
  study_year INTEGER NOT NULL CHECK (study_year BETWEEN 1 AND 4), -- 1 = first year of the programme
  rentree INTEGER NOT NULL CHECK (rentree BETWEEN 1990 AND 2100), -- calendar year of the first rentrée
  status TEXT NOT NULL CHECK (status IN ('proposal', 'adopted')),
  note TEXT NOT NULL,                  -- empty = none
  UNIQUE (uai, programme, skill)
) STRICT;

-- What the territory already has, to start from.
CREATE TABLE means (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('workshop', 'trainers', 'heritage', 'territoire-industrie', 'campus')),
  uai TEXT,                            -- establishment of workshops or trainers
  basin TEXT,                          -- bassin d'emploi of trainers or know-how, 4 digits
  basins TEXT NOT NULL,                -- basins of a Territoire d'industrie or a campus, separated by ';'
  nsf TEXT,                            -- speciality of the workshops, NSF group
  fap TEXT,                            -- occupation of the know-how, FAP 2021
  full_time_posts REAL CHECK (full_time_posts > 0), -- full-time equivalents of trainers
  seats INTEGER CHECK (seats >= 0),    -- places more the workshops can take, or those each trainer can
  name TEXT NOT NULL                   -- in a few words; empty = none
) STRICT;

-- What institutions and firms promised; never a person.
CREATE TABLE partner_commitment (
  id INTEGER PRIMARY KEY,
  who TEXT NOT NULL,                   -- institution or firm
  kind TEXT NOT NULL CHECK (kind IN ('posts', 'places', 'money', 'hours')),
  amount INTEGER NOT NULL CHECK (amount > 0), -- posts a year, places a year, euros, or places more
  fap TEXT,                            -- occupation of the posts, FAP 2021
  programme TEXT,                      -- of the places: CFD, else RNCP and the number of the fiche
  uai TEXT,                            -- establishment of the places or hours
  basin TEXT,                          -- basin of the posts or places, 4 digits
  from_year INTEGER CHECK (from_year BETWEEN 1990 AND 2100), -- first year of the posts, first rentrée of the places, year of the euros
  made_on TEXT NOT NULL,               -- ISO day
  due TEXT NOT NULL,                   -- ISO day it must be kept by
  condition TEXT NOT NULL,             -- empty = none
  status TEXT NOT NULL CHECK (status IN ('attendu', 'tenu', 'rompu', 'leve'))
) STRICT;

-- Scenarios tried as small actions that can be taken back.
CREATE TABLE experiment (
  id INTEGER PRIMARY KEY,
  scenario INTEGER NOT NULL UNIQUE REFERENCES scenario(id),
  affordable_loss INTEGER NOT NULL CHECK (affordable_loss >= 0), -- euros, net, until the review
  review_on TEXT NOT NULL              -- ISO day
) STRICT;

-- What nobody had foreseen.
CREATE TABLE surprise (
  id INTEGER PRIMARY KEY,
  noted_on TEXT NOT NULL,              -- ISO day
  text TEXT NOT NULL,
  basin TEXT,                          -- cell it touches: bassin d'emploi, 4 digits
  fap TEXT,                            -- and occupation, FAP 2021
  programme TEXT,                      -- or programme: CFD, else RNCP and the number of the fiche
  decision TEXT NOT NULL,              -- empty = nothing decided yet
  CHECK ((basin IS NULL) = (fap IS NULL)),
  CHECK (basin IS NULL OR programme IS NULL)
) STRICT;

-- Small next steps.
CREATE TABLE next_step (
  id INTEGER PRIMARY KEY,
  what TEXT NOT NULL,
  who TEXT NOT NULL,                   -- institution or firm, never a person; empty = nobody yet
  due TEXT NOT NULL,                   -- ISO day
  done_on TEXT                         -- ISO day; NULL = not done
) STRICT;

-- What became of the cohort that an action brought in at a rentrée: people, NULL = not known yet.
CREATE TABLE review_outcome (
  id INTEGER PRIMARY KEY,
  action INTEGER NOT NULL REFERENCES plan_action(id),
  rentree INTEGER NOT NULL CHECK (rentree BETWEEN 1990 AND 2100), -- calendar year
  entrants INTEGER CHECK (entrants >= 0),
  final_year INTEGER CHECK (final_year >= 0),
  leavers INTEGER CHECK (leavers >= 0),
  graduates INTEGER CHECK (graduates >= 0), -- leavers with the diploma
  in_field INTEGER CHECK (in_field >= 0), -- graduates in a post of the field
  posts INTEGER CHECK (posts >= 0),    -- posts open to them, at most
  source TEXT NOT NULL,                -- institution that told it; empty = unknown
  UNIQUE (action, rentree)
) STRICT;
