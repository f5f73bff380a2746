//! From the optimal tree back to the problem: flows, quantities left, duals.

use super::network::Network;
use super::problem::{Problem, Solution};
use super::tree::{PARKED, Tree};

/// Brings flows and potentials of the final tree back to the problem's own supplies and arcs.
pub(super) fn read_tree(problem: &Problem, network: &Network, tree: &Tree, unfilled_cost: i64) -> Solution {
    let duals = read_duals(problem, network, tree, unfilled_cost);
    let mut solution = Solution {
        filled: 0,
        flows: vec![0; problem.arcs.len()],
        unused: problem.supplies.clone(),
        unfilled: problem.demands.clone(),
        mismatch: 0,
        unfilled_cost,
        supply_duals: duals.costs.0,
        demand_duals: duals.costs.1,
        limit_duals: Vec::new(),
        tie_salt: network.ties.salt,
        supply_ties: duals.ties.0,
        demand_ties: duals.ties.1,
    };
    for_each_flow(problem, network, tree, |index, flow| {
        let arc = problem.arcs[index as usize];
        solution.flows[index as usize] = flow;
        solution.unused[arc.supply as usize] -= flow;
        solution.unfilled[arc.demand as usize] -= flow;
        solution.filled += flow;
        solution.mismatch += i128::from(arc.cost) * i128::from(flow);
    });
    solution
}

/// Tells the arcs of the problem that may carry people, each with its flow.
fn for_each_flow(problem: &Problem, network: &Network, tree: &Tree, mut tell: impl FnMut(u32, i64)) {
    let used = (0..network.slack()).map(|node| tree.arc_above(node));
    let mut used: Vec<(usize, i64)> = used
        .filter(|&(arc, flow)| arc < PARKED && flow > 0)
        .map(|(arc, flow)| (arc as usize, flow))
        .collect();
    used.sort_unstable();
    let mut rest = used.as_mut_slice();
    for class in 0..network.supplies {
        let (start, end) = (network.starts[class], network.starts[class + 1]);
        let count = rest.iter().take_while(|&&(arc, _)| arc < end).count();
        let (own, others) = rest.split_at_mut(count);
        rest = others;
        for (arc, _) in own.iter_mut() {
            *arc -= start;
        }
        network.classes.share(class, own, &problem.supplies, &mut tell);
    }
}

/// Duals of supplies then demands, for costs and for tie weights.
struct Duals {
    costs: (Vec<i64>, Vec<i64>),
    ties: (Vec<i64>, Vec<i64>),
}

fn read_duals(problem: &Problem, network: &Network, tree: &Tree, unfilled_cost: i64) -> Duals {
    let of_supplies = |potentials: &[i64]| {
        let mut duals = vec![0; problem.supplies.len()];
        for (class, &potential) in potentials[..network.supplies].iter().enumerate() {
            for &supply in network.classes.members(class) {
                duals[supply as usize] = potential;
            }
        }
        duals
    };
    let demands = network.supplies..network.slack();
    let mut costs = tree.potentials[demands.clone()].to_vec();
    let mut ties = tree.ties[demands].to_vec();
    // Demands without posts took no part: their duals are the largest that keep every reduced cost at or above zero.
    let idle: Vec<bool> = (0..network.demands)
        .map(|d| tree.is_parked(network.demand(d)))
        .collect();
    if idle.contains(&true) {
        for demand in (0..network.demands).filter(|&d| idle[d]) {
            (costs[demand], ties[demand]) = (unfilled_cost, 0);
        }
        for supply in 0..network.supplies {
            for arc in network.starts[supply]..network.starts[supply + 1] {
                let head = network.heads[arc];
                let demand = head as usize - network.supplies;
                let cost = i64::from(network.costs[arc]) + tree.potentials[supply];
                if idle[demand] && cost <= costs[demand] {
                    let tie = network.tie(supply, head) + tree.ties[supply];
                    (costs[demand], ties[demand]) = (costs[demand], ties[demand]).min((cost, tie));
                }
            }
        }
    }
    Duals {
        costs: (of_supplies(&tree.potentials), costs),
        ties: (of_supplies(&tree.ties), ties),
    }
}
