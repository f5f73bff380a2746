//! The plan optimiser against every plan there is.

use releve::domain::progress::Unattended;
use releve::engine::EngineError;
use releve::engine::plan::{Conflict, Gap, PlanError, PlanProblem, plan};

use super::plan_oracle::{draw, everything, headcounts, objectives, plans, respects};
use crate::dice::Dice;

/// Compares with every plan: the best objective, proved; or a conflict that any one member less would lift.
fn check(problem: &PlanProblem, name: &str) -> Option<i64> {
    let possible = plans(problem, &everything(problem));
    let found = plan(problem, Gap::NONE, &Unattended);
    if possible.is_empty() {
        let Err(EngineError::Plan(PlanError::Infeasible(conflict))) = found else {
            panic!("{name}: {found:?}, and no plan is possible");
        };
        check_conflict(problem, &conflict, name);
        return None;
    }
    let found = found.unwrap_or_else(|e| panic!("{name}: {e}"));
    let best = objectives(problem, &possible).into_iter().max().unwrap();
    assert_eq!(found.standing.objective, best, "{name}: {problem:?}");
    assert_eq!(found.standing.bound, best, "{name}: bound");
    assert!(
        found.is_proved && respects(problem, &found.taken, &everything(problem)),
        "{name}"
    );
    let place = possible.iter().position(|p| *p == found.taken).unwrap();
    assert_eq!(objectives(problem, &possible)[place], best, "{name}: its own plan");
    Some(best)
}

fn check_conflict(problem: &PlanProblem, conflict: &Conflict, name: &str) {
    assert_eq!(
        plans(problem, conflict),
        Vec::<Vec<bool>>::new(),
        "{name}: {conflict:?} is none"
    );
    let lifted = |fewer: &Conflict| assert!(!plans(problem, fewer).is_empty(), "{name}: {fewer:?} suffices");
    for n in 0..conflict.rows.len() {
        let mut fewer = conflict.clone();
        fewer.rows.remove(n);
        lifted(&fewer);
    }
    for n in 0..conflict.floors.len() {
        let mut fewer = conflict.clone();
        fewer.floors.remove(n);
        lifted(&fewer);
    }
    for n in 0..conflict.locks.len() {
        let mut fewer = conflict.clone();
        fewer.locks.remove(n);
        lifted(&fewer);
    }
}

#[test]
fn the_plan_is_the_best_of_all_plans() {
    let mut dice = Dice(404);
    let (mut solved, mut impossible) = (0, 0);
    for round in 0..600 {
        let actions = 1 + dice.index(8);
        let problem = draw(&mut dice, actions);
        match check(&problem, &format!("round {round}")) {
            Some(_) => solved += 1,
            None => impossible += 1,
        }
    }
    assert!(solved > 300 && impossible > 60, "{solved} {impossible}");
}

#[test]
fn headcounts_of_a_plan_are_never_negative() {
    let mut dice = Dice(7);
    for _ in 0..100 {
        let problem = draw(&mut dice, 6);
        if let Ok(found) = plan(&problem, Gap::USUAL, &Unattended) {
            for block in 0..problem.blocks.len() {
                assert!(headcounts(&problem, block, &found.taken).iter().all(|&n| n >= 0));
            }
        }
    }
}
