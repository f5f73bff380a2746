//! Trials of changes against whole solves of the changed problem.

use releve::domain::progress::Unattended;
use releve::engine::{Arc, Problem, Trials, solve};

/// A small generator of numbers: the same run each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }

    fn index(&mut self, most: usize) -> usize {
        usize::try_from(self.below(u64::try_from(most).unwrap())).unwrap()
    }
}

fn draw(dice: &mut Dice) -> Problem {
    let (supplies, demands) = (1 + dice.index(7), 1 + dice.index(7));
    let quantity = |dice: &mut Dice| i64::try_from(dice.below(12)).unwrap();
    let mut problem = Problem {
        supplies: (0..supplies).map(|_| quantity(dice)).collect(),
        demands: (0..demands).map(|_| quantity(dice)).collect(),
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
        let mut trials = Trials::new(&problem, &solution);
        for _ in 0..6 {
            let sign = if dice.below(2) == 0 { 1 } else { -1 };
            let count = 1 + dice.index(3);
            let mut changed = problem.clone();
            let mut changes = Vec::new();
            // Distinct supplies: a headcount stops at zero once.
            for supply in 0..problem.supplies.len().min(count) {
                let people = sign * i64::try_from(dice.below(15)).unwrap();
                changes.push((supply, people));
                changed.supplies[supply] = (changed.supplies[supply] + people).max(0);
            }
            let effect = trials.change(&changes);
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
            assert_eq!(trials.change(&changes), effect);
            let asked: i64 = changes.iter().map(|(_, people)| people).sum();
            partial += i32::from(effect.gain > 0 && effect.gain < asked);
            losses += i32::from(effect.gain < 0 && effect.gain > asked);
        }
    }
    assert!(partial > 50 && losses > 50, "{partial} {losses}");
}

#[test]
fn people_make_way_for_others_along_a_chain() {
    let arc = |supply, demand| Arc {
        supply,
        demand,
        cost: 0,
    };
    // 0 can only take post 0, held by 1, who can take post 1, held by 2, who can take post 2, open.
    let problem = Problem {
        supplies: vec![0, 5, 5],
        demands: vec![5, 5, 5],
        arcs: vec![arc(0, 0), arc(1, 0), arc(1, 1), arc(2, 1), arc(2, 2)],
        limits: Vec::new(),
    };
    let mut solution = solve(&problem, &Unattended).unwrap();
    (solution.flows, solution.unfilled) = (vec![0, 5, 0, 5, 0], vec![0, 0, 5]);
    let mut trials = Trials::new(&problem, &solution);
    let effect = trials.change(&[(0, 8)]);
    assert_eq!((effect.gain, effect.demands), (5, vec![(2, 5)]));
    // Taken away, nobody is unused to take the place.
    let effect = trials.change(&[(1, -3)]);
    assert_eq!((effect.gain, effect.demands), (-3, vec![(0, -3)]));
}
