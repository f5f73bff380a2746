DELETE FROM action_funding WHERE envelope = ?1;
