//! Help to reach posts farther away, as stored: part of a scenario.

use std::collections::BTreeMap;

use rusqlite::{Connection, Row, params};

use super::cells;
use crate::domain::scenario::{ActionStatus, HelpKind, MobilityHelp};

/// The helps of each scenario, by first year and key.
pub(super) fn helps(connection: &Connection) -> rusqlite::Result<BTreeMap<i64, Vec<MobilityHelp>>> {
    let mut helps: BTreeMap<i64, Vec<MobilityHelp>> = BTreeMap::new();
    let mut statement = connection.prepare_cached(include_str!("../../db/queries/mobility_help/all.sql"))?;
    for row in statement.query_map([], row_to_help)? {
        let (scenario, help) = row?;
        helps.entry(scenario).or_default().push(help);
    }
    Ok(helps)
}

/// Writes a new help; its key.
pub(super) fn insert(connection: &Connection, scenario: i64, help: &MobilityHelp) -> rusqlite::Result<i64> {
    put(
        connection,
        include_str!("../../db/queries/mobility_help/insert.sql"),
        (scenario, help),
        None,
    )?;
    Ok(connection.last_insert_rowid())
}

/// Rewrites a known help; how many there were.
pub(super) fn update(connection: &Connection, scenario: i64, help: &MobilityHelp) -> rusqlite::Result<usize> {
    let sql = include_str!("../../db/queries/mobility_help/update.sql");
    put(connection, sql, (scenario, help), Some(help.id))
}

/// Takes a help away; how many there were.
pub(super) fn delete(connection: &Connection, id: i64) -> rusqlite::Result<usize> {
    let sql = include_str!("../../db/queries/mobility_help/delete.sql");
    connection.prepare_cached(sql)?.execute([id])
}

fn put(
    connection: &Connection,
    sql: &str,
    (scenario, help): (i64, &MobilityHelp),
    id: Option<i64>,
) -> rusqlite::Result<usize> {
    let mut statement = connection.prepare_cached(sql)?;
    let values = params![
        scenario,
        help.kind.as_str(),
        help.basin.as_str(),
        help.people,
        help.km,
        help.person_cost,
        help.fixed_cost,
        help.from,
        help.until,
        help.status.as_str(),
        help.note,
    ];
    match id {
        None => statement.execute(values),
        Some(id) => statement.execute([values, &[&id]].concat().as_slice()),
    }
}

/// The scenario and the help.
fn row_to_help(row: &Row<'_>) -> rusqlite::Result<(i64, MobilityHelp)> {
    let help = MobilityHelp {
        id: row.get(0)?,
        kind: cells::word(row, 2, HelpKind::parse)?,
        basin: cells::code(row, 3)?,
        people: row.get(4)?,
        km: row.get(5)?,
        person_cost: row.get(6)?,
        fixed_cost: row.get(7)?,
        from: row.get(8)?,
        until: row.get(9)?,
        status: cells::word(row, 10, ActionStatus::parse)?,
        note: row.get(11)?,
    };
    Ok((row.get(1)?, help))
}
