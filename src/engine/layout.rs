//! The spanning tree taken as a whole: nodes that join or leave it, quantities that change, flows and order recomputed.

use super::network::Network;
use super::tree::{PARKED, PARKED_POTENTIAL, SLACK_ARC, Tree};

impl Tree {
    pub(super) fn parent(&self, node: u32) -> u32 {
        self.parents[node as usize]
    }

    /// The nodes of a subtree, in depth-first order.
    pub(super) fn subtree(&self, top: u32) -> impl Iterator<Item = u32> {
        let size = self.size(top) as usize;
        std::iter::successors(Some(top), |&node| Some(self.next[node as usize])).take(size)
    }

    /// Puts potentials beyond any cost, `far` for supplies and less it for demands, in the place of those of a subtree, which go to `hidden`.
    pub(super) fn hide(&mut self, top: u32, far: i64, hidden: &mut Vec<(u32, i64)>) {
        hidden.clear();
        let mut node = top;
        for _ in 0..self.size(top) {
            let beyond = if node < self.supplies { far } else { -far };
            let potential = std::mem::replace(&mut self.potentials[node as usize], beyond);
            hidden.push((node, potential));
            node = self.next[node as usize];
        }
    }

    /// Puts hidden potentials back.
    pub(super) fn show(&mut self, hidden: &[(u32, i64)]) {
        for &(node, potential) in hidden {
            self.potentials[node as usize] = potential;
        }
    }

    /// Every node of the tree but the root, children before parents.
    pub(super) fn upwards(&self) -> impl Iterator<Item = u32> {
        let root = self.root();
        let within = move |node: u32| (node != root).then_some(node);
        let before = move |&node: &u32| within(self.previous[node as usize]);
        std::iter::successors(within(self.previous[root as usize]), before)
    }

    /// Nodes across the arcs of a node that carry flow, the root apart.
    pub(super) fn used_arcs(&self, node: u32) -> impl Iterator<Item = u32> {
        let parent = self.parent(node);
        let above = (parent != self.root() && self.flow(node) > 0).then_some(parent);
        let below = self.children(node).filter(|&child| self.flow(child) > 0);
        above.into_iter().chain(below)
    }

    /// Number of nodes of the subtree of a node.
    pub(super) fn size(&self, node: u32) -> u32 {
        self.nodes[node as usize].size
    }

    /// Flow on the arc above a node.
    pub(super) fn flow(&self, node: u32) -> i64 {
        self.nodes[node as usize].flow
    }

    /// The nodes right below a node.
    pub(super) fn children(&self, node: u32) -> impl Iterator<Item = u32> {
        let end = self.next[self.last[node as usize] as usize];
        let first = self.next[node as usize];
        let within = move |child: u32| (child != end).then_some(child);
        let after = move |&child: &u32| within(self.next[self.last[child as usize] as usize]);
        std::iter::successors(within(first), after)
    }

    pub(super) fn is_leaf(&self, node: u32) -> bool {
        self.size(node) == 1
    }

    pub(super) fn is_parked(&self, node: u32) -> bool {
        self.nodes[node as usize].arc == PARKED
    }

    /// True when the arc above a node carries less than a strongly feasible tree allows: nothing at all on an arc that points down.
    pub(super) fn lacks(&self, node: u32) -> bool {
        self.flow(node) < i64::from(node >= self.supplies) && !self.is_parked(node)
    }

    /// Adds people at a node (or takes posts off it): all the way up, arcs that point up carry more and arcs that point down less. Nodes
    /// whose arc then lacks flow join `lacking`.
    pub(super) fn add(&mut self, node: u32, people: i64, lacking: &mut Vec<u32>) {
        let root = self.root();
        let mut at = node;
        while at != root {
            let up = at < self.supplies;
            let parent = self.change_flow(at, if up { people } else { -people });
            if self.lacks(at) {
                lacking.push(at);
            }
            at = parent;
        }
    }

    /// Brings a parked demand back, as a leaf without flow.
    pub(super) fn hang_leaf(&mut self, node: u32, parent: u32, arc: u32, potential: i64, tie: i64) {
        let root = self.root();
        self.hang(node, parent, arc, 0, 1);
        self.potentials[node as usize] = potential;
        self.ties[node as usize] = tie;
        self.attach(node, parent);
        self.resize(parent, root, |size| size + 1);
        self.nodes[root as usize].size += 1;
    }

    /// Takes a leaf without flow out of the tree.
    pub(super) fn park(&mut self, node: u32) {
        let root = self.root();
        self.detach(node);
        self.resize(self.parent(node), root, |size| size - 1);
        self.nodes[root as usize].size -= 1;
        self.nodes[node as usize].arc = PARKED;
        self.parents[node as usize] = root;
        self.potentials[node as usize] = PARKED_POTENTIAL;
    }

    /// Flows that the quantities of the network command on the arcs of the tree.
    pub(super) fn set_flows(&mut self, network: &Network) {
        let root = self.root();
        let mut net: Vec<i64> = network.quantities.clone();
        net.push(0);
        net[network.supplies..].iter_mut().for_each(|posts| *posts = -*posts);
        let mut node = self.previous[root as usize];
        while node != root {
            let people = net[node as usize];
            self.nodes[node as usize].flow = if node < self.supplies { people } else { -people };
            net[self.parents[node as usize] as usize] += people;
            node = self.previous[node as usize];
        }
    }

    /// A tree from the parent of each node and the arc that leads there ([`PARKED`]: outside), its flows and potentials.
    pub(super) fn from_parents(network: &Network, above: &[(u32, u32)], unfilled_cost: i64) -> Self {
        let mut tree = Self::star(network, unfilled_cost);
        let root = tree.root();
        let mut first = vec![root; above.len() + 1];
        let mut sibling = vec![root; above.len() + 1];
        for (node, &(parent, arc)) in (0_u32..).zip(above) {
            tree.hang(node, parent, arc, 0, 1);
            if arc != PARKED {
                sibling[node as usize] = std::mem::replace(&mut first[parent as usize], node);
            }
        }
        let mut order = Vec::with_capacity(above.len() + 1);
        let mut stack = vec![root];
        while let Some(node) = stack.pop() {
            order.push(node);
            let mut child = first[node as usize];
            while child != root {
                stack.push(child);
                child = sibling[child as usize];
            }
        }
        tree.set_order(&order);
        for &node in &order[1..] {
            tree.potentials[node as usize] = tree.potential_below(network, node, unfilled_cost);
        }
        tree.set_flows(network);
        tree.set_ties(network);
        tree
    }

    /// Sets order, last nodes and sizes from a depth-first order that starts at the root.
    fn set_order(&mut self, order: &[u32]) {
        let root = self.root();
        for pair in order.windows(2) {
            self.link(pair[0], pair[1]);
        }
        self.link(order[order.len() - 1], root);
        for &node in order {
            self.last[node as usize] = node;
            self.nodes[node as usize].size = 1;
        }
        // A node's last is that of its last child in order: children are met backwards, so the first to tell is the last child.
        for &node in order[1..].iter().rev() {
            let parent = self.parent(node);
            self.nodes[parent as usize].size += self.size(node);
            if self.last[parent as usize] == parent {
                self.last[parent as usize] = self.last[node as usize];
            }
        }
    }

    fn potential_below(&self, network: &Network, node: u32, unfilled_cost: i64) -> i64 {
        let (parent, arc) = self.above(node);
        let base = self.potentials[parent as usize];
        match (arc, node < self.supplies) {
            (SLACK_ARC, true) => base,
            (SLACK_ARC, false) => base + unfilled_cost,
            (arc, true) => base - i64::from(network.costs[arc as usize]),
            (arc, false) => base + i64::from(network.costs[arc as usize]),
        }
    }

    /// Parent of a node and the arc that leads there.
    pub(super) fn above(&self, node: u32) -> (u32, u32) {
        (self.parent(node), self.nodes[node as usize].arc)
    }

    /// [`Tree::above`] of every node but the root.
    pub(super) fn all_above(&self) -> Vec<(u32, u32)> {
        (0..self.root()).map(|node| self.above(node)).collect()
    }

    pub(super) fn root(&self) -> u32 {
        super::simplex::number(self.parents.len() - 1)
    }
}
