//! Sources: every stored fact names the file it came from.

/// Key of a source inside a territory file. 0 is the embedded catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct SourceId(pub i64);

impl SourceId {
    /// The catalogue that is part of the program.
    pub const CATALOGUE: Self = Self(0);
}

/// A file that was imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    pub id: SourceId,
    /// File name without its folder.
    pub file: String,
    /// Lowercase hexadecimal SHA-256 of the bytes read.
    pub sha256: String,
    /// Stable name of the recognised layout (`bmo`, `parcoursup`…).
    pub layout: String,
    /// Year or label of the data: `2024`, `2022_2023`.
    pub vintage: String,
    /// Producer and licence, as cited in reports.
    pub producer: String,
    pub licence: String,
    pub counts: RowCounts,
    /// ISO 8601 with offset.
    pub imported_at: String,
}

/// The reconciliation of an import: `read = stored + merged + refused + ignored`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RowCounts {
    /// Data rows in the file, header and title rows excluded.
    pub read: u64,
    /// Rows that became one stored fact each.
    pub stored: u64,
    /// Rows that repeat or complete a fact already counted as stored.
    pub merged: u64,
    /// Rows refused, each with an issue.
    pub refused: u64,
    /// Rows outside the field of the program, by a rule the recogniser names (totals, other nomenclatures).
    pub ignored: u64,
}

impl RowCounts {
    /// True when every row read is accounted for.
    pub fn reconciles(&self) -> bool {
        self.read == self.stored + self.merged + self.refused + self.ignored
    }
}
