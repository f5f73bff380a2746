//! Envelopes, aid, contract costs and what they give to actions, as stored: people tell them, no file takes them away.

use jiff::civil::Date;
use rusqlite::{Connection, Row, params};

use super::cells;
use crate::domain::funding::{Aid, Envelope, Funder, Funding, FundingLine, Npec, Pays};

/// All of it, each list in the order of [`Funding`].
pub(super) fn funding(connection: &Connection) -> rusqlite::Result<Funding> {
    fn all<T>(
        connection: &Connection,
        sql: &str,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> rusqlite::Result<Vec<T>> {
        connection.prepare_cached(sql)?.query_map([], read)?.collect()
    }
    Ok(Funding {
        envelopes: all(
            connection,
            include_str!("../../db/queries/envelope/all.sql"),
            row_to_envelope,
        )?,
        aids: all(connection, include_str!("../../db/queries/aid/all.sql"), row_to_aid)?,
        npecs: all(connection, include_str!("../../db/queries/npec/all.sql"), row_to_npec)?,
        lines: all(
            connection,
            include_str!("../../db/queries/action_funding/all.sql"),
            row_to_line,
        )?,
    })
}

/// Writes a new envelope; its key.
pub(super) fn insert_envelope(connection: &Connection, envelope: &Envelope) -> rusqlite::Result<i64> {
    put_envelope(
        connection,
        include_str!("../../db/queries/envelope/insert.sql"),
        envelope,
        None,
    )?;
    Ok(connection.last_insert_rowid())
}

/// Rewrites a known envelope; how many there were.
pub(super) fn update_envelope(connection: &Connection, envelope: &Envelope) -> rusqlite::Result<usize> {
    let sql = include_str!("../../db/queries/envelope/update.sql");
    put_envelope(connection, sql, envelope, Some(envelope.id))
}

/// Takes an envelope away with what it gave; how many there were.
pub(super) fn delete_envelope(connection: &Connection, id: i64) -> rusqlite::Result<usize> {
    let lines = include_str!("../../db/queries/action_funding/delete_of_envelope.sql");
    connection.prepare_cached(lines)?.execute([id])?;
    connection
        .prepare_cached(include_str!("../../db/queries/envelope/delete.sql"))?
        .execute([id])
}

/// Writes a new aid; its key.
pub(super) fn insert_aid(connection: &Connection, aid: &Aid) -> rusqlite::Result<i64> {
    put_aid(connection, include_str!("../../db/queries/aid/insert.sql"), aid, None)?;
    Ok(connection.last_insert_rowid())
}

/// Rewrites a known aid; how many there were.
pub(super) fn update_aid(connection: &Connection, aid: &Aid) -> rusqlite::Result<usize> {
    let sql = include_str!("../../db/queries/aid/update.sql");
    put_aid(connection, sql, aid, Some(aid.id))
}

/// Takes an aid away; how many there were.
pub(super) fn delete_aid(connection: &Connection, id: i64) -> rusqlite::Result<usize> {
    connection
        .prepare_cached(include_str!("../../db/queries/aid/delete.sql"))?
        .execute([id])
}

/// Writes a new contract cost; its key.
pub(super) fn insert_npec(connection: &Connection, npec: &Npec) -> rusqlite::Result<i64> {
    put_npec(connection, include_str!("../../db/queries/npec/insert.sql"), npec, None)?;
    Ok(connection.last_insert_rowid())
}

/// Rewrites a known contract cost; how many there were.
pub(super) fn update_npec(connection: &Connection, npec: &Npec) -> rusqlite::Result<usize> {
    let sql = include_str!("../../db/queries/npec/update.sql");
    put_npec(connection, sql, npec, Some(npec.id))
}

/// Takes a contract cost away; how many there were.
pub(super) fn delete_npec(connection: &Connection, id: i64) -> rusqlite::Result<usize> {
    connection
        .prepare_cached(include_str!("../../db/queries/npec/delete.sql"))?
        .execute([id])
}

/// Writes what an envelope gives to an action; nothing given takes the line away.
pub(super) fn put_line(connection: &Connection, line: FundingLine) -> rusqlite::Result<()> {
    if line.euros == 0 {
        let sql = include_str!("../../db/queries/action_funding/delete.sql");
        connection
            .prepare_cached(sql)?
            .execute(params![line.action, line.envelope])?;
    } else {
        let sql = include_str!("../../db/queries/action_funding/put.sql");
        connection
            .prepare_cached(sql)?
            .execute(params![line.action, line.envelope, signed(line.euros)])?;
    }
    Ok(())
}

/// Gives a new action what envelopes give to the one it was made from: scenarios are alternatives.
pub(super) fn copy_of_action(connection: &Connection, from: i64, copy: i64) -> rusqlite::Result<usize> {
    let sql = include_str!("../../db/queries/action_funding/copy_of_action.sql");
    connection.prepare_cached(sql)?.execute(params![from, copy])
}

/// Takes away all that envelopes give to an action.
pub(super) fn delete_of_action(connection: &Connection, action: i64) -> rusqlite::Result<usize> {
    let sql = include_str!("../../db/queries/action_funding/delete_of_action.sql");
    connection.prepare_cached(sql)?.execute([action])
}

/// Takes away all that envelopes give to the actions of a scenario.
pub(super) fn delete_of_scenario(connection: &Connection, scenario: i64) -> rusqlite::Result<usize> {
    let sql = include_str!("../../db/queries/action_funding/delete_of_scenario.sql");
    connection.prepare_cached(sql)?.execute([scenario])
}

fn put_envelope(connection: &Connection, sql: &str, envelope: &Envelope, id: Option<i64>) -> rusqlite::Result<usize> {
    let mut statement = connection.prepare_cached(sql)?;
    let euros = signed(envelope.euros);
    let values = params![
        envelope.name,
        envelope.funder.as_str(),
        envelope.year,
        euros,
        envelope.pays.as_str(),
        envelope.source,
        envelope.note,
    ];
    match id {
        None => statement.execute(values),
        Some(id) => statement.execute([values, &[&id]].concat().as_slice()),
    }
}

fn put_aid(connection: &Connection, sql: &str, aid: &Aid, id: Option<i64>) -> rusqlite::Result<usize> {
    let mut statement = connection.prepare_cached(sql)?;
    let values = params![
        aid.name,
        aid.from.to_string(),
        aid.to.map(|day| day.to_string()),
        aid.levels.0,
        aid.levels.1,
        aid.firm.0,
        aid.firm.1,
        aid.euros,
        aid.source,
    ];
    match id {
        None => statement.execute(values),
        Some(id) => statement.execute([values, &[&id]].concat().as_slice()),
    }
}

fn put_npec(connection: &Connection, sql: &str, npec: &Npec, id: Option<i64>) -> rusqlite::Result<usize> {
    let mut statement = connection.prepare_cached(sql)?;
    let values = params![
        npec.code.as_str(),
        npec.branch.as_ref().map(ToString::to_string),
        npec.from.to_string(),
        npec.to.map(|day| day.to_string()),
        npec.euros,
        npec.source,
    ];
    match id {
        None => statement.execute(values),
        Some(id) => statement.execute([values, &[&id]].concat().as_slice()),
    }
}

fn row_to_envelope(row: &Row<'_>) -> rusqlite::Result<Envelope> {
    Ok(Envelope {
        id: row.get(0)?,
        name: row.get(1)?,
        funder: cells::word(row, 2, Funder::parse)?,
        year: row.get(3)?,
        euros: unsigned(row, 4)?,
        pays: cells::word(row, 5, Pays::parse)?,
        source: row.get(6)?,
        note: row.get(7)?,
    })
}

fn row_to_aid(row: &Row<'_>) -> rusqlite::Result<Aid> {
    Ok(Aid {
        id: row.get(0)?,
        name: row.get(1)?,
        from: cells::word(row, 2, day)?,
        to: optional_day(row, 3)?,
        levels: (row.get(4)?, row.get(5)?),
        firm: (row.get(6)?, row.get(7)?),
        euros: row.get(8)?,
        source: row.get(9)?,
    })
}

fn row_to_npec(row: &Row<'_>) -> rusqlite::Result<Npec> {
    Ok(Npec {
        id: row.get(0)?,
        code: cells::code(row, 1)?,
        branch: cells::optional_code(row, 2)?,
        from: cells::word(row, 3, day)?,
        to: optional_day(row, 4)?,
        euros: row.get(5)?,
        source: row.get(6)?,
    })
}

fn row_to_line(row: &Row<'_>) -> rusqlite::Result<FundingLine> {
    Ok(FundingLine {
        action: row.get(0)?,
        envelope: row.get(1)?,
        euros: unsigned(row, 2)?,
    })
}

fn day(text: &str) -> Option<Date> {
    text.parse().ok()
}

fn optional_day(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Date>> {
    let known: Option<String> = row.get(column)?;
    known.map(|_| cells::word(row, column, day)).transpose()
}

/// Euros of the file: integers of 64 bits with sign, never below nothing.
fn signed(euros: u64) -> i64 {
    i64::try_from(euros).unwrap_or(i64::MAX)
}

fn unsigned(row: &Row<'_>, column: usize) -> rusqlite::Result<u64> {
    let euros: i64 = row.get(column)?;
    u64::try_from(euros).map_err(|_| cells::unexpected(column, &euros))
}
