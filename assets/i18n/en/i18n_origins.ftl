# Where the assumptions of a new territory come from, as its file keeps them.
i18n-verbatim = { $text }
i18n-origin-national = national calibration: need 90,000–110,000 a year (Basset and Lluansi, La Fabrique de l’industrie, 2023), BMO 2024
i18n-origin-working = working assumption, to be replaced by observed headcounts
i18n-origin-iut = working assumption: further study after BUT and licence pro, no open source by speciality
i18n-origin-diplomas = InserJeunes (DEPP-DARES), share of leavers with the diploma: about 81% school, 78% apprentices
i18n-origin-field = published order of magnitude (Basset and Lluansi, 2023): 0.5 to 0.7 by programme
i18n-origin-radius = radius by level, great-circle distance between centres of basins; can be changed
i18n-origin-two-sections = two sections of twelve; seats declared by CFA are inflated
i18n-origin-significance = significance threshold of InserJeunes: 20 leavers
i18n-origin-noise = prior: a post 30 km further (10 to 60 km) is taken e times less often; to be estimated again on observed moves (releve calibrate)
i18n-origin-surplus = prior: one person and one post alone match 90 times in 100 (75 to 97); to be estimated again on observed moves (releve calibrate)
i18n-origin-net-cautious = +170,000 industrial jobs by 2030 and +300,000 by 2035 (La Fabrique de l’industrie), a year since 2024
i18n-origin-net-ambitious = industry at 12% of GDP in 2035: 50,000 to 67,000 more industrial jobs a year (La Fabrique de l’industrie)
i18n-origin-gap-share = working assumption: skilled workers and technicians of industrial occupations, among all jobs of industry
i18n-origin-national-projects = BMO 2024 (France Travail): 102,000 non-seasonal projects of skilled workers and 47,000 of technicians
i18n-origin-newcomers = working assumption, without open source: 0 for constant entrants, 1 for entrants who are all new
