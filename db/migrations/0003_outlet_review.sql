-- What people say of the outlets of programmes. It stands in front of files and catalogue, whose rows stay as they are.
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
