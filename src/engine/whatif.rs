//! What a supply is worth: at the margin from the duals, and exactly for a given change, without touching the solution.

use super::error::EngineError;
use super::network::BOUND;
use super::solver::Solver;

/// Worth of the next thousandth of a person at a supply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Margin {
    pub supply: usize,
    /// True when it fills a thousandth of a post more.
    pub fills: bool,
    /// What it adds to the mismatch, tenths of a generalised minute; negative or zero when it fills nothing.
    pub mismatch: i64,
}

impl Solver {
    /// The supplies from the most to the least useful for one more thousandth: those that fill a post first, then by mismatch, then in order.
    ///
    /// Read off the duals, which are one-sided derivatives because the tree is strongly feasible.
    pub fn ranking(&self) -> Vec<Margin> {
        let leads = self.leads_to_unfilled();
        let margin = |supply: usize| {
            let class = self.class_of(supply) as usize;
            let fills = leads[class];
            let worth = self.tree().potentials[class];
            let mismatch = if fills { self.unfilled_cost() - worth } else { -worth };
            Margin {
                supply,
                fills,
                mismatch,
            }
        };
        let mut margins: Vec<Margin> = (0..self.problem().supplies.len()).map(margin).collect();
        margins.sort_by_key(|m| (!m.fills, m.mismatch, m.supply));
        margins
    }

    /// Exact change of the posts filled, thousandths, if the headcount of a supply changed by `change`; a headcount stops at zero.
    ///
    /// Fill is a maximum flow: costs do not matter, so ways are sought from the supply to unfilled posts (more people), or from unused people
    /// to the posts given up (fewer), until `change` is used up or none is left. Flows are changed beside those of the tree.
    ///
    /// # Errors
    /// A supply that does not exist, a sum beyond its bound.
    pub fn fill_change(&mut self, supply: usize, change: i64) -> Result<i64, EngineError> {
        let Some(&people) = self.problem().supplies.get(supply) else {
            return Err(EngineError::NodeOutOfRange { index: supply });
        };
        if i128::from(change) + self.people() > i128::from(BOUND) {
            return Err(EngineError::Overflow);
        }
        let class = self.class_of(supply);
        let mut search = self.search();
        if change >= 0 {
            return Ok(search.gain(class, change));
        }
        Ok(-search.loss(class, people.min(change.saturating_neg())))
    }
}
