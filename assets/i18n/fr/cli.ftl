# La ligne de commande.
cli-heading-usage = Utilisation :
cli-heading-commands = Commandes{ "\u00A0" }
cli-heading-arguments = Arguments{ "\u00A0" }
cli-heading-options = Options{ "\u00A0" }
cli-value-territory = TERRITOIRE
cli-value-files = FICHIER
cli-value-code = CODE
cli-value-name = NOM
cli-value-lang = LANGUE
cli-value-format = FORMAT
cli-value-formats = FORMATS
cli-value-year = ANNÉE
cli-value-by = REGROUPEMENT
cli-value-lens = OPTIQUE
cli-value-basin = BASSIN
cli-value-occupation = FAP
cli-value-output = CHEMIN
cli-value-number = NOMBRE
cli-value-scope = PORTÉE
cli-value-key = HYPOTHÈSE
cli-value-low = BAS
cli-value-central = CENTRAL
cli-value-high = HAUT
cli-usage-releve = releve [COMMANDE] [OPTIONS]
cli-usage-new = releve new TERRITOIRE (--region CODE… | --demo) [OPTIONS]
cli-usage-import = releve import FICHIER… --into TERRITOIRE [OPTIONS]
cli-usage-gap = releve gap TERRITOIRE [OPTIONS]
cli-usage-explain = releve explain TERRITOIRE BASSIN FAP [OPTIONS]
cli-usage-value = releve value TERRITOIRE [OPTIONS]
cli-usage-report = releve report TERRITOIRE -o CHEMIN [OPTIONS]
cli-usage-check = releve check TERRITOIRE [OPTIONS]
cli-usage-export = releve export TERRITOIRE -o CHEMIN [OPTIONS]
cli-usage-undo = releve undo TERRITOIRE
cli-usage-redo = releve redo TERRITOIRE
cli-usage-journal = releve journal TERRITOIRE [OPTIONS]
cli-usage-sources = releve sources TERRITOIRE [OPTIONS]
cli-usage-calibrate = releve calibrate TERRITOIRE FICHIER [--apply] [OPTIONS]
cli-usage-assumptions = releve assumptions TERRITOIRE [set | reset | read] [OPTIONS]
cli-usage-assumptions-set = releve assumptions TERRITOIRE set HYPOTHÈSE BAS CENTRAL HAUT [--scope PORTÉE]
cli-usage-assumptions-reset = releve assumptions TERRITOIRE reset HYPOTHÈSE [--scope PORTÉE]
cli-usage-assumptions-read = releve assumptions TERRITOIRE read TABLEAU [--dry-run]
cli-about-assumptions-read = Relit un tableau écrit par « --format csv » et retouché, en un acte qui s’annule
cli-help-assumptions = Tableau : colonnes key, scope, central, et si besoin low, high, unit
cli-assumptions-read = Hypothèses enregistrées, révision { $revision }.
cli-about-releve = Relève planifie les écarts entre emploi et formation dans les bassins industriels. Sans commande : la fenêtre, ou la démonstration dans le terminal quand il n’y a pas d’écran.
cli-about-new = Crée un fichier de territoire, vide ou de démonstration
cli-about-import = Importe des fichiers officiels, reconnus à leur contenu
cli-about-gap = Affiche le besoin, l’offre et les postes non pourvus
cli-about-explain = Détaille un bassin et un métier : formules, valeurs, lignes des fichiers
cli-about-value = Affiche ce que remplirait une place de plus dans chaque section
cli-about-report = Écrit le rapport en PDF, XLSX ou CSV
cli-about-check = Vérifie l’intégrité d’un fichier de territoire
cli-about-export = Copie le fichier de territoire, ou écrit ses tableaux en CSV
cli-about-undo = Annule la dernière action
cli-about-redo = Rétablit l’action annulée
cli-about-journal = Liste les actions, de la plus récente à la plus ancienne
cli-about-sources = Liste les fichiers importés et leurs anomalies
cli-about-calibrate = Estime les paramètres de l’optique attendue sur des déplacements observés
cli-about-assumptions = Liste ou modifie les hypothèses du calcul
cli-about-assumptions-set = Fixe les valeurs basse, centrale et haute d’une hypothèse
cli-about-assumptions-reset = Remet une hypothèse à sa valeur d’origine
cli-help-help = Affiche cette aide
cli-help-version = Affiche la version
cli-help-lang = Langue : fr ou en (sinon RELEVE_LANG, puis la langue du système)
cli-help-territory = Fichier de territoire (.releve)
cli-help-file = Fichier de territoire à créer (.releve)
cli-help-region = Code INSEE d’une région du territoire ; à répéter pour plusieurs
cli-help-name = Nom du territoire (sinon celui de ses régions)
cli-help-demo = Crée le territoire de démonstration, aux valeurs simulées
cli-help-files = Fichiers à importer, dans n’importe quel ordre
cli-help-into = Fichier de territoire qui reçoit les données
cli-help-dry-run = Montre ce qui serait importé sans rien écrire
cli-help-keep-going = Importe les fichiers lisibles même si d’autres sont refusés
cli-help-all-issues = Liste toutes les anomalies, pas seulement les premières
cli-help-format = Format de sortie : table, csv ou json
cli-help-format-json = Format de sortie : table ou json
cli-help-by = Regroupement : total, region, department, zone, basin, domain, skill, occupation ou cell
cli-help-lens = Optique : potential (potentielle, ce qui pourrait être pourvu), expected (attendue, ce qui le serait selon les choix observés) ou both (les deux et leur frottement)
cli-help-basin = Code du bassin d’emploi, sur quatre chiffres
cli-help-occupation = Code FAP 2021 du métier, par exemple D1X33
cli-help-year = Année du besoin (sinon celle de l’enquête la plus récente)
cli-help-causes = Donne les causes des postes non pourvus
cli-help-waterfall = Ajoute la suite des causes levées une à une, dans un ordre fixe
cli-help-seats = Places ajoutées ou ôtées : 1, -1, 12, 15 ou 24 (sinon 1)
cli-help-top = Nombre de lignes (sinon 20)
cli-help-programme = Code de la formation
cli-help-output = Chemin de sortie
cli-help-report-output = Dossier, créé au besoin, ou fichier en .pdf ou .xlsx
cli-help-report-format = Formats : pdf, xlsx, csv, séparés par des virgules (sinon pdf,xlsx)
cli-help-export-output = Copie à écrire, ou dossier des tableaux avec --csv
cli-help-csv = Écrit chaque tableau du rapport en CSV
cli-help-limit = Nombre d’actions listées (sinon 50)
cli-help-issues = Liste les anomalies du fichier de ce numéro
cli-help-remove = Retire le fichier de ce numéro et ses données (annulable)
cli-help-moves = Déplacements observés : bassin de formation, formation ou niveau, bassin d’emploi, métier, personnes
cli-help-apply = Donne leurs valeurs estimées aux deux hypothèses (annulable)
cli-help-json = Comme --format json
cli-help-key = Nom de l’hypothèse, tel que la liste le donne
cli-help-scope = À quoi elle s’applique, tel que la liste le donne (sinon à tout)
cli-help-low = Valeur basse
cli-help-central = Valeur centrale
cli-help-high = Valeur haute
cli-job-gap = Calcul de l’écart
cli-job-causes = Calcul des causes
cli-job-expected = Calcul de l’optique attendue
cli-job-value = Calcul de la valeur des places
cli-job-calibrate = Recalage sur les déplacements
cli-job-read = Lecture des fichiers
cli-job-write = Enregistrement
cli-job-report = Rédaction du rapport
cli-error-output = La sortie n’a pas pu être écrite : { $reason }.
cli-error-unknown-command = « { $name } » n’est pas une commande.
cli-error-no-cell = Le bassin { $basin } n’a ni besoin ni offre pour le métier { $occupation } dans ce territoire. Listez les couples connus avec « releve gap TERRITOIRE --by cell ».
cli-error-unknown-assumption = « { $key } » n’est pas une hypothèse. Listez-les avec « releve assumptions TERRITOIRE ».
cli-error-one-file = Plusieurs formats ne tiennent pas dans le seul fichier { $file } : donnez un dossier.
cli-error-unknown-argument = L’argument « { $argument } » n’est pas attendu.
cli-error-missing-value = Il manque une valeur après « { $argument } ».
cli-error-value-among = « { $value } » ne convient pas à « { $argument } » : choisissez parmi { $expected }.
cli-error-value = « { $value } » ne convient pas à « { $argument } ».
cli-error-missing-argument = Il manque : { $argument }.
cli-error-conflict = « { $argument } » et « { $other } » ne vont pas ensemble.
cli-error-usage = Cette ligne de commande n’a pas pu être comprise.
cli-error-see-help = L’aide : « releve --help », ou « releve COMMANDE --help ».
cli-no-display = Aucun écran : la démonstration s’affiche dans ce terminal.
cli-next-steps = Pour vos propres données : « releve new », puis « releve import ». L’aide : « releve --help ».
cli-title = { $territory } – écart entre besoin et offre de formation, { $year }
cli-shortages = Plus fortes pénuries
cli-shortage-no-training = – { $name } : { $unfilled } postes non pourvus sur { $need }, d’abord faute de formation à portée
cli-shortage-not-enough = – { $name } : { $unfilled } postes non pourvus sur { $need }, d’abord faute de sortants en nombre suffisant
cli-note-border = { "*" } bassin frontalier : des voisins à portée n’ont pas de données dans ce fichier, l’offre vue est incomplète.
cli-assumed = Part de l’offre qui repose sur au moins un facteur supposé ou estimé : { $share }
cli-report-written = Rapport écrit : { $file }
cli-figure-projects = Projets de recrutement industriels
cli-figure-difficult = – dont jugés difficiles
cli-figure-seasonal = – dont saisonniers (hors besoin de formation)
cli-figure-declared = Besoins déclarés par des employeurs
cli-figure-unskilled = Sans diplôme requis, hors écart
cli-figure-level7 = Niveau 7, hors champ
cli-figure-need = Besoin en nouveaux sortants
cli-figure-supply = Vivier de sortants disponibles dans le métier
cli-figure-filled = Postes pourvus
cli-figure-unfilled = Postes non pourvus estimés
cli-figure-no-training = – sans formation à portée
cli-figure-not-enough = – avec formation à portée
cli-cause-share = { $cause } : { $posts } postes non pourvus ({ $least } à { $most } selon l’ordre des causes)
cli-cause-left = { $what } : { $posts } postes non pourvus, les sept causes levées
cli-causes-title = Causes, parts de Shapley de { $posts } postes non pourvus (révision { $revision })
cli-waterfall-title = Causes levées une à une, dans cet ordre ; un autre ordre donnerait d’autres marches
cli-waterfall-step = { $cause } : { $before } → { $after } postes non pourvus
cli-lens-friction = Frottement = pourvus potentiels − pourvus attendus, au besoin et au vivier centraux : ce qui se perd quand chacun choisit au lieu d’être envoyé là où il manque. Il ne fait partie d’aucune cause.
cli-lens-negative = Frottement négatif : cette ligne gagne au hasard des choix des personnes que l’optique potentielle envoie ailleurs. Sur toute la zone résolue, voisins compris, il ne l’est jamais.
cli-lens-surplus = Surplus d’un appariement A (match-surplus), minutes généralisées : { $value }. Source : { $source }
cli-lens-noise = Bruit d’appariement σ (match-noise), minutes généralisées : { $value }. Source : { $source }
cli-lens-cell = Optique attendue (révision { $revision }) : { $filled } postes pourvus attendus, contre { $potential } pourvus potentiels ; frottement { $friction }.
cli-lens-formula = Au centre, chaque groupe de sortants s qui atteint les { $posts } postes en prend μ = √(μ_s0 × μ_d0) × exp(Φ / 2), avec Φ = (A − c) / σ, A = { $surplus } et σ = { $noise } minutes, c le trajet, μ_s0 ses sortants restés sans poste et μ_d0 = { $single } postes restés sans personne :
cli-lens-term = { $who } : { $people } sortants, c = { $minutes } min, Φ = { $phi }, √({ $single } × { $posts }) × exp({ $phi } / 2) = { $matched } postes pourvus
cli-lens-others = { $n-n ->
    [one] et un autre groupe : { $matched } postes pourvus
   *[other] et { $n } autres groupes : { $matched } postes pourvus
}
cli-lens-who = { $others-n ->
    [0] { $basin } { $place }, { $programme }
    [one] { $basin } { $place }, { $programme } et { $others } autre formation aux mêmes débouchés
   *[other] { $basin } { $place }, { $programme } et { $others } autres formations aux mêmes débouchés
}
cli-shortage-sum = { $posts } postes − { $people } personnes = { $unfilled } non pourvus :
cli-shortage-cell = { $place } : { $posts } postes, dont { $unfilled } non pourvus
cli-shortage-node = { $place }, { $programme } : { $people } personnes
cli-value-title = Postes pourvus de plus par an pour { $seats } en régime permanent (places ou personnes), rentrée { $rentree } au plus tôt, révision { $revision }. Les gains de deux lignes ne s’ajoutent pas.
cli-column-figure = Essentiel
cli-column-people = Personnes ou postes
cli-column-total = Ensemble
cli-column-region = Région
cli-column-department = Département
cli-column-zone = Zone d’emploi
cli-column-basin = Bassin d’emploi
cli-column-domain = Domaine
cli-column-skill = Qualification
cli-column-occupation = Métier
cli-column-cell = Bassin et métier
cli-column-projects = Projets
cli-column-need = Besoin
cli-column-supply = Vivier
cli-column-filled = Pourvus
cli-column-unfilled = Non pourvus
cli-column-potential-filled = Pourvus potentiels
cli-column-potential-unfilled = Non pourvus potentiels
cli-column-expected-filled = Pourvus attendus
cli-column-expected-unfilled = Non pourvus attendus
cli-column-friction = Frottement
cli-column-friction-apart = Frottement (à part)
cli-column-no-training = Sans formation à portée
cli-column-not-enough = Avec formation à portée
cli-column-coverage = Couverture
cli-column-secret = Secret
cli-column-rank = Rang
cli-column-section = Section
cli-column-headcount = Effectif régional (une personne en dernière année)
cli-column-programme = Formation
cli-column-seats = Places
cli-column-each = Sortants par place
cli-column-gain = Postes pourvus
cli-column-unplaced = Sans poste
cli-column-first-leavers = Premiers sortants
cli-column-euros-per-post = Euros par poste
cli-column-severity = Gravité
cli-column-file = Fichier
cli-column-row = Ligne
cli-column-column = Colonne
cli-column-value = Valeur
cli-column-reason = Motif
cli-column-remedy = Remède
cli-column-revision = Révision
cli-column-when = Date
cli-column-who = Auteur
cli-column-state = État
cli-column-deed = Action
cli-column-number = N°
cli-column-layout = Format
cli-column-vintage = Millésime
cli-column-read = Lues
cli-column-stored = Gardées
cli-column-merged = Fusionnées
cli-column-refused = Refusées
cli-column-ignored = Ignorées
cli-column-sha = SHA-256
cli-column-key = Hypothèse
cli-column-scope = Portée
cli-column-low = Bas
cli-column-central = Central
cli-column-high = Haut
cli-column-minutes = Paramètre (minutes)
cli-column-before = Avant (bas–haut)
cli-column-after = Estimé
cli-column-error = Erreur type
cli-column-interval = Intervalle à 95 %
cli-column-moment = Moment
cli-column-observed = Observé
cli-column-model-before = Modèle avant
cli-column-model-after = Modèle recalé
cli-column-edited = Modifiée
cli-column-source = Source
cli-moment-matched = Personnes avec un poste
cli-moment-minutes = Coût moyen de ce poste (minutes)
cli-calibration-refused = { $refused-n ->
    [one] { $refused } ligne refusée, laissée hors de l’estimation :
   *[other] { $refused } lignes refusées, laissées hors de l’estimation :
}
cli-calibration-title = Optique attendue recalée sur ces déplacements, année { $year }, révision { $revision }
cli-calibration-people = Personnes de l’estimation : { $people }, dont { $matched } avec un poste et { $unmatched } sans. Bassins de formation observés : { $covered } des sortants du calcul.
cli-calibration-left-out = – hors de l’estimation : { $people }, { $why }
cli-calibration-applied = Hypothèses match-surplus et match-noise recalées, révision { $revision }. « releve undo » remet les deux.
cli-calibration-not-applied = Rien n’a été écrit. Ajoutez --apply pour donner ces valeurs aux hypothèses.
cli-yes = oui
cli-severity-refused = refusée
cli-severity-doubtful = douteuse
cli-state-base = création
cli-state-done = faite
cli-state-undone = annulée
cli-state-dropped = abandonnée
cli-provenance-measured = mesuré
cli-provenance-shrunk = rapproché
cli-provenance-estimated = estimé
cli-provenance-assumed = supposé
cli-explain-rows = lignes { $rows }
cli-created = Territoire « { $territory } » créé : { $file }
cli-check-sound = Fichier sain, révision { $revision }.
cli-copied = Copie vérifiée : { $file }
cli-read-only = Ce fichier est ouvert ailleurs : lecture seule.
cli-import-already = Fichier déjà importé : rien ne changerait.
cli-import-change = modifié – { $what } : { $before } → { $after }
cli-imported = Import enregistré, révision { $revision }. « releve undo » l’annule en entier.
cli-dry-run = Répétition : rien n’a été écrit.
cli-undone = Annulé : { $deed }
cli-redone = Rétabli : { $deed }
cli-nothing-to-undo = Rien à annuler.
cli-nothing-to-redo = Rien à rétablir.
cli-source-removed = Fichier retiré : { $file }. « releve undo » le remet.
cli-assumption-set = Hypothèse { $key } modifiée, révision { $revision }.
cli-assumption-reset = Hypothèse { $key } remise à sa valeur d’origine, révision { $revision }.
cli-import-counts = lues { $read } = gardées { $stored } + fusionnées { $merged } + refusées { $refused } + ignorées { $ignored }
cli-import-diff = nouveaux { $new }, modifiés { $changed }, inchangés { $unchanged }
cli-more-issues = { $more-n ->
    [one] … et { $more } autre : ajoutez --all-issues.
   *[other] … et { $more } autres : ajoutez --all-issues.
}
cli-nothing-imported = { $refused-n ->
    [one] Rien n’a été importé : { $refused } fichier est refusé. Retirez-le, ou ajoutez --keep-going.
   *[other] Rien n’a été importé : { $refused } fichiers sont refusés. Retirez-les, ou ajoutez --keep-going.
}
cli-after-help = Codes de sortie :
    { "  " }0  tout va bien
    { "  " }1  défaut du programme
    { "  " }2  ligne de commande incorrecte
    { "  " }3  fichier ou valeur refusés, rien n’a changé
    { "  " }4  fichier de territoire refusé ou introuvable
    { "  " }5  arrêté à votre demande, rien n’a changé
    { "  " }6  la vérification a trouvé un dommage
    { "  " }7  le résultat n’a pas pu être écrit
