//! What the basins table shows.

use crate::domain::id::BasinCode;
use crate::domain::territory::Basin;
use crate::i18n::{Lang, Message, integer, text};
use crate::market::gap::{Gap, Grouping, RowKey};
use crate::ui::screens::gap_table::Lines;
use crate::ui::snapshot::{Names, Snapshot};
use crate::ui::theme::size;
use crate::ui::widgets::table::{Cell, Column, Offer, Row, Table};

/// Columns before the figures.
pub const NAME_COLUMNS: usize = 3;

/// One line a home basin, zero where nothing is known of it.
pub fn table(snapshot: &Snapshot, gap: &Gap, lang: Lang) -> Table<BasinCode> {
    let (facts, names) = (&snapshot.facts, &snapshot.names);
    let mut columns = vec![
        Column::text(text(lang, "ui-column-basin"), size::COLUMN_NAME).offered(Offer::Always),
        Column::text(text(lang, "ui-column-department"), size::COLUMN_WORDS).offered(Offer::OnDemand),
        Column::text(text(lang, "ui-column-border"), size::COLUMN_FIGURE)
            .help(text(lang, "ui-column-border-help"))
            .offered(Offer::OnDemand),
    ];
    let lines = Lines::new(snapshot, Grouping::Basin, lang);
    columns.extend(lines.columns());
    let mut total = lines.nothing();
    let rows = gap.rows(Grouping::Basin, facts);
    let rows = rows
        .into_iter()
        .filter_map(|row| {
            let line = lines.line(&row.key, row.figures);
            let RowKey::Basin(code) = row.key else { return None };
            total += &line;
            let basin = facts.catalogue.basins.iter().find(|b| b.code == code);
            let department = basin.map(|b| names.department(&b.main_department)).unwrap_or_default();
            let mut cells = vec![
                Cell::Text(names.basin(&code)),
                Cell::Text(department),
                if row.border {
                    Cell::Warning(text(lang, "ui-border"))
                } else {
                    Cell::Empty
                },
            ];
            cells.extend(lines.cells(&line));
            Some(Row { key: code, cells })
        })
        .collect();
    let mut totals = vec![Cell::Text(text(lang, "ui-total")), Cell::Empty, Cell::Empty];
    totals.extend(lines.cells(&total));
    Table {
        id: "basins",
        title: text(lang, "ui-nav-basins"),
        columns,
        rows,
        totals: Some(totals),
    }
    .fitted(lang)
}

/// « Nord, Pas-de-Calais · 412 345 habitants · code 3201 ».
pub fn intro(basin: &Basin, names: &Names, lang: Lang) -> String {
    let departments: Vec<String> = basin.departments.iter().map(|d| names.department(d)).collect();
    Message::new("ui-basin-intro")
        .with("departments", departments.join(", "))
        .with("population", integer(lang, i64::from(basin.population)))
        .with("code", basin.code.as_str())
        .text(lang)
}
