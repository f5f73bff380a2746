//! Shares a total between seven players whatever the order they come in: the Shapley value, as exact fractions.
//!
//! The value of a set of players is what remains once they are removed: `v(∅)` is the total, and player i takes `v(C) − v(C ∪ i)` off when it
//! follows C. Its share is the mean of that over the 7! orders (Shapley, « A value for n-person games », 1953). Values add up over cells, and
//! shares with them, so that an aggregate is explained by adding the values first.

/// Players of the game.
pub const PLAYERS: usize = 7;
/// Sets of players.
pub const SETS: usize = 1 << PLAYERS;
/// Common denominator of all shares: 7! / 12, as every `|C|! (6 − |C|)!` is a multiple of 12.
pub const DENOMINATOR: i128 = 420;

/// `|C|! (6 − |C|)! / 12`, by the size of C.
const WEIGHTS: [i128; PLAYERS] = [60, 10, 4, 3, 4, 10, 60];

/// What remains for each set of players removed; player i is bit i of the index.
pub type Values = [i64; SETS];

/// Share of each player, as a numerator over [`DENOMINATOR`]: `φ_i = Σ_{C ∌ i} |C|! (6 − |C|)! / 7! · (v(C) − v(C ∪ i))`.
///
/// `Σ φ = v(∅) − v(all)`, exactly. Sums are 128-bit: no values can overflow them.
pub fn shares(values: &Values) -> [i128; PLAYERS] {
    std::array::from_fn(|player| {
        without(player)
            .map(|set| WEIGHTS[set.count_ones() as usize] * i128::from(taken(values, player, set)))
            .sum()
    })
}

/// The least and the most a player takes off over all orders.
///
/// Differences saturate at the bounds of 64 bits, which values of thousandths of posts never approach.
pub fn extremes(values: &Values, player: usize) -> (i64, i64) {
    without(player)
        .map(|set| taken(values, player, set))
        .fold((i64::MAX, i64::MIN), |(least, most), t| (least.min(t), most.max(t)))
}

/// What remains at the start and after each player of an order of all players.
pub fn waterfall(values: &Values, order: &[usize; PLAYERS]) -> [i64; PLAYERS + 1] {
    let mut removed = 0;
    let mut remains = [values[0]; PLAYERS + 1];
    for (after, player) in remains[1..].iter_mut().zip(order) {
        removed |= 1 << player;
        *after = values[removed];
    }
    remains
}

fn without(player: usize) -> impl Iterator<Item = usize> {
    (0..SETS).filter(move |set| set & 1 << player == 0)
}

fn taken(values: &Values, player: usize, set: usize) -> i64 {
    values[set].saturating_sub(values[set | 1 << player])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Values without any pattern, from a linear congruential sequence.
    fn irregular(seed: u64) -> Values {
        let mut state = seed;
        std::array::from_fn(|_| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            i64::try_from(state >> 34).unwrap()
        })
    }

    /// All orders of the players.
    fn orders() -> Vec<[usize; PLAYERS]> {
        fn extend(order: &mut Vec<usize>, found: &mut Vec<[usize; PLAYERS]>) {
            if let Ok(whole) = <[usize; PLAYERS]>::try_from(order.as_slice()) {
                found.push(whole);
                return;
            }
            for player in (0..PLAYERS).filter(|p| !order.contains(p)).collect::<Vec<_>>() {
                order.push(player);
                extend(order, found);
                order.pop();
            }
        }
        let mut found = Vec::new();
        extend(&mut Vec::new(), &mut found);
        found
    }

    #[test]
    fn shares_are_the_mean_over_the_5040_orders_and_extremes_their_bounds() {
        let orders = orders();
        assert_eq!(orders.len(), 5040);
        for seed in 1..=3 {
            let values = irregular(seed);
            let mut sums = [0_i128; PLAYERS];
            let mut bounds = [(i64::MAX, i64::MIN); PLAYERS];
            for order in &orders {
                let remains = waterfall(&values, order);
                for (step, player) in order.iter().enumerate() {
                    let taken = remains[step] - remains[step + 1];
                    sums[*player] += i128::from(taken);
                    bounds[*player] = (bounds[*player].0.min(taken), bounds[*player].1.max(taken));
                }
            }
            let shares = shares(&values);
            for player in 0..PLAYERS {
                assert_eq!(shares[player] * 5040, sums[player] * DENOMINATOR);
                assert_eq!(extremes(&values, player), bounds[player]);
            }
        }
    }

    #[test]
    fn shares_sum_to_what_all_players_take_and_add_up_over_cells() {
        let (a, b) = (irregular(4), irregular(5));
        let both: Values = std::array::from_fn(|set| a[set] + b[set]);
        let sum: i128 = shares(&a).iter().sum();
        assert_eq!(sum, DENOMINATOR * i128::from(a[0] - a[SETS - 1]));
        for ((one, other), together) in shares(&a).iter().zip(shares(&b)).zip(shares(&both)) {
            assert_eq!(one + other, together);
        }
    }

    #[test]
    fn a_player_without_effect_has_no_share_and_equals_share_equally() {
        // Only players 0 and 1 matter; each takes 10 first, 4 second.
        let values: Values = std::array::from_fn(|set| [14, 4, 4, 0][set & 3]);
        let shares = shares(&values);
        assert_eq!(shares, [7 * 420, 7 * 420, 0, 0, 0, 0, 0]);
        assert_eq!(extremes(&values, 1), (4, 10));
        assert_eq!(extremes(&values, 6), (0, 0));
        assert_eq!(waterfall(&values, &[1, 0, 2, 3, 4, 5, 6]), [14, 4, 0, 0, 0, 0, 0, 0]);
    }
}
