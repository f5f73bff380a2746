//! Which rows, floors and locks exclude each other, when no plan respects them all.

use super::model::Model;
use super::problem::{Conflict, Lock, PlanProblem};
use super::rows::Rows;
use super::run::{Desk, Run, Telling};
use super::{Gap, Watch};
use crate::engine::error::EngineError;

/// A conflict that would be none without any one of its members: each is left out in turn, and kept out while the rest still conflicts.
///
/// Deletion filter (Chinneck and Dravnieks 1991), locks first, by halves of the list at hand. Nobody can be taken away twice: that is no member.
pub(super) fn conflict(problem: &PlanProblem, watch: &dyn Watch) -> Result<Conflict, EngineError> {
    let locks = problem.actions.iter().enumerate().filter(|(_, a)| a.lock != Lock::Free);
    let mut found = Conflict {
        rows: (0..problem.rows.len()).collect(),
        floors: (0..problem.floors.len()).collect(),
        locks: locks.map(|(action, _)| action).collect(),
    };
    for part in [Part::Locks, Part::Floors, Part::Rows] {
        let mut step = part.of(&mut found).len().next_power_of_two();
        while step > 0 {
            let mut at = 0;
            while at < part.of(&mut found).len() {
                let mut fewer = found.clone();
                let list = part.of(&mut fewer);
                let end = (at + step).min(list.len());
                list.drain(at..end);
                if is_possible(&restricted(problem, &fewer), watch)? {
                    at = end;
                } else {
                    found = fewer;
                }
            }
            step /= 2;
        }
    }
    Ok(found)
}

#[derive(Clone, Copy)]
enum Part {
    Locks,
    Floors,
    Rows,
}

impl Part {
    fn of(self, conflict: &mut Conflict) -> &mut Vec<usize> {
        match self {
            Self::Locks => &mut conflict.locks,
            Self::Floors => &mut conflict.floors,
            Self::Rows => &mut conflict.rows,
        }
    }
}

/// The problem with the members of a conflict only.
fn restricted(problem: &PlanProblem, kept: &Conflict) -> PlanProblem {
    let mut fewer = problem.clone();
    fewer.rows = kept.rows.iter().map(|&row| problem.rows[row].clone()).collect();
    fewer.floors = kept.floors.iter().map(|&floor| problem.floors[floor].clone()).collect();
    for (action, a) in fewer.actions.iter_mut().enumerate() {
        if kept.locks.binary_search(&action).is_err() {
            a.lock = Lock::Free;
        }
    }
    fewer
}

/// True when some plan respects everything.
fn is_possible(problem: &PlanProblem, watch: &dyn Watch) -> Result<bool, EngineError> {
    let model = Model::of_floors(problem)?;
    let rows = Rows::new(model.actions, model.rows.clone());
    let Ok(choice) = rows.locked(&model.locks) else {
        return Ok(false);
    };
    let mut desk = Desk::new(&model, &rows, watch)?;
    let mut run = Run::new(&mut desk, Vec::new(), choice, Gap::NONE, Telling::Silent);
    run.pursue(super::branch::Effort::All)?;
    Ok(run.best.is_some())
}
