# Fichier de territoire et catalogue embarqué.
store-error-catalogue = Le catalogue embarqué est endommagé : table { $table }, ligne { $line }, colonne { $column }, valeur « { $value } ». Réinstallez le programme.
store-error-missing = Le fichier { $path } n’existe pas, ou n’existe plus. Rien n’a été modifié. Vérifiez le nom et le dossier, ou ouvrez une copie.
store-error-not-a-file = { $path } n’est pas un fichier. Rien n’a été modifié. Choisissez un fichier de territoire (.releve).
store-error-not-a-territory = { $path } n’est pas un fichier de territoire Relève. Il n’a pas été modifié. Choisissez un fichier .releve ; pour lire un fichier de données officiel, utilisez Importer.
store-error-damaged = Le fichier { $path } est endommagé ({ $detail }). Il a été laissé tel quel. Ouvrez la dernière copie enregistrée, ou créez un nouveau territoire et réimportez les fichiers.
store-error-newer = Le fichier { $path } a été écrit par une version plus récente de Relève (format { $found } ; ce programme connaît jusqu’au format { $known }). Il n’a pas été modifié. Mettez le programme à jour.
store-error-foreign-schema = Le fichier { $path } contient un élément que Relève n’y a pas mis, ou il lui en manque un : « { $object } ». Par prudence il n’a pas été ouvert, et il n’a pas été modifié. Demandez une nouvelle copie à qui vous l’a transmis.
store-error-already-exists = { $path } existe déjà. Il n’a pas été remplacé. Choisissez un autre nom.
store-error-denied = Le système refuse l’accès à { $path }. Rien n’a été modifié. Vérifiez les droits sur le fichier et son dossier, ou travaillez sur une copie dans un dossier à vous.
store-error-copy-onto-itself = La copie porterait le nom du fichier ouvert, { $path }. Rien n’a été modifié. Choisissez un autre nom.
store-error-read-only = { $path } est ouvert en lecture seule : une autre fenêtre le tient, ou le système interdit d’y écrire. Rien n’a été modifié. Fermez l’autre fenêtre et rouvrez le fichier, ou enregistrez une copie et travaillez dessus.
store-error-disk-full = Le disque est plein : { $path } n’a pas pu être écrit. Ce qui était enregistré est intact, l’opération en cours est annulée. Libérez de la place, puis recommencez.
store-error-locked = Un autre programme écrit dans { $path }. Rien n’a été modifié. Attendez qu’il ait fini, puis recommencez.
store-error-io = Le système n’a pas pu lire ou écrire { $path } ({ $detail }). Ce qui était enregistré est intact. Vérifiez le disque ou le réseau, puis recommencez.
store-error-rule = Une donnée ne respecte pas une règle du fichier ({ $detail }). L’opération entière est annulée, rien n’a été modifié. Corrigez la donnée, puis recommencez.
store-error-assumption = Hypothèse « { $name } » : les trois valeurs doivent aller de { $least } à { $most }, basse ≤ centrale ≤ haute. Rien n’a été modifié.
store-error-no-such = Il n’y a pas de { $what } numéro { $id } dans le fichier. Rien n’a été modifié.
store-error-cancelled = Arrêté à votre demande : rien n’a été enregistré.
store-error-database = Le fichier { $path } n’a pas pu être traité ({ $detail }). L’opération est annulée, ce qui était enregistré est intact. Lancez la vérification du fichier.
store-noun-source = source
store-noun-employer = fiche d’employeur
store-noun-need = fiche de besoin

# Opérations du journal.
deed-create = Création du territoire { $name }
deed-import = Importation de { $file }
deed-remove-source = Retrait de la source { $file }
deed-set-assumption = Modification de l’hypothèse { $name }
deed-read-assumptions = Hypothèses lues d’un tableau : { $n }
deed-reset-assumption = Rétablissement de l’hypothèse { $name }
deed-calibrate = Recalage de l’optique attendue sur { $file }
deed-put-employer = Enregistrement de l’employeur { $name }
deed-remove-employer = Retrait de l’employeur { $name }
deed-put-need = Enregistrement du besoin { $name }
deed-remove-need = Retrait du besoin { $name }
deed-set-territory = Modification du territoire { $name }

# Vérification du fichier.
store-check-integrity = Le contenu du fichier ne tient pas ensemble : { $detail }. Ouvrez la dernière copie enregistrée.
store-check-foreign-key = Table { $table }, ligne { $row } : elle renvoie à une ligne absente de { $parent }.
store-check-schema = Élément inattendu ou manquant dans le fichier : « { $object } ».
store-check-counts = Source { $file } : { $read } lignes lues, mais { $counted } lignes retenues, fusionnées, refusées ou ignorées.
store-check-facts = Source { $file } : { $expected } données écrites à l’importation, { $found } présentes.
store-check-issues = Source { $file } : { $expected } remarques écrites à l’importation, { $found } présentes.
store-check-row = Une donnée enregistrée est illisible. { $detail }
store-check-journal-order = Journal, opération { $id } : une opération faite suit une opération annulée.
store-check-journal-table = Journal, opération { $id } : table inconnue « { $table } ».
store-check-journal-image = Journal, opération { $id } : l’état enregistré d’une ligne de { $table } est illisible.
store-check-journal-rows = Journal, opération { $id } : { $expected } lignes de { $table } à rétablir, { $found } conservées.

## Hypothèses, comme le journal les nomme

store-assumption-of = { $assumption } ({ $scope })
store-assumption-beta = part de nouveaux sortants, β
store-assumption-fill-rate = taux de remplissage
store-assumption-retention = maintien jusqu’en dernière année
store-assumption-further-study = poursuite d’études
store-assumption-diploma-rate = taux de diplômés
store-assumption-stays-in-field = maintien dans le métier
store-assumption-radius-km = rayon de mobilité
store-assumption-apprentice-seat-cap = plafond des places d’apprentissage déclarées
store-assumption-shrinkage = poids de l’échelon large
store-assumption-seat-cost = coût d’une place
store-assumption-opening-cost = coût d’une ouverture
store-assumption-post-worth = valeur d’un poste pourvu
store-assumption-match-surplus = surplus d’un appariement
store-assumption-match-noise = bruit d’appariement
store-assumption-net-creation = créations nettes d’emplois industriels
store-assumption-gap-share = part des créations nettes dans l’écart
store-assumption-national-projects = projets nationaux de l’année de base
store-assumption-newcomers = entrants nouveaux
store-scope-level = niveau { $level }
store-scope-other = { $scope }
store-scope-ouvrier-non-qualifie = ouvriers non qualifiés
store-scope-ouvrier-qualifie = ouvriers qualifiés
store-scope-technicien-am = techniciens et agents de maîtrise
store-scope-ingenieur-cadre = ingénieurs et cadres
store-scope-scolaire = voie scolaire
store-scope-apprentissage = apprentissage
store-scope-continue = formation continue
