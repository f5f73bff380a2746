//! What an import tells of a file: refused and doubtful rows, each with its place, value, reason and remedy.

use crate::i18n::Message;

/// Something to know about one cell, row or file.
#[derive(Debug, Clone, PartialEq)]
pub struct Issue {
    pub severity: Severity,
    /// File name without its folder; `archive.zip/inside.csv` for an archive.
    pub file: String,
    /// 1-based row as a person counts it in the file, header included; 0 for the file as a whole.
    pub row: u32,
    /// Header of the column; empty for the row as a whole.
    pub column: String,
    /// The value as read, cut at 80 characters.
    pub value: String,
    pub reason: Message,
    pub remedy: Message,
}

/// What happened to the row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Not stored.
    Refused,
    /// Stored, with something a careful reader should know.
    Doubtful,
}
