UPDATE employer SET siret = ?1, name = ?2, naf = ?3, commune = ?4, basin = ?5, headcount = ?6 WHERE id = ?7;
