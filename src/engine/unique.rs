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
    check_slack_arcs(solution)?;
    let mut proof = Proof {
        network,
        problem,
        solution,
        groups: Groups::new(network.slack() + 1),
        carrying: 0,
        used: Vec::new(),
    };
    for class in 0..network.supplies {
        proof.check_class(class)?;
    }
    proof.check_demands()?;
    proof.check_carrying()
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

/// The checks of arcs, class after class.
struct Proof<'a> {
    network: &'a Network,
    problem: &'a Problem,
    solution: &'a Solution,
    /// Nodes joined by arcs that other optima could use; two ends already joined would close a circle.
    groups: Groups,
    /// Arcs of the problem met with people on them.
    carrying: usize,
    /// Places of the links of a class that carry people, with their flow.
    used: Vec<(usize, i64)>,
}

impl Proof<'_> {
    /// The arcs of a class: second duals, forest, shares.
    fn check_class(&mut self, class: usize) -> Result<(), CertificateError> {
        let (network, solution) = (self.network, self.solution);
        let supply = network.classes.members(class)[0] as usize;
        let (dual, tie_dual) = (solution.supply_duals[supply], solution.supply_ties[supply]);
        let closed = CertificateError::NotUnique { supply };
        if (dual, tie_dual) == (0, 0) && !self.groups.join(class, network.slack()) {
            return Err(closed);
        }
        self.used.clear();
        let others = &network.classes.members(class)[1..];
        for (place, link) in network.classes.row(class).iter().enumerate() {
            let flow = self.flow(others, place, link.origin);
            let demand = link.demand as usize;
            // What does not even fit is not the cost of an arc.
            let reduced = solution.demand_duals[demand].checked_sub(dual) != Some(i64::from(link.cost));
            if reduced {
                if flow.is_some() {
                    return Err(CertificateError::TieSlackness { supply, demand });
                }
                continue;
            }
            let weight = network.tie(class, network.demand(demand));
            let reduced_tie = i128::from(weight) + i128::from(tie_dual) - i128::from(solution.demand_ties[demand]);
            if reduced_tie < 0 {
                return Err(CertificateError::TieCost { supply, demand });
            }
            if let Some(flow) = flow {
                if reduced_tie > 0 {
                    return Err(CertificateError::TieSlackness { supply, demand });
                }
                self.used.push((place, flow));
            }
            let open = self.problem.demands[demand] > 0;
            if reduced_tie == 0 && open && !self.groups.join(class, network.supplies + demand) {
                return Err(closed);
            }
        }
        self.check_shares(class)
    }

    /// People of a class on one of its links, `first` being the arc of its first supply; nothing when neither this one nor the others have any.
    fn flow(&mut self, others: &[u32], place: usize, first: u32) -> Option<i64> {
        let flows = &self.solution.flows;
        let mut total = flows[first as usize];
        let mut carrying = usize::from(total != 0);
        for &other in others {
            let flow = flows[self.network.classes.row_of(other)[place].origin as usize];
            carrying += usize::from(flow != 0);
            total += flow;
        }
        self.carrying += carrying;
        (carrying > 0).then_some(total)
    }

    /// Shares the flows of a class again and compares.
    fn check_shares(&self, class: usize) -> Result<(), CertificateError> {
        let mut fault = None;
        self.network
            .classes
            .share(class, &self.used, &self.problem.supplies, |arc, due| {
                if self.solution.flows[arc as usize] != due {
                    fault.get_or_insert(CertificateError::Share { arc: arc as usize });
                }
            });
        fault.map_or(Ok(()), Err)
    }

    /// Joins the demands whose unfilled posts other optima could change.
    fn check_demands(&mut self) -> Result<(), CertificateError> {
        let (network, solution) = (self.network, self.solution);
        for (demand, &posts) in self.problem.demands.iter().enumerate() {
            let tight = (solution.demand_duals[demand], solution.demand_ties[demand]) == (solution.unfilled_cost, 0);
            if posts > 0 && tight && !self.groups.join(network.supplies + demand, network.slack()) {
                return Err(CertificateError::DemandTie { demand });
            }
        }
        Ok(())
    }

    /// Nobody travels on an arc of which a cheaper copy exists: every arc with people was met.
    fn check_carrying(&self) -> Result<(), CertificateError> {
        let flows = &self.solution.flows;
        if self.network.classes.keeps_all(flows.len()) {
            return Ok(());
        }
        if flows.iter().filter(|flow| **flow != 0).count() == self.carrying {
            return Ok(());
        }
        let classes = &self.network.classes;
        let rows = (0_u32..)
            .zip(&self.problem.supplies)
            .map(|(supply, _)| classes.row_of(supply));
        let mut met = vec![false; flows.len()];
        rows.flatten().for_each(|link| met[link.origin as usize] = true);
        let missed = flows.iter().zip(&met).position(|(flow, met)| *flow != 0 && !met);
        missed.map_or(Ok(()), |arc| Err(CertificateError::Share { arc }))
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
