//! The proof that a matching is optimal, by integer arithmetic alone and independently of how it was found.

use super::capacity::Layout;
use super::mincut::{MinCut, Unsaturated, minimum_cut};
use super::problem::{Problem, Solution};

/// What was proved of a solution: it is feasible, its mismatch is the least for what it fills, and no matching fills more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// Posts filled, thousandths: equal to the value of `cut`.
    pub filled: i64,
    /// Σ cost · flow of the primal, shown equal to the dual objective by complementary slackness.
    pub mismatch: i128,
    /// The bottleneck that forbids filling more.
    pub cut: MinCut,
}

/// The first condition that does not hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CertificateError {
    #[error("the solution and the problem have not the same size")]
    Shape,
    #[error("arc {arc} leaves the problem")]
    ArcOutOfRange { arc: usize },
    #[error("negative quantity on arc {arc}")]
    NegativeFlow { arc: usize },
    #[error("supply {supply}: flows and unused do not add up to its headcount")]
    SupplyBalance { supply: usize },
    #[error("demand {demand}: flows and unfilled do not add up to its posts")]
    DemandBalance { demand: usize },
    #[error("the limits are ill-formed")]
    Limits,
    #[error("limit {limit}: {carried} people on its arcs exceed it")]
    LimitExceeded { limit: usize, carried: i128 },
    #[error("limit {limit}: its dual is negative")]
    LimitDual { limit: usize },
    #[error("limit {limit}: its dual is above zero and it is not reached")]
    LimitSlackness { limit: usize },
    #[error("filled is {claimed}, flows add up to {found}")]
    Filled { claimed: i64, found: i128 },
    #[error("mismatch is {claimed}, flows cost {found}")]
    Mismatch { claimed: i128, found: i128 },
    #[error("supply {supply}: its dual is negative")]
    SupplyDual { supply: usize },
    #[error("demand {demand}: its dual exceeds the cost of an unfilled post")]
    DemandDual { demand: usize },
    #[error("arc {arc}: its reduced cost is negative")]
    ReducedCost { arc: usize },
    #[error("arc {arc}: people travel an arc whose reduced cost is not zero")]
    ArcSlackness { arc: usize },
    #[error("supply {supply}: people are unused where one more would be worth something")]
    SupplySlackness { supply: usize },
    #[error("demand {demand}: posts are unfilled where the dual is below their cost")]
    DemandSlackness { demand: usize },
    #[error("more posts could be filled: unused people reach demand {demand}")]
    NotMaximum { demand: usize },
    #[error("demand {demand}: posts that must stay filled cannot all be")]
    NotKept { demand: usize },
    #[error("filled is {filled}, the minimum cut is {cut}")]
    CutValue { filled: i64, cut: i128 },
    #[error("supply {supply}: its duals are not those of the supplies with the same arcs")]
    ClassDual { supply: usize },
    #[error("supply {supply} to demand {demand}: the tie weight could be less")]
    TieCost { supply: usize, demand: usize },
    #[error("supply {supply} to demand {demand}: people travel an arc whose reduced tie weight is not zero")]
    TieSlackness { supply: usize, demand: usize },
    #[error("supply {supply}: its unused people do not go with its tie dual")]
    SupplyTie { supply: usize },
    #[error("demand {demand}: its unfilled posts do not go with its tie dual")]
    DemandTie { demand: usize },
    #[error("another matching is as good: arcs without reduced cost close a circle at supply {supply}")]
    NotUnique { supply: usize },
    #[error("arc {arc}: supplies with the same arcs do not share in proportion")]
    Share { arc: usize },
}

/// Checks a solution against its problem: primal and dual feasibility, complementary slackness, and maximum fill = minimum cut.
///
/// Together: the matching minimises M · unfilled + mismatch, and no matching fills more; so it fills most, then matches best.
/// Linear in the size of the problem; sums are 128-bit, so no input can overflow them.
///
/// # Errors
/// The first condition that does not hold.
pub fn certify(problem: &Problem, solution: &Solution) -> Result<Certificate, CertificateError> {
    check_shape(problem, solution)?;
    let layout = Layout::new(problem).map_err(|_| CertificateError::Limits)?;
    check_primal(problem, solution)?;
    check_limits(problem, solution)?;
    check_duals(problem, solution)?;
    check_slackness(solution)?;
    let cut = minimum_cut(problem, solution, &layout)
        .map_err(|Unsaturated { demand }| CertificateError::NotMaximum { demand })?;
    if cut.value != i128::from(solution.filled) {
        return Err(CertificateError::CutValue {
            filled: solution.filled,
            cut: cut.value,
        });
    }
    Ok(Certificate {
        filled: solution.filled,
        mismatch: solution.mismatch,
        cut,
    })
}

fn check_shape(problem: &Problem, solution: &Solution) -> Result<(), CertificateError> {
    let (supplies, demands) = (problem.supplies.len(), problem.demands.len());
    let same = solution.flows.len() == problem.arcs.len()
        && solution.unused.len() == supplies
        && solution.supply_duals.len() == supplies
        && solution.unfilled.len() == demands
        && solution.demand_duals.len() == demands
        && solution.limit_duals.len() == problem.limits.len();
    if !same {
        return Err(CertificateError::Shape);
    }
    let outside = |arc: &super::problem::Arc| arc.supply as usize >= supplies || arc.demand as usize >= demands;
    match problem.arcs.iter().position(outside) {
        Some(arc) => Err(CertificateError::ArcOutOfRange { arc }),
        None => Ok(()),
    }
}

fn check_primal(problem: &Problem, solution: &Solution) -> Result<(), CertificateError> {
    let mut left: Vec<i128> = problem.supplies.iter().map(|&q| i128::from(q)).collect();
    let mut open: Vec<i128> = problem.demands.iter().map(|&q| i128::from(q)).collect();
    let (mut filled, mut mismatch) = (0_i128, 0_i128);
    for (arc, (a, &flow)) in problem.arcs.iter().zip(&solution.flows).enumerate() {
        if flow < 0 {
            return Err(CertificateError::NegativeFlow { arc });
        }
        let flow = i128::from(flow);
        left[a.supply as usize] -= flow;
        open[a.demand as usize] -= flow;
        filled += flow;
        mismatch += flow * i128::from(a.cost);
    }
    let agrees = |rest: i128, claimed: i64| rest >= 0 && rest == i128::from(claimed);
    if let Some(supply) = left.iter().zip(&solution.unused).position(|(&r, &c)| !agrees(r, c)) {
        return Err(CertificateError::SupplyBalance { supply });
    }
    if let Some(demand) = open.iter().zip(&solution.unfilled).position(|(&r, &c)| !agrees(r, c)) {
        return Err(CertificateError::DemandBalance { demand });
    }
    if filled != i128::from(solution.filled) {
        return Err(CertificateError::Filled {
            claimed: solution.filled,
            found: filled,
        });
    }
    if mismatch != solution.mismatch {
        return Err(CertificateError::Mismatch {
            claimed: solution.mismatch,
            found: mismatch,
        });
    }
    Ok(())
}

/// No limit exceeded, `w ≥ 0`, and `w > 0` only on a limit that is reached.
fn check_limits(problem: &Problem, solution: &Solution) -> Result<(), CertificateError> {
    for (limit, (l, &dual)) in problem.limits.iter().zip(&solution.limit_duals).enumerate() {
        let carried = solution.carried(l);
        if carried > i128::from(l.at_most) {
            return Err(CertificateError::LimitExceeded { limit, carried });
        }
        if dual < 0 {
            return Err(CertificateError::LimitDual { limit });
        }
        if dual > 0 && carried < i128::from(l.at_most) {
            return Err(CertificateError::LimitSlackness { limit });
        }
    }
    Ok(())
}

/// `u ≥ 0`, `v ≤ M`, `cost + u + Σ w − v ≥ 0`; people travel only where it is zero.
fn check_duals(problem: &Problem, solution: &Solution) -> Result<(), CertificateError> {
    if let Some(supply) = solution.supply_duals.iter().position(|&u| u < 0) {
        return Err(CertificateError::SupplyDual { supply });
    }
    if let Some(demand) = solution.demand_duals.iter().position(|&v| v > solution.unfilled_cost) {
        return Err(CertificateError::DemandDual { demand });
    }
    let mut tolls = vec![
        0_i128;
        if problem.limits.is_empty() {
            0
        } else {
            problem.arcs.len()
        }
    ];
    for (limit, &dual) in problem.limits.iter().zip(&solution.limit_duals) {
        for &arc in &limit.arcs {
            tolls[arc as usize] += i128::from(dual);
        }
    }
    for (arc, (a, &flow)) in problem.arcs.iter().zip(&solution.flows).enumerate() {
        let u = solution.supply_duals[a.supply as usize];
        let v = solution.demand_duals[a.demand as usize];
        let w = tolls.get(arc).copied().unwrap_or(0);
        let reduced_cost = i128::from(a.cost) + i128::from(u) + w - i128::from(v);
        if reduced_cost < 0 {
            return Err(CertificateError::ReducedCost { arc });
        }
        if reduced_cost > 0 && flow > 0 {
            return Err(CertificateError::ArcSlackness { arc });
        }
    }
    Ok(())
}

/// People are unused, and posts unfilled, only where that costs what the dual says.
fn check_slackness(solution: &Solution) -> Result<(), CertificateError> {
    let mut supplies = solution.unused.iter().zip(&solution.supply_duals);
    if let Some(supply) = supplies.position(|(&unused, &u)| unused > 0 && u != 0) {
        return Err(CertificateError::SupplySlackness { supply });
    }
    let mut demands = solution.unfilled.iter().zip(&solution.demand_duals);
    match demands.position(|(&unfilled, &v)| unfilled > 0 && v != solution.unfilled_cost) {
        Some(demand) => Err(CertificateError::DemandSlackness { demand }),
        None => Ok(()),
    }
}
