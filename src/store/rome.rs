//! ROME codes and the mobilities between them.

use std::cmp::Ordering;

use rusqlite::{Row, Statement, params};

use super::cells;
use super::layer::{Fact, fill, shown};
use crate::domain::id::RomeCode;
use crate::domain::occupation::{ProximityKind, Rome, RomeProximity};
use crate::domain::source::SourceId;

impl Fact for Rome {
    const TABLE: &'static str = "rome";
    const INSERT: &'static str = include_str!("../../db/queries/rome/insert.sql");
    const ALL: &'static str = include_str!("../../db/queries/rome/all.sql");
    const SINGLE: bool = true;

    fn insert(&self, statement: &mut Statement<'_>, source: SourceId) -> rusqlite::Result<usize> {
        let parent = self.parent.as_ref().map(RomeCode::as_str);
        statement.execute(params![source.0, self.code.as_str(), self.label, parent])
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        row_to_rome(row)
    }

    fn key_order(&self, other: &Self) -> Ordering {
        self.code.cmp(&other.code)
    }

    fn says_the_same(&self, other: &Self) -> bool {
        self == other
    }

    /// The parent is knowledge of the catalogue that official lists do not carry.
    fn complete(&mut self, older: &Self) {
        fill(&mut self.parent, &older.parent);
    }

    fn title(&self) -> String {
        self.code.to_string()
    }

    fn summary(&self) -> String {
        format!("{} · {}", self.label, shown(self.parent.as_ref()))
    }
}

fn row_to_rome(row: &Row<'_>) -> rusqlite::Result<Rome> {
    Ok(Rome {
        code: cells::code(row, 1)?,
        label: row.get(2)?,
        parent: cells::optional_code(row, 3)?,
    })
}

impl Fact for RomeProximity {
    const TABLE: &'static str = "rome_proximity";
    const INSERT: &'static str = include_str!("../../db/queries/rome_proximity/insert.sql");
    const ALL: &'static str = include_str!("../../db/queries/rome_proximity/all.sql");
    const SINGLE: bool = true;

    fn insert(&self, statement: &mut Statement<'_>, source: SourceId) -> rusqlite::Result<usize> {
        statement.execute(params![
            source.0,
            self.from.as_str(),
            self.to.as_str(),
            self.kind.as_str()
        ])
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        row_to_proximity(row)
    }

    fn key_order(&self, other: &Self) -> Ordering {
        (&self.from, &self.to, self.kind).cmp(&(&other.from, &other.to, other.kind))
    }

    fn says_the_same(&self, other: &Self) -> bool {
        self == other
    }

    fn title(&self) -> String {
        format!("{} → {}", self.from, self.to)
    }

    fn summary(&self) -> String {
        self.kind.as_str().to_owned()
    }
}

fn row_to_proximity(row: &Row<'_>) -> rusqlite::Result<RomeProximity> {
    Ok(RomeProximity {
        from: cells::code(row, 1)?,
        to: cells::code(row, 2)?,
        kind: cells::word(row, 3, ProximityKind::parse)?,
    })
}
