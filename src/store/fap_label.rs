//! Official labels of FAP-2021 codes.

use std::cmp::Ordering;

use rusqlite::{Row, Statement, params};

use super::cells;
use super::layer::Fact;
use crate::domain::batch::FapLabel;
use crate::domain::source::SourceId;

impl Fact for FapLabel {
    const TABLE: &'static str = "fap_label";
    const INSERT: &'static str = include_str!("../../db/queries/fap_label/insert.sql");
    const ALL: &'static str = include_str!("../../db/queries/fap_label/all.sql");
    const SINGLE: bool = true;

    fn insert(&self, statement: &mut Statement<'_>, source: SourceId) -> rusqlite::Result<usize> {
        statement.execute(params![source.0, self.code.as_str(), self.label])
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        row_to_fap_label(row)
    }

    fn key_order(&self, other: &Self) -> Ordering {
        self.code.cmp(&other.code)
    }

    fn says_the_same(&self, other: &Self) -> bool {
        self == other
    }

    fn title(&self) -> String {
        self.code.to_string()
    }

    fn summary(&self) -> String {
        self.label.clone()
    }
}

fn row_to_fap_label(row: &Row<'_>) -> rusqlite::Result<FapLabel> {
    Ok(FapLabel {
        code: cells::code(row, 1)?,
        label: row.get(2)?,
    })
}
