//! Scenarios and their actions, as stored: what people would decide, which no file brings and none takes away.

use std::collections::BTreeMap;

use rusqlite::{Connection, Row, params};

use super::{cells, funding};
use crate::domain::programme::Route;
use crate::domain::scenario::{ActionKind, ActionStatus, PlanAction, Scenario, SectionKey, Site, Trajectory};

/// All scenarios, by key, each with its actions by rentrée and key.
pub(super) fn scenarios(connection: &Connection) -> rusqlite::Result<Vec<Scenario>> {
    let mut actions: BTreeMap<i64, Vec<PlanAction>> = BTreeMap::new();
    let mut statement = connection.prepare_cached(include_str!("../../db/queries/plan_action/all.sql"))?;
    for row in statement.query_map([], row_to_action)? {
        let (scenario, action) = row?;
        actions.entry(scenario).or_default().push(action);
    }
    let mut scenarios: Vec<Scenario> = connection
        .prepare_cached(include_str!("../../db/queries/scenario/all.sql"))?
        .query_map([], row_to_scenario)?
        .collect::<rusqlite::Result<_>>()?;
    for scenario in &mut scenarios {
        scenario.actions = actions.remove(&scenario.id).unwrap_or_default();
    }
    Ok(scenarios)
}

/// Writes a new scenario without its actions; its key.
pub(super) fn insert(connection: &Connection, scenario: &Scenario) -> rusqlite::Result<i64> {
    connection
        .prepare_cached(include_str!("../../db/queries/scenario/insert.sql"))?
        .insert(params![scenario.name, scenario.trajectory.as_str(), scenario.note])
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
    connection
        .prepare_cached(include_str!("../../db/queries/plan_action/delete_of_scenario.sql"))?
        .execute([id])?;
    connection
        .prepare_cached(include_str!("../../db/queries/scenario/delete.sql"))?
        .execute([id])
}

/// Writes a new action; its key.
pub(super) fn insert_action(connection: &Connection, scenario: i64, action: &PlanAction) -> rusqlite::Result<i64> {
    let sql = include_str!("../../db/queries/plan_action/insert.sql");
    put_action(connection, sql, scenario, action, None)?;
    Ok(connection.last_insert_rowid())
}

/// Rewrites a known action; how many there were.
pub(super) fn update_action(connection: &Connection, scenario: i64, action: &PlanAction) -> rusqlite::Result<usize> {
    let sql = include_str!("../../db/queries/plan_action/update.sql");
    put_action(connection, sql, scenario, action, Some(action.id))
}

/// Takes an action away with what envelopes give to it; how many there were.
pub(super) fn delete_action(connection: &Connection, id: i64) -> rusqlite::Result<usize> {
    funding::delete_of_action(connection, id)?;
    connection
        .prepare_cached(include_str!("../../db/queries/plan_action/delete.sql"))?
        .execute([id])
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
        actions: Vec::new(),
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
