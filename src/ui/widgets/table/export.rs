//! A table as it is shown, as text for a file: rows and columns in their order, ranges as three columns.

use super::model::{Cell, Table};
use crate::i18n::{Lang, text};
use crate::report::document::ColumnKind;
use crate::report::format::{Header, Plain, Sheet};

/// First characters that make a spreadsheet take a text for a formula.
const FORMULA_STARTS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// What stands beside the centre of a range.
const ENDS: [&str; 2] = ["ui-export-low", "ui-export-high"];

/// Rows `order` and columns `columns` as CSV: UTF-8 with a byte-order mark, `;` and decimal comma in French, `,` and point in English, as spreadsheets expect.
/// A column with ranges becomes three: centre, low, high; an end without bound is empty. A figure being computed is empty.
pub fn csv<K>(table: &Table<K>, order: &[usize], columns: &[usize], lang: Lang) -> String {
    let delimiter = match lang {
        Lang::Fr => ";",
        Lang::En => ",",
    };
    let ranged: Vec<bool> = columns.iter().map(|c| has_ranges(table, *c)).collect();
    let mut header = Vec::new();
    for (column, ranged) in columns.iter().zip(&ranged) {
        let title = table.columns[*column].title.as_str();
        header.push(quoted(title, delimiter));
        if *ranged {
            for end in ENDS {
                header.push(quoted(&format!("{title} – {}", text(lang, end)), delimiter));
            }
        }
    }
    let mut out = format!("\u{feff}{}\r\n", header.join(delimiter));
    for row in order {
        let mut record = Vec::new();
        for (column, ranged) in columns.iter().zip(&ranged) {
            let cell = table.rows[*row].cells.get(*column).cloned().unwrap_or_default();
            record.push(quoted(&plain(&cell, lang), delimiter));
            if *ranged {
                record.extend(ends(&cell).map(|end| number(end, lang)));
            }
        }
        out.push_str(&record.join(delimiter));
        out.push_str("\r\n");
    }
    out
}

/// The same as one sheet of a workbook: numbers as numbers, whatever the language, a range as centre, low and high.
pub fn sheet<K>(table: &Table<K>, order: &[usize], columns: &[usize], subtitle: String, lang: Lang) -> Sheet {
    let ranged: Vec<bool> = columns.iter().map(|c| has_ranges(table, *c)).collect();
    let mut headers = Vec::new();
    for (column, ranged) in columns.iter().zip(&ranged) {
        let (title, kind) = (table.columns[*column].title.as_str(), kind(table, *column));
        let header = |text: String| Header { text, kind };
        headers.push(header(title.to_owned()));
        if *ranged {
            headers.extend(ENDS.map(|end| header(format!("{title} – {}", text(lang, end)))));
        }
    }
    let number = |value: Option<f64>| value.filter(|v| v.is_finite()).map_or(Plain::Empty, Plain::Number);
    let row = |row: &usize| {
        let mut record = Vec::new();
        for (column, ranged) in columns.iter().zip(&ranged) {
            let cell = table.rows[*row].cells.get(*column).cloned().unwrap_or_default();
            record.push(match (&cell, cell.value()) {
                (Cell::Empty | Cell::Awaited(_), _) => Plain::Empty,
                (_, None) => Plain::Text(cell.words(lang)),
                (_, value) => number(value),
            });
            if *ranged {
                record.extend(ends(&cell).map(number));
            }
        }
        record
    };
    Sheet {
        title: table.title.clone(),
        subtitle,
        rows: order.iter().map(row).collect(),
        headers,
    }
}

/// What a column holds, by its cells: the most decimals among them.
fn kind<K>(table: &Table<K>, column: usize) -> ColumnKind {
    let of = |cell: &Cell| match cell {
        Cell::Number(_, decimals) => Some((false, *decimals)),
        Cell::Fine(_, decimals) => Some((false, usize::from(*decimals))),
        Cell::People(_) | Cell::Posts(..) | Cell::Euros(_) => Some((false, 0)),
        Cell::Share(_) | Cell::ShareRange(_) | Cell::Secret(_) => Some((true, 1)),
        _ => None,
    };
    let cells = table.rows.iter().filter_map(|row| row.cells.get(column));
    match cells.filter_map(of).max() {
        None => ColumnKind::Text,
        Some((true, decimals)) => ColumnKind::Share(decimals_of(decimals)),
        Some((false, decimals)) => ColumnKind::Number(decimals_of(decimals)),
    }
}

fn decimals_of(decimals: usize) -> u8 {
    u8::try_from(decimals).unwrap_or(u8::MAX)
}

fn has_ranges<K>(table: &Table<K>, column: usize) -> bool {
    let mut cells = table.rows.iter().filter_map(|row| row.cells.get(column));
    cells.any(|cell| {
        matches!(
            cell,
            Cell::People(_) | Cell::Fine(..) | Cell::Euros(_) | Cell::ShareRange(_)
        )
    })
}

fn ends(cell: &Cell) -> [Option<f64>; 2] {
    match cell {
        Cell::People(e) | Cell::Fine(e, _) => [Some(e.low.people()), Some(e.high.people())],
        Cell::Euros(range) | Cell::ShareRange(range) => [Some(range.low), Some(range.high)],
        _ => [None, None],
    }
}

fn number(value: Option<f64>, lang: Lang) -> String {
    let text = value
        .filter(|v| v.is_finite())
        .map_or_else(String::new, |v| v.to_string());
    match lang {
        Lang::Fr => text.replace('.', ","),
        Lang::En => text,
    }
}

/// A figure as a number, a text guarded from being taken for a formula.
fn plain(cell: &Cell, lang: Lang) -> String {
    let text = cell.plain(lang);
    if cell.value().is_none() && text.starts_with(FORMULA_STARTS) {
        return format!("'{text}");
    }
    text
}

fn quoted(text: &str, delimiter: &str) -> String {
    if text.contains(delimiter) || text.contains(['"', '\n', '\r']) {
        return format!("\"{}\"", text.replace('"', "\"\""));
    }
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::model::tests::fixture;
    use super::*;

    #[test]
    fn a_workbook_holds_numbers_with_their_ends_and_no_figure_that_is_awaited() {
        let mut table = fixture();
        table.rows[1].cells[0] = Cell::Text("=1".to_owned());
        table.rows[2].cells[1] = Cell::Awaited(Some(7.0));
        let sheet = sheet(&table, &[1, 2], &[0, 1], "2026".to_owned(), Lang::Fr);
        let headers: Vec<_> = sheet.headers.iter().map(|h| (h.text.as_str(), h.kind)).collect();
        let number = ColumnKind::Number(0);
        assert_eq!(
            headers,
            [
                ("Bassin", ColumnKind::Text),
                ("Besoin", number),
                ("Besoin – bas", number),
                ("Besoin – haut", number)
            ]
        );
        assert_eq!(
            sheet.rows[0],
            [
                Plain::Text("=1".to_owned()),
                Plain::Number(40.0),
                Plain::Number(30.0),
                Plain::Number(50.0)
            ]
        );
        assert_eq!(sheet.rows[1][1..], [Plain::Empty, Plain::Empty, Plain::Empty]);
        table.rows[0].cells[1] = Cell::Secret(0.2);
        assert_eq!(kind(&table, 1), ColumnKind::Share(1));
    }

    #[test]
    fn a_file_holds_what_is_shown_with_both_ends() {
        let mut table = fixture();
        assert_eq!(
            csv(&table, &[2, 1], &[0, 1], Lang::Fr),
            "\u{feff}Bassin;Besoin;Besoin – bas;Besoin – haut\r\nCœur de l’Eure;300;290;310\r\nÉpernay;40;30;50\r\n"
        );
        table.rows[0].cells[0] = Cell::Text("=1;\"2\"".to_owned());
        assert_eq!(
            csv(&table, &[0], &[0], Lang::Fr),
            "\u{feff}Bassin\r\n\"'=1;\"\"2\"\"\"\r\n"
        );
    }
}
