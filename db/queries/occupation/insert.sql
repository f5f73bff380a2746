INSERT INTO occupation (
  code, label, domain, domain_label, scope, skill, typical_levels
) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7);
