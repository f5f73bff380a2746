DELETE FROM partner_commitment WHERE id = ?1;
