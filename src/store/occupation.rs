//! Industrial occupations of the embedded nomenclature.

use rusqlite::{Connection, Row, params};

use super::cells;
use crate::domain::occupation::{Occupation, OccupationScope, SkillLevel};

/// Occupations, sorted by code, with the labels of the catalogue.
pub(super) fn occupations(connection: &Connection) -> rusqlite::Result<Vec<Occupation>> {
    connection
        .prepare_cached(include_str!("../../db/queries/occupation/all.sql"))?
        .query_map([], row_to_occupation)?
        .collect()
}

pub(super) fn insert_occupations(connection: &Connection, occupations: &[Occupation]) -> rusqlite::Result<()> {
    let mut statement = connection.prepare(include_str!("../../db/queries/occupation/insert.sql"))?;
    for occupation in occupations {
        statement.execute(params![
            occupation.code.as_str(),
            occupation.label,
            occupation.domain.to_string(),
            occupation.domain_label,
            occupation.scope.as_str(),
            occupation.skill.as_str(),
            cells::joined(&occupation.typical_levels),
        ])?;
    }
    Ok(())
}

fn row_to_occupation(row: &Row<'_>) -> rusqlite::Result<Occupation> {
    Ok(Occupation {
        code: cells::code(row, 0)?,
        label: row.get(1)?,
        domain: cells::word(row, 2, |domain| domain.chars().next())?,
        domain_label: row.get(3)?,
        scope: cells::word(row, 4, OccupationScope::parse)?,
        skill: cells::word(row, 5, SkillLevel::parse)?,
        typical_levels: cells::word(row, 6, levels)?,
    })
}

fn levels(list: &str) -> Option<Vec<u8>> {
    list.split(';')
        .filter(|level| !level.is_empty())
        .map(|level| level.parse().ok())
        .collect()
}
