//! Why posts stay unfilled: what remains unfilled for each set of causes removed, and its sharing between the causes.

use std::collections::BTreeMap;
use std::ops::AddAssign;

use super::apportion::apportion;
use super::frame::Frame;
use super::gap::{Grouping, RowKey};
use super::rows::Placing;
use crate::domain::cause::{Cause, Coalition};
use crate::domain::facts::Facts;
use crate::domain::id::{BasinCode, FapCode};
use crate::domain::units::Milli;
use crate::engine::shapley;

/// Unfilled posts of every home cell with need, for each set of causes removed; made on the facts of one revision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Causes {
    pub revision: i64,
    pub year: u16,
    /// Sorted by basin then occupation.
    pub cells: Vec<CellCauses>,
}

/// One basin × occupation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellCauses {
    pub basin: BasinCode,
    pub fap: FapCode,
    pub values: CauseValues,
}

/// What remains unfilled of a cell or of any set of cells, for each [`Coalition`] removed. Adds up exactly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CauseValues {
    /// Thousandths of posts, by [`Coalition::index`]; the first one is the displayed *unfilled* of the potential lens.
    unfilled: Box<shapley::Values>,
    /// Part of the last one in cells that nobody reaches even then.
    no_training: i64,
}

/// Unfilled posts shared between the seven causes and the residual. `Σ shares + no_training + not_enough = unfilled`, exactly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breakdown {
    pub unfilled: Milli,
    /// In the order of [`Cause::ALL`].
    pub shares: [CauseShare; 7],
    /// Absence de formation: nobody is trained for the occupation, even with the seven causes removed.
    pub no_training: Milli,
    /// Insuffisance de formation: still too few people with the seven causes removed.
    pub not_enough: Milli,
}

/// The share of one cause: its Shapley value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CauseShare {
    pub cause: Cause,
    /// Exact: thousandths of posts, over [`Self::DENOMINATOR`]. Can be negative in a cell that loses people to others.
    pub numerator: i128,
    /// To the thousandth, by largest remainder: figures shown add up.
    pub posts: Milli,
    /// The least and the most the cause accounts for over all orders of removal.
    pub least: Milli,
    pub most: Milli,
}

impl CauseShare {
    /// Common denominator of all shares.
    pub const DENOMINATOR: i128 = shapley::DENOMINATOR;
}

/// One step of the waterfall: the causes are removed one after the other in the order of [`Cause::ALL`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    pub cause: Cause,
    /// Unfilled before the cause is removed, those before it being removed.
    pub before: Milli,
    /// Unfilled after.
    pub after: Milli,
}

impl Causes {
    /// Values of one cell; nothing where it has no need.
    pub fn cell(&self, basin: &BasinCode, fap: &FapCode) -> Option<&CauseValues> {
        let found = self.cells.binary_search_by(|c| (&c.basin, &c.fap).cmp(&(basin, fap)));
        found.ok().map(|i| &self.cells[i].values)
    }

    /// Values of the cells that `belongs` accepts, added up.
    pub fn sum_where(&self, belongs: impl Fn(&BasinCode, &FapCode) -> bool) -> CauseValues {
        let mut sum = CauseValues::default();
        for cell in self.cells.iter().filter(|c| belongs(&c.basin, &c.fap)) {
            sum += &cell.values;
        }
        sum
    }

    /// Values of a line of a gap table; zero where it has no need.
    ///
    /// A line of several kinds of cells costs one pass over all cells; for a whole table, [`Self::rows`].
    pub fn row(&self, key: &RowKey, facts: &Facts) -> CauseValues {
        match key {
            RowKey::Cell(basin, fap) => self.cell(basin, fap).cloned().unwrap_or_default(),
            _ => self.rows(key.grouping(), facts).remove(key).unwrap_or_default(),
        }
    }

    /// Values of the lines of a table, those of [`super::gap::Gap::rows`] that have need. They sum exactly to the total; zones share each value of a
    /// basin by the largest remainder, as the figures of the table do.
    pub fn rows(&self, grouping: Grouping, facts: &Facts) -> BTreeMap<RowKey, CauseValues> {
        let frame = Frame::new(facts);
        let placing = Placing::new(&frame, grouping);
        let mut rows: BTreeMap<RowKey, CauseValues> = BTreeMap::new();
        for cell in &self.cells {
            let place = placing.of(&cell.basin, &cell.fap);
            for (key, part) in place.keys.into_iter().zip(cell.values.split(&place.weights)) {
                *rows.entry(key).or_default() += &part;
            }
        }
        rows
    }
}

impl Default for CauseValues {
    fn default() -> Self {
        Self {
            unfilled: Box::new([0; Coalition::COUNT]),
            no_training: 0,
        }
    }
}

impl AddAssign<&Self> for CauseValues {
    fn add_assign(&mut self, other: &Self) {
        for (sum, value) in self.unfilled.iter_mut().zip(other.unfilled.iter()) {
            *sum += value;
        }
        self.no_training += other.no_training;
    }
}

impl CauseValues {
    /// Values of one cell; `no_training` is the last one where nobody reaches the cell even then, else 0.
    pub fn new(unfilled: Box<shapley::Values>, no_training: i64) -> Self {
        Self { unfilled, no_training }
    }

    /// Unfilled posts once `removed` are.
    pub fn unfilled(&self, removed: Coalition) -> Milli {
        Milli(self.unfilled[removed.index()])
    }

    /// Shapley shares, residual and range over orders.
    pub fn breakdown(&self) -> Breakdown {
        let numerators = shapley::shares(&self.unfilled);
        let residual = self.unfilled(Coalition::FULL);
        let explained = self.unfilled(Coalition::NONE) - residual;
        let rounded = round_shares(&numerators, explained.0, CauseShare::DENOMINATOR);
        let share = |player: usize| {
            let (least, most) = shapley::extremes(&self.unfilled, player);
            CauseShare {
                cause: Cause::ALL[player],
                numerator: numerators[player],
                posts: Milli(rounded[player]),
                least: Milli(least),
                most: Milli(most),
            }
        };
        Breakdown {
            unfilled: self.unfilled(Coalition::NONE),
            shares: std::array::from_fn(share),
            no_training: Milli(self.no_training),
            not_enough: residual - Milli(self.no_training),
        }
    }

    /// The causes removed one after the other, in the order of [`Cause::ALL`]. Another order gives other steps: [`CauseShare::least`] and
    /// [`CauseShare::most`] say how far apart.
    pub fn waterfall(&self) -> [Step; 7] {
        let remains = shapley::waterfall(&self.unfilled, &std::array::from_fn(|i| i));
        std::array::from_fn(|i| Step {
            cause: Cause::ALL[i],
            before: Milli(remains[i]),
            after: Milli(remains[i + 1]),
        })
    }

    /// What each step of [`Self::waterfall`] takes off, then absence and insuffisance de formation, in whole posts. Rounded by largest remainder, they
    /// add up to the unfilled posts rounded to the nearest post.
    pub fn waterfall_whole_posts(&self) -> [i64; 9] {
        let steps = self.waterfall();
        let residual = self.unfilled(Coalition::FULL);
        let thousandths: [i128; 9] = std::array::from_fn(|i| match i {
            7 => i128::from(self.no_training),
            8 => i128::from(residual.0 - self.no_training),
            cause => i128::from((steps[cause].before - steps[cause].after).0),
        });
        let rounded = round_shares(&thousandths, self.unfilled(Coalition::NONE).rounded(), 1000);
        std::array::from_fn(|i| rounded[i])
    }

    fn split(&self, weights: &[u64]) -> Vec<Self> {
        if let [_] = weights {
            return vec![self.clone()];
        }
        let mut parts = vec![Self::default(); weights.len()];
        for (set, value) in self.unfilled.iter().enumerate() {
            for (part, share) in parts.iter_mut().zip(apportion(*value, weights)) {
                part.unfilled[set] = share;
            }
        }
        // A cell is wholly of one kind: nobody reaches it, or somebody does.
        if self.no_training != 0 {
            for part in &mut parts {
                part.no_training = part.unfilled[Coalition::FULL.index()];
            }
        }
        parts
    }
}

impl Breakdown {
    /// In whole posts: the seven shares in the order of [`Cause::ALL`], then absence and insuffisance de formation.
    pub fn whole_posts(&self) -> [i64; 9] {
        self.rounded_to(Milli::whole(1))
    }

    /// As multiples of `step`: the seven shares in the order of [`Cause::ALL`], then absence and insuffisance de formation. Rounded by largest
    /// remainder, they add up to `unfilled` rounded to the nearest multiple.
    pub fn rounded_to(&self, step: Milli) -> [i64; 9] {
        let exact = |posts: Milli| i128::from(posts.0) * CauseShare::DENOMINATOR;
        let numerators: [i128; 9] = std::array::from_fn(|i| match i {
            7 => exact(self.no_training),
            8 => exact(self.not_enough),
            cause => self.shares[cause].numerator,
        });
        let total = (self.unfilled.0 + step.0 / 2).div_euclid(step.0);
        let rounded = round_shares(&numerators, total, exact(step));
        std::array::from_fn(|i| rounded[i])
    }
}

/// Rounds `numerators / denominator` so that they add up to `total`: floors first, then one more to the largest remainders, the first on a tie.
/// `total` is within one unit a share of their exact sum.
fn round_shares(numerators: &[i128], total: i64, denominator: i128) -> Vec<i64> {
    let floor = |n: &i128| i64::try_from(n.div_euclid(denominator)).unwrap_or(i64::MAX);
    let mut rounded: Vec<i64> = numerators.iter().map(floor).collect();
    let left = total - rounded.iter().sum::<i64>();
    let mut order: Vec<usize> = (0..rounded.len()).collect();
    order.sort_by_key(|i| (-numerators[*i].rem_euclid(denominator), *i));
    for i in order.into_iter().take(usize::try_from(left).unwrap_or(0)) {
        rounded[i] += 1;
    }
    rounded
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Further study and distance account for everything but 100 thousandths, in any order alike.
    fn values() -> CauseValues {
        let mut values = CauseValues::default();
        for (set, value) in values.unfilled.iter_mut().enumerate() {
            *value = 1600 - 700 * i64::from(set & 1 != 0) - 800 * i64::from(set & 16 != 0);
        }
        values
    }

    #[test]
    fn shares_and_residual_add_up_to_the_thousandth_and_to_the_post() {
        let found = values().breakdown();
        let posts: Vec<i64> = found.shares.iter().map(|s| s.posts.0).collect();
        assert_eq!(posts, [700, 0, 0, 0, 800, 0, 0]);
        assert_eq!((found.no_training, found.not_enough), (Milli(0), Milli(100)));
        assert_eq!(found.shares[4].numerator, 800 * 420);
        assert_eq!((found.shares[4].least, found.shares[4].most), (Milli(800), Milli(800)));
        // 1.6 posts are 2: 0.7 + 0.8 + 0.1, the two largest remainders are rounded up.
        assert_eq!(found.whole_posts(), [1, 0, 0, 0, 1, 0, 0, 0, 0]);
        assert_eq!(found.rounded_to(Milli(100)), [7, 0, 0, 0, 8, 0, 0, 0, 1]);
    }

    #[test]
    fn whole_posts_add_up_even_where_a_share_is_negative() {
        let mut values = values();
        for (set, value) in values.unfilled.iter_mut().enumerate() {
            *value += 300 * i64::from(set & 64 != 0);
        }
        values.no_training = 400;
        let found = values.breakdown();
        assert_eq!(found.shares[6].posts, Milli(-300));
        // 0.7, 0.8, −0.3 and 0.4 of 1.6 posts.
        assert_eq!(found.whole_posts(), [1, 0, 0, 0, 1, 0, 0, 0, 0]);
        assert_eq!(found.not_enough, Milli(0));
    }

    #[test]
    fn a_zone_takes_its_part_of_every_value() {
        let mut whole = values();
        whole.no_training = whole.unfilled[127];
        let parts = whole.split(&[1, 2]);
        let mut sum = CauseValues::default();
        parts.iter().for_each(|p| sum += p);
        assert_eq!(sum, whole);
        assert_eq!(parts[1].unfilled(Coalition::NONE), Milli(1067));
        assert_eq!(parts[0].breakdown().not_enough, Milli(0));
    }

    #[test]
    fn the_waterfall_follows_the_fixed_order() {
        let steps = values().waterfall();
        assert_eq!(steps.map(|s| s.cause), Cause::ALL);
        assert_eq!((steps[0].before, steps[0].after), (Milli(1600), Milli(900)));
        assert_eq!((steps[4].before, steps[4].after), (Milli(900), Milli(100)));
        assert!(steps.windows(2).all(|w| w[0].after == w[1].before));
        // 0.7, 0.8 and 0.1 of 1.6 posts.
        assert_eq!(values().waterfall_whole_posts(), [1, 0, 0, 0, 1, 0, 0, 0, 0]);
    }
}
