# Carte : ce que sont les surfaces dessinées.
ui-map-contours = Contours : { $files }.
ui-map-limits = Limites : { $files }.
ui-map-cells = { $n-n ->
    [one] { $n } bassin sur { $all }, sans contour, est dessiné
   *[other] { $n } bassins sur { $all }, sans contour, sont dessinés
} par une cellule : les points les plus proches de son centre, non officielle.
ui-map-file = { $file } ({ $vintage })
