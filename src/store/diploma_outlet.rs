//! Outlets of diplomas, as official certification files name them.

use std::cmp::Ordering;

use rusqlite::{Row, Statement, params};

use super::cells;
use super::layer::{Fact, shown};
use crate::domain::batch::DiplomaOutlet;
use crate::domain::id::{Cfd, RncpCode};
use crate::domain::source::SourceId;

/// The key is the diploma: the newest file that knows a diploma tells all its outlets.
impl Fact for DiplomaOutlet {
    const TABLE: &'static str = "diploma_outlet";
    const INSERT: &'static str = include_str!("../../db/queries/diploma_outlet/insert.sql");
    const ALL: &'static str = include_str!("../../db/queries/diploma_outlet/all.sql");

    fn insert(&self, statement: &mut Statement<'_>, source: SourceId) -> rusqlite::Result<usize> {
        statement.execute(params![
            source.0,
            self.cfd.as_ref().map(Cfd::as_str),
            self.rncp.as_ref().map(RncpCode::as_str),
            self.rome.as_str(),
            self.row,
        ])
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        row_to_outlet(row)
    }

    fn key_order(&self, other: &Self) -> Ordering {
        (&self.cfd, &self.rncp).cmp(&(&other.cfd, &other.rncp))
    }

    fn says_the_same(&self, other: &Self) -> bool {
        self.rome == other.rome
    }

    fn title(&self) -> String {
        format!("{} · RNCP {}", shown(self.cfd.as_ref()), shown(self.rncp.as_ref()))
    }

    fn summary(&self) -> String {
        self.rome.to_string()
    }
}

fn row_to_outlet(row: &Row<'_>) -> rusqlite::Result<DiplomaOutlet> {
    Ok(DiplomaOutlet {
        cfd: cells::optional_code(row, 1)?,
        rncp: cells::optional_code(row, 2)?,
        rome: cells::code(row, 3)?,
        row: row.get(4)?,
        source: SourceId(row.get(0)?),
    })
}
