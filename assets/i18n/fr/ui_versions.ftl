# Journal, versions, comparaison, travaux, rapport d’incident, visite guidée.

## Journal : jusqu’où revenir

store-noun-deed = action du journal
cli-travel-back = { $n-n ->
    [one] { $n } action annulée ; révision { $revision }.
   *[other] { $n } actions annulées ; révision { $revision }.
}
cli-travel-forth = { $n-n ->
    [one] { $n } action rétablie ; révision { $revision }.
   *[other] { $n } actions rétablies ; révision { $revision }.
}
cli-travel-nowhere = Le fichier est déjà à cette action : rien n’a bougé.
cli-travel-behind = L’action { $id } est déjà annulée. « releve redo --to { $id } » la rétablit. Rien n’a été modifié.
cli-travel-ahead = L’action { $id } n’est pas annulée. « releve undo --to { $id } » y revient. Rien n’a été modifié.
cli-help-to = Revenir juste après l’action de ce numéro (voir journal)
cli-help-deed = Détaille l’action de ce numéro : lignes ajoutées, modifiées, retirées
cli-job-travel = Retour dans le journal
cli-deed-table = { $table } : { $added } ajoutées, { $changed } modifiées, { $removed } retirées
cli-deed-row = { $table }, ligne { $id }
cli-deed-cell = { $column } : { $before } → { $after }
cli-deed-forgotten = Le détail de cette action n’est plus dans le fichier.

## Tables et colonnes, comme le journal les nomme

store-table-source = fichiers importés
store-table-source-issue = remarques d’importation
store-table-territory = territoire
store-table-territory-region = régions du territoire
store-table-region = régions
store-table-department = départements
store-table-basin = bassins d’emploi
store-table-zone = zones d’emploi
store-table-commune = communes
store-table-occupation = métiers
store-table-fap-label = libellés de métiers
store-table-rome = fiches ROME
store-table-rome-proximity = mobilités entre fiches ROME
store-table-crosswalk = passages du ROME aux métiers
store-table-fap2009-bridge = passages vers la FAP 2009
store-table-programme = formations
store-table-programme-rome = débouchés des formations
store-table-diploma-outlet = débouchés officiels
store-table-establishment = établissements
store-table-section = sections
store-table-outcome = devenir des sortants
store-table-survey = projets de recrutement
store-table-tension = tensions
store-table-employer = employeurs
store-table-need = besoins déclarés
store-table-assumption = hypothèses
store-table-contour = contours de lieux
store-table-appellation = appellations
store-table-outlet-review = relectures de débouchés
store-table-other = table { $name }
store-column-name = nom
store-column-scope = portée
store-column-low = basse
store-column-central = centrale
store-column-high = haute
store-column-origin = origine
store-column-edited = modifiée
store-column-siret = SIRET
store-column-naf = NAF
store-column-commune = commune
store-column-basin = bassin
store-column-headcount = effectif
store-column-employer = employeur
store-column-fap = métier (FAP)
store-column-year = année
store-column-posts = postes
store-column-level = niveau
store-column-commitment = engagement
store-column-declared-on = déclaré le
store-column-nature = nature
store-column-region = région
store-column-source = fichier
store-column-programme = formation
store-column-status = relecture
store-column-confidence = confiance
store-column-note = note
store-column-who = par
store-column-at = le
store-column-other = { $name }

## Versions

app-version-opening = À l’ouverture
app-version-import = Avant un import
app-version-migration = Avant un changement de format
app-version-named = Enregistrée
app-version-name = { $name }
app-version-none = Il n’y a pas de version « { $asked } » à côté de ce fichier. Listez-les avec « releve versions TERRITOIRE ».
app-version-ignored = { $file } n’est pas une version : { $why }
app-version-foreign = son nom n’est pas de Relève. Il a été laissé tel quel.
cli-usage-versions = releve versions TERRITOIRE [save | open | restore] [OPTIONS]
cli-usage-versions-save = releve versions TERRITOIRE save [--name NOM]
cli-usage-versions-open = releve versions TERRITOIRE open VERSION
cli-usage-versions-restore = releve versions TERRITOIRE restore VERSION -o FICHIER
cli-about-versions = Liste, enregistre, consulte ou restaure les versions du fichier
cli-about-versions-save = Enregistre une version, copie vérifiée à côté du fichier
cli-about-versions-open = Affiche l’essentiel d’une version, sans la modifier
cli-about-versions-restore = Fait d’une version un nouveau fichier de territoire
cli-help-version-id = Identifiant de la version, ou sa place dans la liste (1 est la plus récente)
cli-help-version-name = Nom de la version
cli-help-restore-output = Fichier à créer ; rien n’est remplacé
cli-value-version = VERSION
cli-column-version = Version
cli-column-size = Taille (Mo)
cli-column-why = Pourquoi
cli-version-saved = Version enregistrée : { $file }
cli-version-restored = Version restaurée : { $file }. Le fichier ouvert n’a pas changé.
cli-versions-empty = Aucune version à côté de ce fichier.

## Écran du journal

ui-journal-dropped = abandonné
ui-column-who = Qui
ui-column-version = Version
ui-column-size = Taille (Mo)
ui-journal-deeds = Actions
ui-journal-deeds-help = Ce qui a été fait, et le moyen d’y revenir
ui-journal-versions = Versions
ui-journal-versions-help = Copies vérifiées du fichier, gardées à côté de lui
ui-journal-who = Par
ui-journal-nobody = (inconnu)
ui-journal-kind = Nature
ui-journal-since = Depuis
ui-journal-all = Tout
ui-journal-since-ever = toujours
ui-journal-since-day = un jour
ui-journal-since-week = une semaine
ui-journal-since-month = un mois
ui-journal-kind-create = création
ui-journal-kind-import = importation
ui-journal-kind-remove-source = retrait de source
ui-journal-kind-set-assumption = hypothèse modifiée
ui-journal-kind-reset-assumption = hypothèse rétablie
ui-journal-kind-calibrate = recalage
ui-journal-kind-put-employer = employeur enregistré
ui-journal-kind-remove-employer = employeur retiré
ui-journal-kind-put-need = besoin enregistré
ui-journal-kind-remove-need = besoin retiré
ui-journal-kind-demonstration = démonstration
ui-journal-kind-other = autre
ui-journal-kind-set-territory = territoire modifié
ui-journal-back-to = { $n-n ->
    [one] Revenir ici : annuler { $n } action
   *[other] Revenir ici : annuler { $n } actions
}
ui-journal-forth-to = { $n-n ->
    [one] Rétablir jusqu’ici : { $n } action
   *[other] Rétablir jusqu’ici : { $n } actions
}
ui-journal-forth = Rétablir
ui-travelled-back = { $n-n ->
    [one] { $n } action annulée. Le journal permet de la rétablir.
   *[other] { $n } actions annulées. Le journal permet de les rétablir.
}
ui-travelled-forth = { $n-n ->
    [one] { $n } action rétablie.
   *[other] { $n } actions rétablies.
}
ui-job-travel = Retour dans le journal
ui-job-version = Copie de version
ui-deed-effect = Non pourvus, avant → après
ui-deed-changes = Ce qu’elle a changé
ui-deed-here = Le fichier en est là : rien à annuler ni à rétablir.
ui-deed-lost = Annulée, puis dépassée par une autre action : rien n’y ramène. Une version le peut peut-être.
ui-deed-base = La création du fichier : on peut y revenir, jamais la défaire.
ui-deed-forgotten = Son détail n’est plus dans le fichier.
ui-deed-go-help = D’un bloc, et dans les deux sens.
ui-deed-table = { $table } : { $rows }
ui-deed-row = { $table }, ligne { $id }
ui-deed-added = { $n-n ->
    [one] { $n } ligne ajoutée
   *[other] { $n } lignes ajoutées
}
ui-deed-changed = { $n-n ->
    [one] { $n } ligne modifiée
   *[other] { $n } lignes modifiées
}
ui-deed-removed = { $n-n ->
    [one] { $n } ligne retirée
   *[other] { $n } lignes retirées
}
ui-versions-nowhere = Ce qui est ouvert n’a pas de fichier à lui : il n’y a pas de versions. Enregistrez une copie pour en garder.
ui-versions-name = Nom de la version (facultatif)
ui-versions-save = Enregistrer une version
ui-versions-empty = Aucune version encore. Le programme en garde une à l’ouverture d’un fichier qui a changé et avant chaque import ; vous pouvez aussi en enregistrer une.
ui-versions-choose = Choisissez une version pour l’ouvrir, la comparer ou la restaurer.
ui-versions-open = Ouvrir en lecture seule
ui-versions-open-help = Montre le territoire tel qu’il était ; la version ne change pas.
ui-versions-target = Fichier à créer
ui-versions-restore = Restaurer
ui-versions-restore-help = Fait de la version un nouveau fichier ; rien n’est remplacé.
ui-version-of = version du { $when }, lecture seule
ui-version-of-help = Le territoire tel qu’il était. Rouvrez votre fichier pour continuer à travailler.
ui-version-opened = Version ouverte en lecture seule. Votre fichier est dans les fichiers récents.
ui-version-saved = Version enregistrée, copie vérifiée.
ui-version-restored = Version restaurée dans { $path }. Le fichier ouvert n’a pas changé.

## Comparaison

app-compare-year = { $territory }, année { $year } (révision { $revision })
app-compare-file = { $territory } ({ $file }, révision { $revision }), année { $year }
app-compare-version = { $territory }, version du { $when } (révision { $revision }), année { $year }
app-compare-now = { $territory }, fichier ouvert (révision { $revision }), année { $year }
app-compare-more = { $n-n ->
    [one] { $name } : { $n } poste non pourvu de plus (de { $low } à { $high }) ; { $why }.
   *[other] { $name } : { $n } postes non pourvus de plus (de { $low } à { $high }) ; { $why }.
}
app-compare-less = { $n-n ->
    [one] { $name } : { $n } poste non pourvu de moins (de { $low } à { $high }) ; { $why }.
   *[other] { $name } : { $n } postes non pourvus de moins (de { $low } à { $high }) ; { $why }.
}
app-compare-appeared = { $n-n ->
    [one] { $name }, absent de A : { $n } poste non pourvu (de { $low } à { $high }) ; { $why }.
   *[other] { $name }, absent de A : { $n } postes non pourvus (de { $low } à { $high }) ; { $why }.
}
app-compare-gone = { $n-n ->
    [one] { $name }, absent de B : { $n } poste non pourvu de moins (de { $low } à { $high }) ; { $why }.
   *[other] { $name }, absent de B : { $n } postes non pourvus de moins (de { $low } à { $high }) ; { $why }.
}
app-compare-part-need = besoin { $posts }
app-compare-part-supply = vivier { $posts }
app-compare-part-matching = appariement { $posts }
app-compare-part-friction = frottement { $posts }
app-compare-unsplit = causes non séparées
cli-usage-compare = releve compare A [B] [--years AN1 AN2] [--version VERSION] [--report FICHIER] [OPTIONS]
cli-about-compare = Compare deux années, deux territoires, ou une version et son fichier
cli-help-other = Second territoire, B ; le premier, A, est la référence
cli-help-years = Année de A, puis année de B
cli-help-compare-by = Regroupement : domain, basin, zone, occupation, cell, skill, department ou region (sinon domain)
cli-help-report = Écrit aussi la comparaison dans ce fichier, .pdf ou .xlsx
cli-compare-written = Comparaison écrite : { $file }
cli-help-compare-lens = Optique du tableau : potential ou expected (JSON donne les deux)
cli-value-years = AN
cli-job-compare = Comparaison
cli-compare-a = A : { $side }
cli-compare-b = B : { $side }
cli-compare-line = Ligne
cli-compare-need-a = Besoin A
cli-compare-need-b = Besoin B
cli-compare-unfilled-a = Non pourvus A
cli-compare-unfilled-b = Non pourvus B
cli-compare-difference = B − A
cli-compare-by-need = dont besoin
cli-compare-by-supply = dont vivier
cli-compare-by-matching = dont appariement
cli-compare-hidden = s
cli-compare-withheld = s : retenu, la ligne dirait ce qu’ont déclaré un ou deux employeurs, dans A ou dans B.
cli-compare-unsplit = Les deux territoires n’ont pas les mêmes bassins : le changement n’est pas réparti entre besoin, vivier et appariement.
ui-job-compare = Comparaison
ui-ask-compare = Territoire à comparer
ui-title-compare = Qu’est-ce qui a changé ?
ui-compare-ask = Comparer à…
ui-compare-version = { $title }, { $when }
ui-compare-file = Un autre fichier…
ui-compare-path = Chemin d’un fichier .releve
ui-compare-path-do = Comparer
ui-compare-waiting = Comparaison en cours…
ui-compare-empty = Comparez l’écart affiché à une autre année, à une version du fichier ou à un autre territoire : chaque ligne dans les deux, la différence et d’où elle vient.
ui-compare-outdated = Le fichier a changé depuis cette comparaison.
ui-compare-again = Comparer de nouveau
ui-compare-by = Lignes
ui-compare-by-domain = Domaine
ui-compare-by-basin = Bassin d’emploi
ui-compare-by-zone = Zone d’emploi
ui-compare-report = Rapport de la comparaison
ui-compare-report-help = Écrit les deux côtés, les plus grands changements et les lignes, en PDF ou en classeur (.xlsx), dans l’optique potentielle.
ui-compare-report-name = comparaison.pdf
ui-compare-report-path = Fichier du rapport de la comparaison
ui-compare-report-do = Écrire la comparaison
ui-compare-by-occupation = Métier
ui-compare-by-cell = Métier et bassin
ui-compare-by-skill = Niveau de qualification
ui-compare-by-department = Département
ui-compare-by-region = Région
ui-compare-a = A
ui-compare-b = B
ui-compare-summary = Non pourvus : { $a } en A, { $b } en B, soit { $change } (de { $low } à { $high }).
ui-compare-summary-apart = Non pourvus : { $a } en A, { $b } en B. Écart : { $change }, de { $low } à { $high }.
ui-compare-withheld-total = Le total est retenu : il dirait ce qu’ont déclaré un ou deux employeurs.
ui-compare-why = D’où vient le changement : { $parts }.
ui-compare-unsplit = Les deux territoires n’ont pas les mêmes bassins : le changement n’est pas réparti entre besoin, vivier et appariement.
ui-compare-withheld = s
ui-compare-withheld-lines = { $n-n ->
    [one] { $n } ligne retenue (s) : elle dirait ce qu’ont déclaré un ou deux employeurs, dans A ou dans B.
   *[other] { $n } lignes retenues (s) : elles diraient ce qu’ont déclaré un ou deux employeurs, dans A ou dans B.
}
ui-compare-bars = Les plus grands changements
ui-compare-bars-help = Postes non pourvus, B − A. À gauche : davantage de postes non pourvus.
ui-compare-sentences = En phrases
ui-compare-same = Aucune ligne ne change d’un demi-poste.
ui-compare-unfilled-a = Non pourvus A
ui-compare-unfilled-b = Non pourvus B
ui-compare-difference = B − A
ui-compare-difference-help = Postes non pourvus. Les bouts opposent le plus bas de B au plus haut de A, et l’inverse : rien ne dit que les deux fourchettes bougent ensemble.
ui-compare-effect-need = dont besoin
ui-compare-effect-need-help = Part du changement due au besoin : enquête, besoins déclarés, β, année. Moyenne sur tous les ordres (Shapley).
ui-compare-effect-supply = dont vivier
ui-compare-effect-supply-help = Part due au vivier : sections, devenirs, établissements et leurs taux.
ui-compare-effect-matching = dont appariement
ui-compare-effect-matching-help = Part due à l’appariement : nomenclatures, débouchés, rayons de mobilité.
ui-compare-effect-friction = dont frottement
ui-compare-effect-friction-help = Part due au frottement : ce que l’optique attendue ajoute à la potentielle.
ui-compare-where = Présence
ui-compare-only-a = A seul
ui-compare-only-b = B seul
ui-compare-of-a = { $figure } A
ui-compare-of-b = { $figure } B
ui-compare-of-difference = { $figure }, B − A
ui-versions-compare = Comparer au fichier
ui-versions-compare-help = Ce qui a changé depuis cette version
ui-compare-part-changes = Changements
ui-compare-part-changes-help = Les plus grands, en barres et en phrases
ui-compare-part-table = Tableau
ui-compare-part-table-help = Toutes les lignes, dans A et dans B

## Travaux et avis

app-command-show-jobs = Travaux et avis
app-command-guided-tour = Visite guidée de la démonstration
ui-jobs-open = Travaux
ui-jobs-open-several = Travaux ({ $n })
ui-jobs-title = Travaux et avis de cette séance
ui-jobs-close = Fermer les travaux
ui-jobs-work = Travaux
ui-jobs-none = Aucun travail encore.
ui-jobs-notices = Avis
ui-jobs-no-notice = Aucun avis encore.
ui-jobs-done = terminé
ui-jobs-stopped = arrêté
ui-jobs-failed = échec
ui-jobs-since = depuis { $time }
ui-jobs-at = { $at }, en { $time }
ui-jobs-see = Voir
ui-jobs-seconds = { $n } s
ui-jobs-minutes = { $minutes } min { $seconds } s

## Rapport d’incident

ui-crash-title = Relève a rencontré un défaut la dernière fois
ui-crash-about = Vos données enregistrées sont intactes. Ce rapport aide à corriger le programme : version, système, dernières commandes, endroit du code. Il ne contient ni donnée du territoire, ni nom de fichier, ni dossier personnel, et rien n’est envoyé : il est à vous de le transmettre ou non.
ui-crash-text = Texte du rapport
ui-crash-place = Le fichier : { $path }
ui-crash-copy = Copier
ui-crash-copied = Rapport copié.
ui-crash-keep = Garder et fermer
ui-crash-delete = Supprimer

## Visite guidée

ui-tour-offer = Une visite de trois minutes ?
ui-tour-offer-text = Du manque de monde à ses causes, de la place de formation au rapport. Elle reste dans le menu Aide.
ui-tour-begin = Commencer
ui-tour-refuse = Non merci
ui-tour-number = { $at } sur { $count }
ui-tour-next = Suivant
ui-tour-back = Précédent
ui-tour-leave = Quitter la visite
ui-tour-end = Terminer
ui-tour-welcome-title = Bienvenue
ui-tour-welcome-text = Relève dit où les postes industriels restent non pourvus, pourquoi, et ce qu’une place de formation y changerait ; ici, les chiffres sont inventés.
ui-tour-figures-title = L’essentiel en un regard
ui-tour-figures-text = Chaque chiffre porte sa fourchette, et un clic ouvre sa formule, ses valeurs et ses sources.
ui-tour-shortages-title = Là où l’on manque le plus
ui-tour-shortages-text = Les plus grands manques, en phrases ; chacune ouvre sa ligne, avec ceux qui pourraient prendre ces postes.
ui-tour-causes-title = Pourquoi ils restent vides
ui-tour-causes-text = Du besoin aux postes pourvus : ce que pèse chaque cause, quel que soit l’ordre où on les lève.
ui-tour-values-title = Ce que vaut une place
ui-tour-values-text = Pour chaque formation, ceux qui en sortent, et les postes que remplirait une place de plus.
ui-tour-slider-title = Ce que l’on suppose
ui-tour-slider-text = Faites glisser une hypothèse : la ligne d’état dit aussitôt l’effet sur les postes non pourvus, et Ctrl+Z l’annule.
ui-tour-map-title = Bassin par bassin
ui-tour-map-text = La carte et son tableau partagent une sélection ; un double clic ouvre la fiche du bassin.
ui-tour-lens-title = Deux optiques
ui-tour-lens-text = Potentiel : ce qui pourrait être pourvu ; attendu : ce qui le serait selon les choix observés ; « Comparer à… » met deux écarts côte à côte.
ui-tour-journal-title = Rien n’est perdu
ui-tour-journal-text = Tout ce qui est fait est écrit ici : revenez à n’importe quelle action, ou à une version du fichier.
ui-tour-report-title = Repartir avec un rapport
ui-tour-report-text = Un rapport PDF et un classeur, avec fourchettes, sources et secret statistique respecté ; vos fichiers officiels viennent par Importer.
