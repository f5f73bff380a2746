# Texts of the training supply: value of seats, sheet of a programme.

ui-training-supplies = Supply
ui-training-seats = Value of a seat
ui-training-headcounts = Regional headcounts
ui-values-waiting = The value of seats is being computed. If it was stopped, F5 starts it again.
ui-lot = Seats more or less
ui-lot-help = Each lot is a new computation: the gains of two sections, or of two lots, do not add up.
ui-lot-seats = { $n-n ->
    [one] { $lot } seat
   *[other] { $lot } seats
}
ui-lot-pupils = { $n-n ->
    [one] { $lot } pupil
   *[other] { $lot } pupils
}
ui-column-establishment = Establishment
ui-column-region = Region
ui-column-rank = Rank
ui-column-rank-help = 1 for the section where one more seat fills most posts; regional headcounts have a rank of their own.
ui-column-gain = { $lot }
ui-column-gain-help = More posts filled each year, in steady state, in the territory and its neighbours. Range: the least and the most of the five computations.
ui-column-each = Leavers a seat
ui-column-each-help = Leavers available in their field that a seat brings each year.
ui-column-first-leavers = First leavers
ui-column-first-leavers-help = June of the first leavers of a seat opened at the first possible rentrée.
ui-column-unplaced = Without a post
ui-column-unplaced-help = Leavers more who would find no post.
ui-column-euros = € a post
ui-column-euros-help = Cost of the seats over their years of study, per post filled more. Nothing without a cost among the assumptions.
ui-column-doubts = Doubts
ui-doubts = { $n-n ->
    [one] { $n } doubt
   *[other] { $n } doubts
}
ui-column-counted = Counted by
ui-column-counted-help = The best section behind the line; without a section, the regional headcount, counted by final-year pupil.
ui-counted-seat = seat
ui-counted-final-year = final-year pupil
ui-column-not-placed = Without a post
ui-column-not-placed-help = Leavers in their field whom the matching places in no post.
ui-column-placed-from-here-help = People of this programme whom the matching places in this occupation.
ui-central-only = at the central value
ui-open-range = { $low } or more
ui-euros = €{ $central }
ui-euros-between = €{ $central } ({ $low }–{ $high })
ui-euros-open = €{ $central } ({ $low } or more)
ui-programme-intro = { $years-n ->
    [one] Level { $level } · 1 year of study · code { $code }
   *[other] Level { $level } · { $years } years of study · code { $code }
}
ui-programme-intro-short = Level { $level } · code { $code }
ui-programme-basins = By basin
ui-programme-flows = Who goes where
ui-seat-headcount = Regional headcount: { $region }
ui-seat-rank-of = { $rank } of { $n }
ui-seat-rentree = First possible rentrée
ui-seat-first-leavers = First leavers
ui-seat-june = June { $year }
ui-seat-cost = Cost of a seat, all years
ui-seat-funnel = From the seat to the leaver
ui-seat-left = { $people } left a seat
ui-seat-each = Leavers in their field, a seat
ui-seat-lots = More posts filled each year
ui-seat-lots-help = Each line is a new computation; the gains of two sections do not add up.
ui-seat-brought = leavers more: { $leavers }, of whom without a post: { $unplaced }
ui-seat-lost = leavers less: { $leavers }, of whom were without a post: { $unplaced }
ui-seat-euros = { $euros } a post
ui-seat-years = Year by year, { $lot }
ui-seat-where = Where these leavers would go
ui-seat-receivers = { $lot }
ui-seat-nowhere = No post more would be filled: these leavers would find no free post within reach.
ui-seat-source = Source
ui-supply-outlets = Outlets: { $outlets }
