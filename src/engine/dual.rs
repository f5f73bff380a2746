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

/// Arcs crossing a cut, seen so far: the one of least reduced cost, then least tie.
struct Least {
    entering: Option<Entering>,
    tied: bool,
}

impl Least {
    fn bound(&self) -> i64 {
        self.entering.map_or(i64::MAX, |e| e.reduced_cost)
    }

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
    /// Stamp of the last cut each node was inside of.
    pub(super) marks: &'a mut Marks,
    pub(super) journal: &'a mut Journal,
    /// Arcs that may still be looked at.
    pub(super) budget: usize,
}

/// A set of nodes emptied at no cost.
#[derive(Debug, Clone)]
pub(super) struct Marks {
    stamps: Vec<u32>,
    now: u32,
}

impl Marks {
    pub(super) fn new(nodes: usize) -> Self {
        Self {
            stamps: vec![0; nodes],
            now: 0,
        }
    }

    pub(super) fn clear(&mut self) {
        self.now = self.now.wrapping_add(1);
        if self.now == 0 {
            self.stamps.fill(0);
            self.now = 1;
        }
    }

    pub(super) fn insert(&mut self, node: u32) {
        self.stamps[node as usize] = self.now;
    }

    pub(super) fn has(&self, node: u32) -> bool {
        self.stamps[node as usize] == self.now
    }
}

impl Dual<'_> {
    /// Exchanges arcs until every arc of the tree carries what it must; `lacking` names the nodes to look at.
    pub(super) fn run(&mut self, mut lacking: Vec<u32>) -> Outcome {
        let mut exchanges = 0;
        while let Some(at) = (0..lacking.len()).min_by_key(|&i| self.tree.flow(lacking[i])) {
            let below = lacking.swap_remove(at);
            if self.tree.is_parked(below) || !self.tree.lacks(below) {
                continue;
            }
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

    fn note(&mut self, node: u32) {
        self.journal.push((node, self.tree.above(node)));
    }

    fn exchange(&mut self, entering: Entering, below: u32, lacking: &mut Vec<u32>) {
        let old_parent = self.tree.parent(below);
        let inner = if self.marks.has(entering.tail) {
            entering.tail
        } else {
            entering.head
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
                if self.tree.lacks(node) {
                    lacking.push(node);
                }
                node = self.tree.parent(node);
            }
        }
    }

    /// Best arc to replace the one above `below`: out of its subtree when people are too many there, into it when they are too few.
    fn least_crossing(&mut self, below: u32) -> Least {
        let supplies = number(self.network.supplies);
        self.marks.clear();
        let (mut out_degree, mut in_degree) = (0, 0);
        for node in self.tree.subtree(below) {
            self.marks.insert(node);
            if node < supplies {
                out_degree += self.network.degree(node);
            } else {
                in_degree += self.inbound.degree(node - supplies);
            }
        }
        let all = self.network.heads.len();
        let mut least = Least {
            entering: None,
            tied: false,
        };
        if below < supplies {
            for demand in self.tree.subtree(below).filter(|&n| n >= supplies) {
                self.offer_slack_to(demand, &mut least);
            }
            if in_degree <= all - out_degree {
                for demand in self.tree.subtree(below).filter(|&n| n >= supplies) {
                    self.offer_into(demand, false, &mut least);
                }
            } else {
                for supply in (0..supplies).filter(|&s| !self.marks.has(s)) {
                    self.offer_out_of(supply, true, &mut least);
                }
            }
            self.budget = self.budget.saturating_sub(in_degree.min(all - out_degree));
        } else {
            for supply in self.tree.subtree(below).filter(|&n| n < supplies) {
                self.offer_to_slack(supply, &mut least);
            }
            if out_degree <= all - in_degree {
                for supply in self.tree.subtree(below).filter(|&n| n < supplies) {
                    self.offer_out_of(supply, false, &mut least);
                }
            } else {
                for demand in (supplies..self.tree.root()).filter(|&d| !self.marks.has(d)) {
                    self.offer_into(demand, true, &mut least);
                }
            }
            self.budget = self.budget.saturating_sub(out_degree.min(all - in_degree));
        }
        least
    }

    fn offer_to_slack(&self, supply: u32, least: &mut Least) {
        least.offer(Entering {
            tail: supply,
            head: self.tree.root(),
            arc: SLACK_ARC,
            reduced_cost: self.tree.potentials[supply as usize],
            reduced_tie: self.tree.ties[supply as usize],
        });
    }

    fn offer_slack_to(&self, demand: u32, least: &mut Least) {
        least.offer(Entering {
            tail: self.tree.root(),
            head: demand,
            arc: SLACK_ARC,
            reduced_cost: self.unfilled_cost - self.tree.potentials[demand as usize],
            reduced_tie: -self.tree.ties[demand as usize],
        });
    }

    /// Arcs from a supply to demands that are inside the cut, or outside.
    fn offer_out_of(&self, supply: u32, inside: bool, least: &mut Least) {
        let potentials = &self.tree.potentials;
        let own = potentials[supply as usize];
        let range = self.network.starts[supply as usize]..self.network.starts[supply as usize + 1];
        let row = self.network.heads[range.clone()]
            .iter()
            .zip(&self.network.costs[range.clone()]);
        for (arc, (&head, &cost)) in range.zip(row) {
            let value = i64::from(cost) + own - potentials[head as usize];
            if value <= least.bound() && self.marks.has(head) == inside {
                least.offer(self.candidate(supply, head, arc, value));
            }
        }
    }

    /// Arcs to a demand from supplies that are inside the cut, or outside.
    fn offer_into(&self, head: u32, inside: bool, least: &mut Least) {
        if self.tree.is_parked(head) {
            return;
        }
        let potentials = &self.tree.potentials;
        let own = potentials[head as usize];
        for (arc, supply, cost) in self.inbound.arcs(head - number(self.network.supplies)) {
            let value = i64::from(cost) + potentials[supply as usize] - own;
            if value <= least.bound() && self.marks.has(supply) == inside {
                least.offer(self.candidate(supply, head, arc, value));
            }
        }
    }

    fn candidate(&self, tail: u32, head: u32, arc: usize, reduced_cost: i64) -> Entering {
        let ties = &self.tree.ties;
        Entering {
            tail,
            head,
            arc: number(arc),
            reduced_cost,
            reduced_tie: self.network.tie(tail as usize, head) + ties[tail as usize] - ties[head as usize],
        }
    }
}
