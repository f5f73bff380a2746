# Textes du détail d’une ligne : causes, pénurie, les deux lectures.

ui-why-causes = Pourquoi ?
ui-why-hall = Qui peut occuper ces postes ?
ui-why-usual = Si chacun fait comme d’habitude
ui-causes-caption = Part moyenne de chaque cause, et ses bornes selon l’ordre dans lequel on les lève. En postes, calculé sur la révision { $revision }.
ui-causes-total = Non pourvus
ui-causes-none = Tous les postes de cette ligne peuvent être pourvus.
ui-causes-negative = Une part négative : lever cette cause enverrait des personnes d’ici vers d’autres lignes.
ui-causes-nothing = { $n-n ->
    [one] { $n } cause sans effet ici
   *[other] { $n } causes sans effet ici
}
ui-hall-none = Aucun poste de cette ligne ne manque de monde : tous peuvent être pourvus.
ui-hall-sum = { $posts } postes − { $people } personnes = { $unfilled } non pourvus au moins, où qu’on place ces personnes.
ui-hall-nobody = Aucun sortant de formation ne peut les occuper.
ui-hall-posts = Les postes
ui-hall-posts-unit = postes
ui-hall-people = Ceux qui peuvent les occuper
ui-hall-people-unit = personnes
ui-hall-context = { $basin } (hors du territoire)
ui-hall-wider = La ligne compte { $asked } postes non pourvus. Les { $rest } autres manquent de monde parce que d’autres postes prennent les mêmes personnes.
ui-hall-wider-title = Tous ces postes ensemble
ui-list-sum = Somme
ui-list-whole = Tout afficher
ui-list-copy = Copier la liste : { $list }
ui-usual-need = Besoin
ui-usual-potential = Pourvus, au mieux
ui-usual-filled = Pourvus, attendus
ui-usual-unfilled = Non pourvus, attendus
ui-usual-lost = Frottement
ui-usual-friction = Frottement = pourvus au mieux − pourvus attendus = { $potential } − { $filled } = { $friction } postes : des personnes et des postes qui pourraient se trouver, et ne se trouvent pas.
ui-usual-friction-negative = Frottement = pourvus au mieux − pourvus attendus = { $potential } − { $filled } = { $friction } postes : cette ligne gagne plus de monde, au gré des choix, que l’appariement au mieux ne lui en donne.
ui-job-shortage = Recherche de qui peut occuper ces postes
ui-sheet-causes = Causes
