# Textes du rapport : qui va où.

report-flows-title = Qui va où
report-flows-is = D’un bassin de formation vers un bassin d’emploi, ou sur place, en personnes d’une année. Au mieux : les placements d’un optimum parmi d’autres de même valeur (à égalité : le moins de trajet, puis le territoire d’abord) ; ce n’est pas une prévision. Attendues : ce qui arrive si chacun choisit comme on l’observe. Valeurs centrales, à un niveau accepté par le métier.
report-flows-by-basin = De bassin à bassin
report-flows-reading = de { $from } vers { $to } : { $potential } personnes au mieux, { $expected } attendues.
report-flows-remark = Un flux qui mène, sous l’une ou l’autre optique, vers un métier et un bassin dont la cellule n’est pas imprimée est sous secret (s), comme tous ceux d’un bassin dont la ligne l’est.
report-field-flows = { $basins-n ->
    [one] { $basins } bassin ({ $territory }), année { $year } ; flux qui partent du territoire ou y arrivent.
   *[other] { $basins } bassins ({ $territory }), année { $year } ; flux qui partent du territoire ou y arrivent.
}
report-column-basin-from = De
report-column-basin-to = Vers
report-column-distance = Distance
report-column-people-potential = Au mieux
report-column-people-expected = Attendues
report-unit-kilometres = km
report-sheet-flows-basin = Bassin à bassin
