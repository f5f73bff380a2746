SELECT
  source, uai, cfd, mefstat, label, route, session, year_of_study, seats, entrants, wishes, wishes_kind,
  final_year, lat, lon, placeholder_seats, row
FROM section
ORDER BY id;
