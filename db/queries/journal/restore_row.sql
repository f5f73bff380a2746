INSERT INTO main.{table} ({columns}) VALUES ({places});
