//! Local search: one action given back, the best bundles in its place.

use super::greedy::{Greedy, Measure, Stale};
use super::run::Run;
use crate::engine::error::EngineError;

/// Passes over the actions taken, at most.
const PASSES: usize = 3;

impl Run<'_, '_> {
    /// Gives back each action in turn and fills the room anew, as long as that gains; only actions not yet decided take part.
    pub(super) fn swap(&mut self, greedy: &Greedy<'_>) -> Result<(), EngineError> {
        for _ in 0..PASSES {
            let Some(best) = &self.best else { return Ok(()) };
            let start = best.taken.clone();
            let before = self.to_beat();
            for action in (0..start.len()).filter(|&action| start[action]) {
                if !self.go_on()? || self.is_close() {
                    return Ok(());
                }
                self.replace(greedy, action)?;
            }
            if self.to_beat() == before {
                return Ok(());
            }
        }
        Ok(())
    }

    /// The best plan without an action, extended by others.
    fn replace(&mut self, greedy: &Greedy<'_>, action: usize) -> Result<(), EngineError> {
        let Some(best) = &self.best else { return Ok(()) };
        let mut taken = best.taken.clone();
        if self.choice.made[action].is_some() || !std::mem::replace(&mut taken[action], false) {
            return Ok(());
        }
        if !self.desk.rows.allow(&taken) {
            return Ok(());
        }
        let open = |bundle: &usize| {
            let actions = &greedy.bundles[*bundle].actions;
            let free = |&a: &usize| taken[a] || a != action && self.choice.made[a] != Some(false);
            actions.iter().all(free) && actions.iter().any(|&a| !taken[a])
        };
        let among: Vec<usize> = (0..greedy.bundles.len()).filter(open).collect();
        let watch = self.desk.watch;
        let enough = || watch.is_cancelled() || watch.is_enough();
        let careful = (Measure::Gain, Stale::LookedAtAgain);
        greedy.extend(&mut self.desk.fills, &mut taken, careful, &among, enough)?;
        self.offer(&taken)?;
        Ok(())
    }
}
