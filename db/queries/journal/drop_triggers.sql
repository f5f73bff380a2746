DROP TRIGGER temp.{table}_inserted;
DROP TRIGGER temp.{table}_updated;
DROP TRIGGER temp.{table}_deleted;
