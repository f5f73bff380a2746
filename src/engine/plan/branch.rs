//! Branch and bound: plunges from the most promising open part, cuts on the way, until nothing better can be.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::greedy::Greedy;
use super::relax::{Proved, Relaxation};
use super::rows::Choice;
use super::run::Run;
use crate::engine::error::EngineError;

/// Shares this near to 0 or 1 are whole.
const WHOLE_SHARE: f64 = 1e-6;
/// Rounds of new cuts at a point that is no plan: more did not pay.
const CUT_ROUNDS: usize = 1;
/// The same at a plan, where cuts make the relaxation exact.
const CUT_ROUNDS_AT_PLAN: usize = 50;

/// Plunges between two plans drawn from a relaxation.
const PLUNGES_PER_PLAN: usize = 16;

/// Part of the plans: those that keep to a path of choices. Ordered by bound, then the first found.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Part {
    bound: i64,
    number: Reverse<usize>,
    path: Vec<(usize, bool)>,
}

/// What a relaxation within a part tells.
enum Finding {
    /// Nothing better is in it.
    Done,
    /// The action to branch on, the side to look at first, and what is proved of the part.
    Split { action: usize, taken: bool, proved: Proved },
}

/// How many parts a search may look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Effort {
    All,
    Parts(usize),
}

impl Effort {
    fn is_spent(self, parts: usize) -> bool {
        matches!(self, Self::Parts(most) if parts >= most)
    }
}

impl Run<'_, '_> {
    /// Searches what is left below the root until the gap asked is proved, the listener has enough, or effort is spent.
    pub(super) fn branch(&mut self, greedy: &Greedy<'_>, root: &Relaxation, effort: Effort) -> Result<(), EngineError> {
        let mut open = BinaryHeap::from([Part {
            bound: self.bound,
            number: Reverse(0),
            path: Vec::new(),
        }]);
        let first = self.parts;
        let mut plunges = 0_usize;
        while let Some(part) = open.pop() {
            self.lower(part.bound);
            if part.bound <= self.to_beat() {
                return Ok(());
            }
            if self.is_close() || !self.go_on()? || effort.is_spent(self.parts - first) {
                return Ok(());
            }
            let drawing = plunges.is_multiple_of(PLUNGES_PER_PLAN).then_some(greedy);
            plunges += 1;
            self.plunge(root, part, &mut open, drawing)?;
            if !self.go_on()? {
                // The part may have been left in the middle: its bound stands.
                return Ok(());
            }
        }
        self.lower(self.to_beat());
        Ok(())
    }

    /// Follows one side of each choice to the end, and leaves the others open. Where bundles are given, a plan is drawn on the way.
    fn plunge(
        &mut self,
        root: &Relaxation,
        part: Part,
        open: &mut BinaryHeap<Part>,
        mut drawing: Option<&Greedy<'_>>,
    ) -> Result<(), EngineError> {
        let mut relaxation = root.clone();
        let mut choice = self.choice.clone();
        let mut path = part.path;
        for &(action, taken) in &path {
            if self.desk.rows.choose(&mut choice, action, taken).is_err() {
                return Ok(());
            }
        }
        loop {
            relaxation.keep_to(&choice);
            let Finding::Split { action, taken, proved } = self.look(&mut relaxation, &mut choice)? else {
                return Ok(());
            };
            if let Some(greedy) = drawing.take() {
                let shares = relaxation.shares(&self.frame());
                self.draw(greedy, &shares, &proved)?;
            }
            let mut other = path.clone();
            other.push((action, !taken));
            self.parts += 1;
            let number = Reverse(self.parts);
            open.push(Part {
                bound: proved.bound.min(part.bound),
                number,
                path: other,
            });
            path.push((action, taken));
            if self.desk.rows.choose(&mut choice, action, taken).is_err() {
                return Ok(());
            }
        }
    }

    /// Solves the relaxation of a part, with new cuts, and chooses where to split it.
    fn look(&mut self, relaxation: &mut Relaxation, choice: &mut Choice) -> Result<Finding, EngineError> {
        let mut rounds = 0;
        loop {
            let Some(proved) = self.relax_within(relaxation, choice)? else {
                return Ok(Finding::Done);
            };
            if proved.bound <= self.to_beat() {
                return Ok(Finding::Done);
            }
            if self.best.is_some() {
                for (action, taken) in proved.forced(choice, self.to_beat()) {
                    if self.desk.rows.choose(choice, action, taken).is_err() {
                        return Ok(Finding::Done);
                    }
                }
                relaxation.keep_to(choice);
            }
            if !self.go_on()? {
                return Ok(Finding::Done);
            }
            let shares = relaxation.shares(&self.frame());
            let Some(first) = choice.first_open() else {
                self.offer(&choice.taken())?;
                return Ok(Finding::Done);
            };
            let partial = split(&shares, choice, &proved);
            if partial.is_none() {
                let taken: Vec<bool> = shares.iter().map(|&share| share > 0.5).collect();
                self.offer(&taken)?;
            }
            rounds += 1;
            if rounds
                <= if partial.is_none() {
                    CUT_ROUNDS_AT_PLAN
                } else {
                    CUT_ROUNDS
                }
            {
                self.separate(relaxation, &shares)?;
                if relaxation.add_broken(&self.frame(), &self.desk.pool) > 0 {
                    continue;
                }
            }
            // Within rounding the plan of this point is the best of the part; as proofs are exact, the part is split on.
            let (action, taken) = partial.unwrap_or((first, shares[first] > 0.5));
            return Ok(Finding::Split { action, taken, proved });
        }
    }
}

/// The open action in shares whose choice matters most, and the nearer side.
fn split(shares: &[f64], choice: &Choice, proved: &Proved) -> Option<(usize, bool)> {
    let mut best: Option<(f64, i128, usize)> = None;
    for (action, &share) in shares.iter().enumerate() {
        let part = share.min(1.0 - share);
        if choice.made[action].is_some() || part < WHOLE_SHARE {
            continue;
        }
        let candidate = ((part * 16.0).round(), proved.weight(action), action);
        let better = best.is_none_or(|best| (candidate.0, candidate.1) > (best.0, best.1));
        if better {
            best = Some(candidate);
        }
    }
    best.map(|(_, _, action)| (action, shares[action] >= 0.5))
}
