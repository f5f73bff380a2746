//! A small generator of reproducible draws: the same seed gives the same territory on every machine.

/// SplitMix64 (Steele, Lea, Flood, 2014): 64 bits of state, enough for a demonstration, never for secrets.
#[derive(Debug, Clone)]
pub struct Draw(u64);

impl Draw {
    /// Starts a series of draws. `topic` separates the series of one seed, so that a line added to one table leaves the others as they were.
    pub fn new(seed: u64, topic: &str) -> Self {
        // FNV-1a of the topic.
        let hash = topic.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |h, b| {
            (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3)
        });
        Self(seed ^ hash)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Uniform in [0, 1).
    #[expect(clippy::cast_precision_loss, reason = "53 bits are kept, all exact in a double")]
    pub fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Uniform between two values.
    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.unit()
    }

    /// A whole number near `expected`: its floor, or one more with the probability of the fraction, so that sums stay right.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "expected counts are small and clamped to 0"
    )]
    pub fn count(&mut self, expected: f64) -> u32 {
        let expected = expected.max(0.0);
        let more = u32::from(self.unit() < expected.fract());
        expected.floor() as u32 + more
    }

    /// The index drawn with the given weights; the first one when all are zero.
    pub fn weighted(&mut self, weights: &[f64]) -> usize {
        let mut left = self.unit() * weights.iter().sum::<f64>();
        for (i, weight) in weights.iter().enumerate() {
            left -= weight;
            if left < 0.0 {
                return i;
            }
        }
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_and_topic_draw_the_same() {
        let series = |topic| {
            let mut draw = Draw::new(7, topic);
            [draw.unit(), draw.unit()]
        };
        assert_eq!(series("a"), series("a"));
        assert_ne!(series("a"), series("b"));
    }

    #[test]
    fn counts_keep_their_expectation() {
        let mut draw = Draw::new(1, "counts");
        let sum: u32 = (0..10_000).map(|_| draw.count(1.3)).sum();
        assert!((12_700..13_300).contains(&sum), "{sum}");
        assert_eq!(draw.count(-1.0), 0);
    }

    #[test]
    fn weights_of_zero_are_never_drawn() {
        let mut draw = Draw::new(1, "weights");
        assert!((0..100).all(|_| draw.weighted(&[0.0, 1.0, 0.0]) == 1));
    }
}
