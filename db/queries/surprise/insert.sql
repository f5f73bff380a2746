INSERT INTO surprise (noted_on, text, basin, fap, programme, decision)
VALUES (?1, ?2, ?3, ?4, ?5, ?6);
