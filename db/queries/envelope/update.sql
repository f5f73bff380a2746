UPDATE envelope
SET name = ?1, funder = ?2, year = ?3, euros = ?4, pays = ?5, origin = ?6, note = ?7
WHERE id = ?8;
