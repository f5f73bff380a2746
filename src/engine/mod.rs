//! The matching engine: pure computation on dense indices. Knows no code, no name, no file, no clock.

mod capacity;
mod certificate;
mod class;
mod error;
mod fill;
mod hall;
mod kept;
mod mincut;
mod network;
pub mod problem;
mod reach;
pub mod shapley;
mod simplex;
mod tree;
mod trial;

use crate::domain::progress::Progress;

pub use certificate::{Certificate, CertificateError, certify};
pub use error::EngineError;
pub use fill::{Fills, Tranche, fill_all};
pub use hall::{Shortfall, ShortfallError, check_shortfall, shortfall};
pub use kept::{Bound, Kept};
pub use mincut::MinCut;
pub use problem::{Arc, Limit, Problem, Solution};
pub use reach::Reach;
pub use trial::{Effect, Trials};

use capacity::Expansion;
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
/// [`certify`]. Deterministic: ties are decided by the first arc in the order (supply, demand), whatever the order of the problem's arcs,
/// and supplies with the same arcs share each destination in proportion to their headcounts.
///
/// # Errors
/// [`EngineError`]: an ill-formed problem, a bound exceeded, or a cancellation (answered within a few hundred exchanges).
pub fn solve(problem: &Problem, progress: &dyn Progress) -> Result<Solution, EngineError> {
    if problem.limits.is_empty() {
        return solve_unlimited(problem, progress);
    }
    let expansion = Expansion::new(problem)?;
    let expanded = solve_unlimited(&expansion.problem, progress)?;
    let solution = expansion.restore(problem, expanded);
    certify(problem, &solution)?;
    Ok(solution)
}

fn solve_unlimited(problem: &Problem, progress: &dyn Progress) -> Result<Solution, EngineError> {
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

/// Brings flows and potentials of the final tree back to the problem's own supplies and arcs.
fn read_tree(problem: &Problem, network: &Network, simplex: &Simplex) -> Solution {
    let flows = read_flows(problem, network, simplex);
    let (supply_duals, demand_duals) = read_duals(problem, network, simplex);
    let mut unused = problem.supplies.clone();
    let mut unfilled = problem.demands.clone();
    let mut mismatch = 0;
    for (arc, &flow) in problem.arcs.iter().zip(&flows) {
        unused[arc.supply as usize] -= flow;
        unfilled[arc.demand as usize] -= flow;
        mismatch += i128::from(arc.cost) * i128::from(flow);
    }
    Solution {
        filled: flows.iter().sum(),
        flows,
        unused,
        unfilled,
        mismatch,
        unfilled_cost: simplex.unfilled_cost,
        supply_duals,
        demand_duals,
        limit_duals: Vec::new(),
    }
}

fn read_flows(problem: &Problem, network: &Network, simplex: &Simplex) -> Vec<i64> {
    let used = (0..network.slack()).map(|node| simplex.tree.arc_above(node));
    let mut used: Vec<(usize, i64)> = used
        .filter(|&(arc, flow)| arc != SLACK_ARC && flow > 0)
        .map(|(arc, flow)| (arc as usize, flow))
        .collect();
    used.sort_unstable();
    let mut flows = vec![0; problem.arcs.len()];
    let mut rest = used.as_mut_slice();
    for class in 0..network.supplies {
        let (start, end) = (network.starts[class], network.starts[class + 1]);
        let (own, others) = rest.split_at_mut(rest.partition_point(|&(arc, _)| arc < end));
        rest = others;
        for (arc, _) in own.iter_mut() {
            *arc -= start;
        }
        let give = |arc: u32, flow| flows[arc as usize] = flow;
        network.classes.share(class, own, &problem.supplies, give);
    }
    flows
}

fn read_duals(problem: &Problem, network: &Network, simplex: &Simplex) -> (Vec<i64>, Vec<i64>) {
    let base = simplex.tree.potentials[network.slack()];
    let dual = |node: usize| simplex.tree.potentials[node] - base;
    let mut supply_duals = vec![0; problem.supplies.len()];
    for class in 0..network.supplies {
        for &supply in network.classes.members(class) {
            supply_duals[supply as usize] = dual(class);
        }
    }
    // Demands without posts took no part: their dual is the largest that keeps every reduced cost at or above zero.
    let idle = |demand: usize| problem.demands[demand] == 0;
    let mut demand_duals: Vec<i64> = (0..network.demands)
        .map(|d| {
            if idle(d) {
                simplex.unfilled_cost
            } else {
                dual(network.supplies + d)
            }
        })
        .collect();
    for arc in problem.arcs.iter().filter(|a| idle(a.demand as usize)) {
        let bound = i64::from(arc.cost) + supply_duals[arc.supply as usize];
        let dual = &mut demand_duals[arc.demand as usize];
        *dual = bound.min(*dual);
    }
    (supply_duals, demand_duals)
}
