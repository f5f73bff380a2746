//! The network simplex: which arc enters the tree next, until no arc improves.

use crate::domain::progress::Progress;

use super::error::EngineError;
use super::network::Network;
use super::tree::{Entering, SLACK_ARC, Tree};

/// Exchanges between two looks at the Cancel button.
pub(super) const EXCHANGES_PER_LOOK: u64 = 256;

/// Arcs scanned before the best of them enters: about one supply of a national problem. Larger blocks save exchanges and lose more in scans.
const BLOCK: usize = 64;

/// Arcs of the slack node scanned together.
const SLACK_CHUNK: usize = 256;

/// A tree of a network under improvement.
#[derive(Debug)]
pub(super) struct Simplex<'a> {
    network: &'a Network,
    pub(super) tree: &'a mut Tree,
    pub(super) unfilled_cost: i64,
    /// Where the next scan starts: a supply, or beyond them a chunk of the slack node's arcs.
    row: usize,
}

impl<'a> Simplex<'a> {
    /// Goes on from a tree.
    pub(super) fn new(network: &'a Network, tree: &'a mut Tree, unfilled_cost: i64) -> Self {
        Self {
            network,
            tree,
            unfilled_cost,
            row: 0,
        }
    }

    /// Exchanges arcs until none has a negative reduced cost.
    ///
    /// # Errors
    /// [`EngineError::Cancelled`].
    pub(super) fn run(&mut self, progress: &dyn Progress) -> Result<(), EngineError> {
        loop {
            if progress.is_cancelled() {
                return Err(EngineError::Cancelled);
            }
            for _ in 0..EXCHANGES_PER_LOOK {
                let Some(entering) = self.price() else {
                    return Ok(());
                };
                self.tree.exchange(entering);
            }
        }
    }

    /// The most negative arc of the next block that has one; nothing when all arcs are at or above zero. Ties go to the first.
    fn price(&mut self) -> Option<Entering> {
        let rows = self.network.supplies + self.network.demands.div_ceil(SLACK_CHUNK);
        let mut best: Option<Entering> = None;
        let mut scanned = 0;
        for _ in 0..rows {
            let row = self.row;
            self.row = if row + 1 < rows { row + 1 } else { 0 };
            let (found, seen) = if row < self.network.supplies {
                self.price_supply(row)
            } else {
                self.price_unfilled(row - self.network.supplies)
            };
            scanned += seen;
            if let Some(candidate) = found
                && best.is_none_or(|b| candidate.reduced_cost < b.reduced_cost)
            {
                best = Some(candidate);
            }
            if scanned >= BLOCK {
                if best.is_some() {
                    return best;
                }
                scanned = 0;
            }
        }
        best
    }

    /// Best arc of a supply, its arc to the slack node included, and the number of arcs.
    fn price_supply(&self, supply: usize) -> (Option<Entering>, usize) {
        let network = self.network;
        let potentials = self.tree.potentials.as_slice();
        let range = network.arcs(number(supply));
        let (heads, costs) = (&network.heads[range.clone()], &network.costs[range.clone()]);
        let (mut least, mut at) = (i64::MAX, usize::MAX);
        for (place, (&head, &cost)) in heads.iter().zip(costs).enumerate() {
            let value = i64::from(cost) - potentials[head as usize];
            if value < least {
                (least, at) = (value, place);
            }
        }
        let own = potentials[supply];
        let to_slack = own - potentials[network.slack()];
        let count = range.len() + 1;
        let tail = number(supply);
        if at != usize::MAX && least + own < to_slack.min(0) {
            let entering = Entering {
                tail,
                head: network.heads[range.start + at],
                arc: number(range.start + at),
                reduced_cost: least + own,
                reduced_tie: 0,
            };
            return (Some(entering), count);
        }
        let entering = Entering {
            tail,
            head: number(network.slack()),
            arc: SLACK_ARC,
            reduced_cost: to_slack,
            reduced_tie: 0,
        };
        ((to_slack < 0).then_some(entering), count)
    }

    /// Best arc from the slack node to a chunk of demands, and the number of arcs.
    fn price_unfilled(&self, chunk: usize) -> (Option<Entering>, usize) {
        let network = self.network;
        let first = network.supplies + chunk * SLACK_CHUNK;
        let end = (first + SLACK_CHUNK).min(network.slack());
        let feed = self.unfilled_cost + self.tree.potentials[network.slack()];
        let dearest = (first..end).min_by_key(|&node| feed - self.tree.potentials[node]);
        let entering = dearest.map(|node| Entering {
            tail: number(network.slack()),
            head: number(node),
            arc: SLACK_ARC,
            reduced_cost: feed - self.tree.potentials[node],
            reduced_tie: 0,
        });
        (entering.filter(|e| e.reduced_cost < 0), end - first)
    }
}

/// Node and arc numbers fit by the bounds of [`super::problem`].
pub(super) fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
