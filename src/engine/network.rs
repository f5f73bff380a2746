//! The problem laid out for the simplex: checked, sorted by supply, without what cannot carry flow.

use super::error::EngineError;
use super::problem::Problem;

/// Bound of sums of quantities and of potentials: two of them still add up inside 64 bits.
const BOUND: i64 = 1 << 60;

/// Nodes `0..supplies` are supplies, then demands, then the slack node. Arcs are grouped by supply and sorted by demand;
/// of duplicates only the cheapest is kept, and arcs to demands without posts are dropped.
#[derive(Debug)]
pub(super) struct Network {
    pub(super) supplies: usize,
    pub(super) demands: usize,
    /// Headcount or posts of each node, without the slack node.
    pub(super) quantities: Vec<i64>,
    /// Arcs of supply `s` are `starts[s]..starts[s + 1]`.
    pub(super) starts: Vec<usize>,
    /// Demand node at the end of each arc.
    pub(super) heads: Vec<u32>,
    pub(super) costs: Vec<u32>,
    /// Position of each arc in the problem.
    pub(super) origins: Vec<u32>,
    pub(super) largest_cost: i64,
}

impl Network {
    /// # Errors
    /// Negative quantities, arcs out of range, and the bounds of [`super::problem`].
    pub(super) fn new(problem: &Problem) -> Result<Self, EngineError> {
        let (supplies, demands) = (problem.supplies.len(), problem.demands.len());
        check_quantities(problem)?;
        let largest_cost = check_sizes(problem)?;
        let mut starts = vec![0_usize; supplies + 1];
        let useful = |demand: u32| problem.demands[demand as usize] > 0;
        for arc in problem.arcs.iter().filter(|a| useful(a.demand)) {
            starts[arc.supply as usize + 1] += 1;
        }
        for s in 0..supplies {
            starts[s + 1] += starts[s];
        }
        let mut place = starts.clone();
        let mut sorted = vec![(0_u32, 0_u32, 0_u32); starts[supplies]];
        for (origin, arc) in (0_u32..).zip(&problem.arcs).filter(|(_, a)| useful(a.demand)) {
            sorted[place[arc.supply as usize]] = (arc.demand, arc.cost, origin);
            place[arc.supply as usize] += 1;
        }
        let mut network = Self {
            supplies,
            demands,
            quantities: problem.supplies.iter().chain(&problem.demands).copied().collect(),
            starts: Vec::with_capacity(supplies + 1),
            heads: Vec::with_capacity(sorted.len()),
            costs: Vec::with_capacity(sorted.len()),
            origins: Vec::with_capacity(sorted.len()),
            largest_cost,
        };
        network.starts.push(0);
        for s in 0..supplies {
            network.push_row(&mut sorted[starts[s]..starts[s + 1]])?;
        }
        Ok(network)
    }

    fn push_row(&mut self, row: &mut [(u32, u32, u32)]) -> Result<(), EngineError> {
        row.sort_unstable();
        let first_demand = u32::try_from(self.supplies).map_err(|_| EngineError::Overflow)?;
        let mut last = None;
        for &mut (demand, cost, origin) in row {
            if last.replace(demand) != Some(demand) {
                self.heads.push(first_demand + demand);
                self.costs.push(cost);
                self.origins.push(origin);
            }
        }
        self.starts.push(self.heads.len());
        Ok(())
    }

    /// Number of the slack node.
    pub(super) fn slack(&self) -> usize {
        self.supplies + self.demands
    }

    /// `(min(|S|, |D|) + 1) · c_max + 1`: an exchange of one unfilled post against mismatch along an alternating path visits each node once,
    /// so at this cost filling one more post is always worth it.
    pub(super) fn lexicographic_cost(&self) -> i64 {
        let shorter = i64::try_from(self.supplies.min(self.demands)).unwrap_or(BOUND);
        (shorter + 1) * self.largest_cost + 1
    }
}

fn check_quantities(problem: &Problem) -> Result<(), EngineError> {
    if let Some((index, &value)) = problem.supplies.iter().enumerate().find(|(_, q)| **q < 0) {
        return Err(EngineError::NegativeSupply { index, value });
    }
    if let Some((index, &value)) = problem.demands.iter().enumerate().find(|(_, q)| **q < 0) {
        return Err(EngineError::NegativeDemand { index, value });
    }
    for side in [&problem.supplies, &problem.demands] {
        let total: i128 = side.iter().map(|&q| i128::from(q)).sum();
        if total > i128::from(BOUND) {
            return Err(EngineError::Overflow);
        }
    }
    Ok(())
}

/// The largest cost, once arcs are in range and `(nodes + 1) · (largest cost + 1)` is within the bound.
fn check_sizes(problem: &Problem) -> Result<i64, EngineError> {
    let (supplies, demands) = (problem.supplies.len(), problem.demands.len());
    let outside = |a: &super::problem::Arc| a.supply as usize >= supplies || a.demand as usize >= demands;
    if let Some(index) = problem.arcs.iter().position(outside) {
        return Err(EngineError::ArcOutOfRange { index });
    }
    let nodes = supplies + demands + 1;
    let largest = problem.arcs.iter().map(|a| i64::from(a.cost)).max().unwrap_or(0);
    let potential = i64::try_from(nodes + 1).ok().and_then(|n| n.checked_mul(largest + 1));
    let countable = u32::try_from(nodes + 1).is_ok() && u32::try_from(problem.arcs.len() + 1).is_ok();
    match potential {
        Some(potential) if potential <= BOUND && countable => Ok(largest),
        _ => Err(EngineError::Overflow),
    }
}
