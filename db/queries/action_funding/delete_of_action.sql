DELETE FROM action_funding WHERE action = ?1;
