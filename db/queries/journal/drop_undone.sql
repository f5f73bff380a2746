DELETE FROM journal_row WHERE journal IN (SELECT id FROM journal WHERE state = 'undone');
DELETE FROM journal_run WHERE journal IN (SELECT id FROM journal WHERE state = 'undone');
UPDATE journal SET state = 'dropped' WHERE state = 'undone';
