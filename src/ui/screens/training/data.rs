//! What the training supply table shows.

use crate::domain::units::{Estimate, Milli};
use crate::i18n::{Lang, text};
use crate::market::gap::{FactorProvenance, Gap, Supply};
use crate::ui::snapshot::Names;
use crate::ui::theme::size;
use crate::ui::widgets::table::{Cell, Column, Offer, Row, Table};

/// Place of the in-field leavers among the columns.
pub const IN_FIELD: usize = 7;

/// The supply nodes that pass `keep`; rows point into the supplies of the gap.
pub fn table(gap: &Gap, names: &Names, lang: Lang, keep: impl Fn(&Supply) -> bool) -> Table<usize> {
    let mut rows = Vec::new();
    let (mut in_field, mut placed, mut leavers) = (Estimate::default(), Milli::ZERO, Estimate::default());
    for (i, supply) in gap.supplies.iter().enumerate() {
        if !supply.home || !keep(supply) {
            continue;
        }
        in_field += supply.in_field;
        placed += supply.placed;
        leavers += leavers_of(supply);
        rows.push(Row {
            key: i,
            cells: cells(supply, names, lang),
        });
    }
    let mut totals = vec![Cell::Text(text(lang, "ui-total"))];
    totals.extend(std::iter::repeat_n(Cell::Empty, 5));
    totals.extend([
        Cell::People(leavers),
        Cell::People(in_field),
        Cell::Number(placed.people(), 0),
        Cell::Empty,
        Cell::Empty,
    ]);
    Table {
        id: "training",
        title: text(lang, "ui-nav-training"),
        columns: columns(lang),
        rows,
        totals: Some(totals),
    }
}

/// The weakest provenance of a supply node: a chain is as sure as its least sure factor.
pub fn weakest(supply: &Supply) -> Option<FactorProvenance> {
    let factors = supply.origins.iter().flat_map(|o| &o.factors);
    factors.map(|f| f.provenance).max()
}

fn columns(lang: Lang) -> Vec<Column> {
    let words = |key: &str, width| Column::text(text(lang, key), width);
    let number = |key: &str, width| {
        Column::number(text(lang, &format!("ui-column-{key}")), width)
            .help(text(lang, &format!("ui-column-{key}-help")))
    };
    vec![
        words("ui-column-programme", size::COLUMN_LONG_NAME).offered(Offer::Always),
        words("ui-column-diploma", size::COLUMN_FIGURE),
        words("ui-column-level", size::COLUMN_CODE).offered(Offer::OnDemand),
        words("ui-column-route", size::COLUMN_FIGURE),
        words("ui-column-basin", size::COLUMN_WORDS),
        number("seats", size::COLUMN_FIGURE),
        number("leavers", size::COLUMN_RANGE),
        number("in-field", size::COLUMN_RANGE),
        number("placed", size::COLUMN_FIGURE),
        number("outlets", size::COLUMN_FIGURE),
        words("ui-column-provenance", size::COLUMN_FIGURE).help(text(lang, "ui-column-provenance-help")),
    ]
}

fn cells(supply: &Supply, names: &Names, lang: Lang) -> Vec<Cell> {
    let seats: Vec<u32> = supply.origins.iter().filter_map(|o| o.seats).collect();
    let seats = if seats.is_empty() {
        Cell::Empty
    } else {
        Cell::Number(seats.iter().map(|s| f64::from(*s)).sum(), 0)
    };
    #[expect(clippy::cast_precision_loss, reason = "a count of occupations")]
    let outlets = supply.outlets.len() as f64;
    vec![
        Cell::Text(supply.programme_label.clone()),
        Cell::Text(supply.diploma.as_str().to_owned()),
        Cell::Text(supply.level.to_string()),
        Cell::Text(text(lang, &format!("ui-route-{}", supply.route.as_str()))),
        Cell::Text(names.basin(&supply.basin)),
        seats,
        Cell::People(leavers_of(supply)),
        Cell::People(supply.in_field),
        Cell::Number(supply.placed.people(), 1),
        Cell::Number(outlets, 0),
        weakest(supply).map_or(Cell::Empty, |p| {
            Cell::Text(text(lang, &format!("ui-provenance-{}", p.as_str())))
        }),
    ]
}

fn leavers_of(supply: &Supply) -> Estimate {
    supply.origins.iter().map(|o| o.leavers).sum()
}
