//! How many posts other quantities could fill, at once and without solving: an interval that holds the answer.

use super::simplex::number;
use super::solver::Solver;

/// Posts filled, thousandths: the exact figure lies between, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bound {
    pub at_least: i64,
    pub at_most: i64,
}

impl Solver {
    /// Bounds of the posts filled for other quantities of the same problem; nothing when sizes differ, a quantity is negative or a sum
    /// exceeds its bound.
    ///
    /// At most: any cut bounds any fill (weak duality), and the minimum cut of the present quantities, priced anew, is a good one:
    /// Σ people of supplies that lead to an unfilled post + Σ posts of demands that do not. At least: the most that the pairs used at
    /// present can carry; they form a forest, on which filling from the leaves up is optimal. Linear in the nodes.
    pub fn bound(&self, supplies: &[i64], demands: &[i64]) -> Option<Bound> {
        let mut rest = self.node_quantities(supplies, demands)?;
        let tree = self.tree();
        let leads = self.leads_to_unfilled();
        let first_demand = self.network().supplies;
        let capacity = |(node, &quantity): (usize, &i64)| {
            if (node < first_demand) == leads[node] {
                quantity
            } else {
                0
            }
        };
        let people: i64 = rest[..first_demand].iter().sum();
        let posts: i64 = rest[first_demand..].iter().sum();
        let cut: i128 = rest.iter().enumerate().map(capacity).map(i128::from).sum();
        let trivial = people.min(posts);
        let at_most = i64::try_from(cut).unwrap_or(trivial).min(trivial);
        let mut at_least = 0;
        let root = tree.root();
        for node in tree.upwards() {
            let parent = tree.parent(node);
            if parent == root {
                continue;
            }
            let flow = rest[node as usize].min(rest[parent as usize]);
            rest[node as usize] -= flow;
            rest[parent as usize] -= flow;
            at_least += flow;
        }
        Some(Bound { at_least, at_most })
    }

    /// For each node, whether people there could fill one more post, directly or by taking a place that frees another: their way up the
    /// tree ends at an unfilled post. Exact because an unfilled post costs more than any way.
    pub(super) fn leads_to_unfilled(&self) -> Vec<bool> {
        let tree = self.tree();
        let root = tree.root();
        let mut leads = vec![false; root as usize + 1];
        for node in tree.subtree(root).skip(1) {
            let parent = tree.parent(node);
            leads[node as usize] = if parent == root {
                node >= number(self.network().supplies)
            } else {
                leads[parent as usize]
            };
        }
        leads
    }
}
