//! What the table of cells shows; also the cells of one basin or of one occupation.

use crate::i18n::{Lang, text};
use crate::market::gap::{Gap, GapCell, Grouping, RowKey};
use crate::ui::screens::gap_table::{FILLED, Lines};
use crate::ui::snapshot::Snapshot;
use crate::ui::theme::size;
use crate::ui::widgets::table::{Cell, Column, Offer, Row, Table};

/// Columns before the figures.
pub const NAME_COLUMNS: usize = 2;

/// The cells that pass `keep`, with their total.
pub fn table(snapshot: &Snapshot, gap: &Gap, lang: Lang, keep: impl Fn(&GapCell) -> bool) -> Table<RowKey> {
    let names = &snapshot.names;
    let lines = Lines::new(snapshot, Grouping::Cell, lang);
    let mut columns = vec![
        Column::text(text(lang, "ui-column-occupation"), size::COLUMN_LONG_NAME).offered(Offer::Always),
        Column::text(text(lang, "ui-column-basin"), size::COLUMN_PLACE),
    ];
    columns.extend(lines.columns());
    // Two names leave less room: what is filled is the need less what is not.
    columns[NAME_COLUMNS + FILLED].offer = Offer::WhereItFits;
    columns.push(
        Column::number(text(lang, "ui-column-reachable"), size::COLUMN_RANGE)
            .help(text(lang, "ui-column-reachable-help"))
            .offered(Offer::OnDemand),
    );
    columns.push(
        Column::text(text(lang, "ui-column-border"), size::COLUMN_FIGURE)
            .help(text(lang, "ui-column-border-help"))
            .offered(Offer::OnDemand),
    );
    let mut total = lines.nothing();
    let mut rows = Vec::new();
    for cell in gap.cells.iter().filter(|c| keep(c)) {
        let key = RowKey::Cell(cell.basin.clone(), cell.fap.clone());
        let line = lines.line(&key, cell.figures);
        total += &line;
        let mut cells = vec![
            Cell::Text(names.occupation(&cell.fap)),
            Cell::Text(names.basin(&cell.basin)),
        ];
        cells.extend(lines.cells(&line));
        cells.push(Cell::People(cell.reachable));
        cells.push(if cell.border {
            Cell::Warning(text(lang, "ui-border"))
        } else {
            Cell::Empty
        });
        rows.push(Row { key, cells });
    }
    let mut totals = vec![Cell::Text(text(lang, "ui-total")), Cell::Empty];
    totals.extend(lines.cells(&total));
    // Reachable people are never summed: one person reaches several cells (ruling 9.6).
    totals.extend([Cell::Empty, Cell::Empty]);
    Table {
        id: "cells",
        title: text(lang, "ui-nav-cells"),
        columns,
        rows,
        totals: Some(totals),
    }
    .fitted(lang)
}
