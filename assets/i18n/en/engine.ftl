# Matching engine.
engine-error-negative = A negative headcount reached the matching. Check the data with “releve check”.
engine-error-arc = A matching possibility leaves the problem. This is a defect of the program; your data are intact.
engine-error-limits = Two limits of the matching cross, or one covers possibilities that share neither a programme nor a post. This is a defect of the program; your data are intact.
engine-error-overflow = Headcounts exceed the bounds of the exact computation. Check the data with “releve check”.
engine-error-cancelled = Computation stopped at your request. The last results shown remain valid for their revision.
engine-error-unproved = The result of the computation failed its proof ({ $detail }) and is not shown. This is a defect of the program; your data are intact.
engine-error-parameters = The matching noise must be positive and the surplus a number. Correct the assumptions “match-surplus” and “match-noise”.
engine-error-not-balanced = The expected matching is not balanced after { $count } passes. Raise the assumption “match-noise” or lower “match-surplus”.
engine-error-nobody-matched = None of the people observed found a post in the field: the surplus of a match cannot be estimated. Add observed moves.
engine-error-everybody-matched = All the people observed found a post in the field: the surplus of a match cannot be estimated. Add the people left without a post, with an empty basin of work.
engine-error-equal-costs = All matching possibilities cost the same journey: moves do not tell how much distance matters. Extend the territory or the mobility radii.
engine-error-beyond-potential = More people are placed in the observations than the territory can place. Check the year, or add the missing needs and the people left without a post.
engine-error-no-travel = All the people observed work as near as can be: moves do not tell how much distance matters. Add longer moves.
engine-error-cost-attracts = The people observed go far at least as often as chance would take them: the costs of the model do not describe them. Check the basins of the file.
engine-error-no-estimate = No pair of parameters gives the observed moves. Check the file: too few people, or moves of another territory.
engine-error-plan = The planning problem is ill-formed ({ $detail }). This is a defect of the program; your data are intact.
engine-error-no-plan = No plan respects these constraints together: { $rows-n ->
    [0] no rule
    [one] { $rows } rule
   *[other] { $rows } rules
}, { $floors-n ->
    [0] no floor
    [one] { $floors } floor
   *[other] { $floors } floors
} and { $locks-n ->
    [0] no locked choice
    [one] { $locks } locked choice
   *[other] { $locks } locked choices
}. Giving up any one of them is enough to lift this conflict.
