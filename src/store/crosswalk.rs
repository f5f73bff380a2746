//! The table ROME × qualification → FAP 2021. An imported line stands in front of the embedded line of the same pair.

use std::cmp::Ordering;

use rusqlite::{Row, Statement, params};

use super::cells;
use super::layer::Fact;
use crate::domain::id::Fap2009Code;
use crate::domain::occupation::{CrosswalkLine, Provenance};
use crate::domain::source::SourceId;

impl Fact for CrosswalkLine {
    const TABLE: &'static str = "crosswalk";
    const INSERT: &'static str = include_str!("../../db/queries/crosswalk/insert.sql");
    const ALL: &'static str = include_str!("../../db/queries/crosswalk/all.sql");

    fn insert(&self, statement: &mut Statement<'_>, source: SourceId) -> rusqlite::Result<usize> {
        statement.execute(params![
            source.0,
            self.rome.as_str(),
            self.qualification,
            self.fap.as_str(),
            self.fap2009.as_ref().map(Fap2009Code::as_str),
            self.provenance.as_str(),
            self.confidence,
        ])
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        row_to_crosswalk(row)
    }

    fn key_order(&self, other: &Self) -> Ordering {
        (&self.rome, self.qualification).cmp(&(&other.rome, other.qualification))
    }

    fn says_the_same(&self, other: &Self) -> bool {
        let said = |line: &Self| (line.fap.clone(), line.fap2009.clone(), line.provenance, line.confidence);
        said(self) == said(other)
    }

    fn title(&self) -> String {
        format!("{} · {}", self.rome, self.qualification)
    }

    fn summary(&self) -> String {
        format!("{} · {} · {}", self.fap, self.provenance.as_str(), self.confidence)
    }
}

fn row_to_crosswalk(row: &Row<'_>) -> rusqlite::Result<CrosswalkLine> {
    Ok(CrosswalkLine {
        rome: cells::code(row, 1)?,
        qualification: row.get(2)?,
        fap: cells::code(row, 3)?,
        fap2009: cells::optional_code(row, 4)?,
        provenance: cells::word(row, 5, Provenance::parse)?,
        confidence: row.get(6)?,
        source: SourceId(row.get(0)?),
    })
}
