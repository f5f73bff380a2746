//! The problem laid out for the simplex: checked, sorted, identical supplies together, without what cannot carry flow.

use std::ops::Range;

use super::canonical::TieRule;
use super::class::{Classes, Rows};
use super::error::EngineError;
use super::problem::{Arc, Problem};
use super::simplex::number;

/// Bound of sums of quantities and of potentials: two of them still add up inside 64 bits.
pub(super) const BOUND: i64 = 1 << 60;

/// Nodes `0..supplies` are classes of supplies, then come demands, then the slack node.
///
/// Supplies that can take the same posts at the same costs are one class: they are solved together and share the result. Arcs are grouped
/// by class and sorted by demand; of duplicates only the cheapest is kept.
#[derive(Debug, Clone)]
pub(super) struct Network {
    pub(super) supplies: usize,
    pub(super) demands: usize,
    /// Headcount or posts of each node, without the slack node.
    pub(super) quantities: Vec<i64>,
    /// Arcs of class `s` are `starts[s]..starts[s + 1]`.
    pub(super) starts: Vec<usize>,
    /// Demand node at the end of each arc.
    pub(super) heads: Vec<u32>,
    pub(super) costs: Vec<u32>,
    pub(super) classes: Classes,
    pub(super) largest_cost: i64,
    pub(super) ties: TieRule,
}

impl Network {
    /// # Errors
    /// Negative quantities, arcs out of range, and the bounds of [`super::problem`].
    pub(super) fn new(problem: &Problem) -> Result<Self, EngineError> {
        let largest_cost = check(problem)?;
        let classes = Classes::new(Rows::new(problem));
        let first_demand = u32::try_from(classes.len()).map_err(|_| EngineError::Overflow)?;
        let headcounts = (0..classes.len()).map(|class| {
            let members = classes.members(class).iter();
            members.map(|&s| problem.supplies[s as usize]).sum()
        });
        let arcs = (0..classes.len()).map(|class| classes.row(class).len()).sum();
        let mut network = Self {
            supplies: classes.len(),
            demands: problem.demands.len(),
            quantities: headcounts.chain(problem.demands.iter().copied()).collect(),
            starts: vec![0],
            heads: Vec::with_capacity(arcs),
            costs: Vec::with_capacity(arcs),
            largest_cost,
            ties: TieRule::new(classes.len() + problem.demands.len() + 1, 0),
            classes,
        };
        for class in 0..network.supplies {
            let row = network.classes.row(class);
            network.heads.extend(row.iter().map(|link| first_demand + link.demand));
            network.costs.extend(row.iter().map(|link| link.cost));
            network.starts.push(network.heads.len());
        }
        Ok(network)
    }

    /// Tie weight of the arc from a class to a demand node.
    pub(super) fn tie(&self, supply: usize, head: u32) -> i64 {
        let demand = head - u32::try_from(self.supplies).unwrap_or(head);
        self.ties.weight(self.classes.hashes()[supply], demand)
    }

    /// Demand nodes that a class has arcs to.
    pub(super) fn row_heads(&self, supply: u32) -> &[u32] {
        &self.heads[self.arcs(supply)]
    }

    /// Node of a demand.
    pub(super) fn demand(&self, demand: usize) -> u32 {
        number(self.supplies + demand)
    }

    /// Place of a demand node among demands.
    pub(super) fn place(&self, node: u32) -> usize {
        node as usize - self.supplies
    }

    /// Numbers of the arcs of a class.
    pub(super) fn arcs(&self, supply: u32) -> Range<usize> {
        self.starts[supply as usize]..self.starts[supply as usize + 1]
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

/// The arcs of the network grouped by demand.
#[derive(Debug, Clone)]
pub(super) struct Inbound {
    starts: Vec<usize>,
    tails: Vec<u32>,
    costs: Vec<u32>,
    /// Network arc of each.
    arcs: Vec<u32>,
}

impl Inbound {
    pub(super) fn new(network: &Network) -> Self {
        let mut starts = vec![0; network.demands + 1];
        for &head in &network.heads {
            starts[head as usize - network.supplies + 1] += 1;
        }
        for demand in 0..network.demands {
            starts[demand + 1] += starts[demand];
        }
        let mut place: Vec<usize> = starts.clone();
        let blank = || vec![0_u32; network.heads.len()];
        let (mut tails, mut costs, mut arcs) = (blank(), blank(), blank());
        for supply in 0..number(network.supplies) {
            for arc in network.arcs(supply) {
                let free = &mut place[network.heads[arc] as usize - network.supplies];
                (tails[*free], costs[*free], arcs[*free]) = (supply, network.costs[arc], number(arc));
                *free += 1;
            }
        }
        Self {
            starts,
            tails,
            costs,
            arcs,
        }
    }

    /// Classes with an arc to a demand, and the costs of these arcs.
    pub(super) fn row(&self, demand: usize) -> (&[u32], &[u32]) {
        let range = self.starts[demand]..self.starts[demand + 1];
        (&self.tails[range.clone()], &self.costs[range])
    }

    /// Network arc at a place of the row of a demand.
    pub(super) fn arc(&self, demand: usize, place: usize) -> u32 {
        self.arcs[self.starts[demand] + place]
    }
}

/// Checks a problem; its largest cost.
///
/// # Errors
/// Negative quantities, arcs out of range, and the bounds of [`super::problem`].
pub(super) fn check(problem: &Problem) -> Result<i64, EngineError> {
    check_quantities(problem)?;
    check_sizes(problem)
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
    let outside = |a: &Arc| a.supply as usize >= supplies || a.demand as usize >= demands;
    let (mut any_outside, mut largest) = (false, 0);
    for arc in &problem.arcs {
        any_outside |= outside(arc);
        largest = arc.cost.max(largest);
    }
    if any_outside && let Some(index) = problem.arcs.iter().position(outside) {
        return Err(EngineError::ArcOutOfRange { index });
    }
    let (nodes, largest) = (supplies + demands + 1, i64::from(largest));
    let potential = i64::try_from(nodes + 1).ok().and_then(|n| n.checked_mul(largest + 1));
    let countable = u32::try_from(nodes + 1).is_ok() && u32::try_from(problem.arcs.len() + 1).is_ok();
    match potential {
        Some(potential) if potential <= BOUND && countable => Ok(largest),
        _ => Err(EngineError::Overflow),
    }
}
