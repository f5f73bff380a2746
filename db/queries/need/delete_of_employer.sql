DELETE FROM need WHERE employer = ?1;
