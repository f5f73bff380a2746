//! The expected lens against its equations, closed forms, its limits, and moves simulated from known parameters.
#![allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_wrap,
    clippy::cast_possible_truncation,
    reason = "small numbers, compared within tolerances"
)]

use proptest::prelude::*;
use releve::domain::progress::Unattended;
use releve::engine::{
    Arc, EngineError, Expected, Limit, Observations, Parameters, Problem, Stratum, Unidentified, calibrate,
    calibrate_sampled, expect, expect_within, solve,
};

use crate::dice::Dice;
use crate::impatient::Impatient;

fn problem(supplies: &[i64], demands: &[i64], arcs: &[(u32, u32, u32)]) -> Problem {
    let arc = |&(supply, demand, cost): &(u32, u32, u32)| Arc { supply, demand, cost };
    Problem {
        supplies: supplies.to_vec(),
        demands: demands.to_vec(),
        arcs: arcs.iter().map(arc).collect(),
        ..Problem::default()
    }
}

fn expected(problem: &Problem, surplus: f64, noise: f64) -> Expected {
    expect(problem, Parameters { surplus, noise }, &Unattended).unwrap()
}

fn near(found: f64, wanted: f64, tolerance: f64) -> bool {
    (found - wanted).abs() <= tolerance * wanted.abs().max(1e-9)
}

/// Supplies and cells on a line of places, each supply reaching the cells of `reach` places around.
fn line(places: u64, reach: u64, seed: u64) -> Problem {
    let mut draws = Dice(seed);
    let mut quantities = || (0..places).map(|_| 1000 + draws.below(9000) as i64).collect::<Vec<_>>();
    let (supplies, demands) = (quantities(), quantities());
    let mut arcs = Vec::new();
    for s in 0..places {
        for d in s.saturating_sub(reach)..(s + reach + 1).min(places) {
            let cost = if s == d { 0 } else { 120 + 107 * s.abs_diff(d) as u32 };
            arcs.push((s as u32, d as u32, cost));
        }
    }
    problem(&supplies, &demands, &arcs)
}

/// Largest relative fault of `μ² = μ_s0 μ_0d e^Φ` on arcs, of the margins of cells, and of those of supplies. Supplies must differ in their rows.
fn faults(p: &Problem, e: &Expected, surplus: f64, noise: f64) -> [f64; 3] {
    let mut placed = vec![0.0; p.supplies.len()];
    let mut filled = vec![0.0; p.demands.len()];
    let mut worst = [0.0_f64; 3];
    for (arc, flow) in p.arcs.iter().zip(&e.flows) {
        let (s, d) = (arc.supply as usize, arc.demand as usize);
        placed[s] += flow;
        filled[d] += flow;
        if p.supplies[s] > 0 && p.demands[d] > 0 {
            if flow.min(e.unused[s]).min(e.unfilled[d]) < 1e-290 {
                continue;
            }
            let phi = (surplus - f64::from(arc.cost)) / noise;
            let wanted = (e.unused[s].ln() + e.unfilled[d].ln() + phi) / 2.0;
            worst[0] = worst[0].max((flow.ln() - wanted).abs());
        } else {
            assert_eq!(*flow, 0.0);
        }
    }
    let margin = |quantity: i64, sum: f64| {
        if quantity == 0 {
            assert_eq!(sum, 0.0);
            return 0.0;
        }
        (sum / quantity as f64 - 1.0).abs()
    };
    for (s, placed) in placed.iter().enumerate() {
        worst[2] = worst[2].max(margin(p.supplies[s], placed + e.unused[s]));
    }
    for (d, filled) in filled.iter().enumerate() {
        worst[1] = worst[1].max(margin(p.demands[d], filled + e.unfilled[d]));
    }
    assert!(near(e.filled, filled.iter().sum(), 1e-12));
    worst
}

/// Problems whose supplies all have different rows: a demand of its own for each.
fn distinct(supplies: usize, demands: usize) -> impl Strategy<Value = Problem> {
    let quantity = prop_oneof![1 => Just(0_i64), 4 => 1..20_000_i64];
    let arcs = prop::collection::vec((0..supplies as u32, 0..demands as u32, 0..1500_u32), 1..supplies * 4);
    let people = prop::collection::vec(quantity.clone(), supplies);
    let posts = prop::collection::vec(quantity, supplies + demands);
    (people, posts, arcs).prop_map(move |(people, posts, mut arcs)| {
        arcs.iter_mut().for_each(|arc| arc.1 += supplies as u32);
        arcs.sort_unstable();
        arcs.dedup_by_key(|arc| (arc.0, arc.1));
        arcs.extend((0..supplies as u32).map(|s| (s, s, 90)));
        problem(&people, &posts, &arcs)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_equations_of_choo_and_siow_hold(p in distinct(8, 9), surplus in -500.0..3000.0, noise in 30.0..2000.0) {
        let e = expected(&p, surplus, noise);
        let [law, cells, people] = faults(&p, &e, surplus, noise);
        prop_assert!(cells <= 1e-12, "cells {cells}");
        prop_assert!(people <= 1e-4 + 1e-12 && people <= e.residual + 1e-12, "people {people}");
        prop_assert!(law <= 1.1e-4, "law {law}");
        prop_assert!(e.flows.iter().chain(&e.unused).chain(&e.unfilled).all(|q| *q >= 0.0 && q.is_finite()));
    }

    #[test]
    fn potentials_beyond_the_reach_of_exponentials_balance_too(p in distinct(5, 5), noise in 0.2..2.0) {
        // |Φ / 2| goes beyond 700, where an exponential overflows.
        let found = expect(&p, Parameters { surplus: 3000.0, noise }, &Unattended);
        prop_assume!(!matches!(found, Err(EngineError::NotBalanced { .. })));
        let e = found.unwrap();
        let [law, cells, people] = faults(&p, &e, 3000.0, noise);
        prop_assert!(law <= 1.1e-4 && cells <= 1e-12 && people <= 1e-4 + 1e-12, "{law} {cells} {people}");
    }

    #[test]
    fn cutting_a_supply_in_parts_changes_nothing(p in distinct(6, 6), part in 0..6_usize, share in 0..=10_i64) {
        let whole = expected(&p, 900.0, 220.0);
        let mut cut = p.clone();
        let taken = p.supplies[part] * share / 10;
        cut.supplies[part] -= taken;
        cut.supplies.push(taken);
        let own = p.arcs.iter().filter(|a| a.supply as usize == part);
        cut.arcs.extend(own.map(|a| Arc { supply: 6, ..*a }));
        let parts = expected(&cut, 900.0, 220.0);
        prop_assert!(near(parts.filled, whole.filled, 1e-12));
        for (a, b) in whole.unfilled.iter().zip(&parts.unfilled) {
            prop_assert!(near(*b, *a, 1e-12));
        }
        // In proportion to headcounts.
        prop_assert!(near(parts.unused[part] + parts.unused[6], whole.unused[part], 1e-12));
        let share = taken as f64 / p.supplies[part].max(1) as f64;
        prop_assert!(near(parts.unused[6], whole.unused[part] * share, 1e-12));
    }

    #[test]
    fn the_order_of_arcs_and_their_repetition_change_nothing(
        (p, shuffled) in distinct(6, 6).prop_flat_map(|p| {
            let dearer = p.arcs.iter().map(|a| Arc { cost: a.cost + 7, ..*a });
            let arcs: Vec<Arc> = p.arcs.iter().copied().chain(dearer).collect();
            (Just(p), Just(arcs).prop_shuffle())
        })
    ) {
        let other = Problem { arcs: shuffled, ..p.clone() };
        let (a, b) = (expected(&p, 900.0, 220.0), expected(&other, 900.0, 220.0));
        prop_assert_eq!((&a.unused, &a.unfilled), (&b.unused, &b.unfilled));
        let pairs = |p: &Problem, e: &Expected| {
            let flows = p.arcs.iter().zip(&e.flows).filter(|(_, f)| **f > 0.0);
            let mut pairs: Vec<_> = flows.map(|(a, f)| (a.supply, a.demand, a.cost, f.to_bits())).collect();
            pairs.sort_unstable();
            pairs
        };
        prop_assert_eq!(pairs(&p, &a), pairs(&other, &b));
    }

    #[test]
    fn more_surplus_and_more_people_fill_more_and_leave_rivals_more_often_alone(
        p in distinct(6, 6), grown in 0..6_usize, more in 2000..20_000_i64
    ) {
        let before = expected(&p, 900.0, 220.0);
        // Twice the tolerance of a margin, for comparisons.
        let slack = |q: f64| 2e-4 * q + 1e-9;
        let all: f64 = before.filled;
        prop_assert!(expected(&p, 1200.0, 220.0).filled >= all - slack(all));
        let mut larger = p.clone();
        larger.supplies[grown] += more;
        let after = expected(&larger, 900.0, 220.0);
        prop_assert!(after.filled >= all - slack(all));
        for s in (0..6).filter(|s| *s != grown) {
            let size = p.supplies[s] as f64;
            prop_assert!(after.unused[s] >= before.unused[s] - slack(size), "rival {s}");
        }
        for d in 0..p.demands.len() {
            prop_assert!(after.unfilled[d] <= before.unfilled[d] + slack(p.demands[d] as f64), "cell {d}");
        }
    }

    #[test]
    fn without_noise_it_tends_to_the_exact_lens(p in distinct(5, 5)) {
        let largest = p.arcs.iter().map(|a| a.cost).max().unwrap_or(0);
        let nodes = p.supplies.len().min(p.demands.len()) as f64;
        let surplus = (nodes + 1.0) * f64::from(largest) + 1.0;
        let exact = solve(&p, &Unattended).unwrap();
        // Saturated parts with nearly as many people as posts take too many sweeps at so small a noise: refused, never wrong.
        let found = expect(&p, Parameters { surplus, noise: 5.0 }, &Unattended);
        prop_assume!(!matches!(found, Err(EngineError::NotBalanced { .. })));
        let e = found.unwrap();
        let cost: f64 = p.arcs.iter().zip(&e.flows).map(|(a, f)| f64::from(a.cost) * f).sum();
        let people: i64 = p.supplies.iter().sum();
        prop_assert!((e.filled - exact.filled as f64).abs() <= 2e-3 * people as f64 + 1e-9, "{} {}", e.filled, exact.filled);
        // A noise of half a minute leaves a few minutes a person.
        prop_assert!((cost - exact.mismatch as f64).abs() <= 20.0 * people as f64, "{cost} {}", exact.mismatch);
    }
}

#[test]
fn a_lone_pair_has_its_closed_form() {
    for (people, posts, cost, surplus, noise) in [
        (1000_i64, 1000_i64, 0_u32, 969.0, 220.5),
        (5000, 2000, 441, 969.0, 220.5),
        (2000, 5000, 441, 10.0, 3.0),
        (1_000_000_000_000_000, 7, 441, 969.0, 220.5),
        (1_000_000_000_000_000, 1_000_000_000_000_000, 0, 969.0, 220.5),
        (1000, 3000, 0, -2000.0, 500.0),
    ] {
        let e = expected(&problem(&[people], &[posts], &[(0, 0, cost)]), surplus, noise);
        // μ² = (S − μ)(V − μ) k, k = e^Φ; with h = 1 − 1/k: h μ² − (S + V) μ + S V = 0, the smaller root.
        let (s, v) = (people as f64, posts as f64);
        let h = 1.0 - (-(surplus - f64::from(cost)) / noise).exp();
        let wanted = 2.0 * s * v / (s + v + ((s - v).powi(2) + 4.0 * (1.0 - h) * s * v).sqrt());
        assert!(near(e.filled, wanted, 2e-4), "{people} {posts}: {} {wanted}", e.filled);
        assert!(near(e.unfilled[0] + e.filled, v, 1e-12) && near(e.unused[0] + e.filled, s, 1e-4));
    }
    // As the prior is chosen: one person for one post, nine chances in ten.
    let pair = expected(
        &problem(&[1000], &[1000], &[(0, 0, 0)]),
        2.0 * 9.0_f64.ln() * 220.5,
        220.5,
    );
    assert!(near(pair.filled, 900.0, 1e-4), "{}", pair.filled);
}

#[test]
fn margins_hold_as_closely_as_asked() {
    let p = line(40, 4, 3);
    let parameters = Parameters {
        surplus: 969.0,
        noise: 220.5,
    };
    for tolerance in [1e-2, 1e-4, 1e-8, 1e-11] {
        let e = expect_within(&p, parameters, tolerance, &Unattended).unwrap();
        let [_, cells, people] = faults(&p, &e, 969.0, 220.5);
        assert!(
            e.residual <= tolerance && people <= tolerance * 1.01 + 1e-13 && cells < 1e-12,
            "{people}"
        );
    }
}

#[test]
fn a_balanced_ring_has_its_closed_form() {
    // Supply i to cell i + k costs 100 k: everyone stays single as often, 1 in 1 + Σ e^((A − 100 k) / 2σ).
    let (n, surplus, noise) = (7_u32, 400.0, 150.0);
    let arcs: Vec<_> = (0..n)
        .flat_map(|i| (0..n).map(move |k| (i, (i + k) % n, 100 * k)))
        .collect();
    let e = expected(&problem(&[3000; 7], &[3000; 7], &arcs), surplus, noise);
    let half = |k: u32| ((surplus - f64::from(100 * k)) / (2.0 * noise)).exp();
    let single = 3000.0 / (1.0 + (0..n).map(half).sum::<f64>());
    assert!(
        e.unused.iter().chain(&e.unfilled).all(|q| near(*q, single, 2e-4)),
        "{:?} {single}",
        e.unused
    );
    for (arc, flow) in arcs.iter().zip(&e.flows) {
        assert!(near(*flow, single * half(arc.2 / 100), 2e-4));
    }
}

#[test]
fn with_endless_noise_costs_do_not_matter() {
    let p = line(12, 3, 5);
    let e = expected(&p, 900.0, 1e9);
    for (arc, flow) in p.arcs.iter().zip(&e.flows) {
        let singles = e.unused[arc.supply as usize] * e.unfilled[arc.demand as usize];
        assert!(near(*flow, singles.sqrt(), 2e-4));
    }
}

#[test]
fn nobody_and_nothing_are_answered() {
    let e = expected(&Problem::default(), 900.0, 220.0);
    assert_eq!((e.filled, e.flows.len()), (0.0, 0));
    let e = expected(&problem(&[0, 700], &[500, 0], &[(0, 0, 0), (1, 1, 0)]), 900.0, 220.0);
    assert_eq!(
        (e.flows, e.unused, e.unfilled),
        (vec![0.0, 0.0], vec![0.0, 700.0], vec![500.0, 0.0])
    );
}

#[test]
fn parameters_outside_their_field_are_refused() {
    let p = problem(&[10], &[10], &[(0, 0, 5)]);
    for (surplus, noise) in [
        (900.0, 0.0),
        (900.0, -1.0),
        (900.0, f64::NAN),
        (900.0, f64::INFINITY),
        (f64::NAN, 220.0),
        (f64::INFINITY, 220.0),
        (900.0, 1e-7),
    ] {
        let refused = expect(&p, Parameters { surplus, noise }, &Unattended);
        assert!(
            matches!(refused, Err(EngineError::Parameters { .. })),
            "{surplus} {noise}: {refused:?}"
        );
    }
    assert!(
        expect(
            &p,
            Parameters {
                surplus: 900.0,
                noise: 1e-5
            },
            &Unattended
        )
        .is_ok()
    );
    let limited = Problem {
        limits: vec![Limit {
            arcs: vec![0],
            at_most: 3,
        }],
        ..p.clone()
    };
    let usual = Parameters {
        surplus: 900.0,
        noise: 220.0,
    };
    assert_eq!(expect(&limited, usual, &Unattended).unwrap_err(), EngineError::Limited);
    let broken = problem(&[-1], &[10], &[]);
    assert!(matches!(
        expect(
            &broken,
            Parameters {
                surplus: 900.0,
                noise: 1.0
            },
            &Unattended
        ),
        Err(EngineError::NegativeSupply { index: 0, value: -1 })
    ));
}

#[test]
fn a_cancellation_is_answered_between_sweeps() {
    let p = line(60, 5, 1);
    let asked = Impatient::after(3);
    let stopped = expect(
        &p,
        Parameters {
            surplus: 969.0,
            noise: 220.5,
        },
        &asked,
    );
    assert_eq!(stopped.unwrap_err(), EngineError::Cancelled);
    assert_eq!(asked.looks(), 4);
}

/// So many people drawn from an expected matching, each by chance, and how many of each supply.
fn survey(p: &Problem, e: &Expected, people: usize, draws: &mut Dice) -> (Observations, Vec<f64>) {
    let mut counts = vec![0.0; p.arcs.len()];
    let mut told = (Observations::default(), vec![0.0; p.supplies.len()]);
    let mut ends = Vec::with_capacity(p.arcs.len() + p.supplies.len());
    let mut reached = 0.0;
    for part in e.flows.iter().chain(&e.unused) {
        reached += part;
        ends.push(reached);
    }
    for _ in 0..people {
        let drawn = draws.share() * reached;
        let at = ends.partition_point(|end| *end <= drawn).min(ends.len() - 1);
        if let Some(count) = counts.get_mut(at) {
            *count += 1.0;
            told.1[p.arcs[at].supply as usize] += 1.0;
        } else {
            told.0.unmatched += 1.0;
            told.1[at - p.arcs.len()] += 1.0;
        }
    }
    told.0.matches = p.arcs.iter().map(|a| a.cost).zip(counts).collect();
    told
}

#[test]
fn parameters_are_recovered_from_whole_matchings() {
    for (places, reach, surplus, noise) in [
        (10, 2, 969.0, 220.5),
        (40, 4, 300.0, 100.0),
        (40, 4, 1500.0, 800.0),
        (6, 5, 0.0, 300.0),
    ] {
        let p = line(places, reach, places);
        let e = expected(&p, surplus, noise);
        let found = calibrate(&p, &Observations::of(&p, &e), &Unattended).unwrap();
        // The matching itself is only known to 1e-4.
        let off = (found.parameters.surplus - surplus).abs() / noise;
        assert!(off < 5e-3 && near(found.parameters.noise, noise, 5e-3), "{found:?}");
        assert!(near(found.model.matched, found.observed.matched, 1e-7), "{found:?}");
        assert!(near(found.model.cost, found.observed.cost, 1e-7), "{found:?}");
    }
}

/// One stratum a supply, with so many people.
fn each(people: &[f64]) -> Vec<Stratum> {
    let stratum = |(supply, people): (u32, &f64)| Stratum {
        supplies: vec![supply],
        people: *people,
    };
    (0..).zip(people).map(stratum).collect()
}

#[test]
fn parameters_are_recovered_whoever_was_asked() {
    let p = line(40, 4, 11);
    let parameters = Parameters {
        surplus: 600.0,
        noise: 250.0,
    };
    let e = expect_within(&p, parameters, 1e-11, &Unattended).unwrap();
    let half = |s: usize| if s < 20 { 2.0 } else { 0.0 };
    let uneven = |s: usize| [0.0, 3.0, 0.5, 10.0][s % 4];
    for asked in [&half as &dyn Fn(usize) -> f64, &uneven] {
        let people: Vec<f64> = (0..40).map(asked).collect();
        let told = Observations::sampled(&p, &e, &each(&people)).unwrap();
        let found = calibrate_sampled(&p, &each(&people), &told, &Unattended).unwrap();
        let Parameters { surplus, noise } = found.parameters;
        assert!(near(surplus, 600.0, 1e-5) && near(noise, 250.0, 1e-5), "{found:?}");
        assert!(near(found.model.matched, found.observed.matched, 1e-7), "{found:?}");
        // Taken for a sample of everyone, they would tell other parameters.
        let naive = calibrate(&p, &told, &Unattended).unwrap();
        assert!(!near(naive.parameters.surplus, 600.0, 1e-2), "{naive:?}");
        // The unit of strata changes nothing.
        let doubled: Vec<f64> = people.iter().map(|n| 2.0 * n).collect();
        let again = calibrate_sampled(&p, &each(&doubled), &told, &Unattended).unwrap();
        assert!(near(again.errors.noise, found.errors.noise, 1e-6) && near(again.parameters.noise, 250.0, 1e-5));
    }
    let told = Observations::of(&p, &e);
    let refused = calibrate_sampled(&p, &each(&[1.0; 41]), &told, &Unattended);
    assert_eq!(refused.unwrap_err(), EngineError::NodeOutOfRange { index: 40 });
}

#[test]
fn one_stratum_of_everyone_is_the_plain_estimate() {
    let p = line(40, 4, 7);
    let e = expected(&p, 200.0, 220.5);
    let told = Observations::of(&p, &e);
    let everyone = Stratum {
        supplies: (0..40).rev().collect(),
        people: 7.0,
    };
    let (one, plain) = (
        calibrate_sampled(&p, &[everyone], &told, &Unattended).unwrap(),
        calibrate(&p, &told, &Unattended).unwrap(),
    );
    assert!(
        near(one.parameters.surplus, plain.parameters.surplus, 1e-6),
        "{one:?} {plain:?}"
    );
    assert!(
        near(one.errors.surplus, plain.errors.surplus, 1e-6),
        "{one:?} {plain:?}"
    );
    assert!(near(one.errors.noise, plain.errors.noise, 1e-6), "{one:?} {plain:?}");
}

#[test]
fn moves_of_some_supplies_are_judged_by_what_those_can_do() {
    let check = |p: &Problem, people: &[f64], matches: &[(u32, f64)], why: Unidentified| {
        let observations = Observations {
            matches: matches.to_vec(),
            unmatched: 10.0,
        };
        let refused = calibrate_sampled(p, &each(people), &observations, &Unattended).unwrap_err();
        assert_eq!(refused, EngineError::NotIdentified(why));
    };
    // The first supply alone could place 300 of its 5,000 people, then 1,100; the second all of its own.
    let p = problem(&[5000, 700], &[300, 800], &[(0, 0, 10), (1, 1, 10), (1, 0, 30)]);
    check(&p, &[1.0, 0.0], &[(10, 30.0)], Unidentified::EqualCosts);
    let p = problem(
        &[5000, 700],
        &[300, 800],
        &[(0, 0, 10), (0, 1, 20), (1, 1, 15), (1, 0, 30)],
    );
    check(&p, &[1.0, 0.0], &[(10, 30.0), (20, 2.0)], Unidentified::BeyondPotential);
    check(&p, &[0.0, 1.0], &[(15, 30.0)], Unidentified::NoTravel);
    // Ten of the second are asked for one of the first: at most 10 × 700 + 400 of 12,000 could be matched, the second served first.
    check(
        &p,
        &[5000.0, 7000.0],
        &[(15, 11.0), (30, 6.0)],
        Unidentified::BeyondPotential,
    );
    let fewer = Observations {
        matches: vec![(15, 3.0), (30, 0.5)],
        unmatched: 10.0,
    };
    let found = calibrate_sampled(&p, &each(&[5000.0, 7000.0]), &fewer, &Unattended).unwrap();
    assert!(near(found.model.matched, 3.5 / 13.5, 1e-7), "{found:?}");
    let told = Observations {
        matches: vec![(15, 3.0), (30, 0.5)],
        unmatched: 10.0,
    };
    let found = calibrate_sampled(&p, &each(&[0.0, 1.0]), &told, &Unattended).unwrap();
    assert!(near(found.model.matched, 3.5 / 13.5, 1e-7), "{found:?}");
    // All 700 could be placed if nobody else came; the 5,000 do.
    let crowded = Observations {
        matches: vec![(15, 9.0), (30, 1.0)],
        unmatched: 0.1,
    };
    let refused = calibrate_sampled(&p, &each(&[0.0, 1.0]), &crowded, &Unattended);
    assert!(matches!(refused, Err(EngineError::NoEstimate { .. })), "{refused:?}");
}

#[test]
fn parameters_are_recovered_from_samples_within_their_standard_errors() {
    let mut draws = Dice(2026);
    for (places, people) in [(12, 400), (40, 2000)] {
        let p = line(places, 4, places + 7);
        let e = expected(&p, 200.0, 220.5);
        // As drawn from everyone, and as drawn from each supply.
        let mut scores: [Vec<f64>; 4] = Default::default();
        for _ in 0..60 {
            let (told, origins) = survey(&p, &e, people, &mut draws);
            let plain = calibrate(&p, &told, &Unattended).unwrap();
            let by_origin = calibrate_sampled(&p, &each(&origins), &told, &Unattended).unwrap();
            for (i, found) in [plain, by_origin].into_iter().enumerate() {
                scores[2 * i].push((found.parameters.surplus - 200.0) / found.errors.surplus);
                scores[2 * i + 1].push((found.parameters.noise - 220.5) / found.errors.noise);
                assert_eq!(found.people, people as f64);
            }
        }
        for score in scores {
            let mean = score.iter().sum::<f64>() / 60.0;
            let square = score.iter().map(|z| z * z).sum::<f64>() / 60.0;
            // Of 60 standard normal scores the mean is within ±0.45 and the mean square between 0.55 and 1.6, but once in a thousand times.
            assert!(
                mean.abs() < 0.45 && (0.55..1.6).contains(&square),
                "{places}: {mean} {square}"
            );
        }
    }
}

#[test]
fn moves_that_do_not_tell_the_parameters_are_refused() {
    let p = line(10, 2, 3);
    let check = |p: &Problem, matches: &[(u32, f64)], unmatched: f64, why: Unidentified| {
        let observations = Observations {
            matches: matches.to_vec(),
            unmatched,
        };
        let refused = calibrate(p, &observations, &Unattended).unwrap_err();
        assert_eq!(refused, EngineError::NotIdentified(why));
    };
    check(&p, &[], 50.0, Unidentified::NobodyMatched);
    check(&p, &[(0, 0.0)], 0.0, Unidentified::NobodyMatched);
    check(&p, &[(0, 30.0), (227, 5.0)], 0.0, Unidentified::EverybodyMatched);
    check(&p, &[(0, 30.0)], 10.0, Unidentified::NoTravel);
    check(&p, &[(334, 30.0)], 10.0, Unidentified::CostAttracts);
    let flat = problem(&[500, 700], &[300, 800], &[(0, 0, 10), (0, 1, 10), (1, 1, 10)]);
    check(&flat, &[(10, 30.0)], 10.0, Unidentified::EqualCosts);
    let short = problem(&[5000, 7000], &[300, 800], &[(0, 0, 10), (0, 1, 20), (1, 1, 10)]);
    check(&short, &[(10, 30.0), (20, 2.0)], 10.0, Unidentified::BeyondPotential);
}
