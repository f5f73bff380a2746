//! Limits on groups of arcs against an exhaustive search, a min-cost flow by shortest paths, and corrupted solutions.

use proptest::prelude::*;
use releve::domain::progress::Unattended;
use releve::engine::{Arc, CertificateError, EngineError, Limit, Problem, Solution, certify, solve};

fn limit(arcs: &[u32], at_most: i64) -> Limit {
    Limit {
        arcs: arcs.to_vec(),
        at_most,
    }
}

fn problem(supplies: &[i64], demands: &[i64], arcs: &[(u32, u32, u32)], limits: &[Limit]) -> Problem {
    let arc = |&(supply, demand, cost): &(u32, u32, u32)| Arc { supply, demand, cost };
    Problem {
        supplies: supplies.to_vec(),
        demands: demands.to_vec(),
        arcs: arcs.iter().map(arc).collect(),
        limits: limits.to_vec(),
    }
}

fn solved(problem: &Problem) -> Solution {
    solve(problem, &Unattended).unwrap()
}

fn figures(problem: &Problem) -> (i64, i128) {
    let solution = solved(problem);
    (solution.filled, solution.mismatch)
}

/// Every matching there is within the limits: most filled, then least mismatch.
fn exhaustive(problem: &Problem) -> (i64, i128) {
    fn search(problem: &Problem, flows: &mut Vec<i64>, left: &mut [i64], open: &mut [i64]) -> (i64, i128) {
        let n = flows.len();
        let Some(&Arc { supply, demand, cost }) = problem.arcs.get(n) else {
            return (0, 0);
        };
        let (s, d) = (supply as usize, demand as usize);
        let own = problem
            .limits
            .iter()
            .filter(|l| l.arcs.iter().any(|&a| a as usize == n));
        let room = own.map(|l| l.at_most - l.arcs.iter().filter_map(|&a| flows.get(a as usize)).sum::<i64>());
        let most = room.chain([left[s], open[d]]).min().unwrap();
        let mut best = (-1, 0);
        for flow in 0..=most {
            left[s] -= flow;
            open[d] -= flow;
            flows.push(flow);
            let (filled, mismatch) = search(problem, flows, left, open);
            flows.pop();
            left[s] += flow;
            open[d] += flow;
            let found = (filled + flow, mismatch + i128::from(cost) * i128::from(flow));
            if found.0 > best.0 || found.0 == best.0 && found.1 < best.1 {
                best = found;
            }
        }
        best
    }
    let (mut left, mut open) = (problem.supplies.clone(), problem.demands.clone());
    search(problem, &mut Vec::new(), &mut left, &mut open)
}

struct Edge {
    from: usize,
    to: usize,
    room: i64,
    cost: i64,
}

/// Limits of one side that an arc passes, from the widest.
fn chain(problem: &Problem, arc: u32, of_supply: bool) -> Vec<usize> {
    let own = |l: &usize| problem.limits[*l].arcs.contains(&arc) && side(problem, &problem.limits[*l]) == of_supply;
    let mut gates: Vec<usize> = (0..problem.limits.len()).filter(own).collect();
    gates.sort_by_key(|&l| (std::cmp::Reverse(problem.limits[l].arcs.len()), l));
    gates
}

/// Whether the arcs of a limit share their supply; else they share their demand.
fn side(problem: &Problem, limit: &Limit) -> bool {
    let mut supplies = limit.arcs.iter().map(|&a| problem.arcs[a as usize].supply);
    let first = supplies.next();
    supplies.all(|supply| Some(supply) == first)
}

/// Most filled, then least mismatch, by successive shortest paths (Bellman–Ford) on a network where each limit is an edge of that capacity.
fn oracle(problem: &Problem) -> (i64, i128) {
    let (supplies, demands) = (problem.supplies.len(), problem.demands.len());
    let gate = supplies + demands;
    let (source, sink) = (gate + 2 * problem.limits.len(), gate + 2 * problem.limits.len() + 1);
    let mut edges = Vec::new();
    let mut join = |from, to, room, cost| {
        edges.push(Edge { from, to, room, cost });
        edges.push(Edge {
            from: to,
            to: from,
            room: 0,
            cost: -cost,
        });
    };
    for (s, &people) in problem.supplies.iter().enumerate() {
        join(source, s, people, 0);
    }
    for (d, &posts) in problem.demands.iter().enumerate() {
        join(supplies + d, sink, posts, 0);
    }
    for (l, limit) in problem.limits.iter().enumerate() {
        join(gate + 2 * l, gate + 2 * l + 1, limit.at_most, 0);
    }
    for (n, arc) in (0_u32..).zip(&problem.arcs) {
        // The cost stands between the gates of the supply and those of the demand, where the arc is alone.
        let mut from = arc.supply as usize;
        for l in chain(problem, n, true) {
            join(from, gate + 2 * l, i64::MAX / 2, 0);
            from = gate + 2 * l + 1;
        }
        let mut cost = i64::from(arc.cost);
        for l in chain(problem, n, false).into_iter().rev() {
            join(from, gate + 2 * l, i64::MAX / 2, cost);
            (from, cost) = (gate + 2 * l + 1, 0);
        }
        join(from, supplies + arc.demand as usize, i64::MAX / 2, cost);
    }
    let (mut filled, mut mismatch) = (0, 0_i128);
    while let Some((path, cost)) = cheapest(&edges, source, sink) {
        let amount = path.iter().map(|&e| edges[e].room).min().unwrap();
        for e in path {
            edges[e].room -= amount;
            edges[e ^ 1].room += amount;
        }
        filled += amount;
        mismatch += i128::from(amount) * i128::from(cost);
    }
    (filled, mismatch)
}

fn cheapest(edges: &[Edge], source: usize, sink: usize) -> Option<(Vec<usize>, i64)> {
    let mut best = vec![None; sink + 1];
    let mut came = vec![usize::MAX; sink + 1];
    best[source] = Some(0_i64);
    let mut moved = true;
    while std::mem::take(&mut moved) {
        for (e, edge) in edges.iter().enumerate().filter(|(_, e)| e.room > 0) {
            let Some(base) = best[edge.from] else { continue };
            if best[edge.to].is_none_or(|known| base + edge.cost < known) {
                best[edge.to] = Some(base + edge.cost);
                came[edge.to] = e;
                moved = true;
            }
        }
    }
    let cost = best[sink]?;
    let mut path = Vec::new();
    let mut node = sink;
    while node != source {
        path.push(came[node]);
        node = edges[came[node]].from;
    }
    Some((path, cost))
}

/// A limit as drawn: one end of some arc, which arcs of that end, and how many people.
type Drawn = (bool, usize, u64, i64);

/// Adds those of the drawn limits that do not cross an earlier one.
fn with_limits(mut problem: Problem, drawn: Vec<Drawn>) -> Problem {
    for (of_supply, at, mask, at_most) in drawn {
        let Some(pivot) = problem.arcs.get(at % problem.arcs.len().max(1)).copied() else {
            continue;
        };
        let shares = |a: &Arc| {
            if of_supply {
                a.supply == pivot.supply
            } else {
                a.demand == pivot.demand
            }
        };
        let arcs = (0_u32..)
            .zip(&problem.arcs)
            .filter(|(n, a)| shares(a) && mask >> (n % 64) & 1 == 1);
        let new = limit(&arcs.map(|(n, _)| n).collect::<Vec<_>>(), at_most);
        let crosses = |old: &Limit| {
            let common = old.arcs.iter().filter(|a| new.arcs.contains(a)).count();
            side(&problem, old) == side(&problem, &new) && common > 0 && common < old.arcs.len().min(new.arcs.len())
        };
        if new.arcs.is_empty() || !problem.limits.iter().any(crosses) {
            problem.limits.push(new);
        }
    }
    problem
}

fn problems(nodes: usize, most: i64, arcs: usize, limits: usize) -> impl Strategy<Value = Problem> {
    (1..=nodes, 1..=nodes).prop_flat_map(move |(supplies, demands)| {
        let arc = (0..supplies, 0..demands, 0..30_u32).prop_map(|(s, d, cost)| Arc {
            supply: u32::try_from(s).unwrap(),
            demand: u32::try_from(d).unwrap(),
            cost: cost.saturating_sub(8),
        });
        let drawn = (any::<bool>(), any::<usize>(), any::<u64>(), 0..=most);
        (
            prop::collection::vec(0..=most, supplies),
            prop::collection::vec(0..=most, demands),
            prop::collection::vec(arc, 0..=arcs),
            prop::collection::vec(drawn, 0..=limits),
        )
            .prop_map(|(supplies, demands, arcs, drawn)| {
                let limits = Vec::new();
                with_limits(
                    Problem {
                        supplies,
                        demands,
                        arcs,
                        limits,
                    },
                    drawn,
                )
            })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn small_problems_match_an_exhaustive_search(p in problems(3, 3, 6, 4)) {
        prop_assert_eq!(figures(&p), exhaustive(&p));
    }

    #[test]
    fn larger_problems_match_successive_shortest_paths(p in problems(12, 40, 120, 30)) {
        prop_assert_eq!(figures(&p), oracle(&p));
    }

    #[test]
    fn the_order_of_arcs_does_not_matter(
        (p, order) in problems(8, 9, 30, 8).prop_flat_map(|p| {
            let order: Vec<usize> = (0..p.arcs.len()).collect();
            (Just(p), Just(order).prop_shuffle())
        })
    ) {
        let mut other = p.clone();
        for (new, &old) in order.iter().enumerate() {
            other.arcs[new] = p.arcs[old];
        }
        let place = |old: u32| order.iter().position(|&o| o == old as usize).unwrap();
        for limit in &mut other.limits {
            limit.arcs = limit.arcs.iter().map(|&a| u32::try_from(place(a)).unwrap()).collect();
        }
        let (one, two) = (solved(&p), solved(&other));
        let by_ends = |p: &Problem, s: &Solution| {
            let mut pairs = std::collections::BTreeMap::new();
            for (a, &flow) in p.arcs.iter().zip(&s.flows) {
                *pairs.entry((a.supply, a.demand, a.cost)).or_insert(0) += flow;
            }
            pairs
        };
        prop_assert_eq!(by_ends(&p, &one), by_ends(&other, &two));
    }

    #[test]
    fn a_wider_limit_saves_at_most_its_dual(p in problems(6, 9, 15, 5), at in 0..5_usize) {
        if p.limits.is_empty() {
            return Ok(());
        }
        let before = solved(&p);
        let mut wider = p.clone();
        let widened = at % p.limits.len();
        wider.limits[widened].at_most += 1;
        let after = solved(&wider);
        let worth = |s: &Solution| {
            i128::from(before.unfilled_cost) * i128::from(s.unfilled.iter().sum::<i64>()) + s.mismatch
        };
        prop_assert!(worth(&before) - worth(&after) <= i128::from(before.limit_duals[widened]));
        prop_assert!(after.filled >= before.filled);
    }
}

/// Two basins, the near one dear to leave: a mobility cap keeps people unused, a commitment cap keeps posts unfilled, and both bind at once.
#[test]
fn a_cap_on_mobility_and_a_commitment_bind_together() {
    let arcs = [(0, 0, 0), (0, 1, 50), (0, 2, 60), (1, 1, 10), (2, 1, 20)];
    let limits = [limit(&[1, 2], 3), limit(&[1, 3, 4], 4), limit(&[3], 1)];
    let p = problem(&[10, 5, 5], &[2, 9, 9], &arcs, &limits);
    let s = solved(&p);
    assert_eq!(s.flows, [2, 0, 3, 1, 3]);
    assert_eq!(
        (s.unused.as_slice(), s.unfilled.as_slice()),
        ([5, 4, 2].as_slice(), [0, 5, 6].as_slice())
    );
    assert_eq!((s.filled, s.mismatch), (9, 3 * 60 + 10 + 3 * 20));
    let proof = certify(&p, &s).unwrap();
    assert_eq!(proof.cut.value, 9);
    assert_eq!((proof.cut.demands, proof.cut.limits), (vec![0], vec![0, 1]));
}

#[test]
fn awkward_limits_have_the_expected_figures() {
    let square = [(0, 0, 5), (0, 1, 3), (1, 0, 0), (1, 1, 0)];
    let cases: [(&str, Vec<Limit>, (i64, i128)); 7] = [
        ("none at all", vec![], (4, 6)),
        ("an empty group", vec![limit(&[], 0)], (4, 6)),
        ("nobody may pass", vec![limit(&[0, 1], 0)], (2, 0)),
        ("beyond any headcount", vec![limit(&[0, 1], i64::MAX)], (4, 6)),
        (
            "the same group twice",
            vec![limit(&[0, 1], 1), limit(&[1, 0], 2)],
            (3, 3),
        ),
        (
            "one in another in another",
            vec![limit(&[1], 1), limit(&[0, 1], 2)],
            (4, 8),
        ),
        (
            "one arc under four limits",
            vec![limit(&[1], 2), limit(&[1, 3], 1), limit(&[0, 1], 2), limit(&[0], 1)],
            (3, 3),
        ),
    ];
    for (name, limits, expected) in cases {
        let p = problem(&[2, 2], &[2, 2], &square, &limits);
        assert_eq!((name, exhaustive(&p)), (name, expected));
        assert_eq!((name, figures(&p)), (name, expected));
    }
}

#[test]
fn ill_formed_limits_are_refused() {
    let arcs = [(0, 0, 1), (0, 1, 1), (1, 0, 1), (1, 1, 1), (0, 2, 1)];
    let cases = [
        (
            vec![limit(&[0], 1), limit(&[1], -1)],
            EngineError::NegativeLimit { index: 1, value: -1 },
        ),
        (vec![limit(&[5], 1)], EngineError::LimitArc { index: 0 }),
        (vec![limit(&[1, 1], 1)], EngineError::LimitArc { index: 0 }),
        (vec![limit(&[0, 3], 1)], EngineError::LimitEnds { index: 0 }),
        (
            vec![limit(&[0, 1], 1), limit(&[1, 4], 1)],
            EngineError::LimitsCross { index: 1 },
        ),
        (
            vec![limit(&[1, 4], 1), limit(&[0, 1, 4], 1), limit(&[0, 1], 1)],
            EngineError::LimitsCross { index: 2 },
        ),
    ];
    for (limits, expected) in cases {
        let p = problem(&[3, 3], &[3, 3, 3], &arcs, &limits);
        assert_eq!(solve(&p, &Unattended), Err(expected.clone()));
        let free = solved(&Problem {
            limits: Vec::new(),
            ..p.clone()
        });
        let claimed = Solution {
            limit_duals: vec![0; p.limits.len()],
            ..free
        };
        if !matches!(expected, EngineError::NegativeLimit { .. }) {
            assert_eq!(certify(&p, &claimed), Err(CertificateError::Limits));
        }
    }
    let dear = problem(&[1], &[1], &[(0, 0, u32::MAX)], &[limit(&[0], 1)]);
    assert_eq!(solve(&dear, &Unattended), Err(EngineError::Overflow));
}

/// Two people, two posts; one may take the near post only.
fn proved() -> (Problem, Solution) {
    let arcs = [(0, 0, 5), (0, 1, 3), (1, 1, 4)];
    let p = problem(&[3, 1], &[2, 3], &arcs, &[limit(&[1, 2], 2), limit(&[0], 2)]);
    let s = solved(&p);
    assert_eq!(
        (s.filled, s.mismatch, s.flows.as_slice()),
        (4, 17, [2, 1, 1].as_slice())
    );
    (p, s)
}

#[test]
fn every_corruption_of_a_limit_is_caught() {
    type Corruption = fn(&mut Problem, &mut Solution);
    let cases: [(&str, Corruption, CertificateError); 6] = [
        (
            "a dual missing",
            |_, s| s.limit_duals.truncate(1),
            CertificateError::Shape,
        ),
        (
            "a limit exceeded",
            |p, _| p.limits[0].at_most = 1,
            CertificateError::LimitExceeded { limit: 0, carried: 2 },
        ),
        (
            "a negative dual",
            |_, s| s.limit_duals[1] = -1,
            CertificateError::LimitDual { limit: 1 },
        ),
        (
            "a dual without a reason",
            |p, s| {
                p.limits[1].at_most = 3;
                s.limit_duals[1] = 1;
            },
            CertificateError::LimitSlackness { limit: 1 },
        ),
        (
            "a dual too high",
            |_, s| s.limit_duals[0] += 1,
            CertificateError::ArcSlackness { arc: 1 },
        ),
        (
            "a dual too low",
            |_, s| s.limit_duals[0] -= 1,
            CertificateError::ReducedCost { arc: 1 },
        ),
    ];
    for (name, corrupt, expected) in cases {
        let (mut p, mut s) = proved();
        assert!(s.limit_duals[0] > 0);
        corrupt(&mut p, &mut s);
        assert_eq!(certify(&p, &s), Err(expected), "{name}");
    }
}

/// Nobody placed under a limit that would let them through: the cut must see it.
#[test]
fn a_fill_below_what_the_limits_allow_is_caught() {
    let p = problem(
        &[2, 2],
        &[1, 1],
        &[(0, 0, 10), (0, 1, 10), (1, 0, 10)],
        &[limit(&[0, 1], 1)],
    );
    let nothing = Solution {
        flows: vec![0, 0, 0],
        unused: vec![2, 2],
        unfilled: vec![1, 1],
        filled: 0,
        mismatch: 0,
        unfilled_cost: 5,
        supply_duals: vec![0, 0],
        demand_duals: vec![5, 5],
        limit_duals: vec![0],
        tie_salt: 0,
        supply_ties: vec![0; 2],
        demand_ties: vec![0; 2],
    };
    assert!(matches!(
        certify(&p, &nothing),
        Err(CertificateError::NotMaximum { .. })
    ));
    // The only place under the limit is taken where someone else could be: giving it up frees it for the other post.
    let one = Solution {
        flows: vec![1, 0, 0],
        unused: vec![1, 2],
        unfilled: vec![0, 1],
        filled: 1,
        mismatch: 10,
        unfilled_cost: 10,
        supply_duals: vec![0, 0],
        demand_duals: vec![10, 10],
        limit_duals: vec![0],
        tie_salt: 0,
        supply_ties: vec![0; 2],
        demand_ties: vec![0; 2],
    };
    assert_eq!(certify(&p, &one), Err(CertificateError::NotMaximum { demand: 1 }));
}
