//! The matching engine: pure computation on dense indices. Knows no code, no name, no file, no clock.

mod certificate;
mod error;
mod mincut;
mod network;
pub mod problem;
mod simplex;
mod tree;

use crate::domain::progress::Progress;

pub use certificate::{Certificate, CertificateError, certify};
pub use error::EngineError;
pub use mincut::MinCut;
pub use problem::{Arc, Problem, Solution};

use network::Network;
use simplex::Simplex;
use tree::SLACK_ARC;

/// A first cost of an unfilled post, in multiples of the largest mismatch: usually enough to fill most, and much faster than the cost that
/// always is. The minimum cut tells whether it was.
const FIRST_UNFILLED_COST: i64 = 8;

/// Fills as many posts as can be, and among the ways to do so takes the one of least total mismatch.
///
/// Minimises `M · unfilled + Σ cost · flow` by a primal network simplex, first with a moderate M; when the minimum cut shows that more posts
/// could be filled, goes on with `M = (min(|S|, |D|) + 1) · c_max + 1`, which is exactly lexicographic. Every solution returned has passed
/// [`certify`]. Deterministic: ties are decided by the first arc in the order (supply, demand), whatever the order of the problem's arcs.
///
/// # Errors
/// [`EngineError`]: an ill-formed problem, a bound exceeded, or a cancellation (answered within a few hundred exchanges).
pub fn solve(problem: &Problem, progress: &dyn Progress) -> Result<Solution, EngineError> {
    let network = Network::new(problem)?;
    let lexicographic = network.lexicographic_cost();
    let first = lexicographic.min(FIRST_UNFILLED_COST * network.largest_cost + 1);
    let mut simplex = Simplex::new(&network, first);
    simplex.run(progress)?;
    let solution = read_tree(problem, &network, &simplex);
    match certify(problem, &solution) {
        Ok(_) => return Ok(solution),
        Err(CertificateError::NotMaximum { .. }) if first < lexicographic => {}
        Err(defect) => return Err(defect.into()),
    }
    simplex.raise_unfilled_cost(lexicographic);
    simplex.run(progress)?;
    let solution = read_tree(problem, &network, &simplex);
    certify(problem, &solution)?;
    Ok(solution)
}

/// Brings flows and potentials of the final tree back to the problem's own order.
fn read_tree(problem: &Problem, network: &Network, simplex: &Simplex) -> Solution {
    let (tree, supplies) = (&simplex.tree, network.supplies);
    let base = tree.potentials[network.slack()];
    let mut flows = vec![0; problem.arcs.len()];
    let mut spare = vec![0; network.slack()];
    let mut duals: Vec<i64> = tree.potentials.iter().map(|p| p - base).collect();
    for (node, rest) in spare.iter_mut().enumerate() {
        match tree.arc_above(node) {
            (SLACK_ARC, flow) => *rest = flow,
            (arc, flow) => flows[network.origins[arc as usize] as usize] = flow,
        }
    }
    // Demands without posts took no part: their dual is the largest that keeps every reduced cost at or above zero.
    let idle = |demand: u32| problem.demands[demand as usize] == 0;
    for (demand, _) in (0_usize..).zip(&problem.demands).filter(|(_, posts)| **posts == 0) {
        duals[supplies + demand] = simplex.unfilled_cost;
    }
    for arc in problem.arcs.iter().filter(|a| idle(a.demand)) {
        let bound = i64::from(arc.cost) + duals[arc.supply as usize];
        let dual = &mut duals[supplies + arc.demand as usize];
        *dual = bound.min(*dual);
    }
    let unfilled = spare.split_off(supplies);
    let costs = problem.arcs.iter().zip(&flows);
    Solution {
        filled: flows.iter().sum(),
        mismatch: costs.map(|(a, &flow)| i128::from(a.cost) * i128::from(flow)).sum(),
        flows,
        unused: spare,
        unfilled,
        unfilled_cost: simplex.unfilled_cost,
        demand_duals: duals[supplies..network.slack()].to_vec(),
        supply_duals: duals[..supplies].to_vec(),
    }
}
