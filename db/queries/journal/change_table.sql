CREATE TEMP TABLE deed_change (
  seq INTEGER PRIMARY KEY, -- order of the changes inside the deed
  tab INTEGER NOT NULL,    -- rank of the table among the recorded ones
  row_id INTEGER NOT NULL, -- id of the row
  kind INTEGER NOT NULL,   -- 1 inserted, 2 updated, 3 deleted
  before BLOB,             -- image of the row before an update or a deletion
  after BLOB               -- image of the row after an update
);
