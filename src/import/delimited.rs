//! Text tables: the separator is the one under which a known header appears.

use csv::{ReaderBuilder, StringRecord};

use super::error::ImportError;
use super::layout::{Findings, Lines, recognise};
use super::table::{HEADER_ROWS, Header, LineCounter, MAX_COLUMNS, Source, Table};

/// How a text is cut into cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// Cells between separators, quoted with `"` where needed.
    Separated(u8),
    /// One cell a line: program texts.
    Plain,
}

/// Bytes looked at to recognise a text: a quote that never closes must not cost a whole reading for each dialect.
const RECOGNITION_BYTES: usize = 4 << 20;

const DIALECTS: [Dialect; 5] = [
    Dialect::Separated(b';'),
    Dialect::Separated(b','),
    Dialect::Separated(b'\t'),
    Dialect::Separated(b'|'),
    Dialect::Plain,
];

/// Tries every dialect on the first rows and keeps the one that recognises most.
///
/// # Errors
/// Too many columns under the dialect that fits best.
pub fn recognise_text(file: &str, text: &str) -> Result<(Dialect, Findings), ImportError> {
    let text = &text[..text.floor_char_boundary(RECOGNITION_BYTES)];
    let mut best = (DIALECTS[0], Findings::default());
    let mut too_wide = false;
    for dialect in DIALECTS {
        let Some(rows) = first_rows(dialect, text) else {
            too_wide = true;
            continue;
        };
        let lines = match dialect {
            Dialect::Plain => Lines::Plain,
            Dialect::Separated(_) => Lines::Cells,
        };
        let before = best.1.score();
        let findings = recognise(&rows, lines);
        if findings.score() > before {
            best = (dialect, findings);
        }
    }
    if too_wide && best.1.matches.is_empty() {
        return Err(ImportError::TooManyColumns {
            file: file.to_owned(),
            limit: MAX_COLUMNS,
        });
    }
    Ok(best)
}

/// The table whose header is the record of index `at`.
///
/// # Errors
/// Damaged.
pub fn table<'a>(file: &str, text: &'a str, dialect: Dialect, at: usize) -> Result<Table<'a>, ImportError> {
    let mut source = match dialect {
        Dialect::Separated(separator) => Source::Csv {
            reader: Box::new(reader(separator, text)),
            record: StringRecord::new(),
            lines: LineCounter::new(text.as_bytes()),
        },
        Dialect::Plain => Source::Lines {
            lines: text.lines().enumerate(),
            line: [String::new()],
            bytes: text.len() as u64,
        },
    };
    for _ in 0..=at {
        source.advance(file)?;
    }
    let cells = source.cells();
    let names = (0..cells.len()).map(|i| cells.get(i).to_owned()).collect();
    let header = Header::new(names);
    Ok(Table::new(header, source))
}

/// The first records, or nothing when one has too many columns.
fn first_rows(dialect: Dialect, text: &str) -> Option<Vec<Vec<String>>> {
    let Dialect::Separated(separator) = dialect else {
        let lines = text.lines().take(HEADER_ROWS);
        return Some(lines.map(|line| vec![line.to_owned()]).collect());
    };
    let mut reader = reader(separator, text);
    let mut record = StringRecord::new();
    let mut rows = Vec::new();
    while rows.len() < HEADER_ROWS && reader.read_record(&mut record).ok()? {
        if record.len() > MAX_COLUMNS {
            return None;
        }
        rows.push(record.iter().map(str::to_owned).collect());
    }
    Some(rows)
}

fn reader(separator: u8, text: &str) -> csv::Reader<&[u8]> {
    ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::progress::Unattended;
    use crate::import::sink::{Fate, Sink};

    #[test]
    fn rows_are_numbered_as_an_editor_does_whatever_ends_a_line() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["title", "", "a;b", "1;\"x\ny\"", "", "2;3", "4;5;;"].join(end);
            let mut table = table("t.csv", &text, Dialect::Separated(b';'), 1).unwrap();
            let mut sink = Sink::new("t.csv", &Unattended);
            let mut numbers = Vec::new();
            table
                .each_row(&mut sink, |row, _| {
                    numbers.push(row.number());
                    Ok(Fate::Stored)
                })
                .unwrap();
            assert_eq!(numbers, [4, 7, 8], "{end:?}");
        }
    }
}
