//! What an assumption would change, computed while it is being dragged: nothing is written until it is let go.

use std::sync::Arc;

use super::Desk;
use crate::app::live::Tryout;
use crate::domain::assumption::Assumption;
use crate::domain::facts::Facts;
use crate::domain::units::Milli;
use crate::market::live::Edit;

/// An assumption on its way, and what it would change.
#[derive(Debug, Clone, PartialEq)]
pub struct Tried {
    pub assumption: Assumption,
    /// Unfilled posts of the territory as they stand, central.
    pub before: Milli,
    /// The answer to the newest value that has one.
    pub answer: Option<Answer>,
    /// True until the newest value has its exact answer.
    pub waits: bool,
    /// True once let go: shown until the figures of the new revision come.
    pub written: bool,
}

/// Unfilled posts of the territory with the assumption tried, central.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Proven bounds: the exact figure lies between.
    Between(Milli, Milli),
    Exact(Milli),
}

impl Desk {
    /// Computes what `assumption` would change. Only the newest value counts.
    pub fn try_assumption(&mut self, assumption: Assumption) {
        let Some(snapshot) = &self.snapshot else { return };
        let Some(gap) = &snapshot.gap else { return };
        let (before, revision) = (gap.total().unfilled.central, snapshot.facts.revision);
        if self.tryout.as_ref().is_none_or(|t| t.revision() != revision) {
            let wake = Arc::clone(&self.wake);
            // Without a thread nothing is tried; letting go still writes.
            self.tryout = Tryout::new(Arc::clone(&snapshot.facts), self.year, move || wake()).ok();
        }
        if let Some(tryout) = &mut self.tryout {
            tryout.ask(vec![Edit::Assumption(assumption.clone())]);
        }
        self.tried = Some(Tried {
            assumption,
            before,
            answer: self.tried.as_ref().and_then(|t| t.answer),
            waits: self.tryout.is_some(),
            written: false,
        });
    }

    /// Forgets what was tried: figures stay those of the file.
    pub fn drop_try(&mut self) {
        self.tried = None;
    }

    /// Takes the newest answer, if one came since the last frame.
    pub(super) fn hear_tryout(&mut self) {
        let Some(answer) = self.tryout.as_mut().and_then(Tryout::poll) else {
            return;
        };
        let whole = self.snapshot.as_ref().is_some_and(|s| stands_alone(&s.facts));
        let Some(tried) = &mut self.tried else { return };
        let Ok(figures) = answer.figures else {
            // What cannot be computed while dragged is told once let go.
            tried.waits = false;
            return;
        };
        if let Some(gap) = &figures.gap {
            tried.answer = Some(Answer::Exact(gap.total().unfilled.central));
            tried.waits = false;
        } else if whole {
            let (low, high) = figures.unfilled();
            tried.answer = Some(Answer::Between(low, high));
        }
    }

    /// True while the newest value tried has no exact answer.
    pub(super) fn is_trying(&self) -> bool {
        self.tried.as_ref().is_some_and(|t| t.waits)
    }
}

/// True where no neighbour is solved beside the territory: bounds of the solved area are then bounds of the territory.
fn stands_alone(facts: &Facts) -> bool {
    let home = |b: &crate::domain::id::BasinCode| {
        let basin = facts.catalogue.basins.iter().find(|c| c.code == *b);
        basin.is_none_or(|c| facts.territory.regions.contains(&c.region))
    };
    facts.survey.iter().all(|row| home(&row.basin)) && facts.needs.iter().all(|need| home(&need.basin))
}
