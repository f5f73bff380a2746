# Indicateurs, dans le terminal.

cli-about-indicators = Affiche pression, remplissage, poursuite, emploi à 6 mois et quadrant des formations
cli-usage-indicators = releve indicators TERRITOIRE [OPTIONS]
cli-help-level = Niveau de diplôme, 3 à 6
cli-help-sections = Montre aussi chaque section
cli-indicators-title = Indicateurs de l’offre, révision { $revision }
cli-indicators-means = Moyennes { $region }, niveau { $level }, { $route }, { $vintage } : poursuite { $further }, emploi à 6 mois { $employment }
cli-column-route = Voie
cli-column-position = Quadrant
cli-not-significant = n.s.
cli-about-sensitivity = Affiche quelle hypothèse pèse le plus sur les postes non pourvus
cli-usage-sensitivity = releve sensitivity TERRITOIRE [OPTIONS]
cli-help-chart-output = Fichier du graphique, en .png, .svg ou .csv
cli-job-sensitivity = Calcul du poids des hypothèses
cli-sensitivity-title = Postes non pourvus en { $year } : { $unfilled }, toutes hypothèses centrales (révision { $revision })
cli-column-change = Changement
cli-error-unknown-chart = { $file } n’est ni une image (.png), ni un dessin (.svg), ni des données (.csv).
