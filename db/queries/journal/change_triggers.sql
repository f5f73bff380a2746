CREATE TEMP TRIGGER {table}_inserted AFTER INSERT ON main.{table} BEGIN
  INSERT INTO deed_change (tab, row_id, kind) VALUES ({rank}, NEW.id, 1);
END;
CREATE TEMP TRIGGER {table}_updated AFTER UPDATE ON main.{table} BEGIN
  INSERT INTO deed_change (tab, row_id, kind, before, after)
  VALUES ({rank}, OLD.id, 2, row_image({old}), row_image({new}));
END;
CREATE TEMP TRIGGER {table}_deleted AFTER DELETE ON main.{table} BEGIN
  INSERT INTO deed_change (tab, row_id, kind, before) VALUES ({rank}, OLD.id, 3, row_image({old}));
END;
