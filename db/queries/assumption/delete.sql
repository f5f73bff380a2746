DELETE FROM assumption WHERE name = ?1 AND scope = ?2;
