//! A table of text from a clipboard or a small file: what cuts it, which columns it has, its lines with their numbers.

use crate::i18n::Message;
use crate::import::{Issue, Severity};

/// Characters of a refused value that are told.
const VALUE_TOLD: usize = 80;

/// A table whose columns were found.
#[derive(Debug)]
pub(super) struct TextTable {
    /// Place of each column asked for, where it is there.
    columns: Vec<Option<usize>>,
    records: Vec<Option<csv::StringRecord>>,
}

/// One line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'t> {
    table: &'t TextTable,
    record: &'t csv::StringRecord,
}

impl TextTable {
    /// Finds `columns` in the header by `is_title`; those of `required` must be there, else the first that is not.
    pub fn read(
        text: &str,
        columns: &[&'static str],
        required: &[&'static str],
        is_title: impl Fn(&str, &str) -> bool,
    ) -> Result<Self, &'static str> {
        let text = text.trim_start_matches('\u{feff}');
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter(text))
            .flexible(true)
            .from_reader(text.as_bytes());
        let header = reader.headers().cloned().unwrap_or_default();
        let place = |name: &&'static str| header.iter().position(|title| is_title(title, name));
        if let Some(missing) = required.iter().find(|name| place(name).is_none()) {
            return Err(missing);
        }
        Ok(Self {
            columns: columns.iter().map(place).collect(),
            records: reader.records().map(Result::ok).collect(),
        })
    }

    /// The lines under the header and their numbers, from 2; nothing for a line that cannot be read.
    pub fn lines(&self) -> impl Iterator<Item = (u32, Option<Line<'_>>)> {
        let line = |record| Line { table: self, record };
        (2_u32..).zip(self.records.iter().map(move |record| record.as_ref().map(line)))
    }
}

impl<'t> Line<'t> {
    /// The cell of a column by its place among those asked for; nothing where the table has no such column.
    pub fn cell(&self, column: usize) -> Option<&'t str> {
        let place = (*self.table.columns.get(column)?)?;
        self.record.get(place).map(str::trim)
    }
}

/// A line refused, with its column, its value and why.
pub(super) fn issue(file: &str, row: u32, (column, value): (&str, &str), reason: Message) -> Issue {
    Issue {
        severity: Severity::Refused,
        file: file.to_owned(),
        row,
        column: column.to_owned(),
        value: value.chars().take(VALUE_TOLD).collect(),
        reason,
        remedy: Message::new("app-review-remedy"),
    }
}

/// What cuts the header into most columns.
fn delimiter(table: &str) -> u8 {
    let header = table.lines().next().unwrap_or_default();
    let count = |mark: &u8| header.bytes().filter(|b| b == mark).count();
    [b'\t', b';', b','].into_iter().rev().max_by_key(count).unwrap_or(b',')
}
