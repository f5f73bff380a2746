//! Needs declared by employers.

use rusqlite::{Connection, Row, params};

use super::{cells, skill};
use crate::domain::demand::{Commitment, Need};

/// Needs, sorted by id.
pub(super) fn needs(connection: &Connection) -> rusqlite::Result<Vec<Need>> {
    connection
        .prepare_cached(include_str!("../../db/queries/need/all.sql"))?
        .query_map([], row_to_need)?
        .collect()
}

/// Writes a new need; its key.
pub(super) fn insert(connection: &Connection, need: &Need) -> rusqlite::Result<i64> {
    connection
        .prepare_cached(include_str!("../../db/queries/need/insert.sql"))?
        .insert(params![
            need.employer,
            need.basin.as_str(),
            need.fap.as_str(),
            need.year,
            need.posts,
            need.level,
            need.commitment.as_str(),
            need.declared_on,
        ])
}

/// Rewrites a known need; how many there were.
pub(super) fn update(connection: &Connection, need: &Need) -> rusqlite::Result<usize> {
    connection
        .prepare_cached(include_str!("../../db/queries/need/update.sql"))?
        .execute(params![
            need.employer,
            need.basin.as_str(),
            need.fap.as_str(),
            need.year,
            need.posts,
            need.level,
            need.commitment.as_str(),
            need.declared_on,
            need.id,
        ])
}

/// Takes a need away with the skills wanted on it; how many there were.
pub(super) fn delete(connection: &Connection, id: i64) -> rusqlite::Result<usize> {
    skill::delete_of_need(connection, id)?;
    connection
        .prepare_cached(include_str!("../../db/queries/need/delete.sql"))?
        .execute([id])
}

/// Takes away the needs of an employer.
pub(super) fn delete_of_employer(connection: &Connection, employer: i64) -> rusqlite::Result<()> {
    skill::delete_of_employer(connection, employer)?;
    connection
        .prepare_cached(include_str!("../../db/queries/need/delete_of_employer.sql"))?
        .execute([employer])?;
    Ok(())
}

fn row_to_need(row: &Row<'_>) -> rusqlite::Result<Need> {
    Ok(Need {
        id: row.get(0)?,
        employer: row.get(1)?,
        basin: cells::code(row, 2)?,
        fap: cells::code(row, 3)?,
        year: row.get(4)?,
        posts: row.get(5)?,
        level: row.get(6)?,
        commitment: cells::word(row, 7, Commitment::parse)?,
        declared_on: row.get(8)?,
    })
}
