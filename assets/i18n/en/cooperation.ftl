# Cooperation between basins and decided actions: mobility help, shared sections, hubs.

help-kind-transport = Transport
help-kind-lodging = Lodging
scenario-decided-name = Decided
scenario-is-decided = decided

market-plan-sharing = Basin { $basin } cannot share the section: it must be of the territory, other than that of the section, and named once.
market-plan-nothing-to-share = This action brings no seat to share between basins.
market-plan-decided = An action decided already excludes it: { $kind }, rentrée { $rentree }.
market-plan-note-decided = Compared with the territory that has the actions of the decided scenario “{ $name }”.
market-plan-note-hubs = The posts of a hub are those no training reaches today; a post counts for one hub. A section does not fill them all: try it in a scenario.
market-help-no-basin = { $basin } is no basin of the territory. Give the code of one of its basins.
market-help-nobody = Say how many people are helped each year.
market-help-distance = { $km } more km cannot be: give 1 to { $most }.
market-help-year = The year { $year } is outside the plan: choose { $first } to { $last }.
market-help-ends = The help would end in { $until }, before { $from }, its first year.
market-error-no-help-cost = The budget cannot be held: a mobility help of the scenario has no cost per person. Give it.
app-scenario-nothing-approved = Scenario “{ $name }” has nothing to decide: approve one of its actions or helps first.

deed-put-help = Scenario “{ $scenario }”: mobility help from { $basin }
deed-remove-help = Scenario “{ $scenario }”, mobility help taken away: { $basin }
deed-decide = Decision on what is approved of scenario “{ $scenario }”

cli-about-scenario-mobility = Add a mobility help to a scenario
cli-usage-scenario-mobility = releve scenario mobility TERRITORY --scenario NAME --kind transport|lodging --basin CODE --people NUMBER --km NUMBER --from YEAR [--until YEAR] [--person-cost EUROS] [--fixed-cost EUROS] [--status STATUS] [--note TEXT]
cli-about-scenario-mobility-drop = Take a mobility help away
cli-usage-scenario-mobility-drop = releve scenario mobility-drop TERRITORY --scenario NAME --help-number NUMBER
cli-about-scenario-decide = Decide what is approved of a scenario: the others stand on it
cli-usage-scenario-decide = releve scenario decide TERRITORY --scenario NAME
cli-about-plan-hubs = Propose hubs: where one section would reach most posts that nothing reaches
cli-usage-plan-hubs = releve plan hubs TERRITORY [--count NUMBER] [--year YEAR] [--format table|json]
cli-value-help-kind = KIND
cli-help-people = people helped each year, at most
cli-help-km = great-circle km added to the radius of their level
cli-help-person-cost = euros of a person and year
cli-help-help-number = number of the help
cli-help-count = how many hubs, 10 otherwise
cli-help-shared-basin = basin that shares the section in equal parts; repeatable
cli-scenario-help = Mobility help no. { $help }.
cli-scenario-decided = { $count-n ->
    [one] 1 action decided
   *[other] { $count } actions decided
  }.
cli-error-no-help = The scenario has no help no. { $help }.
cli-plan-no-hub = No hub to propose: every post of the gap is within reach of training.
cli-column-hub = Hub
cli-column-host = Workshops
cli-column-posts-reached = Posts reached
cli-column-basins-served = Basins
cli-column-help = Help
cli-column-km-more = More km
cli-column-since = From
cli-column-sent = Helped

ui-plan-part-cooperate = Cooperation
ui-plan-part-cooperate-help = Mobility help and hubs between basins
ui-plan-helps = Mobility help
ui-plan-help-add = Add help
ui-plan-helps-empty = No help. Transport or lodging takes those without a post within reach to a basin farther away; the effect is computed at once.
ui-plan-help-for = Those whom nothing employs within reach of their basin are taken farther: help makes nobody, it brings closer.
ui-plan-help-told = Over all years: { $sent } people helped, { $posts } more posts filled.
ui-plan-help-basin = Basin of training
ui-plan-help-kind = Help
ui-plan-help-people = Helped a year
ui-plan-help-people-help = At most, each year. Only those without a post within reach are helped.
ui-plan-help-km = More km
ui-plan-help-km-help = Great-circle, added to the radius of their level.
ui-plan-help-person-cost = Per person and year (€)
ui-plan-help-person-cost-help = Paid for each person the help can take. Empty: unknown.
ui-plan-help-from = From
ui-plan-help-until = Until
ui-plan-help-goes-on = no end
ui-plan-help-sent = Helped in { $year }
ui-plan-help-sent-help = People without a post within reach whom the help takes farther.
ui-plan-help-filled-help = Posts filled with the whole scenario, less those filled without this help.
ui-plan-help-remove = Remove help
ui-plan-hubs = Hubs proposed
ui-plan-hub = Basin of the hub
ui-plan-hub-posts = Posts reached
ui-plan-hub-posts-help = Posts of the base year that no training reaches, within the radius of the level of the programme.
ui-plan-hub-basins = Basins
ui-plan-hub-occupations = Occupations
ui-plan-hub-host = Workshops of the speciality
ui-plan-hub-no-host = none
ui-plan-hub-served = Basins served
ui-plan-hub-open = Try in this scenario
ui-plan-hub-choose = Choose a hub first.
ui-plan-shared = Shared equally with (basins)
ui-plan-unshare = No longer share with { $basin }
ui-plan-decide = Decide what is approved ({ $n }): all other scenarios stand on it
ui-plan-is-decided = Decided scenario: all others stand on it
ui-plan-shared-by = { $site }, shared with { $basins }

report-plan-helps = Mobility help
report-plan-helps-remark = Posts filled in the last year with the whole scenario, less those filled without this help. Only those without a post within reach are helped; help makes nobody.
report-column-help = Help
report-column-helped = Helped a year, at most
report-column-km-more = Radius added
report-column-since = From
market-plan-break-even = Paid back from { $year } on by posts filled
market-plan-not-paid-back = Not paid back in { $year } by posts filled
report-plan-paid = “{ $scenario }”: { $paid }.
market-plan-note-excluded = { $n-n ->
    [one] { $n } action does not count: what is decided opens or closes its section already.
   *[other] { $n } actions do not count: what is decided opens or closes their sections already.
}
