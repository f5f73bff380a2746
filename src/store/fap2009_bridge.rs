//! The table ROME × qualification → FAP 2009.

use std::cmp::Ordering;

use rusqlite::{Row, Statement, params};

use super::cells;
use super::layer::Fact;
use crate::domain::batch::Fap2009Line;
use crate::domain::source::SourceId;

impl Fact for Fap2009Line {
    const TABLE: &'static str = "fap2009_bridge";
    const INSERT: &'static str = include_str!("../../db/queries/fap2009_bridge/insert.sql");
    const ALL: &'static str = include_str!("../../db/queries/fap2009_bridge/all.sql");

    fn insert(&self, statement: &mut Statement<'_>, source: SourceId) -> rusqlite::Result<usize> {
        statement.execute(params![
            source.0,
            self.rome.as_str(),
            self.qualification,
            self.fap2009.as_str()
        ])
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        row_to_fap2009_line(row)
    }

    fn key_order(&self, other: &Self) -> Ordering {
        (&self.rome, self.qualification).cmp(&(&other.rome, other.qualification))
    }

    fn says_the_same(&self, other: &Self) -> bool {
        self == other
    }

    fn title(&self) -> String {
        self.qualification
            .map_or_else(|| self.rome.to_string(), |q| format!("{} · {q}", self.rome))
    }

    fn summary(&self) -> String {
        self.fap2009.to_string()
    }
}

fn row_to_fap2009_line(row: &Row<'_>) -> rusqlite::Result<Fap2009Line> {
    Ok(Fap2009Line {
        rome: cells::code(row, 1)?,
        qualification: row.get(2)?,
        fap2009: cells::code(row, 3)?,
    })
}
