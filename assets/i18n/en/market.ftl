# The gap computation: errors, notes to the reader, formulas and their inputs.
market-error-cancelled = The computation was stopped. Nothing changed.
market-error-too-large = The problem is too large to compute ({ $count } elements). Reduce the mobility radius or the territory.
market-error-nothing-to-edit = This territory has no { $what }: nothing to change.
market-error-nothing-observed = { $people-n ->
    [one] { $people } person was observed, but none of these moves is a possibility of this territory: nothing changed. Check basins, programmes and year, or import the sections and the survey of these places.
   *[other] { $people } people were observed, but none of these moves is a possibility of this territory: nothing changed. Check basins, programmes and year, or import the sections and the survey of these places.
}
market-error-estimate-outside = These moves would take the assumption “{ $name }” out of its field, from { $least } to { $most } minutes: nothing changed. Check the basins of the file, or add moves and the people left without a post.
market-no-arc-nobody-trained = nobody leaves this programme or level in this basin
market-no-arc-outside-field = occupation outside the field of the gap
market-no-arc-not-an-outlet = occupation that is no outlet of the programme
market-no-arc-no-post = no post of this occupation wanted in this basin that year
market-no-arc-beyond-radius = beyond the mobility radius of the level
market-calibration-few-people = Fewer than 100 people: the interval is wide, and its own computation uncertain.
market-calibration-many-left-out = More than one person observed in five is left out of the estimate: check the codes of the file, the mobility radii and the data of the territory.
market-calibration-many-secret = More than one person in five comes from secret counts, taken as 2.5: the interval covers all they may hide, from 1 to 4.
market-calibration-not-covered = The basins of training observed train less than four fifths of the leavers of the computation: the others are supposed to behave like them.
market-calibration-at-edge = The interval touches the edge of the field of the assumption: it is cut there.

market-note-no-survey = No "Besoins en main-d’œuvre" survey is imported for this year: the need only counts declared posts.
market-note-older-survey = The { $survey } survey is the newest up to { $year }: it stands for { $year }.
market-note-needs-of-other-years = { $count-n ->
    [one] { $count } post declared for another year than { $year } is not in this gap.
   *[other] { $count } posts declared for other years than { $year } are not in this gap.
}
market-note-survey-unplaced = { $count-n ->
    [one] { $count } industrial survey row names a basin the catalogue does not know and is not counted.
   *[other] { $count } industrial survey rows name a basin the catalogue does not know and are not counted.
}
market-note-no-supply = No training supply is imported: the whole need appears unfilled.
market-note-no-home-supply = The imported training files describe no industrial programme of the territory: the whole need appears unfilled, except by neighbours.
market-note-sections-unusable = { $count-n ->
    [one] { $count } section without usable seats or headcount (blank or placeholder) is not counted.
   *[other] { $count } sections without usable seats or headcount (blank or placeholder) are not counted.
}
market-note-sections-unplaced = { $count-n ->
    [one] { $count } section could not be placed in any basin and is not counted.
   *[other] { $count } sections could not be placed in any basin and are not counted.
}
market-note-older-census = { $count-n ->
    [one] { $count } section of an older census of the same diploma is left out: two censuses are never added.
   *[other] { $count } sections of an older census of the same diploma are left out: two censuses are never added.
}
market-note-apprenticeship-seats = { $count-n ->
    [one] The seats declared by { $count } apprenticeship section only spread the observed regional headcounts; they are never a headcount.
   *[other] The seats declared by { $count } apprenticeship sections only spread the observed regional headcounts; they are never a headcount.
}
market-note-dut-bridge = { $count-n ->
    [one] { $count } DUT section stands for a BUT, its seats shared equally between the parcours of the speciality.
   *[other] { $count } DUT sections stand for BUTs, their seats shared equally between the parcours of the speciality.
}
market-note-pupils-by-region = { $count-n ->
    [one] { $count } regional headcount of pupils is spread by basin population, for want of imported capacities of that kind of diploma.
   *[other] { $count } regional headcounts of pupils are spread by basin population, for want of imported capacities of those kinds of diploma.
}
market-note-spread = { $count-n ->
    [one] Estimated position: { $count } origin is spread over several basins by population.
   *[other] Estimated position: { $count } origins are spread over several basins by population.
}
market-note-without-outlet = { $count-n ->
    [one] { $count } programme leads to no occupation within the gap and is not in the supply.
   *[other] { $count } programmes lead to no occupation within the gap and are not in the supply.
}
market-note-sections-outside = { $count-n ->
    [one] { $count } section outside the industrial catalogue is left aside.
   *[other] { $count } sections outside the industrial catalogue are left aside.
}
market-note-border = { $count-n ->
    [one] { $count } basin is at the border of the data: neighbours within reach have no data in this file.
   *[other] { $count } basins are at the border of the data: neighbours within reach have no data in this file.
}
market-note-final-year-check = { $count-n ->
    [one] Check, school route: the seats of the territory lead to { $seats } final-year pupils, InserJeunes observes { $observed } a year ({ $count } kind of diploma where both are known).
   *[other] Check, school route: the seats of the territory lead to { $seats } final-year pupils, InserJeunes observes { $observed } a year ({ $count } kinds of diploma where both are known).
}
market-note-nearly-nobody = { $count-n ->
    [one] { $count } cell with less than one person within reach of a need of at least one post ({ $posts-n ->
        [one] { $posts } unfilled post
       *[other] { $posts } unfilled posts
    }) counts as “training within reach”: a programme exists, but hardly anyone leaves it.
   *[other] { $count } cells with less than one person within reach of a need of at least one post ({ $posts-n ->
        [one] { $posts } unfilled post
       *[other] { $posts } unfilled posts
    }) count as “training within reach”: a programme exists, but hardly anyone leaves it.
}

market-formula-need = Need for new leavers = the larger of β × (projects − seasonal) and declared posts, by basin and occupation.
market-formula-outside = Outside the gap: non-seasonal projects without required diploma, and of level 7.
market-formula-supply = Supply = final year × (1 − further study) × share holding the diploma × share staying in the field, split equally over outlet occupations. Final year = seats × fill × retention, or observed headcount.
market-formula-matching = Certified matching: most posts filled, then least travel, between programmes and their outlet occupations within the radius of the level. Unfilled = need − filled.

market-term-projects = Recruitment projects
market-term-difficult = Judged difficult
market-term-seasonal = Seasonal
market-term-declared = Declared posts
market-term-need = Need for new leavers
market-term-unskilled = No diploma required
market-term-level7 = Level 7, out of scope
market-term-supply = Leavers available
market-term-filled = Posts filled
market-term-unfilled = Estimated unfilled posts
market-term-no-training = No training within reach
market-term-not-enough = Training within reach, too few leavers
market-term-reachable = Leavers within reach

market-input-cell = { $cell }
market-input-survey = Survey, { $fap }, department { $place }
market-input-survey-secret = Survey, { $fap }, department { $place } (statistical secrecy: 1 to 4 projects)
market-input-declared = Need declared by { $employer }
market-input-beta = β, share of projects that call for a new leaver ({ $scope })
market-input-radius = Mobility radius, level { $scope }
market-input-node = { $programme }, { $route }, { $place }
market-input-section = Section: { $name }
market-input-headcount = Observed regional headcount, spread over basins

market-route-school = school
market-route-apprenticeship = apprenticeship
market-route-continuing = continuing training

market-factor-seats = Seats
market-factor-fill-rate = Fill rate
market-factor-entrants = Entrants
market-factor-retention = Retention until the final year
market-factor-final-year = Final-year headcount
market-factor-spread-share = Share given
market-factor-cohorts = One cohort of those cumulated
market-factor-leaving-share = Share that does not go on studying
market-factor-diploma-rate = Share holding the diploma
market-factor-stays-in-field = Share that stays in the field

market-shrink-narrow = Share observed in the narrow scope
market-shrink-leavers = n, leavers of the narrow scope, whose share weighs n/(n+k)
market-shrink-wider = Share of the wider scope, which weighs k/(n+k)
market-shrink-constant = k, leavers at which both shares weigh the same

market-doubt-first-wishes = { $count-n ->
    [one] { $count } first wish for { $seats } seats: here more seats do not make pupils, the lever is attractiveness.
   *[other] { $count } first wishes for { $seats } seats: here more seats do not make pupils, the lever is attractiveness.
}
market-doubt-wishes = { $count-n ->
    [one] { $count } unranked wish for { $seats } seats: here more seats do not make pupils, the lever is attractiveness.
   *[other] { $count } unranked wishes for { $seats } seats: here more seats do not make pupils, the lever is attractiveness.
}
market-doubt-vacant-seats = { $count-n ->
    [one] { $count } entrant for { $seats } seats: seats stay vacant, and more would too.
   *[other] { $count } entrants for { $seats } seats: seats stay vacant, and more would too.
}
market-doubt-dut-bridge = A DUT section standing for a BUT: years of study and further study are those of the BUT.
market-doubt-spread = Estimated position: the seat is shared over the basins of the department or region.
market-doubt-further-study = Further study is not measured in the region: the value rests on an estimate.

# Shortages: few people can take these posts, wherever they are placed.
market-shortage = { $posts-n ->
    [0] Less than one post { $what } { $where } can be reached { $who }.
    [one] { $posts } post { $what } { $where } can be reached { $who }.
   *[other] { $posts } posts { $what } { $where } can be reached { $who }.
}
market-shortage-occupation = of “{ $name }”
market-shortage-occupations = { $count-n ->
    [one] of “{ $name }” and one other occupation
   *[other] of “{ $name }” and { $count } other occupations
}
market-shortage-basin = in the basin “{ $name }”
market-shortage-basins = in { $count } basins
market-shortage-basins-context = { $context-n ->
    [one] in { $count } basins, one of them outside the territory,
   *[other] in { $count } basins, { $context } of them outside the territory,
}
market-shortage-nobody = by no leaver
market-shortage-people = { $people-n ->
    [0] only by less than one leaver { $from }
    [one] only by { $people } leaver { $from }
   *[other] only by { $people } leavers { $from }
}
market-shortage-sections = { $count-n ->
    [one] of one section
   *[other] of { $count } sections
}
market-shortage-headcounts = { $count-n ->
    [one] of one regional headcount
   *[other] of { $count } regional headcounts
}
market-shortage-both = { $sections } and { $headcounts }
market-part-further-study = Further study
market-part-evaporation = Leaving the field
market-part-failure = Drop-out or failure
market-part-vacant-seats = Vacant seats
market-part-distance = Distance
market-part-level = Unsuited level
market-part-adjacent = Adjacent occupation not drawn on
market-part-no-training = No training
market-part-not-enough = Too little training
market-skill-ouvrier_non_qualifie = Unskilled workers
market-skill-ouvrier_qualifie = Skilled workers
market-skill-technicien_am = Technicians and supervisors
market-skill-ingenieur_cadre = Engineers and managers
