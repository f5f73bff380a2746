# Scénarios : actions sur la carte des formations, et ce qu’elles font des postes non pourvus, année par année.

trajectory-stable = Besoin constant
trajectory-cautious = Prudente (+300 000 emplois d’ici 2035)
trajectory-ambitious = Industrie à 12 % du PIB en 2035
action-ouverture = Ouverture
action-augmentation = Augmentation
action-diminution = Diminution
action-fermeture = Fermeture
action-transfert = Transfert
action-coloration = Coloration
action-ajustement = Ajustement

market-plan-unknown-section = L’action sur { $programme } à { $site } ne compte pas : ni cette section ni ce lieu ne sont connus du territoire.
market-plan-note-steady = Chaque section garde sa taille d’aujourd’hui hors des actions du scénario ; le besoin part de celui de { $year }.
market-plan-note-no-pool = Une ouverture au moins n’a aucune section du même vivier à portée : seuls les entrants nouveaux y viennent.
market-plan-doubt-no-outlet = Aucun débouché de cette formation n’est dans l’écart : elle ne pourvoit aucun poste ici.
market-plan-doubt-assumed = La section n’existe pas encore : ses taux sont des hypothèses.
market-plan-no-programme = Le diplôme { $programme } n’est pas au catalogue. Vérifiez son code (CFD, ou RNCP et le numéro de la fiche).
market-plan-no-site = { $site } n’est pas un lieu du territoire. Donnez le code UAI d’un de ses établissements ou le code d’un de ses bassins.
market-plan-no-section = Il n’y a pas de section { $programme } à { $site } par cette voie. Une section qui n’existe pas s’ouvre.
market-plan-already-open = Cette section existe déjà : choisissez une augmentation.
market-plan-no-seats = Dites combien de places l’action déplace.
market-plan-seats-of-coloration = Une coloration ne change pas le nombre de places : laissez-le à 0.
market-plan-too-many-seats = La section n’a que { $seats } places.
market-plan-rentree = La rentrée { $rentree } est hors du plan : choisissez de { $first } à { $last }.
market-plan-target = Un transfert va vers un autre lieu, et lui seul : donnez ce lieu, différent du premier.

app-scenario-unknown = Le territoire n’a pas de scénario « { $name } ».
app-scenario-taken = Un scénario s’appelle déjà « { $name } ». Donnez un autre nom.
app-scenario-empty = Donnez un nom au scénario.

deed-put-scenario = Enregistrement du scénario « { $name } »
deed-remove-scenario = Retrait du scénario « { $name } »
deed-put-action = Scénario « { $scenario } » : { $kind }, { $name }
deed-remove-action = Scénario « { $scenario } », action retirée : { $kind }, { $name }

cli-about-scenario = Fait, change, montre et compare des scénarios
cli-usage-scenario = releve scenario COMMANDE TERRITOIRE …
cli-about-scenario-list = Liste les scénarios et leurs actions
cli-usage-scenario-list = releve scenario list TERRITOIRE [--format table|json]
cli-about-scenario-new = Fait un scénario sans action
cli-usage-scenario-new = releve scenario new TERRITOIRE --name NOM [--trajectory TRAJECTOIRE] [--note TEXTE]
cli-about-scenario-copy = Fait un scénario avec les actions d’un autre
cli-usage-scenario-copy = releve scenario copy TERRITOIRE --scenario NOM --name NOM
cli-about-scenario-set = Change le nom, la trajectoire ou la note d’un scénario
cli-usage-scenario-set = releve scenario set TERRITOIRE --scenario NOM [--name NOM] [--trajectory TRAJECTOIRE] [--note TEXTE]
cli-about-scenario-remove = Retire un scénario et ses actions
cli-usage-scenario-remove = releve scenario remove TERRITOIRE --scenario NOM
cli-about-scenario-add = Ajoute une action à un scénario
cli-usage-scenario-add = releve scenario add TERRITOIRE --scenario NOM --kind NATURE --programme CODE --route VOIE (--uai UAI | --basin CODE) --seats NOMBRE --rentree ANNÉE […]
cli-about-scenario-change = Change une action
cli-usage-scenario-change = releve scenario change TERRITOIRE --scenario NOM --action NOMBRE […]
cli-about-scenario-drop = Retire une action
cli-usage-scenario-drop = releve scenario drop TERRITOIRE --scenario NOM --action NOMBRE
cli-about-scenario-show = Montre ce qu’un scénario fait, année par année et action par action
cli-usage-scenario-show = releve scenario show TERRITOIRE --scenario NOM [--year ANNÉE] [--format table|csv|json]
cli-about-scenario-compare = Met des scénarios côte à côte
cli-usage-scenario-compare = releve scenario compare TERRITOIRE --scenario NOM --scenario NOM… [--year ANNÉE] [--format table|json]
cli-value-scenario = NOM
cli-value-trajectory = TRAJECTOIRE
cli-value-uai = UAI
cli-value-kind = NATURE
cli-value-route = VOIE
cli-value-euros = EUROS
cli-help-scenario = Nom du scénario
cli-help-scenario-name = Nom du nouveau scénario, ou nouveau nom
cli-help-scenario-note = Ce qu’il faut en savoir
cli-help-scenario-seats = Places ouvertes, fermées ou déplacées, sans signe (une fermeture sans nombre ferme tout)
cli-help-scenario-status = Étape de la demande : draft, proposal, complete, request, ready-to-vote, approved, refused
cli-help-scenario-year = Année du besoin dont partent les années à venir (sinon celle de l’enquête la plus récente)
cli-help-trajectory = Besoin des années à venir : stable, cautious, ambitious
cli-help-action = Numéro de l’action, comme « show » le donne
cli-help-kind = Nature : ouverture, augmentation, diminution, fermeture, transfert, coloration, ajustement
cli-help-route = Voie : scolaire, apprentissage, continue
cli-help-uai = Établissement
cli-help-rentree = Première rentrée concernée
cli-help-to-uai = Établissement où un transfert amène les places
cli-help-to-basin = Ou bassin d’emploi
cli-help-compensation = Numéro commun aux actions décidées ensemble
cli-help-fixed-cost = Euros dépensés une fois, à la rentrée
cli-help-seat-cost = Euros d’une place et d’une année d’études (sinon l’hypothèse du territoire)
cli-help-asked-by = Institution qui demande
cli-scenario-written = Scénario enregistré, révision { $revision }.
cli-scenario-action = Action { $action }.
cli-scenario-none = Le territoire n’a pas de scénario.
cli-job-outlook = Années à venir
cli-error-no-action = Le scénario n’a pas d’action { $action }.
cli-column-scenario = Scénario
cli-column-trajectory = Besoin à venir
cli-column-actions = Actions
cli-column-note = Note
cli-column-year = Année
cli-column-unfilled-reference = Non pourvus sans action
cli-column-unfilled-planned = Non pourvus avec
cli-column-filled-more = Pourvus de plus
cli-column-neighbours = Chez les voisins
cli-column-people-more = Sortants de plus
cli-column-spent = Euros
cli-column-action = Nature
cli-column-rentree = Rentrée
cli-column-displaced = Entrants pris ailleurs

market-plan-limit-one-each = une action par section
market-plan-limit-openings = ouvertures et augmentations : { $count } au plus
market-plan-limit-closings = fermetures et diminutions : { $count } au plus
market-plan-limit-budget = budget de { $year }
market-plan-limit-seats = places ouvertes moins places fermées : { $count } au plus
market-plan-limit-transformation = places changées à la rentrée { $rentree }
market-plan-limit-workshop = ateliers de { $site }
market-plan-limit-entrants = entrants que les autres sections peuvent perdre ou recevoir
market-plan-limit-floors = aucun bassin ne perd
market-plan-limit-scenario = actions du scénario
market-error-no-plan = Aucun plan ne respecte ces limites : { $first }{ $others-n ->
    [0] { "" }
    [one] , et une autre
   *[other] , et { $others } autres
  }. Le scénario les dépasse à lui seul, ou elles s’excluent. Relâchez-en une, ou retirez une action.
market-error-no-cost = Le budget ne peut pas être tenu : une place de { $programme } n’a pas de coût. Donnez l’hypothèse « seat-cost ».

cli-about-plan = Propose un plan
cli-usage-plan = releve plan COMMANDE TERRITOIRE …
cli-about-plan-optimise = Propose ce qu’il faut ouvrir, agrandir ou fermer en plus d’un scénario, dans les moyens donnés
cli-usage-plan-optimise = releve plan optimise TERRITOIRE --scenario NOM [--into NOM] [--budget EUROS] [--net-seats NOMBRE] [--openings NOMBRE] [--closings NOMBRE] […]
cli-value-percent = POURCENT
cli-value-aim = VISÉE
cli-help-plan-into = Nom du scénario où écrire le plan (sinon rien n’est écrit)
cli-help-from = Première rentrée qui peut encore être décidée
cli-help-until = Dernière rentrée du plan
cli-help-budget = Euros par an au plus ; demande un coût par place
cli-help-net-seats = Places ouvertes moins places fermées, au plus (0 : à moyens constants)
cli-help-openings = Ouvertures et augmentations au plus
cli-help-closings = Fermetures et diminutions au plus
cli-help-workshop = Places de plus qu’un établissement peut accueillir (sinon 48), là où la démarche ne dit rien de ses ateliers
cli-help-transformation = Part des places du territoire qui peut changer à une rentrée, au plus
cli-help-displacement = Part des entrants d’une section que des places nouvelles peuvent prendre, au plus (sinon 50)
cli-help-first-occupation = Métier dont les postes comptent double ; peut être répété
cli-help-first-basin = Bassin dont les postes comptent double ; peut être répété
cli-help-no-basin-loses = Aucun bassin ne pourvoit moins de postes que sans le plan
cli-help-aim = Cas visé : central, mean (moyenne des trois cas), worst-case (le pire), regret (le moindre regret)
cli-help-seconds = Secondes de recherche au plus (sinon 10)
cli-job-plan = Plan
cli-plan-proved = Plan prouvé à { $share } % du meilleur possible ; { $looked } actions examinées de près sur { $possible } possibles.
cli-plan-open = Recherche arrêtée : le meilleur plan possible vaut au plus { $share } % de plus que celui-ci ; { $looked } actions examinées de près sur { $possible } possibles.
cli-plan-binding = Limite atteinte : { $limit }.
cli-column-weighted-gain = Perte s’il est refusé

action-status-draft = Brouillon
action-status-proposal = Proposition
action-status-complete = Dossier complet
action-status-request = Projet de demande
action-status-ready-to-vote = Prêt pour le vote
action-status-approved = Validée
action-status-refused = Refusée
report-plan-title = Les scénarios
report-plan-intro = { $n-n ->
    [one] Un scénario est comparé
   *[other] { $n } scénarios sont comparés
  } au territoire tel qu’il est. Chaque année a son appariement : le besoin de { $base } suit la trajectoire choisie, et les places ouvertes ou fermées ne comptent qu’à partir de leurs premiers sortants.
report-plan-sentence = { $scenario } ({ $trajectory }) : { $actions-n ->
    [0] aucune action
    [one] une action
   *[other] { $actions } actions
  } ; { $posts } postes pourvus de plus d’ici { $last } (de { $low } à { $high }).
report-plan-sentence-withheld = { $scenario } ({ $trajectory }) : { $actions-n ->
    [0] aucune action
    [one] une action
   *[other] { $actions } actions
  } d’ici { $last }. Les postes pourvus ne sont pas imprimés : ils rendraient une donnée couverte par le secret.
report-plan-years = Postes non pourvus, année par année
report-plan-years-remark = Postes et personnes par an. Bas et haut : le moindre et le plus grand des cinq appariements. Chez les voisins : bassins hors du territoire résolus avec lui.
report-plan-actions = Ce que fait chaque action
report-plan-actions-remark = Postes pourvus : ceux de toutes les actions, moins ceux de toutes sauf elle. Entrants pris ailleurs : par an, aux sections du même vivier à portée ; négatif quand elles en reçoivent.
report-plan-notes = À savoir
report-plan-whole = { $scenario }, en tout
report-field-plan = postes et sortants des métiers de l’écart, territoire et voisins résolus ensemble.
report-column-scenario = Scénario
report-column-year = Année
report-column-unfilled-reference = Non pourvus sans action
report-column-unfilled-planned = Non pourvus avec
report-column-filled-more = Pourvus de plus
report-column-neighbours = Chez les voisins
report-column-spent = Dépense
report-column-action = Nature
report-column-rentree = Rentrée
report-column-filled-last = Pourvus, dernière année
report-column-displaced = Entrants pris ailleurs
report-column-status = Étape
report-column-euros-per-post = Euros par poste
report-sheet-plan-years = Scénarios par année
report-sheet-plan-actions = Actions des scénarios

store-table-scenario = scénarios
store-table-plan-action = actions des scénarios
store-column-trajectory = besoin à venir
store-column-scenario = scénario
store-column-kind = nature
store-column-uai = établissement
store-column-route = voie
store-column-seats = places
store-column-to-uai = vers l’établissement
store-column-to-basin = vers le bassin
store-column-rentree = rentrée
store-column-compensation = compensation
store-column-fixed-cost = dépense unique
store-column-seat-cost = coût d’une place
market-plan-note-declared = { $posts } postes déclarés pour { $year } seulement ne comptent pas les années suivantes : le besoin d’une année tient aux déclarations de cette année.
store-table-reference-scenario = scénario décidé
store-table-action-basin = bassins d’une section partagée
store-table-mobility-help = aides à la mobilité
store-column-action = action
store-column-people = personnes aidées
store-column-km = km de plus
store-column-person-cost = euros par personne
store-column-from-year = première année
store-column-until-year = dernière année
ui-job-understand = Ce que fait chaque action proposée
cli-job-understand = Ce que fait chaque action proposée
ui-plan-receivers = Postes pourvus en { $year } par métier et bassin
ui-plan-further = Parmi les entrants, { $diploma }, rentrée { $rentree }
