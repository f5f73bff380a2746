//! Computes what stays unfilled for each of the 128 sets of causes removed: people, arcs and priorities of each, then their fills.

use std::collections::BTreeMap;

use super::MarketError;
use super::causes::{CauseValues, Causes, CellCauses};
use super::demand::{CellKey, Demand};
use super::frame::Frame;
use super::gap::Gap;
use super::matching::{Matching, distance, index, radius};
use super::outlets::wider_outlets;
use super::pools::{People, Pools};
use super::supply::supply_and_pools;
use crate::domain::cause::{Cause, Coalition};
use crate::domain::facts::Facts;
use crate::domain::id::FapCode;
use crate::domain::progress::Progress;
use crate::domain::units::Bound;
use crate::engine::{Fills, Reach, Solution, Tranche, fill_each};

/// Parts a cell's posts are cut into, so that no place or occupation is served whole before the others.
const PARTS: i64 = 8;
/// Sets of arcs: with or without distance, level and adjacent occupations.
const SETS_OF_ARCS: usize = 8;

/// Computes what stays unfilled in each home cell of a gap for each set of causes removed; `gap` must come from the same facts.
///
/// `progress` counts the 128 sets. Memory is about 1 kB a cell in the result.
///
/// # Errors
/// [`MarketError`]: cancelled, too large, or refused by the solver.
pub fn causes(facts: &Facts, gap: &Gap, progress: &dyn Progress) -> Result<Causes, MarketError> {
    let frame = Frame::new(facts);
    let demand = Demand::new(&frame, Some(gap.year));
    let (side, pools) = supply_and_pools(&frame);
    go_on(progress)?;
    let matching = Matching::new(&frame, &demand, &side)?;
    let (central, _) = matching.solve_at((Bound::Central, Bound::Central), progress)?;
    let ground = Ground::new(&frame, &matching, &central, pools);
    let filled = fill_each((SETS_OF_ARCS, Coalition::COUNT), |arcs| ground.series(arcs), progress)?;
    Ok(Causes {
        revision: facts.revision,
        year: gap.year,
        cells: ground.cells_left(&filled),
    })
}

fn go_on(progress: &dyn Progress) -> Result<(), MarketError> {
    if progress.is_cancelled() {
        return Err(MarketError::Cancelled);
    }
    Ok(())
}

/// What all coalitions share: cells with their posts, and people with their places and outlets.
struct Ground<'f, 'a> {
    frame: &'f Frame<'a>,
    cells: &'f [CellKey<'a>],
    /// Central need of each cell, and what the potential lens fills of it.
    needs: Vec<i64>,
    kept: Vec<i64>,
    /// Occupations of the cells, sorted, and that of each cell.
    occupations: Vec<&'a FapCode>,
    occupation: Vec<usize>,
    /// Cells of each basin: occupation and number.
    by_basin: BTreeMap<usize, Vec<(usize, u32)>>,
    /// Basins with cells within the radius of a level, from each basin with people of that level.
    near: BTreeMap<(usize, u8), Vec<usize>>,
    pools: Vec<Pool>,
    /// Outlets of each programme that has people, as occupation numbers, by causes of arcs removed: level is bit 0, adjacent bit 1.
    outlets: BTreeMap<usize, [Vec<usize>; 4]>,
    /// Posts the potential lens leaves unfilled, by cell, in order of priority.
    order: Vec<(u32, i64)>,
}

/// People of one programme in one basin.
struct Pool {
    basin: usize,
    programme: usize,
    level: u8,
    people: People,
}

impl<'f, 'a> Ground<'f, 'a> {
    fn new(frame: &'f Frame<'a>, matching: &'f Matching<'a>, central: &Solution, pools: Pools) -> Self {
        let cells = &matching.cells[..];
        let mut occupations: Vec<&FapCode> = cells.iter().map(|(_, fap)| *fap).collect();
        occupations.sort_unstable();
        occupations.dedup();
        let place = |fap: &FapCode| occupations.binary_search(&fap).ok();
        let programmes = &frame.facts.catalogue.programmes;
        let mut outlets: BTreeMap<usize, [Vec<usize>; 4]> = BTreeMap::new();
        for (_, programme, _) in pools.iter() {
            let numbers = |faps: Vec<FapCode>| faps.iter().filter_map(place).collect();
            let known = outlets.entry(programme);
            known.or_insert_with(|| wider_outlets(frame, &programmes[programme]).map(numbers));
        }
        let pool = |((basin, programme), people): ((usize, usize), People)| Pool {
            basin,
            programme,
            level: programmes[programme].level,
            people,
        };
        let needs: Vec<i64> = (0..cells.len()).map(|cell| matching.needs(cell).central.0).collect();
        let mut by_basin: BTreeMap<usize, Vec<(usize, u32)>> = BTreeMap::new();
        let occupation: Vec<usize> = cells.iter().filter_map(|(_, fap)| place(fap)).collect();
        for ((number, (basin, _)), occupation) in (0_u32..).zip(cells).zip(&occupation) {
            by_basin.entry(*basin).or_default().push((*occupation, number));
        }
        let pools: Vec<Pool> = pools.into_iter().map(pool).collect();
        let mut near: BTreeMap<(usize, u8), Vec<usize>> = BTreeMap::new();
        for pool in &pools {
            let within = || {
                let most = radius(frame, pool.level);
                let basins = by_basin.keys().copied();
                basins.filter(|b| distance(frame, pool.basin, *b) <= most).collect()
            };
            near.entry((pool.basin, pool.level)).or_insert_with(within);
        }
        Self {
            frame,
            cells,
            near,
            kept: needs.iter().zip(&central.unfilled).map(|(n, u)| n - u).collect(),
            order: priorities(frame, cells, &occupation, &central.unfilled),
            needs,
            occupation,
            by_basin,
            pools,
            outlets,
            occupations,
        }
    }

    /// The sixteen fills of a set of arcs; distance is bit 0, level bit 1, adjacent bit 2.
    fn series(&self, arcs: usize) -> Result<Fills, MarketError> {
        let wider = arcs >> 1;
        if arcs & 1 == 0 {
            self.within_reach(wider)
        } else {
            self.anywhere(wider)
        }
    }

    /// People of a basin and programme reach the cells of their outlets within the radius of their level.
    fn within_reach(&self, wider: usize) -> Result<Fills, MarketError> {
        let mut arcs = Vec::new();
        for (number, pool) in self.pools.iter().enumerate() {
            let supply = index(number)?;
            let outlets = &self.outlets[&pool.programme][wider];
            for basin in &self.near[&(pool.basin, pool.level)] {
                let cells = self.by_basin[basin].iter();
                let led_to = cells.filter(|(occupation, _)| outlets.binary_search(occupation).is_ok());
                arcs.extend(led_to.map(|(_, cell)| (supply, *cell)));
            }
        }
        let tranche = |(demand, posts): (u32, i64)| Tranche { demand, posts };
        Ok(Fills {
            reach: Reach::new(self.pools.len(), self.cells.len(), &arcs)?,
            supplies: lists(&self.pools.iter().map(|p| &p.people).collect::<Vec<_>>()),
            kept: (0_u32..).zip(self.kept.iter().copied()).map(tranche).collect(),
            order: self.order.iter().copied().map(tranche).collect(),
        })
    }

    /// Without distance, people of a programme are one supply and posts of an occupation one demand: its cells stay next to each other in the
    /// order of priority, so that what they get together says what each gets.
    fn anywhere(&self, wider: usize) -> Result<Fills, MarketError> {
        let mut people: BTreeMap<usize, People> = BTreeMap::new();
        for pool in &self.pools {
            let sums = people.entry(pool.programme).or_default();
            sums.iter_mut().zip(pool.people).for_each(|(sum, more)| *sum += more);
        }
        let mut arcs = Vec::new();
        for (number, programme) in people.keys().enumerate() {
            let supply = index(number)?;
            for occupation in &self.outlets[programme][wider] {
                arcs.push((supply, index(*occupation)?));
            }
        }
        let tranche = |(cell, posts): (usize, i64)| -> Result<Tranche, MarketError> {
            let demand = index(self.occupation[cell])?;
            Ok(Tranche { demand, posts })
        };
        let mut order: Vec<Tranche> = Vec::new();
        for next in self.order.iter().map(|(cell, posts)| tranche((*cell as usize, *posts))) {
            let next = next?;
            match order.last_mut().filter(|last| last.demand == next.demand) {
                Some(last) => last.posts += next.posts,
                None => order.push(next),
            }
        }
        Ok(Fills {
            reach: Reach::new(people.len(), self.occupations.len(), &arcs)?,
            supplies: lists(&people.values().collect::<Vec<_>>()),
            kept: self
                .kept
                .iter()
                .copied()
                .enumerate()
                .map(tranche)
                .collect::<Result<_, _>>()?,
            order,
        })
    }

    /// Posts filled of each cell, from those of each occupation.
    fn share_out(&self, by_occupation: &[i64]) -> Vec<i64> {
        let mut filled = self.kept.clone();
        let mut left = by_occupation.to_vec();
        for (cell, kept) in self.kept.iter().enumerate() {
            left[self.occupation[cell]] -= kept;
        }
        for (cell, posts) in &self.order {
            let cell = *cell as usize;
            let left = &mut left[self.occupation[cell]];
            let taken = (*left).min(*posts);
            filled[cell] += taken;
            *left -= taken;
        }
        filled
    }

    /// What each home cell with need has left for each coalition; `filled` is by set of arcs, then by list of people.
    fn cells_left(&self, filled: &[Vec<Vec<i64>>]) -> Vec<CellCauses> {
        let mut left = vec![Box::new([0; Coalition::COUNT]); self.cells.len()];
        for removed in Coalition::all() {
            let of_arcs = removed.index() / 16;
            let found = &filled[of_arcs][removed.index() % 16];
            let found = match removed.contains(Cause::Distance) {
                true => self.share_out(found),
                false => found.clone(),
            };
            for ((left, filled), need) in left.iter_mut().zip(found).zip(&self.needs) {
                left[removed.index()] = need - filled;
            }
        }
        let mut taught = vec![false; self.occupations.len()];
        self.outlets
            .values()
            .flat_map(|sets| &sets[3])
            .for_each(|occupation| taught[*occupation] = true);
        let cell = |(number, unfilled): (usize, Box<[i64; Coalition::COUNT]>)| {
            let (basin, fap) = self.cells[number];
            let last = unfilled[Coalition::FULL.index()];
            let no_training = if taught[self.occupation[number]] { 0 } else { last };
            CellCauses {
                basin: self.frame.basins[basin].code.clone(),
                fap: fap.clone(),
                values: CauseValues::new(unfilled, no_training),
            }
        };
        let shown = |(number, _): &(usize, _)| self.frame.home[self.cells[*number].0] && self.needs[*number] > 0;
        left.into_iter().enumerate().filter(shown).map(cell).collect()
    }
}

/// The strict order in which unfilled posts are served: home before context; then the first eighth of every cell, the second and so on; then
/// occupation and basin by code. Eighth k of r posts is `⌊k·r/8⌋ − ⌊(k−1)·r/8⌋`.
fn priorities(frame: &Frame<'_>, cells: &[CellKey<'_>], occupation: &[usize], unfilled: &[i64]) -> Vec<(u32, i64)> {
    let mut sorted: Vec<(bool, usize, u32, i64)> = (0_u32..)
        .zip(cells)
        .zip(occupation.iter().zip(unfilled))
        .filter(|(_, (_, unfilled))| **unfilled > 0)
        .map(|((cell, (basin, _)), (occupation, unfilled))| (!frame.home[*basin], *occupation, cell, *unfilled))
        .collect();
    sorted.sort_unstable();
    let mut order = Vec::new();
    for context in [false, true] {
        for part in 1..=PARTS {
            let upto = |posts: i64, parts: i64| posts / PARTS * parts + posts % PARTS * parts / PARTS;
            let of_side = sorted.iter().filter(|(side, ..)| *side == context);
            let tranches = of_side.map(|(.., cell, posts)| (*cell, upto(*posts, part) - upto(*posts, part - 1)));
            order.extend(tranches.filter(|(_, posts)| *posts > 0));
        }
    }
    order
}

/// One list of people for each set of causes of supply removed.
fn lists(people: &[&People]) -> Vec<Vec<i64>> {
    let one = |list: usize| people.iter().map(|p| p[list]).collect();
    (0..16).map(one).collect()
}
