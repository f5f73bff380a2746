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

/// A node, the arc above it, and its place in the depth-first order of the tree.
#[derive(Debug, Clone, Copy)]
pub(super) struct Node {
    pub(super) parent: u32,
    /// Preceding node in depth-first order, circular.
    pub(super) previous: u32,
    /// Last node of the subtree in depth-first order.
    pub(super) last: u32,
    /// Number of nodes of the subtree.
    pub(super) size: u32,
    /// Network arc to the parent.
    pub(super) arc: u32,
    /// Flow on the arc to the parent.
    pub(super) flow: i64,
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

/// Where an exchange cuts the tree.
struct Cut {
    /// Node below the leaving arc.
    below: u32,
    /// End of the entering arc on the cut side, and the other end.
    inner: u32,
    outer: u32,
    /// Flow sent round the cycle.
    amount: i64,
    join: u32,
}

#[derive(Debug, Clone)]
pub(super) struct Tree {
    pub(super) nodes: Vec<Node>,
    /// Following node in depth-first order, circular; apart from the nodes because walks over subtrees, half of all the time, read nothing else.
    pub(super) next: Vec<u32>,
    /// Potential of each node: `cost + tail − head = 0` on every arc of the tree.
    pub(super) potentials: Vec<i64>,
    /// The same for tie weights, once [`Tree::set_ties`] was called.
    pub(super) ties: Vec<i64>,
    pub(super) supplies: u32,
}

impl Tree {
    /// Everyone unused and every post unfilled: a star around the slack node. Demands without posts stay outside the tree.
    pub(super) fn star(network: &Network, unfilled_cost: i64) -> Self {
        let slack = index(network.slack());
        let supplies = index(network.supplies);
        let members: Vec<u32> = (0..slack)
            .filter(|&n| n < supplies || network.quantities[n as usize] > 0)
            .collect();
        let alone = |node: u32| {
            let quantity = network.quantities.get(node as usize).copied().unwrap_or(0);
            Node {
                parent: slack,
                previous: node,
                last: node,
                size: 1,
                arc: if node < supplies || quantity > 0 {
                    SLACK_ARC
                } else {
                    PARKED
                },
                flow: quantity,
            }
        };
        let mut tree = Self {
            nodes: (0..=slack).map(alone).collect(),
            next: (0..=slack).collect(),
            potentials: vec![PARKED_POTENTIAL; network.slack() + 1],
            ties: vec![0; network.slack() + 1],
            supplies,
        };
        let mut before = slack;
        for &node in &members {
            tree.link(before, node);
            before = node;
            tree.potentials[node as usize] = if node < supplies { 0 } else { unfilled_cost };
        }
        tree.potentials[slack as usize] = 0;
        tree.link(before, slack);
        let root = &mut tree.nodes[slack as usize];
        root.last = before;
        root.size = index(members.len()) + 1;
        tree
    }

    /// Flow above `node` and the network arc that carries it.
    pub(super) fn arc_above(&self, node: usize) -> (u32, i64) {
        (self.nodes[node].arc, self.nodes[node].flow)
    }

    /// Adds `shift` to the potentials of every subtree that hangs on the slack node by unfilled posts: their cost has risen by that much.
    pub(super) fn raise_unfilled_cost(&mut self, shift: i64) {
        let slack = index(self.nodes.len() - 1);
        let mut node = self.next[slack as usize];
        while node != slack {
            let Node { last, .. } = self.nodes[node as usize];
            let after = self.next[last as usize];
            if node >= self.supplies {
                self.shift(node, shift, 0);
            }
            node = after;
        }
    }

    /// Brings `entering` into the tree in place of the arc that empties first on its cycle.
    pub(super) fn exchange(&mut self, entering: Entering) {
        let cut = self.leaving(&entering);
        self.swap(&entering, &cut);
    }

    /// Brings `entering` into the tree in place of the arc above `below`, whose flow is not feasible and becomes zero; returns where the
    /// two sides of the cycle joined. One end of `entering`, and one only, must be under `below`.
    pub(super) fn replace(&mut self, entering: Entering, below: u32, inner: u32) -> u32 {
        let outer = if inner == entering.tail {
            entering.head
        } else {
            entering.tail
        };
        let cut = Cut {
            below,
            inner,
            outer,
            amount: -self.nodes[below as usize].flow,
            join: self.join(entering.tail, entering.head),
        };
        self.swap(&entering, &cut);
        cut.join
    }

    fn swap(&mut self, entering: &Entering, cut: &Cut) {
        self.send_round(entering, cut);
        let (old_parent, moved) = {
            let below = &self.nodes[cut.below as usize];
            (below.parent, below.size)
        };
        self.detach(cut.below);
        self.resize(old_parent, cut.join, |size| size - moved);
        self.reroot(cut.inner, cut.below, cut.outer, entering.arc, cut.amount);
        self.attach(cut.inner, cut.outer);
        self.resize(cut.outer, cut.join, |size| size + moved);
        let sign = if cut.inner == entering.tail { -1 } else { 1 };
        self.shift(cut.inner, sign * entering.reduced_cost, sign * entering.reduced_tie);
    }

    /// Where the ways up from two nodes meet.
    fn join(&self, mut a: u32, mut b: u32) -> u32 {
        while a != b {
            // A subtree strictly contains those of its descendants: the smaller one cannot be an ancestor of the other.
            let (above_a, above_b) = (&self.nodes[a as usize], &self.nodes[b as usize]);
            if above_a.size < above_b.size {
                a = above_a.parent;
            } else {
                b = above_b.parent;
            }
        }
        a
    }

    /// Walks both sides of the cycle to where they join. The flow falls on arcs above supplies on the tail's side and above demands on the
    /// head's side; among arcs that empty together the last one met, going round from the join along the entering arc, leaves.
    fn leaving(&self, entering: &Entering) -> Cut {
        let (mut tail, mut head) = (entering.tail, entering.head);
        let mut on_tail = (i64::MAX, tail);
        let mut on_head = (i64::MAX, head);
        while tail != head {
            let (t, h) = (&self.nodes[tail as usize], &self.nodes[head as usize]);
            // A subtree strictly contains those of its descendants: the smaller one cannot be an ancestor of the other.
            if t.size < h.size {
                if tail < self.supplies && t.flow < on_tail.0 {
                    on_tail = (t.flow, tail);
                }
                tail = t.parent;
            } else {
                if head >= self.supplies && h.flow <= on_head.0 {
                    on_head = (h.flow, head);
                }
                head = h.parent;
            }
        }
        let (amount, below, inner, outer) = if on_head.0 <= on_tail.0 {
            (on_head.0, on_head.1, entering.head, entering.tail)
        } else {
            (on_tail.0, on_tail.1, entering.tail, entering.head)
        };
        Cut {
            below,
            inner,
            outer,
            amount,
            join: tail,
        }
    }

    fn send_round(&mut self, entering: &Entering, cut: &Cut) {
        if cut.amount == 0 {
            return;
        }
        let mut node = entering.tail;
        while node != cut.join {
            let falls = node < self.supplies;
            node = self.change_flow(node, if falls { -cut.amount } else { cut.amount });
        }
        let mut node = entering.head;
        while node != cut.join {
            let rises = node < self.supplies;
            node = self.change_flow(node, if rises { cut.amount } else { -cut.amount });
        }
    }

    pub(super) fn change_flow(&mut self, node: u32, change: i64) -> u32 {
        let node = &mut self.nodes[node as usize];
        node.flow += change;
        node.parent
    }

    pub(super) fn resize(&mut self, from: u32, join: u32, change: impl Fn(u32) -> u32) {
        let mut node = from;
        while node != join {
            let n = &mut self.nodes[node as usize];
            n.size = change(n.size);
            node = n.parent;
        }
    }

    pub(super) fn link(&mut self, before: u32, after: u32) {
        self.next[before as usize] = after;
        self.nodes[after as usize].previous = before;
    }

    /// Takes the subtree of `top` out of the depth-first order; its own order stays.
    pub(super) fn detach(&mut self, top: u32) {
        let Node {
            parent, previous, last, ..
        } = self.nodes[top as usize];
        let after = self.next[last as usize];
        self.link(previous, after);
        self.move_last(parent, last, previous);
    }

    /// Puts the subtree of `top` right after `parent` in the depth-first order.
    pub(super) fn attach(&mut self, top: u32, parent: u32) {
        let after = self.next[parent as usize];
        let last = self.nodes[top as usize].last;
        self.link(parent, top);
        self.link(last, after);
        self.move_last(parent, parent, last);
    }

    /// Replaces `old` by `new` as last node of the subtrees that ended there, from `node` upwards.
    fn move_last(&mut self, node: u32, old: u32, new: u32) {
        let mut node = node;
        while self.nodes[node as usize].last == old {
            self.nodes[node as usize].last = new;
            let parent = self.nodes[node as usize].parent;
            if parent == node {
                break;
            }
            node = parent;
        }
    }

    /// Makes `top` the root of the detached subtree of `old_top` and hangs it on `parent` by the entering arc. Each node between them takes
    /// its former child as parent, with the arc that joined them.
    fn reroot(&mut self, top: u32, old_top: u32, parent: u32, arc: u32, flow: i64) {
        let total = self.nodes[old_top as usize].size;
        let mut child = top;
        // What `child` was before it changed, and what surrounded its subtree in depth-first order.
        let mut was = self.nodes[top as usize];
        let mut before = was.previous;
        let mut after = self.next[was.last as usize];
        let mut end = was.last;
        self.hang(top, parent, arc, flow, total);
        while child != old_top {
            let node = was.parent;
            let this = self.nodes[node as usize];
            let ends_with_child = this.last == was.last;
            let after_this = if ends_with_child {
                after
            } else {
                self.next[this.last as usize]
            };
            self.link(end, node);
            end = if ends_with_child {
                before
            } else {
                self.link(before, after);
                this.last
            };
            self.hang(node, child, was.arc, was.flow, total - was.size);
            (child, was, before, after) = (node, this, this.previous, after_this);
        }
        let mut node = old_top;
        while node != parent {
            let n = &mut self.nodes[node as usize];
            n.last = end;
            node = n.parent;
        }
    }

    pub(super) fn hang(&mut self, node: u32, parent: u32, arc: u32, flow: i64, size: u32) {
        let n = &mut self.nodes[node as usize];
        (n.parent, n.arc, n.flow, n.size) = (parent, arc, flow, size);
    }

    /// Adds to the potentials and the tie potentials of every node of a subtree.
    fn shift(&mut self, top: u32, cost: i64, tie: i64) {
        let last = self.nodes[top as usize].last;
        if cost != 0 {
            shift_walk(&mut self.potentials, &self.next, top, last, cost);
        }
        if tie != 0 {
            shift_walk(&mut self.ties, &self.next, top, last, tie);
        }
    }

    /// Number of arcs of the tree.
    pub(super) fn arcs(&self) -> usize {
        self.nodes[self.nodes.len() - 1].size as usize - 1
    }

    /// Sets tie potentials from the arcs of the tree, from the root down.
    pub(super) fn set_ties(&mut self, network: &Network) {
        let slack = index(self.nodes.len() - 1);
        self.ties[slack as usize] = 0;
        let mut node = self.next[slack as usize];
        while node != slack {
            let Node { parent, arc, .. } = self.nodes[node as usize];
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

fn shift_walk(values: &mut [i64], next: &[u32], top: u32, last: u32, shift: i64) {
    let mut node = top;
    loop {
        values[node as usize] += shift;
        if node == last {
            break;
        }
        node = next[node as usize];
    }
}

fn index(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
