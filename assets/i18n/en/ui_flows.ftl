# Texts of the matching: who goes where.

ui-nav-flows = Matching
ui-title-flows = Who goes where?
ui-flows-pairs = Basin to basin
ui-flows-pairs-help = People trained in one basin who take a post in another, or in the same one.
ui-flows-balances = Basin balances
ui-flows-balances-help = For each basin: posts filled from within and from elsewhere, departures, and what is left.
ui-flows-arcs = Section to need
ui-flows-arcs-help = From a programme in a basin to an occupation in a basin.
ui-flows-kinds = Programme to occupation
ui-flows-kinds-help = From a programme to an occupation, all basins together.
ui-flows-sentence = { $filled } posts filled: { $stayed } from the same basin, { $moved } from another basin of the territory; { $km } on average, { $far } from more than { $limit }.
ui-flows-outside = With the neighbours: { $came } arrivals from outside, { $left } departures to outside.
ui-flows-caution-potential = One optimum among others of the same value (ties: least travel, then the territory first), not a forecast. All at an accepted level.
ui-flows-caution-expected = What happens when everyone chooses as observed: a unique outcome, central value. All at an accepted level.
ui-flows-basin = Basin
ui-flows-basin-all = all basins
ui-flows-drawn = Arrows
ui-flows-drawn-all = all
ui-flows-drawn-most = the { $n } largest
ui-flows-map-name = Map of moves between basins: { $territory }
ui-flows-land = basin of the territory
ui-flows-circles = Stay
ui-flows-arrows = Change basin
ui-flows-note = { $drawn } arrows of { $all }, { $share } of those who change basin
ui-flows-go = { $n-n ->
    [one] { $from } → { $to }: { $people } person, { $km }
   *[other] { $from } → { $to }: { $people } people, { $km }
}
ui-flows-stay = { $n-n ->
    [one] { $from }: { $people } person stays
   *[other] { $from }: { $people } people stay
}
ui-flows-establishments = { $n-n ->
    [one] { $n } establishment
   *[other] { $n } establishments
}
ui-column-people-potential = At best
ui-column-people-potential-help = People whom the potential matching places on these posts. Summed into an occupation and a basin: its filled posts.
ui-column-people-expected = Expected
ui-column-people-expected-help = People expected on these posts when everyone chooses as observed.
ui-column-km-help = Great-circle distance between the centres of the basins; 0 within a basin.
ui-column-share-trained = Share of placed
ui-column-share-trained-help = Of all those trained in the basin of origin who have a post, the share of these. On the spot: the share that stays.
ui-column-share-filled = Share of filled
ui-column-share-filled-help = Of the filled posts of the basin of arrival, the share filled by these people.
ui-column-share-need = Share of need
ui-column-share-need-help = Of the need of this occupation in this basin, the share filled by these people.
ui-column-occupations = Occupations
ui-column-occupations-help = Occupations that these people take.
ui-column-levels = Level mismatch
ui-column-levels-help = Levels between the diploma and the nearest one that the occupation accepts; 0: an accepted level.
ui-column-mean-km = Mean distance
ui-column-mean-km-help = Mean great-circle distance, in kilometres, weighted by people; 0 for those who stay.
ui-column-far = Over 30 km
ui-column-far-help = Share of these people who go farther than 30 km.
ui-column-nodes = Origins
ui-column-nodes-help = Basins and routes these people come from.
ui-column-posts = Need
ui-column-posts-help = Need for new leavers of the basin, central value, in posts.
ui-column-stayed = On the spot
ui-column-stayed-help = Posts of the basin filled by people trained there.
ui-column-came = Arrivals
ui-column-came-help = Posts of the basin filled by people trained elsewhere.
ui-column-left = Departures
ui-column-left-help = People trained in the basin who take a post elsewhere.
ui-column-net = Net
ui-column-net-help = Arrivals less departures.
ui-column-still-open = Unfilled
ui-column-still-open-help = Posts of the basin that nobody takes, central value.
ui-column-unplaced-here = Without a post
ui-column-unplaced-here-help = In-field leavers trained in the basin and without a post, central value.
ui-column-posts-filled = Filled
ui-column-posts-filled-help = Posts of the basin that are filled: on the spot and by arrivals.
ui-column-stay-share = Share that stays
ui-column-stay-share-help = Of those trained in the basin who have a post, the share who have it there.
ui-flow-title = { $from } → { $to }
ui-flow-title-stay = { $basin }: those who stay
ui-flow-pair-is = The sum of all placements between these two basins, occupation by occupation.
ui-flow-arc-potential = The matching at best places here { $people } of the { $supply } people of this supply: diploma of level { $level }, accepted levels { $accepted }; { $km }, within the { $radius } radius of this level.
ui-flow-arc-expected = { $people } of the { $supply } people of this supply are expected here: the root of the product of people and posts that stay single, times the appeal of the journey. Diploma of level { $level }, accepted levels { $accepted }; { $km }, within the { $radius } radius of this level.
ui-flow-schools-is = People of one programme, one route and one basin are not told apart: which establishment they come from is not said.
ui-flow-schools = The supply, by establishment
ui-flow-where = Where the people of this supply go
ui-flow-takers = Who fills these posts
ui-flow-people = Where these people come from
ui-flow-posts = The posts they take
ui-flow-ends = From which basin to which
ui-flow-towards = → { $to } · { $km }
ui-exchange-posts = Who takes its { $people } posts
ui-exchange-people = Where its { $people } leavers go
ui-exchange-others = { $n-n ->
    [one] { $n } other basin
   *[other] { $n } other basins
}
ui-exchange-unfilled = unfilled
ui-exchange-unplaced = without a post
ui-flow-unit-potential = people, at best
ui-flow-unit-expected = people, expected
