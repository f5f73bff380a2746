//! How far each sweep of a fitting goes beyond its own margins.

/// Open margins of cells.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Errors {
    /// Σ |margin − posts|.
    pub(super) total: f64,
    /// max |posts / margin − 1|.
    pub(super) largest: f64,
}

/// Over-relaxation. Fitting one side after the other is a block Gauss–Seidel method on a convex function; its errors shrink by a factor ρ a
/// sweep, and the best factor of over-relaxation is 2 / (1 + √(1 − ρ)) (Young 1954). ρ is measured over a few plain sweeps; when over-relaxed sweeps
/// do worse than plain ones it is measured again. Near the end, and while ρ is measured, sweeps are plain, and plain sweeps always converge.
pub(super) struct Pace {
    /// 1 is plain.
    pub(super) factor: f64,
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

    pub(super) fn new() -> Self {
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
    pub(super) fn adapt(&mut self, errors: Errors, near: bool) {
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
