//! The matching problem in the engine's own words: supplies, demands, arcs, costs.

/// A transportation problem with slack on both sides. Quantities are integer thousandths of a person or post.
#[derive(Debug, Clone, Default)]
pub struct Problem {
    /// People available at each supply node, ≥ 0.
    pub supplies: Vec<i64>,
    /// Posts of each demand cell, ≥ 0.
    pub demands: Vec<i64>,
    /// Who can take which post.
    pub arcs: Vec<Arc>,
}

/// One possibility: people of `supply` may take posts of `demand`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arc {
    pub supply: u32,
    pub demand: u32,
    /// Mismatch of one person on this arc, tenths of a generalised minute, ≥ 0.
    pub cost: u32,
}

/// An optimal matching and its dual values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Solution {
    /// Flow on each arc of the problem, same order.
    pub flows: Vec<i64>,
    /// Supply left unused at each node.
    pub unused: Vec<i64>,
    /// Posts left unfilled in each cell.
    pub unfilled: Vec<i64>,
    /// Σ flows.
    pub filled: i64,
    /// Σ cost · flow.
    pub mismatch: i128,
    /// Cost M of one unfilled post in the solved problem.
    pub unfilled_cost: i64,
    /// Dual of each supply and each demand (potentials of the optimal basis).
    pub supply_duals: Vec<i64>,
    pub demand_duals: Vec<i64>,
}
