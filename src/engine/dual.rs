//! The dual network simplex: from an optimal tree whose quantities changed to the optimal tree of the new quantities.
//!
//! Reduced costs do not depend on quantities, so the tree stays dual feasible; only the flows on the ways from the changed nodes to the root
//! move. An arc that carries less than nothing (or nothing, when it points down: see [`super::tree`]) leaves; the arc of least reduced cost
//! that crosses the cut the right way enters. Costs with tie weights have no two equal reduced costs, so each exchange raises the dual
//! objective and none can come back.

use super::network::{Inbound, Network};
use super::simplex::number;
use super::tree::{Entering, SLACK_ARC, Tree};

/// How a repair ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    Repaired {
        exchanges: usize,
    },
    /// Two arcs of equal reduced cost: the canonical optimum may not be the only one.
    Tied,
    /// More work than a solve from nothing is worth.
    TooLong,
}

/// Potential of nodes inside a cut while its arcs are scanned, for supplies; less it for demands: beyond any reduced cost.
const FAR: i64 = 1 << 61;

/// Arcs crossing a cut, seen so far: the one of least reduced cost, then least tie.
struct Least {
    entering: Option<Entering>,
    tied: bool,
}

impl Least {
    fn offer(&mut self, candidate: Entering) {
        let key = |e: &Entering| (e.reduced_cost, e.reduced_tie);
        match self.entering.as_ref().map(|best| key(&candidate).cmp(&key(best))) {
            None | Some(std::cmp::Ordering::Less) => {
                self.entering = Some(candidate);
                self.tied = false;
            }
            Some(std::cmp::Ordering::Equal) => self.tied = true,
            Some(std::cmp::Ordering::Greater) => {}
        }
    }
}

/// Nodes whose parent changed, each with the parent and the arc it had before, in order: enough to come back.
pub(super) type Journal = Vec<(u32, (u32, u32))>;

/// A repair under way.
pub(super) struct Dual<'a> {
    pub(super) network: &'a Network,
    pub(super) inbound: &'a Inbound,
    pub(super) tree: &'a mut Tree,
    pub(super) unfilled_cost: i64,
    pub(super) journal: &'a mut Journal,
    /// Nodes inside the last cut, with their potentials.
    pub(super) inside: Vec<(u32, i64)>,
    /// Arcs that may still be looked at.
    pub(super) budget: usize,
}

impl Dual<'_> {
    /// Exchanges arcs until every arc of the tree carries what it must; `lacking` names the nodes to look at.
    pub(super) fn run(&mut self, mut lacking: Vec<u32>) -> Outcome {
        let mut exchanges = 0;
        while let Some(below) = self.most_lacking(&mut lacking) {
            if self.network.quantities[below as usize] == 0 && self.tree.is_leaf(below) {
                self.note(below);
                self.tree.park(below);
                continue;
            }
            let least = self.least_crossing(below);
            if least.tied {
                return Outcome::Tied;
            }
            let Some(entering) = least.entering.filter(|_| self.budget > 0) else {
                return Outcome::TooLong;
            };
            self.exchange(entering, below, &mut lacking);
            exchanges += 1;
        }
        Outcome::Repaired { exchanges }
    }

    /// The node whose arc lacks most flow for the size of its subtree, which is what an exchange costs; nodes that lack nothing are forgotten.
    fn most_lacking(&self, lacking: &mut Vec<u32>) -> Option<u32> {
        let mut most: Option<(i128, u32)> = None;
        lacking.retain(|&node| {
            let lacks = self.tree.lacks(node);
            if lacks {
                let flow = i128::from(self.tree.flow(node)) << 32;
                let candidate = (flow / i128::from(self.tree.size(node)), node);
                most = Some(most.map_or(candidate, |known| known.min(candidate)));
            }
            lacks
        });
        most.map(|(_, node)| node)
    }

    fn note(&mut self, node: u32) {
        self.journal.push((node, self.tree.above(node)));
    }

    fn exchange(&mut self, entering: Entering, below: u32, lacking: &mut Vec<u32>) {
        let old_parent = self.tree.parent(below);
        // People leave the subtree of a demand and come into that of a supply.
        let inner = if self.is_supply(below) {
            entering.head
        } else {
            entering.tail
        };
        let mut node = inner;
        loop {
            self.note(node);
            if node == below {
                break;
            }
            node = self.tree.parent(node);
        }
        let join = self.tree.replace(entering, below);
        for start in [old_parent, below] {
            let mut node = start;
            while node != join {
                if self.tree.lacks(node) && !lacking.contains(&node) {
                    lacking.push(node);
                }
                node = self.tree.parent(node);
            }
        }
    }

    fn is_supply(&self, node: u32) -> bool {
        (node as usize) < self.network.supplies
    }

    /// Best arc to replace the one above `below`: out of its subtree when people are too many there, into it when they are too few.
    ///
    /// While arcs are scanned the nodes inside have potentials that keep arcs between them from being the least.
    fn least_crossing(&mut self, below: u32) -> Least {
        let mut inside = std::mem::take(&mut self.inside);
        self.tree.hide(below, FAR, &mut inside);
        let (least, arcs) = self.scan(&inside, self.is_supply(below));
        self.tree.show(&inside);
        self.budget = self.budget.saturating_sub(inside.len() + arcs);
        self.inside = inside;
        least
    }

    /// Least reduced cost over the arcs of the supplies inside, or `into` the demands inside; then the least reduced tie among the arcs that
    /// have it. Also the number of arcs.
    fn scan(&self, inside: &[(u32, i64)], into: bool) -> (Least, usize) {
        let potentials = self.tree.potentials.as_slice();
        let (mut best, mut ends, mut arcs) = (i64::MAX, Vec::new(), 0);
        for &(node, own) in inside.iter().filter(|(node, _)| self.is_supply(*node) != into) {
            let (others, costs) = self.row(node);
            arcs += others.len();
            let across = if into {
                (least_into(others, costs, potentials) - own).min(self.unfilled_cost - own)
            } else {
                (least_out(others, costs, potentials) + own).min(own)
            };
            if across < best {
                best = across;
                ends.clear();
            }
            if across == best {
                ends.push((node, own));
            }
        }
        let mut least = Least {
            entering: None,
            tied: false,
        };
        for (node, own) in ends {
            self.offer_row(node, own, best, into, &mut least);
        }
        (least, arcs)
    }

    /// Nodes across the arcs of a node, and costs.
    fn row(&self, node: u32) -> (&[u32], &[u32]) {
        if self.is_supply(node) {
            let range = self.network.arcs(node);
            (&self.network.heads[range.clone()], &self.network.costs[range])
        } else {
            self.inbound.row(self.network.place(node))
        }
    }

    /// Offers the arcs of a node that have a given reduced cost.
    fn offer_row(&self, node: u32, own: i64, reduced_cost: i64, into: bool, least: &mut Least) {
        let (potentials, ties) = (&self.tree.potentials, &self.tree.ties);
        let root = self.tree.root();
        let to_root = if into { self.unfilled_cost - own } else { own };
        if to_root == reduced_cost {
            let (tail, head) = if into { (root, node) } else { (node, root) };
            least.offer(Entering {
                tail,
                head,
                arc: SLACK_ARC,
                reduced_cost,
                reduced_tie: ties[tail as usize] - ties[head as usize],
            });
        }
        let (others, costs) = self.row(node);
        for (place, (&other, &cost)) in others.iter().zip(costs).enumerate() {
            let across = potentials[other as usize];
            let value = i64::from(cost) + if into { across - own } else { own - across };
            if value != reduced_cost {
                continue;
            }
            let (tail, head, arc) = if into {
                (other, node, self.inbound.arc(self.network.place(node), place))
            } else {
                (node, other, number(self.network.arcs(node).start + place))
            };
            least.offer(Entering {
                tail,
                head,
                arc,
                reduced_cost,
                reduced_tie: self.network.tie(tail as usize, head) + ties[tail as usize] - ties[head as usize],
            });
        }
    }
}

/// Least of cost − potential.
fn least_out(heads: &[u32], costs: &[u32], potentials: &[i64]) -> i64 {
    let values = heads.iter().zip(costs);
    let values = values.map(|(&head, &cost)| i64::from(cost) - potentials[head as usize]);
    values.fold(FAR, i64::min)
}

/// Least of cost + potential.
fn least_into(tails: &[u32], costs: &[u32], potentials: &[i64]) -> i64 {
    let values = tails.iter().zip(costs);
    let values = values.map(|(&tail, &cost)| i64::from(cost) + potentials[tail as usize]);
    values.fold(FAR, i64::min)
}
