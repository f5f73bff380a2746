//! Where the rows of a file end: facts, issues, and a fate for every single row.

use super::error::ImportError;
use super::issue::{Issue, Severity};
use super::table::{Column, Row};
use super::value;
use crate::domain::batch::Batch;
use crate::domain::mobility::Move;
use crate::domain::progress::Progress;
use crate::domain::source::RowCounts;
use crate::i18n::Message;

/// Issues kept in memory; further ones are only counted.
pub const MAX_ISSUES: usize = 10_000;
/// Data rows read from one file.
pub const MAX_ROWS: u64 = 2_000_000;
const MAX_VALUE_CHARS: usize = 80;
const ROWS_PER_CHECK: u64 = 1_000;

/// What became of a row that was not refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It brought at least one new fact.
    Stored,
    /// It repeats or completes a fact of an earlier row.
    Merged,
    /// Outside the field, by a rule of the layout.
    Ignored,
}

/// Proof that an issue says why a row is refused; only [`Sink::refuse`] makes one.
#[derive(Debug, PartialEq, Eq)]
pub struct Refused(());

/// Collects what a layout reads.
pub struct Sink<'p> {
    pub batch: Batch,
    pub moves: Vec<Move>,
    file: String,
    vintage: Option<String>,
    counts: RowCounts,
    issues: Vec<Issue>,
    refusals: u64,
    doubts: u64,
    notes: Vec<Message>,
    progress: &'p dyn Progress,
}

impl std::fmt::Debug for Sink<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Sink")
            .field("file", &self.file)
            .field("counts", &self.counts)
            .finish_non_exhaustive()
    }
}

/// All that a sink collected.
#[derive(Debug)]
pub struct Collected {
    pub batch: Batch,
    pub moves: Vec<Move>,
    pub vintage: String,
    pub counts: RowCounts,
    pub issues: Vec<Issue>,
    pub refusals: u64,
    pub doubts: u64,
    pub notes: Vec<Message>,
}

impl<'p> Sink<'p> {
    /// A sink for one file, named as issues shall name it.
    pub fn new(file: &str, progress: &'p dyn Progress) -> Self {
        Self {
            batch: Batch::default(),
            moves: Vec::new(),
            file: file.to_owned(),
            vintage: None,
            counts: RowCounts::default(),
            issues: Vec::new(),
            refusals: 0,
            doubts: 0,
            notes: Vec::new(),
            progress,
        }
    }

    /// Data rows begun so far.
    pub fn rows_read(&self) -> u64 {
        self.counts.read
    }

    /// The file as issues name it.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// Whom long readings tell how far they are.
    pub(super) fn progress(&self) -> &'p dyn Progress {
        self.progress
    }

    /// The only year written in the file's name, for layouts whose content has none.
    pub fn year_of_name(&self) -> Option<u16> {
        value::year_in(&self.file)
    }

    /// The version written in the file's name (`v347`, `v1.4`), for layouts whose content has none.
    pub fn version_of_name(&self) -> Option<String> {
        value::version_in(&self.file)
    }

    /// States the year or label of the data. Without it the year of the file's name stands.
    pub fn set_vintage(&mut self, vintage: impl Into<String>) {
        self.vintage = Some(vintage.into());
    }

    /// Something to know about the file as a whole.
    pub fn note(&mut self, note: Message) {
        self.notes.push(note);
    }

    /// Refuses a row for a cell; `column` is [`Column::ABSENT`] for the row as a whole.
    #[must_use]
    pub fn refuse(&mut self, row: &Row<'_>, column: Column, reason: Message, remedy: Message) -> Refused {
        self.refusals += 1;
        self.push(row, column, Severity::Refused, reason, remedy);
        Refused(())
    }

    /// Says that a stored row is doubtful.
    pub fn doubt(&mut self, row: &Row<'_>, column: Column, reason: Message, remedy: Message) {
        self.doubts += 1;
        self.push(row, column, Severity::Doubtful, reason, remedy);
    }

    /// Turns a row already counted as stored into a refused one, because of what was read after it.
    /// The layout takes its fact out of the batch.
    pub fn refuse_stored(&mut self, row: u32, reason: Message, remedy: Message) {
        self.counts.stored -= 1;
        self.counts.refused += 1;
        self.refusals += 1;
        self.keep_row(row, Severity::Refused, reason, remedy);
    }

    /// Says of a row already stored that what was read after it makes it doubtful.
    pub fn doubt_stored(&mut self, row: u32, reason: Message, remedy: Message) {
        self.doubts += 1;
        self.keep_row(row, Severity::Doubtful, reason, remedy);
    }

    /// Turns a row already counted as ignored into a stored one, because no later row replaced what it says.
    /// The layout puts its fact into the batch.
    pub fn store_ignored(&mut self) {
        self.counts.ignored -= 1;
        self.counts.stored += 1;
    }

    fn keep_row(&mut self, row: u32, severity: Severity, reason: Message, remedy: Message) {
        self.keep(Issue {
            severity,
            file: self.file.clone(),
            row,
            column: String::new(),
            value: String::new(),
            reason,
            remedy,
        });
    }

    /// Counts one more row; checks the row limit and, now and then, whether the user asked to stop.
    pub(super) fn begin(&mut self, done: u64, total: u64) -> Result<(), ImportError> {
        self.counts.read += 1;
        if self.counts.read > MAX_ROWS {
            return Err(ImportError::TooManyRows {
                file: self.file.clone(),
                limit: MAX_ROWS,
            });
        }
        if self.counts.read.is_multiple_of(ROWS_PER_CHECK) {
            self.progress.report(done, total.max(done));
            if self.progress.is_cancelled() {
                return Err(ImportError::Cancelled);
            }
        }
        Ok(())
    }

    /// Records the fate of the row begun last.
    pub(super) fn settle(&mut self, fate: &Result<Fate, Refused>) {
        match fate {
            Ok(Fate::Stored) => self.counts.stored += 1,
            Ok(Fate::Merged) => self.counts.merged += 1,
            Ok(Fate::Ignored) => self.counts.ignored += 1,
            Err(Refused(())) => self.counts.refused += 1,
        }
    }

    pub(super) fn finish(self) -> Collected {
        let named = value::year_in(&self.file).map(|year| year.to_string());
        Collected {
            vintage: self.vintage.or(named).unwrap_or_default(),
            batch: self.batch,
            moves: self.moves,
            counts: self.counts,
            issues: self.issues,
            refusals: self.refusals,
            doubts: self.doubts,
            notes: self.notes,
        }
    }

    fn push(&mut self, row: &Row<'_>, column: Column, severity: Severity, reason: Message, remedy: Message) {
        self.keep(Issue {
            severity,
            file: self.file.clone(),
            row: row.number(),
            column: row.header(column).to_owned(),
            value: cut(row.raw(column)),
            reason,
            remedy,
        });
    }

    fn keep(&mut self, issue: Issue) {
        if self.issues.len() < MAX_ISSUES {
            self.issues.push(issue);
        }
    }
}

/// A value short enough for a list, control characters made visible.
pub(super) fn cut(value: &str) -> String {
    let clean = |c: char| if c.is_control() { '\u{fffd}' } else { c };
    let mut chars = value.chars();
    let mut short: String = chars.by_ref().take(MAX_VALUE_CHARS).map(clean).collect();
    if chars.next().is_some() {
        short.pop();
        short.push('…');
    }
    short
}
