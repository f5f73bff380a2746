-- A territory file of version 5, filled with invented facts: see tests/it/migrations.rs. Never edited once shipped.
PRAGMA foreign_keys = OFF;
PRAGMA application_id = 0x52454C56;
PRAGMA user_version = 5;
BEGIN TRANSACTION;
CREATE TABLE action_basin (
  id INTEGER PRIMARY KEY,
  action INTEGER NOT NULL REFERENCES plan_action(id),
  basin TEXT NOT NULL,                 -- bassin d'emploi, 4 digits
  UNIQUE (action, basin)
) STRICT;
INSERT INTO "action_basin" VALUES(1,1,'3202');
CREATE TABLE action_funding (
  id INTEGER PRIMARY KEY,
  action INTEGER NOT NULL REFERENCES plan_action(id),
  envelope INTEGER NOT NULL REFERENCES envelope(id),
  euros INTEGER NOT NULL CHECK (euros > 0),
  UNIQUE (action, envelope)
) STRICT;
INSERT INTO "action_funding" VALUES(1,1,1,120000);
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
INSERT INTO "aid" VALUES(1,'Aide d’essai','2026-01-01','2026-12-31',3,4,0,249,5000,'Essai');
CREATE TABLE appellation (
  id INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES source(id),
  rome TEXT NOT NULL,                  -- ROME
  label TEXT NOT NULL                  -- « Soudeur / Soudeuse TIG »
) STRICT;
INSERT INTO "appellation" VALUES(1,4,'H2913','Soudeur / Soudeuse inventé');
CREATE TABLE assumption (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,                  -- key: beta, fill-rate, retention, further-study…
  scope TEXT NOT NULL,                 -- what it applies to; empty = everything
  low REAL NOT NULL,                   -- in the unit of the key (rate 0 to 1, km, seats)
  central REAL NOT NULL,
  high REAL NOT NULL,
  origin TEXT NOT NULL,                -- where the value comes from
  edited INTEGER NOT NULL CHECK (edited IN (0, 1)), -- 1 once a user changed it
  UNIQUE (name, scope),
  CHECK (low <= central AND central <= high)
) STRICT;
INSERT INTO "assumption" VALUES(1,'beta','ouvrier_qualifie',0.55,0.65,0.75,'calage national : besoin 90 000–110 000 par an (Basset et Lluansi, La Fabrique de l''industrie, 2023), BMO 2024',0);
INSERT INTO "assumption" VALUES(2,'beta','technicien_am',0.55,0.65,0.75,'calage national : besoin 90 000–110 000 par an (Basset et Lluansi, La Fabrique de l''industrie, 2023), BMO 2024',0);
INSERT INTO "assumption" VALUES(3,'fill-rate','',0.8,0.88,0.95,'hypothèse de travail, à remplacer par les effectifs observés',0);
INSERT INTO "assumption" VALUES(4,'retention','',0.8,0.88,0.94,'hypothèse de travail, à remplacer par les effectifs observés',0);
INSERT INTO "assumption" VALUES(5,'retention','CS',0.88,0.93,0.97,'hypothèse de travail, à remplacer par les effectifs observés',0);
INSERT INTO "assumption" VALUES(6,'retention','Licence pro',0.88,0.93,0.97,'hypothèse de travail, à remplacer par les effectifs observés',0);
INSERT INTO "assumption" VALUES(7,'further-study','',0.35,0.45,0.55,'hypothèse de travail, à remplacer par les effectifs observés',0);
INSERT INTO "assumption" VALUES(8,'further-study','BUT',0.45,0.55,0.65,'hypothèse de travail : poursuite après BUT et licence pro, sans source ouverte par spécialité',0);
INSERT INTO "assumption" VALUES(9,'further-study','Licence pro',0.15,0.25,0.35,'hypothèse de travail : poursuite après BUT et licence pro, sans source ouverte par spécialité',0);
INSERT INTO "assumption" VALUES(10,'diploma-rate','',0.75,0.8,0.85,'InserJeunes (DEPP-DARES), part des sortants diplômés : environ 81 % voie scolaire, 78 % apprentis',0);
INSERT INTO "assumption" VALUES(11,'diploma-rate','apprentissage',0.73,0.78,0.83,'InserJeunes (DEPP-DARES), part des sortants diplômés : environ 81 % voie scolaire, 78 % apprentis',0);
INSERT INTO "assumption" VALUES(12,'diploma-rate','scolaire',0.76,0.81,0.86,'InserJeunes (DEPP-DARES), part des sortants diplômés : environ 81 % voie scolaire, 78 % apprentis',0);
INSERT INTO "assumption" VALUES(13,'stays-in-field','',0.0,0.55,1.0,'test',1);
INSERT INTO "assumption" VALUES(14,'radius-km','3',30.0,30.0,30.0,'rayon par niveau, distance à vol d''oiseau entre centres de bassins ; hypothèse modifiable',0);
INSERT INTO "assumption" VALUES(15,'radius-km','4',50.0,50.0,50.0,'rayon par niveau, distance à vol d''oiseau entre centres de bassins ; hypothèse modifiable',0);
INSERT INTO "assumption" VALUES(16,'radius-km','5',50.0,50.0,50.0,'rayon par niveau, distance à vol d''oiseau entre centres de bassins ; hypothèse modifiable',0);
INSERT INTO "assumption" VALUES(17,'radius-km','6',100.0,100.0,100.0,'rayon par niveau, distance à vol d''oiseau entre centres de bassins ; hypothèse modifiable',0);
INSERT INTO "assumption" VALUES(18,'apprentice-seat-cap','',24.0,24.0,24.0,'deux sections de douze ; les déclarations des CFA sont gonflées',0);
INSERT INTO "assumption" VALUES(19,'shrinkage','',20.0,20.0,20.0,'seuil de significativité InserJeunes : 20 sortants',0);
CREATE TABLE basin (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,           -- 4 digits, vintage 2024
  name TEXT NOT NULL,
  region TEXT NOT NULL REFERENCES region(code),              -- INSEE region the survey prints it under
  main_department TEXT NOT NULL REFERENCES department(code), -- department where most of its people live
  departments TEXT NOT NULL,           -- every department of the basin, separated by ;
  lat REAL NOT NULL,                   -- population-weighted centroid, WGS84 degrees
  lon REAL NOT NULL,                   -- WGS84 degrees
  population INTEGER NOT NULL CHECK (population >= 0) -- inhabitants
) STRICT;
CREATE TABLE commune (
  id INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES source(id),
  code TEXT NOT NULL,                  -- INSEE commune, 5 characters
  name TEXT NOT NULL,
  department TEXT,                     -- INSEE department
  basin TEXT,                          -- bassin d'emploi, 4 digits
  zone TEXT,                           -- zone d'emploi 2020, 4 digits
  lat REAL,                            -- WGS84 degrees
  lon REAL,                            -- WGS84 degrees
  population INTEGER CHECK (population >= 0), -- inhabitants
  CHECK ((lat IS NULL) = (lon IS NULL))
) STRICT;
CREATE TABLE contour (
  id INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES source(id),
  kind TEXT NOT NULL CHECK (kind IN ('basin', 'zone', 'department', 'region')),
  code TEXT NOT NULL,                  -- code of the place in the nomenclature of its kind
  name TEXT NOT NULL,                  -- as the file writes it; empty = none
  land BLOB NOT NULL,                  -- polygons, rings, corners: see src/store/contour.rs
  row INTEGER NOT NULL CHECK (row >= 0) -- 1-based feature of the file
) STRICT;
INSERT INTO "contour" VALUES(1,3,'region','32','Hauts-de-France',X'010204E0A712C092D604A0C21E000080B5189FC21E000480B51880ADE20400C0B802C0B8020000BFB802',1);
CREATE TABLE crosswalk (
  id INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES source(id),
  rome TEXT NOT NULL,                  -- ROME
  qualification INTEGER NOT NULL CHECK (qualification BETWEEN 0 AND 9), -- ANPE digit: 1–2 OS, 3–4 OQ, 5–6 employé, 7 technicien, 8 AM, 9 cadre, 0 unspecified
  fap TEXT NOT NULL,                   -- FAP 2021
  fap2009 TEXT,                        -- FAP 2009: letter, digit, Z, 2 digits
  provenance TEXT NOT NULL CHECK (provenance IN ('dares_2021', 'dares_2009_bridge', 'expert')),
  confidence INTEGER NOT NULL CHECK (confidence BETWEEN 1 AND 3) -- 1 weak … 3 sure
) STRICT;
INSERT INTO "crosswalk" VALUES(1,0,'H2913',7,'D2X37',NULL,'expert',2);
INSERT INTO "crosswalk" VALUES(2,0,'H2913',8,'D2X38',NULL,'expert',2);
CREATE TABLE department (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,           -- INSEE department: 01–95, 2A, 2B, 971–978
  name TEXT NOT NULL,
  region TEXT NOT NULL REFERENCES region(code) -- INSEE region
) STRICT;
CREATE TABLE diploma_outlet (
  id INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES source(id),
  cfd TEXT,                            -- BCN code formation diplôme
  rncp TEXT,                           -- number of the RNCP fiche
  rome TEXT NOT NULL,                  -- ROME
  row INTEGER NOT NULL CHECK (row >= 0), -- 1-based row of the file, header included
  CHECK (cfd IS NOT NULL OR rncp IS NOT NULL)
) STRICT;
CREATE TABLE employer (
  id INTEGER PRIMARY KEY,
  siret TEXT,                          -- SIRET, 14 digits
  name TEXT NOT NULL,
  naf TEXT,                            -- NAF rév. 2
  commune TEXT,                        -- INSEE commune
  basin TEXT NOT NULL,                 -- bassin d'emploi, 4 digits
  headcount INTEGER CHECK (headcount >= 0) -- employees
) STRICT;
INSERT INTO "employer" VALUES(1,NULL,'Forge inventée',NULL,NULL,'3201',40);
CREATE TABLE employer_contact (
  employer INTEGER PRIMARY KEY REFERENCES employer(id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  email TEXT NOT NULL,                 -- empty = unknown
  phone TEXT NOT NULL                  -- empty = unknown
) STRICT;
INSERT INTO "employer_contact" VALUES(1,'Dominique Exemple','d@exemple.fr','');
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
INSERT INTO "envelope" VALUES(1,'Enveloppe d’essai','france-2030',2027,400000,'all','Essai','');
CREATE TABLE establishment (
  id INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES source(id),
  uai TEXT NOT NULL,                   -- 7 digits and a control letter
  name TEXT NOT NULL,
  commune TEXT,                        -- INSEE commune
  department TEXT,                     -- INSEE department
  lat REAL,                            -- WGS84 degrees
  lon REAL,                            -- WGS84 degrees
  basin TEXT,                          -- bassin d'emploi set by hand or by the demonstration
  CHECK ((lat IS NULL) = (lon IS NULL))
) STRICT;
INSERT INTO "establishment" VALUES(1,1,'0010001W','Lycée inventé',NULL,NULL,NULL,NULL,NULL);
CREATE TABLE experiment (
  id INTEGER PRIMARY KEY,
  scenario INTEGER NOT NULL UNIQUE REFERENCES scenario(id),
  affordable_loss INTEGER NOT NULL CHECK (affordable_loss >= 0), -- euros, net, until the review
  review_on TEXT NOT NULL              -- ISO day
) STRICT;
INSERT INTO "experiment" VALUES(1,1,300000,'2029-09-01');
CREATE TABLE fap2009_bridge (
  id INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES source(id),
  rome TEXT NOT NULL,                  -- ROME
  qualification INTEGER CHECK (qualification BETWEEN 0 AND 9), -- ANPE digit; NULL = the ROME code maps whole
  fap2009 TEXT NOT NULL                -- FAP 2009
) STRICT;
CREATE TABLE fap_label (
  id INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES source(id),
  code TEXT NOT NULL,                  -- FAP 2021
  label TEXT NOT NULL
) STRICT;
CREATE TABLE journal (
  id INTEGER PRIMARY KEY AUTOINCREMENT, -- never reused
  at TEXT NOT NULL,                    -- ISO 8601 with offset
  who TEXT NOT NULL,                   -- user name of the system; empty = unknown
  deed TEXT NOT NULL,                  -- key of the deed; its label is the text deed-<key>
  args TEXT NOT NULL,                  -- JSON array of [name, value]
  state TEXT NOT NULL CHECK (state IN ('base', 'done', 'undone', 'dropped')) -- base = creation, cannot be undone; dropped = undone, then overtaken
) STRICT;
INSERT INTO "journal" VALUES(1,'2026-11-23T07:08:28+00:00','essai','create','[["name","Territoire d’essai"]]','base');
INSERT INTO "journal" VALUES(2,'2026-11-23T07:08:28+00:00','essai','import','[["file","essai.csv"]]','done');
INSERT INTO "journal" VALUES(3,'2026-11-23T07:08:28+00:00','essai','put-need','[["name","Soudeurs"]]','done');
INSERT INTO "journal" VALUES(4,'2026-11-23T07:08:28+00:00','essai','set-territory','[["name","Renommé"]]','dropped');
INSERT INTO "journal" VALUES(5,'2026-11-23T18:21:18+00:00','essai','import','[["file","codes_v1.csv, regions.geojson, titres_v1.csv"]]','done');
INSERT INTO "journal" VALUES(6,'2026-11-23T08:00:00+00:00','essai','read-outlets','[["name","Maintenance → Soudeurs (+1)"]]','done');
INSERT INTO "journal" VALUES(7,'2026-11-23T21:47:43+00:00','','put-scenario','[["name","Plan d’essai"]]','done');
INSERT INTO "journal" VALUES(8,'2026-11-24T02:53:58+00:00','essai','put-envelope','[["name","Enveloppe d’essai"],["year","2027"]]','done');
INSERT INTO "journal" VALUES(9,'2026-11-24T02:54:19+00:00','essai','put-funding-line','[["name","Enveloppe d’essai 2027"],["action","1"],["scenario","Plan d’essai"],["euros","120 000"]]','done');
INSERT INTO "journal" VALUES(10,'2026-11-24T02:54:19+00:00','essai','put-npec','[["name","40025216"],["from","2026-09-01"]]','done');
INSERT INTO "journal" VALUES(11,'2026-11-24T02:54:19+00:00','essai','put-aid','[["name","Aide d’essai"],["from","2026-01-01"]]','done');
INSERT INTO "journal" VALUES(12,'2026-11-24T02:54:19+00:00','essai','put-commitment','[["name","Forge inventée : 30 000 € en 2027"]]','done');
INSERT INTO "journal" VALUES(13,'2026-11-24T02:54:19+00:00','essai','put-experiment','[["name","« Plan d’essai » : 300 000 € au plus"]]','done');
INSERT INTO "journal" VALUES(14,'2026-11-24T02:54:19+00:00','essai','put-step','[["name","Appeler la forge inventée"]]','done');
INSERT INTO "journal" VALUES(15,'2026-11-24T02:54:19+00:00','essai','put-review-outcome','[["name","40025216, 3201, rentrée 2027 (« Plan d’essai »)"]]','done');
INSERT INTO "journal" VALUES(16,'2026-11-24T02:54:19+00:00','essai','put-need-skills','[["need","1"],["count","1"]]','done');
CREATE TABLE journal_row (
  id INTEGER PRIMARY KEY,
  journal INTEGER NOT NULL REFERENCES journal(id),
  tab TEXT NOT NULL,                   -- table
  row_id INTEGER NOT NULL,             -- id of the row in its table
  before BLOB,                         -- image of the row before the deed; NULL = did not exist
  after BLOB                           -- image of the row after the deed; NULL = deleted
) STRICT;
INSERT INTO "journal_row" VALUES(1,3,'assumption',13,X'010D00000000000000030E00000073746179732D696E2D6669656C64030000000002000000000000E03F02333333333333E33F02666666666666E63F03530000006F72647265206465206772616E64657572207075626C69C3A92028426173736574206574204C6C75616E73692C203230323329203A20302C3520C3A020302C372073656C6F6E206C6120666F726D6174696F6E010000000000000000',X'010D00000000000000030E00000073746179732D696E2D6669656C640300000000020000000000000000029A9999999999E13F02000000000000F03F030400000074657374010100000000000000');
CREATE TABLE journal_run (
  id INTEGER PRIMARY KEY,
  journal INTEGER NOT NULL REFERENCES journal(id),
  tab TEXT NOT NULL,                   -- table
  first INTEGER NOT NULL,              -- first id of the run
  last INTEGER NOT NULL,               -- last id of the run
  CHECK (first <= last)
) STRICT;
INSERT INTO "journal_run" VALUES(1,2,'establishment',1,1);
INSERT INTO "journal_run" VALUES(2,2,'outcome',1,1);
INSERT INTO "journal_run" VALUES(3,2,'section',1,1);
INSERT INTO "journal_run" VALUES(4,2,'source',1,1);
INSERT INTO "journal_run" VALUES(5,2,'source_issue',1,1);
INSERT INTO "journal_run" VALUES(6,2,'survey',1,4);
INSERT INTO "journal_run" VALUES(7,3,'employer',1,1);
INSERT INTO "journal_run" VALUES(8,3,'need',1,1);
INSERT INTO "journal_run" VALUES(9,5,'appellation',1,1);
INSERT INTO "journal_run" VALUES(10,5,'contour',1,1);
INSERT INTO "journal_run" VALUES(11,5,'rome',1,1);
INSERT INTO "journal_run" VALUES(12,5,'source',2,4);
INSERT INTO "journal_run" VALUES(13,5,'source_issue',2,2);
INSERT INTO "journal_run" VALUES(14,6,'outlet_review',1,2);
INSERT INTO "journal_run" VALUES(15,7,'plan_action',1,2);
INSERT INTO "journal_run" VALUES(16,7,'scenario',1,1);
INSERT INTO "journal_run" VALUES(17,8,'envelope',1,1);
INSERT INTO "journal_run" VALUES(18,9,'action_funding',1,1);
INSERT INTO "journal_run" VALUES(19,10,'npec',1,1);
INSERT INTO "journal_run" VALUES(20,11,'aid',1,1);
INSERT INTO "journal_run" VALUES(21,12,'partner_commitment',1,1);
INSERT INTO "journal_run" VALUES(22,13,'experiment',1,1);
INSERT INTO "journal_run" VALUES(23,14,'next_step',1,1);
INSERT INTO "journal_run" VALUES(24,15,'review_outcome',1,1);
INSERT INTO "journal_run" VALUES(25,16,'need_skill',1,1);
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
INSERT INTO "local_module" VALUES(1,'0010001W','40025007','S020',20,1,2027,'proposal','');
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
INSERT INTO "means" VALUES(1,'workshop','0010001W',NULL,'','252',NULL,NULL,12,'Ateliers inventés');
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
INSERT INTO "mobility_help" VALUES(1,1,'lodging','3201',10,40,600,5000,2027,2030,'proposal','Essai');
CREATE TABLE need (
  id INTEGER PRIMARY KEY,
  employer INTEGER NOT NULL REFERENCES employer(id),
  basin TEXT NOT NULL,                 -- bassin d'emploi, 4 digits
  fap TEXT NOT NULL,                   -- FAP 2021
  year INTEGER NOT NULL,               -- calendar year of the need
  posts INTEGER NOT NULL CHECK (posts >= 0), -- posts
  level INTEGER CHECK (level BETWEEN 3 AND 8), -- diploma level asked
  commitment TEXT NOT NULL CHECK (commitment IN ('intention', 'engaged', 'funded')),
  declared_on TEXT NOT NULL            -- ISO date
) STRICT;
INSERT INTO "need" VALUES(1,1,'3201','D1X33',2027,3,4,'engaged','2026-11-23');
CREATE TABLE need_skill (
  id INTEGER PRIMARY KEY,
  need INTEGER NOT NULL REFERENCES need(id),
  skill TEXT NOT NULL,                 -- code of the skill
  UNIQUE (need, skill)
) STRICT;
INSERT INTO "need_skill" VALUES(1,1,'S014');
CREATE TABLE next_step (
  id INTEGER PRIMARY KEY,
  what TEXT NOT NULL,
  who TEXT NOT NULL,                   -- institution or firm, never a person; empty = nobody yet
  due TEXT NOT NULL,                   -- ISO day
  done_on TEXT                         -- ISO day; NULL = not done
) STRICT;
INSERT INTO "next_step" VALUES(1,'Appeler la forge inventée','','2026-12-15',NULL);
CREATE TABLE npec (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL,                  -- RNCP and the number of the fiche, or CFD
  branch TEXT,                         -- IDCC, 4 digits; NULL = any
  from_day TEXT NOT NULL,              -- ISO 8601, first day included
  to_day TEXT CHECK (to_day >= from_day), -- ISO 8601, last day included; NULL = on
  euros INTEGER NOT NULL CHECK (euros >= 0), -- euros of a contract and year
  origin TEXT NOT NULL                 -- where the amount comes from; empty = not said
) STRICT;
INSERT INTO "npec" VALUES(1,'40025216','3248','2026-09-01',NULL,9500,'Essai');
CREATE TABLE occupation (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,           -- FAP 2021: letter, digit, X, 2 digits
  label TEXT NOT NULL,
  domain TEXT NOT NULL CHECK (length(domain) = 1), -- first letter of the code
  domain_label TEXT NOT NULL,
  scope TEXT NOT NULL CHECK (scope IN ('core', 'excluded', 'outside')),
  skill TEXT NOT NULL CHECK (skill IN ('ouvrier_non_qualifie', 'ouvrier_qualifie', 'technicien_am', 'ingenieur_cadre')),
  typical_levels TEXT NOT NULL         -- diploma levels 3 to 7, separated by ;
) STRICT;
CREATE TABLE outcome (
  id INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES source(id),
  scope TEXT NOT NULL CHECK (scope IN ('nation', 'region', 'establishment')),
  place TEXT NOT NULL,                 -- INSEE region or UAI; empty for the nation
  route TEXT NOT NULL CHECK (route IN ('scolaire', 'apprentissage', 'continue')),
  target TEXT NOT NULL CHECK (target IN ('cfd', 'mefstat', 'family', 'all_professional')),
  diploma TEXT NOT NULL,               -- CFD, MEFSTAT11 or diploma kind; empty for all_professional
  nsf TEXT NOT NULL,                   -- NSF group of a family; empty = all
  vintage TEXT NOT NULL,               -- as published
  cohorts INTEGER NOT NULL CHECK (cohorts BETWEEN 1 AND 10), -- school years cumulated in the headcounts
  final_year INTEGER CHECK (final_year >= 0), -- people in the final year, all cohorts
  continuing INTEGER CHECK (continuing >= 0), -- of whom went on studying
  leavers INTEGER CHECK (leavers >= 0),       -- leavers, all cohorts
  continuing_rate REAL,                -- further study over final year, 0 to 1
  employment_6 REAL,                   -- employment over leavers at 6 months, 0 to 1
  employment_12 REAL,                  -- at 12 months
  employment_18 REAL,                  -- at 18 months
  employment_24 REAL,                  -- at 24 months
  row INTEGER NOT NULL CHECK (row >= 0) -- 1-based row of the file, header included; 0 = embedded
) STRICT;
INSERT INTO "outcome" VALUES(1,1,'region','32','scolaire','cfd','40025007','','2022_2023',2,80,30,50,0.375,0.5,NULL,NULL,NULL,4);
CREATE TABLE outlet_review (
  id INTEGER PRIMARY KEY,
  programme TEXT NOT NULL,             -- CFD, else RNCP and the number of the fiche
  fap TEXT NOT NULL,                   -- FAP 2021
  status TEXT NOT NULL CHECK (status IN ('to-review', 'checked', 'set-aside', 'added')), -- set-aside = left out of the matching, added = known to no file
  confidence INTEGER CHECK (confidence BETWEEN 1 AND 3), -- 1 weak … 3 sure; NULL = that of the tables
  note TEXT NOT NULL,                  -- why; empty = none
  who TEXT NOT NULL,                   -- user name of the system at the last change; empty = unknown
  at TEXT NOT NULL,                    -- last change, ISO 8601 with offset
  UNIQUE (programme, fap)
) STRICT;
INSERT INTO "outlet_review" VALUES(1,'40025216','D1X33','set-aside',2,'les soudeurs sont formés ailleurs','essai','2026-11-23T08:00:00+00:00');
INSERT INTO "outlet_review" VALUES(2,'40025216','G0A40','added',NULL,'vu avec la branche','essai','2026-11-23T08:00:00+00:00');
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
INSERT INTO "partner_commitment" VALUES(1,'Forge inventée','money',30000,NULL,NULL,NULL,NULL,2027,'2026-11-24','2027-06-30','','attendu');
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
INSERT INTO "plan_action" VALUES(1,1,'ouverture',NULL,'3201','40025216','scolaire',15,NULL,NULL,2027,'proposal',1,250000,9000,'Région d’essai','');
INSERT INTO "plan_action" VALUES(2,1,'transfert',NULL,'3201','40025216','scolaire',12,'0010001W',NULL,2028,'proposal',NULL,250000,NULL,'Région d’essai','');
CREATE TABLE programme (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,           -- CFD, else RNCP and the number of the fiche
  cfd TEXT,                            -- BCN code formation diplôme, 8 characters
  rncp TEXT,                           -- number of the RNCP fiche
  label TEXT NOT NULL,
  diploma TEXT NOT NULL,               -- kind: CAP, CS, BP, BMA, Bac pro, BTS, DUT, BUT, Licence pro, Titre pro, Diplôme agricole
  level INTEGER NOT NULL CHECK (level BETWEEN 3 AND 8), -- French diploma level
  years INTEGER CHECK (years BETWEEN 1 AND 6), -- full duration in years; NULL for titles that last months
  nsf TEXT,                            -- NSF group
  previous TEXT NOT NULL,              -- CFD codes it replaced, separated by ;
  next TEXT NOT NULL,                  -- CFD codes that replace it, separated by ;
  final_year_mefstats TEXT NOT NULL,   -- MEFSTAT11 codes of its final year, separated by ;
  review TEXT                          -- why a human should look at the entry
) STRICT;
CREATE TABLE programme_rome (
  id INTEGER PRIMARY KEY,
  programme TEXT NOT NULL REFERENCES programme(code),
  rome TEXT NOT NULL,                  -- ROME outlet
  origin TEXT NOT NULL CHECK (origin IN ('official', 'added')), -- added = judgement of the catalogue
  UNIQUE (programme, rome, origin)
) STRICT;
CREATE TABLE programme_skill (
  id INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES source(id),
  cfd TEXT NOT NULL,                   -- BCN code formation diplôme
  skill TEXT NOT NULL,                 -- code of the skill in its table
  label TEXT NOT NULL,                 -- as in the file
  row INTEGER NOT NULL CHECK (row >= 0) -- 1-based row of the file, header included
) STRICT;
INSERT INTO "programme_skill" VALUES(1,4,'40025007','100','Souder une pièce inventée',3);
CREATE TABLE reference_scenario (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  scenario INTEGER NOT NULL REFERENCES scenario(id)
) STRICT;
INSERT INTO "reference_scenario" VALUES(1,1);
CREATE TABLE region (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,           -- INSEE region, 2 digits
  name TEXT NOT NULL
) STRICT;
INSERT INTO "region" VALUES(1,'32','Hauts-de-France');
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
INSERT INTO "review_outcome" VALUES(1,1,2027,14,NULL,NULL,NULL,NULL,NULL,'Essai');
CREATE TABLE rome (
  id INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES source(id),
  code TEXT NOT NULL,                  -- ROME: letter A to N, 4 digits
  label TEXT NOT NULL,
  parent TEXT                          -- historic ROME code of a code that exists only in ROME 4
) STRICT;
INSERT INTO "rome" VALUES(1,2,'H2913','Soudage manuel',NULL);
CREATE TABLE rome_proximity (
  id INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES source(id),
  rome_from TEXT NOT NULL,             -- ROME
  rome_to TEXT NOT NULL,               -- ROME
  kind TEXT NOT NULL CHECK (kind IN ('proche', 'evolution'))
) STRICT;
CREATE TABLE rome_skill (
  id INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES source(id),
  rome TEXT NOT NULL,                  -- ROME
  skill TEXT NOT NULL,                 -- code of the skill in its table
  label TEXT NOT NULL,                 -- as in the file
  importance TEXT NOT NULL CHECK (importance IN ('core', 'useful')),
  row INTEGER NOT NULL CHECK (row >= 0) -- 1-based row of the file, header included
) STRICT;
INSERT INTO "rome_skill" VALUES(1,4,'H2913','100','Souder une pièce inventée','core',2);
CREATE TABLE scenario (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  trajectory TEXT NOT NULL CHECK (trajectory IN ('stable', 'cautious', 'ambitious')), -- how the need moves after the base year
  note TEXT NOT NULL                   -- empty = none
) STRICT;
INSERT INTO "scenario" VALUES(1,'Plan d’essai','ambitious','à débattre');
CREATE TABLE section (
  id INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES source(id),
  uai TEXT NOT NULL,                   -- establishment
  cfd TEXT,                            -- BCN code formation diplôme
  mefstat TEXT,                        -- MEFSTAT11
  label TEXT NOT NULL,                 -- label of the file
  route TEXT NOT NULL CHECK (route IN ('scolaire', 'apprentissage', 'continue')),
  session INTEGER NOT NULL,            -- calendar year of the rentrée
  year_of_study INTEGER,               -- year of the course the seats open on, 1 = first
  seats INTEGER CHECK (seats >= 0),    -- places
  entrants INTEGER CHECK (entrants >= 0), -- people observed at entry
  wishes INTEGER CHECK (wishes >= 0),  -- applications
  wishes_kind TEXT CHECK (wishes_kind IN ('first', 'unranked')), -- first = ranked first wishes (Affelnet), unranked = Parcoursup
  final_year INTEGER,                  -- observed final-year headcount, thousandths of a person
  lat REAL,                            -- WGS84 degrees
  lon REAL,                            -- WGS84 degrees
  placeholder_seats INTEGER CHECK (placeholder_seats >= 0), -- a doubtful number of seats, kept apart
  row INTEGER NOT NULL CHECK (row >= 0), -- 1-based row of the file, header included
  CHECK ((wishes IS NULL) = (wishes_kind IS NULL)),
  CHECK ((lat IS NULL) = (lon IS NULL))
) STRICT;
INSERT INTO "section" VALUES(1,1,'0010001W','40025007',NULL,'BAC PRO - Invention','scolaire',2025,1,24,NULL,61,'unranked',11500,50.1,3.3,NULL,2);
CREATE TABLE source (
  id INTEGER PRIMARY KEY,              -- key of the source in this file; 0 = embedded catalogue
  file TEXT NOT NULL,                  -- file name without its folder
  sha256 TEXT NOT NULL UNIQUE,         -- lowercase hexadecimal SHA-256 of the bytes read; empty for row 0
  layout TEXT NOT NULL,                -- stable name of the recognised layout: bmo, parcoursup…; catalogue for row 0
  vintage TEXT NOT NULL,               -- year or label of the data: 2024, 2022_2023
  producer TEXT NOT NULL,              -- producer as cited in reports
  licence TEXT NOT NULL,               -- licence as cited in reports
  rows_read INTEGER NOT NULL CHECK (rows_read >= 0),       -- data rows in the file
  rows_stored INTEGER NOT NULL CHECK (rows_stored >= 0),   -- rows that became one stored fact each
  rows_merged INTEGER NOT NULL CHECK (rows_merged >= 0),   -- rows that repeat or complete a stored fact
  rows_refused INTEGER NOT NULL CHECK (rows_refused >= 0), -- rows refused, each with an issue
  rows_ignored INTEGER NOT NULL CHECK (rows_ignored >= 0), -- rows outside the field of the program
  facts INTEGER NOT NULL CHECK (facts >= 0),               -- facts written for this source, all tables together
  issues INTEGER NOT NULL CHECK (issues >= 0),             -- lines of source_issue written for this source
  imported_at TEXT NOT NULL            -- ISO 8601 with offset
) STRICT;
INSERT INTO "source" VALUES(0,'','','catalogue','','','',0,0,0,0,0,2,0,'2026-11-23T07:08:28+00:00');
INSERT INTO "source" VALUES(1,'essai.csv','00000000000000000000000000000000000000000000000000000000000essai','essai','2024','Producteur inventé','Licence inventée',9,7,0,2,0,7,1,'2026-11-23T07:08:28+00:00');
INSERT INTO "source" VALUES(2,'codes_v1.csv','b52e40a5e4c23fbd854d8596dcc828fa92420d906de92da975c1087c10abcf6a','rome_codes','v1','France Travail, ROME','Licence Ouverte 2.0',1,1,0,0,0,1,0,'2026-11-23T18:21:18+00:00');
INSERT INTO "source" VALUES(3,'regions.geojson','90935e9c392514d48aad9d02dc4809a2135db762d244919a44519b8a2b9aa5d6','contours','2025','fichier de l''utilisateur','selon son producteur',2,1,0,1,0,1,1,'2026-11-23T18:21:18+00:00');
INSERT INTO "source" VALUES(4,'titres_v1.csv','c68326c946608a250a2005f9e18e74e0313d67400e237cff064b2438845116b3','rome_appellations','v1','France Travail, ROME','Licence Ouverte 2.0',3,3,0,0,0,3,0,'2026-11-23T18:21:18+00:00');
CREATE TABLE source_issue (
  id INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES source(id), -- the import
  severity INTEGER NOT NULL CHECK (severity IN (1, 2)), -- 1 refused (not stored), 2 doubtful (stored)
  file TEXT NOT NULL,                  -- file name; archive.zip/inside.csv for an archive
  row INTEGER NOT NULL CHECK (row >= 0), -- 1-based row of the file, header included; 0 = the file as a whole
  column_name TEXT NOT NULL,           -- header of the column; empty = the row as a whole
  value TEXT NOT NULL,                 -- the value as read, cut
  reason TEXT NOT NULL,                -- JSON message {key, args}
  remedy TEXT NOT NULL                 -- JSON message {key, args}
) STRICT;
INSERT INTO "source_issue" VALUES(1,1,1,'essai.csv',7,'met','douze','{"key":"count-rows","args":[["n",3]]}','{"key":"simulated","args":[]}');
INSERT INTO "source_issue" VALUES(2,3,1,'regions.geojson',2,'code','99','{"key":"import-contours-unknown-code","args":[["kind",{"key":"import-contours-of-regions","args":[]}]]}','{"key":"import-contours-fix-code","args":[]}');
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
INSERT INTO "surprise" VALUES(1,'2026-11-20','Un atelier inventé ferme',NULL,NULL,'40025216','');
CREATE TABLE survey (
  id INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES source(id),
  year INTEGER NOT NULL,               -- calendar year of the survey
  basin TEXT NOT NULL,                 -- bassin d'emploi, 4 digits
  department TEXT,                     -- INSEE department
  region TEXT,                         -- INSEE region
  fap TEXT NOT NULL,                   -- FAP 2021, industrial or not
  fap_label TEXT NOT NULL,             -- label of the file
  clpe TEXT NOT NULL,                  -- comité local pour l'emploi, a finer cut; empty = none
  projects_state INTEGER NOT NULL CHECK (projects_state BETWEEN 0 AND 3),
  projects INTEGER,                    -- met: recruitment projects, thousandths
  difficult_state INTEGER NOT NULL CHECK (difficult_state BETWEEN 0 AND 3),
  difficult INTEGER,                   -- xmet: judged difficult, thousandths
  seasonal_state INTEGER NOT NULL CHECK (seasonal_state BETWEEN 0 AND 3),
  seasonal INTEGER,                    -- smet: seasonal, thousandths
  row INTEGER NOT NULL CHECK (row >= 0), -- 1-based row of the sheet, header included
  CHECK ((projects_state = 1) = (projects IS NOT NULL) AND coalesce(projects > 0, 1)),
  CHECK ((difficult_state = 1) = (difficult IS NOT NULL) AND coalesce(difficult > 0, 1)),
  CHECK ((seasonal_state = 1) = (seasonal IS NOT NULL) AND coalesce(seasonal > 0, 1))
) STRICT;
INSERT INTO "survey" VALUES(1,1,2024,'0001','59','32','D1X33','Soudeurs','',1,12000,3,NULL,0,NULL,2);
INSERT INTO "survey" VALUES(2,1,2024,'0002','59','32','D1X33','Soudeurs','',3,NULL,3,NULL,0,NULL,3);
INSERT INTO "survey" VALUES(3,1,2024,'0003','59','32','D1X33','Soudeurs','',2,NULL,3,NULL,0,NULL,4);
INSERT INTO "survey" VALUES(4,1,2024,'0004','59','32','D1X33','Soudeurs','',0,NULL,3,NULL,0,NULL,5);
CREATE TABLE tension (
  id INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES source(id),
  year INTEGER NOT NULL,               -- calendar year
  basin TEXT NOT NULL,                 -- bassin d'emploi, 4 digits
  rome TEXT NOT NULL,                  -- ROME
  tension INTEGER,                     -- global class
  hiring_intensity INTEGER,            -- class
  labour_shortage INTEGER,             -- class
  job_instability INTEGER,             -- class
  hard_conditions INTEGER,             -- class
  geographic_mismatch INTEGER,         -- class
  training_link INTEGER,               -- class
  row INTEGER NOT NULL CHECK (row >= 0) -- 1-based row of the file, header included
) STRICT;
CREATE TABLE territory (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL,                  -- name given by the user
  nature TEXT NOT NULL CHECK (nature IN ('real', 'simulated')) -- simulated = invented for demonstration
) STRICT;
INSERT INTO "territory" VALUES(1,'Territoire d’essai','real');
CREATE TABLE territory_region (
  id INTEGER PRIMARY KEY,
  region TEXT NOT NULL UNIQUE          -- INSEE region, 2 digits
) STRICT;
INSERT INTO "territory_region" VALUES(1,'32');
CREATE TABLE zone (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,           -- 4 digits
  name TEXT NOT NULL,                  -- not unique
  region TEXT NOT NULL REFERENCES region(code), -- most populated INSEE region
  lat REAL NOT NULL,                   -- centroid, WGS84 degrees
  lon REAL NOT NULL,                   -- WGS84 degrees
  population INTEGER NOT NULL CHECK (population >= 0) -- inhabitants
) STRICT;
CREATE INDEX journal_run_of ON journal_run (journal);
CREATE INDEX journal_row_of ON journal_row (journal);
CREATE INDEX plan_action_of ON plan_action (scenario);
CREATE INDEX mobility_help_of ON mobility_help (scenario);
CREATE INDEX action_funding_of ON action_funding (envelope);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('journal',16);
COMMIT;
