DELETE FROM action_basin WHERE action = ?1;
