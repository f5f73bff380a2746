//! The proof that a matching is the canonical one and that no other is as good.

use super::certificate::CertificateError;
use super::network::Network;
use super::problem::{Problem, Solution};

/// Checks, of a solution that [`super::certify`] accepts, that it is *the* canonical optimum.
///
/// With tie weights as second costs: second dual feasibility where the reduced cost is zero, second complementary slackness, hence the least
/// Σ weight · flow. Every optimal matching lives on the arcs whose two reduced costs are zero (slack arcs included, arcs to demands without posts
/// left out); these arcs form a forest, on which quantities leave one flow only. Last, supplies with the same arcs share each flow of their
/// class in proportion. Linear in the size of the problem, but for sorting its arcs. For problems without limits.
///
/// # Errors
/// The first condition that does not hold.
pub fn certify_unique(problem: &Problem, solution: &Solution) -> Result<(), CertificateError> {
    if !problem.limits.is_empty() {
        return Err(CertificateError::Limits);
    }
    let mut network = Network::new(problem).map_err(|_| CertificateError::Shape)?;
    network.ties.salt = solution.tie_salt;
    certify_in(&network, problem, solution)
}

/// [`certify_unique`] with a network already laid out for the problem and the salt of the solution.
pub(super) fn certify_in(network: &Network, problem: &Problem, solution: &Solution) -> Result<(), CertificateError> {
    let same_shape = solution.flows.len() == problem.arcs.len()
        && [&solution.supply_duals, &solution.supply_ties, &solution.unused]
            .iter()
            .all(|v| v.len() == problem.supplies.len())
        && [&solution.demand_duals, &solution.demand_ties, &solution.unfilled]
            .iter()
            .all(|v| v.len() == problem.demands.len());
    if !same_shape {
        return Err(CertificateError::Shape);
    }
    check_class_duals(network, solution)?;
    let flows = class_flows(network, solution);
    check_slack_arcs(solution)?;
    check_arcs(network, solution, &flows)?;
    check_forest(network, problem, solution)?;
    check_shares(network, problem, solution, &flows)
}

fn check_class_duals(network: &Network, solution: &Solution) -> Result<(), CertificateError> {
    for class in 0..network.supplies {
        let members = network.classes.members(class);
        let duals = |supply: u32| {
            let s = supply as usize;
            (solution.supply_duals[s], solution.supply_ties[s])
        };
        if let Some(&other) = members.iter().find(|&&m| duals(m) != duals(members[0])) {
            return Err(CertificateError::ClassDual { supply: other as usize });
        }
    }
    Ok(())
}

/// Flow of each arc of the network: that of the members of its class together.
fn class_flows(network: &Network, solution: &Solution) -> Vec<i64> {
    let mut flows = Vec::with_capacity(network.heads.len());
    for class in 0..network.supplies {
        for position in 0..network.classes.row(class).len() {
            let origins = network.classes.origins(class, position);
            flows.push(origins.map(|arc| solution.flows[arc as usize]).sum());
        }
    }
    flows
}

/// Unused people need no second dual, unfilled posts neither; elsewhere the sign keeps their arcs from paying.
fn check_slack_arcs(solution: &Solution) -> Result<(), CertificateError> {
    let supplies = solution
        .supply_duals
        .iter()
        .zip(&solution.supply_ties)
        .zip(&solution.unused);
    for (supply, ((&dual, &tie), &unused)) in supplies.enumerate() {
        if dual == 0 && (tie < 0 || unused > 0 && tie != 0) {
            return Err(CertificateError::SupplyTie { supply });
        }
    }
    let demands = solution
        .demand_duals
        .iter()
        .zip(&solution.demand_ties)
        .zip(&solution.unfilled);
    for (demand, ((&dual, &tie), &unfilled)) in demands.enumerate() {
        if dual == solution.unfilled_cost && (tie > 0 || unfilled > 0 && tie != 0) {
            return Err(CertificateError::DemandTie { demand });
        }
    }
    Ok(())
}

/// What remains on an arc after both duals, for costs and for tie weights.
fn reduced(network: &Network, solution: &Solution, class: usize, arc: usize) -> (i128, i128) {
    let supply = network.classes.members(class)[0] as usize;
    let demand = network.heads[arc] as usize - network.supplies;
    let cost = i128::from(network.costs[arc]) + i128::from(solution.supply_duals[supply])
        - i128::from(solution.demand_duals[demand]);
    if cost != 0 {
        return (cost, 0);
    }
    let weight = i128::from(network.tie(class, network.heads[arc]));
    let tie = weight + i128::from(solution.supply_ties[supply]) - i128::from(solution.demand_ties[demand]);
    (cost, tie)
}

fn check_arcs(network: &Network, solution: &Solution, flows: &[i64]) -> Result<(), CertificateError> {
    for class in 0..network.supplies {
        let arcs = network.starts[class]..network.starts[class + 1];
        for (arc, &flow) in arcs.clone().zip(&flows[arcs]) {
            let (cost, tie) = reduced(network, solution, class, arc);
            let supply = network.classes.members(class)[0] as usize;
            let demand = network.heads[arc] as usize - network.supplies;
            if cost == 0 && tie < 0 {
                return Err(CertificateError::TieCost { supply, demand });
            }
            if flow > 0 && (cost, tie) != (0, 0) {
                return Err(CertificateError::TieSlackness { supply, demand });
            }
        }
    }
    Ok(())
}

/// Joins the ends of every arc that other optima could use; two ends already joined would close a circle.
fn check_forest(network: &Network, problem: &Problem, solution: &Solution) -> Result<(), CertificateError> {
    let mut groups = Groups::new(network.slack() + 1);
    for class in 0..network.supplies {
        let supply = network.classes.members(class)[0] as usize;
        let closed = CertificateError::NotUnique { supply };
        if (solution.supply_duals[supply], solution.supply_ties[supply]) == (0, 0)
            && !groups.join(class, network.slack())
        {
            return Err(closed);
        }
        for arc in network.starts[class]..network.starts[class + 1] {
            let head = network.heads[arc] as usize;
            let open = problem.demands[head - network.supplies] > 0;
            if open && reduced(network, solution, class, arc) == (0, 0) && !groups.join(class, head) {
                return Err(closed);
            }
        }
    }
    for (demand, &posts) in problem.demands.iter().enumerate() {
        let tight = (solution.demand_duals[demand], solution.demand_ties[demand]) == (solution.unfilled_cost, 0);
        if posts > 0 && tight && !groups.join(network.supplies + demand, network.slack()) {
            return Err(CertificateError::DemandTie { demand });
        }
    }
    Ok(())
}

/// Shares every class flow again and compares.
fn check_shares(
    network: &Network,
    problem: &Problem,
    solution: &Solution,
    flows: &[i64],
) -> Result<(), CertificateError> {
    let mut due = vec![0; problem.arcs.len()];
    for class in 0..network.supplies {
        let start = network.starts[class];
        let row = flows[start..network.starts[class + 1]].iter().enumerate();
        let used: Vec<(usize, i64)> = row.filter(|(_, f)| **f > 0).map(|(i, &f)| (i, f)).collect();
        let give = |arc: u32, flow| due[arc as usize] = flow;
        network.classes.share(class, &used, &problem.supplies, give);
    }
    match due.iter().zip(&solution.flows).position(|(a, b)| a != b) {
        Some(arc) => Err(CertificateError::Share { arc }),
        None => Ok(()),
    }
}

/// Disjoint sets of nodes (union–find, path halving).
struct Groups {
    above: Vec<usize>,
}

impl Groups {
    fn new(nodes: usize) -> Self {
        Self {
            above: (0..nodes).collect(),
        }
    }

    fn top(&mut self, mut node: usize) -> usize {
        while self.above[node] != node {
            self.above[node] = self.above[self.above[node]];
            node = self.above[node];
        }
        node
    }

    /// False when they were one group already.
    fn join(&mut self, a: usize, b: usize) -> bool {
        let (a, b) = (self.top(a), self.top(b));
        self.above[a] = b;
        a != b
    }
}
