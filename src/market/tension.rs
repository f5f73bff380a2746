//! Tension classes of the occupations of a territory: context beside the needs, never in the gap.

use std::collections::{BTreeMap, BTreeSet};

use super::frame::Frame;
use super::gap::RowKey;
use super::outlets::lines_of;
use crate::domain::demand::Tension;
use crate::domain::facts::Facts;
use crate::domain::id::{FapCode, RomeCode};

/// Global tension classes, 1 to 5, of the ROME codes behind a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Classes {
    pub least: u8,
    pub most: u8,
    pub year: u16,
}

/// The classes of the newest year at home, by cell and by occupation.
///
/// Tension is published by ROME × basin, and an occupation has several ROME codes: a line has the least and the greatest of their classes, not a mean,
/// which would need weights that are not published.
pub fn tensions(facts: &Facts, rows: &[Tension]) -> BTreeMap<RowKey, Classes> {
    let frame = Frame::new(facts);
    let Some(year) = rows.iter().map(|row| row.year).max() else {
        return BTreeMap::new();
    };
    let mut occupations: BTreeMap<&RomeCode, BTreeSet<&FapCode>> = BTreeMap::new();
    let mut found: BTreeMap<RowKey, Classes> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.year == year) {
        let home = frame.basin(&row.basin).is_some_and(|basin| frame.home[basin]);
        let Some(class) = row.tension.filter(|_| home) else {
            continue;
        };
        let of_rome = occupations.entry(&row.rome).or_insert_with(|| {
            let lines = lines_of(&facts.catalogue, &row.rome).iter();
            lines
                .map(|line| &line.fap)
                .filter(|fap| frame.core.contains_key(fap))
                .collect()
        });
        for &fap in of_rome.iter() {
            for key in [
                RowKey::Cell(row.basin.clone(), fap.clone()),
                RowKey::Occupation(fap.clone()),
            ] {
                let classes = found.entry(key).or_insert(Classes {
                    least: class,
                    most: class,
                    year,
                });
                classes.least = classes.least.min(class);
                classes.most = classes.most.max(class);
            }
        }
    }
    found
}
