//! What a new territory file starts from: the catalogue, the national outcomes, the default assumptions.

use rusqlite::Connection;

use super::{assumption, batch, occupation, place, programme, source, territory};
use crate::domain::assumption::Assumptions;
use crate::domain::batch::Batch;
use crate::domain::facts::Catalogue;
use crate::domain::source::SourceId;
use crate::domain::supply::Outcome;
use crate::domain::territory::Territory;

/// The content of a new file.
#[derive(Debug)]
pub(super) struct Seed {
    pub catalogue: Catalogue,
    /// National rates, the widest scope a rate is shrunk to.
    pub outcomes: Vec<Outcome>,
}

/// Fills a new file.
pub(super) fn plant(connection: &Connection, territory: &Territory, seed: Seed, at: &str) -> rusqlite::Result<()> {
    let Catalogue {
        regions,
        departments,
        basins,
        zones,
        occupations,
        romes,
        proximities,
        crosswalk,
        programmes,
    } = seed.catalogue;
    place::insert_regions(connection, &regions)?;
    place::insert_departments(connection, &departments)?;
    place::insert_basins(connection, &basins)?;
    place::insert_zones(connection, &zones)?;
    occupation::insert_occupations(connection, &occupations)?;
    programme::insert_programmes(connection, &programmes)?;
    let facts = Batch {
        romes,
        proximities,
        crosswalk,
        outcomes: seed.outcomes,
        ..Batch::default()
    };
    source::insert_catalogue(connection, batch::count(&facts), at)?;
    batch::write(connection, &facts, SourceId::CATALOGUE)?;
    for assumption in Assumptions::defaults().iter() {
        assumption::put(connection, assumption)?;
    }
    territory::write(connection, territory)
}
