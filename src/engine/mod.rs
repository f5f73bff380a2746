//! The matching engine: pure computation on dense indices. Knows no code, no name, no file, no clock.
//!
//! **Optimum.** `solve` minimises, one after the other: unfilled posts; mismatch; Σ tie weight · flow. The first two are one cost,
//! `M · unfilled + Σ cost · flow` with `M = (min(|S|, |D|) + 1) · c_max + 1`; the third decides between equals, and leaves one optimum only.
//!
//! **Tie weight** of class c (supplies with the same row of demands and costs, demands without posts included) and demand d, numbered from 0:
//! the `b` high bits of `mix(h(c) + γ · (d + 1) + mix(salt))`. `mix` and `γ` are the finaliser and the increment of `SplitMix64` (Steele, Lea and
//! Flood 2014); `h(c)` starts at 0 and becomes `mix(h + γ + (demand · 2³² + cost))` for each link in the order of demands; `b` is 60 less the number of
//! binary digits of `|classes| + |D| + 1`; sums wrap. The salt is 0; should two optima tie all the same, which is checked, it is the next one.
//! Inside a class each flow is shared in proportion to headcounts, by cumulated rounding down. So who goes where depends on the problem
//! alone: not on the order of its arcs, nor on what was solved before it.
//!
//! **Method.** A primal network simplex on strongly feasible trees, which cannot cycle (Cunningham, "A network simplex method", *Mathematical
//! Programming* 11, 1976), with block pricing; on sparse problems of this kind it is among the fastest known (Király and Kovács, "Efficient
//! implementations of minimum-cost flow algorithms", *Acta Universitatis Sapientiae, Informatica* 4, 2012). First with a moderate M, which takes
//! far fewer exchanges, then with the M above, then on arcs without reduced cost for the tie weights. [`Solver`] keeps the tree: after a change
//! of quantities a dual network simplex repairs it; after many changes what the tree can still carry is a new start.
//!
//! In a strongly feasible tree every node can send some amount to the root, so each dual is the one-sided derivative of the optimum.

mod augment;
mod bound;
mod canonical;
mod capacity;
mod certificate;
mod class;
mod dual;
mod error;
mod expected;
mod fill;
mod hall;
pub mod knapsack;
mod layout;
mod mincut;
mod network;
pub mod plan;
pub mod problem;
mod reach;
mod read;
mod restart;
#[cfg(test)]
mod scatter;
mod search;
pub mod shapley;
mod simplex;
mod solver;
mod toggle;
mod tree;
mod unique;
mod whatif;

use crate::domain::progress::Progress;

pub use bound::Bound;
pub use certificate::{Certificate, CertificateError, certify};
pub use error::EngineError;
pub use expected::{
    Calibration, Expected, Moments, Observations, Parameters, Stratum, Unidentified, calibrate, calibrate_sampled,
    expect, expect_within,
};
pub use fill::{Fills, Tranche, fill_all, fill_each};
pub use hall::{Shortfall, ShortfallError, check_shortfall, shortfall};
pub use mincut::MinCut;
pub use problem::{Arc, Limit, Problem, Solution};
pub use reach::Reach;
pub use solver::{Change, Repair, Solver};
pub use toggle::Toggles;
pub use unique::certify_unique;
pub use whatif::{Effect, Margin};

use capacity::Expansion;
use network::Network;

/// Fills as many posts as can be, among the ways to do so takes the one of least total mismatch, and among these the canonical one.
///
/// See the head of this module. Every solution returned has passed [`certify`], and no other is as good: [`certify_unique`] proves it again.
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
    let mut network = Network::new(problem)?;
    let (tree, unfilled_cost) = solver::cold(&mut network, progress)?;
    let solution = read::read_tree(problem, &network, &tree, unfilled_cost);
    certify(problem, &solution)?;
    Ok(solution)
}
