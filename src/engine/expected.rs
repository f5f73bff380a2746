//! The expected lens: what happens when people choose as they were observed to, after Choo and Siow (2006).
//!
//! **Model.** People of a *type* `s` and posts of a cell `d` match, or stay single. A match is worth `Φ_sd = (A − c_sd) / σ`, plus what chance
//! adds for each person and each post (Gumbel draws of scale σ, one a partner type). The market clears where
//!
//! ```text
//! μ_sd = √(μ_s0 · μ_0d) · exp(Φ_sd / 2)      Σ_d μ_sd + μ_s0 = S_s      Σ_s μ_sd + μ_0d = V_d
//! ```
//!
//! `μ_s0` and `μ_0d` being the people and the posts that stay single (Choo and Siow, "Who Marries Whom and Why", JPE 2006). The solution
//! exists and is unique (Decker, Lieb, McCann and Stephens 2013): the margins are the first-order conditions of a strictly convex function of
//! `ln μ_s0` and `ln μ_0d`. As σ → 0 the filled posts and the mismatch tend to those of the exact lens, whose cost of an unfilled post is A.
//!
//! **What a type is.** Each type brings one more draw to every partner, so the model knows how people are cut into types: one type of 2n people
//! and two alike of n do not match the same numbers (k equal parts add `ln k` to Φ). Here all supplies that can take the same cells at the same
//! costs are one type, as in the exact lens, and share its flows in proportion to their headcounts: cutting a section in two changes nothing.
//! On the other side each cell is one type of post. A nomenclature twice as fine (more cells, fewer posts in each) leaves more choice, so more matches.

mod balance;
mod estimate;
mod pace;
mod sample;
mod scale;
mod types;

use crate::domain::progress::Progress;

use super::error::EngineError;
use super::problem::Problem;

pub use estimate::{Calibration, Moments, Observations, Unidentified, calibrate, calibrate_sampled};

pub use sample::Stratum;

use balance::{Affinity, balance};
use types::Types;

/// Largest relative error of a margin in a solution of [`expect`].
const TOLERANCE: f64 = 1e-4;

/// How finely double precision resolves potentials: noise under this share of the largest surplus or cost is refused.
const FINEST: f64 = 1e-9;

/// The two parameters of the lens, tenths of a generalised minute.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Parameters {
    /// A: what a match without mismatch is worth to both sides together, against staying single. Any finite number.
    pub surplus: f64,
    /// σ > 0: the scale of what chance adds. Twice σ more mismatch divides the odds of a match by e.
    pub noise: f64,
}

/// The expected matching, thousandths of a person or post.
///
/// In each cell `Σ flows + unfilled` is the number of posts, to rounding. At each supply `Σ flows + unused` is the headcount within `residual`, a share of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Expected {
    /// People expected on each arc of the problem, same order; of duplicates of an arc, the cheapest has all.
    pub flows: Vec<f64>,
    /// People expected to stay single at each supply.
    pub unused: Vec<f64>,
    /// Posts expected to stay single in each cell.
    pub unfilled: Vec<f64>,
    /// Σ flows.
    pub filled: f64,
    /// Passes over the arcs that were needed.
    pub sweeps: usize,
    /// Largest relative error of a supply margin.
    pub residual: f64,
}

/// Solves the Choo–Siow market of a problem by iterative proportional fitting (Galichon and Salanié 2022): each side in turn takes the singles
/// that close its own margins, `x² + x·b = quantity` with `x = √μ_·0`, over-relaxed by a factor measured on the way.
///
/// Stops when every margin holds to 10⁻⁴ of its quantity. Sums are taken in one fixed order: equal problems give equal solutions, whatever the
/// order of their arcs and whatever runs beside. Costs O(arcs) a sweep; 10 to 60 sweeps where noise is of the order of the costs.
///
/// # Errors
/// [`EngineError`]: an ill-formed problem, one with limits, a surplus that is not finite, a noise that is not positive or under 10⁻⁹ of the surplus or of the largest
/// cost, margins still open after the last sweep allowed, or a cancellation (answered within one sweep).
pub fn expect(problem: &Problem, parameters: Parameters, progress: &dyn Progress) -> Result<Expected, EngineError> {
    expect_within(problem, parameters, TOLERANCE, progress)
}

/// [`expect`] to another relative error of the margins, say 10⁻⁸ where differences of solutions are taken; under 10⁻¹² rounding is in the way.
///
/// # Errors
/// As [`expect`].
pub fn expect_within(
    problem: &Problem,
    parameters: Parameters,
    tolerance: f64,
    progress: &dyn Progress,
) -> Result<Expected, EngineError> {
    let types = Types::new(problem)?;
    check(parameters, &types)?;
    let affinity = Affinity {
        constant: parameters.surplus / parameters.noise,
        slope: 1.0 / parameters.noise,
    };
    let balanced = balance(&types, affinity, tolerance, None, progress)?;
    Ok(Expected {
        flows: types.share_flows(problem, &balanced.flows),
        unused: types.share_unused(problem, &balanced.unused),
        filled: balanced.flows.iter().sum(),
        unfilled: balanced.unfilled,
        sweeps: balanced.sweeps,
        residual: balanced.residual,
    })
}

fn check(parameters: Parameters, types: &Types) -> Result<(), EngineError> {
    let Parameters { surplus, noise } = parameters;
    let finest = FINEST * surplus.abs().max(types.largest_cost());
    if surplus.is_finite() && noise.is_finite() && noise > 0.0 && noise >= finest {
        return Ok(());
    }
    Err(EngineError::Parameters { surplus, noise })
}
