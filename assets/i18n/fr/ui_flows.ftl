# Textes de l’appariement : qui va où.

ui-nav-flows = Appariement
ui-title-flows = Qui va où ?
ui-flows-pairs = Bassin à bassin
ui-flows-pairs-help = Les personnes formées dans un bassin qui prennent un poste dans un autre, ou sur place.
ui-flows-balances = Bilan des bassins
ui-flows-balances-help = Pour chaque bassin : postes pourvus sur place et d’ailleurs, départs, et ce qui reste.
ui-flows-arcs = Section à besoin
ui-flows-arcs-help = D’une formation dans un bassin vers un métier dans un bassin.
ui-flows-kinds = Formation à métier
ui-flows-kinds-help = D’une formation vers un métier, tous bassins ensemble.
ui-flows-sentence = { $filled } postes pourvus : { $stayed } sur place, { $moved } depuis un autre bassin du territoire ; { $km } en moyenne, { $far } à plus de { $limit }.
ui-flows-outside = Avec les voisins : { $came } arrivées de l’extérieur, { $left } départs vers l’extérieur.
ui-flows-caution-potential = Un optimum parmi d’autres de même valeur (à égalité : le moins de trajet, puis le territoire d’abord), pas une prévision. Tous à un niveau accepté.
ui-flows-caution-expected = Ce qui arrive si chacun choisit comme observé : répartition unique, valeur centrale. Tous à un niveau accepté.
ui-flows-basin = Bassin
ui-flows-basin-all = tous les bassins
ui-flows-drawn = Flèches
ui-flows-drawn-all = toutes
ui-flows-drawn-most = les { $n } plus grandes
ui-flows-map-name = Carte des déplacements entre bassins : { $territory }
ui-flows-land = bassin du territoire
ui-flows-circles = Restent sur place
ui-flows-arrows = Changent de bassin
ui-flows-note = { $drawn } flèches sur { $all }, { $share } de ceux qui changent de bassin
ui-flows-go = { $n-n ->
    [one] { $from } → { $to } : { $people } personne, { $km }
   *[other] { $from } → { $to } : { $people } personnes, { $km }
}
ui-flows-stay = { $n-n ->
    [one] { $from } : { $people } personne y reste
   *[other] { $from } : { $people } personnes y restent
}
ui-flows-establishments = { $n-n ->
    [one] { $n } établissement
   *[other] { $n } établissements
}
ui-column-people-potential = Au mieux
ui-column-people-potential-help = Personnes que l’appariement potentiel place sur ces postes. Somme vers un métier et un bassin : ses postes pourvus.
ui-column-people-expected = Attendus
ui-column-people-expected-help = Personnes attendues sur ces postes si chacun choisit comme observé.
ui-column-km-help = Distance à vol d’oiseau entre les centres des bassins ; 0 sur place.
ui-column-share-trained = Part des placés
ui-column-share-trained-help = De tous ceux formés dans le bassin de départ qui ont un poste, part de ceux-ci. Sur place : la part qui reste.
ui-column-share-filled = Part des pourvus
ui-column-share-filled-help = Des postes pourvus du bassin d’arrivée, part pourvue par ces personnes.
ui-column-share-need = Part du besoin
ui-column-share-need-help = Du besoin de ce métier dans ce bassin, part pourvue par ces personnes.
ui-column-occupations = Métiers
ui-column-occupations-help = Métiers que ces personnes prennent.
ui-column-levels = Écart de niveau
ui-column-levels-help = Niveaux entre le diplôme et le plus proche que le métier accepte ; 0 : niveau accepté.
ui-column-mean-km = Distance moyenne
ui-column-mean-km-help = Distance moyenne à vol d’oiseau, en kilomètres, pondérée par les personnes ; 0 pour ceux qui restent.
ui-column-far = Plus de 30 km
ui-column-far-help = Part de ces personnes qui vont à plus de 30 km.
ui-column-nodes = Origines
ui-column-nodes-help = Bassins et voies d’où viennent ces personnes.
ui-column-posts = Besoin
ui-column-posts-help = Besoin en nouveaux sortants du bassin, valeur centrale, en postes.
ui-column-stayed = Sur place
ui-column-stayed-help = Postes du bassin pourvus par des personnes qui y sont formées.
ui-column-came = Arrivées
ui-column-came-help = Postes du bassin pourvus par des personnes formées ailleurs.
ui-column-left = Départs
ui-column-left-help = Personnes formées dans le bassin qui prennent un poste ailleurs.
ui-column-net = Solde
ui-column-net-help = Arrivées moins départs.
ui-column-still-open = Non pourvus
ui-column-still-open-help = Postes du bassin que personne ne prend, valeur centrale.
ui-column-unplaced-here = Sans poste
ui-column-unplaced-here-help = Sortants dans leur métier formés dans le bassin et sans poste, valeur centrale.
ui-column-posts-filled = Pourvus
ui-column-posts-filled-help = Postes du bassin pourvus : sur place et arrivées.
ui-column-stay-share = Part qui reste
ui-column-stay-share-help = De ceux formés dans le bassin qui ont un poste, part de ceux qui l’ont sur place.
ui-flow-title = { $from } → { $to }
ui-flow-title-stay = { $basin } : ceux qui restent
ui-flow-pair-is = Somme de tous les placements entre ces deux bassins, métier par métier.
ui-flow-arc-potential = L’appariement au mieux place ici { $people } des { $supply } personnes de ce vivier : diplôme de niveau { $level }, niveaux acceptés { $accepted } ; { $km }, dans le rayon de { $radius } de ce niveau.
ui-flow-arc-expected = On attend ici { $people } des { $supply } personnes de ce vivier : racine du produit des personnes et des postes restés seuls, fois l’attrait du trajet. Diplôme de niveau { $level }, niveaux acceptés { $accepted } ; { $km }, dans le rayon de { $radius } de ce niveau.
ui-flow-schools-is = Les personnes d’une même formation, d’une même voie et d’un même bassin ne sont pas distinguées : on ne dit pas de quel établissement elles viennent.
ui-flow-schools = Le vivier, par établissement
ui-flow-where = Où vont les personnes de ce vivier
ui-flow-takers = Qui pourvoit ces postes
ui-flow-people = D’où viennent ces personnes
ui-flow-posts = Les postes qu’elles prennent
ui-flow-ends = De quel bassin vers lequel
ui-flow-towards = → { $to } · { $km }
ui-exchange-posts = Qui prend ses { $people } postes
ui-exchange-people = Où vont ses { $people } sortants
ui-exchange-others = { $n-n ->
    [one] { $n } autre bassin
   *[other] { $n } autres bassins
}
ui-exchange-unfilled = non pourvus
ui-exchange-unplaced = sans poste
ui-flow-unit-potential = personnes, au mieux
ui-flow-unit-expected = personnes, attendues
