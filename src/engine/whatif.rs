//! What a supply is worth: at the margin from the duals, and exactly for a given change, without touching the solution.

use super::error::EngineError;
use super::network::BOUND;
use super::search::Search;
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

/// What a change of supplies brings.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Effect {
    /// Thousandths of posts filled more, or fewer.
    pub gain: i64,
    /// Demands whose filled posts change, and by how many, in order. One way to do it, others may exist.
    pub demands: Vec<(usize, i64)>,
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
    /// # Errors
    /// A supply that does not exist, a sum beyond its bound.
    pub fn fill_change(&mut self, supply: usize, change: i64) -> Result<i64, EngineError> {
        if change < 0 {
            return Ok(self.fewer(&[(supply, change.saturating_neg())])?.gain);
        }
        self.check_trial(&[(supply, change)])?;
        let class = self.class_of(supply);
        let mut search = self.search();
        if search.fits_tree(class, change) {
            return Ok(change);
        }
        Ok(search.gain(class, change))
    }

    /// Exact effect of thousandths of people more at supplies.
    ///
    /// Fill is a maximum flow: costs do not matter, so ways are sought from the supplies to unfilled posts until the people are placed or no
    /// way is left (Ford and Fulkerson 1956). Flows are changed beside those of the tree.
    ///
    /// # Errors
    /// A supply that does not exist, a negative number of people, a sum beyond its bound.
    pub fn more(&mut self, people: &[(usize, i64)]) -> Result<Effect, EngineError> {
        self.check_trial(people)?;
        let added: Vec<(u32, i64)> = people.iter().map(|&(s, n)| (self.class_of(s), n)).collect();
        let mut search = self.search();
        let gain = added.into_iter().map(|(class, n)| search.gain(class, n)).sum();
        Ok(effect(gain, &search))
    }

    /// Exact effect of thousandths of people fewer at distinct supplies; a headcount stops at zero. Ways are sought from unused people to the
    /// posts given up.
    ///
    /// # Errors
    /// As [`Solver::more`].
    pub fn fewer(&mut self, people: &[(usize, i64)]) -> Result<Effect, EngineError> {
        self.check_trial(&people.iter().map(|&(s, n)| (s, n.min(0))).collect::<Vec<_>>())?;
        let there = |supply: usize| self.problem().supplies[supply];
        let taken: Vec<(u32, i64)> = people
            .iter()
            .map(|&(s, n)| (self.class_of(s), n.min(there(s))))
            .collect();
        let mut search = self.search();
        let lost: i64 = taken.into_iter().map(|(class, n)| search.loss(class, n)).sum();
        Ok(effect(-lost, &search))
    }

    fn check_trial(&self, people: &[(usize, i64)]) -> Result<(), EngineError> {
        let mut total = self.people();
        for &(index, value) in people {
            if index >= self.problem().supplies.len() {
                return Err(EngineError::NodeOutOfRange { index });
            }
            if value < 0 {
                return Err(EngineError::NegativeSupply { index, value });
            }
            total += i128::from(value);
        }
        if total > i128::from(BOUND) {
            return Err(EngineError::Overflow);
        }
        Ok(())
    }
}

fn effect(gain: i64, search: &Search<'_>) -> Effect {
    let first = search.network.supplies;
    let demands = search.changes.by_demand().into_iter();
    Effect {
        gain,
        demands: demands.map(|(node, more)| (node as usize - first, more)).collect(),
    }
}
