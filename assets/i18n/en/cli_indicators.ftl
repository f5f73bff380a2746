# Indicators, in the terminal.

cli-about-indicators = Shows pressure, filling, further study, employment at 6 months and quadrant of programmes
cli-usage-indicators = releve indicators TERRITORY [OPTIONS]
cli-help-level = Diploma level, 3 to 6
cli-help-sections = Shows each section too
cli-indicators-title = Indicators of the supply, revision { $revision }
cli-indicators-means = Means { $region }, level { $level }, { $route }, { $vintage }: further study { $further }, employed at 6 months { $employment }
cli-column-route = Route
cli-column-position = Quadrant
cli-not-significant = n.s.
cli-about-sensitivity = Shows which assumption weighs most on unfilled posts
cli-usage-sensitivity = releve sensitivity TERRITORY [OPTIONS]
cli-help-chart-output = File of the chart, in .png, .svg or .csv
cli-job-sensitivity = Computing the weight of assumptions
cli-sensitivity-title = Unfilled posts in { $year }: { $unfilled }, all assumptions central (revision { $revision })
cli-column-change = Change
cli-error-unknown-chart = { $file } is neither an image (.png), nor a drawing (.svg), nor data (.csv).
