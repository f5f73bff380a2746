//! A new start from an old tree: what of it can still stand after many quantities changed at once.

use super::network::Network;
use super::tree::{PARKED, SLACK_ARC, Tree};

/// A strongly feasible tree that keeps as much of `tree` as the quantities of the network allow.
///
/// From the leaves up. A supply that cannot feed all the demands below it feeds the first ones, the next one in part, and lets the others
/// go to unfilled posts; the one fed in part becomes its parent. Likewise a demand that receives more than its posts. Linear in the nodes.
pub(super) fn loosened(network: &Network, tree: &Tree, unfilled_cost: i64) -> Tree {
    let root = tree.root();
    let supplies = network.supplies;
    let mut above = tree.all_above();
    // What each node still wants from its parent (demands) or gives to it (supplies); children in a linked list.
    let mut first = vec![root; above.len() + 1];
    let mut sibling = vec![root; above.len() + 1];
    let mut amount = vec![0_i64; above.len()];
    let mut order: Vec<u32> = tree.subtree(root).collect();
    order.remove(0);
    for &node in order.iter().rev() {
        let n = node as usize;
        let is_supply = n < supplies;
        let mut rest = network.quantities[n];
        let mut partial = None;
        let mut child = first[n];
        while child != root {
            let asked = amount[child as usize];
            let fits = asked < rest || asked == rest && is_supply;
            if partial.is_none() && fits {
                rest -= asked;
            } else {
                if partial.is_none() && (is_supply || rest > 0) {
                    partial = Some(child);
                }
                above[child as usize] = (root, SLACK_ARC);
            }
            child = sibling[child as usize];
        }
        match partial {
            Some(child) => above[n] = (child, tree.above(child).1),
            None if !is_supply && rest == 0 => above[n] = (root, PARKED),
            None => {
                amount[n] = rest;
                let parent = above[n].0 as usize;
                sibling[n] = std::mem::replace(&mut first[parent], node);
            }
        }
    }
    Tree::from_parents(network, &above, unfilled_cost)
}
