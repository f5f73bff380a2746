# Needs: survey and declarations side by side, and the need that is matched.
ui-nav-needs = Needs
ui-title-needs = Whom do employers need?
app-command-show-needs = Needs of employers
ui-needs-by-basin = By basin
ui-needs-by-occupation = By occupation
ui-needs-by-cell = By basin and occupation
ui-needs-survey = Survey of { $year }: { $rows-n ->
    [one] { $rows } row
   *[other] { $rows } rows
} of core industry, of which { $secret } under secrecy (counted 1 to 4 projects).
ui-needs-no-survey = No survey is imported for this year or before.
ui-needs-declared = { $n-n ->
    [0] No need is declared for { $year }.
    [one] { $n } need is declared for { $year }.
   *[other] { $n } needs are declared for { $year }.
}
ui-needs-formula = Need = β × (projects − seasonal), or the posts declared where they are more. A chosen line shows the formula, its figures and the rows of the files.
ui-column-difficult-share = Difficult share
ui-column-difficult-share-help = Projects judged difficult over all projects of the line. Both terms have a range: the low share is the low difficult over the high projects, and the other way round.
ui-column-tension = Tension
ui-column-tension-help = Tension class, 1 to 5 (France Travail, Dares), from the weakest to the strongest of the occupation’s ROME codes. Context: it enters no computation.
ui-needs-tension = Tension classes: { $year }.
ui-needs-no-tension = No table of tensions is imported.
ui-needs-empty = Here are the recruitment projects of the BMO survey and the needs employers declared. None is imported yet: choose a BMO file of your region.
ui-column-declared-intention = Intended
ui-column-declared-intention-help = Posts declared by employers, as an intention.
ui-column-declared-engaged = Engaged
ui-column-declared-engaged-help = Declared posts the employer stands behind.
ui-column-declared-funded = Funded
ui-column-declared-funded-help = Declared posts already funded.

cli-about-needs = The needs: projects, difficult, seasonal, posts declared by commitment, need that is matched
cli-usage-needs = releve needs TERRITORY [OPTIONS]
cli-help-needs-by = Grouping: basin (default), occupation or cell
