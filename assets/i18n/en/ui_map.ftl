# Map: what the surfaces drawn are.
ui-map-contours = Contours: { $files }.
ui-map-limits = Limits: { $files }.
ui-map-cells = { $n-n ->
    [one] { $n } basin out of { $all }, without a contour, is drawn
   *[other] { $n } basins out of { $all }, without a contour, are drawn
} as a cell: the points nearest to its centre, not official.
ui-map-file = { $file } ({ $vintage })
