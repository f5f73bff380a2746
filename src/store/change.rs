//! What a deed changed: rows added, changed and removed in each table; the values themselves where there are few.

use rusqlite::Connection;
use rusqlite::types::Value;

use super::deed::{self, DeedState, JournalEntry};
use super::gate::Access;
use super::image;
use super::recorder::{Recorder, Table};
use crate::i18n::Message;

/// Rows above which a deed is told by its counts alone.
const FEW_ROWS: u64 = 24;

/// One deed and its net effect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeedChanges {
    pub entry: JournalEntry,
    /// By name of the table; empty for the creation of the file and for a deed that was overtaken, whose rows are forgotten.
    pub tables: Vec<TableChanges>,
    /// Every row, where there are few.
    pub rows: Vec<RowChange>,
}

/// Rows of one table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableChanges {
    pub table: String,
    pub added: u64,
    pub changed: u64,
    pub removed: u64,
}

/// One row: the cells that are not what they were.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowChange {
    pub table: String,
    pub id: i64,
    pub cells: Vec<CellChange>,
}

/// One cell before and after the deed; nothing where the row, or a value, was not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellChange {
    pub column: String,
    pub before: Option<String>,
    pub after: Option<String>,
}

/// Table, id, cells before, cells after.
type Images = (String, i64, Option<Vec<u8>>, Option<Vec<u8>>);

/// Reads a deed; nothing where there is none of this number.
pub(super) fn of(connection: &Connection, id: i64) -> rusqlite::Result<Option<DeedChanges>> {
    let Some(entry) = deed::one(connection, id)? else {
        return Ok(None);
    };
    let tables = counts(connection, id)?;
    let touched: u64 = tables.iter().map(|t| t.added + t.changed + t.removed).sum();
    let rows = if touched <= FEW_ROWS {
        rows(connection, &entry)?
    } else {
        Vec::new()
    };
    Ok(Some(DeedChanges { entry, tables, rows }))
}

fn counts(connection: &Connection, id: i64) -> rusqlite::Result<Vec<TableChanges>> {
    let count = |row: &rusqlite::Row<'_>, column| -> rusqlite::Result<u64> {
        Ok(u64::try_from(row.get::<_, i64>(column)?).unwrap_or_default())
    };
    connection
        .prepare_cached(include_str!("../../db/queries/journal/change_counts.sql"))?
        .query_map([id], |row| {
            Ok(TableChanges {
                table: row.get(0)?,
                added: count(row, 1)?,
                changed: count(row, 2)?,
                removed: count(row, 3)?,
            })
        })?
        .collect()
}

fn rows(connection: &Connection, entry: &JournalEntry) -> rusqlite::Result<Vec<RowChange>> {
    let recorder = Recorder::install(connection, Access::ReadOnly)?;
    let mut found = touched(connection, entry.id)?;
    found.extend(inserted(connection, &recorder, entry)?);
    found.sort_by(|a, b| (&a.0, a.1).cmp(&(&b.0, b.1)));
    let told = |(name, id, before, after): Images| {
        let table = recorder.table(&name)?;
        Some(RowChange {
            cells: cells(table, before.as_deref(), after.as_deref()),
            table: name,
            id,
        })
    };
    Ok(found.into_iter().filter_map(told).collect())
}

/// Rows that existed before the deed.
fn touched(connection: &Connection, id: i64) -> rusqlite::Result<Vec<Images>> {
    connection
        .prepare_cached(include_str!("../../db/queries/journal/rows.sql"))?
        .query_map([id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?
        .collect()
}

/// Rows the deed brought: in their tables, or put away in the journal while it is undone. A later deed may have changed or removed them.
fn inserted(connection: &Connection, recorder: &Recorder, entry: &JournalEntry) -> rusqlite::Result<Vec<Images>> {
    if entry.state == DeedState::Undone {
        return connection
            .prepare_cached(include_str!("../../db/queries/journal/kept_rows.sql"))?
            .query_map([entry.id], |row| Ok((row.get(0)?, row.get(1)?, None, row.get(2)?)))?
            .collect();
    }
    let runs: Vec<(String, i64, i64)> = connection
        .prepare_cached(include_str!("../../db/queries/journal/runs.sql"))?
        .query_map([entry.id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let mut found = Vec::new();
    for (name, first, last) in runs {
        let Some(table) = recorder.table(&name) else { continue };
        for id in first..=last {
            if let Some(image) = table.image(connection, id)? {
                found.push((name.clone(), id, None, Some(image)));
            }
        }
    }
    Ok(found)
}

/// The cells that differ, their key aside; those of a new or removed row are all that say something.
fn cells(table: &Table, before: Option<&[u8]>, after: Option<&[u8]>) -> Vec<CellChange> {
    let width = table.columns.len();
    let read = |image: Option<&[u8]>| image.and_then(|image| image::read(image, width));
    let (before, after) = (read(before), read(after));
    let at = |cells: &Option<Vec<Value>>, column: usize| cells.as_ref().and_then(|c| words(&c[column]));
    let all = table.columns.iter().enumerate().skip(1);
    all.map(|(column, name)| CellChange {
        column: name.clone(),
        before: at(&before, column),
        after: at(&after, column),
    })
    .filter(|cell| cell.before != cell.after)
    .collect()
}

/// A value as stored; nothing for the absence of one.
fn words(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::Integer(number) => Some(number.to_string()),
        Value::Real(number) => Some(number.to_string()),
        Value::Text(text) if text.is_empty() => None,
        Value::Text(text) => Some(text.clone()),
        Value::Blob(bytes) => Some(format!("{} B", bytes.len())),
    }
}

/// Tables that have a name in the texts; another one is told by its own.
const TABLES: &[&str] = &[
    "source",
    "source_issue",
    "territory",
    "territory_region",
    "region",
    "department",
    "basin",
    "zone",
    "commune",
    "occupation",
    "fap_label",
    "rome",
    "rome_proximity",
    "crosswalk",
    "fap2009_bridge",
    "programme",
    "programme_rome",
    "diploma_outlet",
    "establishment",
    "section",
    "outcome",
    "survey",
    "tension",
    "employer",
    "need",
    "assumption",
    "contour",
    "appellation",
    "outlet_review",
    "scenario",
    "plan_action",
    "reference_scenario",
    "action_basin",
    "mobility_help",
    "envelope",
    "aid",
    "npec",
    "action_funding",
    "rome_skill",
    "programme_skill",
    "need_skill",
    "local_module",
    "means",
    "partner_commitment",
    "experiment",
    "surprise",
    "next_step",
    "review_outcome",
];

/// Columns of the tables people write to.
const COLUMNS: &[&str] = &[
    "name",
    "scope",
    "low",
    "central",
    "high",
    "origin",
    "edited",
    "siret",
    "naf",
    "commune",
    "basin",
    "headcount",
    "employer",
    "fap",
    "year",
    "posts",
    "level",
    "commitment",
    "declared_on",
    "nature",
    "region",
    "source",
    "programme",
    "status",
    "confidence",
    "note",
    "who",
    "at",
    "trajectory",
    "scenario",
    "kind",
    "uai",
    "route",
    "seats",
    "to_uai",
    "to_basin",
    "rentree",
    "compensation",
    "fixed_cost",
    "seat_cost",
    "action",
    "people",
    "km",
    "person_cost",
    "from_year",
    "until_year",
    "funder",
    "euros",
    "pays",
    "from_day",
    "to_day",
    "level_from",
    "level_to",
    "firm_from",
    "firm_to",
    "code",
    "branch",
    "envelope",
    "need",
    "skill",
    "hours",
    "study_year",
    "basins",
    "nsf",
    "full_time_posts",
    "amount",
    "made_on",
    "due",
    "condition",
    "affordable_loss",
    "review_on",
    "noted_on",
    "text",
    "decision",
    "what",
    "done_on",
    "entrants",
    "final_year",
    "leavers",
    "graduates",
    "in_field",
];

/// The name of a table in words.
pub fn table_words(table: &str) -> Message {
    if TABLES.contains(&table) {
        Message::new(format!("store-table-{}", table.replace('_', "-")))
    } else {
        Message::new("store-table-other").with("name", table)
    }
}

/// The name of a column in words.
pub fn column_words(column: &str) -> Message {
    if COLUMNS.contains(&column) {
        Message::new(format!("store-column-{}", column.replace('_', "-")))
    } else {
        Message::new("store-column-other").with("name", column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_whose_changes_are_kept_has_a_name_in_words() {
        let schema = include_str!("../../db/schema.sql").lines();
        let made = schema.filter_map(|line| line.strip_prefix("CREATE TABLE ")?.split_whitespace().next());
        let kept = made.filter(|table| !table.starts_with("journal") && *table != "employer_contact");
        let unnamed: Vec<&str> = kept.filter(|table| !TABLES.contains(table)).collect();
        assert!(unnamed.is_empty(), "{unnamed:?}");
    }
}
