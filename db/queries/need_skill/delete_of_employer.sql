DELETE FROM need_skill WHERE need IN (SELECT id FROM need WHERE employer = ?1);
