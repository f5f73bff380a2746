DELETE FROM need_skill WHERE need = ?1 AND skill = ?2;
