# Texts of the report.
report-title = Skills gaps: { $territory }
report-subtitle = Year { $year } · revision { $revision } of the file · drawn up on { $date }
report-date = { $year }-{ $month }-{ $day }
report-running = Relève · revision { $revision } · { $date }
report-contents = Contents
report-word-table = Table
report-word-chart = Chart
report-word-page = page
report-word-source = Source:
report-word-field = Coverage:
report-word-reading = How to read:
report-footer-line = { $word } { $text }
report-title-with-unit = { $title } ({ $unit })
report-list-join = { $first }; { $second }
report-verbatim = { $text }
report-not-available = n/a
report-secret = s
report-total = All
report-compare-title = Comparison – { $territory }
report-compare-essentials = What changed
report-compare-a = A, the reference
report-compare-b = B
report-compare-ends = A difference is B − A. Its two ends are those that both ranges allow together: they are not assumed to move the same way. Figures are those of the potential lens.
report-compare-unsplit = The two sides are not of the same places: the change is not shared between need, supply and matching.
report-compare-largest = The largest changes, by occupation
report-compare-nothing = No occupation changes by one post.
report-compare-lines = Line by line
report-compare-domain = Unfilled posts by domain
report-compare-occupation = Unfilled posts by occupation
report-compare-basin = Unfilled posts by employment basin
report-compare-zone = Unfilled posts by employment zone
report-compare-source = A: { $a }. B: { $b }.
report-compare-field = core industrial occupations of the territory, without unskilled and level 7 posts.
report-compare-withheld = Withheld lines are withheld in A or in B: fewer than three employers, or what would give them back by subtraction.
report-column-compared = Line
report-column-need-a = Need A
report-column-need-b = Need B
report-column-unfilled-a = Unfilled A
report-column-unfilled-b = Unfilled B
report-column-difference = Difference
report-column-by-need = By need
report-column-by-supply = By supply
report-column-by-matching = By matching
report-sheet-compare-domain = Domains
report-sheet-compare-occupation = Occupations
report-sheet-compare-basin = Basins
report-sheet-compare-zone = Zones

report-cited-source = { $producer }, { $vintage }
report-source = { $list }; computed by Relève.
report-source-own = file of the territory, Relève.
report-field-need = { $basins-n ->
    [one] { $basins } employment basin
   *[other] { $basins } employment basins
} of { $territory }, core industrial occupations, projects stated for { $year }.
report-field-supply = programmes of { $territory } leading to core industry, CAP to BUT, leavers of { $year }.
report-field-gap = { $basins-n ->
    [one] { $basins } employment basin
   *[other] { $basins } employment basins
} of { $territory }, core industrial occupations, without posts that need no diploma and without level 7, year { $year }.
report-field-balance = programmes and needs of { $territory }, year { $year }; no mobility between basins or domains.
report-field-territory = file of { $territory }.
report-field-proofs = solve of the territory and, where they are in the file, of the neighbouring basins within reach.

# Essentials
report-essentials-title = Essentials
report-lead = In { $year }, { $territory } would need { $need } new leavers of training in industrial occupations; { $unfilled } of these posts would stay unfilled, even with leavers placed at best among the basins within their reach.
report-lead-withheld = The needs of { $territory } in { $year } come from fewer than three employers: the figures of the need cannot be printed.
report-key-need = Need for new leavers
report-key-need-note = posts a year, seasonal projects excluded
report-key-supply = Available leavers
report-key-supply-note = people trained here, with the diploma, who stay in their field
report-key-filled = Posts filled
report-key-filled-note = at most, if everyone finds the post within reach
report-key-unfilled = Estimated unfilled posts
report-key-unfilled-note = need minus posts filled
report-key-coverage = Coverage rate
report-key-coverage-note = available leavers over need
report-key-expected = Expected filled
report-key-expected-note = if people choose as they are seen to
report-key-friction = Friction
report-key-friction-note = filled at most minus expected filled, at the centre
report-chart-waterfall = From the need to the unfilled posts, central values
report-chart-no-training = No training within reach
report-chart-not-enough = Training within reach
report-chart-waterfall-alt = Of { $need } posts needed, { $filled } are filled, { $enough } lack leavers within reach and { $absent } have no programme within reach.
report-waterfall-reading = of { $need } posts, { $filled } can be filled by leavers within reach; { $unfilled } stay unfilled.
report-shortages-title = The three largest shortages
report-shortages-none = No occupation of any basin lacks leavers in this solve.
report-shortage = { $occupation }, basin of { $basin }: { $unfilled } posts unfilled for a need of { $need }; cause: { $cause }.
report-cause-no-training = no training within reach
report-cause-not-enough = training within reach
report-missing-title = What is missing to read these figures better
report-missing-assumed = { $share } of the supply rests on at least one assumed or estimated factor, besides the diploma rate and the stay in the field, which are common to all.
report-missing-secret = { $secret-n ->
    [0] None of the { $cells } survey cells is under statistical secrecy.
    [one] One of the { $cells } survey cells ({ $share }) is under statistical secrecy; it counts as a range, never as zero.
   *[other] { $secret } of the { $cells } survey cells ({ $share }) are under statistical secrecy; they count as a range, never as zero.
}
report-missing-outside = Outside the gap stand { $unskilled } projects that need no diploma and { $engineers } level-7 projects, for want of comparable training in the data.
report-missing-border = { $basins-n ->
    [one] One basin touches a neighbour without data in this file: the supply within its reach is incomplete.
   *[other] { $basins } basins touch neighbours without data in this file: the supply within their reach is incomplete.
}

# How to read
report-read-title = How to read this report
report-read-intro = This report compares, for { $territory }, the industrial posts that call for new leavers of training with the people that programmes make available. The tool proposes; people decide.
report-read-range = Range
report-read-range-is = Each estimate has a central value and, below it, a low–high range. The range of unfilled posts goes from low need with high supply to high need with low supply. A central figure is not to be quoted without its range.
report-read-need = Need for new leavers
report-read-need-is = The share of non-seasonal recruitment projects that calls for a trained beginner (coefficient β), or the number stated by employers where it is larger. Projects, difficult projects, seasonal projects and declared needs stay apart and do not add up.
report-read-supply = Available leavers
report-read-supply-is = Leavers with the diploma who stay in the field of their training, with or without a job: a leaver without a job is available. In tables that add up, a person is split equally over the occupations the training leads to.
report-read-unfilled = Estimated unfilled posts
report-read-unfilled-is = What remains after the best possible placing of leavers, each in an occupation of their training, at an accepted level and within the mobility radius of that level. It is a minimum: frictions of the labour market come on top.
report-read-lens = Expected lens and friction
report-read-lens-is = The gaps of this report are those of the potential lens: every leaver is supposed to be sent where they are most useful. The expected lens supposes that people and employers choose, with a part of chance. Friction is what that choice loses: potential filled minus expected filled. It belongs to no cause.
report-read-coverage = Coverage rate
report-read-coverage-is = Available leavers divided by need. Below 85% the shortage is severe; above 115% there is a surplus. A rate near 100% does not exclude unfilled posts: people and posts may be in different basins or occupations.
report-read-causes = Training within reach
report-read-causes-is = “No training within reach”: no programme within reach of the basin leads to this occupation. “Training within reach”: programmes are within reach, but too few people leave them.
report-read-secret = Statistical secrecy
report-read-secret-is = “s”: the survey prints a star instead of a small number. The star counts as 1 to 4 projects, 2.5 at the centre; for difficult or seasonal projects it may hide a zero and counts as 0 to 4, 2 at the centre. It is never read as a published zero. A sum that contains a star is a range. An “s” after a range marks an estimate all of whose survey cells are secret.
report-read-employers = Declared needs
report-read-employers-is = A number declared by fewer than { $least } employers is replaced by “s”, and so are the numbers that would give it back by subtraction and the needs that would let it be guessed; tables of sums that would give them back are then left out.
report-warn-title = What the gap is not
report-warn-seats = A gap is not “seats minus vacancies”: between a seat and an available person stand filling, dropping out, further study, failure and leaving for other occupations.
report-warn-vacancies = Recruitment projects are intentions from a yearly survey; they also count hires of experienced workers. They are not vacancies.
report-warn-rates = The employment rate is over leavers, further study is over the final year: they do not add up. No employment rate enters the supply.
report-warn-years = Outcome rates lag seats by two to three years. A section opened at one start of the school year has its first leavers only after the length of the course.
report-warn-people = A total by occupation or basin does not say what young people wish: where few apply, more seats do not make more leavers.

# Need
report-need-title = The need
report-need-intro = The measures of the need are shown side by side. Only the need for new leavers is matched with training; posts that need no diploma and level-7 posts stay beside the gap.
report-need-beta = Coefficient β in force: { $workers } for skilled workers, { $technicians } for technicians and supervisors; 0 for posts that need no diploma and for level 7.
report-need-by-domain = Measures of the need by professional domain
report-need-by-occupation = Measures of the need by occupation
report-need-reading = “{ $label }”: { $projects } recruitment projects for { $year } in { $territory }, of which { $difficult } judged difficult; the need for new leavers is { $need } posts.
report-column-domain = Domain
report-column-occupation = Occupation
report-column-projects = Projects
report-column-difficult = Difficult
report-column-seasonal = Seasonal
report-column-declared = Declared needs
report-column-need = Need
report-column-unskilled = No diploma needed
report-column-level7 = Level 7
report-unit-posts = posts
report-unit-projects = projects
report-unit-people = people
report-unit-percent = { "%" }
report-unit-count = count
report-unit-rows = rows

# Supply
report-supply-title = The supply
report-supply-intro = From an open seat to a person available in the field, each step takes people away. Those who go on studying are not lost: they compose the entrants of the next level.
report-supply-assumed = { $share } of the supply rests on at least one assumed or estimated factor, besides the diploma rate and the stay in the field, which are common to all. The next table says, factor by factor, what is measured.
report-chart-funnel = From the final year to the available leavers
report-chart-funnel-alt = In the final year { $final }; leavers { $leavers }; with the diploma { $graduates }; staying in the field { $field }.
report-supply-funnel = The steps of the supply
report-funnel-reading = { $final } people in the final year give { $field } people available in their field, that is { $share }.
report-step-seats = Seats
report-step-seats-is = Declared seats of the sections kept, where they are known.
report-step-entrants = Entrants
report-step-entrants-is = Seats × fill rate, or observed entrants; sections only.
report-step-final-year = Final year
report-step-final-year-is = Entrants × retention, or observed final-year headcount.
report-step-counted = of which observed headcounts
report-step-counted-is = Part of the final year that comes from counted people (by region or establishment), without passing by seats.
report-step-leavers = Leavers
report-step-leavers-is = Final year × (1 − further study).
report-step-graduates = With the diploma
report-step-graduates-is = Leavers × diploma rate.
report-step-in-field = Available leavers
report-step-in-field-is = Leavers with the diploma × share that stays in the field of the training.
report-column-step = Step
report-column-people = Headcount
report-column-meaning = Computation
report-supply-factors = What the supply rests on, factor by factor
report-factors-reading = for the factor “{ $factor }”, { $share } of the available leavers concerned rest on an assumption of the territory.
report-column-factor = Factor
report-column-concerned = Leavers concerned
report-provenance-measured = Measured
report-provenance-shrunk = Shrunk
report-provenance-estimated = Estimated
report-provenance-assumed = Assumed
report-factor-seats = Seats
report-factor-fill-rate = Fill rate
report-factor-entrants = Entrants
report-factor-retention = Retention
report-factor-final-year = Final-year headcount
report-factor-spread-share = Share of the basin in the regional headcount
report-factor-cohorts = Cumulated cohorts
report-factor-leaving-share = Share of leavers
report-factor-diploma-rate = Diploma rate
report-factor-stays-in-field = Stay in the field
report-supply-diploma = Supply by diploma and route
report-diploma-route = { $diploma }, { $route }
report-diploma-reading = “{ $diploma }, { $route }”: { $leavers } leavers, of whom { $field } available in their field; { $placed } find a post within reach in the central solve.
report-route-scolaire = school
report-route-apprentissage = apprenticeship
report-route-continue = continuing training
report-column-diploma = Diploma and route
report-column-level = Level
report-column-programmes = Programmes
report-column-leavers = Leavers
report-column-in-field = Available leavers
report-column-placed = Placed
report-column-placed-share = Share placed

# Gaps
report-gap-title = The gaps
report-gap-intro = Lines go from the largest shortage to the smallest. Supply is counted where people are trained; filled posts, where the posts are: a basin may therefore fill more posts than it trains leavers.
report-chart-unfilled = { $n-n ->
    [one] The occupation that lacks most leavers
   *[other] The { $n } occupations that lack most leavers
}
report-chart-unfilled-alt = { $n-n ->
    [0] No occupation lacks leavers.
   *[other] Estimated unfilled posts, from most to least: { $list }.
}
report-gap-by-occupation = Gaps by occupation
report-gap-by-basin = Gaps by employment basin
report-gap-by-region = Gaps by region
report-gap-by-department = Gaps by department (basins under their main department)
report-gap-by-skill = Gaps by skill level of the occupation
report-gap-by-cell = { $n-n ->
    [0] Gaps by basin and occupation
    [one] Gap by basin and occupation, the largest shortage
   *[other] Gaps by basin and occupation, the { $n } largest shortages
}
report-gap-reading = “{ $label }”: need of { $need } posts, { $filled } filled, { $unfilled } unfilled, of which { $absent } with no programme within reach.
report-cell-reading = basin of { $basin }, “{ $occupation }”: { $reachable } leavers of { $programmes-n ->
    [one] { $programmes } programme
   *[other] { $programmes } programmes
} can reach the { $need } posts; { $filled } are filled and { $unfilled } are not.
report-cell-reading-none = basin of { $basin }, “{ $occupation }”: no programme can reach the { $need } posts; { $unfilled } stay unfilled.
report-supply-level = Supply by diploma level
report-level-reading = { $field } available leavers come out at level { $level }; { $placed } find a post within reach in the central solve.
report-chart-balance = Leavers trained minus need, by domain
report-chart-balance-alt = Balance by domain: { $list }.
report-balance-reading = “{ $label }”: the supply trained in the territory differs from the need by { $balance } people ({ $low } to { $high }). This balance is not the gap: it ignores distances.
report-border-label = { $label } †
report-border-remark = † Basin at the border: a neighbour within reach has no data in this file, the supply seen is incomplete.
report-column-basin = Basin
report-column-region = Region
report-column-department = Department
report-column-skill = Skill level
report-column-supply = Supply
report-column-filled = Filled
report-column-unfilled = Unfilled
report-column-coverage = Coverage
report-column-no-training = No training within reach
report-column-not-enough = Training within reach
report-column-secret = Secret cells
report-column-reachable = Leavers within reach
report-column-cause = Reach
report-column-diploma-level = Diploma level
report-column-unused = No post within reach

# Expected lens
report-lens-title = Friction
report-lens-withheld = The needs come from fewer than three employers: friction cannot be printed.
report-lens-intro = At best, { $potential } posts can be filled. If people and employers choose as they are seen to, { $filled } are expected (expected lens). The difference at the central need and supply, { $friction }, is friction (revision { $revision }).
report-lens-is = Friction is what better guidance towards posts could recover with the same training. It adds to the unfilled posts and belongs to no cause. It is negative where chance of choices brings people whom the best placing sends elsewhere; over the whole solved area, neighbours included, it never is.
report-lens-parameters = Two parameters, in generalised minutes, open to change: surplus of a match A = { $surplus } (source: { $surplus-source }); noise σ = { $noise } (source: { $noise-source }).
report-lens-by-basin = Expected lens and friction by employment basin
report-lens-by-cell = Expected lens and friction by basin and occupation
report-lens-reading = basin “{ $basin }”: { $potential } posts filled at most, { $filled } expected; friction of { $friction }.
report-lens-remark = Range of friction: that of the two parameters alone. Negative: the line gains by chance of choices. At the centre, potential filled = expected filled + friction, and expected unfilled = potential unfilled + friction; each number is rounded for itself.
report-field-lens = { $basins-n ->
    [one] { $basins } employment basin
   *[other] { $basins } employment basins
} ({ $territory }), core industrial occupations, without posts that require no diploma and without level 7, year { $year }; computed on revision { $revision }.
report-column-potential-filled = Potential filled
report-column-potential-unfilled = Potential unfilled
report-column-expected-filled = Expected filled
report-column-expected-unfilled = Expected unfilled
report-column-friction = Friction
# Causes
report-causes-title = Why these posts stay unfilled
report-causes-withheld = The needs come from fewer than three employers: the causes cannot be printed.
report-causes-intro = Seven causes can be removed, alone or together. For each of the 128 sets of causes removed, the program computes again how many posts would stay unfilled, all other things equal. The share of a cause is the mean of what it takes off over the 5,040 orders in which the seven can be removed (Shapley value): it depends on no order, and the shares add up exactly to the { $unfilled } unfilled posts (potential lens, central values, revision { $revision }).
report-causes-two-kinds = Here “no training” and “too little training” are what would remain once the seven causes are removed; in the gap tables, “no training within reach” and “training within reach” describe the present. A share is not a promise: removing a cause wholly is a limit, never a plan.
report-causes-table = The seven causes and what remains
report-causes-reading = “{ $cause }” accounts on average for { $posts } of the { $unfilled } unfilled posts ({ $share }); depending on the order in which causes are removed, for { $least } to { $most }.
report-causes-lines-remark = Range: the least and the most that the cause takes off depending on the order; it does not hold the uncertainty of need or supply. A share can be negative on a line that loses people to another. Each number is rounded by itself; the workbook keeps exact values.
report-causes-remark = Range: the least and the most that the cause takes off depending on the order; it does not hold the uncertainty of need or supply.
report-causes-by-domain = Causes by occupational domain
report-causes-by-basin = Causes by employment basin
report-causes-line-reading = “{ $label }”: { $unfilled } unfilled posts, of which { $posts } by “{ $first }” and { $others } by “{ $second }”.
report-causes-by-cell = Causes by basin and occupation
report-causes-by-line = Causes of every line of every grouping
report-causes-exact-reading = the exact share of a cause is its numerator ÷ 420, in thousandths of a post; the seven numerators and 420 times the two remainders, in thousandths, add up to 420 times the unfilled posts.
report-field-causes = { $basins-n ->
    [one] { $basins } employment basin
   *[other] { $basins } employment basins
} ({ $territory }), unfilled posts of the potential lens, year { $year }; computed on revision { $revision }.
report-order-title = One order among 5,040
report-order-is = The chart removes the causes one by one in a fixed order, that of the table: leavers, then seats, distance, outlets. In another order each step would have another height: the first cause removed has all free posts to itself, the last one only what the others left. Only the start and the end never change; a cause is quoted by its share and its range, in the table.
report-order-chart = Causes removed one after the other, in the fixed order
report-order-alt = From { $unfilled } unfilled posts: { $list }.
report-order-reading = removing “{ $cause }” first brings unfilled posts from { $before } to { $after }; once the seven causes are removed, { $residual } remain.
report-total-unfilled = Unfilled posts
report-column-part = Cause
report-column-removed = What is supposed
report-column-share-posts = Share
report-unit-posts-orders = posts (by order)
report-column-share = Share
report-unit-percent-unfilled = % of unfilled
report-unit-over-420 = numerator over 420, thousandths
report-part-is-further-study = All final-year pupils leave instead of going on.
report-part-column-further-study = Further study
report-part-is-evaporation = All graduates stay in the field of their training.
report-part-column-evaporation = Leaving the field
report-part-is-failure = Nobody drops out and all obtain the diploma.
report-part-column-failure = Drop-out, failure
report-part-is-vacant-seats = All open seats are taken.
report-part-column-vacant-seats = Vacant seats
report-part-is-distance = A leaver can take a post at any distance.
report-part-column-distance = Distance
report-part-is-level = Outlets count at all diploma levels.
report-part-column-level = Unsuited level
report-part-is-adjacent = Occupations close to those of the training count too.
report-part-column-adjacent = Adjacent occup.
report-part-is-no-training = Remainder: no training leads there, the seven causes removed.
report-part-column-no-training = No training
report-part-is-not-enough = Remainder: too few people, the seven causes removed.
report-part-column-not-enough = Too little training
report-column-basin-code = Basin code
report-column-fap = FAP
report-column-grouping = Grouping
report-column-code = Code
report-column-label = Label
report-column-zone = Employment zone
report-table-rest = { $n-n ->
    [one] One more line in the workbook, sheet “{ $sheet }”, and in the CSV folder.
   *[other] { $n } more lines in the workbook, sheet “{ $sheet }”, and in the CSV folder.
}

# Shortages
report-hall-title = The largest shortages
report-hall-intro = Each sentence can be checked with a pencil. The first list gives all the posts; the second, everyone who can take at least one of these posts, and nobody else can. If there are more posts than people, the difference stays unfilled however people are placed (Hall’s theorem). The list may hold filled posts: the same people can take them.
report-hall-number = Shortage { $n }
report-hall-check = { $posts } posts − { $people } people = at least { $unfilled } unfilled posts, wherever these people are placed (central values, to the thousandth).
report-hall-wider = The occupation has { $asked } unfilled posts in all; the rest is due to posts of other occupations, which the same people can take. { $sentence }
report-hall-wider-withheld = The occupation has { $asked } unfilled posts in all; the rest is due to posts of other occupations, which the same people can take and whose list cannot be printed.
report-hall-check-nobody = Nobody can take these posts: all stay unfilled (central values).
report-hall-posts = Shortage { $n }: the posts
report-hall-people = Shortage { $n }: the people who can take them
report-hall-context = { $basin } (outside the territory)
report-hall-none = No shortage can be detailed in this computation.
report-hall-withheld = At least one shortage is not detailed: its list holds a need declared by fewer than three employers, which a subtraction would give back.
report-hall-flows = Shortages: who takes which post in the central solution
report-field-hall = { $basins-n ->
    [one] { $basins } employment basin
   *[other] { $basins } employment basins
} ({ $territory }) and neighbouring basins within reach, year { $year }, potential lens; computed on revision { $revision }.
report-column-shortage = Shortage
report-column-section = Section
report-column-programme = Programme
report-column-trained-in = Trained in
report-column-km = km
report-headcount = Regional headcount
report-programme = { $diploma } { $label }, { $route }

# Value of a seat
report-value-title = Value of a seat
report-value-intro = How many more posts would one more seat in a section fill? Each answer is a new computation, not an extrapolation: the seat brings a fraction of a leaver (fill, retention, further study, diploma, staying in the field), and the matching is done again with it, over the territory and its neighbours. The first possible start of school year is { $rentree }; the effect begins with the first leavers and then comes again every year. Computed on revision { $revision }.
report-value-none = No section has seats whose value can be computed.
report-value-top = { $n-n ->
    [one] The section whose seat fills most posts
   *[other] The { $n } sections whose seat fills most posts
}
report-value-reading = line 1: one more seat brings { $each } leaver in the field a year and fills { $gain } post a year ({ $low } to { $high } depending on need and supply); opened in { $rentree }, it has its first leavers in June { $first }.
report-value-remark = Range: the least and the most of the five computations (need and supply low, central, high). The gains of two sections do not add up: they may aim at the same posts. *: see the warnings; all numbers are in the workbook.
report-value-doubts = Warnings
report-value-doubt = { $n-n ->
    [one] Line { $lines }: { $doubt }
   *[other] Lines { $lines }: { $doubt }
}
report-value-least-remark = Range: the least and the most of the five computations. *: warnings in the workbook, like all numbers.
report-value-section = { $section }, { $place }
report-value-doubtful = { $section }, { $place } *
report-value-basins = { $n-n ->
    [0] unknown place
    [one] one basin
   *[other] { $n } basins (estimated position)
}
report-value-region = Regional headcount: { $region }
report-value-least-title = Seats that might change their purpose
report-value-least-intro = { $n-n ->
    [0] Closing a seat would take away part of a filled post in each of the { $sections } sections whose seats are known.
    [one] In one section of the { $sections } whose seats are known, closing a seat would take away no filled post: other leavers would take it, or its own have none within reach.
   *[other] In { $n } sections of the { $sections } whose seats are known, closing a seat would take away no filled post: other leavers would take it, or its own have none within reach.
}
report-value-least = { $n-n ->
    [one] The section whose seat, once closed, takes away fewest posts
   *[other] The { $n } sections whose seat, once closed, takes away fewest posts (of equals, the largest)
}
report-value-warning = A ranking is not a decision. A section without value in this computation may lead to occupations outside industry, to useful further study or to posts that the survey does not see; its pupils, teachers and equipment do not move with the stroke of a pen. Several closures together would take away more than the sum of each. The tool proposes; people decide.
report-value-all = Value of a seat of every section and regional headcount
report-field-value = { $basins-n ->
    [one] { $basins } employment basin
   *[other] { $basins } employment basins
} ({ $territory }) and neighbours within reach, year { $year }; seats opened in { $rentree }, gain a year in steady state; computed on revision { $revision }.
report-column-line = No.
report-column-seats = Seats
report-column-plus-1 = Gain +1
report-column-plus-12 = Gain +12
report-column-plus-15 = Gain +15
report-column-plus-24 = Gain +24
report-column-minus-1 = Lost with −1 seat
report-column-gain-minus-1 = Gain −1
report-column-first-leavers = First leavers
report-column-euros-12 = Cost per post (+12)
report-column-each = Leavers of a seat
report-column-unit = Unit
report-column-rank = Rank
report-column-uai = UAI
report-column-place = Place
report-column-programme-code = Programme code
report-column-years = Years of study
report-column-unplaced-24 = Without post (+24)
report-column-doubts = Warnings
report-unit-euros = euros
report-unit-seat = seat
report-unit-final-year = person in the final year

# Method
report-method-title = The method in short
report-method-intro = Quantities are thousandths of a person, as whole numbers: sums are exact and the same file always gives the same figures.
report-method-need = Need
report-method-need-is = need = max (β × (projects − seasonal), declared needs), by basin and occupation. β is zero for posts that need no diploma and for level 7. Seasonal projects are taken off cell by cell, then cells are added up.
report-method-stars = Stars
report-method-stars-is = Projects: 1 / 2.5 / 4; difficult and seasonal: 0 / 2 / 4, never above the projects.
report-method-supply = Supply
report-method-supply-is = supply = seats × fill × retention × (1 − further study) × diploma rate × stay in the field. An observed final-year headcount replaces the first three factors. A vintage that cumulates two cohorts is halved.
report-method-arcs = Who can take which post
report-method-arcs-is = An outlet occupation of the programme, at a diploma level the occupation accepts, within the radius of the level (great-circle distance between basin centroids).
report-method-matching = Matching
report-method-matching-is = The most posts that can be filled and, among those solutions, the least mismatch: an exact minimum-cost flow with a certificate checked at each solve (minimum cut equal to the fill).
report-method-lens = Expected lens
report-method-lens-is = Market of Choo and Siow (2006), same supply, need and outlets: between a group of leavers s and a cell d, μ = √(leavers left single × posts left single) × exp(Φ / 2), Φ = (A − c) / σ, c being travel in generalised minutes. The headcounts of both sides are fitted in turn, to one part in a hundred million. A and σ are the same for all occupations; friction is an order of magnitude, not a forecast. Its range is that of the two parameters alone.
report-method-ranges = Ranges
report-method-ranges-is = Filled low: need and supply low; filled high: both high. Unfilled low: need low, supply high; unfilled high: need high, supply low.
report-method-shares = Causes
report-method-shares-is = v(C) is the number of unfilled posts once the set C of causes is removed; the share of a cause is the weighted mean of v(C) − v(C with it) over the 64 sets without it (Shapley, 1953), as exact fractions of denominator 420. Cell by cell, a maximum fill is shared by a fixed rule, one among others: the total is proved, the cell is a convention. Removing a cause is a theoretical limit, and causes say nothing of what removing them costs.
report-method-hall = Shortages
report-method-hall-is = From an unfilled post one goes back to the people who could take it, to the posts they fill, and so on. Everyone who reaches this set is placed in it: posts minus people stay unfilled. Both lists are checked again against the whole problem.
report-method-seat = Value of a seat
report-method-seat-is = What the most posts that can be filled gains, computed again for +1, −1, +12, +15 and +24 seats in the five computations of the range. What a seat yields is the average of the section; neither premises, nor teachers, nor the appeal of a new seat are in the model. A cost appears only where it is entered.
report-method-split = People and outlets
report-method-split-is = The matching splits nobody over occupations before looking for a post. Leavers “within reach” of a cell do not add up over cells.
report-method-place = Place of training
report-method-place-is = The establishment is placed by the directory (commune), else by its coordinates, else spread over the basins of its department by population (“estimated position”).
report-method-provenance = Provenance
report-method-provenance-is = Measured: read in a file for this section. Shrunk: measured on fewer than 20 people and pulled to a wider scope. Estimated: computed from a neighbouring scope. Assumed: an assumption of the territory.

# Annexes
report-assumptions-title = The assumptions
report-assumptions-intro = Each assumption can be changed in the program and carries its range and its source. The narrowest scope wins.
report-assumptions-table = Assumptions in force
report-assumptions-reading = the share of leavers with the diploma who stay in the field of their training is { $value }, between { $low } and { $high }, unless a narrower scope says otherwise.
report-assumption-edited = { $source } (changed)
report-column-assumption = Assumption
report-column-scope = Scope
report-column-low = Low
report-column-central = Central
report-column-high = High
report-column-source = Source
report-scope-all = all
report-scope-level = level { $level }
report-scope-other = { $scope }
report-assumption-beta = β: share of non-seasonal projects that calls for a new leaver
report-assumption-fill-rate = Fill rate
report-assumption-retention = Retention up to the final year
report-assumption-further-study = Further study
report-assumption-diploma-rate = Share of leavers with the diploma
report-assumption-stays-in-field = Stay in the field
report-assumption-radius-km = Mobility radius (great-circle km)
report-assumption-apprentice-seat-cap = Cap on seats of an apprenticeship declaration
report-assumption-shrinkage = Pseudo-leavers of the shrinkage
report-assumption-seat-cost = Cost of a seat (euros per year of study)
report-assumption-opening-cost = Cost of an opening (euros, once)
report-assumption-post-worth = Worth of a post filled (euros)
report-assumption-match-surplus = Surplus of a match (generalised minutes)
report-assumption-match-noise = Matching noise (generalised minutes)
report-assumption-net-creation = Net industrial job creation, a year
report-assumption-gap-share = Share of net creation in the occupations of the gap
report-assumption-national-projects = National non-seasonal projects in the occupations of the gap
report-assumption-newcomers = New entrants of an opened seat
report-sources-title = The sources
report-sources-intro = { $n-n ->
    [0] No file was imported: the figures come from the embedded catalogue and from entries by hand.
    [one] One file was imported. Its fingerprint lets anyone check that the copy read is the producer’s.
   *[other] { $n } files were imported. Their fingerprints let anyone check that the copies read are the producers’.
}
report-sources-table = Files, vintages and licences
report-sources-reading = the SHA-256 fingerprint is that of the bytes read; “sha256sum file” must give it again.
report-rows-table = Rows read and reconciled
report-rows-reading = “{ $file }”: { $read } rows read = { $stored } stored + { $merged } merged + { $refused } refused + { $ignored } out of scope.
report-column-file = File
report-column-producer = Producer
report-column-vintage = Vintage
report-column-licence = Licence
report-column-sha256 = SHA-256
report-column-imported = Imported on
report-column-read = Read
report-column-stored = Stored
report-column-merged = Merged
report-column-refused = Refused
report-column-ignored = Out of scope
report-notes-title = Notes and certificates
report-notes-none = The solve calls for no particular remark.
report-proofs-title = Proofs of optimality
report-proofs-intro = Each solve comes with a proof: the number of posts filled equals a minimum cut, so no other placing fills more.
report-proofs-table = Certificates of the solves
report-proofs-reading = with { $need } need and { $supply } supply, { $filled } posts are filled and the minimum cut is { $cut }: nothing can do better.
report-bound-low = low
report-bound-central = central
report-bound-high = high
report-column-min-cut = Minimum cut
report-column-supplies = Supplies
report-column-demands = Need cells
report-column-arcs = Arcs

# Workbook and CSV
report-end-low = low
report-end-central = central
report-end-high = high
report-sheet-essentials = Essentials
report-sheet-need-domain = Need by domain
report-sheet-need-occupation = Need by occupation
report-sheet-supply-funnel = Steps of the supply
report-sheet-supply-factors = Provenance of the supply
report-sheet-supply-diploma = Supply by diploma
report-sheet-supply-level = Supply by level
report-sheet-gap-occupation = Gaps by occupation
report-sheet-gap-basin = Gaps by basin
report-sheet-gap-region = Gaps by region
report-sheet-gap-department = Gaps by department
report-sheet-gap-skill = Gaps by skill level
report-sheet-gap-cell = Gaps basin × occupation
report-sheet-lens-basin = Friction by basin
report-sheet-lens-cell = Friction basin × occupation
report-sheet-causes = Causes
report-sheet-causes-domain = Causes by domain
report-sheet-causes-basin = Causes by basin
report-sheet-causes-cell = Causes basin × occupation
report-sheet-causes-lines = Causes by grouping
report-sheet-shortage-1-posts = Shortage 1 – posts
report-sheet-shortage-1-people = Shortage 1 – people
report-sheet-shortage-2-posts = Shortage 2 – posts
report-sheet-shortage-2-people = Shortage 2 – people
report-sheet-shortage-3-posts = Shortage 3 – posts
report-sheet-shortage-3-people = Shortage 3 – people
report-sheet-shortage-flows = Shortages – placements
report-sheet-values-top = Seats to open
report-sheet-values-least = Seats of least value
report-sheet-values = Value of every seat
report-sheet-assumptions = Assumptions
report-sheet-sources = Sources
report-sheet-source-rows = Rows read
report-sheet-proofs = Certificates
report-sheet-notes = Notes

report-error-pdf = The PDF could not be laid out: { $detail }. The workbook and the CSV tables remain available.
report-error-workbook = The workbook could not be written: { $detail }.
report-error-csv = The CSV table could not be written: { $detail }.
