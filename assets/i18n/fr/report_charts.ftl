# Graphiques : ce que disent leurs marques et leurs données.

report-column-mark = Libellé
report-column-value = Valeur
report-column-from = De
report-column-to = À
report-column-low-end = Extrémité basse
report-column-change-low = Changement à l’extrémité basse
report-column-high-end = Extrémité haute
report-column-change-high = Changement à l’extrémité haute
report-column-position = Position
report-swing = { $low } : { $at-low } · { $high } : { $at-high }
report-dot = { $x-name } { $x }, { $y-name } { $y }, { $size-name } { $size } · { $part }
report-tornado-low = à l’extrémité basse
report-tornado-high = à l’extrémité haute
report-error-image = L’image n’a pas pu être produite ; rien n’a été écrit. Détail technique à signaler : { $detail }
report-chart-field = { $territory }, année { $year }, révision { $revision }
report-chart-alt = { $title }. { $n-n ->
    [one] { $n } marque
   *[other] { $n } marques
} : { $list }
report-tornado-title = Ce qui pèse le plus sur les postes non pourvus
report-tornado-unit = postes non pourvus de plus ou de moins
report-tornado-remark = Chaque hypothèse à son extrémité basse puis haute, les autres centrales, face à { $unfilled } postes non pourvus (révision { $revision }). { $still-n ->
    [one] { $still } hypothèse ne change rien ;
   *[other] { $still } hypothèses ne changent rien ;
} { $exact-n ->
    [one] { $exact } est sans fourchette.
   *[other] { $exact } sont sans fourchette.
}
