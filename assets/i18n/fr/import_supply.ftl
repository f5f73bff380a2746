# Import de l’offre de formation : ce qui est reconnu, mis de côté, douteux, refusé, et comment y remédier.
layout-bts-capacity = Capacités des BTS (Orion, d’après Parcoursup)
layout-voc-capacity = Capacités des CAP et bacs pros (Orion, d’après Affelnet)
layout-parcoursup = Parcoursup : vœux et admissions en BTS, DUT et BUT
layout-annuaire = Annuaire de l’éducation
layout-inserjeunes-region = InserJeunes par région et par diplôme
layout-inserjeunes-cfa = InserJeunes par CFA
layout-inserjeunes-lycee = InserJeunes par lycée
layout-inserjeunes-lycee-diploma = InserJeunes par lycée et par diplôme

import-note-year-of-name = Le fichier ne dit pas son année : { $year } est lue dans son nom. Vérifiez-la avant de confirmer.
import-note-declared-seats = Les places en apprentissage sont déclarées par les CFA et souvent gonflées : elles pondèrent une répartition, elles ne sont jamais un effectif.
import-note-no-diploma = { $n-n ->
    [one] { $n } ligne mise de côté : la formation ne mène
   *[other] { $n } lignes mises de côté : les formations ne mènent
} à aucun diplôme national (FCIL, code MEFSTAT11 hors du champ).
import-note-other-cfd = { $n-n ->
    [one] { $n } ligne porte un CFD qui contredit son MEFSTAT11 (BTS agricoles écrits en 320 au lieu de 323, par exemple) : le MEFSTAT11 l’emporte.
   *[other] { $n } lignes portent un CFD qui contredit leur MEFSTAT11 (BTS agricoles écrits en 320 au lieu de 323, par exemple) : le MEFSTAT11 l’emporte.
}
import-note-common-seconde = { $n-n ->
    [one] { $n } ligne de seconde commune mise de côté : elle ne mène
   *[other] { $n } lignes de seconde commune mises de côté : elles ne mènent
} à aucun diplôme précis ; les bacs pros sont comptés à l’entrée en première.
import-note-other-year = { $n-n ->
    [one] { $n } ligne fusionnée : elle décrit
   *[other] { $n } lignes fusionnées : elles décrivent
} une autre année de la même section ; les places ne sont comptées qu’une fois, en première pour le bac pro, en première année ailleurs.
import-note-other-families = { $n-n ->
    [one] { $n } ligne mise de côté : filière
   *[other] { $n } lignes mises de côté : filières
} hors du champ (licence, PASS, CPGE, écoles, IFSI…) ; seuls les BTS, DUT et BUT sont lus.
import-note-label-only = { $n-n ->
    [one] { $n } section n’a pas de code de diplôme : son intitulé est gardé
   *[other] { $n } sections n’ont pas de code de diplôme : leurs intitulés sont gardés
} (spécialité absente du catalogue industriel, DUT, BUT sans parcours).
import-note-below-lycee = { $n-n ->
    [one] { $n } école ou collège mis de côté
   *[other] { $n } écoles et collèges mis de côté
} : sans section professionnelle.
import-note-two-cohorts = Chaque millésime de deux années cumule deux promotions : les effectifs sont divisés par deux dans les calculs.
import-note-region-renumbered = { $n-n ->
    [one] { $n } ligne porte le numéro de région d’InserJeunes (ordre alphabétique) au lieu du code INSEE : il a été traduit.
   *[other] { $n } lignes portent le numéro de région d’InserJeunes (ordre alphabétique) au lieu du code INSEE : il a été traduit.
}
import-note-unpublished = { $n-n ->
    [one] { $n } ligne mise de côté : aucun chiffre n’y est publié
   *[other] { $n } lignes mises de côté : aucun chiffre n’y est publié
} (nd, effectif trop faible).
import-note-totals = { $n-n ->
    [one] { $n } ligne « ensemble » mise de côté : c’est le total
   *[other] { $n } lignes « ensemble » mises de côté : ce sont les totaux
} d’élèves et d’apprentis donnés par ailleurs.

import-placeholder-seats = { $seats } places : valeur d’attente, pas une section. La section est gardée sans ses places.
import-repeat-added = La ligne { $row } décrit déjà cette formation dans cet établissement : les deux sont lues comme deux groupes, places et vœux additionnés.
import-repeat-once = La ligne { $row } décrit déjà cette formation dans cet établissement, avec les mêmes places : elles sont comptées une fois, les vœux additionnés.
import-unknown-route = La voie n’est ni scolaire ni en apprentissage.
import-unknown-population = La population n’est ni l’ensemble, ni les élèves, ni les apprentis.
import-bad-position = La position n’est pas dans le département de l’établissement : elle est laissée de côté.
import-school-twice = La ligne { $row } décrit déjà cet établissement, autrement : la première est gardée.
import-outcome-twice = La ligne { $row } donne d’autres chiffres pour le même diplôme, au même endroit et pour le même millésime.
import-parts-differ = Poursuivants et sortants font { $parts }, l’effectif terminal est de { $whole } : l’écart dépasse l’arrondi.
import-regions-disagree = Le code de région, le numéro de région d’InserJeunes ({ $number }) et le nom de la région ne disent pas la même région.
import-unknown-region = La région { $code } n’existe pas.

import-fix-placeholder = Demandez la capacité réelle à l’établissement ou à l’académie, corrigez le fichier et réimportez.
import-fix-repeat = Si les deux lignes disent la même chose, supprimez-en une et réimportez ; sinon, rien à faire.
import-fix-route = Écrivez « Scolaire » ou « Apprentissage » (ST ou AP dans un export d’Affelnet).
import-fix-population = Écrivez « ensemble », « dont élèves en voie pro sco » ou « dont apprentis ».
import-fix-position = Importez l’annuaire de l’éducation, ou corrigez latitude et longitude (WGS84, latitude d’abord).
import-fix-school-twice = Supprimez la ligne périmée et réimportez.
import-fix-outcome-twice = Gardez la ligne publiée en dernier et supprimez l’autre.
import-fix-parts = Vérifiez les trois effectifs auprès du producteur ; le taux publié est utilisé tel quel.
import-fix-region = Écrivez le code INSEE de la région dans « code_region ».
