//! What the training supply table shows.

use std::collections::BTreeMap;

use super::{indicators, seats};
use crate::domain::id::{BasinCode, ProgrammeId};
use crate::domain::programme::Route;
use crate::domain::units::{Estimate, Milli};
use crate::i18n::{Lang, text};
use crate::market::gap::{FactorProvenance, Gap, Supply};
use crate::market::values::{SeatValue, Unit, Values};
use crate::ui::snapshot::Names;
use crate::ui::theme::size;
use crate::ui::widgets::table::{Cell, Column, Offer, Row, Table};

/// Place of the basin among the columns.
pub const BASIN: usize = 4;

/// Columns of [`table`].
const OWN_COLUMNS: usize = 11;

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

/// The same table with the value of a seat: that of the best section, or else headcount, behind each line.
pub fn with_values(mut table: Table<usize>, gap: &Gap, values: Option<&Values>, lot: i32, lang: Lang) -> Table<usize> {
    let costed = values.is_some_and(|values| values.lines.iter().any(|line| line.cost.is_some()));
    let number = |key: &str, width| {
        Column::number(text(lang, &format!("ui-column-{key}")), width)
            .help(text(lang, &format!("ui-column-{key}-help")))
    };
    let euros = if costed { Offer::Shown } else { Offer::OnDemand };
    table.columns.extend(seats::value_columns(Unit::Seat, lot, lang));
    table.columns.extend([
        number("euros", size::COLUMN_RANGE).offered(euros),
        number("rank", size::COLUMN_CODE).offered(Offer::WhereItFits),
        Column::text(text(lang, "ui-column-counted"), size::COLUMN_WORDS)
            .help(text(lang, "ui-column-counted-help"))
            .offered(Offer::OnDemand),
    ]);
    let lines = values.map(by_node).unwrap_or_default();
    for row in &mut table.rows {
        let best = gap.supplies.get(row.key).and_then(|supply| {
            let near = lines.get(&(&supply.basin, &supply.programme, supply.route))?;
            let feeding = near.iter().filter(|line| line.feeds(supply));
            feeding.copied().min_by_key(|line| (line.unit, line.rank))
        });
        row.cells.extend(match (best, values) {
            (Some(line), _) => value_line(line, lot, lang),
            (None, None) => vec![Cell::Awaited(None); VALUE_COLUMNS],
            (None, Some(_)) => vec![Cell::Empty; VALUE_COLUMNS],
        });
    }
    if let Some(totals) = &mut table.totals {
        totals.extend(vec![Cell::Empty; VALUE_COLUMNS]);
    }
    table.fitted(lang)
}

/// The lines that can feed a node, by its basin, programme and route.
fn by_node(values: &Values) -> BTreeMap<(&BasinCode, &ProgrammeId, Route), Vec<&SeatValue>> {
    let mut lines: BTreeMap<_, Vec<&SeatValue>> = BTreeMap::new();
    for line in &values.lines {
        for basin in &line.basins {
            lines
                .entry((basin, &line.programme, line.route))
                .or_default()
                .push(line);
        }
    }
    lines
}

/// Columns that [`with_values`] adds.
const VALUE_COLUMNS: usize = 7;

fn value_line(line: &SeatValue, lot: i32, lang: Lang) -> Vec<Cell> {
    let mut cells = seats::value_cells(line, lot);
    cells.push(seats::euros_cell(line, lot));
    cells.push(Cell::Number(f64::from(line.rank), 0));
    cells.push(Cell::Text(text(lang, &format!("ui-counted-{}", line.unit.as_str()))));
    cells
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
        words("ui-column-diploma", size::COLUMN_FIGURE).offered(Offer::OnDemand),
        words("ui-column-level", size::COLUMN_CODE).offered(Offer::OnDemand),
        words("ui-column-route", size::COLUMN_ROUTE),
        words("ui-column-basin", size::COLUMN_PLACE),
        number("seats", size::COLUMN_CODE),
        number("leavers", size::COLUMN_RANGE).offered(Offer::OnDemand),
        number("in-field", size::COLUMN_RANGE),
        number("placed", size::COLUMN_CODE),
        number("outlets", size::COLUMN_FIGURE).offered(Offer::OnDemand),
        words("ui-column-provenance", size::COLUMN_FIGURE)
            .help(text(lang, "ui-column-provenance-help"))
            .offered(Offer::OnDemand),
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
    // Room for the columns that follow: a table has tens of thousands of lines.
    let mut cells = Vec::with_capacity(OWN_COLUMNS + VALUE_COLUMNS + indicators::COLUMNS);
    cells.extend([
        Cell::Text(names.programme(&supply.programme)),
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
    ]);
    cells
}

/// Leavers of a supply node, all origins together.
pub fn leavers_of(supply: &Supply) -> Estimate {
    supply.origins.iter().map(|o| o.leavers).sum()
}
