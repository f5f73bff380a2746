//! Tension by ROME × basin.

use std::cmp::Ordering;

use rusqlite::{Row, Statement, params};

use super::cells;
use super::layer::{Fact, shown};
use crate::domain::demand::Tension;
use crate::domain::source::SourceId;

impl Fact for Tension {
    const TABLE: &'static str = "tension";
    const INSERT: &'static str = include_str!("../../db/queries/tension/insert.sql");
    const ALL: &'static str = include_str!("../../db/queries/tension/all.sql");
    const SINGLE: bool = true;

    fn insert(&self, statement: &mut Statement<'_>, source: SourceId) -> rusqlite::Result<usize> {
        statement.execute(params![
            source.0,
            self.year,
            self.basin.as_str(),
            self.rome.as_str(),
            self.tension,
            self.hiring_intensity,
            self.labour_shortage,
            self.job_instability,
            self.hard_conditions,
            self.geographic_mismatch,
            self.training_link,
            self.row,
        ])
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        row_to_tension(row)
    }

    fn key_order(&self, other: &Self) -> Ordering {
        (self.year, &self.basin, &self.rome).cmp(&(other.year, &other.basin, &other.rome))
    }

    fn says_the_same(&self, other: &Self) -> bool {
        classes(self) == classes(other)
    }

    fn title(&self) -> String {
        format!("{} · {} · {}", self.year, self.basin, self.rome)
    }

    fn summary(&self) -> String {
        classes(self).map(shown).join(" / ")
    }
}

fn classes(tension: &Tension) -> [Option<u8>; 7] {
    [
        tension.tension,
        tension.hiring_intensity,
        tension.labour_shortage,
        tension.job_instability,
        tension.hard_conditions,
        tension.geographic_mismatch,
        tension.training_link,
    ]
}

fn row_to_tension(row: &Row<'_>) -> rusqlite::Result<Tension> {
    Ok(Tension {
        source: SourceId(row.get(0)?),
        year: row.get(1)?,
        basin: cells::code(row, 2)?,
        rome: cells::code(row, 3)?,
        tension: row.get(4)?,
        hiring_intensity: row.get(5)?,
        labour_shortage: row.get(6)?,
        job_instability: row.get(7)?,
        hard_conditions: row.get(8)?,
        geographic_mismatch: row.get(9)?,
        training_link: row.get(10)?,
        row: row.get(11)?,
    })
}
