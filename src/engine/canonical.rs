//! Which of the equally good matchings is *the* matching: tie weights, and the exchanges that make their sum least.
//!
//! Optima of a matching are massively degenerate: without a rule the displayed allocation would depend on the order of the input, on the
//! path that led there, on the number of threads. The rule: each pair (class of supplies, demand) has a pseudo-random *tie weight* and,
//! among the matchings that fill most with the least mismatch, the canonical one has the least Σ weight · flow. Two different matchings
//! have the same sum with a probability near `2^-b`; whether it happened is checked (a basis whose arcs outside the tree all have a
//! positive reduced cost is the only optimal one), and then the next salt is tried. So the canonical matching depends on the problem alone.

use crate::domain::progress::Progress;

use super::class::Link;
use super::error::EngineError;
use super::network::Network;
use super::simplex::{EXCHANGES_PER_LOOK, number};
use super::tree::{Entering, SLACK_ARC, Tree};

/// Increment of `SplitMix64`: 2⁶⁴ divided by the golden ratio (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
const GAMMA: u64 = 0x9e37_79b9_7f4a_7c15;

/// Arcs scanned before the best of them enters.
const BLOCK: usize = 64;

/// Finaliser of `SplitMix64`: a bijection that spreads every bit over all of them.
const fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// `h ← mix(h + γ + (demand · 2³² + cost))` over the links of a row in the order of demands, from `h = 0`: the same on every machine.
pub(super) fn hash_row(row: &[Link]) -> u64 {
    row.iter().fold(0, hash_link)
}

/// [`hash_row`] of several rows, side by side: in one row each step waits for the one before.
pub(super) fn hash_rows<const N: usize>(rows: [&[Link]; N]) -> [u64; N] {
    let common = rows.iter().map(|row| row.len()).min().unwrap_or(0);
    let (starts, ends) = (rows.map(|row| &row[..common]), rows.map(|row| &row[common..]));
    let mut hashes = [0; N];
    for place in 0..common {
        for (hash, row) in hashes.iter_mut().zip(starts) {
            *hash = hash_link(*hash, &row[place]);
        }
    }
    std::array::from_fn(|i| ends[i].iter().fold(hashes[i], hash_link))
}

fn hash_link(hash: u64, link: &Link) -> u64 {
    let word = u64::from(link.demand) << 32 | u64::from(link.cost);
    mix(hash.wrapping_add(GAMMA).wrapping_add(word))
}

/// How tie weights are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TieRule {
    pub(super) salt: u64,
    /// Weights are below 2^`bits`.
    pub(super) bits: u32,
}

impl TieRule {
    /// As many bits as keep sums of weights along any path, and two of them together, inside 64 bits: `nodes · 2^bits ≤ 2⁶⁰`.
    pub(super) fn new(nodes: usize, salt: u64) -> Self {
        let used = usize::BITS - nodes.leading_zeros();
        Self { salt, bits: 60 - used }
    }

    /// `mix(hash of the row + γ · (demand + 1) + mix(salt))`, its high bits. A row's demands are far apart and rows are hashed, so weights are
    /// as good as independent.
    pub(super) fn weight(self, row_hash: u64, demand: u32) -> i64 {
        let place = GAMMA.wrapping_mul(u64::from(demand) + 1);
        let word = mix(row_hash.wrapping_add(place).wrapping_add(mix(self.salt)));
        // At most 60 bits, so it fits.
        i64::try_from(word >> (64 - self.bits)).unwrap_or(i64::MAX)
    }
}

/// The arcs of an optimal tree that other optima may use: those whose reduced cost is zero. Rows are classes, then the slack node.
#[derive(Debug)]
struct TightArcs {
    starts: Vec<usize>,
    heads: Vec<u32>,
    /// Network arc, or [`SLACK_ARC`].
    arcs: Vec<u32>,
    weights: Vec<i64>,
}

impl TightArcs {
    fn new(network: &Network, tree: &Tree, unfilled_cost: i64) -> Self {
        let slack = number(network.slack());
        let potentials = &tree.potentials;
        let mut tight = Self {
            starts: vec![0],
            heads: Vec::new(),
            arcs: Vec::new(),
            weights: Vec::new(),
        };
        for supply in 0..network.supplies {
            let own = potentials[supply];
            let range = network.starts[supply]..network.starts[supply + 1];
            let row = network.heads[range.clone()].iter().zip(&network.costs[range.clone()]);
            for (arc, (&head, &cost)) in range.zip(row) {
                if i64::from(cost) + own == potentials[head as usize] {
                    tight.push(head, number(arc), network.tie(supply, head));
                }
            }
            if own == 0 {
                tight.push(slack, SLACK_ARC, 0);
            }
            tight.starts.push(tight.heads.len());
        }
        for demand in 0..network.demands {
            let node = network.demand(demand);
            if potentials[node as usize] == unfilled_cost {
                tight.push(node, SLACK_ARC, 0);
            }
        }
        tight.starts.push(tight.heads.len());
        tight
    }

    fn push(&mut self, head: u32, arc: u32, weight: i64) {
        self.heads.push(head);
        self.arcs.push(arc);
        self.weights.push(weight);
    }

    /// Best arc of a row, and its reduced weight.
    fn price(&self, row: usize, tail: u32, ties: &[i64]) -> Option<Entering> {
        let range = self.starts[row]..self.starts[row + 1];
        let own = ties[tail as usize];
        let heads = &self.heads[range.clone()];
        let (mut least, mut at) = (0, usize::MAX);
        for (i, (&head, &weight)) in heads.iter().zip(&self.weights[range.clone()]).enumerate() {
            let value = weight + own - ties[head as usize];
            if value < least {
                (least, at) = (value, i);
            }
        }
        (at != usize::MAX).then(|| Entering {
            tail,
            head: heads[at],
            arc: self.arcs[range.start + at],
            reduced_cost: 0,
            reduced_tie: least,
        })
    }

    /// True when no arc outside the tree could join it at no cost: the arcs of zero reduced weight are those of the tree.
    fn only_one(&self, tree: &Tree, slack: u32) -> bool {
        let rows = self.starts.len() - 1;
        let mut zero = 0;
        for row in 0..rows {
            let tail = if row + 1 < rows { number(row) } else { slack };
            let own = tree.ties[tail as usize];
            let range = self.starts[row]..self.starts[row + 1];
            let values = self.heads[range.clone()].iter().zip(&self.weights[range]);
            zero += values
                .filter(|&(&head, &weight)| weight + own == tree.ties[head as usize])
                .count();
        }
        zero == tree.arcs()
    }
}

/// Goes on from an optimal tree to the optimal tree of least Σ tie weight · flow, and tells whether it is the only one.
///
/// Exchanges on arcs of zero reduced cost only: costs and potentials stay, only tie potentials move.
///
/// # Errors
/// [`EngineError::Cancelled`].
pub(super) fn settle_ties(
    network: &Network,
    tree: &mut Tree,
    unfilled_cost: i64,
    progress: &dyn Progress,
) -> Result<bool, EngineError> {
    tree.set_ties(network);
    let tight = TightArcs::new(network, tree, unfilled_cost);
    let slack = number(network.slack());
    let rows = tight.starts.len() - 1;
    let (mut row, mut quiet, mut exchanges, mut scanned) = (0, 0, 0_u64, 0);
    let mut best: Option<Entering> = None;
    while quiet < rows {
        let tail = if row + 1 < rows { number(row) } else { slack };
        let found = tight.price(row, tail, &tree.ties);
        scanned += tight.starts[row + 1] - tight.starts[row];
        row = if row + 1 < rows { row + 1 } else { 0 };
        quiet += 1;
        if let Some(candidate) = found
            && best.is_none_or(|b| candidate.reduced_tie < b.reduced_tie)
        {
            best = Some(candidate);
        }
        if scanned >= BLOCK || quiet >= rows {
            scanned = 0;
            let Some(entering) = best.take() else { continue };
            tree.exchange(entering);
            quiet = 0;
            exchanges += 1;
            if exchanges.is_multiple_of(EXCHANGES_PER_LOOK) && progress.is_cancelled() {
                return Err(EngineError::Cancelled);
            }
        }
    }
    Ok(tight.only_one(tree, slack))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::progress::Unattended;
    use crate::engine::problem::{Arc, Problem};
    use crate::engine::read::read_tree;
    use crate::engine::solver::{Change, Repair, Solver, cold};
    use crate::engine::unique::certify_in;
    use crate::engine::{CertificateError, certify};

    /// Everybody can take every post at one cost.
    fn square(side: u32, quantity: i64) -> Problem {
        let pairs = (0..side).flat_map(|supply| (0..side).map(move |demand| (supply, demand)));
        let mut problem = Problem {
            supplies: vec![quantity; side as usize],
            demands: vec![quantity; side as usize],
            arcs: pairs
                .map(|(supply, demand)| Arc {
                    supply,
                    demand,
                    cost: 7,
                })
                .collect(),
            limits: Vec::new(),
        };
        // One arc less a supply: no two rows alike.
        problem.arcs.retain(|arc| arc.supply != arc.demand);
        problem
    }

    #[test]
    fn weights_of_few_bits_tie_and_the_next_salts_are_tried() {
        let problem = square(8, 3);
        let mut network = Network::new(&problem).unwrap();
        network.ties.bits = 2;
        let (tree, unfilled_cost) = cold(&mut network, &Unattended).unwrap();
        assert!(network.ties.salt > 0);
        let solution = read_tree(&problem, &network, &tree, unfilled_cost);
        assert!(certify(&problem, &solution).is_ok());
        assert_eq!(certify_in(&network, &problem, &solution), Ok(()));
        // At the salt before, the least sum is that of several matchings.
        network.ties.salt -= 1;
        let mut tree = tree;
        assert!(!settle_ties(&network, &mut tree, unfilled_cost, &Unattended).unwrap());
        let solution = read_tree(&problem, &network, &tree, unfilled_cost);
        let refused = certify_in(&network, &problem, &solution);
        assert!(
            matches!(
                refused,
                Err(CertificateError::NotUnique { .. } | CertificateError::DemandTie { .. })
            ),
            "{refused:?}"
        );
    }

    #[test]
    fn a_solver_whose_weights_once_tied_solves_from_nothing() {
        let problem = square(6, 3);
        let mut solver = Solver::new(&problem, &Unattended).unwrap();
        solver.use_tie_bits(4);
        let change = |people| [Change::Supply { supply: 0, people }];
        let mut repairs = Vec::new();
        for people in [5, 1, 4, 0, 3] {
            let tied = solver.solution().tie_salt > 0;
            let repair = solver.update(&change(people), &Unattended).unwrap();
            assert!(!tied || repair == Repair::Cold);
            solver.proved().unwrap();
            repairs.push(repair);
        }
        assert!(repairs.contains(&Repair::Cold));
    }
}
