//! Sources: the files that were imported, and the refused or doubtful rows of each.

use std::borrow::Cow;

use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};

use super::cells;
use crate::domain::source::{RowCounts, Source, SourceId};
use crate::i18n::{Arg, Message};

/// A file about to be written: what the importer knows of it.
#[derive(Debug, Clone, PartialEq)]
pub struct SourceRecord {
    /// File name without its folder.
    pub file: String,
    /// Lowercase hexadecimal SHA-256 of the bytes read.
    pub sha256: String,
    /// Stable name of the recognised layout.
    pub layout: String,
    pub vintage: String,
    pub producer: String,
    pub licence: String,
    pub counts: RowCounts,
    pub issues: Vec<SourceIssue>,
}

/// A refused or doubtful row of an import, as kept.
#[derive(Debug, Clone, PartialEq)]
pub struct SourceIssue {
    pub severity: IssueSeverity,
    /// File name; `archive.zip/inside.csv` for an archive.
    pub file: String,
    /// 1-based row, header included; 0 for the file as a whole.
    pub row: u32,
    /// Header of the column; empty for the row as a whole.
    pub column: String,
    pub value: String,
    pub reason: Message,
    pub remedy: Message,
}

/// What happened to the row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IssueSeverity {
    /// Not stored.
    Refused,
    /// Stored, with something a careful reader should know.
    Doubtful,
}

impl IssueSeverity {
    fn code(self) -> i64 {
        match self {
            Self::Refused => 1,
            Self::Doubtful => 2,
        }
    }
}

/// Files imported, in order of import.
pub(super) fn sources(connection: &Connection) -> rusqlite::Result<Vec<Source>> {
    connection
        .prepare_cached(include_str!("../../db/queries/source/all.sql"))?
        .query_map([], row_to_source)?
        .collect()
}

/// The source of these very bytes, once imported.
pub(super) fn by_sha256(connection: &Connection, sha256: &str) -> rusqlite::Result<Option<SourceId>> {
    connection
        .prepare_cached(include_str!("../../db/queries/source/by_sha256.sql"))?
        .query_row([sha256], |row| row.get(0).map(SourceId))
        .optional()
}

/// The row of the embedded catalogue, which its facts refer to.
pub(super) fn insert_catalogue(connection: &Connection, facts: u64, at: &str) -> rusqlite::Result<()> {
    connection
        .prepare(include_str!("../../db/queries/source/insert_catalogue.sql"))?
        .execute(params![whole(facts), at])?;
    Ok(())
}

/// Writes a file and its issues; its key.
pub(super) fn insert(
    connection: &Connection,
    record: &SourceRecord,
    facts: u64,
    at: &str,
) -> rusqlite::Result<SourceId> {
    let counts = &record.counts;
    let id = connection
        .prepare_cached(include_str!("../../db/queries/source/insert.sql"))?
        .insert(params![
            record.file,
            record.sha256,
            record.layout,
            record.vintage,
            record.producer,
            record.licence,
            whole(counts.read),
            whole(counts.stored),
            whole(counts.merged),
            whole(counts.refused),
            whole(counts.ignored),
            whole(facts),
            i64::try_from(record.issues.len()).unwrap_or(i64::MAX),
            at,
        ])?;
    let mut statement = connection.prepare_cached(include_str!("../../db/queries/source_issue/insert.sql"))?;
    for issue in &record.issues {
        statement.execute(params![
            id,
            issue.severity.code(),
            issue.file,
            issue.row,
            issue.column,
            issue.value,
            written(&issue.reason)?,
            written(&issue.remedy)?,
        ])?;
    }
    Ok(SourceId(id))
}

/// Takes the file itself away; how many there were. Its facts and issues must be gone.
pub(super) fn delete(connection: &Connection, id: SourceId) -> rusqlite::Result<usize> {
    connection
        .prepare_cached(include_str!("../../db/queries/source/delete.sql"))?
        .execute([id.0])
}

/// Refused and doubtful rows of a file, in the order of the import.
pub(super) fn issues(connection: &Connection, id: SourceId) -> rusqlite::Result<Vec<SourceIssue>> {
    connection
        .prepare_cached(include_str!("../../db/queries/source_issue/of_source.sql"))?
        .query_map([id.0], row_to_issue)?
        .collect()
}

/// A message as its file format.
#[derive(Serialize, Deserialize)]
struct WrittenMessage<'a> {
    key: Cow<'a, str>,
    args: Vec<(Cow<'a, str>, WrittenArg<'a>)>,
}

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum WrittenArg<'a> {
    Int(i64),
    Text(Cow<'a, str>),
    Message(WrittenMessage<'a>),
}

impl<'a> WrittenMessage<'a> {
    fn of(message: &'a Message) -> Self {
        let arg = |arg: &'a Arg| match arg {
            Arg::Text(text) => WrittenArg::Text(Cow::Borrowed(text)),
            Arg::Int(number) => WrittenArg::Int(*number),
            Arg::Message(message) => WrittenArg::Message(Self::of(message)),
        };
        Self {
            key: Cow::Borrowed(&message.key),
            args: message
                .args
                .iter()
                .map(|(name, value)| (Cow::Borrowed(name.as_ref()), arg(value)))
                .collect(),
        }
    }

    fn into_message(self) -> Message {
        let arg = |arg: WrittenArg<'_>| match arg {
            WrittenArg::Text(text) => Arg::Text(text.into_owned()),
            WrittenArg::Int(number) => Arg::Int(number),
            WrittenArg::Message(message) => Arg::Message(message.into_message()),
        };
        Message {
            key: Cow::Owned(self.key.into_owned()),
            args: self
                .args
                .into_iter()
                .map(|(name, value)| (Cow::Owned(name.into_owned()), arg(value)))
                .collect(),
        }
    }
}

fn written(message: &Message) -> rusqlite::Result<String> {
    serde_json::to_string(&WrittenMessage::of(message))
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
}

fn read_message(json: &str) -> Option<Message> {
    serde_json::from_str(json).ok().map(WrittenMessage::into_message)
}

fn row_to_source(row: &Row<'_>) -> rusqlite::Result<Source> {
    Ok(Source {
        id: SourceId(row.get(0)?),
        file: row.get(1)?,
        sha256: row.get(2)?,
        layout: row.get(3)?,
        vintage: row.get(4)?,
        producer: row.get(5)?,
        licence: row.get(6)?,
        counts: RowCounts {
            read: count(row, 7)?,
            stored: count(row, 8)?,
            merged: count(row, 9)?,
            refused: count(row, 10)?,
            ignored: count(row, 11)?,
        },
        imported_at: row.get(12)?,
    })
}

fn row_to_issue(row: &Row<'_>) -> rusqlite::Result<SourceIssue> {
    let severity: i64 = row.get(0)?;
    Ok(SourceIssue {
        severity: match severity {
            1 => IssueSeverity::Refused,
            2 => IssueSeverity::Doubtful,
            other => return Err(cells::unexpected(0, &other)),
        },
        file: row.get(1)?,
        row: row.get(2)?,
        column: row.get(3)?,
        value: row.get(4)?,
        reason: cells::word(row, 5, read_message)?,
        remedy: cells::word(row, 6, read_message)?,
    })
}

/// Counts far beyond any file stop at the largest the column holds.
fn whole(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn count(row: &Row<'_>, column: usize) -> rusqlite::Result<u64> {
    let found: i64 = row.get(column)?;
    u64::try_from(found).map_err(|_| cells::unexpected(column, &found))
}
