INSERT INTO fap_label (
  source, code, label
) VALUES (?1, ?2, ?3);
