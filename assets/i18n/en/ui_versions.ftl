# Journal, versions, comparison, jobs, crash report, guided tour.

## Journal: how far to go back

store-noun-deed = journal entry
cli-travel-back = { $n-n ->
    [one] { $n } action undone; revision { $revision }.
   *[other] { $n } actions undone; revision { $revision }.
}
cli-travel-forth = { $n-n ->
    [one] { $n } action redone; revision { $revision }.
   *[other] { $n } actions redone; revision { $revision }.
}
cli-travel-nowhere = The file is already at this action: nothing moved.
cli-travel-behind = Action { $id } is already undone. “releve redo --to { $id }” brings it back. Nothing was changed.
cli-travel-ahead = Action { $id } is not undone. “releve undo --to { $id }” goes back to it. Nothing was changed.
cli-help-to = Go to just after the action of this number (see journal)
cli-help-deed = Detail the action of this number: rows added, changed, removed
cli-job-travel = Walk in the journal
cli-deed-table = { $table }: { $added } added, { $changed } changed, { $removed } removed
cli-deed-row = { $table }, row { $id }
cli-deed-cell = { $column }: { $before } → { $after }
cli-deed-forgotten = The detail of this action is no longer in the file.

## Tables and columns, as the journal names them

store-table-source = imported files
store-table-source-issue = import remarks
store-table-territory = territory
store-table-territory-region = regions of the territory
store-table-region = regions
store-table-department = departments
store-table-basin = employment basins
store-table-zone = employment zones
store-table-commune = communes
store-table-occupation = occupations
store-table-fap-label = occupation labels
store-table-rome = ROME entries
store-table-rome-proximity = moves between ROME entries
store-table-crosswalk = ROME to occupation links
store-table-fap2009-bridge = links to FAP 2009
store-table-programme = programmes
store-table-programme-rome = outlets of programmes
store-table-diploma-outlet = official outlets
store-table-establishment = establishments
store-table-section = sections
store-table-outcome = outcomes of leavers
store-table-survey = recruitment projects
store-table-tension = tensions
store-table-employer = employers
store-table-need = declared needs
store-table-assumption = assumptions
store-table-contour = outlines of places
store-table-appellation = job titles
store-table-outlet-review = reviews of outlets
store-table-other = table { $name }
store-column-name = name
store-column-scope = scope
store-column-low = low
store-column-central = central
store-column-high = high
store-column-origin = origin
store-column-edited = edited
store-column-siret = SIRET
store-column-naf = NAF
store-column-commune = commune
store-column-basin = basin
store-column-headcount = headcount
store-column-employer = employer
store-column-fap = occupation (FAP)
store-column-year = year
store-column-posts = posts
store-column-level = level
store-column-commitment = commitment
store-column-declared-on = declared on
store-column-nature = nature
store-column-region = region
store-column-source = file
store-column-programme = programme
store-column-status = review
store-column-confidence = confidence
store-column-note = note
store-column-who = by
store-column-at = on
store-column-other = { $name }

## Versions

app-version-opening = At opening
app-version-import = Before an import
app-version-migration = Before a change of format
app-version-named = Saved
app-version-name = { $name }
app-version-none = There is no version “{ $asked }” beside this file. List them with “releve versions TERRITORY”.
app-version-ignored = { $file } is not a version: { $why }
app-version-foreign = its name is not one of Relève’s. It was left as it is.
cli-usage-versions = releve versions TERRITORY [save | open | restore] [OPTIONS]
cli-usage-versions-save = releve versions TERRITORY save [--name NAME]
cli-usage-versions-open = releve versions TERRITORY open VERSION
cli-usage-versions-restore = releve versions TERRITORY restore VERSION -o FILE
cli-about-versions = List, save, look at or restore the versions of the file
cli-about-versions-save = Save a version, a verified copy beside the file
cli-about-versions-open = Show the essentials of a version, without changing it
cli-about-versions-restore = Make a new territory file of a version
cli-help-version-id = Identifier of the version, or its place in the list (1 is the newest)
cli-help-version-name = Name of the version
cli-help-restore-output = File to create; nothing is replaced
cli-value-version = VERSION
cli-column-version = Version
cli-column-size = Size (MB)
cli-column-why = Why
cli-version-saved = Version saved: { $file }
cli-version-restored = Version restored: { $file }. The open file has not changed.
cli-versions-empty = No version beside this file.

## Journal screen

ui-journal-dropped = dropped
ui-column-who = Who
ui-column-version = Version
ui-column-size = Size (MB)
ui-journal-deeds = Actions
ui-journal-deeds-help = What was done, and the way back to it
ui-journal-versions = Versions
ui-journal-versions-help = Verified copies of the file, kept beside it
ui-journal-who = By
ui-journal-nobody = (unknown)
ui-journal-kind = Kind
ui-journal-since = Since
ui-journal-all = All
ui-journal-since-ever = ever
ui-journal-since-day = one day
ui-journal-since-week = one week
ui-journal-since-month = one month
ui-journal-kind-create = creation
ui-journal-kind-import = import
ui-journal-kind-remove-source = source removal
ui-journal-kind-set-assumption = assumption changed
ui-journal-kind-reset-assumption = assumption reset
ui-journal-kind-calibrate = calibration
ui-journal-kind-put-employer = employer saved
ui-journal-kind-remove-employer = employer removed
ui-journal-kind-put-need = need saved
ui-journal-kind-remove-need = need removed
ui-journal-kind-demonstration = demonstration
ui-journal-kind-other = other
ui-journal-kind-set-territory = territory changed
ui-journal-back-to = { $n-n ->
    [one] Back to here: undo { $n } action
   *[other] Back to here: undo { $n } actions
}
ui-journal-forth-to = { $n-n ->
    [one] Redo up to here: { $n } action
   *[other] Redo up to here: { $n } actions
}
ui-journal-forth = Redo
ui-travelled-back = { $n-n ->
    [one] { $n } action undone. The journal can bring it back.
   *[other] { $n } actions undone. The journal can bring them back.
}
ui-travelled-forth = { $n-n ->
    [one] { $n } action redone.
   *[other] { $n } actions redone.
}
ui-job-travel = Walk in the journal
ui-job-version = Copy of a version
ui-deed-effect = Unfilled, before → after
ui-deed-changes = What it changed
ui-deed-here = The file stands here: nothing to undo or redo.
ui-deed-lost = Undone, then overtaken by another action: nothing leads back to it. A version may.
ui-deed-base = The creation of the file: you can go back to it, never undo it.
ui-deed-forgotten = Its detail is no longer in the file.
ui-deed-go-help = All at once, and both ways.
ui-deed-table = { $table }: { $rows }
ui-deed-row = { $table }, row { $id }
ui-deed-added = { $n-n ->
    [one] { $n } row added
   *[other] { $n } rows added
}
ui-deed-changed = { $n-n ->
    [one] { $n } row changed
   *[other] { $n } rows changed
}
ui-deed-removed = { $n-n ->
    [one] { $n } row removed
   *[other] { $n } rows removed
}
ui-versions-nowhere = What is open has no file of its own: there are no versions. Save a copy to keep some.
ui-versions-name = Name of the version (optional)
ui-versions-save = Save a version
ui-versions-empty = No version yet. The program keeps one when it opens a file that has changed and before each import; you can also save one.
ui-versions-choose = Choose a version to open, compare or restore it.
ui-versions-open = Open for reading only
ui-versions-open-help = Shows the territory as it was; the version does not change.
ui-versions-target = File to create
ui-versions-restore = Restore
ui-versions-restore-help = Makes a new file of the version; nothing is replaced.
ui-version-of = version of { $when }, read only
ui-version-of-help = The territory as it was. Open your file again to go on working.
ui-version-opened = Version open for reading only. Your file is among the recent files.
ui-version-saved = Version saved, a verified copy.
ui-version-restored = Version restored to { $path }. The open file has not changed.

## Comparison

app-compare-year = { $territory }, year { $year } (revision { $revision })
app-compare-file = { $territory } ({ $file }, revision { $revision }), year { $year }
app-compare-version = { $territory }, version of { $when } (revision { $revision }), year { $year }
app-compare-now = { $territory }, open file (revision { $revision }), year { $year }
app-compare-more = { $n-n ->
    [one] { $name }: { $n } more unfilled post (from { $low } to { $high }); { $why }.
   *[other] { $name }: { $n } more unfilled posts (from { $low } to { $high }); { $why }.
}
app-compare-less = { $n-n ->
    [one] { $name }: { $n } fewer unfilled post (from { $low } to { $high }); { $why }.
   *[other] { $name }: { $n } fewer unfilled posts (from { $low } to { $high }); { $why }.
}
app-compare-appeared = { $n-n ->
    [one] { $name }, not in A: { $n } unfilled post (from { $low } to { $high }); { $why }.
   *[other] { $name }, not in A: { $n } unfilled posts (from { $low } to { $high }); { $why }.
}
app-compare-gone = { $n-n ->
    [one] { $name }, not in B: { $n } fewer unfilled post (from { $low } to { $high }); { $why }.
   *[other] { $name }, not in B: { $n } fewer unfilled posts (from { $low } to { $high }); { $why }.
}
app-compare-part-need = need { $posts }
app-compare-part-supply = supply { $posts }
app-compare-part-matching = matching { $posts }
app-compare-part-friction = friction { $posts }
app-compare-unsplit = causes not separated
cli-usage-compare = releve compare A [B] [--years YEAR1 YEAR2] [--version VERSION] [--report FILE] [OPTIONS]
cli-about-compare = Compare two years, two territories, or a version and its file
cli-help-other = Second territory, B; the first one, A, is the reference
cli-help-years = Year of A, then year of B
cli-help-compare-by = Grouping: domain, basin, zone, occupation, cell, skill, department or region (else domain)
cli-help-report = Writes the comparison to this file too, .pdf or .xlsx
cli-compare-written = Comparison written: { $file }
cli-help-compare-lens = Lens of the table: potential or expected (JSON gives both)
cli-value-years = YEAR
cli-job-compare = Comparison
cli-compare-a = A: { $side }
cli-compare-b = B: { $side }
cli-compare-line = Line
cli-compare-need-a = Need A
cli-compare-need-b = Need B
cli-compare-unfilled-a = Unfilled A
cli-compare-unfilled-b = Unfilled B
cli-compare-difference = B − A
cli-compare-by-need = of which need
cli-compare-by-supply = of which supply
cli-compare-by-matching = of which matching
cli-compare-hidden = s
cli-compare-withheld = s: withheld, the line would tell what one or two employers declared, in A or in B.
cli-compare-unsplit = The two territories do not have the same basins: the change is not split between need, supply and matching.
ui-job-compare = Comparison
ui-ask-compare = Territory to compare
ui-title-compare = What has changed?
ui-compare-ask = Compare to…
ui-compare-version = { $title }, { $when }
ui-compare-file = Another file…
ui-compare-path = Path of a .releve file
ui-compare-path-do = Compare
ui-compare-waiting = Comparing…
ui-compare-empty = Compare the gap on screen to another year, to a version of the file or to another territory: each line in both, the difference and where it comes from.
ui-compare-outdated = The file has changed since this comparison.
ui-compare-again = Compare again
ui-compare-by = Lines
ui-compare-by-domain = Domain
ui-compare-by-basin = Employment basin
ui-compare-by-zone = Employment zone
ui-compare-report = Report of the comparison
ui-compare-report-help = Writes both sides, the largest changes and the lines, as a PDF or a workbook (.xlsx), in the potential lens.
ui-compare-report-name = comparison.pdf
ui-compare-report-path = File of the report of the comparison
ui-compare-report-do = Write the comparison
ui-compare-by-occupation = Occupation
ui-compare-by-cell = Occupation and basin
ui-compare-by-skill = Skill level
ui-compare-by-department = Department
ui-compare-by-region = Region
ui-compare-a = A
ui-compare-b = B
ui-compare-summary = Unfilled: { $a } in A, { $b } in B, that is { $change } (from { $low } to { $high }).
ui-compare-summary-apart = Unfilled: { $a } in A, { $b } in B. Difference: { $change }, from { $low } to { $high }.
ui-compare-withheld-total = The total is withheld: it would tell what one or two employers declared.
ui-compare-why = Where the change comes from: { $parts }.
ui-compare-unsplit = The two territories do not have the same basins: the change is not split between need, supply and matching.
ui-compare-withheld = s
ui-compare-withheld-lines = { $n-n ->
    [one] { $n } line withheld (s): it would tell what one or two employers declared, in A or in B.
   *[other] { $n } lines withheld (s): they would tell what one or two employers declared, in A or in B.
}
ui-compare-bars = The largest changes
ui-compare-bars-help = Unfilled posts, B − A. To the left: more unfilled posts.
ui-compare-sentences = In sentences
ui-compare-same = No line changes by half a post.
ui-compare-unfilled-a = Unfilled A
ui-compare-unfilled-b = Unfilled B
ui-compare-difference = B − A
ui-compare-difference-help = Unfilled posts. The ends set the lowest of B against the highest of A, and the other way round: nothing says that both ranges move together.
ui-compare-effect-need = of which need
ui-compare-effect-need-help = Part of the change due to need: survey, declared needs, β, year. Mean over all orders (Shapley).
ui-compare-effect-supply = of which supply
ui-compare-effect-supply-help = Part due to supply: sections, outcomes, schools and their rates.
ui-compare-effect-matching = of which matching
ui-compare-effect-matching-help = Part due to matching: nomenclatures, outlets, mobility radii.
ui-compare-effect-friction = of which friction
ui-compare-effect-friction-help = Part due to friction: what the expected lens adds to the potential one.
ui-compare-where = Presence
ui-compare-only-a = A only
ui-compare-only-b = B only
ui-compare-of-a = { $figure } A
ui-compare-of-b = { $figure } B
ui-compare-of-difference = { $figure }, B − A
ui-versions-compare = Compare to the file
ui-versions-compare-help = What has changed since this version
ui-compare-part-changes = Changes
ui-compare-part-changes-help = The largest, as bars and as sentences
ui-compare-part-table = Table
ui-compare-part-table-help = All lines, in A and in B

## Jobs and notices

app-command-show-jobs = Jobs and notices
app-command-guided-tour = Guided tour of the demonstration
ui-jobs-open = Jobs
ui-jobs-open-several = Jobs ({ $n })
ui-jobs-title = Jobs and notices of this session
ui-jobs-close = Close the jobs
ui-jobs-work = Jobs
ui-jobs-none = No job yet.
ui-jobs-notices = Notices
ui-jobs-no-notice = No notice yet.
ui-jobs-done = done
ui-jobs-stopped = stopped
ui-jobs-failed = failed
ui-jobs-since = for { $time }
ui-jobs-at = { $at }, in { $time }
ui-jobs-see = See
ui-jobs-seconds = { $n } s
ui-jobs-minutes = { $minutes } min { $seconds } s

## Crash report

ui-crash-title = Relève met a defect last time
ui-crash-about = Your saved data are intact. This report helps to mend the program: version, system, last commands, place in the code. It holds no data of the territory, no file name, no personal folder, and nothing is sent: it is yours to pass on or not.
ui-crash-text = Text of the report
ui-crash-place = The file: { $path }
ui-crash-copy = Copy
ui-crash-copied = Report copied.
ui-crash-keep = Keep and close
ui-crash-delete = Delete

## Guided tour

ui-tour-offer = A three-minute tour?
ui-tour-offer-text = From unfilled posts to their causes, from the training seat to the report. It stays in the Help menu.
ui-tour-begin = Begin
ui-tour-refuse = No, thank you
ui-tour-number = { $at } of { $count }
ui-tour-next = Next
ui-tour-back = Back
ui-tour-leave = Leave the tour
ui-tour-end = Finish
ui-tour-welcome-title = Welcome
ui-tour-welcome-text = Relève says where industrial posts stay unfilled, why, and what a training seat would change; here, the figures are invented.
ui-tour-figures-title = The essentials at a glance
ui-tour-figures-text = Each figure carries its range, and a click opens its formula, its inputs and its sources.
ui-tour-shortages-title = Where it lacks most
ui-tour-shortages-text = The largest shortages, in sentences; each opens its line, with those who could take these posts.
ui-tour-causes-title = Why they stay empty
ui-tour-causes-text = From need to filled posts: what each cause weighs, whatever the order they are lifted in.
ui-tour-values-title = What a seat is worth
ui-tour-values-text = For each programme, those who leave it, and the posts that one more seat would fill.
ui-tour-slider-title = What is supposed
ui-tour-slider-text = Drag an assumption: the status line tells its effect on unfilled posts at once, and Ctrl+Z undoes it.
ui-tour-map-title = Basin by basin
ui-tour-map-text = The map and its table share one selection; a double click opens the sheet of the basin.
ui-tour-lens-title = Two lenses
ui-tour-lens-text = Potential: what could be filled; expected: what would be, as people choose; “Compare to…” sets two gaps side by side.
ui-tour-journal-title = Nothing is lost
ui-tour-journal-text = All that is done is written here: go back to any action, or to a version of the file.
ui-tour-report-title = Leave with a report
ui-tour-report-text = A PDF report and a workbook, with ranges, sources and statistical secrecy kept; your official files come by Import.
