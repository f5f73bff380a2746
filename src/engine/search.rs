//! Trials: how many posts more or fewer a change of supplies fills, sought as a maximum flow from the present optimum.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::network::{Inbound, Network};
use super::simplex::number;
use super::tree::Tree;

/// Which nodes matter to trials. No way leaves these sets, and changing flows along ways inside them does not enlarge them.
#[derive(Debug, Clone)]
pub(super) struct Scope {
    /// Nodes from which people reach an unfilled post.
    pub(super) leads: Vec<bool>,
    /// Nodes that unused people reach.
    fed: Vec<bool>,
    /// Demands that lead to an unfilled post within reach of class `c`: `starts[c]..starts[c + 1]`; none when it does not itself.
    starts: Vec<usize>,
    heads: Vec<u32>,
}

impl Scope {
    pub(super) fn new(network: &Network, tree: &Tree, leads: Vec<bool>) -> Self {
        let mut fed = vec![false; network.slack() + 1];
        let idle = |&s: &u32| tree.parent(s) == tree.root() && tree.flow(s) > 0;
        let mut queue: Vec<u32> = (0..number(network.supplies)).filter(idle).collect();
        for &supply in &queue {
            fed[supply as usize] = true;
        }
        while let Some(supply) = queue.pop() {
            for &demand in network.row_heads(supply) {
                if tree.is_parked(demand) || std::mem::replace(&mut fed[demand as usize], true) {
                    continue;
                }
                for giver in tree.used_arcs(demand) {
                    if !std::mem::replace(&mut fed[giver as usize], true) {
                        queue.push(giver);
                    }
                }
            }
        }
        let (mut starts, mut heads) = (vec![0], Vec::new());
        for class in 0..network.supplies {
            if leads[class] {
                let row = network.row_heads(number(class)).iter();
                heads.extend(row.filter(|head| leads[**head as usize]));
            }
            starts.push(heads.len());
        }
        Self {
            leads,
            fed,
            starts,
            heads,
        }
    }

    /// Which classes unused people reach.
    pub(super) fn fed_classes(&self, classes: usize) -> Vec<bool> {
        self.fed[..classes].to_vec()
    }

    /// Demands within reach of a class that lead to an unfilled post.
    pub(super) fn row(&self, class: u32) -> &[u32] {
        &self.heads[self.starts[class as usize]..self.starts[class as usize + 1]]
    }
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

    fn insert(&mut self, node: u32) {
        self.stamps[node as usize] = self.now;
    }

    pub(super) fn has(&self, node: u32) -> bool {
        self.stamps[node as usize] == self.now
    }
}

/// One trial: flows as it changes them, beside those of the tree.
pub(super) struct Search<'a> {
    pub(super) network: &'a Network,
    pub(super) inbound: &'a Inbound,
    pub(super) tree: &'a Tree,
    pub(super) scope: &'a Scope,
    pub(super) seen: &'a mut Marks,
    /// What each node seen was reached from, or how far it is.
    pub(super) from: &'a mut [u32],
    /// Next arc to look at of each node seen.
    pub(super) next: &'a mut [u32],
    pub(super) changes: Changes,
}

/// What a trial changed.
#[derive(Debug, Default)]
pub(super) struct Changes {
    /// Flow by demand and class.
    flows: BTreeMap<(u32, u32), i64>,
    /// The same pairs by class and demand.
    pairs: BTreeSet<(u32, u32)>,
    /// Unused people or unfilled posts taken, by node.
    taken: BTreeMap<u32, i64>,
}

impl Changes {
    pub(super) fn add(&mut self, demand: u32, class: u32, amount: i64) {
        *self.flows.entry((demand, class)).or_default() += amount;
        self.pairs.insert((class, demand));
    }

    /// Takes unused people of a class or unfilled posts of a demand.
    pub(super) fn take(&mut self, node: u32, amount: i64) {
        *self.taken.entry(node).or_default() += amount;
    }

    /// Posts filled more, or fewer, by demand node, in order; those that only change hands are left out.
    pub(super) fn by_demand(&self) -> BTreeMap<u32, i64> {
        let mut more: BTreeMap<u32, i64> = BTreeMap::new();
        for (&(demand, _), amount) in &self.flows {
            *more.entry(demand).or_default() += amount;
        }
        more.retain(|_, amount| *amount != 0);
        more
    }
}

impl Search<'_> {
    /// Posts that `people` fewer in a class would leave unfilled.
    pub(super) fn loss(&mut self, class: u32, people: i64) -> i64 {
        let idle = self.left(class).min(people);
        self.changes.take(class, idle);
        let mut rest = people - idle;
        // Where unused people do not reach the class, the first thousandth is missed in full, so are the others.
        while rest > 0 && self.scope.fed[class as usize] {
            let Some(end) = self.way_from_unused(class) else { break };
            let amount = self.pull(class, end, rest);
            rest -= amount;
        }
        self.give_up(class, rest);
        rest
    }

    /// Takes `posts` of a class away, wherever it holds some: nobody takes them.
    fn give_up(&mut self, class: u32, posts: i64) {
        let mut rest = posts;
        for demand in self.used(class) {
            let amount = rest.min(self.flow(demand, class));
            if amount > 0 {
                self.changes.add(demand, class, -amount);
                rest -= amount;
            }
        }
    }

    /// True when so many more people of a class go up the tree to unfilled posts, without any search.
    pub(super) fn fits_tree(&self, class: u32, people: i64) -> bool {
        self.scope.leads[class as usize] && self.tree_way(class) >= people
    }

    /// How many more people of a class can go up the tree.
    fn tree_way(&self, class: u32) -> i64 {
        let (mut node, mut least) = (class, i64::MAX);
        while node != self.tree.root() {
            if node as usize >= self.network.supplies {
                least = least.min(self.tree.flow(node));
            }
            node = self.tree.parent(node);
        }
        least
    }

    /// Unused people of a class or unfilled posts of a demand, those taken by the trial off.
    pub(super) fn left(&self, node: u32) -> i64 {
        if self.tree.is_parked(node) || self.tree.parent(node) != self.tree.root() {
            return 0;
        }
        self.tree.flow(node) - self.changes.taken.get(&node).copied().unwrap_or(0)
    }

    pub(super) fn flow(&self, demand: u32, class: u32) -> i64 {
        let base = if self.tree.parent(class) == demand {
            self.tree.flow(class)
        } else if self.tree.parent(demand) == class {
            self.tree.flow(demand)
        } else {
            0
        };
        base + self.changes.flows.get(&(demand, class)).copied().unwrap_or(0)
    }

    /// Nodes across the arcs of a node that carry people.
    pub(super) fn used(&self, node: u32) -> Vec<u32> {
        let mut others: Vec<u32> = self.tree.used_arcs(node).collect();
        let before = others.len();
        let is_class = (node as usize) < self.network.supplies;
        if is_class {
            let changed = self.changes.pairs.range((node, 0)..=(node, u32::MAX));
            others.extend(changed.map(|&(_, demand)| demand));
        } else {
            let changed = self.changes.flows.range((node, 0)..=(node, u32::MAX));
            others.extend(changed.map(|(&(_, class), _)| class));
        }
        // Where the trial changed nothing, arcs of the tree carry what they did.
        if others.len() > before {
            let pair = |other: u32| if is_class { (other, node) } else { (node, other) };
            others.retain(|&other| {
                let (demand, class) = pair(other);
                self.flow(demand, class) > 0
            });
        }
        others
    }

    pub(super) fn see(&mut self, node: u32, from: u32) {
        self.seen.insert(node);
        self.from[node as usize] = from;
    }

    /// First class with unused people met from a class that gives posts up, going to those who could take them and to what these hold.
    fn way_from_unused(&mut self, class: u32) -> Option<u32> {
        self.seen.clear();
        self.see(class, class);
        let mut queue = VecDeque::from([class]);
        while let Some(giver) = queue.pop_front() {
            for demand in self.used(giver) {
                if self.seen.has(demand) {
                    continue;
                }
                self.see(demand, giver);
                let inbound = self.inbound;
                for &taker in inbound.row(self.network.place(demand)).0 {
                    if self.seen.has(taker) || !self.scope.fed[taker as usize] {
                        continue;
                    }
                    self.see(taker, demand);
                    if self.left(taker) > 0 {
                        return Some(taker);
                    }
                    queue.push_back(taker);
                }
            }
        }
        None
    }

    /// Puts at most `most` unused people of `end` in the places given up along the way found from a class.
    fn pull(&mut self, class: u32, end: u32, most: i64) -> i64 {
        let mut way = Vec::new();
        let mut taker = end;
        while taker != class {
            let demand = self.from[taker as usize];
            let giver = self.from[demand as usize];
            way.push((demand, taker, giver));
            taker = giver;
        }
        let held = way.iter().map(|&(demand, _, giver)| self.flow(demand, giver));
        let amount = held.fold(most.min(self.left(end)), i64::min);
        for (demand, taker, giver) in way {
            self.changes.add(demand, taker, amount);
            self.changes.add(demand, giver, -amount);
        }
        self.changes.take(end, amount);
        amount
    }
}
