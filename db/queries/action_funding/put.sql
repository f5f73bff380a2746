INSERT INTO action_funding (action, envelope, euros)
VALUES (?1, ?2, ?3)
ON CONFLICT (action, envelope) DO UPDATE SET euros = excluded.euros;
