//! Trials of changes against whole solves of the changed problem.

use releve::domain::progress::Unattended;
use releve::engine::{Arc, Effect, EngineError, Problem, Solver, solve};

use crate::dice::Dice;

fn draw(dice: &mut Dice) -> Problem {
    let (supplies, demands) = (1 + dice.index(7), 1 + dice.index(7));
    let mut problem = Problem {
        supplies: (0..supplies).map(|_| dice.quantity(12)).collect(),
        demands: (0..demands).map(|_| dice.quantity(12)).collect(),
        arcs: Vec::new(),
        limits: Vec::new(),
    };
    for _ in 0..dice.index(supplies * demands + 1) {
        problem.arcs.push(Arc {
            supply: u32::try_from(dice.index(supplies)).unwrap(),
            demand: u32::try_from(dice.index(demands)).unwrap(),
            cost: u32::try_from(dice.below(9)).unwrap(),
        });
    }
    problem
}

fn filled(problem: &Problem) -> i64 {
    solve(problem, &Unattended).unwrap().filled
}

#[test]
fn a_trial_fills_what_a_whole_solve_of_the_changed_problem_fills() {
    let mut dice = Dice(7);
    let (mut partial, mut losses) = (0, 0);
    for _ in 0..400 {
        let problem = draw(&mut dice);
        let solution = solve(&problem, &Unattended).unwrap();
        let mut solver = Solver::new(&problem, &Unattended).unwrap();
        let mut change = |changes: &[(usize, i64)], sign: i64| -> Effect {
            let people: Vec<(usize, i64)> = changes.iter().map(|(supply, n)| (*supply, n.abs())).collect();
            let tried = if sign > 0 {
                solver.more(&people)
            } else {
                solver.fewer(&people)
            };
            tried.unwrap()
        };
        for _ in 0..6 {
            let sign = if dice.below(2) == 0 { 1 } else { -1 };
            let count = 1 + dice.index(3);
            let mut changed = problem.clone();
            let mut changes = Vec::new();
            // Distinct supplies: a headcount stops at zero once.
            for supply in 0..problem.supplies.len().min(count) {
                let people = sign * dice.quantity(15);
                changes.push((supply, people));
                changed.supplies[supply] = (changed.supplies[supply] + people).max(0);
            }
            let effect = change(&changes, sign);
            assert_eq!(
                effect.gain,
                filled(&changed) - solution.filled,
                "{problem:?} {changes:?}"
            );
            assert_eq!(effect.demands.iter().map(|(_, more)| more).sum::<i64>(), effect.gain);
            for (demand, more) in &effect.demands {
                let left = solution.unfilled[*demand] - more;
                assert!(
                    (0..=problem.demands[*demand]).contains(&left),
                    "{problem:?} {changes:?}"
                );
            }
            // The solution is as before: the same trial gives the same effect.
            assert_eq!(change(&changes, sign), effect);
            let asked: i64 = changes.iter().map(|(_, people)| people).sum();
            partial += i32::from(effect.gain > 0 && effect.gain < asked);
            losses += i32::from(effect.gain < 0 && effect.gain > asked);
        }
    }
    assert!(partial > 50 && losses > 50, "{partial} {losses}");
}

#[test]
fn people_make_way_for_others_along_a_chain() {
    let arc = |supply, demand, cost| Arc { supply, demand, cost };
    // 0 can only take post 0, held by 1, who can take post 1, held by 2, who can take post 2, open.
    let problem = Problem {
        supplies: vec![0, 5, 5],
        demands: vec![5, 5, 5],
        arcs: vec![arc(0, 0, 0), arc(1, 0, 0), arc(1, 1, 9), arc(2, 1, 0), arc(2, 2, 9)],
        limits: Vec::new(),
    };
    let mut solver = Solver::new(&problem, &Unattended).unwrap();
    assert_eq!(solver.solution().flows, [0, 5, 0, 5, 0]);
    let effect = solver.more(&[(0, 8)]).unwrap();
    assert_eq!((effect.gain, effect.demands), (5, vec![(2, 5)]));
    // Taken away, nobody is unused to take the place.
    let effect = solver.fewer(&[(1, 3)]).unwrap();
    assert_eq!((effect.gain, effect.demands), (-3, vec![(0, -3)]));
    assert_eq!(solver.more(&[(3, 1)]), Err(EngineError::NodeOutOfRange { index: 3 }));
    let negative = EngineError::NegativeSupply { index: 1, value: -1 };
    assert_eq!(solver.more(&[(1, -1)]), Err(negative.clone()));
    assert_eq!(solver.fewer(&[(1, -1)]), Err(negative));
}
