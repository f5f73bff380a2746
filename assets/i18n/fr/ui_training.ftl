# Textes de l’offre de formation : valeur des places, fiche d’une formation.

ui-training-supplies = Offre
ui-training-seats = Valeur d’une place
ui-training-headcounts = Effectifs régionaux
ui-values-waiting = Calcul de la valeur des places en cours. S’il a été arrêté, F5 le relance.
ui-lot = Places de plus ou de moins
ui-lot-help = Chaque lot est un nouveau calcul : les gains de deux sections, ou de deux lots, ne s’additionnent pas.
ui-lot-seats = { $n-n ->
    [one] { $lot } place
   *[other] { $lot } places
}
ui-lot-pupils = { $n-n ->
    [one] { $lot } élève
   *[other] { $lot } élèves
}
ui-column-establishment = Établissement
ui-column-region = Région
ui-column-rank = Rang
ui-column-rank-help = 1 pour la section dont une place de plus fait pourvoir le plus de postes ; les effectifs régionaux ont leur propre rang.
ui-column-gain = { $lot }
ui-column-gain-help = Postes pourvus de plus chaque année, en régime établi, dans le territoire et ses voisins. Fourchette : le moins et le plus des cinq calculs.
ui-column-each = Sortants par place
ui-column-each-help = Sortants disponibles dans leur métier qu’une place apporte chaque année.
ui-column-first-leavers = Premiers sortants
ui-column-first-leavers-help = Mois de juin des premiers sortants d’une place ouverte à la première rentrée possible.
ui-column-unplaced = Sans poste
ui-column-unplaced-help = Sortants de plus qui ne trouveraient pas de poste.
ui-column-euros = € par poste
ui-column-euros-help = Coût des places sur leurs années d’études, par poste pourvu de plus. Rien sans coût renseigné dans les hypothèses.
ui-column-doubts = Réserves
ui-doubts = { $n-n ->
    [one] { $n } réserve
   *[other] { $n } réserves
}
ui-column-counted = Compté par
ui-column-counted-help = La meilleure section derrière la ligne ; sans section, l’effectif régional, compté par élève de dernière année.
ui-counted-seat = place
ui-counted-final-year = élève de dernière année
ui-column-not-placed = Sans poste
ui-column-not-placed-help = Sortants dans leur métier que l’appariement ne place sur aucun poste.
ui-column-placed-from-here-help = Personnes de cette formation que l’appariement place dans ce métier.
ui-central-only = à la valeur centrale
ui-open-range = { $low } et plus
ui-euros = { $central } €
ui-euros-between = { $central } € ({ $low }–{ $high })
ui-euros-open = { $central } € ({ $low } et plus)
ui-programme-intro = { $years-n ->
    [one] Niveau { $level } · 1 an d’études · code { $code }
   *[other] Niveau { $level } · { $years } ans d’études · code { $code }
}
ui-programme-intro-short = Niveau { $level } · code { $code }
ui-programme-basins = Par bassin
ui-programme-flows = Qui va où
ui-seat-headcount = Effectif régional : { $region }
ui-seat-rank-of = { $rank } sur { $n }
ui-seat-rentree = Première rentrée possible
ui-seat-first-leavers = Premiers sortants
ui-seat-june = juin { $year }
ui-seat-cost = Coût d’une place, toutes années
ui-seat-funnel = De la place au sortant
ui-seat-left = reste { $people } par place
ui-seat-each = Sortants dans leur métier, par place
ui-seat-lots = Postes pourvus de plus chaque année
ui-seat-lots-help = Chaque ligne est un nouveau calcul ; les gains de deux sections ne s’additionnent pas.
ui-seat-brought = sortants de plus : { $leavers }, dont sans poste : { $unplaced }
ui-seat-lost = sortants de moins : { $leavers }, dont étaient sans poste : { $unplaced }
ui-seat-euros = { $euros } par poste
ui-seat-years = Année par année, { $lot }
ui-seat-where = Où iraient ces sortants
ui-seat-receivers = { $lot }
ui-seat-nowhere = Aucun poste de plus ne serait pourvu : ces sortants ne trouveraient pas de poste libre à portée.
ui-seat-source = Source
ui-supply-outlets = Débouchés : { $outlets }
