//! The territory of a file and the regions it reports.

use rusqlite::{Connection, params};

use super::cells;
use crate::domain::id::RegionCode;
use crate::domain::territory::{Nature, Territory};

const REAL: &str = "real";
const SIMULATED: &str = "simulated";

/// The territory, its regions sorted by code.
pub(super) fn read(connection: &Connection) -> rusqlite::Result<Territory> {
    let regions = regions(connection)?;
    let sql = include_str!("../../db/queries/territory/get.sql");
    connection.prepare_cached(sql)?.query_row([], |row| {
        Ok(Territory {
            name: row.get(0)?,
            nature: cells::word(row, 1, |word| match word {
                REAL => Some(Nature::Real),
                SIMULATED => Some(Nature::Simulated),
                _ => None,
            })?,
            regions,
        })
    })
}

/// Writes name, nature and regions; regions that leave the list go.
pub(super) fn write(connection: &Connection, territory: &Territory) -> rusqlite::Result<()> {
    let nature = match territory.nature {
        Nature::Real => REAL,
        Nature::Simulated => SIMULATED,
    };
    let insert = include_str!("../../db/queries/territory/insert.sql");
    connection
        .prepare_cached(insert)?
        .execute(params![territory.name, nature])?;
    let mut delete = connection.prepare_cached(include_str!("../../db/queries/territory_region/delete.sql"))?;
    for known in regions(connection)? {
        if !territory.regions.contains(&known) {
            delete.execute([known.as_str()])?;
        }
    }
    let mut insert = connection.prepare_cached(include_str!("../../db/queries/territory_region/insert.sql"))?;
    for region in &territory.regions {
        insert.execute([region.as_str()])?;
    }
    Ok(())
}

fn regions(connection: &Connection) -> rusqlite::Result<Vec<RegionCode>> {
    let sql = include_str!("../../db/queries/territory_region/all.sql");
    connection
        .prepare_cached(sql)?
        .query_map([], |row| cells::code(row, 0))?
        .collect()
}
