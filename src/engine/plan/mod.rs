//! The plan optimiser: which actions to take so that the blocks of the coming years fill best, with the gap that is proved.
//!
//! **Objective.** The value filled of a block is the most that a matching can be worth when a post of demand d is worth its priority `w_d`:
//! `max Σ w_d · x_d` over the x that can be filled. With the distinct weights `w_1 > … > w_n`, `w_{n+1} = 0`, it is `Σ (w_k − w_{k+1}) · F_k`, where F_k is
//! the maximum fill of the demands of weight at least w_k alone. Proof: `w_d = Σ_{k: w_k ≤ w_d} (w_k − w_{k+1})`, so any x is worth
//! `Σ (w_k − w_{k+1}) · x(weight ≥ w_k)`, and each of these sums is at most F_k. All of them reach it at once: fill the demands of w_1 as far as can be, go on to
//! those of w_2, and so on; ways that fill one more post never empty another demand, so earlier sums stay, and each is maximal in its turn. (The x that
//! can be filled are a polymatroid; this is its greedy algorithm, Edmonds 1970.)
//!
//! A scenario is worth the sum of its blocks by weight; the aim is the weighted sum of scenarios, the least of them, or the least less what the best plan for that
//! scenario alone would be worth (regret, with its sign changed).
//!
//! **Method.** Each F_k is concave in headcounts, which are linear in the actions: `F ≤ Σ_A S + V(B)` for every cut, equal for one of them (Ford and
//! Fulkerson 1956). So the plan is a Benders decomposition with integral Hall cuts: a relaxation over shares of actions and one column by
//! fill, cut at the points it finds and between them and former ones (in-out: Ben-Ameur and Neto 2007), actions fixed by reduced costs, then branch and bound.
//! First plans come from lazy greedy choices, later ones from shares rounded within the rows, and from swaps.
//!
//! **Proof.** Plans are evaluated by certified fills. A bound rests on cuts, which hold by construction, and on a sum of rows and cuts with
//! integer multipliers, added up in 128 bits: floating point finds the multipliers and is not trusted. Parts left out are left out by such bounds,
//! by rows in integers, or by a contradiction so summed.
//!
//! Same problem, same listener's answers: same plan. Complexity: as many fills as blocks × priorities for each point looked at.

mod branch;
mod conflict;
mod cut;
mod explain;
mod fills;
mod greedy;
mod model;
mod problem;
mod relax;
mod rows;
mod run;
mod swap;
mod tableau;

use super::error::EngineError;
use super::hall::Shortfall;
use crate::domain::progress::{Progress, Unattended};

pub use problem::{Action, Aim, Block, Bring, Conflict, Floor, Lock, PlanError, PlanProblem, Row};

use branch::Effort;
use model::{Model, View};
use rows::Rows;
use run::{Best, Desk, Run, Telling};

/// Parts of the search for what a scenario alone could be worth, unless no gap at all is asked; what is left open makes the reference an upper bound.
const REFERENCE_PARTS: usize = 20;

/// Distance from a plan to what is proved possible, in millionths of the value filled, rounded up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Gap(pub u64);

impl Gap {
    /// Nothing better exists.
    pub const NONE: Self = Self(0);
    /// A ten-thousandth: usual.
    pub const USUAL: Self = Self(100);
}

/// Where a plan stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Value of the aim: weight · thousandths of posts; for regret, less the reference, so zero at most.
    pub objective: i64,
    /// No plan has a larger objective.
    pub bound: i64,
    /// Value filled in the view that decides: the objective, with the reference added for regret.
    pub worth: i64,
}

impl Standing {
    /// (bound − objective) / worth.
    pub fn gap(&self) -> Gap {
        let missing = u128::from(self.bound.abs_diff(self.objective)) * 1_000_000;
        let gap = missing.div_ceil(u128::from(self.worth.unsigned_abs().max(1)));
        Gap(u64::try_from(gap).unwrap_or(u64::MAX))
    }
}

/// Listens to a plan being made.
pub trait Watch: Progress {
    /// A better plan or a lower bound. May be called often.
    fn hear(&self, standing: &Standing);

    /// True once the best plan so far will do; asked as often as [`Progress::is_cancelled`]. A first plan is made in any case.
    fn is_enough(&self) -> bool;
}

impl Watch for Unattended {
    fn hear(&self, _standing: &Standing) {}

    fn is_enough(&self) -> bool {
        false
    }
}

/// The best plan found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Whether each action is taken.
    pub taken: Vec<bool>,
    pub standing: Standing,
    /// True when the gap asked is proved.
    pub is_proved: bool,
    /// Objective without any action, whatever rows and floors say.
    pub without: i64,
    /// By block.
    pub blocks: Vec<BlockFill>,
    /// By action taken, in order.
    pub gains: Vec<ActionGain>,
    /// Rows that an action left out, and not refused, would break: what stands in the way of more.
    pub binding: Vec<usize>,
    /// For [`Aim::MinMaxRegret`]: by scenario.
    pub references: Vec<Reference>,
}

/// Posts filled in one block, all priorities alike; thousandths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlockFill {
    pub posts: i64,
    /// Without any action.
    pub before: i64,
    /// With the plan.
    pub after: i64,
    /// Demands that stay short with the plan, and the people in reach of them; nothing where all posts are filled.
    pub short: Option<Shortfall>,
}

/// What a plan would lose without one of its actions, the others staying.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionGain {
    pub action: usize,
    /// In the unit of the objective.
    pub objective: i64,
    /// Thousandths of posts by block.
    pub blocks: Vec<i64>,
}

/// What a scenario alone could be worth, from which regret is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reference {
    pub scenario: u32,
    /// Value of the best plan found for it.
    pub best: i64,
    /// No plan is worth more there: regret is counted from this, so where it is above `best` regret is overstated by that at most.
    pub bound: i64,
}

/// Chooses actions. Ends when the gap asked is proved, or when the listener has enough and there is a plan.
///
/// # Errors
/// [`EngineError::Plan`]: an ill-formed problem, or rows, floors and locks that exclude each other, named; [`EngineError::Overflow`] beyond the bounds of
/// [`PlanProblem`]; a negative quantity; a cancellation.
pub fn plan(problem: &PlanProblem, asked: Gap, watch: &dyn Watch) -> Result<Plan, EngineError> {
    let model = Model::new(problem)?;
    let rows = Rows::new(model.actions, model.rows.clone());
    let Ok(choice) = rows.locked(&model.locks) else {
        return Err(infeasible(problem, watch));
    };
    let mut desk = Desk::new(&model, &rows, watch)?;
    let mut views = model.views(&problem.aim);
    let mut references = Vec::new();
    let mut plans = Vec::new();
    if problem.aim == Aim::MinMaxRegret {
        let Some(known) = refer(&mut desk, &choice, &mut views, asked)? else {
            return Err(infeasible(problem, watch));
        };
        (references, plans) = known.into_iter().unzip();
    }
    let mut run = Run::new(&mut desk, views.clone(), choice, asked, Telling::Aloud);
    for taken in &plans {
        run.offer(taken)?;
    }
    if !references.is_empty() {
        // No scenario is worth more than its reference.
        run.lower(0);
    }
    run.pursue(Effort::All)?;
    let Some(best) = run.best else {
        return Err(infeasible(problem, watch));
    };
    let account = explain::Account {
        problem,
        model: &model,
        rows: &rows,
        views: &views,
        asked,
        watch,
    };
    account.tell(&best, references, &mut desk.fills)
}

/// What a scenario alone could be worth, and the best plan found for it.
type Referred = (Reference, Vec<bool>);

/// What each scenario alone could be worth becomes the offset of its view; each with its best plan, nothing when there is none at all.
fn refer(
    desk: &mut Desk<'_>,
    choice: &rows::Choice,
    views: &mut [View],
    asked: Gap,
) -> Result<Option<Vec<Referred>>, EngineError> {
    let effort = if asked == Gap::NONE {
        Effort::All
    } else {
        Effort::Parts(REFERENCE_PARTS)
    };
    let mut references = Vec::new();
    for (number, view) in views.iter_mut().enumerate() {
        let mut run = Run::new(desk, vec![view.clone()], choice.clone(), asked, Telling::Silent);
        run.pursue(effort)?;
        let Some(Best { standing, taken }) = run.best else {
            return Ok(None);
        };
        view.offset = standing.bound;
        let reference = Reference {
            scenario: desk.model.scenarios[number].0,
            best: standing.objective,
            bound: standing.bound,
        };
        references.push((reference, taken));
    }
    Ok(Some(references))
}

fn infeasible(problem: &PlanProblem, watch: &dyn Watch) -> EngineError {
    conflict::conflict(problem, watch).map_or_else(|stopped| stopped, |found| PlanError::Infeasible(found).into())
}
