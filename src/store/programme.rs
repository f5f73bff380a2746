//! Programmes of the embedded catalogue and their outlets; the outlets of an official file stand in front.

use std::collections::BTreeMap;

use rusqlite::{Connection, Row, params};

use super::cells;
use super::layer::{self, Layouts, Stored};
use crate::domain::batch::DiplomaOutlet;
use crate::domain::id::{Cfd, ProgrammeId, RncpCode, RomeCode};
use crate::domain::programme::{Diploma, Programme};
use crate::domain::source::SourceId;

const OFFICIAL: &str = "official";
const ADDED: &str = "added";

/// Programmes, sorted by id. The official outlets of a diploma are those of the newest file that knows it, by its CFD or else its
/// RNCP fiche; the catalogue's own where no file does.
pub(super) fn programmes(connection: &Connection, layouts: &Layouts) -> rusqlite::Result<Vec<Programme>> {
    let mut programmes: Vec<Programme> = connection
        .prepare_cached(include_str!("../../db/queries/programme/all.sql"))?
        .query_map([], row_to_programme)?
        .collect::<rusqlite::Result<_>>()?;
    let mut outlets = embedded_outlets(connection)?;
    let imported = Imported::read(connection, layouts)?;
    for programme in &mut programmes {
        let (official, added) = outlets.remove(&programme.id).unwrap_or_default();
        programme.romes = imported.of(programme).unwrap_or(official);
        programme.romes_added = added;
        programme.romes_added.retain(|rome| !programme.romes.contains(rome));
    }
    Ok(programmes)
}

pub(super) fn insert_programmes(connection: &Connection, programmes: &[Programme]) -> rusqlite::Result<()> {
    let mut statement = connection.prepare(include_str!("../../db/queries/programme/insert.sql"))?;
    let mut outlet = connection.prepare(include_str!("../../db/queries/programme_rome/insert.sql"))?;
    for programme in programmes {
        statement.execute(params![
            programme.id.as_str(),
            programme.cfd.as_ref().map(|c| c.as_str()),
            programme.rncp.as_ref().map(|r| r.as_str()),
            programme.label,
            programme.diploma.as_str(),
            programme.level,
            programme.years,
            programme.nsf.as_ref().map(|n| n.as_str()),
            cells::joined(&programme.previous),
            cells::joined(&programme.next),
            cells::joined(&programme.final_year_mefstats),
            programme.review,
        ])?;
        let official = programme.romes.iter().map(|rome| (rome, OFFICIAL));
        let added = programme.romes_added.iter().map(|rome| (rome, ADDED));
        for (rome, origin) in official.chain(added) {
            outlet.execute(params![programme.id.as_str(), rome.as_str(), origin])?;
        }
    }
    Ok(())
}

/// Outlets read from official files, by diploma.
struct Imported {
    by_cfd: BTreeMap<Cfd, Latest>,
    by_rncp: BTreeMap<RncpCode, Latest>,
}

/// The outlets of one diploma in the newest file that knows it.
type Latest = (SourceId, Vec<RomeCode>);

impl Imported {
    fn read(connection: &Connection, layouts: &Layouts) -> rusqlite::Result<Self> {
        let mut imported = Self {
            by_cfd: BTreeMap::new(),
            by_rncp: BTreeMap::new(),
        };
        for Stored { fact, source, .. } in layer::read::<DiplomaOutlet>(connection, layouts)? {
            if let Some(cfd) = fact.cfd {
                add(imported.by_cfd.entry(cfd).or_default(), source, &fact.rome);
            }
            if let Some(rncp) = fact.rncp {
                add(imported.by_rncp.entry(rncp).or_default(), source, &fact.rome);
            }
        }
        Ok(imported)
    }

    fn of(&self, programme: &Programme) -> Option<Vec<RomeCode>> {
        let by_cfd = programme.cfd.as_ref().and_then(|cfd| self.by_cfd.get(cfd));
        let by_rncp = programme.rncp.as_ref().and_then(|rncp| self.by_rncp.get(rncp));
        let (_, romes) = by_cfd.or(by_rncp)?;
        Some(romes.clone())
    }
}

fn add(latest: &mut Latest, source: SourceId, rome: &RomeCode) {
    let (known, romes) = latest;
    if source < *known {
        return;
    }
    if source > *known {
        *known = source;
        romes.clear();
    }
    if let Err(rank) = romes.binary_search(rome) {
        romes.insert(rank, rome.clone());
    }
}

type Outlets = (Vec<RomeCode>, Vec<RomeCode>);

fn embedded_outlets(connection: &Connection) -> rusqlite::Result<BTreeMap<ProgrammeId, Outlets>> {
    let mut statement = connection.prepare_cached(include_str!("../../db/queries/programme_rome/all.sql"))?;
    let mut rows = statement.query([])?;
    let mut outlets: BTreeMap<ProgrammeId, Outlets> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let (official, added) = outlets.entry(cells::code(row, 0)?).or_default();
        let rome = cells::code(row, 1)?;
        match row.get_ref(2)?.as_str()? {
            OFFICIAL => official.push(rome),
            ADDED => added.push(rome),
            other => return Err(cells::unexpected(2, other)),
        }
    }
    Ok(outlets)
}

fn row_to_programme(row: &Row<'_>) -> rusqlite::Result<Programme> {
    Ok(Programme {
        id: cells::code(row, 0)?,
        cfd: cells::optional_code(row, 1)?,
        rncp: cells::optional_code(row, 2)?,
        label: row.get(3)?,
        diploma: cells::word(row, 4, Diploma::parse)?,
        level: row.get(5)?,
        years: row.get(6)?,
        nsf: cells::optional_code(row, 7)?,
        romes: Vec::new(),
        romes_added: Vec::new(),
        previous: cells::codes(row, 8)?,
        next: cells::codes(row, 9)?,
        final_year_mefstats: cells::codes(row, 10)?,
        review: row.get(11)?,
    })
}
