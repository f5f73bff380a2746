# Indicators of the training supply, and the quadrant.

ui-rate-pressure-help = First wishes / seats. Without meaning for BTS and BUT, whose wishes are not ranked.
ui-rate-pressure-numerator = First wishes
ui-rate-pressure-denominator = Seats
ui-rate-demand-help = Unranked wishes (Parcoursup) / seats. It is no pressure rate: one person makes several wishes.
ui-rate-demand-numerator = Wishes
ui-rate-demand-denominator = Seats
ui-rate-fill-help = Entrants / seats.
ui-rate-fill-numerator = Entrants
ui-rate-fill-denominator = Seats
ui-rate-further-study-help = Continuing / final year.
ui-rate-further-study-numerator = Continuing
ui-rate-further-study-denominator = Final year
ui-rate-employment-help = Employed six months after / leavers. The published rate is rounded to the point, hence the range.
ui-rate-employment-numerator = Employed
ui-rate-employment-denominator = Leavers
ui-rate-favourable-help = (Continuing + employed at 6 months) / final year.
ui-rate-favourable-numerator = Continuing and employed
ui-rate-favourable-denominator = Final year
ui-rate-on = of { $n }
ui-rate-published = rate published without its headcount
ui-not-significant = n.s.
ui-rated-whole = All, { $region }
ui-column-rated = Place
ui-column-position = Position
ui-column-final-year = Final year
ui-programme-indicators = Indicators
ui-training-quadrant = Quadrant
ui-quadrant-title = Level { $level }, { $route } route, { $region }
ui-quadrant-q1 = Q1: further study and employment at least at the mean
ui-quadrant-q2 = Q2: employment only
ui-quadrant-q3 = Q3: further study only
ui-quadrant-q4 = Q4: neither
ui-quadrant-q1-short = Q1
ui-quadrant-q2-short = Q2
ui-quadrant-q3-short = Q3
ui-quadrant-q4-short = Q4
ui-quadrant-means = Means of the region { $region }, level { $level }, { $vintage }: further study { $further }, employed at 6 months { $employment }. Area of the bubbles: final year of the vintage.
ui-quadrant-left-out = { $n-n ->
    [one] { $n } programme without position: { $reasons }.
   *[other] { $n } programmes without position: { $reasons }.
}
ui-quadrant-not-significant = { $n } under { $least } people (n.s.)
ui-quadrant-older = { $n } of an older vintage
ui-quadrant-unknown = { $n } without known rate
ui-quadrant-scope-help = Programmes of this level or route, set against their own means
ui-quadrant-empty = The quadrant compares further study and employment at 6 months of programmes of one level. No outcome is known: import the InserJeunes files by region.
