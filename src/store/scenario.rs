//! Scenarios and their actions, as stored: what people would decide, which no file brings and none takes away.

use std::collections::BTreeMap;

use rusqlite::{Connection, Row, params};

use super::{cells, funding, mobility_help};
use crate::domain::id::BasinCode;
use crate::domain::programme::Route;
use crate::domain::scenario::{ActionKind, ActionStatus, PlanAction, Scenario, SectionKey, Site, Trajectory};

/// All scenarios, by key, each with its actions by rentrée and key.
pub(super) fn scenarios(connection: &Connection) -> rusqlite::Result<Vec<Scenario>> {
    let mut actions: BTreeMap<i64, Vec<PlanAction>> = BTreeMap::new();
    let mut statement = connection.prepare_cached(include_str!("../../db/queries/plan_action/all.sql"))?;
    let mut shared = shared_basins(connection)?;
    for row in statement.query_map([], row_to_action)? {
        let (scenario, mut action) = row?;
        action.shared = shared.remove(&action.id).unwrap_or_default();
        actions.entry(scenario).or_default().push(action);
    }
    let mut helps = mobility_help::helps(connection)?;
    let mut scenarios: Vec<Scenario> = connection
        .prepare_cached(include_str!("../../db/queries/scenario/all.sql"))?
        .query_map([], row_to_scenario)?
        .collect::<rusqlite::Result<_>>()?;
    for scenario in &mut scenarios {
        scenario.actions = actions.remove(&scenario.id).unwrap_or_default();
        scenario.helps = helps.remove(&scenario.id).unwrap_or_default();
    }
    Ok(scenarios)
}

/// The basins that share the section of each action.
fn shared_basins(connection: &Connection) -> rusqlite::Result<BTreeMap<i64, Vec<BasinCode>>> {
    let mut shared: BTreeMap<i64, Vec<BasinCode>> = BTreeMap::new();
    let mut statement = connection.prepare_cached(include_str!("../../db/queries/action_basin/all.sql"))?;
    for row in statement.query_map([], |row| Ok((row.get(0)?, cells::code(row, 1)?)))? {
        let (action, basin) = row?;
        shared.entry(action).or_default().push(basin);
    }
    Ok(shared)
}

/// Writes a new scenario without its actions; its key.
pub(super) fn insert(connection: &Connection, scenario: &Scenario) -> rusqlite::Result<i64> {
    let id = connection
        .prepare_cached(include_str!("../../db/queries/scenario/insert.sql"))?
        .insert(params![scenario.name, scenario.trajectory.as_str(), scenario.note])?;
    if scenario.is_decided {
        connection
            .prepare_cached(include_str!("../../db/queries/reference_scenario/insert.sql"))?
            .execute([id])?;
    }
    Ok(id)
}

/// Rewrites the head of a known scenario; how many there were.
pub(super) fn update(connection: &Connection, scenario: &Scenario) -> rusqlite::Result<usize> {
    let sql = include_str!("../../db/queries/scenario/update.sql");
    let trajectory = scenario.trajectory.as_str();
    connection
        .prepare_cached(sql)?
        .execute(params![scenario.name, trajectory, scenario.note, scenario.id])
}

/// Takes a scenario away with its actions and what envelopes give to them; how many there were.
pub(super) fn delete(connection: &Connection, id: i64) -> rusqlite::Result<usize> {
    funding::delete_of_scenario(connection, id)?;
    let parts = [
        include_str!("../../db/queries/action_basin/delete_of_scenario.sql"),
        include_str!("../../db/queries/plan_action/delete_of_scenario.sql"),
        include_str!("../../db/queries/mobility_help/delete_of_scenario.sql"),
        include_str!("../../db/queries/reference_scenario/delete.sql"),
    ];
    for sql in parts {
        connection.prepare_cached(sql)?.execute([id])?;
    }
    connection
        .prepare_cached(include_str!("../../db/queries/scenario/delete.sql"))?
        .execute([id])
}

/// Writes a new action; its key.
pub(super) fn insert_action(connection: &Connection, scenario: i64, action: &PlanAction) -> rusqlite::Result<i64> {
    let sql = include_str!("../../db/queries/plan_action/insert.sql");
    put_action(connection, sql, scenario, action, None)?;
    let id = connection.last_insert_rowid();
    share(connection, id, &action.shared)?;
    Ok(id)
}

/// Rewrites a known action; how many there were.
pub(super) fn update_action(connection: &Connection, scenario: i64, action: &PlanAction) -> rusqlite::Result<usize> {
    let sql = include_str!("../../db/queries/plan_action/update.sql");
    let updated = put_action(connection, sql, scenario, action, Some(action.id))?;
    if updated > 0 {
        unshare(connection, action.id)?;
        share(connection, action.id, &action.shared)?;
    }
    Ok(updated)
}

/// Takes an action away with what envelopes give to it; how many there were.
pub(super) fn delete_action(connection: &Connection, id: i64) -> rusqlite::Result<usize> {
    unshare(connection, id)?;
    funding::delete_of_action(connection, id)?;
    connection
        .prepare_cached(include_str!("../../db/queries/plan_action/delete.sql"))?
        .execute([id])
}

fn share(connection: &Connection, action: i64, basins: &[BasinCode]) -> rusqlite::Result<()> {
    let sql = include_str!("../../db/queries/action_basin/insert.sql");
    for basin in basins {
        connection
            .prepare_cached(sql)?
            .execute(params![action, basin.as_str()])?;
    }
    Ok(())
}

fn unshare(connection: &Connection, action: i64) -> rusqlite::Result<()> {
    let sql = include_str!("../../db/queries/action_basin/delete_of_action.sql");
    connection.prepare_cached(sql)?.execute([action])?;
    Ok(())
}

fn put_action(
    connection: &Connection,
    sql: &str,
    scenario: i64,
    action: &PlanAction,
    id: Option<i64>,
) -> rusqlite::Result<usize> {
    let SectionKey { site, programme, route } = &action.section;
    let code = |site: Option<&Site>| {
        let uai = site.and_then(Site::uai).map(ToString::to_string);
        let basin = site.and_then(Site::basin).map(ToString::to_string);
        (uai, basin)
    };
    let (uai, basin) = code(Some(site));
    let (to_uai, to_basin) = code(action.towards.as_ref());
    let mut statement = connection.prepare_cached(sql)?;
    let values = params![
        scenario,
        action.kind.as_str(),
        uai,
        basin,
        programme.as_str(),
        route.as_str(),
        action.seats,
        to_uai,
        to_basin,
        action.rentree,
        action.status.as_str(),
        action.compensation,
        action.fixed_cost,
        action.seat_cost,
        action.asked_by,
        action.note,
    ];
    match id {
        None => statement.execute(values),
        Some(id) => statement.execute([values, &[&id]].concat().as_slice()),
    }
}

fn row_to_scenario(row: &Row<'_>) -> rusqlite::Result<Scenario> {
    Ok(Scenario {
        id: row.get(0)?,
        name: row.get(1)?,
        trajectory: cells::word(row, 2, Trajectory::parse)?,
        note: row.get(3)?,
        is_decided: row.get(4)?,
        actions: Vec::new(),
        helps: Vec::new(),
    })
}

/// The scenario and the action.
fn row_to_action(row: &Row<'_>) -> rusqlite::Result<(i64, PlanAction)> {
    let site = |uai, basin| -> rusqlite::Result<Option<Site>> {
        Ok(Site::of(
            cells::optional_code(row, uai)?,
            cells::optional_code(row, basin)?,
        ))
    };
    let action = PlanAction {
        id: row.get(0)?,
        kind: cells::word(row, 2, ActionKind::parse)?,
        section: SectionKey {
            site: site(3, 4)?.ok_or_else(|| cells::unexpected(3, &"∅"))?,
            programme: cells::code(row, 5)?,
            route: cells::word(row, 6, Route::parse)?,
        },
        seats: row.get(7)?,
        towards: site(8, 9)?,
        shared: Vec::new(),
        rentree: row.get(10)?,
        status: cells::word(row, 11, ActionStatus::parse)?,
        compensation: row.get(12)?,
        fixed_cost: row.get(13)?,
        seat_cost: row.get(14)?,
        asked_by: row.get(15)?,
        note: row.get(16)?,
    };
    Ok((row.get(1)?, action))
}
