//! Schools, CFA and IUT: each file may know a part of one.

use std::cmp::Ordering;

use rusqlite::{Row, Statement, params};

use super::cells;
use super::layer::{Fact, fill, shown};
use crate::domain::id::{BasinCode, CommuneCode, DepartmentCode};
use crate::domain::source::SourceId;
use crate::domain::supply::Establishment;

impl Fact for Establishment {
    const TABLE: &'static str = "establishment";
    const INSERT: &'static str = include_str!("../../db/queries/establishment/insert.sql");
    const ALL: &'static str = include_str!("../../db/queries/establishment/all.sql");
    const SINGLE: bool = true;

    fn insert(&self, statement: &mut Statement<'_>, source: SourceId) -> rusqlite::Result<usize> {
        statement.execute(params![
            source.0,
            self.uai.as_str(),
            self.name,
            self.commune.as_ref().map(CommuneCode::as_str),
            self.department.as_ref().map(DepartmentCode::as_str),
            self.position.map(|p| p.lat),
            self.position.map(|p| p.lon),
            self.basin.as_ref().map(BasinCode::as_str),
        ])
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        row_to_establishment(row)
    }

    fn key_order(&self, other: &Self) -> Ordering {
        self.uai.cmp(&other.uai)
    }

    fn says_the_same(&self, other: &Self) -> bool {
        let codes = |e: &Self| (e.commune.clone(), e.department.clone(), e.basin.clone());
        self.name == other.name && self.position == other.position && codes(self) == codes(other)
    }

    fn complete(&mut self, older: &Self) {
        if self.name.is_empty() {
            self.name.clone_from(&older.name);
        }
        fill(&mut self.commune, &older.commune);
        fill(&mut self.department, &older.department);
        fill(&mut self.position, &older.position);
        fill(&mut self.basin, &older.basin);
    }

    fn title(&self) -> String {
        self.uai.to_string()
    }

    fn summary(&self) -> String {
        let position = self.position.map(|p| format!("{:.5}, {:.5}", p.lat, p.lon));
        let told = [
            shown(self.commune.as_ref()),
            shown(position),
            shown(self.basin.as_ref()),
        ];
        format!("{} · {}", self.name, told.join(" · "))
    }
}

fn row_to_establishment(row: &Row<'_>) -> rusqlite::Result<Establishment> {
    Ok(Establishment {
        source: SourceId(row.get(0)?),
        uai: cells::code(row, 1)?,
        name: row.get(2)?,
        commune: cells::optional_code(row, 3)?,
        department: cells::optional_code(row, 4)?,
        position: cells::optional_position(row, 5, 6)?,
        basin: cells::optional_code(row, 7)?,
    })
}
