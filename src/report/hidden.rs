//! Cells that no table may print one by one: those that would tell what one or two employers declared, and those that would give them back.

use std::collections::{BTreeMap, BTreeSet};

use super::secrecy::{LEAST_EMPLOYERS, Secrecy};
use crate::domain::facts::Facts;
use crate::domain::id::{BasinCode, FapCode};
use crate::domain::units::Milli;
use crate::market::gap::{Gap, GapCell};

/// A basin × occupation.
type Key = (BasinCode, FapCode);

/// Basin × occupation cells whose need, filled and unfilled posts, causes and lists stay unprinted.
///
/// Each cell that tells what fewer than three employers declared goes with three others that make a rectangle with it: two in its basin, two in
/// its occupation. The sums of all basins and all occupations then leave every figure of the rectangle free to move, so that nothing is
/// found by subtraction, even where every other cell is printed. Sums of basins or of occupations tell nothing more.
#[derive(Debug)]
pub struct Hidden(BTreeSet<Key>);

impl Hidden {
    /// Home cells by the rule of the gap; cells of the neighbours by the number of their employers alone, as none of their sums is printed.
    pub fn new(facts: &Facts, gap: &Gap, secrecy: &Secrecy<'_>) -> Self {
        let mut hidden = home(gap, secrecy);
        let mut employers: BTreeMap<Key, BTreeSet<i64>> = BTreeMap::new();
        for need in facts.needs.iter().filter(|n| n.year == gap.year && n.posts > 0) {
            if gap.cell(&need.basin, &need.fap).is_none() {
                let key = (need.basin.clone(), need.fap.clone());
                employers.entry(key).or_default().insert(need.employer);
            }
        }
        let few = employers.into_iter().filter(|(_, who)| who.len() < LEAST_EMPLOYERS);
        hidden.extend(few.map(|(key, _)| key));
        Self(hidden)
    }

    /// Whether the figures of a cell stay unprinted.
    pub fn contains(&self, basin: &BasinCode, fap: &FapCode) -> bool {
        self.0.contains(&(basin.clone(), fap.clone()))
    }
}

fn home(gap: &Gap, secrecy: &Secrecy<'_>) -> BTreeSet<Key> {
    let told = |cell: &&GapCell| {
        let same = |other: &GapCell| other.basin == cell.basin && other.fap == cell.fap;
        cell.figures.declared > Milli::ZERO && secrecy.told_by_few(cell.figures.need, same)
    };
    let with_need = gap.cells.iter().filter(|cell| cell.figures.need.high > Milli::ZERO);
    let needs: BTreeMap<Key, Milli> = with_need
        .map(|cell| ((cell.basin.clone(), cell.fap.clone()), cell.figures.need.central))
        .collect();
    let mut hidden = BTreeSet::new();
    for cell in gap.cells.iter().filter(told) {
        let key = (cell.basin.clone(), cell.fap.clone());
        let Some(others) = rectangle(&key, &needs) else {
            return needs.into_keys().collect();
        };
        hidden.extend(others);
        hidden.insert(key);
    }
    hidden
}

/// The three cells of least need that make a rectangle with a cell; nothing where there is none.
fn rectangle(told: &Key, needs: &BTreeMap<Key, Milli>) -> Option<[Key; 3]> {
    let (basin, fap) = told;
    let beside = needs.keys().filter(|(b, f)| b == basin && f != fap);
    let corners = beside.flat_map(|(_, other)| {
        let above = needs.keys().filter(move |(b, f)| b != basin && f == other);
        above.map(move |(b, _)| {
            [
                (basin.clone(), other.clone()),
                (b.clone(), fap.clone()),
                (b.clone(), other.clone()),
            ]
        })
    });
    let whole = corners.filter_map(|three| {
        let sum: Option<Milli> = three.iter().map(|key| needs.get(key).copied()).sum();
        Some((sum?, three))
    });
    whole.min().map(|(_, three)| three)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(basin: u32, fap: &str) -> Key {
        let basin = BasinCode::parse(&format!("{basin:04}")).unwrap();
        (basin, FapCode::parse(fap).unwrap())
    }

    #[test]
    fn a_cell_goes_with_the_smallest_rectangle() {
        let faps = ["D1X33", "E1X40", "G0A40"];
        let mut needs: BTreeMap<Key, Milli> = (1..=3)
            .flat_map(|basin| faps.map(|fap| (key(basin, fap), Milli::whole(i64::from(basin)))))
            .collect();
        let told = key(1, faps[0]);
        let three = rectangle(&told, &needs).unwrap();
        assert_eq!(three, [key(1, faps[1]), key(2, faps[0]), key(2, faps[1])]);
        needs.remove(&key(2, faps[1]));
        let three = rectangle(&told, &needs).unwrap();
        assert_eq!(three, [key(1, faps[2]), key(2, faps[0]), key(2, faps[2])]);
        needs.retain(|(basin, _), _| *basin == told.0);
        assert_eq!(rectangle(&told, &needs), None);
    }
}
