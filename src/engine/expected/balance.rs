//! Iterative proportional fitting of both margins, by weights `x = √μ_·0` as they are or by their logarithms.

use super::types::Types;
use crate::domain::progress::Progress;
use crate::engine::error::EngineError;

/// Sweeps after which margins that are still open are an error.
const MOST_SWEEPS: usize = 10_000;

/// Relative error, or sweeps, after which a market of larger noise has served as a start.
const ROUGH: f64 = 1e-2;
const ROUGH_SWEEPS: usize = 300;

/// Largest |Φ / 2| for which weights themselves stay far inside double precision: with quantities up to 2⁶⁰ and 2³² terms a sum, every product
/// and every square lies between e⁻⁴⁵⁰ and e⁴⁵⁰. Beyond, logarithms are used: slower, without bound.
const PLAIN: f64 = 150.0;

/// `Φ = constant − slope · cost`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Affinity {
    pub(super) constant: f64,
    pub(super) slope: f64,
}

/// Singles and flows that close the margins.
#[derive(Debug, Clone)]
pub(super) struct Balanced {
    /// μ_s0 of each type.
    pub(super) unused: Vec<f64>,
    /// μ_0d of each cell.
    pub(super) unfilled: Vec<f64>,
    /// μ of each possibility.
    pub(super) flows: Vec<f64>,
    pub(super) sweeps: usize,
    pub(super) residual: f64,
}

/// Balances a market to relative errors of at most `tolerance`, from the singles of `start` where given.
///
/// # Errors
/// Margins still open after the last sweep allowed; a cancellation.
pub(super) fn balance(
    types: &Types,
    affinity: Affinity,
    tolerance: f64,
    start: Option<&Balanced>,
    progress: &dyn Progress,
) -> Result<Balanced, EngineError> {
    let half = |cost: u32| 0.5 * (affinity.constant - affinity.slope * f64::from(cost));
    let least = types.costs.iter().min().map_or(0.0, |&c| half(c));
    let most = types.costs.iter().max().map_or(0.0, |&c| half(c));
    let largest = least.abs().max(most.abs());
    if largest <= PLAIN {
        let mut fitting = Fitting::<Plain>::new(types, half, start);
        let fit = fitting.fit(tolerance, MOST_SWEEPS, progress)?;
        return fitting.finish(fit, tolerance);
    }
    // Straight at a small noise, potentials creep by about one noise a sweep: noise is halved from where weights would do, each time from
    // the potentials found.
    let mut scale = PLAIN / largest;
    let mut fitting = Fitting::<Logarithm>::new(types, |cost| scale * half(cost), start);
    while scale < 1.0 {
        fitting.fit(ROUGH, ROUGH_SWEEPS, progress)?;
        let finer = (2.0 * scale).min(1.0);
        fitting.sharpen(|cost| finer * half(cost), finer / scale);
        scale = finer;
    }
    let fit = fitting.fit(tolerance, MOST_SWEEPS, progress)?;
    fitting.finish(fit, tolerance)
}

/// How weights are held. `x` and `y` are weights of the two sides, `k` the kernel exp(Φ / 2), `b` a sum Σ y·k.
trait Scale {
    /// A running sum.
    type Sum: Copy + Default;

    /// The weight of so many singles.
    fn weight(singles: f64) -> f64;
    /// The kernel of Φ / 2.
    fn kernel(half: f64) -> f64;
    /// Adds y · k to a sum.
    fn add(sum: &mut Self::Sum, y: f64, k: f64);
    /// Σ y·k over a row, always in the same order.
    fn sum(cells: &[u32], kernel: &[f64], y: &[f64]) -> Self::Sum;
    /// The positive root of x² + x·b = quantity.
    fn root(quantity: f64, b: Self::Sum) -> f64;
    /// Goes `pace` times the way from one weight to another; weights stay positive.
    fn towards(from: f64, to: f64, pace: f64) -> f64;
    /// x².
    fn singles(x: f64) -> f64;
    /// x · b.
    fn matched(x: f64, b: Self::Sum) -> f64;
    /// x · y · k.
    fn flow(x: f64, y: f64, k: f64) -> f64;
}

/// Weights as they are.
struct Plain;

impl Scale for Plain {
    type Sum = f64;

    fn weight(singles: f64) -> f64 {
        singles.sqrt()
    }

    fn kernel(half: f64) -> f64 {
        half.exp()
    }

    #[inline]
    fn add(sum: &mut f64, y: f64, k: f64) {
        *sum += y * k;
    }

    /// Four interleaved sums: the processor adds them side by side.
    #[inline]
    fn sum(cells: &[u32], kernel: &[f64], y: &[f64]) -> f64 {
        let mut sums = [0.0; 4];
        for (cells, kernel) in cells.chunks(4).zip(kernel.chunks(4)) {
            for ((sum, &d), &k) in sums.iter_mut().zip(cells).zip(kernel) {
                *sum += y[d as usize] * k;
            }
        }
        (sums[0] + sums[1]) + (sums[2] + sums[3])
    }

    /// Written without the difference of two large numbers.
    #[inline]
    fn root(quantity: f64, b: f64) -> f64 {
        2.0 * quantity / (b + (b * b + 4.0 * quantity).sqrt())
    }

    #[inline]
    fn towards(from: f64, to: f64, pace: f64) -> f64 {
        (from + pace * (to - from)).max(0.5 * to)
    }

    #[inline]
    fn singles(x: f64) -> f64 {
        x * x
    }

    #[inline]
    fn matched(x: f64, b: f64) -> f64 {
        x * b
    }

    #[inline]
    fn flow(x: f64, y: f64, k: f64) -> f64 {
        x * y * k
    }
}

/// Natural logarithms of weights.
struct Logarithm;

/// `e^top · rest`, top being the largest term yet.
#[derive(Clone, Copy)]
struct LogSum {
    top: f64,
    rest: f64,
}

impl Default for LogSum {
    fn default() -> Self {
        Self {
            top: f64::NEG_INFINITY,
            rest: 0.0,
        }
    }
}

impl LogSum {
    fn ln(self) -> f64 {
        self.top + self.rest.ln()
    }
}

impl Scale for Logarithm {
    type Sum = LogSum;

    fn weight(singles: f64) -> f64 {
        0.5 * singles.max(f64::MIN_POSITIVE).ln()
    }

    fn kernel(half: f64) -> f64 {
        half
    }

    fn add(sum: &mut LogSum, y: f64, k: f64) {
        let term = y + k;
        if term <= sum.top {
            sum.rest += (term - sum.top).exp();
        } else {
            sum.rest = sum.rest * (sum.top - term).exp() + 1.0;
            sum.top = term;
        }
    }

    fn sum(cells: &[u32], kernel: &[f64], y: &[f64]) -> LogSum {
        let mut sum = LogSum::default();
        for (&d, &k) in cells.iter().zip(kernel) {
            Self::add(&mut sum, y[d as usize], k);
        }
        sum
    }

    /// With x = √quantity · e^−w the equation reads 2 sinh w = b / √quantity.
    fn root(quantity: f64, b: LogSum) -> f64 {
        let all = 0.5 * quantity.ln();
        let z = b.ln() - all;
        // asinh(e^z / 2), which is z where e^z would overflow.
        all - if z > PLAIN { z } else { (0.5 * z.exp()).asinh() }
    }

    fn towards(from: f64, to: f64, pace: f64) -> f64 {
        from + pace * (to - from)
    }

    fn singles(x: f64) -> f64 {
        (2.0 * x).exp()
    }

    fn matched(x: f64, b: LogSum) -> f64 {
        (x + b.ln()).exp()
    }

    fn flow(x: f64, y: f64, k: f64) -> f64 {
        (x + y + k).exp()
    }
}

/// One market under way.
struct Fitting<'t, S: Scale> {
    types: &'t Types,
    kernel: Vec<f64>,
    /// Weights of types and of cells.
    x: Vec<f64>,
    y: Vec<f64>,
    /// Σ x·k of each cell, with the weights of the last sweep.
    sums: Vec<S::Sum>,
}

impl<'t, S: Scale> Fitting<'t, S> {
    fn new(types: &'t Types, half: impl Fn(u32) -> f64, start: Option<&Balanced>) -> Self {
        let weights = |singles: &[f64]| singles.iter().map(|&q| S::weight(q)).collect();
        Self {
            kernel: kernel::<S>(&types.costs, half),
            x: weights(start.map_or(&types.sizes, |s| &s.unused)),
            y: weights(start.map_or(&types.posts, |s| &s.unfilled)),
            sums: vec![S::Sum::default(); types.posts.len()],
            types,
        }
    }

    /// Sweeps until the margins hold to `tolerance`, or `most` times.
    fn fit(&mut self, tolerance: f64, most: usize, progress: &dyn Progress) -> Result<Fit, EngineError> {
        let mut pace = Pace::new();
        let mut fit = Fit::default();
        while fit.sweeps < most {
            if progress.is_cancelled() {
                return Err(EngineError::Cancelled);
            }
            self.fit_people(pace.factor);
            let errors = self.errors();
            fit.sweeps += 1;
            fit.residual = errors.largest;
            let near = errors.largest <= tolerance;
            // Without over-relaxation the margins of people hold to rounding, so those of posts are the only error.
            if near && pace.factor == 1.0 {
                break;
            }
            pace.adapt(errors, near);
            self.fit_posts(pace.factor);
        }
        Ok(fit)
    }

    /// Closes the margins of types, and sums the new weights up by cell in the same pass.
    fn fit_people(&mut self, pace: f64) {
        self.sums.fill(S::Sum::default());
        for (s, &size) in self.types.sizes.iter().enumerate() {
            let row = self.types.starts[s]..self.types.starts[s + 1];
            let (cells, kernel) = (&self.types.cells[row.clone()], &self.kernel[row]);
            if size == 0.0 {
                continue;
            }
            let b = S::sum(cells, kernel, &self.y);
            let x = S::towards(self.x[s], S::root(size, b), pace);
            self.x[s] = x;
            for (&d, &k) in cells.iter().zip(kernel) {
                S::add(&mut self.sums[d as usize], x, k);
            }
        }
    }

    /// Closes the margins of cells.
    fn fit_posts(&mut self, pace: f64) {
        for ((y, &b), &posts) in self.y.iter_mut().zip(&self.sums).zip(&self.types.posts) {
            if posts > 0.0 {
                *y = S::towards(*y, S::root(posts, b), pace);
            }
        }
    }

    fn errors(&self) -> Errors {
        let mut errors = Errors::default();
        for ((&y, &b), &posts) in self.y.iter().zip(&self.sums).zip(&self.types.posts) {
            if posts > 0.0 {
                let margin = S::singles(y) + S::matched(y, b);
                errors.total += (margin - posts).abs();
                errors.largest = errors.largest.max((posts / margin - 1.0).abs());
            }
        }
        errors
    }

    /// Scales each cell to its posts: what error is left moves, within the residual, to the margins of people.
    fn finish(self, fit: Fit, tolerance: f64) -> Result<Balanced, EngineError> {
        let Fit { sweeps, residual } = fit;
        if residual.is_nan() || residual > tolerance {
            return Err(EngineError::NotBalanced { sweeps, residual });
        }
        let mut unfilled = vec![0.0; self.y.len()];
        let mut scale = vec![0.0; self.y.len()];
        for (d, &posts) in self.types.posts.iter().enumerate().filter(|(_, p)| **p > 0.0) {
            let singles = S::singles(self.y[d]);
            scale[d] = posts / (singles + S::matched(self.y[d], self.sums[d]));
            unfilled[d] = singles * scale[d];
        }
        let mut flows = Vec::with_capacity(self.kernel.len());
        let mut unused = vec![0.0; self.x.len()];
        for s in (0..self.x.len()).filter(|s| self.types.sizes[*s] > 0.0) {
            unused[s] = S::singles(self.x[s]);
            let row = self.types.starts[s]..self.types.starts[s + 1];
            for (&d, &k) in self.types.cells[row.clone()].iter().zip(&self.kernel[row]) {
                let d = d as usize;
                flows.push(S::flow(self.x[s], self.y[d], k) * scale[d]);
            }
        }
        Ok(Balanced {
            unused,
            unfilled,
            flows,
            sweeps,
            residual,
        })
    }
}

impl Fitting<'_, Logarithm> {
    /// Takes the kernel of a smaller noise: potentials keep their size in minutes, so their logarithms grow as the noise falls.
    fn sharpen(&mut self, half: impl Fn(u32) -> f64, ratio: f64) {
        self.kernel = kernel::<Logarithm>(&self.types.costs, half);
        let sides = [(&mut self.x, &self.types.sizes), (&mut self.y, &self.types.posts)];
        for (weights, quantities) in sides {
            for (weight, &quantity) in weights.iter_mut().zip(quantities) {
                let all = Logarithm::weight(quantity);
                *weight = all + ratio * (*weight - all);
            }
        }
    }
}

/// How far the sweeps went.
#[derive(Debug, Clone, Copy, Default)]
struct Fit {
    sweeps: usize,
    residual: f64,
}

/// Open margins of cells.
#[derive(Debug, Clone, Copy, Default)]
struct Errors {
    /// Σ |margin − posts|.
    total: f64,
    /// max |posts / margin − 1|.
    largest: f64,
}

/// One exponential a distinct cost where costs are few, one a possibility else.
fn kernel<S: Scale>(costs: &[u32], half: impl Fn(u32) -> f64) -> Vec<f64> {
    let most = costs.iter().max().map_or(0, |&c| c);
    if most as usize > costs.len() {
        return costs.iter().map(|&c| S::kernel(half(c))).collect();
    }
    let table: Vec<f64> = (0..=most).map(|c| S::kernel(half(c))).collect();
    costs.iter().map(|&c| table[c as usize]).collect()
}

/// Over-relaxation. Fitting one side after the other is a block Gauss–Seidel method on a convex function; its errors shrink by a factor ρ a
/// sweep, and the best factor of over-relaxation is 2 / (1 + √(1 − ρ)) (Young 1954). ρ is measured over a few plain sweeps; when over-relaxed sweeps
/// do worse than plain ones it is measured again. Near the end, and while ρ is measured, sweeps are plain, and plain sweeps always converge.
struct Pace {
    /// 1 is plain.
    factor: f64,
    /// Sweeps since the factor changed.
    steps: u32,
    /// ρ, as last measured.
    plain_rate: f64,
    /// Largest error before the last [`Self::TRIED`] sweeps.
    tried: f64,
    /// Sum of errors of the last sweep.
    last: f64,
}

impl Pace {
    /// Plain sweeps before ρ is read.
    const MEASURED: u32 = 3;
    /// Over-relaxed sweeps before they are judged.
    const TRIED: u32 = 4;
    /// By how much the rate of over-relaxed sweeps must pass its least, the factor less one, for a larger factor to help.
    const SLACK: f64 = 0.1;

    fn new() -> Self {
        Self {
            factor: 1.0,
            steps: 0,
            plain_rate: 1.0,
            tried: f64::INFINITY,
            last: f64::INFINITY,
        }
    }

    /// Hears the errors of a sweep, and whether they are small enough to end on plain sweeps. ρ is first read in their sum, which is smooth; then in the
    /// largest, which comes to follow the slowest part of the market: Young's relation `(λ + ω − 1)² = λ ω² ρ` gives it from the rate λ at factor ω.
    fn adapt(&mut self, errors: Errors, near: bool) {
        let rate = errors.total / self.last;
        self.last = errors.total;
        self.steps += 1;
        if self.factor == 1.0 {
            if !near && self.steps >= Self::MEASURED && rate < 1.0 {
                self.tried = errors.largest;
                self.relax(rate);
            }
        } else if near {
            self.change(1.0);
        } else if self.steps.is_multiple_of(Self::TRIED) {
            let rate = (errors.largest / self.tried).powf(1.0 / f64::from(Self::TRIED));
            self.tried = errors.largest;
            let over = self.factor - 1.0;
            if rate > self.plain_rate {
                self.change(1.0);
            } else if rate > over + Self::SLACK {
                self.relax(((rate + over) / self.factor).powi(2) / rate);
            }
        }
    }

    /// The best factor for a plain rate ρ.
    fn relax(&mut self, rate: f64) {
        self.plain_rate = rate.min(0.9999);
        self.change(2.0 / (1.0 + (1.0 - self.plain_rate).sqrt()));
    }

    fn change(&mut self, factor: f64) {
        self.factor = factor;
        self.steps = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::progress::Unattended;
    use crate::engine::problem::{Arc, Problem};

    /// Three types and four cells, all within reach of all, at costs of 0 to 605.
    fn market() -> Types {
        let arc = |n: u32| Arc {
            supply: n / 4,
            demand: n % 4,
            cost: 55 * n,
        };
        let problem = Problem {
            supplies: vec![4000, 2500, 9000],
            demands: vec![1000, 8000, 0, 3000],
            arcs: (0..12).map(arc).collect(),
            ..Problem::default()
        };
        Types::new(&problem).unwrap()
    }

    fn half(cost: u32) -> f64 {
        (969.0 - f64::from(cost)) / 441.0
    }

    #[test]
    fn weights_and_their_logarithms_give_the_same_market() {
        let types = market();
        let mut plain = Fitting::<Plain>::new(&types, half, None);
        let mut logarithm = Fitting::<Logarithm>::new(&types, |c| 0.25 * half(c), None);
        logarithm.fit(ROUGH, ROUGH_SWEEPS, &Unattended).unwrap();
        logarithm.sharpen(half, 4.0);
        let fit = plain.fit(1e-11, MOST_SWEEPS, &Unattended).unwrap();
        let plain = plain.finish(fit, 1e-11).unwrap();
        let fit = logarithm.fit(1e-11, MOST_SWEEPS, &Unattended).unwrap();
        let logarithm = logarithm.finish(fit, 1e-11).unwrap();
        let pairs = [
            (&plain.flows, &logarithm.flows),
            (&plain.unused, &logarithm.unused),
            (&plain.unfilled, &logarithm.unfilled),
        ];
        for (a, b) in pairs {
            assert!(a.iter().zip(b).all(|(a, b)| (a - b).abs() <= 1e-7 * a), "{a:?} {b:?}");
        }
        assert_eq!(plain.flows.len(), 9);
    }

    #[test]
    fn margins_still_open_after_the_last_sweep_are_an_error() {
        let types = market();
        let mut fitting = Fitting::<Plain>::new(&types, half, None);
        let fit = fitting.fit(1e-11, 4, &Unattended).unwrap();
        let refused = fitting.finish(fit, 1e-11).unwrap_err();
        assert!(matches!(refused, EngineError::NotBalanced { sweeps: 4, residual } if residual > 1e-11));
    }

    #[test]
    fn roots_hold_where_terms_are_huge_or_nothing() {
        for (quantity, b) in [(1e3, 0.0), (1e18, 1e-200), (1e-3, 1e120), (5.0, 5.0), (1e18, 1e60)] {
            let x = Plain::root(quantity, b);
            assert!(
                (x * x + x * b - quantity).abs() <= 1e-12 * quantity,
                "{quantity} {b}: {x}"
            );
            let mut sum = LogSum::default();
            if b > 0.0 {
                Logarithm::add(&mut sum, f64::ln(b), 0.0);
            }
            assert!(
                (Logarithm::root(quantity, sum) - x.ln()).abs() <= 1e-9,
                "{quantity} {b}"
            );
        }
    }
}
