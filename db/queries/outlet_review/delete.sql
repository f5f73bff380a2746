DELETE FROM outlet_review WHERE programme = ?1 AND fap = ?2;
