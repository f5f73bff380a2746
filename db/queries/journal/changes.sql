SELECT tab, row_id, kind, before, after FROM temp.deed_change ORDER BY seq;
