//! Programmes of the embedded catalogue and their outlets.

use std::collections::BTreeMap;

use rusqlite::{Connection, Row, params};

use super::cells;
use crate::domain::id::{Cfd, NsfCode, ProgrammeId, RncpCode, RomeCode};
use crate::domain::programme::{Diploma, Programme};

const OFFICIAL: &str = "official";
const ADDED: &str = "added";

/// Programmes, sorted by id.
pub(super) fn programmes(connection: &Connection) -> rusqlite::Result<Vec<Programme>> {
    let mut programmes: Vec<Programme> = connection
        .prepare_cached(include_str!("../../db/queries/programme/all.sql"))?
        .query_map([], row_to_programme)?
        .collect::<rusqlite::Result<_>>()?;
    let mut outlets = outlets(connection)?;
    for programme in &mut programmes {
        (programme.romes, programme.romes_added) = outlets.remove(&programme.id).unwrap_or_default();
    }
    Ok(programmes)
}

pub(super) fn insert_programmes(connection: &Connection, programmes: &[Programme]) -> rusqlite::Result<()> {
    let mut statement = connection.prepare(include_str!("../../db/queries/programme/insert.sql"))?;
    let mut outlet = connection.prepare(include_str!("../../db/queries/programme_rome/insert.sql"))?;
    for programme in programmes {
        statement.execute(params![
            programme.id.as_str(),
            programme.cfd.as_ref().map(Cfd::as_str),
            programme.rncp.as_ref().map(RncpCode::as_str),
            programme.label,
            programme.diploma.as_str(),
            programme.level,
            programme.years,
            programme.nsf.as_ref().map(NsfCode::as_str),
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

/// Outlets of a programme: official, added.
type Outlets = (Vec<RomeCode>, Vec<RomeCode>);

fn outlets(connection: &Connection) -> rusqlite::Result<BTreeMap<ProgrammeId, Outlets>> {
    let mut statement = connection.prepare_cached(include_str!("../../db/queries/programme_rome/all.sql"))?;
    let mut rows = statement.query([])?;
    let mut outlets: BTreeMap<ProgrammeId, Outlets> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let (official, added) = outlets.entry(cells::code(row, 0)?).or_default();
        let rome = cells::code(row, 1)?;
        match row.get_ref(2)?.as_str()? {
            OFFICIAL => official.push(rome),
            ADDED => added.push(rome),
            other => return Err(cells::unexpected(2, &other)),
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
