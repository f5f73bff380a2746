//! What a change of supply would fill, without keeping it.

use super::MarketError;
use super::matching::Silent;
use crate::domain::progress::Progress;
use crate::engine::{Problem, Solution, solve};

/// A solved problem to ask questions of.
pub(super) struct WhatIf {
    problem: Problem,
    solution: Solution,
}

/// What a change brings.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Effect {
    /// Thousandths of posts filled more, or less.
    pub gain: i64,
    /// Demands whose filled posts change, and by how much.
    pub receivers: Vec<(usize, i64)>,
}

impl WhatIf {
    pub fn new(problem: Problem, progress: &dyn Progress) -> Result<Self, MarketError> {
        let solution = solve(&problem, &Silent(progress))?;
        Ok(Self { problem, solution })
    }

    /// Thousandths of posts filled without change.
    pub fn filled(&self) -> i64 {
        self.solution.filled
    }

    pub fn supplies(&self) -> &[i64] {
        &self.problem.supplies
    }

    /// The effect of thousandths of people added to supplies; the problem stays as it was.
    pub fn change(&mut self, changes: &[(usize, i64)], progress: &dyn Progress) -> Result<Effect, MarketError> {
        if changes.is_empty() {
            return Ok(Effect::default());
        }
        let mut changed = self.problem.clone();
        for (supply, people) in changes {
            changed.supplies[*supply] += people;
        }
        let solution = solve(&changed, &Silent(progress))?;
        let moved = self.solution.unfilled.iter().zip(&solution.unfilled).enumerate();
        let receivers = moved.filter(|(_, (before, after))| before != after);
        Ok(Effect {
            gain: solution.filled - self.solution.filled,
            receivers: receivers
                .map(|(demand, (before, after))| (demand, before - after))
                .collect(),
        })
    }
}
