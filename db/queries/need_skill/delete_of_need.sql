DELETE FROM need_skill WHERE need = ?1;
