SELECT row_image({columns}) FROM main.{table} WHERE id = ?1;
