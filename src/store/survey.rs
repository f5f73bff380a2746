//! Rows of « Besoins en main-d'œuvre ».

use std::cmp::Ordering;

use rusqlite::{Row, Statement, params};

use super::cells;
use super::layer::Fact;
use crate::domain::demand::SurveyRow;
use crate::domain::id::{DepartmentCode, RegionCode};
use crate::domain::secrecy::Count;
use crate::domain::source::SourceId;
use crate::domain::units::Milli;

const MISSING: i64 = 0;
const VALUE: i64 = 1;
const ZERO: i64 = 2;
const SECRET: i64 = 3;

impl Fact for SurveyRow {
    const TABLE: &'static str = "survey";
    const INSERT: &'static str = include_str!("../../db/queries/survey/insert.sql");
    const ALL: &'static str = include_str!("../../db/queries/survey/all.sql");

    fn insert(&self, statement: &mut Statement<'_>, source: SourceId) -> rusqlite::Result<usize> {
        let (projects_state, projects) = columns(self.projects);
        let (difficult_state, difficult) = columns(self.difficult);
        let (seasonal_state, seasonal) = columns(self.seasonal);
        statement.execute(params![
            source.0,
            self.year,
            self.basin.as_str(),
            self.department.as_ref().map(DepartmentCode::as_str),
            self.region.as_ref().map(RegionCode::as_str),
            self.fap.as_str(),
            self.fap_label,
            self.clpe,
            projects_state,
            projects,
            difficult_state,
            difficult,
            seasonal_state,
            seasonal,
            self.row,
        ])
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        row_to_survey(row)
    }

    fn key_order(&self, other: &Self) -> Ordering {
        (self.year, &self.basin, &self.fap, &self.department, &self.clpe).cmp(&(
            other.year,
            &other.basin,
            &other.fap,
            &other.department,
            &other.clpe,
        ))
    }

    fn says_the_same(&self, other: &Self) -> bool {
        let said = |s: &Self| (s.projects, s.difficult, s.seasonal);
        said(self) == said(other) && self.region == other.region && self.fap_label == other.fap_label
    }

    fn title(&self) -> String {
        let department = self.department.as_ref().map_or("", DepartmentCode::as_str);
        format!(
            "BMO {} · {} · {} · {department} {}",
            self.year, self.basin, self.fap, self.clpe
        )
        .trim_end_matches([' ', '·'])
        .to_owned()
    }

    fn summary(&self) -> String {
        [self.projects, self.difficult, self.seasonal].map(shown).join(" / ")
    }
}

fn row_to_survey(row: &Row<'_>) -> rusqlite::Result<SurveyRow> {
    Ok(SurveyRow {
        source: SourceId(row.get(0)?),
        year: row.get(1)?,
        basin: cells::code(row, 2)?,
        department: cells::optional_code(row, 3)?,
        region: cells::optional_code(row, 4)?,
        fap: cells::code(row, 5)?,
        fap_label: row.get(6)?,
        clpe: row.get(7)?,
        projects: count(row, 8)?,
        difficult: count(row, 10)?,
        seasonal: count(row, 12)?,
        row: row.get(14)?,
    })
}

/// The state and the number of a count; the number stands only beside the state "value".
fn columns(count: Count) -> (i64, Option<i64>) {
    match count {
        Count::Missing => (MISSING, None),
        Count::Value(Milli(0)) | Count::Zero => (ZERO, None),
        Count::Value(Milli(value)) => (VALUE, Some(value)),
        Count::Secret => (SECRET, None),
    }
}

fn count(row: &Row<'_>, state: usize) -> rusqlite::Result<Count> {
    let found: i64 = row.get(state)?;
    match found {
        MISSING => Ok(Count::Missing),
        VALUE => Ok(Count::Value(Milli(row.get(state + 1)?))),
        ZERO => Ok(Count::Zero),
        SECRET => Ok(Count::Secret),
        other => Err(cells::unexpected(state, &other)),
    }
}

fn shown(count: Count) -> String {
    match count {
        Count::Value(value) => value.people().to_string(),
        Count::Zero => "0".to_owned(),
        Count::Secret => "*".to_owned(),
        Count::Missing => "–".to_owned(),
    }
}
