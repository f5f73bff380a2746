//! Hours packed into years: never worse than the greedy choice, equal to trying everything, within every limit.

use releve::engine::knapsack::{Item, Packing, greedy, pack};

use crate::dice::Dice;

/// The best value over every choice of a bin, or none, for each item.
fn brute(items: &[Item], rooms: &mut [u32], left: u32) -> i64 {
    let Some((first, others)) = items.split_first() else {
        return 0;
    };
    let mut best = brute(others, rooms, left);
    for bin in 0..rooms.len() {
        if rooms[bin] >= first.size && left >= first.size && first.value > 0 {
            rooms[bin] -= first.size;
            best = best.max(first.value + brute(others, rooms, left - first.size));
            rooms[bin] += first.size;
        }
    }
    best
}

fn holds(items: &[Item], bins: &[u32], most: u32, packing: &Packing) {
    let mut loads = vec![0; bins.len()];
    for (item, bin) in &packing.placed {
        loads[*bin] += items[*item].size;
    }
    assert!(
        loads.iter().zip(bins).all(|(load, room)| load <= room),
        "{loads:?} {bins:?}"
    );
    assert!(loads.iter().sum::<u32>() <= most);
    let value: i64 = packing.placed.iter().map(|(item, _)| items[*item].value).sum();
    assert_eq!(value, packing.value);
    let mut once: Vec<usize> = packing.placed.iter().map(|(item, _)| *item).collect();
    once.dedup();
    assert_eq!(once.len(), packing.placed.len(), "each item once");
}

#[test]
fn the_packing_is_the_best_of_all_and_no_worse_than_the_greedy_one() {
    let mut dice = Dice(41);
    let mut better = 0;
    for _ in 0..150 {
        let draw = |dice: &mut Dice, most| u32::try_from(dice.below(most)).unwrap();
        let items: Vec<Item> = (0..6)
            .map(|_| Item {
                size: 5 * (1 + draw(&mut dice, 6)),
                value: dice.quantity(40),
            })
            .collect();
        let bins: Vec<u32> = (0..3).map(|_| draw(&mut dice, 40)).collect();
        let most = 20 + draw(&mut dice, 50);
        let (best, quick) = (pack(&items, &bins, most), greedy(&items, &bins, most));
        holds(&items, &bins, most, &best);
        holds(&items, &bins, most, &quick);
        assert!(best.exact);
        assert_eq!(
            best.value,
            brute(&items, &mut bins.clone(), most),
            "{items:?} {bins:?} {most}"
        );
        assert!(best.value >= quick.value);
        better += usize::from(best.value > quick.value);
    }
    assert!(better > 10, "the greedy choice is not always the best: {better}");
}

#[test]
fn a_packing_too_large_to_prove_is_greedy_and_says_so() {
    let items: Vec<Item> = (0..40)
        .map(|i| Item {
            size: 7 + 2 * i,
            value: 10,
        })
        .collect();
    let packing = pack(&items, &[4_000, 4_001, 4_003], 11_000);
    assert!(!packing.exact);
    assert_eq!(packing, greedy(&items, &[4_000, 4_001, 4_003], 11_000));
}

#[test]
fn equal_packings_fill_the_first_bins() {
    let items = [Item { size: 30, value: 5 }; 2];
    let packing = pack(&items, &[60, 60], 60);
    assert_eq!(packing.placed, [(0, 0), (1, 0)]);
}
