//! Places of the embedded nomenclature: regions, departments, basins, zones.

use rusqlite::{Connection, Row, params};

use super::cells;
use crate::domain::territory::{Basin, Department, Region, Zone};

/// Regions, sorted by code.
pub(super) fn regions(connection: &Connection) -> rusqlite::Result<Vec<Region>> {
    all(
        connection,
        include_str!("../../db/queries/region/all.sql"),
        row_to_region,
    )
}

/// Departments, sorted by code.
pub(super) fn departments(connection: &Connection) -> rusqlite::Result<Vec<Department>> {
    all(
        connection,
        include_str!("../../db/queries/department/all.sql"),
        row_to_department,
    )
}

/// Employment basins, sorted by code.
pub(super) fn basins(connection: &Connection) -> rusqlite::Result<Vec<Basin>> {
    all(connection, include_str!("../../db/queries/basin/all.sql"), row_to_basin)
}

/// Zones d'emploi, sorted by code.
pub(super) fn zones(connection: &Connection) -> rusqlite::Result<Vec<Zone>> {
    all(connection, include_str!("../../db/queries/zone/all.sql"), row_to_zone)
}

pub(super) fn insert_regions(connection: &Connection, regions: &[Region]) -> rusqlite::Result<()> {
    let mut statement = connection.prepare(include_str!("../../db/queries/region/insert.sql"))?;
    for region in regions {
        statement.execute(params![region.code.as_str(), region.name])?;
    }
    Ok(())
}

pub(super) fn insert_departments(connection: &Connection, departments: &[Department]) -> rusqlite::Result<()> {
    let mut statement = connection.prepare(include_str!("../../db/queries/department/insert.sql"))?;
    for department in departments {
        let region = department.region.as_str();
        statement.execute(params![department.code.as_str(), department.name, region])?;
    }
    Ok(())
}

pub(super) fn insert_basins(connection: &Connection, basins: &[Basin]) -> rusqlite::Result<()> {
    let mut statement = connection.prepare(include_str!("../../db/queries/basin/insert.sql"))?;
    for basin in basins {
        statement.execute(params![
            basin.code.as_str(),
            basin.name,
            basin.region.as_str(),
            basin.main_department.as_str(),
            cells::joined(&basin.departments),
            basin.position.lat,
            basin.position.lon,
            basin.population,
        ])?;
    }
    Ok(())
}

pub(super) fn insert_zones(connection: &Connection, zones: &[Zone]) -> rusqlite::Result<()> {
    let mut statement = connection.prepare(include_str!("../../db/queries/zone/insert.sql"))?;
    for zone in zones {
        statement.execute(params![
            zone.code.as_str(),
            zone.name,
            zone.region.as_str(),
            zone.position.lat,
            zone.position.lon,
            zone.population,
        ])?;
    }
    Ok(())
}

fn all<T>(connection: &Connection, sql: &str, row_to: fn(&Row<'_>) -> rusqlite::Result<T>) -> rusqlite::Result<Vec<T>> {
    connection.prepare_cached(sql)?.query_map([], row_to)?.collect()
}

fn row_to_region(row: &Row<'_>) -> rusqlite::Result<Region> {
    Ok(Region {
        code: cells::code(row, 0)?,
        name: row.get(1)?,
    })
}

fn row_to_department(row: &Row<'_>) -> rusqlite::Result<Department> {
    Ok(Department {
        code: cells::code(row, 0)?,
        name: row.get(1)?,
        region: cells::code(row, 2)?,
    })
}

fn row_to_basin(row: &Row<'_>) -> rusqlite::Result<Basin> {
    Ok(Basin {
        code: cells::code(row, 0)?,
        name: row.get(1)?,
        region: cells::code(row, 2)?,
        main_department: cells::code(row, 3)?,
        departments: cells::codes(row, 4)?,
        position: cells::position(row, 5, 6)?,
        population: row.get(7)?,
    })
}

fn row_to_zone(row: &Row<'_>) -> rusqlite::Result<Zone> {
    Ok(Zone {
        code: cells::code(row, 0)?,
        name: row.get(1)?,
        region: cells::code(row, 2)?,
        position: cells::position(row, 3, 4)?,
        population: row.get(5)?,
    })
}
