INSERT INTO section (
  source, uai, cfd, mefstat, label, route, session, year_of_study, seats, entrants, wishes, wishes_kind,
  final_year, lat, lon, placeholder_seats, row
) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17);
