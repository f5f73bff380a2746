INSERT INTO tension (
  source, year, basin, rome, tension, hiring_intensity, labour_shortage, job_instability, hard_conditions,
  geographic_mismatch, training_link, row
) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12);
