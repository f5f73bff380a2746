# Indicateurs de l’offre de formation et quadrant.

ui-rate-pressure-help = Premiers vœux / places. Sans objet pour les BTS et les BUT, dont les vœux ne sont pas classés.
ui-rate-pressure-numerator = Premiers vœux
ui-rate-pressure-denominator = Places
ui-rate-demand-help = Vœux non classés (Parcoursup) / places. Ce n’est pas un taux de pression : une personne formule plusieurs vœux.
ui-rate-demand-numerator = Vœux
ui-rate-demand-denominator = Places
ui-rate-fill-help = Effectif en entrée / places.
ui-rate-fill-numerator = Effectif en entrée
ui-rate-fill-denominator = Places
ui-rate-further-study-help = Poursuivants / effectif terminal.
ui-rate-further-study-numerator = Poursuivants
ui-rate-further-study-denominator = Effectif terminal
ui-rate-employment-help = En emploi six mois après / sortants. Le taux publié est arrondi au point : d’où la fourchette.
ui-rate-employment-numerator = En emploi
ui-rate-employment-denominator = Sortants
ui-rate-favourable-help = (Poursuivants + en emploi à 6 mois) / effectif terminal.
ui-rate-favourable-numerator = Poursuivants et en emploi
ui-rate-favourable-denominator = Effectif terminal
ui-rate-on = sur { $n }
ui-rate-published = taux publié sans son effectif
ui-not-significant = n.s.
ui-rated-whole = Ensemble, { $region }
ui-column-rated = Lieu
ui-column-position = Position
ui-column-final-year = Effectif terminal
ui-programme-indicators = Indicateurs
ui-training-quadrant = Quadrant
ui-quadrant-title = Niveau { $level }, voie { $route }, { $region }
ui-quadrant-q1 = Q1 : poursuite et emploi au moins à la moyenne
ui-quadrant-q2 = Q2 : emploi seulement
ui-quadrant-q3 = Q3 : poursuite seulement
ui-quadrant-q4 = Q4 : ni l’un ni l’autre
ui-quadrant-q1-short = Q1
ui-quadrant-q2-short = Q2
ui-quadrant-q3-short = Q3
ui-quadrant-q4-short = Q4
ui-quadrant-means = Moyennes de la région { $region }, niveau { $level }, { $vintage } : poursuite { $further }, emploi à 6 mois { $employment }. Surface des bulles : effectif terminal du millésime.
ui-quadrant-left-out = { $n-n ->
    [one] { $n } formation sans position : { $reasons }.
   *[other] { $n } formations sans position : { $reasons }.
}
ui-quadrant-not-significant = { $n } sous { $least } personnes (n.s.)
ui-quadrant-older = { $n } d’un millésime plus ancien
ui-quadrant-unknown = { $n } sans taux connu
ui-quadrant-scope-help = Formations de ce niveau ou de cette voie, face à leurs propres moyennes
ui-quadrant-empty = Le quadrant compare la poursuite d’études et l’emploi à 6 mois des formations de même niveau. Aucun devenir n’est connu : importez les fichiers InserJeunes par région.
