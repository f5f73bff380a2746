//! The spanning tree of the network simplex: flows on its arcs, potentials of its nodes, and the exchange of one arc for another.
//!
//! The tree is rooted at the slack node. Arcs have no upper bound, so every flow is on the tree. People go from supplies to demands or to
//! the slack node, which feeds unfilled posts: the arc above a supply points up and the arc above a demand points down. The tree is kept
//! *strongly feasible*: arcs without flow point up, so no sequence of exchanges can cycle.

use super::network::Network;

/// No arc of the network: a link to the slack node.
pub(super) const SLACK_ARC: u32 = u32::MAX;

/// No arc at all: a demand without posts, outside the tree.
pub(super) const PARKED: u32 = u32::MAX - 1;

/// Potential of demands outside the tree: so low that no arc towards them ever pays, and two of them still add up inside 64 bits.
pub(super) const PARKED_POTENTIAL: i64 = -(1 << 61);

/// How a node hangs on its parent.
#[derive(Debug, Clone, Copy)]
pub(super) struct Node {
    /// Flow on the arc to the parent.
    pub(super) flow: i64,
    /// Network arc to the parent.
    pub(super) arc: u32,
    /// Number of nodes of the subtree.
    pub(super) size: u32,
}

/// An arc about to enter the tree.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entering {
    pub(super) tail: u32,
    pub(super) head: u32,
    pub(super) arc: u32,
    /// What one unit on the arc costs; negative when it saves.
    pub(super) reduced_cost: i64,
    /// The same in tie weights; meaningful once ties are settled.
    pub(super) reduced_tie: i64,
}

/// The nodes from either end of an arc up to where the ways join, the join itself left out. Supplies and demands take turns on them, supplies
/// first from the tail and demands first from the head.
#[derive(Debug, Clone, Default)]
struct Ways {
    tail: Vec<u32>,
    head: Vec<u32>,
    join: u32,
}

/// Which end of an entering arc lies under the leaving one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Tail,
    Head,
}

/// Where an exchange cuts the tree: at which place of which way, and the flow sent round the cycle.
#[derive(Debug, Clone, Copy)]
struct Cut {
    side: Side,
    place: usize,
    amount: i64,
}

/// The arrays of a tree are apart, each as small as can be: exchanges jump about in them, and most of a national tree then stays close to the
/// processor.
#[derive(Debug, Clone)]
pub(super) struct Tree {
    pub(super) parents: Vec<u32>,
    pub(super) nodes: Vec<Node>,
    /// Following and preceding node in depth-first order, circular.
    pub(super) next: Vec<u32>,
    pub(super) previous: Vec<u32>,
    /// Last node of each subtree in depth-first order.
    pub(super) last: Vec<u32>,
    /// Potential of each node: `cost + tail − head = 0` on every arc of the tree.
    pub(super) potentials: Vec<i64>,
    /// The same for tie weights, once [`Tree::set_ties`] was called.
    pub(super) ties: Vec<i64>,
    pub(super) supplies: u32,
    /// Those of the last exchange: their memory is used again.
    ways: Ways,
}

impl Tree {
    /// Everyone unused and every post unfilled: a star around the slack node. Demands without posts stay outside the tree.
    pub(super) fn star(network: &Network, unfilled_cost: i64) -> Self {
        let slack = index(network.slack());
        let supplies = index(network.supplies);
        let members: Vec<u32> = (0..slack)
            .filter(|&n| n < supplies || network.quantities[n as usize] > 0)
            .collect();
        let quantity = |node: u32| network.quantities.get(node as usize).copied().unwrap_or(0);
        let alone = |node: u32| Node {
            flow: quantity(node),
            arc: if node < supplies || quantity(node) > 0 {
                SLACK_ARC
            } else {
                PARKED
            },
            size: 1,
        };
        let mut tree = Self {
            parents: vec![slack; network.slack() + 1],
            nodes: (0..=slack).map(alone).collect(),
            next: (0..=slack).collect(),
            previous: (0..=slack).collect(),
            last: (0..=slack).collect(),
            potentials: vec![PARKED_POTENTIAL; network.slack() + 1],
            ties: vec![0; network.slack() + 1],
            supplies,
            ways: Ways::default(),
        };
        let mut before = slack;
        for &node in &members {
            tree.link(before, node);
            before = node;
            tree.potentials[node as usize] = if node < supplies { 0 } else { unfilled_cost };
        }
        tree.potentials[slack as usize] = 0;
        tree.link(before, slack);
        tree.last[slack as usize] = before;
        tree.nodes[slack as usize].size = index(members.len()) + 1;
        tree
    }

    /// Flow above `node` and the network arc that carries it.
    pub(super) fn arc_above(&self, node: usize) -> (u32, i64) {
        (self.nodes[node].arc, self.nodes[node].flow)
    }

    /// Adds `shift` to the potentials of every subtree that hangs on the slack node by unfilled posts: their cost has risen by that much.
    pub(super) fn raise_unfilled_cost(&mut self, shift: i64) {
        let slack = self.root();
        let mut node = self.next[slack as usize];
        while node != slack {
            let after = self.next[self.last[node as usize] as usize];
            if node >= self.supplies {
                self.shift(node, shift, 0);
            }
            node = after;
        }
    }

    /// Brings `entering` into the tree in place of the arc that empties first on its cycle.
    pub(super) fn exchange(&mut self, entering: Entering) {
        let ways = self.ways(&entering);
        let cut = self.leaving(&ways);
        self.swap(&entering, &ways, cut);
        self.ways = ways;
    }

    /// Brings `entering` into the tree in place of the arc above `below`, whose flow is not feasible and becomes zero; returns where the
    /// two sides of the cycle joined. One end of `entering`, and one only, must be under `below`.
    pub(super) fn replace(&mut self, entering: Entering, below: u32) -> u32 {
        let ways = self.ways(&entering);
        let at = |way: &[u32]| way.iter().position(|&node| node == below);
        let found = at(&ways.tail).map(|place| (Side::Tail, place));
        let found = found.or_else(|| at(&ways.head).map(|place| (Side::Head, place)));
        if let Some((side, place)) = found {
            let amount = -self.flow(below);
            self.swap(&entering, &ways, Cut { side, place, amount });
        }
        let join = ways.join;
        self.ways = ways;
        join
    }

    /// Both ways go up to the root, which is most often where they join, and come back as far as they are one.
    fn ways(&mut self, entering: &Entering) -> Ways {
        let mut ways = std::mem::take(&mut self.ways);
        let root = self.root();
        ways.join = root;
        ways.tail.clear();
        ways.head.clear();
        let (mut tail, mut head) = (entering.tail, entering.head);
        // Side by side: each step of a way waits for the one before.
        while tail != root && head != root {
            ways.tail.push(tail);
            ways.head.push(head);
            (tail, head) = (self.parent(tail), self.parent(head));
        }
        while tail != root {
            ways.tail.push(tail);
            tail = self.parent(tail);
        }
        while head != root {
            ways.head.push(head);
            head = self.parent(head);
        }
        while let (Some(&tail), Some(&head)) = (ways.tail.last(), ways.head.last())
            && tail == head
        {
            ways.join = tail;
            ways.tail.pop();
            ways.head.pop();
        }
        ways
    }

    /// The flow falls on arcs above supplies on the tail's side and above demands on the head's side; among arcs that empty together the last
    /// one met, going round from the join along the entering arc, leaves.
    fn leaving(&self, ways: &Ways) -> Cut {
        let (mut on_tail, mut on_head) = ((i64::MAX, 0), (i64::MAX, 0));
        for (place, &node) in ways.tail.iter().enumerate().step_by(2) {
            let flow = self.flow(node);
            if flow < on_tail.0 {
                on_tail = (flow, place);
            }
        }
        for (place, &node) in ways.head.iter().enumerate().step_by(2) {
            let flow = self.flow(node);
            if flow <= on_head.0 {
                on_head = (flow, place);
            }
        }
        let (side, (amount, place)) = if on_head.0 <= on_tail.0 {
            (Side::Head, on_head)
        } else {
            (Side::Tail, on_tail)
        };
        Cut { side, place, amount }
    }

    fn swap(&mut self, entering: &Entering, ways: &Ways, cut: Cut) {
        self.send_round(ways, cut.amount);
        let (inner, outer, way, other) = match cut.side {
            Side::Tail => (entering.tail, entering.head, &ways.tail, &ways.head),
            Side::Head => (entering.head, entering.tail, &ways.head, &ways.tail),
        };
        let below = way[cut.place];
        let moved = self.nodes[below as usize].size;
        self.detach(below);
        for &node in &way[cut.place + 1..] {
            self.nodes[node as usize].size -= moved;
        }
        self.reroot(inner, below, outer, entering.arc, cut.amount);
        self.attach(inner, outer);
        for &node in other {
            self.nodes[node as usize].size += moved;
        }
        let sign = if cut.side == Side::Tail { -1 } else { 1 };
        self.shift(inner, sign * entering.reduced_cost, sign * entering.reduced_tie);
    }

    fn send_round(&mut self, ways: &Ways, amount: i64) {
        if amount == 0 {
            return;
        }
        for way in [&ways.tail, &ways.head] {
            for (place, &node) in way.iter().enumerate() {
                self.nodes[node as usize].flow += if place % 2 == 0 { -amount } else { amount };
            }
        }
    }

    pub(super) fn change_flow(&mut self, node: u32, change: i64) -> u32 {
        self.nodes[node as usize].flow += change;
        self.parent(node)
    }

    pub(super) fn resize(&mut self, from: u32, join: u32, change: impl Fn(u32) -> u32) {
        let mut node = from;
        while node != join {
            self.nodes[node as usize].size = change(self.size(node));
            node = self.parent(node);
        }
    }

    pub(super) fn link(&mut self, before: u32, after: u32) {
        self.next[before as usize] = after;
        self.previous[after as usize] = before;
    }

    /// Takes the subtree of `top` out of the depth-first order; its own order stays.
    pub(super) fn detach(&mut self, top: u32) {
        let (parent, previous, last) = (self.parent(top), self.previous[top as usize], self.last[top as usize]);
        let after = self.next[last as usize];
        self.link(previous, after);
        self.move_last(parent, last, previous);
    }

    /// Puts the subtree of `top` right after `parent` in the depth-first order.
    pub(super) fn attach(&mut self, top: u32, parent: u32) {
        let after = self.next[parent as usize];
        let last = self.last[top as usize];
        self.link(parent, top);
        self.link(last, after);
        self.move_last(parent, parent, last);
    }

    /// Replaces `old` by `new` as last node of the subtrees that ended there, from `node` upwards.
    fn move_last(&mut self, node: u32, old: u32, new: u32) {
        let mut node = node;
        while self.last[node as usize] == old {
            self.last[node as usize] = new;
            let parent = self.parent(node);
            if parent == node {
                break;
            }
            node = parent;
        }
    }

    /// Makes `top` the root of the detached subtree of `old_top` and hangs it on `parent` by the entering arc. Each node between them takes
    /// its former child as parent, with the arc that joined them.
    fn reroot(&mut self, top: u32, old_top: u32, parent: u32, arc: u32, flow: i64) {
        let total = self.size(old_top);
        let mut child = top;
        // What `child` was before it changed, and what surrounded its subtree in depth-first order.
        let (mut was, mut was_parent) = (self.nodes[top as usize], self.parent(top));
        let mut end = self.last[top as usize];
        let mut was_last = end;
        let mut before = self.previous[top as usize];
        let mut after = self.next[end as usize];
        self.hang(top, parent, arc, flow, total);
        while child != old_top {
            let node = was_parent;
            let (this, this_parent) = (self.nodes[node as usize], self.parent(node));
            let (this_last, this_before) = (self.last[node as usize], self.previous[node as usize]);
            let ends_with_child = this_last == was_last;
            let after_this = if ends_with_child {
                after
            } else {
                self.next[this_last as usize]
            };
            self.link(end, node);
            end = if ends_with_child {
                before
            } else {
                self.link(before, after);
                this_last
            };
            self.hang(node, child, was.arc, was.flow, total - was.size);
            (child, was, was_parent, was_last) = (node, this, this_parent, this_last);
            (before, after) = (this_before, after_this);
        }
        let mut node = old_top;
        while node != parent {
            self.last[node as usize] = end;
            node = self.parent(node);
        }
    }

    pub(super) fn hang(&mut self, node: u32, parent: u32, arc: u32, flow: i64, size: u32) {
        self.parents[node as usize] = parent;
        self.nodes[node as usize] = Node { flow, arc, size };
    }

    /// Adds to the potentials and the tie potentials of every node of a subtree.
    fn shift(&mut self, top: u32, cost: i64, tie: i64) {
        for (values, shift) in [(&mut self.potentials, cost), (&mut self.ties, tie)] {
            if shift == 0 {
                continue;
            }
            // From both ends at once: each step waits for the one before.
            let (mut front, mut back) = (top as usize, self.last[top as usize] as usize);
            let size = self.nodes[top as usize].size;
            for _ in 0..size / 2 {
                values[front] += shift;
                values[back] += shift;
                (front, back) = (self.next[front] as usize, self.previous[back] as usize);
            }
            if size % 2 == 1 {
                values[front] += shift;
            }
        }
    }

    /// Number of arcs of the tree.
    pub(super) fn arcs(&self) -> usize {
        self.size(self.root()) as usize - 1
    }

    /// Sets tie potentials from the arcs of the tree, from the root down.
    pub(super) fn set_ties(&mut self, network: &Network) {
        let slack = self.root();
        self.ties[slack as usize] = 0;
        let mut node = self.next[slack as usize];
        while node != slack {
            let (parent, arc) = self.above(node);
            let above = self.ties[parent as usize];
            self.ties[node as usize] = if arc == SLACK_ARC {
                above
            } else if node < self.supplies {
                above - network.tie(node as usize, parent)
            } else {
                above + network.tie(parent as usize, node)
            };
            node = self.next[node as usize];
        }
    }
}

fn index(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
