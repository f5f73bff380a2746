//! A table read row by row, whatever its container: text with separators, plain lines, a sheet.

use csv::StringRecord;

use super::error::ImportError;
use super::outline::Outline;
use super::sheet::SheetRows;
use super::sink::{Fate, Refused, Sink, cut};
use super::value::fold;
use crate::i18n::Message;

pub use super::row::Row;

/// Columns of one table; real files have at most a few hundred.
pub const MAX_COLUMNS: usize = 2_048;
/// Characters of one cell; the limit of spreadsheets.
pub const MAX_CELL_CHARS: usize = 32_767;
/// Bytes of a column name; the longest published is some two hundred.
const MAX_NAME_BYTES: usize = 2_000;
/// Rows above the header at most.
pub const HEADER_ROWS: usize = 30;

/// A recognised table: its header, then its rows, each read once.
#[derive(Debug)]
pub struct Table<'a> {
    header: Header,
    source: Source<'a>,
}

/// One column of a table, found by its header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column(Option<usize>);

impl Column {
    /// A column the table does not have: its cells are empty. Also stands for the row as a whole in issues.
    pub const ABSENT: Self = Self(None);

    /// True when the table has the column.
    pub fn exists(self) -> bool {
        self.0.is_some()
    }

    pub(super) fn at(index: usize) -> Self {
        Self(Some(index))
    }

    pub(super) fn index(self) -> Option<usize> {
        self.0
    }
}

/// The header row: names as written, and as compared.
#[derive(Debug, Clone, Default)]
pub struct Header {
    written: Vec<String>,
    folded: Vec<String>,
}

impl Header {
    /// A header from its names as written; empty names at its end are dropped.
    pub fn new(mut written: Vec<String>) -> Self {
        while written.last().is_some_and(|name| name.trim().is_empty()) {
            written.pop();
        }
        // A name of many lines is a cell of data; folding it would only cost time.
        let named = |name: &String| {
            if name.len() > MAX_NAME_BYTES {
                String::new()
            } else {
                fold(name)
            }
        };
        let folded = written.iter().map(named).collect();
        Self { written, folded }
    }

    /// Columns, trailing empty names not counted.
    pub fn width(&self) -> usize {
        self.written.len()
    }

    /// The first column with one of the names (in the form of [`fold`]; `#` stands for one digit), the names tried in order.
    pub fn position(&self, names: &[&str]) -> Option<usize> {
        names
            .iter()
            .find_map(|name| self.folded.iter().position(|header| same_name(name, header)))
    }

    /// Every column with one of the names, in file order: some files repeat a header.
    pub fn positions(&self, names: &[&str]) -> Vec<usize> {
        let fits = |header: &String| names.iter().any(|name| same_name(name, header));
        (0..self.width()).filter(|i| fits(&self.folded[*i])).collect()
    }

    /// The name of the column found for `names` when another column bears exactly the same: only the first is read.
    pub(super) fn repeated(&self, names: &[&str]) -> Option<&str> {
        let at = self.position(names)?;
        let twins = self.folded.iter().filter(|name| **name == self.folded[at]);
        (twins.count() > 1).then(|| self.written(at))
    }

    /// A few names to show in an error.
    pub(super) fn shown(&self) -> Vec<String> {
        const SHOWN: usize = 20;
        let named = self.written.iter().map(|n| n.trim()).filter(|n| !n.is_empty());
        let mut names: Vec<String> = named.clone().take(SHOWN).map(cut).collect();
        if named.count() > SHOWN {
            names.push("…".to_owned());
        }
        names
    }

    pub(super) fn written(&self, index: usize) -> &str {
        self.written.get(index).map_or("", |name| name.trim())
    }
}

/// A folded header against a pattern of the same length where `#` is any digit.
fn same_name(pattern: &str, header: &str) -> bool {
    pattern.len() == header.len()
        && pattern
            .bytes()
            .zip(header.bytes())
            .all(|(p, h)| p == h || (p == b'#' && h.is_ascii_digit()))
}

/// Where rows come from.
#[derive(Debug)]
pub(super) enum Source<'a> {
    Csv {
        reader: Box<csv::Reader<&'a [u8]>>,
        record: StringRecord,
        lines: LineCounter<'a>,
    },
    Lines {
        lines: std::iter::Enumerate<std::str::Lines<'a>>,
        line: [String; 1],
        bytes: u64,
    },
    Sheet(Box<SheetRows<'a>>),
    /// Features of a GeoJSON file, already read.
    Features {
        rows: Vec<FeatureRow>,
        next: usize,
    },
}

/// One feature: its properties as cells, its land beside.
#[derive(Debug)]
pub(super) struct FeatureRow {
    /// 1-based among the features.
    pub number: u32,
    pub cells: Vec<String>,
    pub outline: Outline,
}

impl<'a> Table<'a> {
    /// Puts the header on a source that stands just after it.
    pub(super) fn new(header: Header, source: Source<'a>) -> Self {
        Self { header, source }
    }

    /// The header of the table.
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// The features, where the table is made of them.
    pub(super) fn features(&self) -> &[FeatureRow] {
        match &self.source {
            Source::Features { rows, .. } => rows,
            _ => &[],
        }
    }

    /// The first column with one of the names, the names tried in order; [`Column::ABSENT`] when there is none.
    pub fn column(&self, names: &[&str]) -> Column {
        Column(self.header.position(names))
    }

    /// Every column with one of the names, in file order.
    pub fn columns(&self, names: &[&str]) -> Vec<Column> {
        let found = self.header.positions(names);
        found.into_iter().map(|i| Column(Some(i))).collect()
    }

    /// The name of a column as written in the file, blanks around it removed.
    pub fn written(&self, column: Column) -> &str {
        column.index().map_or("", |i| self.header.written(i))
    }

    /// Hands every row that is not blank to `read`, once, and records the fate it returns: counts reconcile by construction.
    ///
    /// Rows with a cell too long, or with more cells than the header, are refused before `read` sees them.
    ///
    /// # Errors
    /// A damaged container, too many rows or columns, cancelled.
    pub fn each_row(
        &mut self,
        sink: &mut Sink<'_>,
        mut read: impl FnMut(&Row<'_>, &mut Sink<'_>) -> Result<Fate, Refused>,
    ) -> Result<(), ImportError> {
        while let Some(number) = self.source.advance(sink.file())? {
            let row = Row::new(number, &self.header, self.source.cells()).with(self.source.outline());
            if row.is_blank() && row.outline().is_none() {
                continue;
            }
            let (done, total) = self.source.position(number);
            sink.begin(done, total)?;
            let fate = match check_shape(&row, sink) {
                Ok(()) => read(&row, sink),
                Err(refused) => Err(refused),
            };
            sink.settle(&fate);
        }
        Ok(())
    }
}

/// Refuses rows whose cells cannot be trusted to stand under their header.
fn check_shape(row: &Row<'_>, sink: &mut Sink<'_>) -> Result<(), Refused> {
    if let Some(column) = row.too_long() {
        let reason = Message::new("import-cell-too-long").with("limit", MAX_CELL_CHARS);
        return Err(sink.refuse(row, column, reason, Message::new("import-fix-cell")));
    }
    if let Some(column) = row.with_nul() {
        let reason = Message::new("import-cell-control");
        return Err(sink.refuse(row, column, reason, Message::new("import-fix-cell")));
    }
    if row.overflows() {
        let reason = Message::new("import-row-too-wide").with("columns", row.width());
        return Err(sink.refuse(row, Column::ABSENT, reason, Message::new("import-fix-separator")));
    }
    Ok(())
}

impl Source<'_> {
    /// Reads the next row and gives its 1-based number; `None` at the end.
    pub(super) fn advance(&mut self, file: &str) -> Result<Option<u32>, ImportError> {
        match self {
            Self::Csv { reader, record, lines } => {
                let more = reader.read_record(record).map_err(|e| ImportError::Damaged {
                    file: file.to_owned(),
                    detail: e.to_string(),
                })?;
                let start = record.position().map_or(0, csv::Position::byte);
                Ok(more.then(|| lines.line_at(start)))
            }
            Self::Lines { lines, line, .. } => Ok(lines.next().map(|(i, text)| {
                text.clone_into(&mut line[0]);
                u32::try_from(i + 1).unwrap_or(u32::MAX)
            })),
            Self::Sheet(rows) => rows.advance(file),
            Self::Features { rows, next } => {
                *next += 1;
                Ok(rows.get(*next - 1).map(|row| row.number))
            }
        }
    }

    /// The cells of the row read last.
    pub(super) fn cells(&self) -> Cells<'_> {
        match self {
            Self::Csv { record, .. } => Cells::Record(record),
            Self::Lines { line, .. } => Cells::Texts(line),
            Self::Sheet(rows) => Cells::Texts(rows.cells()),
            Self::Features { .. } => Cells::Texts(self.feature().map_or(&[], |row| &row.cells)),
        }
    }

    /// The land of the feature read last.
    fn outline(&self) -> Option<&Outline> {
        self.feature().map(|row| &row.outline)
    }

    fn feature(&self) -> Option<&FeatureRow> {
        match self {
            Self::Features { rows, next } => rows.get(next.checked_sub(1)?),
            _ => None,
        }
    }

    /// How far the reading is: bytes of a text, rows of a sheet.
    fn position(&self, row: u32) -> (u64, u64) {
        match self {
            Self::Csv { reader, lines, .. } => (reader.position().byte(), lines.text.len() as u64),
            Self::Lines { bytes, .. } => (u64::from(row), *bytes),
            Self::Sheet(rows) => (u64::from(row), u64::from(rows.declared_rows())),
            Self::Features { rows, .. } => (u64::from(row), rows.len() as u64),
        }
    }
}

/// Counts the lines of a text as an editor does: the reader's own count is one short after `\r\n`.
#[derive(Debug)]
pub(super) struct LineCounter<'a> {
    text: &'a [u8],
    counted: usize,
    line: u32,
}

impl<'a> LineCounter<'a> {
    pub(super) fn new(text: &'a [u8]) -> Self {
        Self {
            text,
            counted: 0,
            line: 1,
        }
    }

    /// The 1-based line of the first cell of a record that starts at this byte; records come in order.
    fn line_at(&mut self, byte: u64) -> u32 {
        let mut start = usize::try_from(byte).unwrap_or(usize::MAX).min(self.text.len());
        while self.text.get(start).is_some_and(|b| matches!(b, b'\r' | b'\n')) {
            start += 1;
        }
        let start = start.max(self.counted);
        let passed = &self.text[self.counted..start];
        let next = |i: usize| passed.get(i + 1).or_else(|| self.text.get(start));
        let ends = passed.iter().enumerate().filter(|(i, byte)| match byte {
            b'\n' => true,
            b'\r' => next(*i) != Some(&b'\n'),
            _ => false,
        });
        self.line = self
            .line
            .saturating_add(u32::try_from(ends.count()).unwrap_or(u32::MAX));
        self.counted = start;
        self.line
    }
}

/// The cells of one row, borrowed from their source.
#[derive(Debug, Clone, Copy)]
pub(super) enum Cells<'a> {
    Record(&'a StringRecord),
    Texts(&'a [String]),
}

impl<'a> Cells<'a> {
    pub(super) fn get(self, index: usize) -> &'a str {
        match self {
            Self::Record(record) => record.get(index).unwrap_or_default(),
            Self::Texts(texts) => texts.get(index).map_or("", String::as_str),
        }
    }

    pub(super) fn len(self) -> usize {
        match self {
            Self::Record(record) => record.len(),
            Self::Texts(texts) => texts.len(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_found_by_folded_name_and_digit_pattern() {
        let header = Header::new(["annee", "BE24", "reg", "reg ", "", ""].map(str::to_owned).to_vec());
        assert_eq!(header.width(), 4);
        assert_eq!(header.position(&["be##"]), Some(1));
        assert_eq!(header.position(&["be", "annee"]), Some(0));
        assert_eq!(header.positions(&["reg"]), [2, 3]);
        assert_eq!(header.position(&["be####"]), None);
    }
}
