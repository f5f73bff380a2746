DELETE FROM action_funding WHERE action = ?1 AND envelope = ?2;
