# The command line.
cli-heading-usage = Usage:
cli-heading-commands = Commands
cli-heading-arguments = Arguments
cli-heading-options = Options
cli-value-territory = TERRITORY
cli-value-files = FILE
cli-value-code = CODE
cli-value-name = NAME
cli-value-lang = LANGUAGE
cli-value-format = FORMAT
cli-value-formats = FORMATS
cli-value-year = YEAR
cli-value-by = GROUPING
cli-value-lens = LENS
cli-value-basin = BASIN
cli-value-occupation = FAP
cli-value-output = PATH
cli-value-number = NUMBER
cli-value-scope = SCOPE
cli-value-key = ASSUMPTION
cli-value-low = LOW
cli-value-central = CENTRAL
cli-value-high = HIGH
cli-usage-releve = releve [COMMAND] [OPTIONS]
cli-usage-new = releve new TERRITORY (--region CODE… | --demo) [OPTIONS]
cli-usage-import = releve import FILE… --into TERRITORY [OPTIONS]
cli-usage-gap = releve gap TERRITORY [OPTIONS]
cli-usage-explain = releve explain TERRITORY BASIN FAP [OPTIONS]
cli-usage-value = releve value TERRITORY [OPTIONS]
cli-usage-report = releve report TERRITORY -o PATH [OPTIONS]
cli-usage-check = releve check TERRITORY [OPTIONS]
cli-usage-export = releve export TERRITORY -o PATH [OPTIONS]
cli-usage-undo = releve undo TERRITORY
cli-usage-redo = releve redo TERRITORY
cli-usage-journal = releve journal TERRITORY [OPTIONS]
cli-usage-sources = releve sources TERRITORY [OPTIONS]
cli-usage-calibrate = releve calibrate TERRITORY FILE [--apply] [OPTIONS]
cli-usage-assumptions = releve assumptions TERRITORY [set | reset | read] [OPTIONS]
cli-usage-assumptions-set = releve assumptions TERRITORY set ASSUMPTION LOW CENTRAL HIGH [--scope SCOPE]
cli-usage-assumptions-reset = releve assumptions TERRITORY reset ASSUMPTION [--scope SCOPE]
cli-usage-assumptions-read = releve assumptions TERRITORY read TABLE [--dry-run]
cli-about-assumptions-read = Reads a table written by “--format csv” and edited, as one deed that can be undone
cli-help-assumptions = Table: columns key, scope, central, and where needed low, high, unit
cli-assumptions-read = Assumptions saved, revision { $revision }.
cli-about-releve = Relève plans the gaps between jobs and training in industrial employment basins. Without a command: the window, or the demonstration in the terminal where there is no display.
cli-about-new = Create a territory file, empty or for demonstration
cli-about-import = Import official files, recognised by their content
cli-about-gap = Show need, supply and unfilled posts
cli-about-explain = Detail one basin and occupation: formulas, values, rows of the files
cli-about-value = Shows what one more seat in each section would fill
cli-about-report = Write the report as PDF, XLSX or CSV
cli-about-check = Check the integrity of a territory file
cli-about-export = Copy the territory file, or write its tables as CSV
cli-about-undo = Undo the last action
cli-about-redo = Redo the undone action
cli-about-journal = List the actions, newest first
cli-about-sources = List the imported files and their issues
cli-about-calibrate = Estimates the parameters of the expected lens from observed moves
cli-about-assumptions = List or change the assumptions of the computation
cli-about-assumptions-set = Set the low, central and high values of an assumption
cli-about-assumptions-reset = Put an assumption back to its original value
cli-help-help = Print help
cli-help-version = Print version
cli-help-lang = Language: fr or en (else RELEVE_LANG, then the language of the system)
cli-help-territory = Territory file (.releve)
cli-help-file = Territory file to create (.releve)
cli-help-region = INSEE code of a region of the territory; repeat for several
cli-help-name = Name of the territory (else that of its regions)
cli-help-demo = Create the demonstration territory, whose values are simulated
cli-help-files = Files to import, in any order
cli-help-into = Territory file that receives the data
cli-help-dry-run = Show what would be imported without writing anything
cli-help-keep-going = Import the readable files even if others are refused
cli-help-all-issues = List every issue, not only the first ones
cli-help-format = Output format: table, csv or json
cli-help-format-json = Output format: table or json
cli-help-by = Grouping: total, region, department, zone, basin, domain, skill, occupation or cell
cli-help-lens = Lens: potential (what could be filled), expected (what would be as people are seen to choose) or both, with their friction
cli-help-basin = Code of the employment basin, four digits
cli-help-occupation = FAP 2021 code of the occupation, for example D1X33
cli-help-year = Year of the need (else that of the newest survey)
cli-help-causes = Give the causes of unfilled posts
cli-help-waterfall = Add the causes removed one after the other, in a fixed order
cli-help-seats = Seats added or taken away: 1, -1, 12, 15 or 24 (else 1)
cli-help-top = Number of lines (else 20)
cli-help-programme = Code of the programme
cli-help-output = Output path
cli-help-report-output = Folder, made if needed, or a file ending in .pdf or .xlsx
cli-help-report-format = Formats: pdf, xlsx, csv, separated by commas (else pdf,xlsx)
cli-help-export-output = Copy to write, or folder of the tables with --csv
cli-help-csv = Write each table of the report as CSV
cli-help-limit = Number of actions listed (else 50)
cli-help-issues = List the issues of the file with this number
cli-help-remove = Remove the file with this number and its data (undoable)
cli-help-moves = Observed moves: basin of training, programme or level, basin of work, occupation, people
cli-help-apply = Gives both assumptions their estimated values (can be undone)
cli-help-json = As --format json
cli-help-key = Name of the assumption, as the list gives it
cli-help-scope = What it applies to, as the list gives it (else to everything)
cli-help-low = Low value
cli-help-central = Central value
cli-help-high = High value
cli-job-gap = Computing the gap
cli-job-causes = Computing the causes
cli-job-expected = Computing the expected lens
cli-job-value = Computing the value of seats
cli-job-calibrate = Calibration on the moves
cli-job-read = Reading the files
cli-job-write = Writing
cli-job-report = Writing the report
cli-error-output = The output could not be written: { $reason }.
cli-error-unknown-command = “{ $name }” is not a command.
cli-error-no-cell = Basin { $basin } has neither need nor supply for occupation { $occupation } in this territory. List the known pairs with “releve gap TERRITORY --by cell”.
cli-error-unknown-assumption = “{ $key }” is not an assumption. List them with “releve assumptions TERRITORY”.
cli-error-one-file = Several formats do not fit in the one file { $file }: give a folder.
cli-error-unknown-argument = Argument “{ $argument }” is not expected.
cli-error-missing-value = A value is missing after “{ $argument }”.
cli-error-value-among = “{ $value }” does not suit “{ $argument }”: choose among { $expected }.
cli-error-value = “{ $value }” does not suit “{ $argument }”.
cli-error-missing-argument = Missing: { $argument }.
cli-error-conflict = “{ $argument }” and “{ $other }” do not go together.
cli-error-usage = This command line could not be understood.
cli-error-see-help = Help: “releve --help”, or “releve COMMAND --help”.
cli-no-display = No display: the demonstration is shown in this terminal.
cli-next-steps = For your own data: “releve new”, then “releve import”. Help: “releve --help”.
cli-title = { $territory } – gap between need and training supply, { $year }
cli-shortages = Largest shortages
cli-shortage-no-training = – { $name }: { $unfilled } unfilled posts out of { $need }, first for want of a programme within reach
cli-shortage-not-enough = – { $name }: { $unfilled } unfilled posts out of { $need }, first for want of enough leavers
cli-note-border = { "*" } border basin: neighbours within reach have no data in this file, the supply seen is incomplete.
cli-assumed = Share of the supply that rests on at least one assumed or estimated factor: { $share }
cli-report-written = Report written: { $file }
cli-figure-projects = Industrial recruitment projects
cli-figure-difficult = – of which judged difficult
cli-figure-seasonal = – of which seasonal (outside the training need)
cli-figure-declared = Needs declared by employers
cli-figure-unskilled = No diploma required, outside the gap
cli-figure-level7 = Level 7, outside the field
cli-figure-need = Need for new leavers
cli-figure-supply = Leavers available in the field
cli-figure-filled = Filled posts
cli-figure-unfilled = Estimated unfilled posts
cli-figure-no-training = – without training within reach
cli-figure-not-enough = – with training within reach
cli-cause-share = { $cause }: { $posts } unfilled posts ({ $least } to { $most } depending on the order of the causes)
cli-cause-left = { $what }: { $posts } unfilled posts, the seven causes removed
cli-causes-title = Causes, Shapley shares of { $posts } unfilled posts (revision { $revision })
cli-waterfall-title = Causes removed one after the other, in this order; another order would give other steps
cli-waterfall-step = { $cause } removed: { $before } → { $after } unfilled posts
cli-lens-friction = Friction = potential filled − expected filled, at the central need and supply: what is lost when people choose instead of being sent where they are missing. It belongs to no cause.
cli-lens-negative = Negative friction: this line gains by chance of choices people whom the potential lens sends elsewhere. Over the whole solved area, neighbours included, it never is.
cli-lens-surplus = Surplus of a match A (match-surplus), generalised minutes: { $value }. Source: { $source }
cli-lens-noise = Matching noise σ (match-noise), generalised minutes: { $value }. Source: { $source }
cli-lens-cell = Expected lens (revision { $revision }): { $filled } posts expected to be filled, against { $potential } potentially; friction { $friction }.
cli-lens-formula = At the centre, each group of leavers s that reaches the { $posts } posts takes μ = √(μ_s0 × μ_d0) × exp(Φ / 2) of them, with Φ = (A − c) / σ, A = { $surplus } and σ = { $noise } minutes, c the travel, μ_s0 its leavers left without a post and μ_d0 = { $single } posts left without anybody:
cli-lens-term = { $who }: { $people } leavers, c = { $minutes } min, Φ = { $phi }, √({ $single } × { $posts }) × exp({ $phi } / 2) = { $matched } posts filled
cli-lens-others = { $n-n ->
    [one] and one other group: { $matched } posts filled
   *[other] and { $n } other groups: { $matched } posts filled
}
cli-lens-who = { $others-n ->
    [0] { $basin } { $place }, { $programme }
    [one] { $basin } { $place }, { $programme } and { $others } other programme with the same outlets
   *[other] { $basin } { $place }, { $programme } and { $others } other programmes with the same outlets
}
cli-shortage-sum = { $posts } posts − { $people } people = { $unfilled } unfilled:
cli-shortage-cell = { $place }: { $posts } posts, { $unfilled } of them unfilled
cli-shortage-node = { $place }, { $programme }: { $people } people
cli-value-title = More posts filled a year for { $seats } in steady state (seats or people), rentrée { $rentree } at the earliest, revision { $revision }. The gains of two lines do not add up.
cli-column-figure = Essentials
cli-column-people = People or posts
cli-column-total = Total
cli-column-region = Region
cli-column-department = Department
cli-column-zone = Zone
cli-column-basin = Basin
cli-column-domain = Domain
cli-column-skill = Skill level
cli-column-occupation = Occupation
cli-column-cell = Basin and occupation
cli-column-projects = Projects
cli-column-need = Need
cli-column-supply = Supply
cli-column-filled = Filled
cli-column-unfilled = Unfilled
cli-column-potential-filled = Potential filled
cli-column-potential-unfilled = Potential unfilled
cli-column-expected-filled = Expected filled
cli-column-expected-unfilled = Expected unfilled
cli-column-friction = Friction
cli-column-friction-apart = Friction (apart)
cli-column-no-training = No training within reach
cli-column-not-enough = Training within reach
cli-column-coverage = Coverage
cli-column-secret = Secret
cli-column-rank = Rank
cli-column-section = Section
cli-column-headcount = Regional headcount (one person in the final year)
cli-column-programme = Programme
cli-column-seats = Seats
cli-column-each = Leavers per seat
cli-column-gain = Posts filled
cli-column-unplaced = Without a post
cli-column-first-leavers = First leavers
cli-column-euros-per-post = Euros per post
cli-column-severity = Severity
cli-column-file = File
cli-column-row = Row
cli-column-column = Column
cli-column-value = Value
cli-column-reason = Reason
cli-column-remedy = Remedy
cli-column-revision = Revision
cli-column-when = Date
cli-column-who = Author
cli-column-state = State
cli-column-deed = Action
cli-column-number = No.
cli-column-layout = Layout
cli-column-vintage = Vintage
cli-column-read = Read
cli-column-stored = Stored
cli-column-merged = Merged
cli-column-refused = Refused
cli-column-ignored = Ignored
cli-column-sha = SHA-256
cli-column-key = Assumption
cli-column-scope = Scope
cli-column-low = Low
cli-column-central = Central
cli-column-high = High
cli-column-minutes = Parameter (minutes)
cli-column-before = Before (low–high)
cli-column-after = Estimate
cli-column-error = Standard error
cli-column-interval = 95% interval
cli-column-moment = Moment
cli-column-observed = Observed
cli-column-model-before = Model before
cli-column-model-after = Calibrated model
cli-column-edited = Edited
cli-column-source = Source
cli-moment-matched = People with a post
cli-moment-minutes = Mean cost of that post (minutes)
cli-calibration-refused = { $refused-n ->
    [one] { $refused } row refused, left out of the estimate:
   *[other] { $refused } rows refused, left out of the estimate:
}
cli-calibration-title = Expected lens calibrated on these moves, year { $year }, revision { $revision }
cli-calibration-people = People of the estimate: { $people }, { $matched } with a post and { $unmatched } without. Basins of training observed: { $covered } of the leavers of the computation.
cli-calibration-left-out = – left out of the estimate: { $people }, { $why }
cli-calibration-applied = Assumptions match-surplus and match-noise calibrated, revision { $revision }. “releve undo” puts both back.
cli-calibration-not-applied = Nothing was written. Add --apply to give these values to the assumptions.
cli-yes = yes
cli-severity-refused = refused
cli-severity-doubtful = doubtful
cli-state-base = creation
cli-state-done = done
cli-state-undone = undone
cli-state-dropped = dropped
cli-provenance-measured = measured
cli-provenance-shrunk = shrunk
cli-provenance-estimated = estimated
cli-provenance-assumed = assumed
cli-explain-rows = rows { $rows }
cli-created = Territory “{ $territory }” created: { $file }
cli-check-sound = Sound file, revision { $revision }.
cli-copied = Verified copy: { $file }
cli-read-only = This file is open elsewhere: read only.
cli-import-already = File already imported: nothing would change.
cli-import-change = changed – { $what }: { $before } → { $after }
cli-imported = Import saved, revision { $revision }. “releve undo” takes it back whole.
cli-dry-run = Rehearsal: nothing was written.
cli-undone = Undone: { $deed }
cli-redone = Redone: { $deed }
cli-nothing-to-undo = Nothing to undo.
cli-nothing-to-redo = Nothing to redo.
cli-source-removed = File removed: { $file }. “releve undo” puts it back.
cli-assumption-set = Assumption { $key } changed, revision { $revision }.
cli-assumption-reset = Assumption { $key } put back to its original value, revision { $revision }.
cli-import-counts = read { $read } = stored { $stored } + merged { $merged } + refused { $refused } + ignored { $ignored }
cli-import-diff = new { $new }, changed { $changed }, unchanged { $unchanged }
cli-more-issues = { $more-n ->
    [one] … and { $more } other: add --all-issues.
   *[other] … and { $more } others: add --all-issues.
}
cli-nothing-imported = { $refused-n ->
    [one] Nothing was imported: { $refused } file is refused. Remove it, or add --keep-going.
   *[other] Nothing was imported: { $refused } files are refused. Remove them, or add --keep-going.
}
cli-after-help = Exit codes:
    { "  " }0  all is well
    { "  " }1  a defect of the program
    { "  " }2  incorrect command line
    { "  " }3  a file or value was refused, nothing changed
    { "  " }4  territory file refused or not found
    { "  " }5  stopped at your request, nothing changed
    { "  " }6  the check found damage
    { "  " }7  the result could not be written
