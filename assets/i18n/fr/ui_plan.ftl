# Textes de l’écran des scénarios.

ui-nav-plan = Plan
ui-title-plan = Que changer, à quelle rentrée, et pour quel effet ?
app-command-show-plan = Plan : scénarios et actions
ui-job-plan = Scénarios, année par année
ui-key-remove = Suppr
ui-key-remove-does = Retirer l’action ou le scénario choisi (annulable)
ui-key-rentree = Flèches gauche et droite
ui-key-rentree-does = Déplacer la rentrée de l’action choisie dans la frise

ui-plan-empty = Un scénario essaie des ouvertures, des changements et des fermetures de sections, rentrée par rentrée. Il ne change pas le territoire : il montre, année par année jusqu’en 2035, combien de postes seraient pourvus de plus, où, et à quel coût.
ui-plan-empty-begun = L’action que vous avez commencée y sera ajoutée.
ui-plan-new = Nouveau scénario
ui-plan-new-name = Scénario
ui-plan-copy-name = { $name } (copie)
ui-plan-scenario = Scénario
ui-plan-name = Nom du scénario
ui-plan-rename = Renommer le scénario (F2)
ui-plan-copy = Dupliquer le scénario
ui-plan-remove = Retirer le scénario (Suppr)
ui-plan-scenario-note = Note sur le scénario
ui-plan-trajectory = Besoin à venir
ui-plan-actions = { $n-n ->
    [one] { $n } action
   *[other] { $n } actions
}
ui-plan-whole = { $posts } postes pourvus de plus
ui-plan-posts = Pourvus de plus : { $posts }
ui-plan-between = De { $first } à { $last } : { $whole }. Le besoin et l’offre partent de { $base }.
ui-plan-no-cost = coût inconnu
ui-plan-computing = Calcul en cours…
ui-plan-stopped = Le calcul a été arrêté.
ui-plan-again = Calculer
ui-plan-no-supply = Ce fichier n’a aucune section : une ouverture repose alors sur des hypothèses seules, et ne prend d’entrants à personne. Importez l’offre de formation.
ui-plan-no-survey = Ce fichier n’a pas d’enquête sur les besoins : seuls les besoins déclarés sont comptés. Importez les projets de recrutement.
ui-plan-no-action = Aucune action. Ajoutez une ouverture, une fermeture ou un changement de places ; l’effet se calcule aussitôt.

ui-plan-add = Ajouter une action
ui-plan-new-action = Nouvelle action
ui-plan-act = Agir sur cette section dans un scénario
ui-plan-effects = Effets
ui-plan-edit = Modifier
ui-plan-save = Enregistrer
ui-plan-revert = Rétablir
ui-plan-give-up = Abandonner
ui-plan-remove-action = Retirer l’action
ui-plan-kind = Nature
ui-plan-status = Étape
ui-plan-section = Section
ui-plan-section-name = { $programme } · { $site } · { $route }
ui-plan-section-seats = { $n-n ->
    [one] { $section } · { $n } place
   *[other] { $section } · { $n } places
}
ui-plan-programme = Formation à ouvrir
ui-plan-site = Établissement ou bassin
ui-plan-towards = Vers quel établissement ou bassin
ui-plan-from-to = { $from } → { $to } · { $route }
ui-plan-seats = Places
ui-plan-seats-closing = Sans nombre, toutes les places ferment.
ui-plan-seats-coloration = Une coloration ne change pas le nombre de places.
ui-plan-lot = { $n } places
ui-plan-first = Rentrée
ui-plan-rentree = rentrée { $year }
ui-plan-leavers = premiers sortants en juin { $year }
ui-plan-drag = Faites glisser, ou flèches gauche et droite, pour changer de rentrée.
ui-plan-fixed-cost = Coût fixe (€)
ui-plan-fixed-cost-help = Dépensé une fois, à la rentrée : équipement, travaux.
ui-plan-seat-cost = Par place et par an (€)
ui-plan-seat-cost-help = Coût d’une place et d’une année d’études. Vide : l’hypothèse du territoire.
ui-plan-together = Décidée
ui-plan-alone = seule (nette)
ui-plan-number = par compensation n° { $number }
ui-plan-number-with = par compensation n° { $number }, avec { $others }
ui-plan-asked-by = Demandée par (institution)
ui-plan-note = Avis et motifs
ui-plan-missing = Indiquez-le.
ui-plan-no-number = « { $typed } » n’est pas un nombre entier.

ui-plan-legend-decision = décision
ui-plan-legend-training = en formation
ui-plan-legend-leavers = sortants chaque année
ui-plan-part-curves = Courbes
ui-plan-part-curves-help = Postes pourvus de plus, et non pourvus avec et sans le scénario
ui-plan-part-years = Années
ui-plan-part-years-help = Les chiffres de chaque année ; une ligne choisie dit comment ils sont faits
ui-plan-part-actions = Actions
ui-plan-part-actions-help = Chaque action parmi les autres
ui-plan-part-basins = Bassins
ui-plan-part-basins-help = Postes non pourvus par bassin, avec et sans le scénario
ui-plan-part-occupations = Métiers
ui-plan-part-occupations-help = Postes non pourvus par métier, avec et sans le scénario
ui-plan-part-compare = Comparer
ui-plan-part-compare-help = Tous les scénarios côte à côte
ui-plan-chart-filled = Postes pourvus de plus chaque année, « { $scenario } »
ui-plan-chart-unfilled = Postes non pourvus chaque année, avec et sans « { $scenario } »
ui-plan-year = Année
ui-plan-need = Besoin
ui-plan-need-help = Besoin en nouveaux sortants de l’année : celui de l’année de base, suivant le besoin à venir du scénario.
ui-plan-unfilled-reference = Non pourvus sans action
ui-plan-unfilled-reference-help = Postes que le meilleur appariement laisse non pourvus, le territoire restant tel qu’il est.
ui-plan-unfilled-planned = Non pourvus avec
ui-plan-unfilled-planned-help = Les mêmes, avec toutes les actions du scénario.
ui-plan-filled-more = Pourvus de plus
ui-plan-filled-more-help = Postes pourvus de plus dans le territoire. Fourchette : le moins et le plus des cinq calculs.
ui-plan-neighbours = Chez les voisins
ui-plan-neighbours-help = Postes pourvus de plus dans les bassins voisins calculés avec le territoire.
ui-plan-people-more = Sortants de plus
ui-plan-people-more-help = Sortants de plus dans leur métier : ceux qu’apportent les actions, moins ceux que perdent les autres sections.
ui-plan-spent = Coût (€)
ui-plan-spent-help = Euros de l’année : coût fixe à la rentrée, puis chaque année d’études ouverte. Vide si une action n’a pas de coût.
ui-plan-change = Évolution
ui-plan-change-help = Non pourvus avec, moins sans action : un nombre négatif est un gain.
ui-plan-posts-in = Pourvus en { $year }
ui-plan-posts-in-help = Postes pourvus avec toutes les actions, moins ceux pourvus sans celle-ci. Les effets de deux actions ne s’additionnent pas.
ui-plan-first-leavers = Premiers sortants
ui-plan-first-leavers-help = Mois de juin des premiers sortants.
ui-plan-displaced = Entrants pris ailleurs
ui-plan-displaced-help = Entrants que d’autres sections perdent chaque année ; négatif, elles en reçoivent.
ui-plan-euros-per-post = € par poste
ui-plan-euros-per-post-help = Euros de toutes les années par poste pourvu de plus, toutes années.
ui-plan-compensation = Compensation n°
ui-plan-compensation-help = Les actions d’un même numéro sont décidées ensemble.

ui-plan-alone-years = Postes pourvus par cette action
ui-plan-together-years = Avec les actions de même compensation
ui-plan-cohort = Une promotion, de l’entrée au métier
ui-plan-pool = Vivier d’entrants
plan-pool-after-third = après la 3e ou la 2de
plan-pool-after-diploma = après un premier diplôme du métier
plan-pool-after-bac = bacheliers
plan-pool-after-two-years = après bac+2
plan-pool-adults = adultes, en emploi ou non
ui-plan-enrolled = Inscrits, rentrée { $year }
ui-plan-dropouts = Partis en cours d’année { $year }
ui-plan-final-year = Effectif terminal
ui-plan-continuing = Poursuivent leurs études
ui-plan-cohort-leavers = Sortants
ui-plan-graduates = Diplômés
ui-plan-in-field = Dans leur métier
ui-plan-missing-entrants = Entrants qui manqueraient
ui-plan-taken = Entrants pris à d’autres sections
ui-plan-received = Entrants que d’autres sections reçoivent
ui-plan-displaced-since = dès juin { $year }
ui-plan-entrants-a-year = entrants par an
ui-plan-moves-nothing = Cette action ne déplace aucune place : elle ne change aucun chiffre.
ui-plan-year-title = { $year } · { $scenario }
ui-plan-growth = Croissance du besoin
ui-plan-explain-need = Besoin de l’année = besoin de { $base } × croissance. Croissance = 1 + N × κ ÷ P : N emplois industriels créés dans le pays chaque année, κ leur part dans les métiers de l’écart, P les projets de recrutement du pays dans ces métiers. Sans N, le besoin reste celui de { $base }.
ui-plan-explain-supply = Offre de l’année = offre de l’année de base + sortants des promotions que les actions ouvrent − ceux des promotions qui ferment, et des sections qui perdent des entrants.
ui-plan-explain-filled = Pourvus de plus = non pourvus sans action − non pourvus avec, chacun étant un appariement optimal et vérifié.
ui-plan-explain-range = Fourchettes : non pourvus au moins, besoin bas et offre haute ; au plus, besoin haut et offre basse. Pourvus de plus : le moins et le plus de cinq calculs.

ui-job-propose = Plan proposé
ui-plan-propose = Proposer un plan
ui-plan-part-optimise = Optimiser
ui-plan-part-optimise-help = Les actions que le calcul propose en plus du scénario, dans les moyens donnés
ui-plan-optimise-help = Le calcul cherche ce qu’il faut ouvrir, agrandir, réduire ou fermer en plus de ce scénario pour pourvoir le plus de postes, dans ces moyens. Un champ vide ne limite rien. Rien n’est écrit avant que vous ne l’ayez lu.
ui-plan-from = De la rentrée
ui-plan-until = À la rentrée
ui-plan-rentrees-turned = La première rentrée vient après la dernière.
ui-plan-aim = Cas visé
ui-plan-aim-central = central
ui-plan-aim-mean = moyenne des trois cas
ui-plan-aim-worst-case = le pire des cas
ui-plan-aim-regret = le moindre regret
ui-plan-first-occupations = { $n-n ->
    [0] Métiers d’abord : aucun
    [one] Métiers d’abord : { $n }
   *[other] Métiers d’abord : { $n }
}
ui-plan-first-basins = { $n-n ->
    [0] Bassins d’abord : aucun
    [one] Bassins d’abord : { $n }
   *[other] Bassins d’abord : { $n }
}
ui-plan-first-help = Les postes choisis comptent double.
ui-plan-no-basin-loses = Aucun bassin ne perd
ui-plan-limit-budget = Budget par an (€)
ui-plan-limit-budget-help = Euros de chaque année, au plus, actions du scénario comprises. Demande un coût par place.
ui-plan-limit-net-seats = Places nettes
ui-plan-limit-net-seats-help = Places ouvertes moins places fermées, au plus. 0 : à moyens constants.
ui-plan-limit-openings = Ouvertures au plus
ui-plan-limit-openings-help = Ouvertures et augmentations, au plus.
ui-plan-limit-closings = Fermetures au plus
ui-plan-limit-closings-help = Fermetures et diminutions, au plus.
ui-plan-limit-workshop = Places de plus par lieu
ui-plan-limit-workshop-help = Places de plus que les ateliers d’un établissement peuvent accueillir, au plus.
ui-plan-limit-transformation = Places qui changent (%)
ui-plan-limit-transformation-help = Part des places du territoire qui peut changer à une rentrée, au plus.
ui-plan-limit-displacement = Entrants pris (%)
ui-plan-limit-displacement-help = Part des entrants d’une section que des places nouvelles peuvent prendre, au plus.
ui-plan-limit-seconds = Secondes de recherche
ui-plan-limit-seconds-help = La recherche s’arrête alors avec le meilleur plan trouvé, ou avant s’il est prouvé.
ui-plan-no-share = « { $typed } » n’est pas un pourcentage de 0 à 100.
ui-plan-search = Chercher
ui-plan-searching = Recherche d’un plan en cours…
ui-plan-stop-search = Arrêter la recherche
ui-plan-search-again = Autre recherche
ui-plan-proved = Plan prouvé à { $share } % du meilleur possible ; { $looked } actions examinées de près sur { $possible } possibles.
ui-plan-open = Recherche arrêtée : le meilleur plan possible vaut au plus { $share } % de plus que celui-ci ; { $looked } actions examinées de près sur { $possible } possibles. Plus de secondes, ou des moyens plus étroits, resserrent l’écart.
ui-plan-binding = Limite atteinte : { $limit }.
ui-plan-proposed-nothing = Aucune action ne pourvoit plus de postes dans ces moyens.
ui-plan-proposed-older = Le fichier a changé depuis cette recherche : les pertes sont celles d’alors. Cherchez de nouveau pour un plan à jour.
ui-plan-kept = Retenue
ui-plan-kept-help = Les actions cochées seront écrites. La barre d’espace ou un clic coche la ligne.
ui-plan-loss = Perte si refusée
ui-plan-loss-help = Ce que le plan perdrait sans cette action, toutes années, en postes pondérés du cas visé : un poste du territoire compte 2, un poste prioritaire 4, un poste voisin 1. Les pertes de deux actions ne s’additionnent pas.
ui-plan-proposal-name = Proposition
ui-plan-adopt = { $n-n ->
    [one] Écrire comme scénario ({ $n } action)
   *[other] Écrire comme scénario ({ $n } actions)
}
ui-plan-refuse = Refuser l’action
ui-plan-refuse-help = L’action choisie est ajoutée au scénario comme refusée : elle ne change aucun chiffre et n’est plus proposée.
