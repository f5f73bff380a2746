# Textes du rapport.
report-title = Écarts emploi-formation : { $territory }
report-subtitle = Année { $year } · révision { $revision } du fichier · établi le { $date }
report-date = { $day }/{ $month }/{ $year }
report-running = Relève · révision { $revision } · { $date }
report-contents = Sommaire
report-word-table = Tableau
report-word-chart = Graphique
report-word-page = page
report-word-source = Source :
report-word-field = Champ :
report-word-reading = Note de lecture :
report-footer-line = { $word } { $text }
report-title-with-unit = { $title } ({ $unit })
report-list-join = { $first } ; { $second }
report-verbatim = { $text }
report-not-available = n.d.
report-secret = s
report-total = Ensemble
report-compare-title = Comparaison – { $territory }
report-compare-essentials = Ce qui a changé
report-compare-a = A, la référence
report-compare-b = B
report-compare-ends = Une différence est B − A. Ses deux bouts sont ceux que les deux fourchettes permettent ensemble : elles ne sont pas supposées bouger du même côté. Les chiffres sont ceux de l’optique potentielle.
report-compare-unsplit = Les deux côtés ne sont pas des mêmes lieux : le changement n’est pas partagé entre besoin, vivier et appariement.
report-compare-largest = Les plus grands changements, par métier
report-compare-nothing = Aucun métier ne change d’un poste.
report-compare-lines = Ligne à ligne
report-compare-domain = Postes non pourvus par domaine
report-compare-occupation = Postes non pourvus par métier
report-compare-basin = Postes non pourvus par bassin d’emploi
report-compare-zone = Postes non pourvus par zone d’emploi
report-compare-source = A : { $a }. B : { $b }.
report-compare-field = métiers industriels de cœur du territoire, hors postes sans diplôme requis et de niveau 7.
report-compare-withheld = Les lignes retenues le sont en A ou en B : moins de trois employeurs, ou de quoi les retrouver par soustraction.
report-column-compared = Ligne
report-column-need-a = Besoin A
report-column-need-b = Besoin B
report-column-unfilled-a = Non pourvus A
report-column-unfilled-b = Non pourvus B
report-column-difference = Différence
report-column-by-need = Par le besoin
report-column-by-supply = Par le vivier
report-column-by-matching = Par l’appariement
report-sheet-compare-domain = Domaines
report-sheet-compare-occupation = Métiers
report-sheet-compare-basin = Bassins
report-sheet-compare-zone = Zones

report-cited-source = { $producer }, { $vintage }
report-source = { $list } ; calculs Relève.
report-source-own = fichier du territoire, Relève.
report-field-need = { $basins-n ->
    [one] { $basins } bassin d’emploi
   *[other] { $basins } bassins d’emploi
} ({ $territory }), métiers du cœur industriel, projets déclarés pour { $year }.
report-field-supply = formations menant au cœur industriel ({ $territory }), du CAP au BUT, sortants de l’année { $year }.
report-field-gap = { $basins-n ->
    [one] { $basins } bassin d’emploi
   *[other] { $basins } bassins d’emploi
} ({ $territory }), métiers du cœur industriel, hors postes sans diplôme requis et hors niveau 7, année { $year }.
report-field-balance = formations et besoins du territoire ({ $territory }), année { $year } ; sans mobilité entre bassins ni entre domaines.
report-field-territory = fichier « { $territory } ».
report-field-proofs = calcul du territoire et, s’il y en a, des bassins voisins à portée.

# L’essentiel
report-essentials-title = L’essentiel
report-lead = Pour { $year }, le besoin est de { $need } nouveaux sortants de formation dans les métiers de l’industrie ({ $territory }) ; { $unfilled } de ces postes resteraient non pourvus, même en répartissant au mieux les sortants entre les bassins à leur portée.
report-lead-withheld = Les besoins de l’année { $year } ({ $territory }) viennent de moins de trois employeurs : les chiffres du besoin ne peuvent pas être imprimés.
report-key-need = Besoin en nouveaux sortants
report-key-need-note = postes par an, hors saisonniers
report-key-supply = Vivier de sortants
report-key-supply-note = personnes formées ici, diplômées et restant dans le métier
report-key-filled = Postes pourvus
report-key-filled-note = au plus, si chacun trouve le poste à sa portée
report-key-unfilled = Postes non pourvus estimés
report-key-unfilled-note = besoin moins postes pourvus
report-key-coverage = Taux de couverture
report-key-coverage-note = vivier rapporté au besoin
report-key-expected = Pourvus attendus
report-key-expected-note = si chacun choisit comme on l’observe
report-key-friction = Frottement
report-key-friction-note = pourvus au plus moins pourvus attendus, au centre
report-chart-waterfall = Du besoin aux postes non pourvus, valeurs centrales
report-chart-no-training = Sans formation à portée
report-chart-not-enough = Avec formation à portée
report-chart-waterfall-alt = Sur { $need } postes de besoin, { $filled } sont pourvus, { $enough } manquent de sortants à portée et { $absent } n’ont aucune formation à portée.
report-waterfall-reading = sur { $need } postes, { $filled } peuvent être pourvus par des sortants à portée ; { $unfilled } restent non pourvus.
report-shortages-title = Les trois plus fortes pénuries
report-shortages-none = Aucun métier d’aucun bassin ne manque de sortants dans ce calcul.
report-shortage = { $occupation }, bassin « { $basin } » : { $unfilled } postes non pourvus pour un besoin de { $need } ; cause : { $cause }.
report-cause-no-training = sans formation à portée
report-cause-not-enough = avec formation à portée
report-missing-title = Ce qui manque pour mieux lire ces chiffres
report-missing-assumed = { $share } du vivier repose sur au moins un facteur supposé ou estimé, en plus du taux de diplômés et du maintien dans le métier, communs à tous.
report-missing-secret = { $secret-n ->
    [0] Aucune des { $cells } cellules de l’enquête n’est couverte par le secret statistique.
    [one] Une des { $cells } cellules de l’enquête ({ $share }) est couverte par le secret statistique ; elle compte pour une fourchette, jamais pour zéro.
   *[other] { $secret } des { $cells } cellules de l’enquête ({ $share }) sont couvertes par le secret statistique ; elles comptent pour une fourchette, jamais pour zéro.
}
report-missing-outside = Restent hors de l’écart { $unskilled } projets sans diplôme requis et { $engineers } projets de niveau 7, faute de formation comparable dans les données.
report-missing-border = { $basins-n ->
    [one] Un bassin touche un voisin sans données dans ce fichier : le vivier à sa portée y est incomplet.
   *[other] { $basins } bassins touchent des voisins sans données dans ce fichier : le vivier à leur portée y est incomplet.
}

# Comment lire
report-read-title = Comment lire ce rapport
report-read-intro = Ce rapport ({ $territory }) compare les postes industriels qui demandent de nouveaux sortants de formation et les personnes que les formations rendent disponibles. L’outil propose ; les personnes décident.
report-read-range = Fourchette
report-read-range-is = Chaque estimation porte une valeur centrale et, dessous, une fourchette basse–haute. La fourchette des postes non pourvus va du besoin bas avec le vivier haut au besoin haut avec le vivier bas. Un chiffre central sans sa fourchette ne se cite pas.
report-read-need = Besoin en nouveaux sortants
report-read-need-is = Part des projets de recrutement non saisonniers qui appelle un débutant formé (coefficient β), ou nombre déclaré par les employeurs s’il est plus grand. Les projets, les projets jugés difficiles, les saisonniers et les besoins déclarés restent affichés à part et ne s’additionnent pas.
report-read-supply = Vivier de sortants
report-read-supply-is = Sortants diplômés qui restent dans le métier de leur formation, avec ou sans emploi : un sortant sans emploi est disponible. Dans les tableaux qui s’additionnent, une personne est partagée à parts égales entre les métiers auxquels elle peut prétendre.
report-read-unfilled = Postes non pourvus estimés
report-read-unfilled-is = Ce qui reste après la meilleure répartition possible des sortants, chacun dans un métier de sa formation, à un niveau admis et dans le rayon de mobilité de son niveau. C’est un minimum : les frottements du marché du travail s’y ajoutent.
report-read-lens = Optique attendue et frottement
report-read-lens-is = Les écarts du rapport sont ceux de l’optique potentielle : chaque sortant est supposé envoyé là où il est le plus utile. L’optique attendue suppose que personnes et employeurs choisissent, avec une part de hasard. Le frottement est ce que ce choix fait perdre : pourvus potentiels moins pourvus attendus. Il ne fait partie d’aucune cause.
report-read-coverage = Taux de couverture
report-read-coverage-is = Vivier divisé par besoin. Au-dessous de 85 % la pénurie est forte ; au-dessus de 115 % il y a excédent. Un taux proche de 100 % n’exclut pas des postes non pourvus : les personnes et les postes peuvent être dans des bassins ou des métiers différents.
report-read-causes = Formation à portée
report-read-causes-is = « Sans formation à portée » : aucune formation à portée du bassin ne mène à ce métier. « Avec formation à portée » : des formations sont à portée, mais pas assez de sortants.
report-read-secret = Secret statistique
report-read-secret-is = « s » : l’enquête publie une étoile à la place d’un petit nombre. L’étoile compte pour 1 à 4 projets, 2,5 au centre ; pour les projets difficiles ou saisonniers, elle peut cacher un zéro et compte pour 0 à 4, 2 au centre. Elle n’est jamais lue comme un zéro publié. Une somme qui contient une étoile est une fourchette. Un « s » après une fourchette signale une estimation dont toutes les cellules d’enquête sont secrètes.
report-read-employers = Besoins déclarés
report-read-employers-is = Un nombre déclaré par moins de { $least } employeurs est remplacé par « s », ainsi que les nombres qui permettraient de le retrouver par soustraction, et les besoins qui le laisseraient deviner ; les tableaux de sommes qui les redonneraient ne sont alors pas imprimés.
report-warn-title = Ce que l’écart n’est pas
report-warn-seats = Un écart n’est pas « places moins offres » : entre une place et une personne disponible il y a le remplissage, les abandons, la poursuite d’études, l’échec et le départ vers d’autres métiers.
report-warn-vacancies = Les projets de recrutement sont des intentions d’une enquête annuelle ; ils comptent aussi des embauches de salariés expérimentés. Ce ne sont pas des postes vacants.
report-warn-rates = Le taux d’emploi se rapporte aux sortants, la poursuite d’études à l’année terminale : ils ne s’additionnent pas. Aucun taux d’emploi n’entre dans le vivier.
report-warn-years = Les taux d’insertion ont deux à trois ans de retard sur les places. Une section ouverte à une rentrée ne donne ses premiers sortants qu’au bout de la durée de la formation.
report-warn-people = Un total par métier ou par bassin ne dit pas ce que les jeunes souhaitent : là où peu de candidats se présentent, ouvrir des places ne crée pas de sortants.

# Besoin
report-need-title = Le besoin
report-need-intro = Les mesures du besoin sont montrées côte à côte. Seul le besoin en nouveaux sortants est apparié aux formations ; les postes sans diplôme requis et ceux de niveau 7 restent à côté de l’écart.
report-need-beta = Coefficient β en vigueur : { $workers } pour les ouvriers qualifiés, { $technicians } pour les techniciens et agents de maîtrise ; 0 pour les postes sans diplôme requis et pour le niveau 7.
report-need-by-domain = Mesures du besoin par domaine professionnel
report-need-by-occupation = Mesures du besoin par métier
report-need-reading = « { $label } » : { $projects } projets de recrutement pour { $year } ({ $territory }), dont { $difficult } jugés difficiles ; le besoin en nouveaux sortants est de { $need } postes.
report-column-domain = Domaine
report-column-occupation = Métier
report-column-projects = Projets
report-column-difficult = Difficiles
report-column-seasonal = Saisonniers
report-column-declared = Besoins déclarés
report-column-need = Besoin
report-column-unskilled = Sans diplôme requis
report-column-level7 = Niveau 7
report-unit-posts = postes
report-unit-projects = projets
report-unit-people = personnes
report-unit-percent = { "%" }
report-unit-count = nombre
report-unit-rows = lignes

# Vivier
report-supply-title = Le vivier
report-supply-intro = D’une place ouverte à une personne disponible dans le métier, chaque étape retire du monde. Ceux qui poursuivent leurs études ne sont pas perdus : ils composent les entrants du niveau supérieur.
report-supply-assumed = { $share } du vivier repose sur au moins un facteur supposé ou estimé, en plus du taux de diplômés et du maintien dans le métier, communs à tous. Le tableau suivant dit, facteur par facteur, ce qui est mesuré.
report-chart-funnel = De l’année terminale au vivier
report-chart-funnel-alt = En année terminale { $final } ; sortants { $leavers } ; diplômés { $graduates } ; restant dans le métier { $field }.
report-supply-funnel = Les étapes du vivier
report-funnel-reading = { $final } personnes en année terminale donnent { $field } personnes disponibles dans leur métier, soit { $share }.
report-step-seats = Places
report-step-seats-is = Places déclarées des sections retenues, là où elles sont connues.
report-step-entrants = Entrants
report-step-entrants-is = Places × taux de remplissage, ou entrants observés ; les sections seulement.
report-step-final-year = Année terminale
report-step-final-year-is = Entrants × maintien en formation, ou effectif terminal observé.
report-step-counted = dont effectifs observés
report-step-counted-is = Part de l’année terminale venant d’effectifs comptés (régionaux ou par établissement), sans passer par les places.
report-step-leavers = Sortants
report-step-leavers-is = Année terminale × (1 − poursuite d’études).
report-step-graduates = Diplômés
report-step-graduates-is = Sortants × taux de diplômés.
report-step-in-field = Vivier
report-step-in-field-is = Diplômés × part qui reste dans le métier de la formation.
report-column-step = Étape
report-column-people = Effectif
report-column-meaning = Calcul
report-supply-factors = Sur quoi repose le vivier, facteur par facteur
report-factors-reading = pour le facteur « { $factor } », { $share } des personnes du vivier concernées reposent sur une hypothèse du territoire.
report-column-factor = Facteur
report-column-concerned = Vivier concerné
report-provenance-measured = Mesuré
report-provenance-shrunk = Rapproché
report-provenance-estimated = Estimé
report-provenance-assumed = Supposé
report-factor-seats = Places
report-factor-fill-rate = Taux de remplissage
report-factor-entrants = Entrants
report-factor-retention = Maintien en formation
report-factor-final-year = Effectif terminal
report-factor-spread-share = Part du bassin dans l’effectif régional
report-factor-cohorts = Promotions cumulées
report-factor-leaving-share = Part des sortants
report-factor-diploma-rate = Taux de diplômés
report-factor-stays-in-field = Maintien dans le métier
report-supply-diploma = Vivier par diplôme et par voie
report-diploma-route = { $diploma }, { $route }
report-diploma-reading = « { $diploma }, { $route } » : { $leavers } sortants, dont { $field } disponibles dans leur métier ; { $placed } trouvent un poste à leur portée dans le calcul central.
report-route-scolaire = voie scolaire
report-route-apprentissage = apprentissage
report-route-continue = formation continue
report-column-diploma = Diplôme et voie
report-column-level = Niveau
report-column-programmes = Formations
report-column-leavers = Sortants
report-column-in-field = Vivier
report-column-placed = Placés
report-column-placed-share = Part placée

# Écarts
report-gap-title = Les écarts
report-gap-intro = Les lignes sont rangées de la plus forte pénurie à la plus faible. Le vivier est compté là où les personnes sont formées ; les postes pourvus, là où se trouvent les postes : un bassin peut donc pourvoir plus de postes qu’il ne forme de sortants.
report-chart-unfilled = { $n-n ->
    [one] Le métier où manquent le plus de sortants
   *[other] Les { $n } métiers où manquent le plus de sortants
}
report-chart-unfilled-alt = { $n-n ->
    [0] Aucun métier ne manque de sortants.
   *[other] Postes non pourvus estimés, du plus au moins : { $list }.
}
report-gap-by-occupation = Écarts par métier
report-gap-by-basin = Écarts par bassin d’emploi
report-gap-by-region = Écarts par région
report-gap-by-department = Écarts par département (bassins rattachés à leur département principal)
report-gap-by-skill = Écarts par niveau de qualification du métier
report-gap-by-cell = { $n-n ->
    [0] Écarts par bassin et métier
    [one] Écart par bassin et métier, la plus forte pénurie
   *[other] Écarts par bassin et métier, les { $n } plus fortes pénuries
}
report-gap-reading = « { $label } » : besoin de { $need } postes, { $filled } pourvus, { $unfilled } non pourvus, dont { $absent } sans aucune formation à portée.
report-cell-reading = bassin « { $basin } », « { $occupation } » : { $reachable } sortants de { $programmes-n ->
    [one] { $programmes } formation
   *[other] { $programmes } formations
} peuvent atteindre les { $need } postes ; { $filled } sont pourvus et { $unfilled } ne le sont pas.
report-cell-reading-none = bassin « { $basin } », « { $occupation } » : aucune formation ne peut atteindre les { $need } postes ; { $unfilled } restent non pourvus.
report-supply-level = Vivier par niveau de diplôme
report-level-reading = { $field } personnes du vivier sortent au niveau { $level } ; { $placed } trouvent un poste à leur portée dans le calcul central.
report-chart-balance = Sortants formés moins besoin, par domaine
report-chart-balance-alt = Solde par domaine : { $list }.
report-balance-reading = « { $label } » : le vivier formé dans le territoire diffère du besoin de { $balance } personnes ({ $low } à { $high }). Ce solde n’est pas l’écart : il ignore les distances.
report-border-label = { $label } †
report-border-remark = † Bassin en bordure : un voisin à portée n’a pas de données dans ce fichier, le vivier visible est incomplet.
report-column-basin = Bassin
report-column-region = Région
report-column-department = Département
report-column-skill = Qualification
report-column-supply = Vivier
report-column-filled = Pourvus
report-column-unfilled = Non pourvus
report-column-coverage = Couverture
report-column-no-training = Sans formation à portée
report-column-not-enough = Avec formation à portée
report-column-secret = Cellules secrètes
report-column-reachable = Sortants à portée
report-column-cause = Portée
report-column-diploma-level = Niveau du diplôme
report-column-unused = Sans poste à portée

# Optique attendue
report-lens-title = Le frottement
report-lens-withheld = Les besoins viennent de moins de trois employeurs : le frottement ne peut pas être imprimé.
report-lens-intro = Au mieux, { $potential } postes peuvent être pourvus. Si personnes et employeurs choisissent comme on l’observe, on en attend { $filled } (optique attendue). La différence au besoin et au vivier centraux, { $friction }, est le frottement (révision { $revision }).
report-lens-is = Le frottement est ce qu’une meilleure orientation vers les postes, à formation égale, pourrait récupérer. Il s’ajoute aux postes non pourvus et n’entre dans aucune cause. Un frottement négatif se lit là où le hasard des choix amène des personnes que la meilleure répartition envoie ailleurs ; sur toute la zone calculée, voisins compris, il ne l’est jamais.
report-lens-parameters = Deux paramètres, en minutes généralisées, modifiables : surplus d’un appariement A = { $surplus } (source : { $surplus-source }) ; bruit σ = { $noise } (source : { $noise-source }).
report-lens-by-basin = Optique attendue et frottement par bassin d’emploi
report-lens-by-cell = Optique attendue et frottement par bassin et métier
report-lens-reading = bassin « { $basin } » : { $potential } postes pourvus au plus, { $filled } attendus ; frottement de { $friction }.
report-lens-remark = Fourchette du frottement : celle des deux paramètres seuls. Négatif : la ligne gagne au hasard des choix. Au centre, pourvus potentiels = pourvus attendus + frottement, et non pourvus attendus = non pourvus potentiels + frottement ; chaque nombre est arrondi pour lui-même.
report-field-lens = { $basins-n ->
    [one] { $basins } bassin d’emploi
   *[other] { $basins } bassins d’emploi
} ({ $territory }), métiers du cœur industriel, hors postes sans diplôme requis et hors niveau 7, année { $year } ; calculé sur la révision { $revision }.
report-column-potential-filled = Pourvus potentiels
report-column-potential-unfilled = Non pourvus potentiels
report-column-expected-filled = Pourvus attendus
report-column-expected-unfilled = Non pourvus attendus
report-column-friction = Frottement
# Causes
report-causes-title = Pourquoi ces postes restent non pourvus
report-causes-withheld = Les besoins viennent de moins de trois employeurs : les causes ne peuvent pas être imprimées.
report-causes-intro = Sept causes peuvent être levées, seules ou ensemble. Pour chacun des 128 ensembles de causes levées, le programme recalcule combien de postes resteraient non pourvus, toutes choses égales par ailleurs. La part d’une cause est la moyenne de ce qu’elle retire, sur les 5 040 ordres dans lesquels les sept peuvent être levées (valeur de Shapley) : elle ne dépend d’aucun ordre, et les parts s’additionnent exactement aux { $unfilled } postes non pourvus (optique potentielle, valeurs centrales, révision { $revision }).
report-causes-two-kinds = « Absence » et « insuffisance » sont ici ce qui resterait après avoir levé les sept causes ; dans les tableaux d’écarts, « sans formation à portée » et « avec formation à portée » décrivent la situation présente. Une part n’est pas une promesse : lever une cause entièrement est une limite, jamais un plan.
report-causes-table = Les sept causes et ce qui reste
report-causes-reading = « { $cause } » explique en moyenne { $posts } des { $unfilled } postes non pourvus ({ $share }) ; selon l’ordre dans lequel on lève les causes, de { $least } à { $most }.
report-causes-lines-remark = Fourchette : le moins et le plus que la cause retire selon l’ordre ; elle ne contient pas l’incertitude du besoin ni du vivier. Une part négative est possible sur une ligne qui perd des personnes au profit d’une autre. Chaque nombre est arrondi pour lui-même ; le classeur garde les valeurs exactes.
report-causes-remark = Fourchette : le moins et le plus que la cause retire selon l’ordre ; elle ne contient pas l’incertitude du besoin ni du vivier.
report-causes-by-domain = Causes par domaine professionnel
report-causes-by-basin = Causes par bassin d’emploi
report-causes-line-reading = « { $label } » : { $unfilled } postes non pourvus, dont { $posts } par « { $first } » et { $others } par « { $second } ».
report-causes-by-cell = Causes par bassin et métier
report-causes-by-line = Causes de chaque ligne de chaque regroupement
report-causes-exact-reading = la part exacte d’une cause est son numérateur ÷ 420, en millièmes de poste ; les sept numérateurs et 420 fois les deux restes, en millièmes, s’additionnent à 420 fois les postes non pourvus.
report-field-causes = { $basins-n ->
    [one] { $basins } bassin d’emploi
   *[other] { $basins } bassins d’emploi
} ({ $territory }), postes non pourvus de la optique potentielle, année { $year } ; calculé sur la révision { $revision }.
report-order-title = Un ordre parmi 5 040
report-order-is = Le graphique lève les causes une à une dans un ordre fixe, celui du tableau : les sortants, puis les places, la distance, les débouchés. Dans un autre ordre, chaque marche aurait une autre hauteur : la première cause levée profite de tous les postes libres, la dernière n’a que ceux que les autres ont laissés. Seuls le départ et l’arrivée ne changent pas ; une cause se cite par sa part et sa fourchette, dans le tableau.
report-order-chart = Causes levées l’une après l’autre, dans l’ordre fixe
report-order-alt = De { $unfilled } postes non pourvus : { $list }.
report-order-reading = lever « { $cause } » en premier ramène les postes non pourvus de { $before } à { $after } ; les sept causes levées, il en reste { $residual }.
report-total-unfilled = Postes non pourvus
report-column-part = Cause
report-column-removed = Ce que l’on suppose
report-column-share-posts = Part
report-unit-posts-orders = postes (selon l’ordre)
report-column-share = Part
report-unit-percent-unfilled = { "%" } des non pourvus
report-unit-over-420 = numérateur sur 420, millièmes
report-part-is-further-study = Tous les élèves d’année terminale sortent au lieu de continuer.
report-part-column-further-study = Poursuite d’études
report-part-is-evaporation = Tous les diplômés restent dans le métier de leur formation.
report-part-column-evaporation = Évaporation
report-part-is-failure = Personne n’abandonne et tous obtiennent le diplôme.
report-part-column-failure = Abandon, échec
report-part-is-vacant-seats = Toutes les places ouvertes sont occupées.
report-part-column-vacant-seats = Places vacantes
report-part-is-distance = Un sortant peut prendre un poste à toute distance.
report-part-column-distance = Éloignement
report-part-is-level = Les débouchés comptent à tous les niveaux de diplôme.
report-part-column-level = Niveau inadapté
report-part-is-adjacent = Les métiers proches de ceux de la formation comptent aussi.
report-part-column-adjacent = Métier proche
report-part-is-no-training = Reste : aucune formation n’y mène, les sept causes levées.
report-part-column-no-training = Absence
report-part-is-not-enough = Reste : trop peu de monde, les sept causes levées.
report-part-column-not-enough = Insuffisance
report-column-basin-code = Code bassin
report-column-fap = FAP
report-column-grouping = Regroupement
report-column-code = Code
report-column-label = Libellé
report-column-zone = Zone d’emploi
report-table-rest = { $n-n ->
    [one] Une ligne de plus dans le classeur, feuille « { $sheet } », et dans le dossier CSV.
   *[other] { $n } lignes de plus dans le classeur, feuille « { $sheet } », et dans le dossier CSV.
}

# Pénuries
report-hall-title = Les plus fortes pénuries
report-hall-intro = Chaque phrase se vérifie au crayon. La première liste dit tous les postes ; la seconde, toutes les personnes qui peuvent prendre au moins un de ces postes, et personne d’autre ne le peut. S’il y a plus de postes que de personnes, la différence reste non pourvue, quelle que soit la répartition (théorème de Hall). La liste peut contenir des postes pourvus : les mêmes personnes peuvent les prendre.
report-hall-number = Pénurie { $n }
report-hall-check = { $posts } postes − { $people } personnes = au moins { $unfilled } postes non pourvus, où que l’on place ces personnes (valeurs centrales, au millième).
report-hall-wider = Le métier a { $asked } postes non pourvus en tout ; le reste tient à des postes d’autres métiers, que les mêmes personnes peuvent prendre. { $sentence }
report-hall-wider-withheld = Le métier a { $asked } postes non pourvus en tout ; le reste tient à des postes d’autres métiers, que les mêmes personnes peuvent prendre et dont la liste ne peut pas être imprimée.
report-hall-check-nobody = Personne ne peut prendre ces postes : tous restent non pourvus (valeurs centrales).
report-hall-posts = Pénurie { $n } : les postes
report-hall-people = Pénurie { $n } : les personnes qui peuvent les prendre
report-hall-context = { $basin } (hors du territoire)
report-hall-none = Aucune pénurie ne peut être détaillée dans ce calcul.
report-hall-withheld = Une pénurie au moins n’est pas détaillée : sa liste contient un besoin déclaré par moins de trois employeurs, qu’une soustraction redonnerait.
report-hall-flows = Pénuries : qui prend quel poste dans la solution centrale
report-field-hall = { $basins-n ->
    [one] { $basins } bassin d’emploi
   *[other] { $basins } bassins d’emploi
} ({ $territory }) et bassins voisins à portée, année { $year }, optique potentielle ; calculé sur la révision { $revision }.
report-column-shortage = Pénurie
report-column-section = Section
report-column-programme = Formation
report-column-trained-in = Formé à
report-column-km = km
report-headcount = Effectif régional
report-programme = { $diploma } { $label }, { $route }

# Valeur d’une place
report-value-title = Valeur d’une place
report-value-intro = Combien de postes de plus une place de plus dans une section ferait-elle pourvoir ? Chaque réponse est un nouveau calcul, pas un prolongement : la place donne une fraction de sortant (remplissage, maintien, poursuite d’études, diplôme, maintien dans le métier), et l’appariement est refait avec elle, sur le territoire et ses voisins. La première rentrée possible est { $rentree } ; l’effet commence avec les premiers sortants et se répète ensuite chaque année. Calculé sur la révision { $revision }.
report-value-none = Aucune section n’a de place dont la valeur puisse être calculée.
report-value-top = { $n-n ->
    [one] La section dont une place fait pourvoir le plus de postes
   *[other] Les { $n } sections dont une place fait pourvoir le plus de postes
}
report-value-reading = ligne 1 : une place de plus donne { $each } sortant disponible par an et fait pourvoir { $gain } poste par an ({ $low } à { $high } selon le besoin et le vivier) ; ouverte à la rentrée { $rentree }, elle a ses premiers sortants en juin { $first }.
report-value-remark = Fourchette : le moins et le plus des cinq calculs (besoin et vivier bas, central, haut). Les gains de deux sections ne s’additionnent pas : elles peuvent viser les mêmes postes. * : voir les réserves ; tous les nombres sont dans le classeur.
report-value-doubts = Réserves
report-value-doubt = { $n-n ->
    [one] Ligne { $lines } : { $doubt }
   *[other] Lignes { $lines } : { $doubt }
}
report-value-least-remark = Fourchette : le moins et le plus des cinq calculs. * : réserves dans le classeur, comme tous les nombres.
report-value-section = { $section }, { $place }
report-value-doubtful = { $section }, { $place } *
report-value-basins = { $n-n ->
    [0] lieu inconnu
    [one] un bassin
   *[other] { $n } bassins (position estimée)
}
report-value-region = Effectif régional : { $region }
report-value-least-title = Des places qui pourraient changer d’objet
report-value-least-intro = { $n-n ->
    [0] Fermer une place retirerait une part de poste pourvu dans chacune des { $sections } sections dont les places sont connues.
    [one] Dans une section sur { $sections } dont les places sont connues, fermer une place ne retirerait aucun poste pourvu : d’autres sortants le prendraient, ou les siens n’en ont pas à portée.
   *[other] Dans { $n } sections sur { $sections } dont les places sont connues, fermer une place ne retirerait aucun poste pourvu : d’autres sortants le prendraient, ou les siens n’en ont pas à portée.
}
report-value-least = { $n-n ->
    [one] La section dont une place fermée retire le moins de postes
   *[other] Les { $n } sections dont une place fermée retire le moins de postes (à égalité, les plus grandes)
}
report-value-warning = Un classement n’est pas une décision. Une section sans valeur dans ce calcul peut mener à des métiers hors de l’industrie, à une poursuite d’études utile ou à des postes que l’enquête ne voit pas ; ses élèves, ses enseignants et ses équipements ne se déplacent pas d’un trait. Plusieurs fermetures ensemble retireraient plus que la somme de chacune. L’outil propose ; les personnes décident.
report-value-all = Valeur d’une place de toutes les sections et de tous les effectifs régionaux
report-field-value = { $basins-n ->
    [one] { $basins } bassin d’emploi
   *[other] { $basins } bassins d’emploi
} ({ $territory }) et voisins à portée, année { $year } ; places ouvertes à la rentrée { $rentree }, gain par an en régime permanent ; calculé sur la révision { $revision }.
report-column-line = N°
report-column-seats = Places
report-column-plus-1 = Gain +1
report-column-plus-12 = Gain +12
report-column-plus-15 = Gain +15
report-column-plus-24 = Gain +24
report-column-minus-1 = Perdus si −1 place
report-column-gain-minus-1 = Gain −1
report-column-first-leavers = Premiers sortants
report-column-euros-12 = Coût par poste (+12)
report-column-each = Sortants d’une place
report-column-unit = Unité
report-column-rank = Rang
report-column-uai = UAI
report-column-place = Lieu
report-column-programme-code = Code de la formation
report-column-years = Années d’études
report-column-unplaced-24 = Sans poste (+24)
report-column-doubts = Réserves
report-unit-euros = euros
report-unit-seat = place
report-unit-final-year = personne en année terminale

# Méthode
report-method-title = La méthode en bref
report-method-intro = Les quantités sont des millièmes de personne, en nombres entiers : les sommes sont exactes et le même fichier donne toujours les mêmes chiffres.
report-method-need = Besoin
report-method-need-is = besoin = max (β × (projets − saisonniers), besoins déclarés), par bassin et métier. β est nul pour les postes sans diplôme requis et pour le niveau 7. Le net des saisonniers se prend cellule par cellule, puis on additionne.
report-method-stars = Étoiles
report-method-stars-is = Projets : 1 / 2,5 / 4 ; difficiles et saisonniers : 0 / 2 / 4, sans dépasser les projets.
report-method-supply = Vivier
report-method-supply-is = vivier = places × remplissage × maintien en formation × (1 − poursuite d’études) × taux de diplômés × maintien dans le métier. Un effectif terminal observé remplace les trois premiers facteurs. Un millésime qui cumule deux promotions est divisé par deux.
report-method-arcs = Qui peut prendre quel poste
report-method-arcs-is = Un métier de débouché de la formation, à un niveau de diplôme admis par le métier, dans le rayon du niveau (distance à vol d’oiseau entre centres de bassins).
report-method-matching = Appariement
report-method-matching-is = Le plus grand nombre de postes pourvus possible, puis, parmi ces solutions, le moins d’inadéquation : flot de coût minimal exact, accompagné d’un certificat vérifié à chaque calcul (coupe minimale égale au remplissage).
report-method-lens = Optique attendue
report-method-lens-is = Marché de Choo et Siow (2006), mêmes vivier, besoin et débouchés : entre un groupe de sortants s et une cellule d, μ = √(sortants restés seuls × postes restés seuls) × exp(Φ / 2), Φ = (A − c) / σ, c étant le trajet en minutes généralisées. Les effectifs des deux côtés sont ajustés tour à tour, à un cent-millionième près. A et σ valent pour tous les métiers ; le frottement est un ordre de grandeur, pas une prévision. Sa fourchette est celle des deux paramètres seuls.
report-method-ranges = Fourchettes
report-method-ranges-is = Pourvus bas : besoin et vivier bas ; pourvus haut : tous deux hauts. Non pourvus bas : besoin bas, vivier haut ; non pourvus haut : besoin haut, vivier bas.
report-method-shares = Causes
report-method-shares-is = v(C) est le nombre de postes non pourvus une fois levé l’ensemble C de causes ; la part d’une cause est la moyenne pondérée de v(C) − v(C et elle) sur les 64 ensembles sans elle (Shapley, 1953), en fractions exactes de dénominateur 420. Par cellule, la répartition d’un remplissage maximal suit une règle fixe, une parmi d’autres : le total est prouvé, la cellule est une convention. Lever une cause est une limite théorique, et les causes ne disent rien du coût de les lever.
report-method-hall = Pénuries
report-method-hall-is = D’un poste non pourvu, on remonte aux personnes qui pourraient le prendre, aux postes qu’elles occupent, et ainsi de suite. Tous ceux qui atteignent cet ensemble y sont placés : postes moins personnes restent non pourvus. Les deux listes sont revérifiées contre le problème entier.
report-method-seat = Valeur d’une place
report-method-seat-is = Ce que gagne le nombre de postes pourvus au plus, recalculé pour +1, −1, +12, +15 et +24 places dans les cinq calculs de fourchette. Le rendement d’une place est celui, moyen, de la section ; ni les locaux, ni les enseignants, ni l’attrait d’une place nouvelle ne sont dans le modèle. Le coût n’apparaît que s’il est saisi.
report-method-split = Personnes et débouchés
report-method-split-is = L’appariement ne divise personne entre les métiers avant de chercher un poste. Les sortants « à portée » d’une cellule ne s’additionnent pas d’une cellule à l’autre.
report-method-place = Lieu de formation
report-method-place-is = L’établissement est placé par l’annuaire (commune), sinon par ses coordonnées, sinon réparti entre les bassins de son département selon la population (« position estimée »).
report-method-provenance = Provenance
report-method-provenance-is = Mesuré : lu dans un fichier pour cette section. Rapproché : mesuré sur moins de 20 personnes et tiré vers un périmètre plus large. Estimé : calculé d’un périmètre voisin. Supposé : hypothèse du territoire.

# Annexes
report-assumptions-title = Les hypothèses
report-assumptions-intro = Chaque hypothèse est modifiable dans le programme et porte sa fourchette et sa source. La portée la plus étroite l’emporte.
report-assumptions-table = Hypothèses en vigueur
report-assumptions-reading = la part des diplômés qui restent dans le métier de leur formation vaut { $value }, entre { $low } et { $high }, sauf portée plus étroite.
report-assumption-edited = { $source } (modifiée)
report-column-assumption = Hypothèse
report-column-scope = Portée
report-column-low = Bas
report-column-central = Central
report-column-high = Haut
report-column-source = Source
report-scope-all = tous
report-scope-level = niveau { $level }
report-scope-other = { $scope }
report-assumption-beta = β : part des projets non saisonniers qui appelle un nouveau sortant
report-assumption-fill-rate = Taux de remplissage
report-assumption-retention = Maintien jusqu’en année terminale
report-assumption-further-study = Poursuite d’études
report-assumption-diploma-rate = Taux de diplômés parmi les sortants
report-assumption-stays-in-field = Maintien dans le métier
report-assumption-radius-km = Rayon de mobilité (km à vol d’oiseau)
report-assumption-apprentice-seat-cap = Plafond de places par déclaration d’apprentissage
report-assumption-shrinkage = Sortants fictifs du rapprochement
report-assumption-seat-cost = Coût d’une place (euros par année d’études)
report-assumption-opening-cost = Coût d’une ouverture (euros, une fois)
report-assumption-post-worth = Valeur d’un poste pourvu (euros)
report-assumption-match-surplus = Surplus d’un appariement (minutes généralisées)
report-assumption-match-noise = Bruit d’appariement (minutes généralisées)
report-assumption-net-creation = Créations nettes d’emplois industriels, par an
report-assumption-gap-share = Part des créations nettes dans les métiers de l’écart
report-assumption-national-projects = Projets nationaux non saisonniers des métiers de l’écart
report-assumption-newcomers = Entrants nouveaux d’une place ouverte
report-sources-title = Les sources
report-sources-intro = { $n-n ->
    [0] Aucun fichier n’a été importé : les chiffres viennent du catalogue embarqué et des saisies.
    [one] Un fichier a été importé. Son empreinte permet de vérifier que la copie lue est celle du producteur.
   *[other] { $n } fichiers ont été importés. Leur empreinte permet de vérifier que les copies lues sont celles des producteurs.
}
report-sources-table = Fichiers, millésimes et licences
report-sources-reading = l’empreinte SHA-256 est celle des octets lus ; « sha256sum fichier » doit la redonner.
report-rows-table = Lignes lues et réconciliées
report-rows-reading = « { $file } » : { $read } lignes lues = { $stored } enregistrées + { $merged } fusionnées + { $refused } refusées + { $ignored } hors champ.
report-column-file = Fichier
report-column-producer = Producteur
report-column-vintage = Millésime
report-column-licence = Licence
report-column-sha256 = SHA-256
report-column-imported = Importé le
report-column-read = Lues
report-column-stored = Enregistrées
report-column-merged = Fusionnées
report-column-refused = Refusées
report-column-ignored = Hors champ
report-notes-title = Notes et certificats
report-notes-none = Le calcul n’appelle aucune remarque particulière.
report-proofs-title = Preuves d’optimalité
report-proofs-intro = Chaque calcul est accompagné d’une preuve : le nombre de postes pourvus égale une coupe minimale, donc aucune autre répartition n’en pourvoit davantage.
report-proofs-table = Certificats des calculs
report-proofs-reading = avec le besoin { $need } et le vivier { $supply }, { $filled } postes sont pourvus et la coupe minimale vaut { $cut } : on ne peut pas faire mieux.
report-bound-low = bas
report-bound-central = central
report-bound-high = haut
report-column-min-cut = Coupe minimale
report-column-supplies = Viviers
report-column-demands = Cellules de besoin
report-column-arcs = Arcs

# Classeur et CSV
report-end-low = bas
report-end-central = central
report-end-high = haut
report-sheet-essentials = L’essentiel
report-sheet-need-domain = Besoin par domaine
report-sheet-need-occupation = Besoin par métier
report-sheet-supply-funnel = Étapes du vivier
report-sheet-supply-factors = Provenance du vivier
report-sheet-supply-diploma = Vivier par diplôme
report-sheet-supply-level = Vivier par niveau
report-sheet-gap-occupation = Écarts par métier
report-sheet-gap-basin = Écarts par bassin
report-sheet-gap-region = Écarts par région
report-sheet-gap-department = Écarts par département
report-sheet-gap-skill = Écarts par qualification
report-sheet-gap-cell = Écarts bassin × métier
report-sheet-lens-basin = Frottement par bassin
report-sheet-lens-cell = Frottement bassin × métier
report-sheet-causes = Causes
report-sheet-causes-domain = Causes par domaine
report-sheet-causes-basin = Causes par bassin
report-sheet-causes-cell = Causes bassin × métier
report-sheet-causes-lines = Causes par regroupement
report-sheet-shortage-1-posts = Pénurie 1 – postes
report-sheet-shortage-1-people = Pénurie 1 – personnes
report-sheet-shortage-2-posts = Pénurie 2 – postes
report-sheet-shortage-2-people = Pénurie 2 – personnes
report-sheet-shortage-3-posts = Pénurie 3 – postes
report-sheet-shortage-3-people = Pénurie 3 – personnes
report-sheet-shortage-flows = Pénuries – affectations
report-sheet-values-top = Places à ouvrir
report-sheet-values-least = Places de moindre valeur
report-sheet-values = Valeur de chaque place
report-sheet-assumptions = Hypothèses
report-sheet-sources = Sources
report-sheet-source-rows = Lignes lues
report-sheet-proofs = Certificats
report-sheet-notes = Notes

report-error-pdf = Le PDF n’a pas pu être composé : { $detail }. Le classeur et les tableaux CSV restent disponibles.
report-error-workbook = Le classeur n’a pas pu être écrit : { $detail }.
report-error-csv = Le tableau CSV n’a pas pu être écrit : { $detail }.
