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
