//! Exact sharing of thousandths: the parts always sum to the whole.

use std::cmp::{Ordering, Reverse};

use crate::domain::units::{Estimate, Milli, Range};

/// Shares `total` in proportion to `weights` by the largest remainder; equal remainders go to the first. Weights that are all zero count as equal.
///
/// Σ parts = `total`, and each part is within one thousandth of its quota.
pub(super) fn apportion(total: i64, weights: &[u64]) -> Vec<i64> {
    if weights.len() < 2 {
        return vec![total; weights.len()];
    }
    let sum: i128 = weights.iter().map(|w| i128::from(*w)).sum();
    let equal = sum == 0;
    let whole = if equal { count(weights) } else { sum };
    let mut parts = Vec::with_capacity(weights.len());
    let mut order = Vec::with_capacity(weights.len());
    for (i, weight) in weights.iter().enumerate() {
        let weight = if equal { 1 } else { i128::from(*weight) };
        let (part, remainder) = divided(i128::from(total) * weight, whole);
        parts.push(part);
        order.push((Reverse(remainder), i));
    }
    let left = usize::try_from(total - parts.iter().sum::<i64>()).unwrap_or(0);
    if left > 0 {
        // Less than one each is left: the largest remainders come first, in any order among them.
        order.select_nth_unstable(left - 1);
    }
    for (_, i) in &order[..left] {
        parts[*i] += 1;
    }
    parts
}

/// Quotient and remainder, rounded down; in machine words where they fit, which is nearly always.
fn divided(quota: i128, whole: i128) -> (i64, i128) {
    match (i64::try_from(quota), i64::try_from(whole)) {
        (Ok(quota), Ok(whole)) => (quota.div_euclid(whole), i128::from(quota.rem_euclid(whole))),
        _ => (narrow(quota.div_euclid(whole)), quota.rem_euclid(whole)),
    }
}

/// Rounds real numbers to integers whose sum is the rounded sum, by the largest remainder; equal remainders go to the first.
///
/// Each is rounded down or up, a whole number stays itself.
pub(super) fn largest_remainder(values: &[f64]) -> Vec<i64> {
    rounded_to(values, whole(values.iter().sum::<f64>().round()))
}

/// The same with a given sum, of those that rounding down or up can reach.
pub(super) fn rounded_to(values: &[f64], sum: i64) -> Vec<i64> {
    let mut parts: Vec<i64> = values.iter().map(|v| whole(v.floor())).collect();
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|i, j| {
        (values[*j].fract(), *i)
            .partial_cmp(&(values[*i].fract(), *j))
            .unwrap_or(Ordering::Equal)
    });
    let left = sum - parts.iter().sum::<i64>();
    for i in order.into_iter().take(usize::try_from(left).unwrap_or(0)) {
        parts[i] += 1;
    }
    parts
}

#[expect(clippy::cast_possible_truncation, reason = "thousandths of people, far below 2^53")]
fn whole(value: f64) -> i64 {
    value as i64
}

/// Shares the three values of an estimate; every end sums exactly and every part keeps low ≤ central ≤ high.
pub(super) fn share(whole: Estimate, weights: &[u64]) -> Vec<Estimate> {
    if weights.len() == 1 {
        return vec![whole];
    }
    let (low, central, high) = (
        apportion(whole.low.0, weights),
        apportion(whole.central.0, weights),
        apportion(whole.high.0, weights),
    );
    let mut parts: Vec<Estimate> = (0..weights.len())
        .map(|i| Range::new(Milli(low[i]), Milli(central[i]), Milli(high[i])))
        .collect();
    order_ends(&mut parts, &central);
    parts
}

/// Moves what would put a low end above its central value, or a high end below it, to parts that have room; sums do not change.
///
/// `low_caps` bounds the low ends besides the central values. What no part has room for stays where it was.
pub(super) fn order_ends(parts: &mut [Estimate], low_caps: &[i64]) {
    let mut low: Vec<i64> = parts.iter().map(|p| p.low.0).collect();
    let caps: Vec<i64> = parts.iter().zip(low_caps).map(|(p, c)| p.central.0.min(*c)).collect();
    cap(&mut low, &caps);
    let mut high: Vec<i64> = parts.iter().map(|p| -p.high.0).collect();
    let floors: Vec<i64> = parts.iter().map(|p| -p.central.0).collect();
    cap(&mut high, &floors);
    for (part, (l, h)) in parts.iter_mut().zip(low.into_iter().zip(high)) {
        part.low = Milli(l);
        part.high = Milli(-h);
    }
}

/// Brings each value down to its cap and gives the excess, in proportion to room, to values under theirs.
fn cap(values: &mut [i64], caps: &[i64]) {
    let above = |(v, c): (&i64, &i64)| u64::try_from(v - c).unwrap_or(0);
    let under = |(v, c): (&i64, &i64)| u64::try_from(c - v).unwrap_or(0);
    let over: Vec<u64> = values.iter().zip(caps).map(above).collect();
    let room: Vec<u64> = values.iter().zip(caps).map(under).collect();
    let moved = over.iter().sum::<u64>().min(room.iter().sum());
    if moved == 0 {
        return;
    }
    let moved = i64::try_from(moved).unwrap_or(i64::MAX);
    let (out, into) = (apportion(moved, &over), apportion(moved, &room));
    for (value, (o, i)) in values.iter_mut().zip(out.into_iter().zip(into)) {
        *value += i - o;
    }
}

fn count(weights: &[u64]) -> i128 {
    i128::try_from(weights.len()).unwrap_or(i128::MAX)
}

/// A floor of a quota never exceeds the total it is a part of.
fn narrow(part: i128) -> i64 {
    i64::try_from(part).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_sum_to_the_whole_and_remainders_go_to_the_largest_then_the_first() {
        // Quotas 3,333.3 each: one thousandth left for the first.
        assert_eq!(apportion(10_000, &[1, 1, 1]), [3334, 3333, 3333]);
        // Quotas 2.5, 5 and 2.5 of 10: halves tie, the first gets it.
        assert_eq!(apportion(10, &[1, 2, 1]), [3, 5, 2]);
        // No weight at all: equal parts.
        assert_eq!(apportion(5, &[0, 0]), [3, 2]);
        assert_eq!(apportion(7, &[]), Vec::<i64>::new());
    }

    #[test]
    fn real_numbers_round_to_their_rounded_sum() {
        // 0.6 + 0.6 + 0.4 + 3 = 4.6, rounded 5: two units over the floors, for the two largest remainders.
        assert_eq!(largest_remainder(&[0.6, 3.0, 0.6, 0.4]), [1, 3, 1, 0]);
        assert_eq!(largest_remainder(&[0.5, 0.5]), [1, 0]);
        assert_eq!(largest_remainder(&[2.0, 7.0]), [2, 7]);
        assert_eq!(largest_remainder(&[]), Vec::<i64>::new());
    }

    #[test]
    fn shared_ranges_stay_ordered_and_exact() {
        let whole = Range::new(Milli(1), Milli(1), Milli(2));
        let parts = share(whole, &[1, 1]);
        assert_eq!(parts.iter().copied().sum::<Estimate>(), whole);
        assert!(
            parts.iter().all(|p| p.low <= p.central && p.central <= p.high),
            "{parts:?}"
        );
    }

    #[test]
    fn crossed_ends_move_to_cells_with_room() {
        let cell = |l, c, h| Range::new(Milli(l), Milli(c), Milli(h));
        // Low ends 5 and 0 against central 2 and 4: 3 move to the second. High ends 1 and 9 against 2 and 4: 1 moves to the first.
        let mut parts = [cell(5, 2, 1), cell(0, 4, 9)];
        order_ends(&mut parts, &[10, 10]);
        assert_eq!(parts, [cell(2, 2, 2), cell(3, 4, 8)]);
        // No room under the caps: the excess stays.
        let mut full = [cell(5, 2, 5), cell(4, 4, 9)];
        order_ends(&mut full, &[10, 10]);
        assert_eq!(full[0].low, Milli(5));
    }
}
