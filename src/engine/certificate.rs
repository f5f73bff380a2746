//! The proof that a matching is optimal, by integer arithmetic alone and independently of how it was found.

use super::capacity::Layout;
use super::mincut::{MinCut, Unsaturated, minimum_cut};
use super::problem::{Arc, Problem, Solution};

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
    let carried = Carried::new(problem, solution)?;
    carried.check(solution)?;
    check_limits(problem, solution)?;
    check_duals(solution)?;
    carried.dual_fault.map_or(Ok(()), Err)?;
    check_slackness(solution)?;
    let cut = minimum_cut(problem, solution, &layout, &carried.used)
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
    if same { Ok(()) } else { Err(CertificateError::Shape) }
}

/// What one pass over the arcs tells.
struct Carried {
    /// People not carried, by supply, and posts not filled, by demand.
    left: Vec<i128>,
    open: Vec<i128>,
    filled: i128,
    mismatch: i128,
    /// Arcs with people on them.
    used: Vec<usize>,
    /// First arc on which duals do not hold.
    dual_fault: Option<CertificateError>,
}

impl Carried {
    /// Sums flows up, and looks on each arc whether `cost + u + Σ w − v ≥ 0`, and zero where people travel.
    fn new(problem: &Problem, solution: &Solution) -> Result<Self, CertificateError> {
        let wide = |side: &[i64]| side.iter().map(|&q| i128::from(q)).collect();
        let mut carried = Self {
            left: wide(&problem.supplies),
            open: wide(&problem.demands),
            filled: 0,
            mismatch: 0,
            used: Vec::new(),
            dual_fault: None,
        };
        let tolls = tolls(problem, solution);
        let mut start = 0;
        for run in problem.arcs.chunk_by(|a, b| a.supply == b.supply) {
            carried.look(run, start, solution, &tolls)?;
            start += run.len();
        }
        Ok(carried)
    }

    /// Looks at arcs of one supply, the first of them being arc `start` of the problem.
    fn look(&mut self, run: &[Arc], start: usize, solution: &Solution, tolls: &[i128]) -> Result<(), CertificateError> {
        let flows = &solution.flows[start..start + run.len()];
        let Some(&u) = solution.supply_duals.get(run[0].supply as usize) else {
            return Err(CertificateError::ArcOutOfRange { arc: start });
        };
        for (place, (a, &flow)) in run.iter().zip(flows).enumerate() {
            let arc = start + place;
            let Some(&v) = solution.demand_duals.get(a.demand as usize) else {
                return Err(CertificateError::ArcOutOfRange { arc });
            };
            // Nearly every arc ends here.
            if flow == 0 && tolls.is_empty() && v.checked_sub(u).is_some_and(|worth| worth <= i64::from(a.cost)) {
                continue;
            }
            if flow != 0 {
                self.add(arc, a, flow)?;
            }
            let w = tolls.get(arc).copied().unwrap_or(0);
            let reduced_cost = i128::from(a.cost) + i128::from(u) + w - i128::from(v);
            if reduced_cost < 0 || reduced_cost > 0 && flow > 0 {
                self.dual_fault.get_or_insert(if reduced_cost < 0 {
                    CertificateError::ReducedCost { arc }
                } else {
                    CertificateError::ArcSlackness { arc }
                });
            }
        }
        Ok(())
    }

    fn add(&mut self, arc: usize, a: &Arc, flow: i64) -> Result<(), CertificateError> {
        if flow < 0 {
            return Err(CertificateError::NegativeFlow { arc });
        }
        self.used.push(arc);
        let flow = i128::from(flow);
        self.left[a.supply as usize] -= flow;
        self.open[a.demand as usize] -= flow;
        self.filled += flow;
        self.mismatch += flow * i128::from(a.cost);
        Ok(())
    }

    /// Balances of both sides, and the two figures.
    fn check(&self, solution: &Solution) -> Result<(), CertificateError> {
        let agrees = |rest: i128, claimed: i64| rest >= 0 && rest == i128::from(claimed);
        let off = |rests: &[i128], claims: &[i64]| rests.iter().zip(claims).position(|(&r, &c)| !agrees(r, c));
        if let Some(supply) = off(&self.left, &solution.unused) {
            return Err(CertificateError::SupplyBalance { supply });
        }
        if let Some(demand) = off(&self.open, &solution.unfilled) {
            return Err(CertificateError::DemandBalance { demand });
        }
        if self.filled != i128::from(solution.filled) {
            return Err(CertificateError::Filled {
                claimed: solution.filled,
                found: self.filled,
            });
        }
        if self.mismatch != solution.mismatch {
            return Err(CertificateError::Mismatch {
                claimed: solution.mismatch,
                found: self.mismatch,
            });
        }
        Ok(())
    }
}

/// Σ duals of the limits of each arc; nothing at all when there is no limit.
fn tolls(problem: &Problem, solution: &Solution) -> Vec<i128> {
    if problem.limits.is_empty() {
        return Vec::new();
    }
    let mut tolls = vec![0; problem.arcs.len()];
    for (limit, &dual) in problem.limits.iter().zip(&solution.limit_duals) {
        for &arc in &limit.arcs {
            tolls[arc as usize] += i128::from(dual);
        }
    }
    tolls
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

/// `u ≥ 0`, `v ≤ M`.
fn check_duals(solution: &Solution) -> Result<(), CertificateError> {
    if let Some(supply) = solution.supply_duals.iter().position(|&u| u < 0) {
        return Err(CertificateError::SupplyDual { supply });
    }
    match solution.demand_duals.iter().position(|&v| v > solution.unfilled_cost) {
        Some(demand) => Err(CertificateError::DemandDual { demand }),
        None => Ok(()),
    }
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
