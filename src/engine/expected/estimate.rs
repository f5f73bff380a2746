//! Surplus and noise from observed moves, by matching moments (Galichon and Salanié 2022).

use super::balance::{Affinity, Balanced, balance};
use super::sample::{Sample, Stratum, chances};
use super::types::Types;
use super::{Expected, Parameters};
use crate::domain::progress::Progress;
use crate::engine::error::EngineError;
use crate::engine::problem::Problem;

/// Relative error of the margins inside the estimator: far under the tolerance of the moments.
const MARGINS: f64 = 1e-11;

/// Relative error of the moments at which Newton's method stops.
const MOMENTS: f64 = 1e-8;

/// Newton steps allowed; from any start a handful is usual.
const STEPS: usize = 60;

/// A step that leaves more than this share of the misses is slow; so many in a row go towards parameters that do not exist, ever more slowly balanced.
const SLOW: f64 = 0.9;
const STALLED: usize = 3;

/// What a survey tells about people available to the market: their mismatch, or that they found nothing in the field. Counts of any unit.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Observations {
    /// Cost of the arc taken, tenths of a generalised minute, and people who took one of that cost.
    pub matches: Vec<(u32, f64)>,
    /// People who took none.
    pub unmatched: f64,
}

/// The two moments that identify the two parameters.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moments {
    /// People matched over people available.
    pub matched: f64,
    /// Mean cost of those matched, tenths of a generalised minute.
    pub cost: f64,
}

/// Parameters under which the model has the moments observed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Calibration {
    pub parameters: Parameters,
    /// Standard errors of both parameters: sampling of the people observed alone, see [`calibrate`].
    pub errors: Parameters,
    /// People observed.
    pub people: f64,
    pub observed: Moments,
    pub model: Moments,
    /// Newton steps.
    pub steps: usize,
}

/// Why moves do not tell the parameters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unidentified {
    /// Nobody observed was matched.
    NobodyMatched,
    /// Nobody observed was left without a match.
    EverybodyMatched,
    /// Every possibility costs the same: no move tells how much a cost deters.
    EqualCosts,
    /// More people matched than the market has room for.
    BeyondPotential,
    /// Everyone took one of the cheapest possibilities: any smaller noise explains it better.
    NoTravel,
    /// People go where it costs at least as often as chance alone would send them.
    CostAttracts,
}

impl Observations {
    /// The observations a whole expected matching would give.
    pub fn of(problem: &Problem, expected: &Expected) -> Self {
        Self::weighted(problem, expected, &vec![1.0; problem.supplies.len()])
    }

    /// The observations an expected matching would give on average of people drawn so.
    ///
    /// # Errors
    /// [`EngineError::NodeOutOfRange`] for a stratum with a supply that does not exist.
    pub fn sampled(problem: &Problem, expected: &Expected, strata: &[Stratum]) -> Result<Self, EngineError> {
        Ok(Self::weighted(problem, expected, &chances(problem, strata)?))
    }

    fn weighted(problem: &Problem, expected: &Expected, weights: &[f64]) -> Self {
        let flows = problem.arcs.iter().zip(&expected.flows);
        let unused = expected.unused.iter().zip(weights);
        Self {
            matches: flows
                .map(|(arc, flow)| (arc.cost, flow * weights[arc.supply as usize]))
                .collect(),
            unmatched: unused.map(|(people, weight)| people * weight).sum(),
        }
    }

    /// The two moments of these people; where nobody is matched, the mean cost is not a number.
    pub fn moments(&self) -> Moments {
        let [matched, cost, _] = self.means();
        moments([matched, cost])
    }

    fn people(&self) -> f64 {
        self.matches.iter().map(|(_, people)| people).sum::<f64>() + self.unmatched
    }

    /// Mean over people of (matched, cost, cost²), those without a match counting 0.
    fn means(&self) -> [f64; 3] {
        let people = self.people();
        let mean = |f: fn(f64) -> f64| {
            let terms = self.matches.iter().map(|&(cost, n)| f(f64::from(cost)) * n);
            terms.sum::<f64>() / people
        };
        [mean(|_| 1.0), mean(|c| c), mean(|c| c * c)]
    }
}

/// Finds surplus and noise under which the share of people matched and their mean cost are those observed.
///
/// With a = A/σ and b = 1/σ, the model's people matched N and total cost C are the gradient of a convex function of (a, b), so the pair with
/// `N = N̂, C = Ĉ` is unique (Galichon and Salanié, "Cupid's Invisible Hand", Review of Economic Studies 2022, moment matching). Newton's method with step halving; the
/// derivatives of the market come from its linearised margins, solved by conjugate gradients.
///
/// **Assumptions.** The people observed are drawn independently and with equal chances from all supplies of the problem; N̂ and Ĉ are their means times
/// the whole supply. Standard errors are those of this sampling under the model found (delta method: `J⁻¹ · Var · J⁻ᵀ`, J the derivative of (N, C)); headcounts,
/// posts and costs count as known.
///
/// # Errors
/// [`EngineError`]: an ill-formed problem, moves that do not identify the parameters, no convergence, or a cancellation.
pub fn calibrate(
    problem: &Problem,
    observations: &Observations,
    progress: &dyn Progress,
) -> Result<Calibration, EngineError> {
    calibrate_sampled(problem, &[Stratum::everyone(problem)], observations, progress)
}

/// [`calibrate`] where people were observed stratum by stratum, in whatever proportions: who was asked is then no finding.
///
/// N and C count each person of the model as often as one of that supply was observed. Where these chances differ they are no longer the gradient of a convex
/// function: the pair found is the one Newton's method reaches, and a share that only people not observed stand in the way of is [`EngineError::NoEstimate`].
/// Standard errors are those of a new draw from the same strata.
///
/// # Errors
/// As [`calibrate`], and [`EngineError::NodeOutOfRange`] for a stratum with a supply that does not exist.
pub fn calibrate_sampled(
    problem: &Problem,
    strata: &[Stratum],
    observations: &Observations,
    progress: &dyn Progress,
) -> Result<Calibration, EngineError> {
    let types = Types::new(problem)?;
    let sample = Sample::new(problem, &types, strata)?;
    let people = sample.people();
    let [matched, cost, _] = observations.means();
    identified(&sample, observations, progress)?;
    let (market, steps) = newton(&sample, [matched * people, cost * people], progress)?;
    let Affinity { constant: a, slope: b } = market.affinity;
    if b <= 0.0 {
        return Err(Unidentified::CostAttracts.into());
    }
    // Strata may count people in another unit than observations.
    let unit = people / observations.people();
    let variance = sample.variance(&market.balanced.flows).map(|row| row.map(|v| v * unit));
    let inverse = inverse(market.jacobian(&sample)).ok_or(EngineError::from(Unidentified::EqualCosts))?;
    let spread = sandwich(inverse, variance);
    Ok(Calibration {
        parameters: Parameters {
            surplus: a / b,
            noise: 1.0 / b,
        },
        // A = a/b and σ = 1/b.
        errors: Parameters {
            surplus: form([1.0 / b, -a / (b * b)], spread).sqrt(),
            noise: form([0.0, -1.0 / (b * b)], spread).sqrt(),
        },
        people: observations.people(),
        observed: observations.moments(),
        model: moments(market.totals.map(|t| t / people)),
        steps,
    })
}

/// A share matched and a total cost a person to the two moments shown.
fn moments([matched, cost]: [f64; 2]) -> Moments {
    Moments {
        matched,
        cost: cost / matched,
    }
}

/// Refuses moves that no parameters, or too many, explain.
fn identified(sample: &Sample<'_>, observations: &Observations, progress: &dyn Progress) -> Result<(), EngineError> {
    let [matched, cost, _] = observations.means();
    let least = sample.costs().min().map_or(0.0, f64::from);
    let largest = sample.costs().max().map_or(0.0, f64::from);
    let fault = if matched.is_nan() || matched <= 0.0 {
        Some(Unidentified::NobodyMatched)
    } else if observations.unmatched <= 0.0 {
        Some(Unidentified::EverybodyMatched)
    } else if least >= largest {
        Some(Unidentified::EqualCosts)
    } else if cost <= least * matched {
        Some(Unidentified::NoTravel)
    } else {
        None
    };
    if let Some(fault) = fault {
        return Err(fault.into());
    }
    if matched * sample.people() >= sample.potential(progress)? {
        return Err(Unidentified::BeyondPotential.into());
    }
    Ok(())
}

/// A balanced market with its two totals: people matched, and their cost, each person as often as observed.
struct Market {
    affinity: Affinity,
    balanced: Balanced,
    totals: [f64; 2],
}

impl Market {
    fn new(
        sample: &Sample<'_>,
        affinity: Affinity,
        start: Option<&Balanced>,
        progress: &dyn Progress,
    ) -> Result<Self, EngineError> {
        let balanced = balance(sample.types, affinity, MARGINS, start, progress)?;
        let (flows, costs) = (&balanced.flows, &sample.types.costs);
        let totals = [
            sample.sum(|link| flows[link]),
            sample.sum(|link| f64::from(costs[link]) * flows[link]),
        ];
        Ok(Self {
            affinity,
            balanced,
            totals,
        })
    }

    /// Relative distances of both totals from their targets.
    fn misses(&self, target: [f64; 2]) -> [f64; 2] {
        [0, 1].map(|i| self.totals[i] / target[i] - 1.0)
    }

    /// Derivatives of (N, C) by (a, b).
    fn jacobian(&self, sample: &Sample<'_>) -> [[f64; 2]; 2] {
        let by_a = self.response(sample, |_| 0.5);
        let by_b = self.response(sample, |cost| -0.5 * f64::from(cost));
        [[by_a[0], by_b[0]], [by_a[1], by_b[1]]]
    }

    /// Change of (N, C) when Φ/2 changes by `shift(cost)`, once all margins hold again.
    ///
    /// Margins differentiated, with x = ln √μ_s0 and y = ln √μ_0d: `(S_s + μ_s0) dx_s + Σ_d μ_sd (dy_d + shift_sd) = 0`, and so on the other side.
    fn response(&self, sample: &Sample<'_>, shift: impl Fn(u32) -> f64) -> [f64; 2] {
        let types = sample.types;
        let flows = &self.balanced.flows;
        let shifts: Vec<f64> = types.costs.iter().map(|&c| shift(c)).collect();
        let rows = |s: usize| types.starts[s]..types.starts[s + 1];
        let across: Vec<f64> = types
            .sizes
            .iter()
            .zip(&self.balanced.unused)
            .map(|(q, u)| q + u)
            .collect();
        let down: Vec<f64> = types
            .posts
            .iter()
            .zip(&self.balanced.unfilled)
            .map(|(q, u)| q + u)
            .collect();
        // dx as a function of dy, with or without the shift.
        let dx = |dy: &[f64], forced: f64| -> Vec<f64> {
            let row = |s: usize| {
                let terms = rows(s).map(|l| flows[l] * (dy[types.cells[l] as usize] + forced * shifts[l]));
                if across[s] > 0.0 {
                    -terms.sum::<f64>() / across[s]
                } else {
                    0.0
                }
            };
            (0..across.len()).map(row).collect()
        };
        // What is left of the margins of cells.
        let open = |dy: &[f64], forced: f64| -> Vec<f64> {
            let dx = dx(dy, forced);
            let mut margins: Vec<f64> = down.iter().zip(dy).map(|(q, y)| q * y).collect();
            for (s, x) in dx.iter().enumerate() {
                for l in rows(s) {
                    margins[types.cells[l] as usize] += flows[l] * (x + forced * shifts[l]);
                }
            }
            margins
        };
        let zero = vec![0.0; down.len()];
        let right: Vec<f64> = open(&zero, 1.0).iter().map(|m| -m).collect();
        let dy = conjugate_gradients(|v| open(v, 0.0), &down, &right);
        let dx = dx(&dy, 1.0);
        let mut change = [0.0; 2];
        for (s, x) in dx.iter().enumerate() {
            for l in rows(s) {
                let moved = flows[l] * (x + dy[types.cells[l] as usize] + shifts[l]);
                change[0] += sample.weights[s] * moved;
                change[1] += sample.weights[s] * moved * f64::from(types.costs[l]);
            }
        }
        change
    }
}

/// Solves `N = target[0], C = target[1]`.
fn newton(sample: &Sample<'_>, target: [f64; 2], progress: &dyn Progress) -> Result<(Market, usize), EngineError> {
    let mean = target[1] / target[0];
    let start = Affinity {
        constant: 1.0,
        slope: 1.0 / mean.max(1.0),
    };
    let mut stalled = 0;
    let mut market = Market::new(sample, start, None, progress)?;
    for step in 0..STEPS {
        let misses = market.misses(target);
        if length(misses) <= MOMENTS {
            return Ok((market, step));
        }
        let Some(inverse) = inverse(market.jacobian(sample)) else {
            break;
        };
        let wanted = [target[0] - market.totals[0], target[1] - market.totals[1]];
        let direction = apply(inverse, wanted);
        // A step may not more than triple the reach of either parameter: far from the solution the tangent means little.
        let reach = 2.0 + (direction[0].abs() / 2.0).max(direction[1].abs() * mean.max(1.0) / 2.0);
        let mut share = 2.0 / reach;
        share = share.min(1.0);
        let Some(next) = halving(sample, &market, direction, share, target, progress)? else {
            break;
        };
        stalled = if length(next.misses(target)) > SLOW * length(misses) {
            stalled + 1
        } else {
            0
        };
        market = next;
        if stalled == STALLED {
            break;
        }
    }
    Err(EngineError::NoEstimate {
        residual: length(market.misses(target)),
    })
}

/// Goes along a direction until the misses shrink.
fn halving(
    sample: &Sample<'_>,
    market: &Market,
    direction: [f64; 2],
    mut share: f64,
    target: [f64; 2],
    progress: &dyn Progress,
) -> Result<Option<Market>, EngineError> {
    let before = length(market.misses(target));
    for _ in 0..40 {
        let affinity = Affinity {
            constant: market.affinity.constant + share * direction[0],
            slope: market.affinity.slope + share * direction[1],
        };
        let next = Market::new(sample, affinity, Some(&market.balanced), progress)?;
        if length(next.misses(target)) < before {
            return Ok(Some(next));
        }
        share /= 2.0;
    }
    Ok(None)
}

/// Solves a positive definite system to 1e-10 of its right side, preconditioned by `diagonal` (zeros of it are idle).
fn conjugate_gradients(product: impl Fn(&[f64]) -> Vec<f64>, diagonal: &[f64], right: &[f64]) -> Vec<f64> {
    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(x, y)| x * y).sum::<f64>();
    let precondition = |r: &[f64]| -> Vec<f64> {
        let one = |(r, d): (&f64, &f64)| if *d > 0.0 { r / d } else { 0.0 };
        r.iter().zip(diagonal).map(one).collect()
    };
    let mut solution = vec![0.0; right.len()];
    let mut residual = right.to_vec();
    let mut search = precondition(&residual);
    let mut force = dot(&residual, &search);
    let enough = force * 1e-20;
    for _ in 0..1000 {
        if force <= enough {
            break;
        }
        let along = product(&search);
        let pace = force / dot(&search, &along);
        for i in 0..right.len() {
            solution[i] += pace * search[i];
            residual[i] -= pace * along[i];
        }
        let next = precondition(&residual);
        let now = dot(&residual, &next);
        for (s, n) in search.iter_mut().zip(&next) {
            *s = n + now / force * *s;
        }
        force = now;
    }
    solution
}

fn length(pair: [f64; 2]) -> f64 {
    pair[0].abs().max(pair[1].abs())
}

fn inverse([[a, b], [c, d]]: [[f64; 2]; 2]) -> Option<[[f64; 2]; 2]> {
    let determinant = a * d - b * c;
    let sound = determinant.is_finite() && determinant.abs() > 1e-12 * (a * d).abs();
    sound.then(|| [[d, -b], [-c, a]].map(|row| row.map(|v| v / determinant)))
}

fn apply(matrix: [[f64; 2]; 2], vector: [f64; 2]) -> [f64; 2] {
    matrix.map(|row| row[0] * vector[0] + row[1] * vector[1])
}

/// `m · v · mᵀ`.
fn sandwich(m: [[f64; 2]; 2], v: [[f64; 2]; 2]) -> [[f64; 2]; 2] {
    let entry = |i: usize, j: usize| -> f64 {
        let terms = [0, 1].map(|k| m[i][k] * (v[k][0] * m[j][0] + v[k][1] * m[j][1]));
        terms[0] + terms[1]
    };
    [[entry(0, 0), entry(0, 1)], [entry(1, 0), entry(1, 1)]]
}

/// `gᵀ · v · g`.
fn form(g: [f64; 2], v: [[f64; 2]; 2]) -> f64 {
    let across = apply(v, g);
    g[0] * across[0] + g[1] * across[1]
}
