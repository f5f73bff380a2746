//! Iterative proportional fitting of both margins, sweep after sweep.

use super::pace::{Errors, Pace};
use super::scale::{Logarithm, PLAIN, Plain, Scale};
use super::types::Types;
use crate::domain::progress::Progress;
use crate::engine::error::EngineError;

/// Sweeps after which margins that are still open are an error.
const MOST_SWEEPS: usize = 10_000;

/// Relative error, or sweeps, after which a market of larger noise has served as a start.
const ROUGH: f64 = 1e-2;
const ROUGH_SWEEPS: usize = 300;

/// Share of people and of posts taken to stay single before the first sweep.
const FIRST_SINGLE: f64 = 0.25;

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
        let first = |all: &[f64]| all.iter().map(|&q| S::weight(FIRST_SINGLE * q)).collect();
        Self {
            kernel: kernel::<S>(&types.costs, half),
            x: start.map_or_else(|| first(&types.sizes), |s| weights(&s.unused)),
            y: start.map_or_else(|| first(&types.posts), |s| weights(&s.unfilled)),
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
            let open_people = self.fit_people(pace.factor);
            let errors = self.errors();
            fit.sweeps += 1;
            // Once posts are scaled to their margins, those of people are open by what both were.
            fit.residual = open_people + errors.largest * (1.0 + open_people);
            if fit.residual <= tolerance {
                break;
            }
            pace.adapt(errors, errors.largest <= tolerance);
            self.fit_posts(pace.factor);
        }
        Ok(fit)
    }

    /// Closes the margins of types, and sums the new weights up by cell in the same pass; returns the largest relative error that over-relaxation
    /// leaves in the margin of a type.
    fn fit_people(&mut self, pace: f64) -> f64 {
        let (sums, y) = (self.sums.as_mut_slice(), self.y.as_slice());
        let mut largest = 0.0_f64;
        sums.fill(S::Sum::default());
        for (s, &size) in self.types.sizes.iter().enumerate() {
            let row = self.types.starts[s]..self.types.starts[s + 1];
            let (cells, kernel) = (&self.types.cells[row.clone()], &self.kernel[row]);
            if size == 0.0 {
                continue;
            }
            let b = S::sum(cells, kernel, y);
            let x = S::towards(self.x[s], S::root(size, b), pace);
            self.x[s] = x;
            if pace != 1.0 {
                let margin = S::singles(x) + S::matched(x, b);
                largest = largest.max((margin / size - 1.0).abs());
            }
            for (&d, &k) in cells.iter().zip(kernel) {
                S::add(&mut sums[d as usize], x, k);
            }
        }
        largest
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

/// One exponential a distinct cost where costs are few, one a possibility else.
fn kernel<S: Scale>(costs: &[u32], half: impl Fn(u32) -> f64) -> Vec<f64> {
    let most = costs.iter().max().map_or(0, |&c| c);
    if most as usize > costs.len() {
        return costs.iter().map(|&c| S::kernel(half(c))).collect();
    }
    let table: Vec<f64> = (0..=most).map(|c| S::kernel(half(c))).collect();
    costs.iter().map(|&c| table[c as usize]).collect()
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
}
