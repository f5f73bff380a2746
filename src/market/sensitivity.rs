//! Which assumption moves the gap most: unfilled posts with each one at its low and at its high end, the others central.

use super::MarketError;
use super::live::{Edit, Live};
use super::solve::Request;
use crate::domain::assumption::{Assumption, AssumptionKey};
use crate::domain::facts::Facts;
use crate::domain::progress::Progress;
use crate::domain::units::{Milli, Range};

/// What the ends of each assumption change, on the facts of one revision.
#[derive(Debug, Clone, PartialEq)]
pub struct Sensitivity {
    pub year: u16,
    pub revision: i64,
    /// Unfilled posts of the territory with every assumption central.
    pub unfilled: Milli,
    /// The widest first; on a tie, in the order of keys and scopes.
    pub swings: Vec<Swing>,
    /// Assumptions whose ends coincide: nothing to try.
    pub without_range: usize,
}

/// One assumption at its ends.
#[derive(Debug, Clone, PartialEq)]
pub struct Swing {
    pub assumption: Assumption,
    /// Unfilled posts of the territory at its low and at its high end.
    pub unfilled: [Milli; 2],
}

impl Sensitivity {
    /// By how many unfilled posts each end departs from the centre.
    pub fn changes(&self, swing: &Swing) -> [Milli; 2] {
        swing.unfilled.map(|posts| posts - self.unfilled)
    }

    fn span(&self, swing: &Swing) -> Milli {
        let [low, high] = self.changes(swing);
        let nothing = Milli::ZERO;
        low.max(high).max(nothing) - low.min(high).min(nothing)
    }
}

/// Solves the centre of the gap once with every assumption as it is, then twice an assumption with a range: `2 n + 1` exact solves, each warm
/// from the one before. Only the assumptions of the potential lens are tried: cost of a seat, surplus, noise and what
/// only scenarios suppose fill no post of the year.
///
/// # Errors
/// As [`super::solve`].
pub fn sensitivity(facts: &Facts, year: u16, progress: &dyn Progress) -> Result<Sensitivity, MarketError> {
    let tried = |a: &&Assumption| enters_the_gap(a.key);
    let (ranged, exact): (Vec<&Assumption>, Vec<&Assumption>) = facts
        .assumptions
        .iter()
        .filter(tried)
        .partition(|a| a.value.low < a.value.high);
    let steps = 2 * ranged.len() as u64 + 1;
    progress.report(0, steps);
    let mut live = Live::new(facts, Request { year: Some(year) }, progress)?;
    let unfilled = live.try_edits(&[], progress)?.unfilled;
    let mut found = Sensitivity {
        year,
        revision: facts.revision,
        unfilled,
        swings: Vec::with_capacity(ranged.len()),
        without_range: exact.len(),
    };
    for (done, assumption) in (0_u64..).zip(ranged) {
        let mut at = |end: u64, value: f64| {
            progress.report(2 * done + 1 + end, steps);
            if progress.is_cancelled() {
                return Err(MarketError::Cancelled);
            }
            let tried = Assumption {
                value: Range::exact(value),
                ..assumption.clone()
            };
            Ok(live.try_edits(&[Edit::Assumption(tried)], progress)?.unfilled)
        };
        let ends = [at(0, assumption.value.low)?, at(1, assumption.value.high)?];
        found.swings.push(Swing {
            assumption: assumption.clone(),
            unfilled: ends,
        });
    }
    progress.report(steps, steps);
    let mut swings = std::mem::take(&mut found.swings);
    swings.sort_by_key(|swing| -found.span(swing));
    found.swings = swings;
    Ok(found)
}

/// The potential lens is deaf to what values seats and to what the expected lens supposes.
fn enters_the_gap(key: AssumptionKey) -> bool {
    let deaf = matches!(
        key,
        AssumptionKey::SeatCost | AssumptionKey::MatchSurplus | AssumptionKey::MatchNoise
    );
    !deaf && !key.is_of_scenarios() && !key.is_of_skills()
}
