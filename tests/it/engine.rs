//! The engine against independent oracles, corrupted solutions and awkward problems.

mod canonical;
mod knapsack;
mod plan;
mod plan_milp;
mod plan_oracle;
mod solver;

use std::collections::BTreeMap;

use proptest::prelude::*;
use releve::domain::progress::Unattended;
use releve::engine::{Arc, CertificateError, EngineError, Problem, Solution, certify, solve};

use crate::impatient::Impatient;

fn problem(supplies: &[i64], demands: &[i64], arcs: &[(u32, u32, u32)]) -> Problem {
    let arc = |&(supply, demand, cost): &(u32, u32, u32)| Arc { supply, demand, cost };
    Problem {
        supplies: supplies.to_vec(),
        demands: demands.to_vec(),
        arcs: arcs.iter().map(arc).collect(),
        limits: Vec::new(),
    }
}

fn solved(problem: &Problem) -> Solution {
    solve(problem, &Unattended).unwrap()
}

fn figures(problem: &Problem) -> (i64, i128) {
    let solution = solved(problem);
    (solution.filled, solution.mismatch)
}

/// People per (supply, demand), duplicates of an arc together.
fn matched(problem: &Problem, solution: &Solution) -> BTreeMap<(u32, u32), i64> {
    let mut pairs = BTreeMap::new();
    for (arc, &flow) in problem.arcs.iter().zip(&solution.flows).filter(|(_, f)| **f > 0) {
        *pairs.entry((arc.supply, arc.demand)).or_default() += flow;
    }
    pairs
}

/// Most filled, then least mismatch, by successive shortest augmenting paths (Bellman–Ford): no tree, no M, no potential.
fn oracle(problem: &Problem) -> (i64, i128) {
    let mut flows = vec![0_i64; problem.arcs.len()];
    let mut unused = problem.supplies.clone();
    let mut unfilled = problem.demands.clone();
    while let Some(path) = cheapest_path(problem, &flows, &unused, &unfilled) {
        let (first, last) = (path[0].0, path[path.len() - 1].0);
        let (start, end) = (problem.arcs[first].supply as usize, problem.arcs[last].demand as usize);
        let backward = path.iter().filter(|(_, forward)| !forward).map(|&(arc, _)| flows[arc]);
        let amount = backward.chain([unused[start], unfilled[end]]).min().unwrap();
        for (arc, forward) in path {
            flows[arc] += if forward { amount } else { -amount };
        }
        unused[start] -= amount;
        unfilled[end] -= amount;
    }
    let costs = problem.arcs.iter().zip(&flows);
    let mismatch = costs.map(|(a, &f)| i128::from(a.cost) * i128::from(f)).sum();
    (flows.iter().sum(), mismatch)
}

/// Arcs from unused people to an unfilled post, with their direction.
fn cheapest_path(problem: &Problem, flows: &[i64], unused: &[i64], unfilled: &[i64]) -> Option<Vec<(usize, bool)>> {
    let supplies = unused.len();
    let mut best: Vec<Option<i64>> = vec![None; supplies + unfilled.len()];
    let mut came: Vec<Option<(usize, bool)>> = vec![None; best.len()];
    for (s, _) in unused.iter().enumerate().filter(|(_, left)| **left > 0) {
        best[s] = Some(0);
    }
    let mut moved = true;
    while std::mem::take(&mut moved) {
        for (i, arc) in problem.arcs.iter().enumerate() {
            let (s, d, cost) = (arc.supply as usize, supplies + arc.demand as usize, i64::from(arc.cost));
            for (from, to, cost, open, forward) in [(s, d, cost, true, true), (d, s, -cost, flows[i] > 0, false)] {
                let Some(base) = best[from].filter(|_| open) else {
                    continue;
                };
                if best[to].is_none_or(|known| base + cost < known) {
                    best[to] = Some(base + cost);
                    came[to] = Some((i, forward));
                    moved = true;
                }
            }
        }
    }
    let ends = (0..unfilled.len()).filter(|&d| unfilled[d] > 0 && best[supplies + d].is_some());
    let mut node = supplies + ends.min_by_key(|&d| best[supplies + d])?;
    let mut path = Vec::new();
    while let Some((arc, forward)) = came[node] {
        path.push((arc, forward));
        let a = &problem.arcs[arc];
        node = if forward {
            a.supply as usize
        } else {
            supplies + a.demand as usize
        };
    }
    path.reverse();
    Some(path)
}

/// Every matching there is: most filled, then least mismatch.
fn exhaustive(problem: &Problem) -> (i64, i128) {
    fn search(problem: &Problem, arc: usize, left: &mut [i64], open: &mut [i64]) -> (i64, i128) {
        let Some(&Arc { supply, demand, cost }) = problem.arcs.get(arc) else {
            return (0, 0);
        };
        let (s, d) = (supply as usize, demand as usize);
        let mut best = (-1, 0);
        for flow in 0..=left[s].min(open[d]) {
            left[s] -= flow;
            open[d] -= flow;
            let (filled, mismatch) = search(problem, arc + 1, left, open);
            left[s] += flow;
            open[d] += flow;
            let found = (filled + flow, mismatch + i128::from(cost) * i128::from(flow));
            if found.0 > best.0 || found.0 == best.0 && found.1 < best.1 {
                best = found;
            }
        }
        best
    }
    search(problem, 0, &mut problem.supplies.clone(), &mut problem.demands.clone())
}

fn problems(nodes: usize, most: i64, arcs: usize) -> impl Strategy<Value = Problem> {
    (1..=nodes, 1..=nodes).prop_flat_map(move |(supplies, demands)| {
        let arc = (0..supplies, 0..demands, 0..30_u32).prop_map(|(s, d, cost)| Arc {
            supply: u32::try_from(s).unwrap(),
            demand: u32::try_from(d).unwrap(),
            cost,
        });
        (
            prop::collection::vec(0..=most, supplies),
            prop::collection::vec(0..=most, demands),
            prop::collection::vec(arc, 0..=arcs),
        )
            .prop_map(|(supplies, demands, arcs)| Problem {
                supplies,
                demands,
                arcs,
                limits: Vec::new(),
            })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn small_problems_match_an_exhaustive_search(p in problems(3, 3, 5)) {
        prop_assert_eq!(figures(&p), exhaustive(&p));
    }

    // Large enough for several blocks of arcs: people placed early must be able to give way.
    #[test]
    fn larger_problems_match_successive_shortest_paths(p in problems(30, 40, 400)) {
        prop_assert_eq!(figures(&p), oracle(&p));
    }

    #[test]
    fn the_order_of_arcs_does_not_matter(
        (p, shuffled) in problems(8, 9, 30).prop_flat_map(|p| {
            let arcs = Just(p.arcs.clone()).prop_shuffle();
            (Just(p), arcs)
        })
    ) {
        let other = Problem { arcs: shuffled, ..p.clone() };
        prop_assert_eq!(matched(&p, &solved(&p)), matched(&other, &solved(&other)));
    }

    #[test]
    fn a_repeated_arc_changes_nothing(p in problems(6, 9, 15)) {
        let dearer = p.arcs.iter().map(|a| Arc { cost: a.cost + 1, ..*a });
        let mut twice = p.clone();
        twice.arcs = p.arcs.iter().copied().chain(p.arcs.iter().copied()).chain(dearer).collect();
        prop_assert_eq!(matched(&p, &solved(&p)), matched(&twice, &solved(&twice)));
    }

    #[test]
    fn cutting_a_supply_in_parts_changes_no_figure(p in problems(6, 40, 15), at in 0..6_usize, parts in 2..5_i64) {
        let whole = at % p.supplies.len();
        let mut cut = p.clone();
        let part = p.supplies[whole] / parts;
        cut.supplies[whole] -= part * (parts - 1);
        let own: Vec<Arc> = p.arcs.iter().filter(|a| a.supply as usize == whole).copied().collect();
        for _ in 1..parts {
            let supply = u32::try_from(cut.supplies.len()).unwrap();
            cut.supplies.push(part);
            cut.arcs.extend(own.iter().map(|a| Arc { supply, ..*a }));
        }
        let (one, many) = (solved(&p), solved(&cut));
        prop_assert_eq!((one.filled, one.mismatch, &one.unfilled), (many.filled, many.mismatch, &many.unfilled));
    }

    #[test]
    fn more_people_never_fill_fewer_posts(p in problems(8, 20, 30), at in 0..8_usize, more in 1..30_i64) {
        let mut richer = p.clone();
        let supply = at % p.supplies.len();
        richer.supplies[supply] += more;
        let (before, after) = (figures(&p).0, figures(&richer).0);
        prop_assert!(before <= after && after <= before + more, "{before} then {after}");
    }

    #[test]
    fn the_dual_of_a_supply_is_the_worth_of_one_more(p in problems(6, 9, 15), at in 0..6_usize) {
        let supply = at % p.supplies.len();
        let before = solved(&p);
        let mut richer = p.clone();
        richer.supplies[supply] += 1;
        let after = solved(&richer);
        let worth = |s: &Solution| {
            i128::from(before.unfilled_cost) * i128::from(s.unfilled.iter().sum::<i64>()) + s.mismatch
        };
        // Exact for the cost M of an unfilled post the first solve used, when the second fills most at that cost too.
        if after.unfilled_cost == before.unfilled_cost {
            prop_assert_eq!(worth(&before) - worth(&after), i128::from(before.supply_duals[supply]));
        }
    }
}

#[test]
fn awkward_problems_have_the_expected_figures() {
    let billion = 1_000_000_000_000;
    let cases = [
        ("nothing at all", problem(&[], &[], &[]), (0, 0)),
        ("people and no post", problem(&[5], &[], &[]), (0, 0)),
        ("posts and nobody", problem(&[], &[5], &[]), (0, 0)),
        ("no arc", problem(&[5, 6], &[7], &[]), (0, 0)),
        (
            "nobody at a supply",
            problem(&[0, 3], &[4], &[(0, 0, 1), (1, 0, 2)]),
            (3, 6),
        ),
        (
            "no post at a demand",
            problem(&[3], &[0, 2], &[(0, 0, 0), (0, 1, 5)]),
            (2, 10),
        ),
        (
            "zero everywhere",
            problem(&[0, 0], &[0], &[(0, 0, 1), (1, 0, 1)]),
            (0, 0),
        ),
        (
            "a billion people",
            problem(&[billion], &[billion], &[(0, 0, 1900)]),
            (billion, i128::from(billion) * 1900),
        ),
        (
            "free arcs only",
            problem(&[2, 2], &[3, 3], &[(0, 0, 0), (0, 1, 0), (1, 0, 0)]),
            (4, 0),
        ),
        (
            "the dear arc fills more",
            problem(&[1, 1], &[1, 1], &[(0, 0, 0), (0, 1, 900), (1, 0, 0)]),
            (2, 900),
        ),
        (
            "duplicates take the cheapest",
            problem(&[2], &[2], &[(0, 0, 9), (0, 0, 4), (0, 0, 4)]),
            (2, 8),
        ),
        (
            "largest costs",
            problem(&[7], &[7], &[(0, 0, u32::MAX)]),
            (7, 7 * i128::from(u32::MAX)),
        ),
    ];
    for (name, problem, expected) in cases {
        assert_eq!(figures(&problem), expected, "{name}");
    }
}

/// Filling the last post makes everyone along a chain move from a free post to the dearest: no moderate cost of an unfilled post pays that.
#[test]
fn a_post_is_filled_at_any_price() {
    let links = 60_u32;
    let mut arcs = Vec::new();
    for i in 0..links {
        arcs.push((i, i, 0));
        arcs.push((i, i + 1, 1000));
    }
    // A person more at the head of the chain, who can only take the first post.
    arcs.push((links, 0, 0));
    let chain = problem(&[1; 61], &[1; 61], &arcs);
    let solution = solved(&chain);
    assert_eq!((solution.filled, solution.mismatch), (61, 60_000));
    assert_eq!(solution.unfilled_cost, 62 * 1000 + 1);
    assert_eq!(oracle(&chain), (61, 60_000));
}

#[test]
fn supplies_with_the_same_arcs_share_in_proportion() {
    let arcs = [(0, 0, 5), (0, 1, 9), (1, 0, 5), (1, 1, 9), (2, 0, 5), (2, 1, 9)];
    let p = problem(&[30, 0, 10], &[20, 7], &arcs);
    let s = solved(&p);
    assert_eq!(s.flows, [15, 5, 0, 0, 5, 2]);
    assert_eq!(s.unused, [10, 0, 3]);
}

#[test]
fn ties_everywhere_do_not_cycle() {
    let n = 30;
    let arcs: Vec<_> = (0..n).flat_map(|s| (0..n).map(move |d| (s, d, 7))).collect();
    let square = problem(&[1; 30], &[1; 30], &arcs);
    assert_eq!(figures(&square), (30, 210));
}

#[test]
fn ill_formed_problems_are_refused() {
    let half = 1 << 59;
    let cases = [
        (
            problem(&[1, -2], &[], &[]),
            EngineError::NegativeSupply { index: 1, value: -2 },
        ),
        (
            problem(&[], &[-1], &[]),
            EngineError::NegativeDemand { index: 0, value: -1 },
        ),
        (
            problem(&[1], &[1], &[(0, 0, 1), (0, 1, 1)]),
            EngineError::ArcOutOfRange { index: 1 },
        ),
        (
            problem(&[1], &[1], &[(1, 0, 1)]),
            EngineError::ArcOutOfRange { index: 0 },
        ),
        (problem(&[half, half, 1], &[], &[]), EngineError::Overflow),
        (problem(&[], &[i64::MAX, i64::MAX], &[]), EngineError::Overflow),
    ];
    for (problem, expected) in cases {
        assert_eq!(solve(&problem, &Unattended), Err(expected));
    }
}

#[test]
fn a_cancelled_solve_says_so() {
    let p = problem(&[1], &[1], &[(0, 0, 0)]);
    assert_eq!(solve(&p, &Impatient::after(0)), Err(EngineError::Cancelled));
}

/// Three people, three posts of which one is out of reach, one person left over.
fn proved() -> (Problem, Solution) {
    let p = problem(
        &[2, 1, 1],
        &[1, 2, 1],
        &[(0, 0, 5), (0, 1, 3), (1, 1, 4), (1, 0, 9), (2, 0, 1)],
    );
    let s = solved(&p);
    assert_eq!((s.filled, s.mismatch), (3, 7));
    (p, s)
}

#[test]
fn the_certificate_shows_the_bottleneck() {
    let (p, s) = proved();
    let proof = certify(&p, &s).unwrap();
    assert_eq!((proof.filled, proof.mismatch, proof.cut.value), (3, 7, 3));
    assert_eq!((proof.cut.supplies, proof.cut.demands), (vec![], vec![0, 1]));
}

#[test]
fn every_corruption_is_caught() {
    type Corruption = fn(&mut Solution);
    let cases: [(&str, Corruption, CertificateError); 13] = [
        ("a flow missing", |s| s.flows.truncate(2), CertificateError::Shape),
        (
            "a dual missing",
            |s| s.supply_duals.truncate(2),
            CertificateError::Shape,
        ),
        (
            "a negative flow",
            |s| s.flows[3] = -1,
            CertificateError::NegativeFlow { arc: 3 },
        ),
        (
            "a person twice",
            |s| s.flows[3] = 1,
            CertificateError::SupplyBalance { supply: 1 },
        ),
        (
            "a person lost",
            |s| s.unused[0] -= 1,
            CertificateError::SupplyBalance { supply: 0 },
        ),
        (
            "a post lost",
            |s| s.unfilled[2] = 0,
            CertificateError::DemandBalance { demand: 2 },
        ),
        (
            "more filled",
            |s| s.filled = 4,
            CertificateError::Filled { claimed: 4, found: 3 },
        ),
        (
            "less mismatch",
            |s| s.mismatch = 6,
            CertificateError::Mismatch { claimed: 6, found: 7 },
        ),
        (
            "a negative dual",
            |s| s.supply_duals[0] = -1,
            CertificateError::SupplyDual { supply: 0 },
        ),
        (
            "a dual beyond M",
            |s| s.demand_duals[2] += 1,
            CertificateError::DemandDual { demand: 2 },
        ),
        (
            "a dual too high",
            |s| s.demand_duals[1] += 1,
            CertificateError::ReducedCost { arc: 1 },
        ),
        (
            "a dual too low",
            |s| s.demand_duals[1] -= 1,
            CertificateError::ArcSlackness { arc: 1 },
        ),
        (
            "M too high",
            |s| s.unfilled_cost += 1,
            CertificateError::DemandSlackness { demand: 2 },
        ),
    ];
    for (name, corrupt, expected) in cases {
        let (p, mut s) = proved();
        corrupt(&mut s);
        assert_eq!(certify(&p, &s), Err(expected), "{name}");
    }
}

#[test]
fn unused_people_worth_something_are_caught() {
    let p = problem(&[2], &[1], &[(0, 0, 3)]);
    let mut s = solved(&p);
    s.supply_duals[0] += 1;
    s.demand_duals[0] += 1;
    assert_eq!(certify(&p, &s), Err(CertificateError::SupplySlackness { supply: 0 }));
}

/// With an unfilled post too cheap, doing nothing is optimal: dual feasible and slack, and yet not what was asked.
#[test]
fn a_fill_that_is_not_the_largest_is_caught() {
    let p = problem(&[1], &[1], &[(0, 0, 10)]);
    let s = Solution {
        flows: vec![0],
        unused: vec![1],
        unfilled: vec![1],
        filled: 0,
        mismatch: 0,
        unfilled_cost: 5,
        supply_duals: vec![0],
        demand_duals: vec![5],
        limit_duals: Vec::new(),
        tie_salt: 0,
        supply_ties: vec![0],
        demand_ties: vec![0],
    };
    assert_eq!(certify(&p, &s), Err(CertificateError::NotMaximum { demand: 0 }));
}
