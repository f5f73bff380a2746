# Calcul de l'écart : erreurs, notes au lecteur, formules et leurs données.
market-error-cancelled = Le calcul a été interrompu. Rien n’a changé.
market-error-too-large = Le problème est trop grand pour le calcul ({ $count } éléments). Réduisez le rayon de mobilité ou le territoire.
market-error-nothing-to-edit = Ce territoire n’a pas { $what } : rien à modifier.
market-error-nothing-observed = { $people-n ->
    [one] { $people } personne observée, mais aucun de ces déplacements n’est une possibilité de ce territoire : rien n’a changé. Vérifiez les bassins, les formations et l’année, ou importez les sections et l’enquête de ces lieux.
   *[other] { $people } personnes observées, mais aucun de ces déplacements n’est une possibilité de ce territoire : rien n’a changé. Vérifiez les bassins, les formations et l’année, ou importez les sections et l’enquête de ces lieux.
}
market-error-estimate-outside = Ces déplacements mèneraient l’hypothèse « { $name } » hors de son champ, de { $least } à { $most } minutes : rien n’a changé. Vérifiez les bassins du fichier, ou ajoutez des déplacements et les personnes restées sans poste.
market-no-arc-nobody-trained = aucun sortant de cette formation ou de ce niveau dans ce bassin
market-no-arc-outside-field = métier hors du champ de l’écart
market-no-arc-not-an-outlet = métier qui n’est pas un débouché de la formation
market-no-arc-no-post = aucun poste de ce métier recherché dans ce bassin cette année-là
market-no-arc-beyond-radius = au-delà du rayon de mobilité du niveau
market-calibration-few-people = Moins de 100 personnes : l’intervalle est large, et son calcul lui-même incertain.
market-calibration-many-left-out = Plus d’une personne observée sur cinq est laissée hors de l’estimation : vérifiez les codes du fichier, les rayons de mobilité et les données du territoire.
market-calibration-many-secret = Plus d’une personne sur cinq vient d’effectifs secrets, comptés 2,5 : l’intervalle couvre tout ce qu’ils peuvent cacher, de 1 à 4.
market-calibration-not-covered = Les bassins de formation observés ne forment pas quatre cinquièmes des sortants du calcul : le reste est supposé se comporter comme eux.
market-calibration-at-edge = L’intervalle touche le bord du champ de l’hypothèse : il y est coupé.

market-note-no-survey = Aucune enquête « Besoins en main-d’œuvre » n’est importée pour cette année : le besoin ne compte que les postes déclarés.
market-note-older-survey = L’enquête { $survey } est la plus récente jusqu’à { $year } : elle tient lieu d’estimation pour { $year }.
market-note-needs-of-other-years = { $count-n ->
    [one] { $count } poste déclaré pour une autre année que { $year } n’entre pas dans cet écart.
   *[other] { $count } postes déclarés pour d’autres années que { $year } n’entrent pas dans cet écart.
}
market-note-survey-unplaced = { $count-n ->
    [one] { $count } ligne d’enquête industrielle porte un bassin inconnu du catalogue et n’est pas comptée.
   *[other] { $count } lignes d’enquête industrielles portent un bassin inconnu du catalogue et ne sont pas comptées.
}
market-note-no-supply = Aucune offre de formation n’est importée : le besoin entier apparaît non pourvu.
market-note-no-home-supply = Les fichiers de formation importés ne décrivent aucune formation industrielle du territoire : le besoin entier apparaît non pourvu, sauf par les voisins.
market-note-sections-unusable = { $count-n ->
    [one] { $count } section sans places ni effectif utilisables (valeur absente ou factice) n’est pas comptée.
   *[other] { $count } sections sans places ni effectif utilisables (valeur absente ou factice) ne sont pas comptées.
}
market-note-sections-unplaced = { $count-n ->
    [one] { $count } section n’a pu être située dans aucun bassin et n’est pas comptée.
   *[other] { $count } sections n’ont pu être situées dans aucun bassin et ne sont pas comptées.
}
market-note-older-census = { $count-n ->
    [one] { $count } section d’un recensement plus ancien du même diplôme est écartée : deux recensements ne s’ajoutent pas.
   *[other] { $count } sections d’un recensement plus ancien du même diplôme sont écartées : deux recensements ne s’ajoutent pas.
}
market-note-apprenticeship-seats = { $count-n ->
    [one] Les places déclarées par { $count } section d’apprentissage ne servent qu’à répartir les effectifs régionaux observés, jamais d’effectif.
   *[other] Les places déclarées par { $count } sections d’apprentissage ne servent qu’à répartir les effectifs régionaux observés, jamais d’effectif.
}
market-note-dut-bridge = { $count-n ->
    [one] { $count } section de DUT tient lieu de BUT, ses places partagées également entre les parcours de la spécialité.
   *[other] { $count } sections de DUT tiennent lieu de BUT, leurs places partagées également entre les parcours de la spécialité.
}
market-note-pupils-by-region = { $count-n ->
    [one] { $count } effectif régional de voie scolaire est réparti selon la population des bassins, faute de capacités importées pour ce type de diplôme.
   *[other] { $count } effectifs régionaux de voie scolaire sont répartis selon la population des bassins, faute de capacités importées pour ces types de diplôme.
}
market-note-spread = { $count-n ->
    [one] Position estimée : { $count } origine est répartie sur plusieurs bassins selon leur population.
   *[other] Position estimée : { $count } origines sont réparties sur plusieurs bassins selon leur population.
}
market-note-without-outlet = { $count-n ->
    [one] { $count } formation n’a aucun métier de débouché dans le champ de l’écart et n’entre pas dans le vivier.
   *[other] { $count } formations n’ont aucun métier de débouché dans le champ de l’écart et n’entrent pas dans le vivier.
}
market-note-sections-outside = { $count-n ->
    [one] { $count } section hors du catalogue industriel est laissée de côté.
   *[other] { $count } sections hors du catalogue industriel sont laissées de côté.
}
market-note-border = { $count-n ->
    [one] { $count } bassin est au bord des données : des bassins voisins à portée n’ont pas de données dans ce fichier.
   *[other] { $count } bassins sont au bord des données : des bassins voisins à portée n’ont pas de données dans ce fichier.
}
market-note-final-year-check = { $count-n ->
    [one] Contrôle, voie scolaire : les places du territoire mènent à { $seats } élèves de dernière année, InserJeunes en observe { $observed } par an ({ $count } type de diplôme où les deux sont connus).
   *[other] Contrôle, voie scolaire : les places du territoire mènent à { $seats } élèves de dernière année, InserJeunes en observe { $observed } par an ({ $count } types de diplôme où les deux sont connus).
}
market-note-nearly-nobody = { $count-n ->
    [one] { $count } case où moins d’une personne est à portée d’un besoin d’au moins un poste ({ $posts-n ->
        [one] { $posts } poste non pourvu
       *[other] { $posts } postes non pourvus
    }) compte « avec formation à portée » : une formation existe, mais presque personne n’en sort.
   *[other] { $count } cases où moins d’une personne est à portée d’un besoin d’au moins un poste ({ $posts-n ->
        [one] { $posts } poste non pourvu
       *[other] { $posts } postes non pourvus
    }) comptent « avec formation à portée » : une formation existe, mais presque personne n’en sort.
}

market-formula-need = Besoin en nouveaux sortants = le plus grand de β × (projets − saisonniers) et des postes déclarés, par bassin et métier.
market-formula-outside = Hors de l’écart : projets non saisonniers sans diplôme requis, et de niveau 7.
market-formula-supply = Vivier = effectif de dernière année × (1 − poursuite d’études) × part des diplômés × part qui reste dans le métier, partagé également entre les métiers de débouché. Dernière année = places × remplissage × maintien, ou effectif observé.
market-formula-matching = Appariement certifié : le plus de postes pourvus, puis le moindre déplacement, entre formations et métiers de débouché situés dans le rayon du niveau. Non pourvus = besoin − pourvus.

market-term-projects = Projets de recrutement
market-term-difficult = Jugés difficiles
market-term-seasonal = Saisonniers
market-term-declared = Postes déclarés
market-term-need = Besoin en nouveaux sortants
market-term-unskilled = Sans diplôme requis
market-term-level7 = Niveau 7 hors champ
market-term-supply = Vivier de sortants
market-term-filled = Postes pourvus
market-term-unfilled = Postes non pourvus estimés
market-term-no-training = Sans formation à portée
market-term-not-enough = Avec formation à portée, sortants insuffisants
market-term-reachable = Sortants à portée

market-input-cell = { $cell }
market-input-survey = Enquête, { $fap }, département { $place }
market-input-survey-secret = Enquête, { $fap }, département { $place } (secret statistique : 1 à 4 projets)
market-input-declared = Besoin déclaré par { $employer }
market-input-beta = β, part des projets qui appellent un nouveau sortant ({ $scope })
market-input-radius = Rayon de mobilité, niveau { $scope }
market-input-node = { $programme }, { $route }, { $place }
market-input-section = Section : { $name }
market-input-headcount = Effectif régional observé, réparti sur les bassins

market-route-school = voie scolaire
market-route-apprenticeship = apprentissage
market-route-continuing = formation continue

market-factor-seats = Places
market-factor-fill-rate = Taux de remplissage
market-factor-entrants = Effectif en entrée
market-factor-retention = Maintien jusqu’en dernière année
market-factor-final-year = Effectif de dernière année
market-factor-spread-share = Part attribuée
market-factor-cohorts = Une cohorte parmi celles cumulées
market-factor-leaving-share = Part qui ne poursuit pas d’études
market-factor-diploma-rate = Part des diplômés
market-factor-stays-in-field = Part qui reste dans le métier

market-shrink-narrow = Part observée à l’échelle étroite
market-shrink-leavers = n, sortants de l’échelle étroite, dont la part pèse n/(n+k)
market-shrink-wider = Part de l’échelle plus large, qui pèse k/(n+k)
market-shrink-constant = k, sortants pour lesquels les deux parts pèsent autant

market-doubt-first-wishes = { $count-n ->
    [one] { $count } premier vœu pour { $seats } places : ici des places de plus ne font pas des élèves, le levier est l’attractivité.
   *[other] { $count } premiers vœux pour { $seats } places : ici des places de plus ne font pas des élèves, le levier est l’attractivité.
}
market-doubt-wishes = { $count-n ->
    [one] { $count } vœu non classé pour { $seats } places : ici des places de plus ne font pas des élèves, le levier est l’attractivité.
   *[other] { $count } vœux non classés pour { $seats } places : ici des places de plus ne font pas des élèves, le levier est l’attractivité.
}
market-doubt-vacant-seats = { $count-n ->
    [one] { $count } entrant pour { $seats } places : des places restent vacantes, d’autres le resteraient aussi.
   *[other] { $count } entrants pour { $seats } places : des places restent vacantes, d’autres le resteraient aussi.
}
market-doubt-dut-bridge = Section de DUT tenant lieu de BUT : années d’études et poursuite sont celles du BUT.
market-doubt-spread = Position estimée : la place est partagée entre les bassins du département ou de la région.
market-doubt-further-study = Poursuite d’études non mesurée dans la région : la valeur repose sur une estimation.

# Pénuries : peu de personnes peuvent prendre ces postes, où qu’on les place.
market-shortage = { $posts-n ->
    [0] Moins d’un poste { $what } { $where } n’est accessible { $who }.
    [one] { $posts } poste { $what } { $where } n’est accessible { $who }.
   *[other] { $posts } postes { $what } { $where } ne sont accessibles { $who }.
}
market-shortage-occupation = du métier « { $name } »
market-shortage-occupations = { $count-n ->
    [one] du métier « { $name } » et d’un autre
   *[other] du métier « { $name } » et de { $count } autres
}
market-shortage-basin = dans le bassin « { $name } »
market-shortage-basins = dans { $count } bassins
market-shortage-basins-context = { $context-n ->
    [one] dans { $count } bassins, dont un hors du territoire,
   *[other] dans { $count } bassins, dont { $context } hors du territoire,
}
market-shortage-nobody = à aucun sortant
market-shortage-people = { $people-n ->
    [0] qu’à moins d’un sortant { $from }
    [one] qu’à { $people } sortant { $from }
   *[other] qu’à { $people } sortants { $from }
}
market-shortage-sections = { $count-n ->
    [one] d’une section
   *[other] de { $count } sections
}
market-shortage-headcounts = { $count-n ->
    [one] d’un effectif régional
   *[other] de { $count } effectifs régionaux
}
market-shortage-both = { $sections } et { $headcounts }
market-part-further-study = Poursuite d’études
market-part-evaporation = Évaporation hors métier
market-part-failure = Abandon ou échec
market-part-vacant-seats = Places vacantes
market-part-distance = Éloignement
market-part-level = Niveau inadapté
market-part-adjacent = Métier proche non mobilisé
market-part-no-training = Absence de formation
market-part-not-enough = Insuffisance de formation
market-skill-ouvrier_non_qualifie = Ouvriers non qualifiés
market-skill-ouvrier_qualifie = Ouvriers qualifiés
market-skill-technicien_am = Techniciens et agents de maîtrise
market-skill-ingenieur_cadre = Ingénieurs et cadres
