//! Tables as plain columns of numbers and texts: what spreadsheets and CSV share.

use super::super::document::{Cell, Column, ColumnKind, Table};
use super::super::words;
use crate::i18n::{Lang, text};

/// One physical column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    pub text: String,
    pub kind: ColumnKind,
}

/// One physical cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Plain {
    Empty,
    Text(String),
    Number(f64),
}

/// Columns of a table once each range is three columns.
pub fn headers(lang: Lang, table: &Table) -> Vec<Header> {
    table
        .columns
        .iter()
        .flat_map(|column| column_headers(lang, column))
        .collect()
}

fn column_headers(lang: Lang, column: &Column) -> Vec<Header> {
    let mut name = column.header.text(lang);
    if let Some(unit) = &column.unit {
        name = format!("{name} ({})", unit.text(lang));
    }
    let ends = match column.kind {
        ColumnKind::Range(_) | ColumnKind::ShareRange(_) => ["report-end-low", "report-end-central", "report-end-high"],
        _ => {
            return vec![Header {
                text: name,
                kind: column.kind,
            }];
        }
    };
    ends.map(|end| Header {
        text: format!("{name} – {}", text(lang, end)),
        kind: column.kind,
    })
    .into()
}

/// The cells of a line, as many as there are headers. Shares are fractions of 1 with the unit percent applied by the format.
pub fn cells(lang: Lang, columns: &[Column], row: &[Cell]) -> Vec<Plain> {
    columns
        .iter()
        .zip(row)
        .flat_map(|(column, cell)| expand(lang, column.kind, cell))
        .collect()
}

fn expand(lang: Lang, kind: ColumnKind, cell: &Cell) -> Vec<Plain> {
    let ranged = matches!(kind, ColumnKind::Range(_) | ColumnKind::ShareRange(_));
    let word = || Plain::Text(words::cell(lang, cell, kind).main);
    let three = |low: f64, central: Plain, high: f64| {
        let number = |value: f64| {
            if value.is_finite() {
                Plain::Number(value)
            } else {
                Plain::Empty
            }
        };
        vec![number(low), central, number(high)]
    };
    match cell {
        Cell::Estimate(e) | Cell::Flagged(e) if ranged => {
            three(e.low.people(), Plain::Number(e.central.people()), e.high.people())
        }
        Cell::SecretWithin(e) if ranged => three(e.low.people(), word(), e.high.people()),
        Cell::ShareRange(r) | Cell::Amount(r) if ranged => three(r.low, Plain::Number(r.central), r.high),
        Cell::Number(value) | Cell::Share(value) if ranged => three(*value, Plain::Number(*value), *value),
        Cell::Number(value) | Cell::Share(value) => vec![Plain::Number(*value)],
        Cell::Empty if ranged => vec![Plain::Empty; 3],
        Cell::Empty => vec![Plain::Empty],
        _ if ranged => vec![word(), word(), word()],
        _ => vec![word()],
    }
}
