INSERT INTO employer (siret, name, naf, commune, basin, headcount) VALUES (?1, ?2, ?3, ?4, ?5, ?6);
