//! Who can fill what, made small for the planning problem: what candidates cannot change is left out, and nodes that reach the same cells are one.

use std::collections::BTreeMap;

use crate::engine::Arc;

/// Nodes and cells of the territory by their numbers in the planning problem.
///
/// A maximum fill depends on headcounts only by Σ over nodes of the same cells, so such nodes merge exactly; a part of the network that no candidate
/// brings people to, or takes them from, fills the same under every plan.
pub(super) struct Layout {
    /// Number of each node; nothing where it is left out.
    nodes: Vec<Option<u32>>,
    /// The cell of each demand of the planning problem.
    pub cells: Vec<usize>,
    pub supplies: usize,
    /// (supply, demand) of the planning problem.
    pub arcs: Vec<(u32, u32)>,
}

impl Layout {
    /// Reduces the arcs of a territory of so many nodes and cells to what can change at the touched nodes.
    pub fn new(arcs: &[Arc], (nodes, cells): (usize, usize), touched: impl Iterator<Item = usize>) -> Self {
        let mut reached: Vec<Vec<u32>> = vec![Vec::new(); nodes];
        for arc in arcs {
            reached[arc.supply as usize].push(arc.demand);
        }
        for cells in &mut reached {
            cells.sort_unstable();
            cells.dedup();
        }
        let parts = Parts::new(&reached, cells);
        let kept = parts.of(touched.filter_map(|node| reached[node].first().copied()));
        let mut layout = Self {
            nodes: vec![None; nodes],
            cells: (0..cells).filter(|cell| kept[parts.root(*cell)]).collect(),
            supplies: 0,
            arcs: Vec::new(),
        };
        let demands: BTreeMap<usize, u32> = layout.cells.iter().copied().zip(0..).collect();
        let mut classes: BTreeMap<&[u32], u32> = BTreeMap::new();
        for (node, cells) in reached.iter().enumerate() {
            let Some(first) = cells.first().filter(|cell| kept[parts.root(**cell as usize)]) else {
                continue;
            };
            debug_assert!(demands.contains_key(&(*first as usize)), "a part is kept whole");
            let next = u32::try_from(classes.len()).unwrap_or(u32::MAX);
            let class = *classes.entry(cells).or_insert_with(|| {
                let to = cells.iter().filter_map(|cell| demands.get(&(*cell as usize)));
                layout.arcs.extend(to.map(|demand| (next, *demand)));
                next
            });
            layout.nodes[node] = Some(class);
        }
        layout.supplies = classes.len();
        layout
    }

    /// The supply of a node; nothing where no plan changes what it fills.
    pub fn supply(&self, node: usize) -> Option<u32> {
        self.nodes[node]
    }

    /// People of each supply.
    pub fn people(&self, nodes: &[i64]) -> Vec<i64> {
        let mut people = vec![0; self.supplies];
        for (node, there) in nodes.iter().enumerate() {
            if let Some(supply) = self.nodes[node] {
                people[supply as usize] += there;
            }
        }
        people
    }

    /// Posts of each demand.
    pub fn posts(&self, cells: &[i64]) -> Vec<i64> {
        self.cells.iter().map(|cell| cells[*cell]).collect()
    }
}

/// Cells joined by the nodes that reach several.
struct Parts(Vec<usize>);

impl Parts {
    fn new(reached: &[Vec<u32>], cells: usize) -> Self {
        let mut parts = Self((0..cells).collect());
        for pair in reached.iter().flat_map(|cells| cells.windows(2)) {
            let (a, b) = (parts.root(pair[0] as usize), parts.root(pair[1] as usize));
            parts.0[a.max(b)] = a.min(b);
        }
        parts
    }

    fn root(&self, mut cell: usize) -> usize {
        while self.0[cell] != cell {
            cell = self.0[cell];
        }
        cell
    }

    /// By root, whether the part of one of these cells.
    fn of(&self, cells: impl Iterator<Item = u32>) -> Vec<bool> {
        let mut kept = vec![false; self.0.len()];
        for cell in cells {
            kept[self.root(cell as usize)] = true;
        }
        kept
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nodes_of_the_same_cells_are_one_and_untouched_parts_are_left_out() {
        let arc = |supply, demand| Arc {
            supply,
            demand,
            cost: 7,
        };
        // Nodes 0 and 2 reach cells 0 and 1, node 1 reaches 1, node 3 reaches 2 alone, node 4 nothing.
        let arcs = [arc(0, 1), arc(0, 0), arc(1, 1), arc(2, 0), arc(2, 1), arc(3, 2)];
        let layout = Layout::new(&arcs, (5, 3), [1, 4].into_iter());
        assert_eq!(layout.cells, [0, 1]);
        assert_eq!(layout.people(&[5, 3, 10, 100, 1_000]), [15, 3]);
        assert_eq!(layout.posts(&[2, 4, 8]), [2, 4]);
        assert_eq!(layout.arcs, [(0, 0), (0, 1), (1, 1)]);
        assert_eq!(
            [0, 1, 2, 3, 4].map(|node| layout.supply(node)),
            [Some(0), Some(1), Some(0), None, None]
        );
    }
}
