//! The matching problem in the engine's own words: supplies, demands, arcs, costs.
//!
//! Bounds, checked before solving: every quantity is at least 0; the sums of supplies and of demands are at most 2⁶⁰; nodes and arcs
//! are fewer than 2³² − 1; `(nodes + 1) · (largest cost + 1)`, which bounds M and the cost of any path, is at most 2⁶⁰: a potential, M plus a path
//! at most, stays inside 64 bits with room to spare. Tie weights are drawn below `2^b` with `nodes · 2^b ≤ 2⁶⁰`, so sums of them along a path are
//! within 2⁶⁰ too. At a bound a problem is accepted, one past it is refused.

/// A transportation problem with slack on both sides. Quantities are integer thousandths of a person or post.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problem {
    /// People available at each supply node, ≥ 0.
    pub supplies: Vec<i64>,
    /// Posts of each demand cell, ≥ 0.
    pub demands: Vec<i64>,
    /// Who can take which post. Order is free and duplicates are harmless: it changes neither the objective nor who goes where.
    pub arcs: Vec<Arc>,
    /// How many people some arcs may carry together. Of two limits of one supply, or of one demand, with common arcs one must contain the other.
    pub limits: Vec<Limit>,
}

/// One possibility: people of `supply` may take posts of `demand`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arc {
    pub supply: u32,
    pub demand: u32,
    /// Mismatch of one person on this arc, tenths of a generalised minute, ≥ 0.
    pub cost: u32,
}

/// At most so many people, together, on arcs that leave one supply (a cap on mobility) or enter one demand (an employer's commitment).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Limit {
    /// Numbers of the arcs in [`Problem::arcs`], each once. One arc alone is a capacity of that arc.
    pub arcs: Vec<u32>,
    /// Thousandths of a person, ≥ 0.
    pub at_most: i64,
}

/// An optimal matching and its dual values.
///
/// Among all matchings, `filled` is the largest possible; among those that fill as much, `mismatch` is the least; among those that tie on
/// both, Σ tie weight · flow is the least (see [`super`]), and this one is the only such matching. So it depends only on the problem: not on the
/// order of its arcs, nor on what was solved before. So do the duals: each is the one-sided derivative of the optimum.
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
    /// Cost M of one unfilled post: `(min(|S|, |D|) + 1) · c_max + 1` for |S| classes, more than any saving of mismatch that a post could cost.
    pub unfilled_cost: i64,
    /// Dual u of each supply, 0 ≤ u: what one more thousandth there would save in M · unfilled + mismatch.
    pub supply_duals: Vec<i64>,
    /// Dual v of each demand, v ≤ M: what one more thousandth there would cost. `cost + u + Σ w − v ≥ 0` on every arc, over the limits
    /// of the arc.
    pub demand_duals: Vec<i64>,
    /// Dual w of each limit, 0 ≤ w: what one more thousandth let through would save; 0 when the limit is not reached.
    pub limit_duals: Vec<i64>,
    /// Which drawing of tie weights made the optimum unique: 0 but for a coincidence.
    pub tie_salt: u64,
    /// Dual of each supply for tie weights: decides where reduced costs are zero.
    pub supply_ties: Vec<i64>,
    /// Dual of each demand for tie weights.
    pub demand_ties: Vec<i64>,
}

impl Solution {
    /// People on the arcs of a limit, together. The arcs must be in range.
    pub fn carried(&self, limit: &Limit) -> i128 {
        limit.arcs.iter().map(|&n| i128::from(self.flows[n as usize])).sum()
    }
}
