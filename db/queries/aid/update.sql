UPDATE aid
SET name = ?1, from_day = ?2, to_day = ?3, level_from = ?4, level_to = ?5, firm_from = ?6, firm_to = ?7, euros = ?8, origin = ?9
WHERE id = ?10;
