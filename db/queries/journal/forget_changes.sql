DELETE FROM temp.deed_change;
