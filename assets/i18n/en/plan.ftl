# Scenarios: actions on the training map, and what they do to unfilled posts, year by year.

trajectory-stable = Constant need
trajectory-cautious = Cautious (+300,000 jobs by 2035)
trajectory-ambitious = Industry at 12% of GDP in 2035
action-ouverture = Opening
action-augmentation = Increase
action-diminution = Decrease
action-fermeture = Closing
action-transfert = Transfer
action-coloration = Coloration
action-ajustement = Adjustment

market-plan-unknown-section = The action on { $programme } at { $site } does not count: neither this section nor this place is known to the territory.
market-plan-note-steady = Every section keeps its present size but for the actions of the scenario; the need starts from that of { $year }.
market-plan-note-no-pool = At least one opening has no section of the same pool in reach: only new entrants come to it.
market-plan-doubt-no-outlet = No outlet of this programme is in the gap: it fills no post here.
market-plan-doubt-assumed = The section does not exist yet: its rates are assumptions.
market-plan-no-programme = Diploma { $programme } is not in the catalogue. Check its code (CFD, or RNCP and the number of the record).
market-plan-no-site = { $site } is not a place of the territory. Give the UAI code of one of its establishments or the code of one of its basins.
market-plan-no-section = There is no section { $programme } at { $site } by this route. A section that does not exist is opened.
market-plan-already-open = This section exists already: choose an increase.
market-plan-no-seats = Say how many seats the action moves.
market-plan-seats-of-coloration = A coloration does not change the number of seats: leave it at 0.
market-plan-too-many-seats = The section has only { $seats } seats.
market-plan-rentree = The intake of { $rentree } is outside the plan: choose from { $first } to { $last }.
market-plan-target = A transfer goes to another place, and it alone does: give that place, other than the first.

app-scenario-unknown = The territory has no scenario “{ $name }”.
app-scenario-taken = A scenario is already called “{ $name }”. Give another name.
app-scenario-empty = Give the scenario a name.

deed-put-scenario = Scenario “{ $name }” written
deed-remove-scenario = Scenario “{ $name }” removed
deed-put-action = Scenario “{ $scenario }”: { $kind }, { $name }
deed-remove-action = Scenario “{ $scenario }”, action removed: { $kind }, { $name }

cli-about-scenario = Makes, changes, shows and compares scenarios
cli-usage-scenario = releve scenario COMMAND TERRITORY …
cli-about-scenario-list = Lists the scenarios and their actions
cli-usage-scenario-list = releve scenario list TERRITORY [--format table|json]
cli-about-scenario-new = Makes a scenario without action
cli-usage-scenario-new = releve scenario new TERRITORY --name NAME [--trajectory TRAJECTORY] [--note TEXT]
cli-about-scenario-copy = Makes a scenario with the actions of another
cli-usage-scenario-copy = releve scenario copy TERRITORY --scenario NAME --name NAME
cli-about-scenario-set = Changes the name, trajectory or note of a scenario
cli-usage-scenario-set = releve scenario set TERRITORY --scenario NAME [--name NAME] [--trajectory TRAJECTORY] [--note TEXT]
cli-about-scenario-remove = Removes a scenario and its actions
cli-usage-scenario-remove = releve scenario remove TERRITORY --scenario NAME
cli-about-scenario-add = Adds an action to a scenario
cli-usage-scenario-add = releve scenario add TERRITORY --scenario NAME --kind KIND --programme CODE --route ROUTE (--uai UAI | --basin CODE) --seats NUMBER --rentree YEAR […]
cli-about-scenario-change = Changes an action
cli-usage-scenario-change = releve scenario change TERRITORY --scenario NAME --action NUMBER […]
cli-about-scenario-drop = Removes an action
cli-usage-scenario-drop = releve scenario drop TERRITORY --scenario NAME --action NUMBER
cli-about-scenario-show = Shows what a scenario does, year by year and action by action
cli-usage-scenario-show = releve scenario show TERRITORY --scenario NAME [--year YEAR] [--format table|csv|json]
cli-about-scenario-compare = Puts scenarios side by side
cli-usage-scenario-compare = releve scenario compare TERRITORY --scenario NAME --scenario NAME… [--year YEAR] [--format table|json]
cli-value-scenario = NAME
cli-value-trajectory = TRAJECTORY
cli-value-uai = UAI
cli-value-kind = KIND
cli-value-route = ROUTE
cli-value-euros = EUROS
cli-help-scenario = Name of the scenario
cli-help-scenario-name = Name of the new scenario, or new name
cli-help-scenario-note = What one should know of it
cli-help-scenario-seats = Seats opened, closed or moved, without sign (a closing without number closes all)
cli-help-scenario-status = Stage of the request: draft, proposal, complete, request, ready-to-vote, approved, refused
cli-help-scenario-year = Year of the need that the years to come start from (the newest survey by default)
cli-help-trajectory = Need of the years to come: stable, cautious, ambitious
cli-help-action = Number of the action, as “show” gives it
cli-help-kind = Kind: ouverture (opening), augmentation (increase), diminution (decrease), fermeture (closing), transfert, coloration, ajustement (adjustment)
cli-help-route = Route: scolaire (school), apprentissage (apprenticeship), continue (continuing training)
cli-help-uai = Establishment
cli-help-rentree = First intake it bears on
cli-help-to-uai = Establishment a transfer brings the seats to
cli-help-to-basin = Or employment basin
cli-help-compensation = Number shared by actions decided together
cli-help-fixed-cost = Euros spent once, at the intake
cli-help-seat-cost = Euros of a seat and year of study (the assumption of the territory by default)
cli-help-asked-by = Institution that asks
cli-scenario-written = Scenario written, revision { $revision }.
cli-scenario-action = Action { $action }.
cli-scenario-none = The territory has no scenario.
cli-job-outlook = Years to come
cli-error-no-action = The scenario has no action { $action }.
cli-column-scenario = Scenario
cli-column-trajectory = Need to come
cli-column-actions = Actions
cli-column-note = Note
cli-column-year = Year
cli-column-unfilled-reference = Unfilled without action
cli-column-unfilled-planned = Unfilled with
cli-column-filled-more = Filled more
cli-column-neighbours = In neighbours
cli-column-people-more = Leavers more
cli-column-spent = Euros
cli-column-action = Kind
cli-column-rentree = Intake
cli-column-displaced = Entrants taken elsewhere

market-plan-limit-one-each = one action a section
market-plan-limit-openings = openings and increases: { $count } at most
market-plan-limit-closings = closings and decreases: { $count } at most
market-plan-limit-budget = budget of { $year }
market-plan-limit-seats = seats opened less seats closed: { $count } at most
market-plan-limit-transformation = seats changed at the intake of { $rentree }
market-plan-limit-workshop = workshops of { $site }
market-plan-limit-entrants = entrants that other sections may lose or receive
market-plan-limit-floors = no basin loses
market-plan-limit-scenario = actions of the scenario
market-error-no-plan = No plan respects these limits: { $first }{ $others-n ->
    [0] { "" }
    [one] , and another
   *[other] , and { $others } others
  }. The scenario exceeds them by itself, or they exclude each other. Relax one, or remove an action.
market-error-no-cost = The budget cannot be held: a seat of { $programme } has no cost. Give the assumption “seat-cost”.

cli-about-plan = Proposes a plan
cli-usage-plan = releve plan COMMAND TERRITORY …
cli-about-plan-optimise = Proposes what to open, enlarge or close besides a scenario, within the means given
cli-usage-plan-optimise = releve plan optimise TERRITORY --scenario NAME [--into NAME] [--budget EUROS] [--net-seats NUMBER] [--openings NUMBER] [--closings NUMBER] […]
cli-value-percent = PERCENT
cli-value-aim = AIM
cli-help-plan-into = Name of the scenario to write the plan to (nothing is written by default)
cli-help-from = First intake that may still be decided
cli-help-until = Last intake of the plan
cli-help-budget = Euros a year at most; asks for a cost by seat
cli-help-net-seats = Seats opened less seats closed, at most (0: with constant means)
cli-help-openings = Openings and increases at most
cli-help-closings = Closings and decreases at most
cli-help-workshop = Seats more that an establishment can take (48 by default), where the board tells nothing of its workshops
cli-help-transformation = Share of the seats of the territory that may change at one intake, at most
cli-help-displacement = Share of the entrants of a section that new seats may take, at most (50 by default)
cli-help-first-occupation = Occupation whose posts count double; may be repeated
cli-help-first-basin = Basin whose posts count double; may be repeated
cli-help-no-basin-loses = No basin fills fewer posts than without the plan
cli-help-aim = Case aimed at: central, mean (of the three cases), worst-case, regret (the least regret)
cli-help-seconds = Seconds of search at most (10 by default)
cli-job-plan = Plan
cli-plan-proved = Plan proved within { $share }% of the best possible; { $looked } actions looked at closely out of { $possible } possible.
cli-plan-open = Search stopped: the best plan possible is worth at most { $share }% more than this one; { $looked } actions looked at closely out of { $possible } possible.
cli-plan-binding = Limit reached: { $limit }.
cli-column-weighted-gain = Loss if refused

action-status-draft = Draft
action-status-proposal = Proposal
action-status-complete = Complete file
action-status-request = Draft request
action-status-ready-to-vote = Ready for the vote
action-status-approved = Approved
action-status-refused = Refused
report-plan-title = The scenarios
report-plan-intro = { $n-n ->
    [one] One scenario is compared
   *[other] { $n } scenarios are compared
  } with the territory as it is. Each year has its own matching: the need of { $base } follows the chosen trajectory, and seats opened or closed only count from their first leavers on.
report-plan-sentence = { $scenario } ({ $trajectory }): { $actions-n ->
    [0] no action
    [one] one action
   *[other] { $actions } actions
  }; { $posts } posts filled more by { $last } (from { $low } to { $high }).
report-plan-sentence-withheld = { $scenario } ({ $trajectory }): { $actions-n ->
    [0] no action
    [one] one action
   *[other] { $actions } actions
  } by { $last }. The posts filled are not printed: they would give a secret figure back.
report-plan-years = Unfilled posts, year by year
report-plan-years-remark = Posts and people a year. Low and high: the least and the greatest of the five matchings. In neighbours: basins outside the territory, solved with it.
report-plan-actions = What each action does
report-plan-actions-remark = Posts filled: those of all the actions, less those of all but this one. Entrants taken elsewhere: a year, from the sections of the same pool in reach; negative where they receive some.
report-plan-notes = To be known
report-plan-whole = { $scenario }, in all
report-field-plan = posts and leavers of the occupations of the gap, territory and neighbours solved together.
report-column-scenario = Scenario
report-column-year = Year
report-column-unfilled-reference = Unfilled without action
report-column-unfilled-planned = Unfilled with
report-column-filled-more = Filled more
report-column-neighbours = In neighbours
report-column-spent = Spending
report-column-action = Kind
report-column-rentree = Intake
report-column-filled-last = Filled, last year
report-column-displaced = Entrants taken elsewhere
report-column-status = Stage
report-column-euros-per-post = Euros per post
report-sheet-plan-years = Scenarios by year
report-sheet-plan-actions = Actions of scenarios

store-table-scenario = scenarios
store-table-plan-action = actions of scenarios
store-column-trajectory = need to come
store-column-scenario = scenario
store-column-kind = kind
store-column-uai = establishment
store-column-route = route
store-column-seats = seats
store-column-to-uai = to the establishment
store-column-to-basin = to the basin
store-column-rentree = intake
store-column-compensation = compensation
store-column-fixed-cost = single spending
store-column-seat-cost = cost of a seat
market-plan-note-declared = { $posts } posts declared for { $year } alone do not count in the following years: the need of a year rests on the declarations of that year.
store-table-reference-scenario = decided scenario
store-table-action-basin = basins of a shared section
store-table-mobility-help = mobility help
store-column-action = action
store-column-people = people helped
store-column-km = more km
store-column-person-cost = euros per person
store-column-from-year = first year
store-column-until-year = last year
ui-job-understand = What each proposed action does
cli-job-understand = What each proposed action does
ui-plan-receivers = Posts filled in { $year } by occupation and basin
ui-plan-further = Among the entrants, { $diploma }, rentrée { $rentree }
