INSERT INTO establishment (
  source, uai, name, commune, department, lat, lon, basin
) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);
