//! What an assumption would change, computed while it is being dragged: nothing is written until it is let go.

use std::sync::Arc;

use super::Desk;
use crate::app::live::Tryout;
use crate::domain::assumption::Assumption;
use crate::domain::units::Milli;
use crate::market::live::Edit;

/// An assumption on its way, and what it would change.
#[derive(Debug, Clone, PartialEq)]
pub struct Tried {
    pub assumption: Assumption,
    /// Unfilled posts of the territory as they stand, central.
    pub before: Milli,
    /// The same with the newest value that has an answer, central and exact.
    pub after: Option<Milli>,
    /// True until the newest value has its exact answer.
    pub waits: bool,
    /// True once let go: shown until the figures of the new revision come.
    pub written: bool,
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
        let dragged = self
            .tried
            .as_ref()
            .filter(|t| (t.assumption.key, &t.assumption.scope) == (assumption.key, &assumption.scope));
        self.tried = Some(Tried {
            after: dragged.and_then(|t| t.after),
            assumption,
            before,
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
        let Some(tried) = &mut self.tried else { return };
        let same = |edit: &Edit| {
            let Edit::Assumption(asked) = edit else { return false };
            (asked.key, &asked.scope) == (tried.assumption.key, &tried.assumption.scope)
        };
        if !answer.edits.iter().all(same) {
            return;
        }
        match answer.figures {
            Ok(figures) => {
                tried.after = Some(figures.unfilled);
                tried.waits = !(answer.newest && figures.gap.is_some());
            }
            // What cannot be computed while dragged is told once let go.
            Err(_) => tried.waits &= !answer.newest,
        }
    }

    /// True while the newest value tried has no exact answer.
    pub(super) fn is_trying(&self) -> bool {
        self.tried.as_ref().is_some_and(|t| t.waits)
    }
}
