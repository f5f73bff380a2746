//! Assumptions of the model, as stored.

use rusqlite::{Connection, Row, params};

use super::cells;
use crate::domain::assumption::{Assumption, AssumptionKey, Assumptions};
use crate::domain::units::Range;

/// All assumptions, with the defaults of keys that the file knows nothing of.
pub(super) fn read(connection: &Connection) -> rusqlite::Result<Assumptions> {
    let list: Vec<Assumption> = connection
        .prepare_cached(include_str!("../../db/queries/assumption/all.sql"))?
        .query_map([], row_to_assumption)?
        .collect::<rusqlite::Result<_>>()?;
    Ok(Assumptions::new(list).with_missing_defaults())
}

/// Writes one, in place of the one of the same key and scope.
pub(super) fn put(connection: &Connection, assumption: &Assumption) -> rusqlite::Result<()> {
    let sql = include_str!("../../db/queries/assumption/put.sql");
    connection.prepare_cached(sql)?.execute(params![
        assumption.key.as_str(),
        assumption.scope,
        assumption.value.low,
        assumption.value.central,
        assumption.value.high,
        assumption.source,
        assumption.edited,
    ])?;
    Ok(())
}

/// Takes one away.
pub(super) fn delete(connection: &Connection, key: AssumptionKey, scope: &str) -> rusqlite::Result<()> {
    let sql = include_str!("../../db/queries/assumption/delete.sql");
    connection.prepare_cached(sql)?.execute(params![key.as_str(), scope])?;
    Ok(())
}

fn row_to_assumption(row: &Row<'_>) -> rusqlite::Result<Assumption> {
    Ok(Assumption {
        key: cells::word(row, 0, AssumptionKey::parse)?,
        scope: row.get(1)?,
        value: Range::new(row.get(2)?, row.get(3)?, row.get(4)?),
        source: row.get(5)?,
        edited: row.get(6)?,
    })
}
