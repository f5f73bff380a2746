# Import des fichiers : ce qui est reconnu, refusé, douteux, et comment y remédier.
import-recognised = { $layout } reconnu, millésime { $vintage } : { $rows-n ->
    [one] { $rows } ligne lue
   *[other] { $rows } lignes lues
}
import-recognised-undated = { $layout } reconnu, sans millésime dans le fichier : { $rows-n ->
    [one] { $rows } ligne lue
   *[other] { $rows } lignes lues
}
import-list = { $first }, { $rest }

import-note-utf16 = Texte codé en UTF-16.
import-note-cp1252 = Texte codé en Windows-1252 (ancien codage de Windows), lu comme tel.
import-note-latin9 = Texte codé en ISO-8859-15, lu comme tel.
import-note-broken-utf8 = Texte UTF-8 abîmé : les caractères illisibles sont remplacés par « � ».
import-note-archive = Lu dans l’archive : { $entry } ; { $others-n ->
    [0] aucun autre fichier.
    [one] { $others } autre fichier laissé de côté.
   *[other] { $others } autres fichiers laissés de côté.
}
import-note-repeated-header = Deux colonnes s’appellent « { $column } » : seule la première est lue.
import-note-no-rows = Le tableau n’a aucune ligne de données.

import-error-not-found = Le fichier { $path } n’existe pas. Vérifiez le chemin.
import-error-not-a-file = { $path } n’est pas un fichier (dossier ou périphérique). Choisissez un fichier.
import-error-denied = Le fichier { $path } ne peut pas être ouvert : accès refusé. Demandez le droit de lecture, ou copiez-le dans vos documents.
import-error-unreadable = Le fichier { $path } n’a pas pu être lu ({ $detail }). Réessayez, ou copiez-le sur ce poste.
import-error-empty = Le fichier { $file } est vide. Téléchargez-le à nouveau.
import-error-too-large = Le fichier { $file } dépasse { $limit } Mo. Gardez la seule région voulue, puis réessayez.
import-error-not-text = Le fichier { $file } n’est ni un texte, ni un classeur xlsx, ni une archive zip de ceux-ci. Téléchargez la version CSV ou XLSX.
import-error-legacy-excel = Le fichier { $file } est un classeur Excel ancien (.xls) ou protégé par mot de passe. Enregistrez-le en .xlsx sans mot de passe.
import-error-damaged = Le fichier { $file } est tronqué ou abîmé ({ $detail }). Téléchargez-le à nouveau.
import-error-bomb = Le fichier { $file } a été refusé : { $entry } se décompresse au-delà de { $limit } Mo ou de { $ratio } fois sa taille. Ce n’est pas un fichier de données ordinaire ; vérifiez sa provenance.
import-error-too-many-entries = L’archive { $file } contient plus de { $limit } fichiers. Extrayez celui qui vous intéresse.
import-error-too-many-columns = Le fichier { $file } a plus de { $limit } colonnes. Ce n’est pas un des tableaux connus ; vérifiez le séparateur et la provenance.
import-error-too-many-rows = Le fichier { $file } a plus de { $limit } lignes. Gardez la seule région voulue, puis réessayez.
import-error-text-too-long = Le fichier { $file } a été refusé : { $entry } contient un texte de plus de { $limit } octets, ce qu’aucune cellule ordinaire n’a.
import-error-unknown-layout = Le contenu du fichier { $file } n’a pas été reconnu. { $columns } { $nearest }
import-error-ambiguous = Le fichier { $file } correspond à plusieurs formats : { $layouts }. Gardez les seules colonnes de l’un d’eux.
import-error-several-tables = Le fichier { $file } contient plusieurs tableaux connus : { $tables }. Enregistrez chacun dans son propre fichier.
import-error-missing-year = Le fichier { $file } ne porte aucune année, ni dans ses colonnes ni dans son nom. Ajoutez une colonne « annee » ou l’année au nom du fichier.
import-error-fap2009 = Le fichier { $file } emploie la nomenclature FAP 2009 ({ $rows-n ->
    [one] { $rows } ligne
   *[other] { $rows } lignes
}), différente de la FAP 2021. Importez d’abord la table de passage de la Dares (passage_fap2009_romev3.txt), puis ce fichier.
import-error-cancelled = Import interrompu à votre demande : rien n’a été enregistré.
import-no-columns = Aucune colonne n’a été trouvée.
import-columns-seen = Colonnes trouvées : { $columns }.
import-nearest = Formats les plus proches : { $layouts }.
import-nearest-none = Aucun format connu ne lui ressemble.

import-cell-empty = La cellule est vide.
import-cell-error = La cellule contient une erreur de tableur.
import-cell-too-long = La cellule dépasse { $limit } caractères.
import-cell-control = La cellule contient un caractère nul.
import-row-too-wide = La ligne a { $columns-n ->
    [one] { $columns } cellule
   *[other] { $columns } cellules
}, plus que l’en-tête.
import-not-a-number = Ce n’est pas un nombre.
import-not-whole = Ce n’est pas un nombre entier.
import-not-a-percentage = Ce n’est pas un pourcentage entre 0 et 100.
import-not-a-year = Ce n’est pas une année.
import-not-a-class = Ce n’est pas une classe de 1 à 5.
import-negative = Un effectif ne peut pas être négatif.
import-too-big = Le nombre est invraisemblable.
import-code-form = Ce n’est pas { $kind }.
import-code-key = La clé de contrôle est fausse pour { $kind } (attendu : { $expected }).
import-duplicate-conflict = La ligne { $other } décrit la même chose avec d’autres valeurs.

import-fix-cell = Corrigez la cellule dans le fichier, ou demandez au producteur une version corrigée.
import-fix-error = Ouvrez le classeur, corrigez la formule, enregistrez et réimportez.
import-fix-number = Écrivez un nombre, par exemple 12 ou 12,5 ; laissez vide si la valeur est inconnue.
import-fix-code = Vérifiez le code auprès du producteur du fichier.
import-fix-separator = Vérifiez que les textes contenant un séparateur sont entre guillemets.
import-fix-duplicate = Gardez la bonne ligne et supprimez l’autre.
import-fix-none = Rien à faire.

import-kind-basin = un code de bassin d’emploi (4 chiffres)
import-kind-region = un code de région (2 chiffres)
import-kind-department = un code de département (2 ou 3 caractères)
import-kind-zone = un code de zone d’emploi (4 chiffres)
import-kind-commune = un code de commune INSEE (5 caractères)
import-kind-fap2021 = un code FAP 2021 (comme D1X33)
import-kind-fap2009 = un code FAP 2009 (comme D1Z41)
import-kind-rome = un code ROME (lettre de A à N et 4 chiffres)
import-kind-cfd = un code formation diplôme (8 chiffres)
import-kind-mefstat = un code MEFSTAT11 (11 chiffres)
import-kind-rncp = un numéro RNCP (2 à 5 chiffres)
import-kind-nsf = un code NSF (3 chiffres et une lettre facultative)
import-kind-uai = un code UAI (7 chiffres et une lettre)
import-kind-siren = un SIREN (9 chiffres)
import-kind-siret = un SIRET (14 chiffres)
import-kind-naf = un code NAF (4 chiffres et une lettre)
import-kind-programme = un code de formation (CFD ou RNCP)

layout-bmo = Besoins en main-d’œuvre (France Travail)
layout-bassin-composition = Composition communale des bassins d’emploi (France Travail)
layout-insee-geo = Table d’appartenance géographique des communes (Insee)
layout-rome-codes = Liste des codes ROME (France Travail)
layout-rome-mobilities = Mobilités entre métiers du ROME (France Travail)
layout-fap2021-list = Nomenclature des FAP 2021 (Dares)
layout-fap2021-crosswalk = Table de passage ROME – FAP 2021 (Dares)
layout-fap2009-sas = Table de passage ROME – FAP 2009 (Dares)
layout-rncp-rome = RNCP – ROME, ancien export (France compétences)
layout-rncp-zip = RNCP – ROME, export actuel (France compétences)
layout-certif-info = Certif Info (Réseau des Carif-Oref, Onisep)
layout-tension-rome-bassin = Tensions par métier ROME et bassin (France Travail, Dares)
layout-observed-moves = Tableau de déplacements observés

import-unknown-basin = Le bassin d’emploi { $code } n’est pas dans le découpage connu (BMO 2024).
import-fix-basin = Le plus proche est { $code } { $name } : corrigez le code si c’est lui.
import-basin-recoded = Le nom « { $name } » est celui du bassin { $code } : la commune y est rangée.
import-mobility-kind = Le type de mobilité n’est ni 1 (proche) ni 2 (évolution).
import-note-mobility-titles = { $pairs-n ->
    [one] { $pairs } mobilité ne vaut que pour certaines appellations du métier.
   *[other] { $pairs } mobilités ne valent que pour certaines appellations du métier.
}
import-qualification = La qualification n’est pas une suite de chiffres (comme Q_0346).
import-sas-line = La ligne n’associe pas des codes ROME à un code FAP 2009.

import-bmo-year-mismatch = L’année de la ligne n’est pas celle de l’en-tête ({ $header }).
import-bmo-fix-year = Séparez les années : un fichier par enquête.
import-bmo-translated = Code FAP 2009 { $old } converti en FAP 2021 { $new } par les tables de passage.
import-bmo-fix-translated = Préférez un millésime publié en FAP 2021 (2024 ou après) s’il existe.
import-bmo-fap2009-intruder = C’est un code FAP 2009 dans une enquête publiée en FAP 2021.
import-bmo-fap2009-no-bridge = C’est un code FAP 2009, et la table de passage n’est pas importée.
import-bmo-fix-bridge = Importez d’abord la table de passage de la Dares (passage_fap2009_romev3.txt).
import-bmo-fap2009-several = Ce code FAP 2009 est éclaté entre plusieurs FAP 2021 : { $codes }.
import-bmo-fix-newer = Utilisez un millésime publié en FAP 2021 (2024 ou après).
import-bmo-fap2009-incomplete = Une partie des codes ROME de ce code FAP 2009 n’a pas de correspondance en FAP 2021.
import-bmo-fix-crosswalk = Importez la table de passage officielle ROME – FAP 2021 de la Dares, ou un millésime 2024 ou après.
import-bmo-fap2009-unknown = Ce code FAP 2009 n’est pas dans la table de passage importée.
import-bmo-other-region = Le bassin appartient à la région { $region } dans le découpage connu.
import-bmo-other-department = Le bassin couvre le ou les départements { $departments } dans le découpage connu.
import-bmo-fix-place = Vérifiez le lieu auprès du producteur ; la ligne est comptée au bassin { $basin }.
import-bmo-share-above-whole = La part dépasse le total des projets ({ $met }).

import-moves-basin = Ce n’est ni le code ni le nom d’un bassin d’emploi connu.
import-moves-basins = Plusieurs bassins portent ce nom : { $codes }.
import-moves-fix-basin = Écrivez le code du bassin, sur quatre chiffres.
import-moves-level = Le niveau va de 3 (CAP) à 6 (BUT, licence professionnelle).
import-moves-programme = Ce n’est ni un code formation diplôme, ni un MEFSTAT11, ni un numéro RNCP.
import-moves-fix-training = Écrivez un code formation diplôme, un MEFSTAT11 ou un numéro RNCP, ou bien un niveau de 3 à 6 dans la colonne du niveau.
import-moves-outside = La formation n’est pas dans le catalogue industriel : ses personnes sont lues, et laissées hors du recalage.
import-moves-fix-outside = Vérifiez le code si la formation est industrielle.
import-moves-half = Le bassin d’emploi et le métier vont ensemble : l’un est rempli, l’autre non.
import-moves-fix-half = Remplissez les deux, ou laissez les deux vides pour une personne sans emploi dans le champ.
import-moves-occupation = Aucun métier industriel n’a ce code en FAP 2021.
import-moves-fix-people = Écrivez le nombre de personnes observées, entier et sans pondération, ou * s’il est secret ; supprimez la ligne s’il est inconnu.
