//! The check of a whole file: what does not hold together, as data.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::batch::FACT_TABLES;
use super::deed::{DeedState, revision};
use super::error::At;
use super::reader::Reader;
use super::recorder::Recorder;
use super::{StoreError, gate, image, schema, source};
use crate::domain::source::Source;
use crate::i18n::{Explain, Message};

/// What the check of a file found.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckReport {
    pub revision: i64,
    /// The reconciliation of every source, in order of import.
    pub sources: Vec<SourceCheck>,
    /// What does not hold together; empty for a sound file.
    pub findings: Vec<Message>,
}

impl CheckReport {
    /// True when nothing was found.
    pub fn is_sound(&self) -> bool {
        self.findings.is_empty()
    }
}

/// A source and what the file holds of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceCheck {
    pub source: Source,
    /// Facts it wrote, all tables together, as present now.
    pub facts: u64,
}

/// Facts and issues of a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Totals {
    facts: i64,
    issues: i64,
}

pub(super) fn check(file: &Reader, recorder: &Recorder) -> Result<CheckReport, StoreError> {
    let connection = &file.connection;
    let mut findings = Vec::new();
    integrity(connection, &mut findings).at(&file.path)?;
    foreign_keys(connection, &mut findings).at(&file.path)?;
    for object in gate::schema_differences(connection, schema::LATEST).at(&file.path)? {
        findings.push(Message::new("store-check-schema").with("object", object));
    }
    let sources = reconcile(connection, &mut findings).at(&file.path)?;
    journal(connection, recorder, &mut findings).at(&file.path)?;
    if let Err(error) = file.facts() {
        findings.push(Message::new("store-check-row").with("detail", error.message()));
    }
    Ok(CheckReport {
        revision: revision(connection).at(&file.path)?,
        sources,
        findings,
    })
}

fn integrity(connection: &Connection, findings: &mut Vec<Message>) -> rusqlite::Result<()> {
    let mut statement = connection.prepare(include_str!("../../db/queries/check/integrity.sql"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let verdict: String = row.get(0)?;
        if verdict != "ok" {
            findings.push(Message::new("store-check-integrity").with("detail", verdict));
        }
    }
    Ok(())
}

fn foreign_keys(connection: &Connection, findings: &mut Vec<Message>) -> rusqlite::Result<()> {
    let mut statement = connection.prepare(include_str!("../../db/queries/check/foreign_keys.sql"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let id: Option<i64> = row.get(1)?;
        findings.push(
            Message::new("store-check-foreign-key")
                .with("table", row.get::<_, String>(0)?)
                .with("row", id.unwrap_or_default().to_string())
                .with("parent", row.get::<_, String>(2)?),
        );
    }
    Ok(())
}

/// Every row read is accounted for, and every fact and issue written at import is there.
fn reconcile(connection: &Connection, findings: &mut Vec<Message>) -> rusqlite::Result<Vec<SourceCheck>> {
    let mut found: BTreeMap<i64, Totals> = BTreeMap::new();
    for table in FACT_TABLES {
        count_rows(connection, table, |source, rows| {
            found.entry(source).or_default().facts += rows;
        })?;
    }
    count_rows(connection, "source_issue", |source, rows| {
        found.entry(source).or_default().issues += rows;
    })?;
    let mut totals = connection.prepare(include_str!("../../db/queries/source/totals.sql"))?;
    let mut rows = totals.query([])?;
    while let Some(row) = rows.next()? {
        let file: String = row.get(1)?;
        let present = found.get(&row.get(0)?).copied().unwrap_or_default();
        let expected = Totals {
            facts: row.get(2)?,
            issues: row.get(3)?,
        };
        compare("store-check-facts", &file, expected.facts, present.facts, findings);
        compare("store-check-issues", &file, expected.issues, present.issues, findings);
    }
    let mut checks = Vec::new();
    for source in source::sources(connection)? {
        let counts = source.counts;
        if !counts.reconciles() {
            findings.push(
                Message::new("store-check-counts")
                    .with("file", source.file.as_str())
                    .with("read", counts.read)
                    .with(
                        "counted",
                        counts.stored + counts.merged + counts.refused + counts.ignored,
                    ),
            );
        }
        let facts = found.get(&source.id.0).copied().unwrap_or_default().facts;
        checks.push(SourceCheck {
            source,
            facts: u64::try_from(facts).unwrap_or_default(),
        });
    }
    Ok(checks)
}

fn count_rows(connection: &Connection, table: &str, mut add: impl FnMut(i64, i64)) -> rusqlite::Result<()> {
    let sql = include_str!("../../db/queries/source/count_rows.sql").replace("{table}", table);
    let mut statement = connection.prepare(&sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        add(row.get(0)?, row.get(1)?);
    }
    Ok(())
}

fn compare(key: &'static str, file: &str, expected: i64, found: i64, findings: &mut Vec<Message>) {
    if expected != found {
        findings.push(
            Message::new(key)
                .with("file", file)
                .with("expected", expected)
                .with("found", found),
        );
    }
}

/// The way back is whole: deeds done come before deeds undone, and every row to bring back can be read.
fn journal(connection: &Connection, recorder: &Recorder, findings: &mut Vec<Message>) -> rusqlite::Result<()> {
    order(connection, findings)?;
    let mut tables = connection.prepare(include_str!("../../db/queries/journal/tables.sql"))?;
    let mut rows = tables.query([])?;
    while let Some(row) = rows.next()? {
        let name: String = row.get(1)?;
        if recorder.table(&name).is_none() {
            findings.push(about("store-check-journal-table", row.get(0)?, &name));
        }
    }
    images(connection, recorder, findings)?;
    let mut kept = connection.prepare(include_str!("../../db/queries/journal/kept_counts.sql"))?;
    let mut rows = kept.query([])?;
    while let Some(row) = rows.next()? {
        let (expected, found): (i64, i64) = (row.get(2)?, row.get(3)?);
        if expected != found {
            let name: String = row.get(1)?;
            let finding = about("store-check-journal-rows", row.get(0)?, &name);
            findings.push(finding.with("expected", expected).with("found", found));
        }
    }
    Ok(())
}

fn order(connection: &Connection, findings: &mut Vec<Message>) -> rusqlite::Result<()> {
    let mut states = connection.prepare(include_str!("../../db/queries/journal/states.sql"))?;
    let mut rows = states.query([])?;
    let mut undone = false;
    while let Some(row) = rows.next()? {
        match DeedState::parse(row.get_ref(1)?.as_str()?) {
            Some(DeedState::Undone) => undone = true,
            Some(DeedState::Done) if undone => {
                let id: i64 = row.get(0)?;
                findings.push(Message::new("store-check-journal-order").with("id", id.to_string()));
            }
            _ => {}
        }
    }
    Ok(())
}

fn images(connection: &Connection, recorder: &Recorder, findings: &mut Vec<Message>) -> rusqlite::Result<()> {
    let mut images = connection.prepare(include_str!("../../db/queries/journal/images.sql"))?;
    let mut rows = images.query([])?;
    while let Some(row) = rows.next()? {
        let name: String = row.get(1)?;
        let Some(table) = recorder.table(&name) else {
            continue;
        };
        for column in [2, 3] {
            let image = row.get_ref(column)?.as_blob_or_null()?;
            if image.is_some_and(|image| image::read(image, table.columns.len()).is_none()) {
                findings.push(about("store-check-journal-image", row.get(0)?, &name));
            }
        }
    }
    Ok(())
}

fn about(key: &'static str, deed: i64, table: &str) -> Message {
    Message::new(key).with("id", deed.to_string()).with("table", table)
}
