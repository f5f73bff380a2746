UPDATE npec
SET code = ?1, branch = ?2, from_day = ?3, to_day = ?4, euros = ?5, origin = ?6
WHERE id = ?7;
