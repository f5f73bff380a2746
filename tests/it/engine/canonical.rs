//! The canonical optimum against every optimal matching there is, and the proof that it is the only one.

use std::collections::BTreeMap;

use proptest::prelude::*;
use releve::engine::{CertificateError, Problem, Solution, certify, certify_unique};

use super::{matched, problem, problems, solved};

/// The tie rule as the head of the engine states it, written again.
mod rule {
    const GAMMA: u64 = 0x9e37_79b9_7f4a_7c15;

    fn mix(mut z: u64) -> u64 {
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Weight of a demand for the class of `row`, at salt 0.
    pub fn weight(row: &[(u32, u32)], demand: u32, nodes: u64) -> i128 {
        let mut hash = 0_u64;
        for &(head, cost) in row {
            hash = mix(hash
                .wrapping_add(GAMMA)
                .wrapping_add(u64::from(head) * (1 << 32) + u64::from(cost)));
        }
        let word = hash
            .wrapping_add(GAMMA.wrapping_mul(u64::from(demand) + 1))
            .wrapping_add(mix(0));
        let bits = 60 - (64 - nodes.leading_zeros());
        i128::from(mix(word) >> (64 - bits))
    }
}

type Row = Vec<(u32, u32)>;

/// A row, a demand, its cost and its tie weight.
type Pair = (Row, u32, i128, i128);

/// Cheapest arcs of each supply, by demand.
fn rows(p: &Problem) -> Vec<Row> {
    let mut rows: Vec<BTreeMap<u32, u32>> = vec![BTreeMap::new(); p.supplies.len()];
    for arc in &p.arcs {
        let cost = rows[arc.supply as usize].entry(arc.demand).or_insert(arc.cost);
        *cost = arc.cost.min(*cost);
    }
    rows.into_iter().map(|row| row.into_iter().collect()).collect()
}

/// People of each class on each demand.
type ClassFlows = BTreeMap<(Row, u32), i64>;

/// Of every matching, those of least (unfilled, mismatch, Σ weight · flow), by classes: the figures and how many there are.
fn best(p: &Problem) -> (Vec<ClassFlows>, i64, i128) {
    let mut classes: BTreeMap<Row, i64> = BTreeMap::new();
    for (row, people) in rows(p).into_iter().zip(&p.supplies) {
        *classes.entry(row).or_default() += people;
    }
    let nodes = classes.len() as u64 + p.demands.len() as u64 + 1;
    let pairs: Vec<Pair> = classes
        .keys()
        .flat_map(|row| {
            row.iter()
                .map(|&(d, cost)| (row.clone(), d, i128::from(cost), rule::weight(row, d, nodes)))
        })
        .collect();
    let mut found: Vec<(ClassFlows, (i64, i128, i128))> = Vec::new();
    let mut stack = vec![(0_usize, ClassFlows::new())];
    while let Some((at, flows)) = stack.pop() {
        let Some((row, demand, ..)) = pairs.get(at) else {
            let filled: i64 = flows.values().sum();
            let sum = |value: &dyn Fn(&Pair) -> i128| -> i128 {
                let flow = |(row, d, ..): &Pair| flows.get(&(row.clone(), *d)).copied().unwrap_or(0);
                pairs.iter().map(|pair| value(pair) * i128::from(flow(pair))).sum()
            };
            let key = (-filled, sum(&|pair| pair.2), sum(&|pair| pair.3));
            found.push((flows, key));
            continue;
        };
        let used = |pick: &dyn Fn(&(Row, u32)) -> bool| -> i64 {
            flows.iter().filter(|(pair, _)| pick(pair)).map(|(_, flow)| flow).sum()
        };
        let left = classes[row] - used(&|(r, _)| r == row);
        let open = p.demands[*demand as usize] - used(&|(_, d)| d == demand);
        for flow in 0..=left.min(open) {
            let mut next = flows.clone();
            if flow > 0 {
                next.insert((row.clone(), *demand), flow);
            }
            stack.push((at + 1, next));
        }
    }
    let least = found.iter().map(|(_, key)| *key).min().unwrap();
    let all = found
        .into_iter()
        .filter(|(_, key)| *key == least)
        .map(|(flows, _)| flows);
    (all.collect(), -least.0, least.1)
}

fn by_class(p: &Problem, s: &Solution) -> ClassFlows {
    let rows = rows(p);
    let mut flows = ClassFlows::new();
    for ((supply, demand), flow) in matched(p, s) {
        *flows.entry((rows[supply as usize].clone(), demand)).or_default() += flow;
    }
    flows
}

/// Costs from so few values that nearly every problem has several optima.
fn tied_problems(nodes: usize, most: i64, arcs: usize) -> impl Strategy<Value = Problem> {
    problems(nodes, most, arcs).prop_map(|mut p| {
        p.arcs.iter_mut().for_each(|arc| arc.cost %= 2);
        p
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn of_every_optimal_matching_the_least_tie_sum_is_taken(p in tied_problems(3, 3, 6)) {
        let (all, filled, mismatch) = best(&p);
        let s = solved(&p);
        prop_assert_eq!(all.len(), 1);
        prop_assert_eq!((s.filled, s.mismatch), (filled, mismatch));
        prop_assert_eq!(&by_class(&p, &s), &all[0]);
    }

    #[test]
    fn every_optimum_is_proved_to_be_the_only_one(p in tied_problems(12, 9, 60)) {
        let s = solved(&p);
        prop_assert!(certify(&p, &s).is_ok());
        prop_assert_eq!(certify_unique(&p, &s), Ok(()));
    }

    #[test]
    fn the_order_of_supplies_does_not_matter(
        (p, order) in tied_problems(9, 9, 40).prop_flat_map(|p| {
            let order: Vec<u32> = (0..u32::try_from(p.supplies.len()).unwrap()).collect();
            (Just(p), Just(order).prop_shuffle())
        })
    ) {
        let mut other = p.clone();
        for (from, &to) in order.iter().enumerate() {
            other.supplies[to as usize] = p.supplies[from];
        }
        other.arcs.iter_mut().for_each(|arc| arc.supply = order[arc.supply as usize]);
        prop_assert_eq!(by_class(&p, &solved(&p)), by_class(&other, &solved(&other)));
        prop_assert_eq!(solved(&p).unfilled, solved(&other).unfilled);
    }

    #[test]
    fn posts_at_zero_leave_the_rest_as_it_would_be_without_them(p in tied_problems(8, 9, 40), at in 0..8_usize) {
        // The classes stay those of the whole rows: only quantities decide.
        let mut emptied = p.clone();
        let demand = at % p.demands.len();
        emptied.demands[demand] = 0;
        let s = solved(&emptied);
        prop_assert_eq!(certify_unique(&emptied, &s), Ok(()));
        let into = emptied.arcs.iter().zip(&s.flows).filter(|(arc, _)| arc.demand as usize == demand);
        prop_assert_eq!(into.map(|(_, flow)| flow).sum::<i64>(), 0);
    }
}

/// Two supplies of different rows, two posts in reach of both at one cost: two optima, one canonical.
fn tied() -> (Problem, Solution) {
    let p = problem(
        &[2, 2, 2],
        &[2, 2, 0],
        &[
            (0, 0, 5),
            (0, 1, 5),
            (1, 0, 5),
            (1, 1, 5),
            (1, 2, 5),
            (2, 0, 9),
            (2, 1, 9),
            (2, 2, 9),
        ],
    );
    let s = solved(&p);
    assert_eq!((s.filled, s.mismatch), (4, 20));
    (p, s)
}

/// The other optimum, as good on paper: everyone placed at the same posts the other way round.
fn swapped(s: &mut Solution) {
    s.flows.swap(0, 1);
    s.flows.swap(2, 3);
}

#[test]
fn another_optimum_is_refused() {
    let (p, mut s) = tied();
    assert_eq!(certify_unique(&p, &s), Ok(()));
    swapped(&mut s);
    assert!(certify(&p, &s).is_ok());
    assert!(matches!(
        certify_unique(&p, &s),
        Err(CertificateError::TieSlackness { .. })
    ));
}

#[test]
fn each_corruption_of_the_uniqueness_proof_is_refused() {
    type Corruption = fn(&mut Solution);
    let cases: [(&str, Corruption, CertificateError); 5] = [
        (
            "a tie dual missing",
            |s| s.supply_ties.truncate(1),
            CertificateError::Shape,
        ),
        ("a flow missing", |s| s.flows.truncate(1), CertificateError::Shape),
        (
            "an unused supply with a tie dual",
            |s| s.supply_ties[2] += 1,
            CertificateError::SupplyTie { supply: 2 },
        ),
        (
            "a tie dual below zero",
            |s| s.supply_ties[2] = -1,
            CertificateError::SupplyTie { supply: 2 },
        ),
        (
            "a demand that pulls too much",
            |s| s.demand_ties[1] += 1 << 60,
            CertificateError::TieCost { supply: 0, demand: 1 },
        ),
    ];
    for (name, corrupt, expected) in cases {
        let (p, mut s) = tied();
        corrupt(&mut s);
        assert_eq!(certify_unique(&p, &s), Err(expected), "{name}");
    }
    let (p, mut s) = tied();
    s.tie_salt = 1;
    assert!(certify_unique(&p, &s).is_err(), "weights of another salt");
}

#[test]
fn an_unfilled_post_with_a_tie_dual_is_refused() {
    let p = problem(&[1], &[3], &[(0, 0, 5)]);
    let mut s = solved(&p);
    assert_eq!(certify_unique(&p, &s), Ok(()));
    s.demand_ties[0] -= 1;
    assert_eq!(certify_unique(&p, &s), Err(CertificateError::DemandTie { demand: 0 }));
}

#[test]
fn shares_out_of_proportion_are_refused() {
    let p = problem(&[30, 10], &[20], &[(0, 0, 5), (1, 0, 5)]);
    let mut s = solved(&p);
    assert_eq!(s.flows, [15, 5]);
    assert_eq!(certify_unique(&p, &s), Ok(()));
    (s.flows, s.unused) = (vec![14, 6], vec![16, 4]);
    assert!(certify(&p, &s).is_ok());
    assert_eq!(certify_unique(&p, &s), Err(CertificateError::Share { arc: 0 }));
}

#[test]
fn supplies_alike_with_other_duals_are_refused() {
    let p = problem(&[3, 1], &[20], &[(0, 0, 5), (1, 0, 5)]);
    let mut s = solved(&p);
    s.supply_ties[1] += 1;
    assert_eq!(certify_unique(&p, &s), Err(CertificateError::ClassDual { supply: 1 }));
}

#[test]
fn limits_are_not_in_the_scope_of_the_proof() {
    let mut p = problem(&[1], &[1], &[(0, 0, 0)]);
    let s = solved(&p);
    p.limits.push(releve::engine::Limit {
        arcs: vec![0],
        at_most: 1,
    });
    assert_eq!(certify_unique(&p, &s), Err(CertificateError::Limits));
}

#[test]
fn one_cell_of_a_billion_posts_is_exact() {
    let billion = 1_000_000_000_000;
    let p = problem(&[billion, 1, 0], &[billion], &[(0, 0, 1), (1, 0, 1), (2, 0, 2)]);
    let s = solved(&p);
    assert_eq!((s.filled, s.unused.iter().sum::<i64>()), (billion, 1));
    assert_eq!(certify_unique(&p, &s), Ok(()));
}

#[test]
fn duplicates_and_empty_sides_have_one_optimum() {
    let twice: Vec<(u32, u32, u32)> = (0..2)
        .flat_map(|_| [(0, 0, 3), (0, 1, 3), (1, 0, 3), (1, 1, 4)])
        .collect();
    for p in [
        problem(&[], &[], &[]),
        problem(&[4], &[], &[]),
        problem(&[], &[4], &[]),
        problem(&[4, 4], &[5, 2], &twice),
        problem(&[0, 0], &[0, 0], &twice),
    ] {
        let s = solved(&p);
        assert_eq!(certify_unique(&p, &s), Ok(()), "{p:?}");
    }
    let p = problem(&[4, 4], &[5, 2], &twice);
    let mut s = solved(&p);
    // On the other copy of an arc nobody travels.
    let carried = s.flows.iter().position(|flow| *flow > 0).unwrap();
    s.flows.swap(carried, carried + 4);
    assert!(certify(&p, &s).is_ok());
    assert!(certify_unique(&p, &s).is_err());
}
