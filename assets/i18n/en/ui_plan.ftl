# Texts of the screen of scenarios.

ui-nav-plan = Plan
ui-title-plan = What to change, from which school year, and to what effect?
app-command-show-plan = Plan: scenarios and actions
ui-job-plan = Scenarios, year by year
ui-key-remove = Delete
ui-key-remove-does = Remove the chosen action or scenario (can be undone)
ui-key-rentree = Left and right arrows
ui-key-rentree-does = Move the school year of the action chosen in the timeline

ui-plan-empty = A scenario tries openings, changes and closings of sections, school year by school year. It does not change the territory: it shows, year by year until 2035, how many more posts would be filled, where, and at what cost.
ui-plan-empty-begun = The action you began will be added to it.
ui-plan-new = New scenario
ui-plan-new-name = Scenario
ui-plan-copy-name = { $name } (copy)
ui-plan-scenario = Scenario
ui-plan-name = Name of the scenario
ui-plan-rename = Rename the scenario (F2)
ui-plan-copy = Duplicate the scenario
ui-plan-remove = Remove the scenario (Delete)
ui-plan-scenario-note = Note on the scenario
ui-plan-trajectory = Need to come
ui-plan-actions = { $n-n ->
    [one] { $n } action
   *[other] { $n } actions
}
ui-plan-whole = { $posts } more posts filled
ui-plan-posts = More filled: { $posts }
ui-plan-between = From { $first } to { $last }: { $whole }. Need and supply start from { $base }.
ui-plan-no-cost = cost unknown
ui-plan-computing = Being computed…
ui-plan-stopped = The computation was stopped.
ui-plan-again = Compute
ui-plan-no-supply = This file has no section: an opening then rests on assumptions alone, and takes entrants from nobody. Import the training supply.
ui-plan-no-survey = This file has no survey of needs: only declared needs are counted. Import the recruitment projects.
ui-plan-no-action = No action. Add an opening, a closing or a change of seats; the effect is computed at once.

ui-plan-add = Add an action
ui-plan-new-action = New action
ui-plan-act = Act on this section in a scenario
ui-plan-effects = Effects
ui-plan-edit = Edit
ui-plan-save = Save
ui-plan-revert = Revert
ui-plan-give-up = Give up
ui-plan-remove-action = Remove the action
ui-plan-kind = Kind
ui-plan-status = Status
ui-plan-section = Section
ui-plan-section-name = { $programme } · { $site } · { $route }
ui-plan-section-seats = { $n-n ->
    [one] { $section } · { $n } seat
   *[other] { $section } · { $n } seats
}
ui-plan-programme = Programme to open
ui-plan-site = Establishment or basin
ui-plan-towards = To which establishment or basin
ui-plan-from-to = { $from } → { $to } · { $route }
ui-plan-seats = Seats
ui-plan-seats-closing = Without a number, all seats close.
ui-plan-seats-coloration = A change of contents moves no seat.
ui-plan-lot = { $n } seats
ui-plan-first = School year
ui-plan-rentree = school year { $year }
ui-plan-leavers = first leavers in June { $year }
ui-plan-drag = Drag, or use the left and right arrows, to change the school year.
ui-plan-fixed-cost = Fixed cost (€)
ui-plan-fixed-cost-help = Spent once, at the start of the school year: equipment, works.
ui-plan-seat-cost = By seat and year (€)
ui-plan-seat-cost-help = Cost of one seat and year of study. Empty: the assumption of the territory.
ui-plan-together = Decided
ui-plan-alone = alone
ui-plan-number = by compensation no. { $number }
ui-plan-number-with = by compensation no. { $number }, with { $others }
ui-plan-asked-by = Asked by (institution)
ui-plan-note = Opinions and reasons
ui-plan-missing = Say which.
ui-plan-no-number = “{ $typed }” is not a whole number.

ui-plan-legend-decision = decision
ui-plan-legend-training = in training
ui-plan-legend-leavers = leavers every year
ui-plan-part-curves = Curves
ui-plan-part-curves-help = More posts filled, and unfilled with and without the scenario
ui-plan-part-years = Years
ui-plan-part-years-help = The figures of each year; a chosen line tells how they are made
ui-plan-part-actions = Actions
ui-plan-part-actions-help = Each action among the others
ui-plan-part-basins = Basins
ui-plan-part-basins-help = Unfilled posts by basin, with and without the scenario
ui-plan-part-occupations = Occupations
ui-plan-part-occupations-help = Unfilled posts by occupation, with and without the scenario
ui-plan-part-compare = Compare
ui-plan-part-compare-help = All scenarios side by side
ui-plan-chart-filled = More posts filled each year, “{ $scenario }”
ui-plan-chart-unfilled = Unfilled posts each year, with and without “{ $scenario }”
ui-plan-year = Year
ui-plan-need = Need
ui-plan-need-help = Need of new leavers in the year: that of the base year, following the need to come of the scenario.
ui-plan-unfilled-reference = Unfilled without action
ui-plan-unfilled-reference-help = Posts that the best matching leaves unfilled, the territory staying as it is.
ui-plan-unfilled-planned = Unfilled with
ui-plan-unfilled-planned-help = The same, with all the actions of the scenario.
ui-plan-filled-more = More filled
ui-plan-filled-more-help = More posts filled in the territory. Range: the least and the most of the five computations.
ui-plan-neighbours = Among neighbours
ui-plan-neighbours-help = More posts filled in the neighbouring basins computed with the territory.
ui-plan-people-more = More leavers
ui-plan-people-more-help = More leavers in their field: those the actions bring, less those that other sections lose.
ui-plan-spent = Cost (€)
ui-plan-spent-help = Euros of the year: fixed cost at the start, then each year of study opened. Empty where an action has no cost.
ui-plan-change = Change
ui-plan-change-help = Unfilled with, less without action: a negative number is a gain.
ui-plan-posts-in = Filled in { $year }
ui-plan-posts-in-help = Posts filled with all actions, less those filled without this one. The effects of two actions do not add up.
ui-plan-first-leavers = First leavers
ui-plan-first-leavers-help = June of the first leavers.
ui-plan-displaced = Entrants taken elsewhere
ui-plan-displaced-help = Entrants that other sections lose each year; negative, they receive some.
ui-plan-euros-per-post = € per post
ui-plan-euros-per-post-help = Euros of all years per post filled more, all years.
ui-plan-compensation = Compensation no.
ui-plan-compensation-help = Actions of one number are decided together.

ui-plan-alone-years = Posts filled by this action
ui-plan-together-years = With the actions of the same compensation
ui-plan-cohort = One cohort, from entrance to occupation
ui-plan-pool = Pool of entrants
plan-pool-after-third = after third or second form
plan-pool-after-diploma = after a first diploma of the trade
plan-pool-after-bac = holders of a baccalauréat
plan-pool-after-two-years = after two years of higher education
plan-pool-adults = adults, in post or not
ui-plan-enrolled = Enrolled, school year { $year }
ui-plan-dropouts = Gone during { $year }
ui-plan-final-year = Final year
ui-plan-continuing = Go on studying
ui-plan-cohort-leavers = Leavers
ui-plan-graduates = Graduates
ui-plan-in-field = In their field
ui-plan-missing-entrants = Entrants that would be missing
ui-plan-taken = Entrants taken from other sections
ui-plan-received = Entrants that other sections receive
ui-plan-displaced-since = from June { $year }
ui-plan-entrants-a-year = entrants a year
ui-plan-moves-nothing = This action moves no seat: it changes no figure.
ui-plan-year-title = { $year } · { $scenario }
ui-plan-growth = Growth of the need
ui-plan-explain-need = Need of the year = need of { $base } × growth. Growth = 1 + N × κ ÷ P: N industrial jobs created in the country each year, κ their share in the occupations of the gap, P the recruitment projects of the country in these occupations. Without N, the need stays that of { $base }.
ui-plan-explain-supply = Supply of the year = supply of the base year + leavers of the cohorts that actions open − those of the cohorts that close, and of the sections that lose entrants.
ui-plan-explain-filled = More filled = unfilled without action − unfilled with, each being an optimal matching that was checked.
ui-plan-explain-range = Ranges: unfilled at least, low need and high supply; at most, high need and low supply. More filled: the least and the most of five computations.

ui-job-propose = Proposed plan
ui-plan-propose = Propose a plan
ui-plan-part-optimise = Optimise
ui-plan-part-optimise-help = The actions that the computation proposes besides the scenario, within the means given
ui-plan-optimise-help = The computation looks for what to open, enlarge, shrink or close besides this scenario so as to fill the most posts within these means. An empty field limits nothing. Nothing is written before you have read it.
ui-plan-from = From intake
ui-plan-until = To intake
ui-plan-rentrees-turned = The first intake comes after the last.
ui-plan-aim = Case aimed at
ui-plan-aim-central = central
ui-plan-aim-mean = mean of the three cases
ui-plan-aim-worst-case = worst case
ui-plan-aim-regret = least regret
ui-plan-first-occupations = { $n-n ->
    [0] Occupations first: none
    [one] Occupations first: { $n }
   *[other] Occupations first: { $n }
}
ui-plan-first-basins = { $n-n ->
    [0] Basins first: none
    [one] Basins first: { $n }
   *[other] Basins first: { $n }
}
ui-plan-first-help = The posts chosen count twice.
ui-plan-no-basin-loses = No basin loses
ui-plan-limit-budget = Budget a year (€)
ui-plan-limit-budget-help = Euros of each year at most, those of the scenario’s actions included. Needs a cost per seat.
ui-plan-limit-net-seats = Net seats
ui-plan-limit-net-seats-help = Seats opened less seats closed, at most. 0: with constant means.
ui-plan-limit-openings = Openings at most
ui-plan-limit-openings-help = Openings and increases, at most.
ui-plan-limit-closings = Closings at most
ui-plan-limit-closings-help = Closings and decreases, at most.
ui-plan-limit-workshop = Seats more a place
ui-plan-limit-workshop-help = Seats more that the workshops of an establishment can take, at most.
ui-plan-limit-transformation = Seats that change (%)
ui-plan-limit-transformation-help = Share of the seats of the territory that may change at one intake, at most.
ui-plan-limit-displacement = Entrants taken (%)
ui-plan-limit-displacement-help = Share of the entrants of a section that new seats may take, at most.
ui-plan-limit-seconds = Seconds of search
ui-plan-limit-seconds-help = The search stops then with the best plan found, or before if it is proved.
ui-plan-no-share = “{ $typed }” is not a percentage from 0 to 100.
ui-plan-search = Search
ui-plan-searching = Searching for a plan…
ui-plan-stop-search = Stop the search
ui-plan-search-again = Another search
ui-plan-proved = Plan proved within { $share }% of the best possible; { $looked } actions looked at closely out of { $possible } possible.
ui-plan-open = Search stopped: the best plan possible is worth at most { $share }% more than this one; { $looked } actions looked at closely out of { $possible } possible. More seconds, or narrower means, tighten the distance.
ui-plan-binding = Limit reached: { $limit }.
ui-plan-proposed-nothing = No action fills more posts within these means.
ui-plan-proposed-older = The file has changed since this search: the losses are those of then. Search again for an up-to-date plan.
ui-plan-kept = Kept
ui-plan-kept-help = The actions ticked will be written. The space bar or a click ticks the line.
ui-plan-loss = Loss if refused
ui-plan-loss-help = What the plan would lose without this action, all years, in weighted posts of the case aimed at: a post of the territory counts 2, one that comes first 4, a neighbour’s 1. The losses of two actions do not add up.
ui-plan-proposal-name = Proposal
ui-plan-adopt = { $n-n ->
    [one] Write as a scenario ({ $n } action)
   *[other] Write as a scenario ({ $n } actions)
}
ui-plan-refuse = Refuse the action
ui-plan-refuse-help = The action chosen is added to the scenario as refused: it changes no figure and is proposed no more.
