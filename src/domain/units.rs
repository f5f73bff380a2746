//! Quantities with their unit in the type: people, rates, ranges.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};

/// Thousandths of a person (or of a post): every headcount of the model, so that sums are exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Milli(pub i64);

impl Milli {
    /// Nobody.
    pub const ZERO: Self = Self(0);

    /// Whole people.
    pub const fn whole(people: i64) -> Self {
        Self(people * 1000)
    }

    /// The nearest thousandth, halves away from zero; not-a-number and values beyond ±9·10¹² become 0 or the bound.
    pub fn from_people(people: f64) -> Self {
        const BOUND: f64 = 9.0e15;
        if people.is_nan() {
            return Self::ZERO;
        }
        #[expect(clippy::cast_possible_truncation, reason = "bounded just above")]
        Self((people * 1000.0).round().clamp(-BOUND, BOUND) as i64)
    }

    /// People, for display and ratios.
    #[expect(clippy::cast_precision_loss, reason = "headcounts stay far below 2^53 thousandths")]
    pub fn people(self) -> f64 {
        self.0 as f64 / 1000.0
    }

    /// This headcount times a rate, rounded to the nearest thousandth.
    #[must_use]
    pub fn times(self, rate: f64) -> Self {
        Self::from_people(self.people() * rate)
    }

    /// The nearest whole number of people, halves upwards.
    pub fn rounded(self) -> i64 {
        (self.0 + 500).div_euclid(1000)
    }

    /// The smaller of two.
    #[must_use]
    pub fn min(self, other: Self) -> Self {
        Self(self.0.min(other.0))
    }

    /// The larger of two.
    #[must_use]
    pub fn max(self, other: Self) -> Self {
        Self(self.0.max(other.0))
    }
}

impl Add for Milli {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Milli {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Neg for Milli {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl AddAssign for Milli {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl SubAssign for Milli {
    fn sub_assign(&mut self, other: Self) {
        self.0 -= other.0;
    }
}

impl Sum for Milli {
    fn sum<I: Iterator<Item = Self>>(values: I) -> Self {
        Self(values.map(|m| m.0).sum())
    }
}

impl<'a> Sum<&'a Self> for Milli {
    fn sum<I: Iterator<Item = &'a Self>>(values: I) -> Self {
        values.copied().sum()
    }
}

/// A value with the low and high ends of what is plausible. `low ≤ central ≤ high` unless said otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Range<T> {
    pub low: T,
    pub central: T,
    pub high: T,
}

/// A headcount with its range, in thousandths of a person.
pub type Estimate = Range<Milli>;

impl<T: Copy> Range<T> {
    /// The same value at both ends: nothing uncertain.
    pub const fn exact(value: T) -> Self {
        Self {
            low: value,
            central: value,
            high: value,
        }
    }

    /// A range from its three values.
    pub const fn new(low: T, central: T, high: T) -> Self {
        Self { low, central, high }
    }

    /// Applies `f` to the three values.
    pub fn map<U>(self, f: impl Fn(T) -> U) -> Range<U> {
        Range {
            low: f(self.low),
            central: f(self.central),
            high: f(self.high),
        }
    }

    /// The value at one end.
    pub fn at(&self, bound: Bound) -> T {
        match bound {
            Bound::Low => self.low,
            Bound::Central => self.central,
            Bound::High => self.high,
        }
    }
}

impl<T: Copy + PartialEq> Range<T> {
    /// True where the two ends coincide.
    pub fn is_exact(&self) -> bool {
        self.low == self.high
    }
}

impl<T: Add<Output = T>> Add for Range<T> {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            low: self.low + other.low,
            central: self.central + other.central,
            high: self.high + other.high,
        }
    }
}

impl<T: AddAssign> AddAssign for Range<T> {
    fn add_assign(&mut self, other: Self) {
        self.low += other.low;
        self.central += other.central;
        self.high += other.high;
    }
}

impl Sum for Estimate {
    fn sum<I: Iterator<Item = Self>>(values: I) -> Self {
        values.fold(Self::default(), Add::add)
    }
}

/// Which end of a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Bound {
    Low,
    Central,
    High,
}

impl Bound {
    /// The three, in order.
    pub const ALL: [Self; 3] = [Self::Low, Self::Central, Self::High];
}

/// Kilometres on the great circle.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
pub struct Km(pub f64);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousandths_round_halves_away_from_zero() {
        assert_eq!(Milli::from_people(0.0005), Milli(1));
        assert_eq!(Milli::from_people(-0.0005), Milli(-1));
        assert_eq!(Milli::from_people(f64::NAN), Milli::ZERO);
        assert_eq!(Milli::whole(12).times(0.5), Milli(6000));
    }

    #[test]
    fn ranges_add_end_by_end() {
        let a = Range::new(Milli(1), Milli(2), Milli(4));
        assert_eq!(a + a, Range::new(Milli(2), Milli(4), Milli(8)));
        assert!(!a.is_exact());
        assert!(Range::exact(3).is_exact());
    }
}
