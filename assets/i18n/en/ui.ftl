# Texts of the window.

## Shell

ui-nav-dashboard = Dashboard
ui-nav-basins = Employment basins
ui-nav-occupations = Occupations
ui-nav-cells = Gaps
ui-nav-training = Training supply
ui-nav-assumptions = Assumptions
ui-nav-sources = Sources and quality
ui-nav-journal = Journal
ui-nav-import = Import
ui-nav-export = Export
ui-title-dashboard = Where are people missing, and why?
ui-title-basins = Which basins are short of people?
ui-title-occupations = Which occupations are short of people?
ui-title-cells = Where and in which occupation are people missing?
ui-title-training = Who leaves training, and for which occupations?
ui-title-assumptions = What does the calculation suppose?
ui-title-sources = Where do the figures come from?
ui-title-journal = What was done in this file?
ui-title-import = What would these files change?
ui-title-export = What do you want to take away?
ui-back = Back
ui-search = Search
ui-language = Screen language
ui-theme = Colours
ui-menu = Menu
ui-year = Year { $year }
ui-year-name = Year of the needs
ui-read-only = read-only
ui-read-only-help = This file is open elsewhere or protected: you can read and export everything, and change nothing.
ui-stop = Stop
ui-percent = { $n }%
ui-saved = Saved · revision { $revision }
ui-saved-at = Saved { $time } · revision { $revision }
ui-deed = { $do }: { $deed }
ui-deed-none = { $do }: nothing yet
ui-notices = { $n-n ->
    [one] { $n } notice
   *[other] { $n } notices
}
ui-dismiss = Dismiss
ui-close = Close
ui-browse = Browse…
ui-keys-title = Keyboard shortcuts
ui-key-open = Enter
ui-key-open-does = Open the selected row
ui-key-close = Esc
ui-key-close-does = Close, clear the filter, give up typing
ui-key-move = Arrows, Home, End, pages
ui-key-move-does = Move in the table
ui-key-edit = F2
ui-key-edit-does = Edit the first assumption, rename the scenario
ui-key-tab = Tab
ui-key-tab-does = Go to the next control
ui-key-zoom = Ctrl + and Ctrl −
ui-key-zoom-does = Zoom in, zoom out
ui-find-hint = An occupation, a job title, a basin, a programme, an establishment, a command…
ui-find-nothing = Nothing by that name.
ui-drop-here = Drop to read these files: nothing is written without your consent
ui-drop-open-first = Open a territory first, then drop the files to import.

## Figures

ui-exact = exact value
ui-between = from { $low } to { $high }
ui-not-available = n/a
ui-total = Total
ui-border = at the border
ui-border-warning = This basin is at the border of the data: a basin within reach has no data in this file. Leavers who would come from there are not counted; import the neighbouring region to complete it.
ui-column-basin = Basin
ui-column-department = Department
ui-column-border = Border
ui-column-border-help = A basin within reach has no data: the supply seen is incomplete.
ui-column-occupation = Occupation
ui-column-code = Code
ui-column-domain = Domain
ui-column-skill = Skill level
ui-column-need = Need
ui-column-need-help = New leavers of training needed each year: a share of the non-seasonal projects, and declared needs. In posts.
ui-column-supply = Supply
ui-column-supply-help = Leavers of training available in their field, trained in the territory. In people a year.
ui-column-filled = Filled
ui-column-filled-help = Posts that leavers can fill, at the best of the matching and within the mobility radius.
ui-column-unfilled = Unfilled
ui-column-unfilled-help = Estimated unfilled posts: what remains of the need once leavers are placed at best.
ui-column-coverage = Local coverage
ui-column-coverage-help = People trained on the spot over the need, before anyone travels: not the share of posts filled. Under 85%: severe shortage; over 115%: surplus.
ui-coverage-none = no known need
ui-column-no-training = No training within reach
ui-column-no-training-help = Unfilled posts that no programme within reach prepares for.
ui-column-not-enough = Training within reach
ui-column-not-enough-help = Unfilled posts although programmes lead to them: not enough people leave them.
ui-column-secret = Secret share
ui-column-secret-help = Share of survey cells hidden by statistical secrecy: counted as 1 to 4 projects.
ui-column-projects = Projects
ui-column-projects-help = Recruitment projects of the survey, all kinds.
ui-column-difficult = Difficult
ui-column-difficult-help = Projects judged difficult by employers.
ui-column-seasonal = Seasonal
ui-column-seasonal-help = Seasonal projects: they call for no training.
ui-column-declared = Declared
ui-column-declared-help = Posts declared by employers.
ui-column-unskilled = No diploma required
ui-column-unskilled-help = Projects for unskilled workers, outside the gap.
ui-column-level7 = Level 7, out of scope
ui-column-level7-help = Projects for engineers and managers: their supply is not in the data.
ui-column-reachable = Reachable
ui-column-reachable-help = Leavers who can reach the cell. Never added up: one person reaches several.
ui-column-programme = Programme
ui-column-diploma = Diploma
ui-column-level = Level
ui-column-route = Route
ui-column-seats = Seats
ui-column-seats-help = Declared seats, where the source gives them.
ui-column-leavers = Leavers
ui-column-leavers-help = Those who leave education after the final year.
ui-column-in-field = In their field
ui-column-in-field-help = Leavers who hold the diploma and stay in the field of their training: S of the method.
ui-column-placed = Placed
ui-column-placed-help = People the matching places in a post.
ui-column-outlets = Outlets
ui-column-outlets-help = Industrial occupations the programme leads to at an accepted level.
ui-column-provenance = Based on
ui-column-provenance-help = The least sure factor of the calculation: measured, shrunk, estimated or assumed.
ui-column-direction = Direction
ui-column-from = From
ui-column-to = To
ui-column-km = km
ui-column-file = File
ui-column-layout = Layout
ui-column-vintage = Vintage
ui-column-producer = Producer
ui-column-licence = Licence
ui-column-read = Read
ui-column-read-help = Data rows of the file.
ui-column-stored = Stored
ui-column-stored-help = Rows that each became one fact.
ui-column-merged = Merged
ui-column-merged-help = Rows that repeat or complete a fact already counted.
ui-column-refused = Refused
ui-column-refused-help = Rows refused, each with its reason and remedy.
ui-column-ignored = Out of scope
ui-column-ignored-help = Rows outside the field of the program: totals, other nomenclatures.
ui-column-reconciles = Count
ui-column-imported = Imported on
ui-column-sha = SHA-256
ui-reconciled = adds up
ui-not-reconciled = does not add up
ui-column-source = Source
ui-column-deed = Deed
ui-column-when = When
ui-column-revision = Revision
ui-column-state = State
ui-column-reason = Reason
ui-column-remedy = Remedy
ui-column-row = Row
ui-column-column = Column
ui-column-value = Value
ui-column-severity = Severity
ui-skill-ouvrier-non-qualifie = unskilled worker
ui-skill-ouvrier-qualifie = skilled worker
ui-skill-technicien-am = technician, supervisor
ui-skill-ingenieur-cadre = engineer, manager
ui-route-scolaire = school
ui-route-apprentissage = apprenticeship
ui-route-continue = continuing
ui-provenance-measured = measured
ui-provenance-shrunk = shrunk
ui-provenance-estimated = estimated
ui-provenance-assumed = assumed
ui-factor-seats = Seats
ui-factor-fill-rate = Fill rate
ui-factor-entrants = Entrants
ui-factor-retention = Stay until the final year
ui-factor-final-year = Final-year headcount
ui-factor-spread-share = Share of the regional headcount
ui-factor-cohorts = Cumulated cohorts
ui-factor-leaving-share = Leave education
ui-factor-diploma-rate = Hold the diploma
ui-factor-stays-in-field = Stay in their field

## Tables

ui-table-filter = Filter this table (Ctrl+F)
ui-table-clear-filter = Clear the filter
ui-table-nothing = No row answers the filter.
ui-table-count = { $n } of { $all }
ui-table-columns = Columns
ui-table-copy = Copy
ui-table-copy-help = Copies the rows and columns shown, ready to paste into a spreadsheet.
ui-table-copied = { $n-n ->
    [one] { $n } row copied, ready to paste into a spreadsheet.
   *[other] { $n } rows copied, ready to paste into a spreadsheet.
}

## Dashboard

ui-dashboard-causes = From the need to the filled posts
ui-dashboard-domains = Gap by domain
ui-dashboard-domains-help = Supply minus need, in people a year. To the left: people are missing.
ui-dashboard-shortages = The ten largest shortages
ui-dashboard-no-shortage = No post is left without a trained candidate.
ui-shortage = , { $basin }: { $unfilled } unfilled of { $need }
ui-dashboard-beside = Beside the gap
ui-beside-projects = Recruitment projects, all kinds: { $value }
ui-beside-difficult = of which judged difficult: { $value }
ui-beside-unskilled = No diploma required, outside the gap: { $value }
ui-beside-level7 = Level 7, outside the data: { $value }
ui-beside-secret = Cells hidden by statistical secrecy: { $share }
ui-beside-assumed = Share of supply resting on assumptions or estimates: { $share }
ui-solving = Computing the gap…
ui-empty = This territory has no figures yet. Import a “Besoins en main-d’œuvre” survey and training supply files: the gap is computed at once.
ui-import-go = Import files

## Sheets

ui-basin-intro = { $departments } · { $population } inhabitants · basin { $code }
ui-occupation-intro = { $code } · { $domain } · { $skill } · diploma levels { $levels }
ui-sheet-gaps = Needs and gaps
ui-sheet-programmes = Programmes
ui-sheet-flows = Who comes from where
ui-flow-here = here
ui-flow-in = arrival
ui-flow-out = departure
ui-flow-between = between basins

## Detail

ui-cell-title = { $occupation } – { $basin }
ui-supply-title = { $diploma } { $programme } – { $basin }
ui-supply-formula = Leavers in their field = headcount × those who leave education × those who hold the diploma × those who stay in the field.
ui-origin-regional = Regional headcount spread over basins
ui-detail-inputs = Computed from
ui-detail-parts = { $n-n ->
    [one] { $n } item behind this number
   *[other] { $n } items behind this number
}
ui-detail-more = { $n-n ->
    [one] … and { $n } more
   *[other] … and { $n } more
}
ui-detail-close = Close the detail
ui-detail-sheet = See the sheet
ui-on-people = { $source } · on { $people } people
ui-rows = { $n-n ->
    [one] row { $rows }
   *[other] rows { $rows }
}
ui-rows-more = { $n-n ->
    [one] rows { $rows } and { $n } more
   *[other] rows { $rows } and { $n } more
}

## Sources

ui-sources-empty = No file imported: figures come from official files, one per source. Start with the “Besoins en main-d’œuvre” survey.
ui-source-reconciles = Rows read = stored + merged + refused + out of scope.
ui-source-remove = Remove this file
ui-source-again = Read the file again
ui-source-again-help = This machine does not know where the file was read: you will choose it.
ui-source-newer = Import a newer vintage
ui-source-newer-help = What this file says stays; the newest is heard in its place.
ui-source-remove-help = Removes the file and all it brought. Can be undone.
ui-source-removed = File removed: { $file }. Ctrl+Z brings it back.
ui-source-issues = Refused or doubtful rows

## Assumptions

ui-assumptions-intro = Each assumption has a low, a central and a high value: they make the range of the results. A changed value starts the calculation again; everything can be undone.
ui-assumptions-copy = Copy the assumptions
ui-assumptions-paste = Ctrl+V pastes an edited table (columns key, scope, low, central, high, unit), as one deed that can be undone.
ui-low = low
ui-central = central
ui-high = high
ui-unit-percent = { "%" }
ui-unit-km = km
ui-unit-seats = seats
ui-unit-people = people
ui-unit-euros = €
ui-unit-minutes = min
ui-unit-jobs = jobs
ui-unit-projects = projects
ui-scope-all = for all
ui-scope-level = level { $level }
ui-assumption-handle = { $name }, slider
ui-try-waiting = Unfilled: { $before } → …
ui-try-exact = Unfilled: { $before } → { $after }
ui-assumption-reset = Restore the original value
ui-assumption-edited = changed · originally: { $source }
ui-assumption-unset = no value: to be given
ui-assumption-not-a-number = This is not a number: the old value is kept.
ui-assumption-out-of-bounds = The value must be between { $least } and { $most }: the old one is kept.
ui-assumption-beta = Share of projects that call for a new leaver (β)
ui-assumption-beta-help = The other non-seasonal projects hire experienced people or replace departures.
ui-assumption-fill-rate = Fill rate
ui-assumption-fill-rate-help = Entrants over seats, where entrants are not observed.
ui-assumption-retention = Retention until the final year
ui-assumption-retention-help = Final-year headcount over entrants, where it is not observed.
ui-assumption-further-study = Further study
ui-assumption-further-study-help = Share of the final year that goes on studying, where no outcome is known.
ui-assumption-diploma-rate = Diploma rate
ui-assumption-diploma-rate-help = Share of leavers who hold the diploma.
ui-assumption-stays-in-field = Staying in the field
ui-assumption-stays-in-field-help = Share of leavers who work in the field of their training.
ui-assumption-radius-km = Mobility radius
ui-assumption-radius-km-help = Great-circle distance between basin centres, by diploma level.
ui-assumption-apprentice-seat-cap = Cap on declared apprenticeship seats
ui-assumption-apprentice-seat-cap-help = Beyond it, a declaration weighs no more in the spread of a regional headcount.
ui-assumption-shrinkage = Shrinkage of small headcounts
ui-assumption-shrinkage-help = Fictitious people added from the regional or national rate: below this number, an observed rate counts for little.
ui-assumption-seat-cost = Cost of a seat
ui-assumption-seat-cost-help = Euros per seat and year of study. No cost is supposed: without a value, costs per post filled are not shown.
ui-assumption-opening-cost = Cost of an opening
ui-assumption-opening-cost-help = Euros of equipment and works of a section that opens. No cost is supposed: without a value, a proposed opening has none.
ui-assumption-post-worth-help = Euros that a post filled is worth to the territory, counted once. No value is supposed: without it, the year a scenario has paid for itself is not told.
ui-assumption-post-worth = Worth of a post filled
ui-assumption-match-surplus = Surplus of a match
ui-assumption-match-surplus-help = Expected lens: what a match without travel is worth to both sides together, against staying single. The larger it is, the more posts are filled.
ui-assumption-match-noise = Matching noise
ui-assumption-match-noise-help = Expected lens: the weight of chance and of what the model does not see. A journey longer by twice this noise divides the odds of a match by 2.7.
ui-assumption-net-creation = Net industrial job creation
ui-assumption-net-creation-help = Industrial jobs created in the country each year, beyond those of the base year. Only scenarios use it.
ui-assumption-gap-share = Share of net creation in the gap
ui-assumption-gap-share-help = Skilled workers and technicians of industrial occupations, among the jobs created. Only scenarios use it.
ui-assumption-national-projects = National projects of the base year
ui-assumption-national-projects-help = Non-seasonal projects of the country in the occupations of the gap: what net creation is compared with.
ui-assumption-newcomers = New entrants
ui-assumption-newcomers-help = Share of the entrants of new seats who would otherwise enter no industrial section. The others come from sections in reach; at 0%, entrants are constant.

## Journal

ui-journal-empty = Nothing yet: each import, each changed assumption will be written here.
ui-journal-undone = undone

## Import

ui-import-choose = Choose files…
ui-import-drop = Drop official files here
ui-import-drop-help = They are recognised by their content, read and compared; nothing is written before you agree.
ui-import-path = Or type a path:
ui-import-path-name = Path of the file to import
ui-import-read = Read
ui-import-known = Files accepted
ui-import-known-demand = Needs: “Besoins en main-d’œuvre” survey 2023 to 2026, tension by occupation and basin
ui-import-known-supply = Supply: CAP, bac pro and BTS capacities, Parcoursup, directory of schools
ui-import-known-outcomes = Outcomes: InserJeunes by region, school and apprentice centre
ui-import-known-places = Places: communes of basins and zones d’emploi
ui-import-known-occupations = Occupations: ROME, FAP 2009 and 2021, RNCP and Certif Info tables
ui-import-counts = { $read-n ->
    [one] { $read } row read: { $stored } stored, { $merged } merged, { $refused } refused, { $ignored } out of scope.
   *[other] { $read } rows read: { $stored } stored, { $merged } merged, { $refused } refused, { $ignored } out of scope.
}
ui-import-confirm = { $n-n ->
    [one] Import { $n } row
   *[other] Import { $n } rows
}
ui-import-undoable = Done as a whole, and undone by one Ctrl+Z.
ui-import-vain = These files bring nothing new.
ui-import-all-refused = No file can be imported: nothing has changed.
ui-import-forget = Give up
ui-import-already = This very file was imported before, byte for byte.
ui-import-new = New
ui-import-new-help = { $n-n ->
    [one] { $n } fact is not in the territory yet and would be added.
   *[other] { $n } facts are not in the territory yet and would be added.
}
ui-import-changed = Changed
ui-import-no-change = No stored fact would change.
ui-import-unchanged = Unchanged
ui-import-unchanged-help = { $n-n ->
    [one] { $n } fact is already stored just so.
   *[other] { $n } facts are already stored just so.
}
ui-import-issues = Refused or doubtful
ui-import-issues-help = Each row has its reason and what to do to correct it in the original file.
ui-import-no-issue = No refused or doubtful row.
ui-issue-refused = refused
ui-issue-doubtful = doubtful
ui-issue-line = Row { $row }, { $column }: { $value }
ui-imported = { $rows-n ->
    [one] Imported: { $rows } new or changed fact. Ctrl+Z undoes it.
   *[other] Imported: { $rows } new or changed facts (files: { $files }). Ctrl+Z undoes it all.
}

## Export

ui-export-folder = Into the folder:
ui-export-folder-name = Export folder
ui-export-pdf = Report to read and print (PDF)
ui-export-pdf-help = The essentials, how to read, need, supply, gaps, method and sources. Accessible to screen readers.
ui-export-pdf-do = Write the PDF
ui-export-xlsx = Tables for a spreadsheet (XLSX)
ui-export-xlsx-help = The same tables as numbers, with their sources and reading notes.
ui-export-xlsx-do = Write the workbook
ui-export-csv = Plain data (CSV)
ui-export-csv-help = One file per table, for other programs.
ui-export-csv-do = Write the CSV files
ui-export-copy = Copy of the territory
ui-export-copy-help = The complete file, checked, with its journal. To hand to a colleague.
ui-export-copy-do = Save a copy
ui-exported = { $n-n ->
    [one] Written: { $paths }
   *[other] Written: { $paths }
}
ui-check-sound = File checked: all is in order.
ui-check-findings = The check found: { $findings }

## Chooser

ui-chooser-title = Which territory?
ui-chooser-subtitle = Relève compares what employers look for and who leaves training, basin by basin.
ui-chooser-demo = Discover
ui-chooser-demo-help = An invented region, complete: needs, programmes, gaps and causes. Nothing to prepare.
ui-chooser-demo-do = Open the demonstration
ui-chooser-recent = Resume
ui-chooser-no-recent = Your latest territories will appear here.
ui-chooser-missing = not found
ui-chooser-forget = Remove from the list
ui-chooser-open = Open a file…
ui-chooser-path-name = or its path
ui-chooser-open-path = Open
ui-chooser-new = Start a territory
ui-chooser-new-help = Choose one or several regions; you will then import the official files.
ui-chooser-name = Name of the territory
ui-chooser-file = File
ui-chooser-file-hint = proposed from the name
ui-chooser-create = Create the territory
ui-chooser-pick-first = Choose at least one region first.
ui-ask-import = Files to import
ui-ask-open = Territory to open
ui-ask-new = Where to create the territory?
ui-ask-folder = Export folder
ui-ask-copy = Where to save the copy?
ui-no-dialog = This desktop has no window to choose a file. Type the path in the field, or drop the file on the window.

## Jobs

ui-job-demonstration = Preparing the demonstration
ui-job-open = Reading
ui-job-create = Creating the territory
ui-job-facts = Reading the data
ui-job-solve = Computing the gap
ui-job-undo = Undoing
ui-job-redo = Redoing
ui-job-write = Saving
ui-job-preview = Reading the files
ui-job-import = Importing
ui-job-export = Writing the report
ui-job-copy = Copying the file
ui-job-check = Checking the file
ui-job-dialog = Choosing a file

## Errors

ui-no-display = No screen to open the window on. The same work can be done in the terminal: “releve --help”.
ui-no-graphics = The window cannot be drawn on this machine ({ $reason }). Nothing was changed. Update the graphics driver, or work in the terminal: “releve --help”.
ui-damaged = The program is damaged ({ $reason }). Your files are unharmed. Install Relève again.
ui-job-causes = Computing causes
ui-job-values = Computing the value of seats
ui-reasons-waiting = Causes are being computed. If that was stopped, F5 starts it again.
ui-reason-range = Depending on the order in which causes are removed: { $least } to { $most }.
ui-reason-further-study-help = What those who go on studying would fill, had they left.
ui-reason-evaporation-help = What those who take another occupation would fill, had they stayed.
ui-reason-failure-help = What those who drop out or fail would fill, had they the diploma.
ui-reason-vacant-seats-help = What the empty seats would fill, were they taken.
ui-reason-distance-help = What leavers trained too far away would fill, if distance did not count.
ui-reason-level-help = What holders of another level would fill, if every level were recruited.
ui-reason-adjacent-help = What holders of diplomas for close occupations would fill, were they recruited.
ui-reason-no-training-help = What would remain with the seven causes removed: no programme leads there.
ui-reason-not-enough-help = What would remain with the seven causes removed: too few people are trained.

# Map
ui-map-name = Map of employment basins: { $territory }
ui-map-measure = Colour
ui-map-measure-unfilled = Share of the need unfilled
ui-map-measure-coverage = Local coverage
ui-map-under = under { $high }%
ui-map-between = { $low } to { $high }%
ui-map-over = { $low }% and over
ui-map-nothing = no known need
ui-map-secret = secret: half or more of the survey rows
ui-map-circles = Unfilled posts
ui-map-line = { $what }: { $value }
ui-map-nearer = Nearer (wheel, page up)
ui-map-farther = Farther (wheel, page down)
ui-map-whole = See the whole territory (home)
ui-map-shape = Outlines: the points nearest to each basin, not official boundaries.

# Matrix of gaps
ui-cells-table = Table
ui-cells-matrix = Matrix
ui-matrix-name = Matrix of occupations and basins: { $measure }
ui-matrix-measure = Number
ui-matrix-difference = Gap (supply − need)
ui-matrix-order = Basins
ui-matrix-order-size = by unfilled posts
ui-matrix-order-position = from north to south
ui-matrix-order-name = by name
ui-matrix-told = { $occupation }, { $basin }: { $measure } { $value }, need { $need }, supply { $supply }
ui-matrix-under-one = under 1
ui-matrix-short = { $band } short
ui-matrix-over = { $band } over
