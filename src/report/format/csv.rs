//! One table as CSV: UTF-8 with a byte-order mark so that spreadsheets read the accents, `;` and decimal comma in
//! French, `,` and decimal point in English, as the spreadsheet of each language expects.

use super::super::document::{ColumnKind, Table};
use super::ReportError;
use super::layout::{Plain, cells, headers};
use crate::i18n::Lang;

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();
/// First characters that make a spreadsheet take a text for a formula.
const FORMULA_STARTS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A table of the report with raw numbers; shares are percentages, as their header says.
///
/// # Errors
/// [`ReportError::Csv`] when a record cannot be written.
pub fn csv(lang: Lang, table: &Table) -> Result<Vec<u8>, ReportError> {
    let delimiter = match lang {
        Lang::Fr => b';',
        Lang::En => b',',
    };
    written(lang, table, delimiter, BYTE_ORDER_MARK)
}

/// The same with tabs and no mark, for the clipboard.
///
/// # Errors
/// [`ReportError::Csv`] when a record cannot be written.
pub fn tsv(lang: Lang, table: &Table) -> Result<String, ReportError> {
    let bytes = written(lang, table, b'\t', b"")?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn written(lang: Lang, table: &Table, delimiter: u8, start: &[u8]) -> Result<Vec<u8>, ReportError> {
    let headers = headers(lang, table);
    let mut writer = ::csv::WriterBuilder::new()
        .delimiter(delimiter)
        .terminator(::csv::Terminator::CRLF)
        .from_writer(start.to_vec());
    writer.write_record(headers.iter().map(|header| guarded(&header.text)))?;
    for row in &table.rows {
        let plain = cells(lang, &table.columns, &row.cells);
        let record = plain.iter().zip(&headers).map(|(cell, header)| match cell {
            Plain::Empty => String::new(),
            Plain::Text(text) => guarded(text),
            Plain::Number(value) => number(lang, *value, header.kind),
        });
        writer.write_record(record)?;
    }
    writer
        .into_inner()
        .map_err(|error| ReportError::Csv(error.into_error().into()))
}

/// A text that would be taken for a formula is preceded by an apostrophe, the spreadsheets' own sign for text.
fn guarded(text: &str) -> String {
    if text.starts_with(FORMULA_STARTS) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// A number without group separators, to the thousandth of the model, in the decimal sign of the language.
fn number(lang: Lang, value: f64, kind: ColumnKind) -> String {
    let value = match kind {
        ColumnKind::Share(_) | ColumnKind::ShareRange(_) => value * 100.0,
        _ => value,
    };
    let fixed = format!("{value:.3}");
    let short = fixed.trim_end_matches('0').trim_end_matches('.');
    let short = if short == "-0" { "0" } else { short };
    match lang {
        Lang::Fr => short.replace('.', ","),
        Lang::En => short.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_raw_and_in_the_decimal_sign_of_the_language() {
        let people = ColumnKind::Range(0);
        assert_eq!(number(Lang::Fr, 1234.5, people), "1234,5");
        assert_eq!(number(Lang::En, 1_234.567_8, people), "1234.568");
        assert_eq!(number(Lang::Fr, -0.000_1, people), "0");
        assert_eq!(number(Lang::Fr, 0.625, ColumnKind::Share(0)), "62,5");
    }

    #[test]
    fn a_text_is_never_a_formula() {
        for hostile in ["=1+1", "+33", "-2", "@SUM(A1)", "\tx", "\rx"] {
            assert_eq!(guarded(hostile), format!("'{hostile}"));
        }
        assert_eq!(guarded("Lens – Hénin"), "Lens – Hénin");
    }
}
