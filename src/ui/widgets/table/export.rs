//! A table as it is shown, as text for a file: rows and columns in their order, ranges as three columns.

use super::model::{Cell, Table};
use crate::i18n::{Lang, text};

/// First characters that make a spreadsheet take a text for a formula.
const FORMULA_STARTS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

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
            for end in ["ui-export-low", "ui-export-high"] {
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

fn has_ranges<K>(table: &Table<K>, column: usize) -> bool {
    let mut cells = table.rows.iter().filter_map(|row| row.cells.get(column));
    cells.any(|cell| matches!(cell, Cell::People(_) | Cell::Fine(..) | Cell::Euros(_)))
}

fn ends(cell: &Cell) -> [Option<f64>; 2] {
    match cell {
        Cell::People(e) | Cell::Fine(e, _) => [Some(e.low.people()), Some(e.high.people())],
        Cell::Euros(euros) => [Some(euros.low), Some(euros.high)],
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
