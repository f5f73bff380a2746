# Textes de la fenêtre.

## Cadre

ui-nav-dashboard = Tableau de bord
ui-nav-basins = Bassins d’emploi
ui-nav-occupations = Métiers
ui-nav-cells = Écarts
ui-nav-training = Offre de formation
ui-nav-assumptions = Hypothèses
ui-nav-sources = Sources et qualité
ui-nav-journal = Journal
ui-nav-import = Importer
ui-nav-export = Exporter
ui-title-dashboard = Où manque-t-il du monde, et pourquoi ?
ui-title-basins = Quels bassins manquent de monde ?
ui-title-occupations = Quels métiers manquent de monde ?
ui-title-cells = Où et dans quel métier manque-t-il du monde ?
ui-title-training = Qui sort de formation, et pour quels métiers ?
ui-title-assumptions = Que suppose le calcul ?
ui-title-sources = D’où viennent les chiffres ?
ui-title-journal = Qu’a-t-on fait dans ce fichier ?
ui-title-import = Que changeraient ces fichiers ?
ui-title-export = Que voulez-vous emporter ?
ui-back = Retour
ui-search = Rechercher
ui-language = Langue de l’écran
ui-theme = Couleurs
ui-menu = Menu
ui-year = Année { $year }
ui-year-name = Année des besoins
ui-read-only = lecture seule
ui-read-only-help = Ce fichier est ouvert ailleurs ou protégé : vous pouvez tout lire et exporter, rien modifier.
ui-stop = Arrêter
ui-percent = { $n } %
ui-saved = Enregistré · révision { $revision }
ui-saved-at = Enregistré { $time } · révision { $revision }
ui-deed = { $do } : { $deed }
ui-deed-none = { $do } : rien pour l’instant
ui-notices = { $n-n ->
    [one] { $n } avis
   *[other] { $n } avis
}
ui-dismiss = J’ai lu
ui-close = Fermer
ui-browse = Parcourir…
ui-keys-title = Raccourcis clavier
ui-key-open = Entrée
ui-key-open-does = Ouvrir la ligne choisie
ui-key-close = Échap
ui-key-close-does = Fermer, vider le filtre, renoncer à la saisie
ui-key-move = Flèches, Début, Fin, pages
ui-key-move-does = Parcourir le tableau
ui-key-edit = F2
ui-key-edit-does = Modifier la première hypothèse, renommer le scénario
ui-key-tab = Tab
ui-key-tab-does = Passer à la commande suivante
ui-key-zoom = Ctrl + et Ctrl −
ui-key-zoom-does = Agrandir, réduire
ui-find-hint = Un métier, une appellation, un bassin, une formation, un établissement, une commande…
ui-find-nothing = Rien de ce nom.
ui-drop-here = Déposez pour lire ces fichiers : rien ne sera écrit sans votre accord
ui-drop-open-first = Ouvrez d’abord un territoire, puis déposez les fichiers à importer.

## Chiffres

ui-exact = valeur exacte
ui-between = de { $low } à { $high }
ui-not-available = n.d.
ui-total = Ensemble
ui-border = en bordure
ui-border-warning = Bassin en bordure des données : un bassin voisin à portée n’a pas de données dans ce fichier. Les sortants qui en viendraient ne sont pas comptés ; importez la région voisine pour compléter.
ui-column-basin = Bassin
ui-column-department = Département
ui-column-border = Bordure
ui-column-border-help = Un bassin voisin à portée n’a pas de données : l’offre vue est incomplète.
ui-column-occupation = Métier
ui-column-code = Code
ui-column-domain = Domaine
ui-column-skill = Qualification
ui-column-need = Besoin
ui-column-need-help = Besoin en nouveaux sortants de formation, par an : part des projets non saisonniers, et besoins déclarés. En postes.
ui-column-supply = Vivier
ui-column-supply-help = Sortants de formation disponibles dans leur métier, formés dans le territoire. En personnes par an.
ui-column-filled = Pourvus
ui-column-filled-help = Postes que les sortants peuvent pourvoir, au mieux de l’appariement et dans le rayon de mobilité.
ui-column-unfilled = Non pourvus
ui-column-unfilled-help = Postes non pourvus estimés : ce qui reste du besoin une fois les sortants placés au mieux.
ui-column-coverage = Couverture locale
ui-column-coverage-help = Vivier formé sur place rapporté au besoin, avant tout déplacement : ce n’est pas la part des postes pourvus. Moins de 85 % : forte pénurie ; plus de 115 % : excédent.
ui-coverage-none = aucun besoin connu
ui-column-no-training = Sans formation à portée
ui-column-no-training-help = Postes non pourvus qu’aucune formation à portée ne prépare.
ui-column-not-enough = Avec formation à portée
ui-column-not-enough-help = Postes non pourvus alors que des formations y mènent : il n’en sort pas assez de monde.
ui-column-secret = Part secrète
ui-column-secret-help = Part des cellules de l’enquête masquées par le secret statistique : comptées de 1 à 4 projets.
ui-column-projects = Projets
ui-column-projects-help = Projets de recrutement de l’enquête, tous types.
ui-column-difficult = Difficiles
ui-column-difficult-help = Projets jugés difficiles par les employeurs.
ui-column-seasonal = Saisonniers
ui-column-seasonal-help = Projets saisonniers : ils n’appellent pas de formation.
ui-column-declared = Déclarés
ui-column-declared-help = Postes déclarés par des employeurs.
ui-column-unskilled = Sans diplôme requis
ui-column-unskilled-help = Projets d’ouvriers non qualifiés, hors de l’écart.
ui-column-level7 = Niveau 7 hors champ
ui-column-level7-help = Projets d’ingénieurs et cadres : leur offre n’est pas dans les données.
ui-column-reachable = À portée
ui-column-reachable-help = Sortants qui peuvent atteindre la cellule. Ne s’additionne pas : une personne en atteint plusieurs.
ui-column-programme = Formation
ui-column-diploma = Diplôme
ui-column-level = Niveau
ui-column-route = Voie
ui-column-seats = Places
ui-column-seats-help = Places déclarées, là où la source les donne.
ui-column-leavers = Sortants
ui-column-leavers-help = Ceux qui quittent les études après la dernière année.
ui-column-in-field = Dans leur métier
ui-column-in-field-help = Sortants diplômés qui restent dans le métier appris : S de la méthode.
ui-column-placed = Placés
ui-column-placed-help = Personnes que l’appariement place sur un poste.
ui-column-outlets = Débouchés
ui-column-outlets-help = Métiers industriels auxquels la formation mène à un niveau accepté.
ui-column-provenance = Fondé sur
ui-column-provenance-help = Le facteur le moins sûr du calcul : mesuré, lissé, estimé ou supposé.
ui-column-direction = Sens
ui-column-from = De
ui-column-to = Vers
ui-column-km = km
ui-column-file = Fichier
ui-column-layout = Format
ui-column-vintage = Millésime
ui-column-producer = Producteur
ui-column-licence = Licence
ui-column-read = Lues
ui-column-read-help = Lignes de données du fichier.
ui-column-stored = Gardées
ui-column-stored-help = Lignes devenues chacune un fait.
ui-column-merged = Fusionnées
ui-column-merged-help = Lignes qui répètent ou complètent un fait déjà compté.
ui-column-refused = Refusées
ui-column-refused-help = Lignes refusées, chacune avec son motif et son remède.
ui-column-ignored = Hors champ
ui-column-ignored-help = Lignes hors du champ du programme : totaux, autres nomenclatures.
ui-column-reconciles = Compte
ui-column-imported = Importé le
ui-column-sha = SHA-256
ui-reconciled = juste
ui-not-reconciled = faux
ui-column-source = Source
ui-column-deed = Action
ui-column-when = Quand
ui-column-revision = Révision
ui-column-state = État
ui-column-reason = Motif
ui-column-remedy = Remède
ui-column-row = Ligne
ui-column-column = Colonne
ui-column-value = Valeur
ui-column-severity = Gravité
ui-skill-ouvrier-non-qualifie = ouvrier non qualifié
ui-skill-ouvrier-qualifie = ouvrier qualifié
ui-skill-technicien-am = technicien, agent de maîtrise
ui-skill-ingenieur-cadre = ingénieur, cadre
ui-route-scolaire = scolaire
ui-route-apprentissage = apprentissage
ui-route-continue = continue
ui-provenance-measured = mesuré
ui-provenance-shrunk = lissé
ui-provenance-estimated = estimé
ui-provenance-assumed = supposé
ui-factor-seats = Places
ui-factor-fill-rate = Taux de remplissage
ui-factor-entrants = Entrants
ui-factor-retention = Restent jusqu’en dernière année
ui-factor-final-year = Effectif de dernière année
ui-factor-spread-share = Part de l’effectif régional
ui-factor-cohorts = Promotions cumulées
ui-factor-leaving-share = Quittent les études
ui-factor-diploma-rate = Obtiennent le diplôme
ui-factor-stays-in-field = Restent dans leur métier

## Tableaux

ui-table-filter = Filtrer ce tableau (Ctrl+F)
ui-table-clear-filter = Vider le filtre
ui-table-nothing = Aucune ligne ne répond au filtre.
ui-table-count = { $n } sur { $all }
ui-table-columns = Colonnes
ui-table-copy = Copier
ui-table-copy-help = Copie les lignes et les colonnes affichées, prêtes à coller dans un tableur.
ui-table-copied = { $n-n ->
    [one] { $n } ligne copiée, prête à coller dans un tableur.
   *[other] { $n } lignes copiées, prêtes à coller dans un tableur.
}

## Tableau de bord

ui-dashboard-causes = Du besoin aux postes pourvus
ui-dashboard-domains = Écart par domaine
ui-dashboard-domains-help = Vivier moins besoin, en personnes par an. À gauche : il manque du monde.
ui-dashboard-shortages = Les dix plus fortes pénuries
ui-dashboard-no-shortage = Aucun poste ne reste sans candidat formé.
ui-shortage = , { $basin } : { $unfilled } non pourvus sur { $need }
ui-dashboard-beside = À côté de l’écart
ui-beside-projects = Projets de recrutement, tous types : { $value }
ui-beside-difficult = dont jugés difficiles : { $value }
ui-beside-unskilled = Sans diplôme requis, hors de l’écart : { $value }
ui-beside-level7 = Niveau 7, hors champ des données : { $value }
ui-beside-secret = Cellules masquées par le secret statistique : { $share }
ui-beside-assumed = Part du vivier qui repose sur des hypothèses ou des estimations : { $share }
ui-solving = Calcul de l’écart…
ui-empty = Ce territoire n’a pas encore de chiffres. Importez une enquête « Besoins en main-d’œuvre » et des fichiers d’offre de formation : l’écart se calcule aussitôt.
ui-import-go = Importer des fichiers

## Fiches

ui-basin-intro = { $departments } · { $population } habitants · bassin { $code }
ui-occupation-intro = { $code } · { $domain } · { $skill } · niveaux de diplôme { $levels }
ui-sheet-gaps = Besoins et écarts
ui-sheet-programmes = Formations
ui-sheet-flows = Qui vient d’où
ui-flow-here = sur place
ui-flow-in = arrivée
ui-flow-out = départ
ui-flow-between = entre bassins

## Détail

ui-cell-title = { $occupation } – { $basin }
ui-supply-title = { $diploma } { $programme } – { $basin }
ui-supply-formula = Sortants dans leur métier = effectif × ceux qui quittent les études × ceux qui ont le diplôme × ceux qui restent dans le métier.
ui-origin-regional = Effectif régional réparti sur les bassins
ui-detail-inputs = Calculé à partir de
ui-detail-parts = { $n-n ->
    [one] { $n } élément derrière ce nombre
   *[other] { $n } éléments derrière ce nombre
}
ui-detail-more = { $n-n ->
    [one] … et { $n } autre
   *[other] … et { $n } autres
}
ui-detail-close = Fermer le détail
ui-detail-sheet = Voir la fiche
ui-on-people = { $source } · sur { $people } personnes
ui-rows = { $n-n ->
    [one] ligne { $rows }
   *[other] lignes { $rows }
}
ui-rows-more = { $n-n ->
    [one] lignes { $rows } et { $n } autre
   *[other] lignes { $rows } et { $n } autres
}

## Sources

ui-sources-empty = Aucun fichier importé : les chiffres viennent de fichiers officiels, un par source. Commencez par l’enquête « Besoins en main-d’œuvre ».
ui-source-reconciles = Lignes lues = gardées + fusionnées + refusées + hors champ.
ui-source-remove = Retirer ce fichier
ui-source-again = Relire le fichier
ui-source-again-help = L’endroit où ce fichier fut lu n’est pas connu de ce poste : vous le choisirez.
ui-source-newer = Importer un millésime plus récent
ui-source-newer-help = Ce que dit ce fichier reste ; le plus récent est entendu à sa place.
ui-source-remove-help = Retire le fichier et tout ce qu’il a apporté. Peut être annulé.
ui-source-removed = Fichier retiré : { $file }. Ctrl+Z le remet.
ui-source-issues = Lignes refusées ou douteuses

## Hypothèses

ui-assumptions-intro = Chaque hypothèse a une valeur basse, centrale et haute : c’est elle qui fait la fourchette des résultats. Une valeur changée relance le calcul ; tout peut être annulé.
ui-assumptions-copy = Copier les hypothèses
ui-assumptions-paste = Ctrl+V colle un tableau retouché (colonnes key, scope, low, central, high, unit), en un acte qui s’annule.
ui-low = bas
ui-central = central
ui-high = haut
ui-unit-percent = { "%" }
ui-unit-km = km
ui-unit-seats = places
ui-unit-people = personnes
ui-unit-euros = €
ui-unit-minutes = min
ui-unit-jobs = emplois
ui-unit-projects = projets
ui-scope-all = pour tous
ui-scope-level = niveau { $level }
ui-assumption-handle = { $name }, curseur
ui-try-waiting = Non pourvus : { $before } → …
ui-try-exact = Non pourvus : { $before } → { $after }
ui-assumption-reset = Remettre la valeur d’origine
ui-assumption-edited = modifié · à l’origine : { $source }
ui-assumption-unset = aucune valeur : à renseigner
ui-assumption-not-a-number = Ce n’est pas un nombre : l’ancienne valeur est gardée.
ui-assumption-out-of-bounds = La valeur doit être entre { $least } et { $most } : l’ancienne est gardée.
ui-assumption-beta = Part des projets qui appellent un nouveau sortant (β)
ui-assumption-beta-help = Le reste des projets non saisonniers recrute des personnes expérimentées ou remplace des départs.
ui-assumption-fill-rate = Taux de remplissage
ui-assumption-fill-rate-help = Entrants sur places, là où les entrants ne sont pas observés.
ui-assumption-retention = Maintien jusqu’en dernière année
ui-assumption-retention-help = Effectif de dernière année sur entrants, là où il n’est pas observé.
ui-assumption-further-study = Poursuite d’études
ui-assumption-further-study-help = Part de la dernière année qui continue ses études, là où aucun devenir n’est connu.
ui-assumption-diploma-rate = Obtention du diplôme
ui-assumption-diploma-rate-help = Part des sortants qui ont le diplôme.
ui-assumption-stays-in-field = Maintien dans le métier
ui-assumption-stays-in-field-help = Part des sortants qui travaillent dans le métier appris.
ui-assumption-radius-km = Rayon de mobilité
ui-assumption-radius-km-help = Distance à vol d’oiseau entre centres de bassins, par niveau de diplôme.
ui-assumption-apprentice-seat-cap = Plafond de places déclarées en apprentissage
ui-assumption-apprentice-seat-cap-help = Au-delà, une déclaration ne pèse pas plus dans la répartition d’un effectif régional.
ui-assumption-shrinkage = Lissage des petits effectifs
ui-assumption-shrinkage-help = Personnes fictives ajoutées au taux régional ou national : sous ce nombre, un taux observé compte peu.
ui-assumption-seat-cost = Coût d’une place
ui-assumption-seat-cost-help = Euros par place et par année d’études. Aucun coût n’est supposé : sans valeur, les coûts par poste pourvu ne s’affichent pas.
ui-assumption-opening-cost = Coût d’une ouverture
ui-assumption-opening-cost-help = Euros d’équipement et de travaux d’une section qui ouvre. Aucun coût n’est supposé : sans valeur, une ouverture proposée n’en a pas.
ui-assumption-post-worth-help = Euros qu’un poste pourvu vaut pour le territoire, comptés une fois. Aucune valeur n’est supposée : sans elle, l’année où un scénario se rembourse n’est pas dite.
ui-assumption-post-worth = Valeur d’un poste pourvu
ui-assumption-match-surplus = Surplus d’un appariement
ui-assumption-match-surplus-help = Optique attendue : ce que vaut un appariement sans trajet, pour les deux côtés ensemble, face à rester seul. Plus il est grand, plus il se pourvoit de postes.
ui-assumption-match-noise = Bruit d’appariement
ui-assumption-match-noise-help = Optique attendue : poids du hasard et de ce que le modèle ne voit pas. Un trajet plus long de deux fois ce bruit divise par 2,7 les chances d’un appariement.
ui-assumption-net-creation = Créations nettes d’emplois industriels
ui-assumption-net-creation-help = Emplois industriels créés dans le pays chaque année, au-delà de ceux de l’année de base. Seuls les scénarios s’en servent.
ui-assumption-gap-share = Part des créations nettes dans l’écart
ui-assumption-gap-share-help = Ouvriers qualifiés et techniciens des métiers industriels, parmi les emplois créés. Seuls les scénarios s’en servent.
ui-assumption-national-projects = Projets nationaux de l’année de base
ui-assumption-national-projects-help = Projets non saisonniers du pays dans les métiers de l’écart : ce à quoi les créations nettes sont rapportées.
ui-assumption-newcomers = Entrants nouveaux
ui-assumption-newcomers-help = Part des entrants de places nouvelles qui n’iraient sinon dans aucune section industrielle. Les autres viennent des sections à portée ; à 0 %, les entrants sont constants.

## Journal

ui-journal-empty = Rien encore : chaque import, chaque hypothèse changée s’inscrira ici.
ui-journal-undone = annulé

## Import

ui-import-choose = Choisir des fichiers…
ui-import-drop = Déposez ici des fichiers officiels
ui-import-drop-help = Ils sont reconnus par leur contenu, lus et comparés ; rien n’est écrit avant votre accord.
ui-import-path = Ou tapez un chemin :
ui-import-path-name = Chemin du fichier à importer
ui-import-read = Lire
ui-import-known = Fichiers acceptés
ui-import-known-demand = Besoins : enquête « Besoins en main-d’œuvre » 2023 à 2026, tensions par métier et bassin
ui-import-known-supply = Offre : capacités de CAP, bac pro et BTS, Parcoursup, annuaire de l’éducation
ui-import-known-outcomes = Devenir : InserJeunes par région, par lycée et par CFA
ui-import-known-places = Lieux : composition communale des bassins et des zones d’emploi
ui-import-known-occupations = Métiers : ROME, FAP 2009 et 2021, tables RNCP et Certif Info
ui-import-counts = { $read-n ->
    [one] { $read } ligne lue : { $stored } gardées, { $merged } fusionnées, { $refused } refusées, { $ignored } hors champ.
   *[other] { $read } lignes lues : { $stored } gardées, { $merged } fusionnées, { $refused } refusées, { $ignored } hors champ.
}
ui-import-confirm = { $n-n ->
    [one] Importer { $n } ligne
   *[other] Importer { $n } lignes
}
ui-import-undoable = Se fait d’un bloc, et s’annule d’un Ctrl+Z.
ui-import-vain = Ces fichiers n’apportent rien de nouveau.
ui-import-all-refused = Aucun fichier ne peut être importé : rien n’a changé.
ui-import-forget = Renoncer
ui-import-already = Ce fichier a déjà été importé, octet pour octet.
ui-import-new = Nouveau
ui-import-new-help = { $n-n ->
    [one] { $n } fait n’est pas encore dans le territoire et y serait ajouté.
   *[other] { $n } faits ne sont pas encore dans le territoire et y seraient ajoutés.
}
ui-import-changed = Modifié
ui-import-no-change = Aucun fait déjà gardé ne changerait.
ui-import-unchanged = Inchangé
ui-import-unchanged-help = { $n-n ->
    [one] { $n } fait est déjà gardé tel quel.
   *[other] { $n } faits sont déjà gardés tels quels.
}
ui-import-issues = Refusé ou douteux
ui-import-issues-help = Chaque ligne porte son motif et ce qu’il faut faire pour la corriger dans le fichier d’origine.
ui-import-no-issue = Aucune ligne refusée ni douteuse.
ui-issue-refused = refusée
ui-issue-doubtful = douteuse
ui-issue-line = Ligne { $row }, { $column } : { $value }
ui-imported = { $rows-n ->
    [one] Importé : { $rows } fait nouveau ou modifié. Ctrl+Z l’annule.
   *[other] Importé : { $rows } faits nouveaux ou modifiés (fichiers : { $files }). Ctrl+Z annule le tout.
}

## Export

ui-export-folder = Dans le dossier :
ui-export-folder-name = Dossier des exports
ui-export-pdf = Rapport à lire et à imprimer (PDF)
ui-export-pdf-help = L’essentiel, comment lire, besoin, offre, écarts, méthode et sources. Accessible aux lecteurs d’écran.
ui-export-pdf-do = Écrire le PDF
ui-export-xlsx = Tableaux pour tableur (XLSX)
ui-export-xlsx-help = Les mêmes tableaux en nombres, avec leurs sources et leurs notes de lecture.
ui-export-xlsx-do = Écrire le classeur
ui-export-csv = Données simples (CSV)
ui-export-csv-help = Un fichier par tableau, pour d’autres programmes.
ui-export-csv-do = Écrire les CSV
ui-export-copy = Copie du territoire
ui-export-copy-help = Le fichier complet, vérifié, avec son journal. À confier à un collègue.
ui-export-copy-do = Enregistrer une copie
ui-exported = { $n-n ->
    [one] Écrit : { $paths }
   *[other] Écrits : { $paths }
}
ui-check-sound = Fichier vérifié : tout est en ordre.
ui-check-findings = La vérification a trouvé : { $findings }

## Choix du territoire

ui-chooser-title = Quel territoire ?
ui-chooser-subtitle = Relève compare ce que les employeurs cherchent et qui sort de formation, bassin par bassin.
ui-chooser-demo = Découvrir
ui-chooser-demo-help = Une région inventée, complète : besoins, formations, écarts et causes. Rien à préparer.
ui-chooser-demo-do = Ouvrir la démonstration
ui-chooser-recent = Reprendre
ui-chooser-no-recent = Vos derniers territoires apparaîtront ici.
ui-chooser-missing = introuvable
ui-chooser-forget = Retirer de la liste
ui-chooser-open = Ouvrir un fichier…
ui-chooser-path-name = ou son chemin
ui-chooser-open-path = Ouvrir
ui-chooser-new = Commencer un territoire
ui-chooser-new-help = Choisissez une ou plusieurs régions ; vous y importerez ensuite les fichiers officiels.
ui-chooser-name = Nom du territoire
ui-chooser-file = Fichier
ui-chooser-file-hint = proposé d’après le nom
ui-chooser-create = Créer le territoire
ui-chooser-pick-first = Choisissez d’abord au moins une région.
ui-ask-import = Fichiers à importer
ui-ask-open = Territoire à ouvrir
ui-ask-new = Où créer le territoire ?
ui-ask-folder = Dossier des exports
ui-ask-copy = Où enregistrer la copie ?
ui-no-dialog = Ce bureau n’offre pas de fenêtre pour choisir un fichier. Tapez le chemin dans le champ, ou déposez le fichier sur la fenêtre.

## Travaux

ui-job-demonstration = Préparation de la démonstration
ui-job-open = Lecture
ui-job-create = Création du territoire
ui-job-facts = Lecture des données
ui-job-solve = Calcul de l’écart
ui-job-undo = Annulation
ui-job-redo = Rétablissement
ui-job-write = Enregistrement
ui-job-preview = Lecture des fichiers
ui-job-import = Import
ui-job-export = Écriture du rapport
ui-job-copy = Copie du fichier
ui-job-check = Vérification du fichier
ui-job-dialog = Choix d’un fichier

## Erreurs

ui-no-display = Aucun écran où ouvrir la fenêtre. Le même travail se fait dans le terminal : « releve --help ».
ui-no-graphics = La fenêtre ne peut pas être dessinée sur ce poste ({ $reason }). Rien n’a été modifié. Mettez à jour le pilote graphique, ou travaillez dans le terminal : « releve --help ».
ui-damaged = Le programme est abîmé ({ $reason }). Vos fichiers sont intacts. Réinstallez Relève.
ui-job-causes = Calcul des causes
ui-job-values = Calcul de la valeur des places
ui-reasons-waiting = Calcul des causes en cours. S’il a été arrêté, F5 le relance.
ui-reason-range = Selon l’ordre dans lequel on lève les causes : de { $least } à { $most }.
ui-reason-further-study-help = Ce que rempliraient ceux qui continuent leurs études, s’ils sortaient.
ui-reason-evaporation-help = Ce que rempliraient ceux qui partent vers un autre métier, s’ils restaient.
ui-reason-failure-help = Ce que rempliraient ceux qui abandonnent ou échouent, s’ils étaient diplômés.
ui-reason-vacant-seats-help = Ce que rempliraient les places restées vides, si elles étaient occupées.
ui-reason-distance-help = Ce que rempliraient des sortants formés trop loin, si la distance ne comptait pas.
ui-reason-level-help = Ce que rempliraient des diplômés d’un autre niveau, si l’on recrutait à tout niveau.
ui-reason-adjacent-help = Ce que rempliraient des diplômés de métiers proches, s’ils étaient recrutés.
ui-reason-no-training-help = Ce qui resterait, les sept causes levées : aucune formation n’y mène.
ui-reason-not-enough-help = Ce qui resterait, les sept causes levées : trop peu de monde y est formé.

# Carte
ui-map-name = Carte des bassins d’emploi : { $territory }
ui-map-measure = Couleur
ui-map-measure-unfilled = Part du besoin non pourvue
ui-map-measure-coverage = Couverture locale
ui-map-under = moins de { $high } %
ui-map-between = { $low } à { $high } %
ui-map-over = { $low } % et plus
ui-map-nothing = aucun besoin connu
ui-map-secret = secret : moitié ou plus des lignes d’enquête
ui-map-circles = Postes non pourvus
ui-map-line = { $what } : { $value }
ui-map-nearer = Rapprocher (molette, page précédente)
ui-map-farther = Éloigner (molette, page suivante)
ui-map-whole = Voir tout le territoire (début)
ui-map-shape = Contours : points du plan les plus proches de chaque bassin, et non limites officielles.

# Matrice des écarts
ui-cells-table = Tableau
ui-cells-matrix = Matrice
ui-matrix-name = Matrice des métiers et des bassins : { $measure }
ui-matrix-measure = Nombre
ui-matrix-difference = Écart (vivier − besoin)
ui-matrix-order = Bassins
ui-matrix-order-size = par postes non pourvus
ui-matrix-order-position = du nord au sud
ui-matrix-order-name = par nom
ui-matrix-told = { $occupation }, { $basin } : { $measure } { $value }, besoin { $need }, vivier { $supply }
ui-matrix-under-one = moins de 1
ui-matrix-short = manque { $band }
ui-matrix-over = surplus { $band }
