-- Everything committed goes into the file itself; the file beside it becomes empty.
PRAGMA wal_checkpoint(TRUNCATE);
