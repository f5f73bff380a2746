//! Values on a horizontal axis, and the round numbers its grid stands at.

use super::super::super::names;
use super::{ADVANCE, FONT, LABEL_WIDTH, WIDTH};

/// Values on a horizontal axis.
pub struct Scale {
    pub least: f64,
    pub most: f64,
    /// Where the axis ends, so that the longest value fits behind it.
    right: f64,
}

impl Scale {
    /// An axis over these values and zero, with room behind it for so many letters.
    pub fn new(values: impl IntoIterator<Item = f64>, letters: usize) -> Self {
        let (least, most) = values
            .into_iter()
            .filter(|v| v.is_finite())
            .fold((0.0, 0.0), |(a, b): (f64, f64), v| (a.min(v), b.max(v)));
        Self {
            least,
            most: if most > least { most } else { least + 1.0 },
            right: WIDTH - 12.0 - names::count(letters) * FONT * ADVANCE,
        }
    }

    /// Where a value stands.
    pub fn x(&self, value: f64) -> f64 {
        let width = self.right - LABEL_WIDTH;
        LABEL_WIDTH + (value.clamp(self.least, self.most) - self.least) / (self.most - self.least) * width
    }

    /// Round numbers a grid line is drawn at.
    pub fn ticks(&self) -> Vec<f64> {
        ticks(self.least, self.most)
    }
}

/// 1, 2 or 5 times a power of ten, four to eight of them between two values.
pub fn ticks(least: f64, most: f64) -> Vec<f64> {
    let rough = (most - least) / 5.0;
    let power = 10f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|m| m * power)
        .find(|s| *s >= rough)
        .unwrap_or(rough);
    let first = (least / step).ceil();
    (0..9u8)
        .map(|i| (first + f64::from(i)) * step)
        .take_while(|t| *t <= most)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_numbers_inside_the_axis() {
        assert_eq!(Scale::new([0.0, 47.0], 0).ticks(), [0.0, 10.0, 20.0, 30.0, 40.0]);
        assert_eq!(Scale::new([-120.0, 30.0], 0).ticks(), [-100.0, -50.0, 0.0]);
        assert_eq!(Scale::new([], 0).ticks().first(), Some(&0.0));
    }
}
