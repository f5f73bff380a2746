//! One table as a workbook of one sheet: what is shown on a screen, its numbers as numbers.

use jiff::civil::Date;
use rust_xlsxwriter::Workbook;

use super::ReportError;
use super::layout::{Header, Plain};
use super::xlsx::{Formats, created, width, write_cell};
use crate::report::document::{ColumnKind, RowKind};

/// Excel's limit for the name of a sheet, and the characters it does not take there.
const NAME: usize = 31;
const NOT_IN_NAMES: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];
/// Places of the headers: a title and a line under it stand above.
const HEADER_ROW: u32 = 3;

/// A table whose ranges are columns of their own already.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    pub title: String,
    /// Territory, year, revision; « valeurs simulées » where they are.
    pub subtitle: String,
    pub headers: Vec<Header>,
    /// As many cells as there are headers.
    pub rows: Vec<Vec<Plain>>,
}

/// The table as a workbook. Same table, same date, same bytes.
///
/// # Errors
/// [`ReportError::Workbook`] when the workbook cannot be made.
pub fn sheet(table: &Sheet, date: Date) -> Result<Vec<u8>, ReportError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&created(date)?.set_title(&table.title));
    let formats = Formats::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name(name(&table.title))?;
    sheet.write_string_with_format(0, 0, &table.title, &formats.title)?;
    sheet.write_string_with_format(1, 0, &table.subtitle, &formats.quiet)?;
    for (column, header) in (0..).zip(&table.headers) {
        sheet.set_column_width(column, width(header))?;
        sheet.write_string_with_format(HEADER_ROW, column, &header.text, &formats.header)?;
    }
    sheet.set_freeze_panes(HEADER_ROW + 1, 1)?;
    let numbers: Vec<_> = table
        .headers
        .iter()
        .map(|header| Formats::number(header.kind, RowKind::Body))
        .collect();
    for (at, row) in (HEADER_ROW + 1..).zip(&table.rows) {
        for ((column, value), number) in (0..).zip(row).zip(&numbers) {
            write_cell(sheet, (at, column), value, number, &formats.text)?;
        }
    }
    Ok(workbook.save_to_buffer()?)
}

/// A title that Excel takes for the name of a sheet.
fn name(title: &str) -> String {
    let plain = title.replace(NOT_IN_NAMES, " ");
    let short: String = plain.trim().trim_matches('\'').chars().take(NAME).collect();
    match short.is_empty() {
        true => "1".to_owned(),
        false => short,
    }
}

/// A column of words.
pub fn words(text: impl Into<String>) -> Header {
    Header {
        text: text.into(),
        kind: ColumnKind::Text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_a_sheet_is_one_that_excel_takes() {
        assert_eq!(name("Écarts: [2026]/*?\\"), "Écarts   2026");
        assert_eq!(name("'x'").as_str(), "x");
        assert_eq!(name(&"é".repeat(40)).chars().count(), NAME);
        assert_eq!(name("?"), "1");
    }
}
