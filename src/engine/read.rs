//! From the optimal tree back to the problem: flows, quantities left, duals.

use super::network::Network;
use super::problem::{Problem, Solution};
use super::tree::{PARKED, Tree};

/// Brings flows and potentials of the final tree back to the problem's own supplies and arcs.
pub(super) fn read_tree(problem: &Problem, network: &Network, tree: &Tree, unfilled_cost: i64) -> Solution {
    let flows = read_flows(problem, network, tree);
    let duals = read_duals(problem, network, tree, unfilled_cost);
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
        unfilled_cost,
        supply_duals: duals.costs.0,
        demand_duals: duals.costs.1,
        limit_duals: Vec::new(),
        tie_salt: network.ties.salt,
        supply_ties: duals.ties.0,
        demand_ties: duals.ties.1,
    }
}

fn read_flows(problem: &Problem, network: &Network, tree: &Tree) -> Vec<i64> {
    let used = (0..network.slack()).map(|node| tree.arc_above(node));
    let mut used: Vec<(usize, i64)> = used
        .filter(|&(arc, flow)| arc < PARKED && flow > 0)
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
