INSERT INTO partner_commitment (who, kind, amount, fap, programme, uai, basin, from_year, made_on, due, condition, status)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12);
