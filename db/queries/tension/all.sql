SELECT
  source, year, basin, rome, tension, hiring_intensity, labour_shortage, job_instability, hard_conditions,
  geographic_mismatch, training_link, row
FROM tension
ORDER BY id;
