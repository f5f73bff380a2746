//! Edits of a kept problem against solves from nothing, and what is told without solving.

use releve::domain::progress::Unattended;
use releve::engine::{Arc, Change, EngineError, Problem, Repair, Solver};

use super::{problem, solved};
use crate::dice::Dice;
use crate::impatient::Impatient;

/// Few costs and small quantities: ties and degenerate trees everywhere.
fn draw(dice: &mut Dice, nodes: usize, degree: usize, costs: u64) -> Problem {
    let (supplies, demands) = (1 + dice.index(nodes), 1 + dice.index(nodes));
    let mut p = Problem {
        supplies: (0..supplies).map(|_| dice.quantity(9)).collect(),
        demands: (0..demands).map(|_| dice.quantity(9)).collect(),
        ..Problem::default()
    };
    for _ in 0..supplies * degree {
        p.arcs.push(Arc {
            supply: u32::try_from(dice.index(supplies)).unwrap(),
            demand: u32::try_from(dice.index(demands)).unwrap(),
            cost: u32::try_from(dice.below(costs)).unwrap(),
        });
    }
    p
}

/// A change, already made in the problem.
fn edit(dice: &mut Dice, p: &mut Problem, most: u64) -> Change {
    // One in three becomes zero: nodes must be able to go and come back.
    let quantity = if dice.below(3) == 0 { 0 } else { dice.quantity(most) };
    if dice.below(2) == 0 {
        let supply = dice.index(p.supplies.len());
        p.supplies[supply] = quantity;
        Change::Supply {
            supply,
            people: quantity,
        }
    } else {
        let demand = dice.index(p.demands.len());
        p.demands[demand] = quantity;
        Change::Demand {
            demand,
            posts: quantity,
        }
    }
}

#[test]
fn after_any_edits_the_solution_is_that_of_a_solve_from_nothing() {
    let mut dice = Dice(2026);
    let mut exchanged = 0;
    for round in 0..60 {
        let (nodes, degree, costs) = [(6, 2, 2), (25, 4, 3), (60, 6, 400)][round % 3];
        let mut p = draw(&mut dice, nodes, degree, costs);
        let mut solver = Solver::new(&p, &Unattended).unwrap();
        for step in 0..40 {
            let count = [1, 1, 1, 2, 5, 90][dice.index(6)];
            let changes: Vec<Change> = (0..count).map(|_| edit(&mut dice, &mut p, 30)).collect();
            let repair = solver.update(&changes, &Unattended).unwrap();
            if let Repair::Warm { exchanges } = repair {
                exchanged += exchanges;
            }
            assert_eq!(solver.problem(), &p);
            let cold = solved(&p);
            assert_eq!(
                solver.solution(),
                cold,
                "round {round} step {step} {repair:?} {changes:?}"
            );
            assert_eq!(solver.filled(), cold.filled);
            for (demand, &unfilled) in cold.unfilled.iter().enumerate() {
                assert_eq!(solver.unfilled(demand), unfilled);
            }
            solver.proved().unwrap();
        }
    }
    assert!(exchanged > 1_000, "{exchanged}");
}

#[test]
fn a_change_of_everything_at_once_starts_again_from_the_tree() {
    let mut dice = Dice(5);
    let mut p = draw(&mut dice, 1, 0, 1);
    p.supplies = (0..1_500).map(|_| 1 + dice.quantity(9)).collect();
    p.demands = (0..1_500).map(|_| 1 + dice.quantity(9)).collect();
    for supply in 0..1_500_u32 {
        for _ in 0..5 {
            let demand = (supply + u32::try_from(dice.below(40)).unwrap()) % 1_500;
            let cost = u32::try_from(dice.below(50)).unwrap();
            p.arcs.push(Arc { supply, demand, cost });
        }
    }
    let mut solver = Solver::new(&p, &Unattended).unwrap();
    let before = solver.solution();
    let mut changes = Vec::new();
    for _ in 0..6_000 {
        changes.push(edit(&mut dice, &mut p, 20));
    }
    // Stopped at once or on the way, the solver is as before.
    for looks in [0, 1, 3] {
        let stopped = solver.update(&changes, &Impatient::after(looks));
        assert_eq!(stopped, Err(EngineError::Cancelled), "{looks}");
        assert_eq!(solver.solution(), before, "{looks}");
    }
    assert_eq!(solver.update(&changes, &Unattended), Ok(Repair::Restart));
    assert_eq!(solver.solution(), solved(&p));
}

#[test]
fn a_refused_change_leaves_the_solver_as_it_was() {
    let p = problem(&[3, 4], &[5, 6], &[(0, 0, 1), (1, 0, 2), (1, 1, 3)]);
    let mut solver = Solver::new(&p, &Unattended).unwrap();
    let before = solver.solution();
    let bound = 1 << 60;
    let good = Change::Supply { supply: 0, people: 9 };
    let cases = [
        (
            Change::Supply { supply: 2, people: 0 },
            EngineError::NodeOutOfRange { index: 2 },
        ),
        (
            Change::Demand { demand: 2, posts: 0 },
            EngineError::NodeOutOfRange { index: 2 },
        ),
        (
            Change::Supply { supply: 1, people: -1 },
            EngineError::NegativeSupply { index: 1, value: -1 },
        ),
        (
            Change::Demand { demand: 0, posts: -7 },
            EngineError::NegativeDemand { index: 0, value: -7 },
        ),
        (
            Change::Supply {
                supply: 1,
                people: bound - 8,
            },
            EngineError::Overflow,
        ),
        (
            Change::Demand {
                demand: 1,
                posts: bound - 4,
            },
            EngineError::Overflow,
        ),
        (
            Change::Demand {
                demand: 1,
                posts: i64::MAX,
            },
            EngineError::Overflow,
        ),
    ];
    for (bad, expected) in cases {
        assert_eq!(solver.update(&[good, bad], &Unattended), Err(expected), "{bad:?}");
        assert_eq!(solver.problem(), &p);
        assert_eq!(solver.solution(), before);
    }
    // At the bound exactly: 2⁶⁰ people, 2⁶⁰ posts.
    let full = [
        Change::Supply {
            supply: 1,
            people: bound - 3,
        },
        Change::Demand {
            demand: 1,
            posts: bound - 5,
        },
    ];
    solver.update(&full, &Unattended).unwrap();
    assert_eq!(solver.filled(), bound);
    assert_eq!(solver.solution(), solved(solver.problem()));
    assert_eq!(solver.fill_change(0, 1), Err(EngineError::Overflow));
    solver.proved().unwrap();
}

#[test]
fn of_two_changes_of_one_node_the_last_counts() {
    let p = problem(&[3], &[5, 0], &[(0, 0, 1), (0, 1, 0)]);
    let mut solver = Solver::new(&p, &Unattended).unwrap();
    let changes = [4, 9, 2].map(|posts| Change::Demand { demand: 1, posts });
    solver.update(&changes, &Unattended).unwrap();
    assert_eq!(solver.problem().demands, [5, 2]);
    assert_eq!(
        solver.solution(),
        solved(&problem(&[3], &[5, 2], &[(0, 0, 1), (0, 1, 0)]))
    );
}

#[test]
fn problems_with_limits_are_not_kept() {
    let mut p = problem(&[3], &[5], &[(0, 0, 1)]);
    p.limits.push(releve::engine::Limit {
        arcs: vec![0],
        at_most: 1,
    });
    assert_eq!(Solver::new(&p, &Unattended).err(), Some(EngineError::Limited));
}

#[test]
fn the_fill_of_a_change_is_that_of_a_solve_with_it() {
    let mut dice = Dice(77);
    let (mut partial, mut lost) = (0, 0);
    for round in 0..80 {
        let p = draw(&mut dice, 12, 3, 9);
        let mut solver = Solver::new(&p, &Unattended).unwrap();
        let before = solver.solution();
        for _ in 0..12 {
            let supply = dice.index(p.supplies.len());
            let change = dice.quantity(41) - 20;
            let mut q = p.clone();
            q.supplies[supply] = (q.supplies[supply] + change).max(0);
            let expected = solved(&q).filled - before.filled;
            assert_eq!(
                solver.fill_change(supply, change),
                Ok(expected),
                "{round} {p:?} {supply} {change}"
            );
            partial += i32::from(expected > 0 && expected < change);
            lost += i32::from(expected < 0 && expected > change.max(-p.supplies[supply]));
        }
        assert_eq!(solver.solution(), before);
    }
    assert!(partial > 20 && lost > 20, "{partial} {lost}");
    let mut solver = Solver::new(&problem(&[1], &[1], &[]), &Unattended).unwrap();
    assert_eq!(solver.fill_change(1, 1), Err(EngineError::NodeOutOfRange { index: 1 }));
    assert_eq!(solver.fill_change(0, i64::MIN), Ok(0));
}

#[test]
fn the_ranking_tells_what_the_next_thousandth_does() {
    let mut dice = Dice(12);
    let mut filling = 0;
    for _ in 0..60 {
        let p = draw(&mut dice, 10, 3, 9);
        let solver = Solver::new(&p, &Unattended).unwrap();
        let before = solver.solution();
        let ranking = solver.ranking();
        assert_eq!(ranking.len(), p.supplies.len());
        let order: Vec<_> = ranking.iter().map(|m| (!m.fills, m.mismatch, m.supply)).collect();
        assert!(order.is_sorted());
        for margin in ranking {
            let mut q = p.clone();
            q.supplies[margin.supply] += 1;
            let after = solved(&q);
            assert_eq!(after.filled - before.filled, i64::from(margin.fills));
            assert_eq!(after.mismatch - before.mismatch, i128::from(margin.mismatch));
            filling += i32::from(margin.fills);
        }
    }
    assert!(filling > 50, "{filling}");
}

#[test]
fn a_bound_holds_the_exact_fill_and_is_exact_at_present() {
    let mut dice = Dice(31);
    let (mut exact, mut wide) = (0, 0);
    for _ in 0..150 {
        let mut p = draw(&mut dice, 15, 3, 9);
        let solver = Solver::new(&p, &Unattended).unwrap();
        let now = solver.bound(&p.supplies, &p.demands).unwrap();
        assert_eq!((now.at_least, now.at_most), (solver.filled(), solver.filled()));
        for _ in 0..4 {
            edit(&mut dice, &mut p, 12);
        }
        let bound = solver.bound(&p.supplies, &p.demands).unwrap();
        let filled = solved(&p).filled;
        assert!(
            (bound.at_least..=bound.at_most).contains(&filled),
            "{bound:?} {filled} {p:?}"
        );
        exact += i32::from(bound.at_least == bound.at_most);
        wide += i32::from(bound.at_least < bound.at_most);
    }
    assert!(exact > 20 && wide > 20, "{exact} {wide}");
    let solver = Solver::new(&problem(&[3], &[5], &[]), &Unattended).unwrap();
    let bad: [(&[i64], &[i64]); 4] = [(&[], &[5]), (&[3], &[5, 5]), (&[-1], &[5]), (&[3], &[i64::MAX])];
    for (supplies, demands) in bad {
        assert_eq!(solver.bound(supplies, demands), None, "{supplies:?} {demands:?}");
    }
}
