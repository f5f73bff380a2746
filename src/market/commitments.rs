//! Declared posts of a gap by how firmly employers stand behind them.

use std::collections::BTreeMap;
use std::ops::AddAssign;

use super::gap::{Gap, RowKey};
use crate::domain::demand::Commitment;
use crate::domain::facts::Facts;

/// Posts declared for one line, by commitment; they add up to [`super::gap::Figures::declared`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Declared {
    pub intention: u64,
    pub engaged: u64,
    pub funded: u64,
}

impl Declared {
    /// Posts of one commitment.
    pub fn of(self, commitment: Commitment) -> u64 {
        match commitment {
            Commitment::Intention => self.intention,
            Commitment::Engaged => self.engaged,
            Commitment::Funded => self.funded,
        }
    }

    fn add(&mut self, commitment: Commitment, posts: u32) {
        let slot = match commitment {
            Commitment::Intention => &mut self.intention,
            Commitment::Engaged => &mut self.engaged,
            Commitment::Funded => &mut self.funded,
        };
        *slot += u64::from(posts);
    }
}

impl AddAssign for Declared {
    fn add_assign(&mut self, other: Self) {
        self.intention += other.intention;
        self.engaged += other.engaged;
        self.funded += other.funded;
    }
}

/// Needs of the year of a gap, in its cells: by cell, by basin and by occupation.
pub fn declared(gap: &Gap, facts: &Facts) -> BTreeMap<RowKey, Declared> {
    let mut found: BTreeMap<RowKey, Declared> = BTreeMap::new();
    for need in facts.needs.iter().filter(|need| need.year == gap.year) {
        let place = |cell: &super::gap::GapCell| (&cell.basin, &cell.fap).cmp(&(&need.basin, &need.fap));
        if gap.cells.binary_search_by(place).is_err() {
            continue;
        }
        for key in [
            RowKey::Cell(need.basin.clone(), need.fap.clone()),
            RowKey::Basin(need.basin.clone()),
            RowKey::Occupation(need.fap.clone()),
        ] {
            found.entry(key).or_default().add(need.commitment, need.posts);
        }
    }
    found
}
