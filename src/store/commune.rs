//! Communes: their basin, zone, position and people, each as the files that know it say.

use std::cmp::Ordering;

use rusqlite::{Row, Statement, params};

use super::cells;
use super::layer::{Fact, fill, shown};
use crate::domain::id::{BasinCode, DepartmentCode, ZoneCode};
use crate::domain::source::SourceId;
use crate::domain::territory::Commune;

impl Fact for Commune {
    const TABLE: &'static str = "commune";
    const INSERT: &'static str = include_str!("../../db/queries/commune/insert.sql");
    const ALL: &'static str = include_str!("../../db/queries/commune/all.sql");
    const SINGLE: bool = true;

    fn insert(&self, statement: &mut Statement<'_>, source: SourceId) -> rusqlite::Result<usize> {
        statement.execute(params![
            source.0,
            self.code.as_str(),
            self.name,
            self.department.as_ref().map(DepartmentCode::as_str),
            self.basin.as_ref().map(BasinCode::as_str),
            self.zone.as_ref().map(ZoneCode::as_str),
            self.position.map(|p| p.lat),
            self.position.map(|p| p.lon),
            self.population,
        ])
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        row_to_commune(row)
    }

    fn key_order(&self, other: &Self) -> Ordering {
        self.code.cmp(&other.code)
    }

    fn says_the_same(&self, other: &Self) -> bool {
        self == other
    }

    fn complete(&mut self, older: &Self) {
        if self.name.is_empty() {
            self.name.clone_from(&older.name);
        }
        fill(&mut self.department, &older.department);
        fill(&mut self.basin, &older.basin);
        fill(&mut self.zone, &older.zone);
        fill(&mut self.position, &older.position);
        fill(&mut self.population, &older.population);
    }

    fn title(&self) -> String {
        self.code.to_string()
    }

    fn summary(&self) -> String {
        let told = [
            shown(self.basin.as_ref()),
            shown(self.zone.as_ref()),
            shown(self.population),
        ];
        format!("{} · {}", self.name, told.join(" · "))
    }
}

fn row_to_commune(row: &Row<'_>) -> rusqlite::Result<Commune> {
    Ok(Commune {
        code: cells::code(row, 1)?,
        name: row.get(2)?,
        department: cells::optional_code(row, 3)?,
        basin: cells::optional_code(row, 4)?,
        zone: cells::optional_code(row, 5)?,
        position: cells::optional_position(row, 6, 7)?,
        population: row.get(8)?,
    })
}
