//! What the sources screen shows.

use crate::domain::facts::Facts;
use crate::domain::source::{RowCounts, SourceId};
use crate::i18n::{Lang, text, vintage};
use crate::ui::theme::size;
use crate::ui::widgets::table::{Cell, Column, Offer, Row, Table};
use crate::ui::words::when;

/// Characters of a SHA-256 that tell files apart at a glance; the whole is in the detail.
const SHA_SHOWN: usize = 12;

/// One line an imported file, with the reconciliation of its rows.
pub fn table(facts: &Facts, lang: Lang) -> Table<SourceId> {
    let rows = facts
        .sources
        .iter()
        .map(|source| {
            let mut cells = vec![
                Cell::Text(source.file.clone()),
                Cell::Text(source.layout.clone()),
                Cell::Text(vintage(&source.vintage)),
                Cell::Text(source.producer.clone()),
                Cell::Text(source.licence.clone()),
            ];
            cells.extend(counts(&source.counts));
            cells.push(state(&source.counts, lang));
            cells.push(Cell::Text(when(&source.imported_at)));
            cells.push(Cell::Text(source.sha256.chars().take(SHA_SHOWN).collect()));
            Row { key: source.id, cells }
        })
        .collect();
    let mut total = RowCounts::default();
    for source in &facts.sources {
        total.read += source.counts.read;
        total.stored += source.counts.stored;
        total.merged += source.counts.merged;
        total.refused += source.counts.refused;
        total.ignored += source.counts.ignored;
    }
    let mut totals = vec![Cell::Text(text(lang, "ui-total"))];
    totals.extend(std::iter::repeat_n(Cell::Empty, 4));
    totals.extend(counts(&total));
    totals.extend([state(&total, lang), Cell::Empty, Cell::Empty]);
    Table {
        id: "sources",
        title: text(lang, "ui-nav-sources"),
        columns: columns(lang),
        rows,
        totals: Some(totals),
    }
}

fn columns(lang: Lang) -> Vec<Column> {
    let words = |key: &str, width| Column::text(text(lang, &format!("ui-column-{key}")), width);
    let number = |key: &str| {
        Column::number(text(lang, &format!("ui-column-{key}")), size::COLUMN_FIGURE)
            .help(text(lang, &format!("ui-column-{key}-help")))
    };
    vec![
        words("file", size::COLUMN_LONG_NAME).offered(Offer::Always),
        words("layout", size::COLUMN_WORDS).offered(Offer::OnDemand),
        words("vintage", size::COLUMN_FIGURE),
        words("producer", size::COLUMN_WORDS),
        words("licence", size::COLUMN_WORDS).offered(Offer::OnDemand),
        number("read"),
        number("stored"),
        number("merged"),
        number("refused"),
        number("ignored"),
        words("reconciles", size::COLUMN_FIGURE),
        words("imported", size::COLUMN_DATE).offered(Offer::OnDemand),
        words("sha", size::COLUMN_DATE),
    ]
}

fn counts(counts: &RowCounts) -> [Cell; 5] {
    #[expect(clippy::cast_precision_loss, reason = "row counts stay far below 2^53")]
    [
        counts.read,
        counts.stored,
        counts.merged,
        counts.refused,
        counts.ignored,
    ]
    .map(|n| Cell::Number(n as f64, 0))
}

fn state(counts: &RowCounts, lang: Lang) -> Cell {
    if counts.reconciles() {
        Cell::Text(text(lang, "ui-reconciled"))
    } else {
        Cell::Warning(text(lang, "ui-not-reconciled"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_whose_rows_are_not_accounted_for_is_marked() {
        let mut rows = RowCounts {
            read: 10,
            stored: 7,
            merged: 1,
            refused: 1,
            ignored: 1,
        };
        assert!(matches!(state(&rows, Lang::Fr), Cell::Text(_)));
        rows.ignored = 0;
        assert!(matches!(state(&rows, Lang::Fr), Cell::Warning(_)));
    }
}
