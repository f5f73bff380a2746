//! How the weights `x = √μ_·0` of a market are held: as they are, or by their logarithms.

/// Largest |Φ / 2| for which weights themselves stay far inside double precision: with quantities up to 2⁶⁰ and 2³² terms a sum, every product
/// and every square lies between e⁻⁴⁵⁰ and e⁴⁵⁰. Beyond, logarithms are used: slower, without bound.
pub(super) const PLAIN: f64 = 150.0;

/// How weights are held. `x` and `y` are weights of the two sides, `k` the kernel exp(Φ / 2), `b` a sum Σ y·k.
pub(super) trait Scale {
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
pub(super) struct Plain;

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
        let (cells, last_cells) = cells.as_chunks::<4>();
        let (kernel, last_kernel) = kernel.as_chunks::<4>();
        let mut sums = [0.0; 4];
        for (cells, kernel) in cells.iter().zip(kernel) {
            for lane in 0..4 {
                sums[lane] += y[cells[lane] as usize] * kernel[lane];
            }
        }
        for ((sum, &d), &k) in sums.iter_mut().zip(last_cells).zip(last_kernel) {
            *sum += y[d as usize] * k;
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
pub(super) struct Logarithm;

/// `e^top · rest`, top being the largest term yet.
#[derive(Clone, Copy)]
pub(super) struct LogSum {
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

#[cfg(test)]
mod tests {
    use super::*;

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
