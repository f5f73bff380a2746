//! Items packed into bins under one total: which hours go to which module, and in which year.

/// States × items above which the exact packing is not tried.
const MOST: usize = 8_000_000;

/// Something that may be taken once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item {
    pub size: u32,
    /// What it is worth; nothing is taken for 0.
    pub value: i64,
}

/// What was taken.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Packing {
    /// Item and bin, by item.
    pub placed: Vec<(usize, usize)>,
    pub value: i64,
    /// False where the problem was too large to be solved to the end: the packing is then the greedy one.
    pub exact: bool,
}

/// `max Σ v x` over the items, each in one bin at most: sizes of a bin ≤ its room, all sizes ≤ `most`.
///
/// Dynamic programming over the loads of the bins, in units of the greatest common divisor of the sizes: `items · Π (room + 1)` steps. Of packings that
/// tie, the one that takes least, then the earliest bins. Where there are too many states, the greedy packing, flagged.
pub fn pack(items: &[Item], bins: &[u32], most: u32) -> Packing {
    let worth: Vec<usize> = (0..items.len()).filter(|i| is_worth(&items[*i])).collect();
    let unit = worth.iter().fold(0, |unit, i| gcd(unit, items[*i].size)).max(1);
    let rooms: Vec<usize> = bins.iter().map(|b| (b.min(&most) / unit) as usize).collect();
    let states = rooms.iter().try_fold(1_usize, |all, room| all.checked_mul(room + 1));
    match states.filter(|states| states.saturating_mul(worth.len().max(1)) <= MOST) {
        Some(states) => exact(items, &worth, (&rooms, states), (unit, most / unit)),
        None => greedy(items, bins, most),
    }
}

/// Items by value for a unit of size, the greatest first, each in the emptiest bin that has room.
pub fn greedy(items: &[Item], bins: &[u32], most: u32) -> Packing {
    let mut order: Vec<usize> = (0..items.len()).filter(|i| is_worth(&items[*i])).collect();
    let rate = |a: usize, b: usize| i128::from(items[a].value) * i128::from(items[b].size);
    order.sort_by(|a, b| rate(*b, *a).cmp(&rate(*a, *b)).then(a.cmp(b)));
    let (mut left, mut rooms) = (most, bins.to_vec());
    let mut packing = Packing::default();
    for item in order {
        let Item { size, value } = items[item];
        let fitting = (0..rooms.len()).filter(|bin| rooms[*bin] >= size && left >= size);
        let Some(bin) = fitting.max_by_key(|bin| (rooms[*bin], std::cmp::Reverse(*bin))) else {
            continue;
        };
        rooms[bin] -= size;
        left -= size;
        packing.value += value;
        packing.placed.push((item, bin));
    }
    packing.placed.sort_unstable();
    packing
}

fn is_worth(item: &Item) -> bool {
    item.value > 0 && item.size > 0
}

fn exact(items: &[Item], worth: &[usize], (rooms, states): (&[usize], usize), (unit, most): (u32, u32)) -> Packing {
    // The state of a load is Σ load · step: the first bin weighs most, so the highest of equal states fills it first.
    let mut steps = vec![1; rooms.len()];
    for bin in (1..rooms.len()).rev() {
        steps[bin - 1] = steps[bin] * (rooms[bin] + 1);
    }
    let load = |state: usize, bin: usize| state / steps[bin] % (rooms[bin] + 1);
    let total = |state: usize| (0..rooms.len()).map(|bin| load(state, bin)).sum::<usize>();
    let mut best: Vec<Option<i64>> = vec![None; states];
    best[0] = Some(0);
    let mut taken: Vec<Vec<u8>> = Vec::with_capacity(worth.len());
    for item in worth {
        let size = (items[*item].size / unit) as usize;
        let mut chosen = vec![0; states];
        for state in (0..states).rev() {
            for bin in (0..rooms.len()).filter(|bin| load(state, *bin) >= size) {
                let Some(before) = best[state - size * steps[bin]] else {
                    continue;
                };
                let value = before + items[*item].value;
                if best[state].is_none_or(|known| value > known) {
                    best[state] = Some(value);
                    chosen[state] = u8::try_from(bin + 1).unwrap_or(u8::MAX);
                }
            }
        }
        taken.push(chosen);
    }
    let within = (0..states).filter(|state| total(*state) <= most as usize);
    let reached = within.filter_map(|state| Some((best[state]?, state)));
    let rank = |(value, state): &(i64, usize)| (*value, std::cmp::Reverse(total(*state)), *state);
    let Some((value, mut state)) = reached.max_by_key(rank) else {
        return Packing {
            exact: true,
            ..Packing::default()
        };
    };
    let mut placed = Vec::new();
    for (item, chosen) in worth.iter().zip(&taken).rev() {
        if let Some(bin) = usize::from(chosen[state]).checked_sub(1) {
            placed.push((*item, bin));
            state -= (items[*item].size / unit) as usize * steps[bin];
        }
    }
    placed.reverse();
    Packing {
        placed,
        value,
        exact: true,
    }
}

fn gcd(a: u32, b: u32) -> u32 {
    if b == 0 { a } else { gcd(b, a % b) }
}
