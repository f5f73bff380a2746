//! Employers, and apart from them the person to ask.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::cells;
use crate::domain::demand::Employer;
use crate::domain::id::{CommuneCode, NafCode, Siret};

/// The person to ask at an employer: personal data, never in the journal. Unknown parts are empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    pub name: String,
    pub email: String,
    pub phone: String,
}

/// Employers, sorted by id.
pub(super) fn employers(connection: &Connection) -> rusqlite::Result<Vec<Employer>> {
    connection
        .prepare_cached(include_str!("../../db/queries/employer/all.sql"))?
        .query_map([], row_to_employer)?
        .collect()
}

/// Writes a new employer; its key.
pub(super) fn insert(connection: &Connection, employer: &Employer) -> rusqlite::Result<i64> {
    connection
        .prepare_cached(include_str!("../../db/queries/employer/insert.sql"))?
        .insert(params![
            employer.siret.as_ref().map(Siret::as_str),
            employer.name,
            employer.naf.as_ref().map(NafCode::as_str),
            employer.commune.as_ref().map(CommuneCode::as_str),
            employer.basin.as_str(),
            employer.headcount,
        ])
}

/// Rewrites a known employer; how many there were.
pub(super) fn update(connection: &Connection, employer: &Employer) -> rusqlite::Result<usize> {
    connection
        .prepare_cached(include_str!("../../db/queries/employer/update.sql"))?
        .execute(params![
            employer.siret.as_ref().map(Siret::as_str),
            employer.name,
            employer.naf.as_ref().map(NafCode::as_str),
            employer.commune.as_ref().map(CommuneCode::as_str),
            employer.basin.as_str(),
            employer.headcount,
            employer.id,
        ])
}

/// Takes an employer away with its contact; how many there were. Its needs must be gone.
pub(super) fn delete(connection: &Connection, id: i64) -> rusqlite::Result<usize> {
    connection
        .prepare_cached(include_str!("../../db/queries/employer/delete.sql"))?
        .execute([id])
}

/// Writes or, with nothing, takes away the contact of an employer.
pub(super) fn put_contact(connection: &Connection, employer: i64, contact: Option<&Contact>) -> rusqlite::Result<()> {
    match contact {
        Some(Contact { name, email, phone }) => connection
            .prepare_cached(include_str!("../../db/queries/employer_contact/put.sql"))?
            .execute(params![employer, name, email, phone])?,
        None => connection
            .prepare_cached(include_str!("../../db/queries/employer_contact/delete.sql"))?
            .execute([employer])?,
    };
    Ok(())
}

/// The contact of an employer.
pub(super) fn contact(connection: &Connection, employer: i64) -> rusqlite::Result<Option<Contact>> {
    connection
        .prepare_cached(include_str!("../../db/queries/employer_contact/get.sql"))?
        .query_row([employer], |row| {
            Ok(Contact {
                name: row.get(0)?,
                email: row.get(1)?,
                phone: row.get(2)?,
            })
        })
        .optional()
}

fn row_to_employer(row: &Row<'_>) -> rusqlite::Result<Employer> {
    Ok(Employer {
        id: row.get(0)?,
        siret: cells::optional_code(row, 1)?,
        name: row.get(2)?,
        naf: cells::optional_code(row, 3)?,
        commune: cells::optional_code(row, 4)?,
        basin: cells::code(row, 5)?,
        headcount: row.get(6)?,
    })
}
