//! Job titles of ROME codes.

use std::cmp::Ordering;

use rusqlite::{Row, Statement, params};

use super::cells;
use super::layer::Fact;
use crate::domain::occupation::Appellation;
use crate::domain::source::SourceId;

impl Fact for Appellation {
    const TABLE: &'static str = "appellation";
    const INSERT: &'static str = include_str!("../../db/queries/appellation/insert.sql");
    const ALL: &'static str = include_str!("../../db/queries/appellation/all.sql");
    const SINGLE: bool = true;

    fn insert(&self, statement: &mut Statement<'_>, source: SourceId) -> rusqlite::Result<usize> {
        statement.execute(params![source.0, self.rome.as_str(), self.label])
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        row_to_appellation(row)
    }

    fn key_order(&self, other: &Self) -> Ordering {
        (&self.rome, &self.label).cmp(&(&other.rome, &other.label))
    }

    fn says_the_same(&self, other: &Self) -> bool {
        self == other
    }

    fn title(&self) -> String {
        self.rome.to_string()
    }

    fn summary(&self) -> String {
        self.label.clone()
    }
}

fn row_to_appellation(row: &Row<'_>) -> rusqlite::Result<Appellation> {
    Ok(Appellation {
        rome: cells::code(row, 1)?,
        label: row.get(2)?,
    })
}
