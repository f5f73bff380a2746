//! What a sheet shows.

use crate::domain::id::{BasinCode, FapCode};
use crate::domain::units::Milli;
use crate::i18n::{Lang, text};
use crate::market::gap::{Flow, Gap, Grouping, RowKey, Supply};
use crate::ui::scene::Measure;
use crate::ui::screens::figures::key_figures;
use crate::ui::screens::gap_table::Lines;
use crate::ui::screens::{cells, training};
use crate::ui::snapshot::{Names, Snapshot};
use crate::ui::theme::size;
use crate::ui::widgets::parts::KeyFigure;
use crate::ui::widgets::table::{Cell, Column, Offer, Row, Table};

/// Of what the sheet is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    Basin(BasinCode),
    Occupation(FapCode),
}

/// A sheet, ready to be drawn.
#[derive(Debug, Clone)]
pub struct Sheet {
    pub intro: String,
    /// True where the supply seen is incomplete: a basin within reach has no data.
    pub border: bool,
    /// Each with what it measures.
    pub figures: Vec<(Measure, KeyFigure)>,
    pub cells: Table<RowKey>,
    /// Rows point into the supplies of the gap.
    pub supplies: Table<usize>,
    /// Rows point into the flows of the gap.
    pub flows: Table<usize>,
}

impl Scope {
    /// The line of the gap that the sheet details.
    pub fn row_key(&self) -> RowKey {
        match self {
            Self::Basin(code) => RowKey::Basin(code.clone()),
            Self::Occupation(code) => RowKey::Occupation(code.clone()),
        }
    }

    fn has_cell(&self, basin: &BasinCode, fap: &FapCode) -> bool {
        match self {
            Self::Basin(code) => code == basin,
            Self::Occupation(code) => code == fap,
        }
    }
}

impl Sheet {
    /// Reads a sheet off a gap; `intro` is the line under the title.
    pub fn of(scope: &Scope, intro: String, snapshot: &Snapshot, gap: &Gap, lang: Lang) -> Self {
        let names = &snapshot.names;
        let lines = Lines::new(snapshot, Grouping::Cell, lang);
        let mut total = lines.nothing();
        let mut border = false;
        for cell in gap.cells.iter().filter(|c| scope.has_cell(&c.basin, &c.fap)) {
            let key = RowKey::Cell(cell.basin.clone(), cell.fap.clone());
            total += &lines.line(&key, cell.figures);
            border |= cell.border;
        }
        let supplies = training::data::table(gap, names, lang, |supply| match scope {
            Scope::Basin(code) => supply.basin == *code,
            Scope::Occupation(code) => supply.outlets.contains(code),
        });
        Self {
            intro,
            border,
            figures: key_figures(&total, snapshot.lens, lang),
            cells: cells_of(scope, snapshot, gap, lang),
            supplies,
            flows: flows(gap, names, lang, |s, f| scope.touches(s, f), |s| scope.way(s)),
        }
    }
}

/// The cells of the sheet; the name that is the same on every line is not shown.
fn cells_of(scope: &Scope, snapshot: &Snapshot, gap: &Gap, lang: Lang) -> Table<RowKey> {
    let mut table = cells::data::table(snapshot, gap, lang, |c| scope.has_cell(&c.basin, &c.fap));
    if matches!(scope, Scope::Occupation(_)) {
        table.columns.swap(0, 1);
        for row in &mut table.rows {
            row.cells.swap(0, 1);
        }
    }
    table.columns[0].offer = Offer::Always;
    table.columns[1].offer = Offer::OnDemand;
    table
}

/// Place of the basin people come from, and of the people, among the columns of the flows.
pub const FLOW_FROM: usize = 2;
pub const FLOW_PEOPLE: usize = 5;

/// Who comes from where to take which post, of the flows that pass `keep`; `way` says which way those between two basins go, by its key.
pub fn flows(
    gap: &Gap,
    names: &Names,
    lang: Lang,
    keep: impl Fn(&Supply, &Flow) -> bool,
    way: impl Fn(&Supply) -> &'static str,
) -> Table<usize> {
    let words = |key: &str, width| Column::text(text(lang, key), width);
    let columns = vec![
        words("ui-column-programme", size::COLUMN_LONG_NAME).offered(Offer::Always),
        words("ui-column-direction", size::COLUMN_ROUTE),
        words("ui-column-from", size::COLUMN_WORDS),
        words("ui-column-to", size::COLUMN_WORDS),
        words("ui-column-occupation", size::COLUMN_LONG_NAME),
        Column::number(text(lang, "ui-column-placed"), size::COLUMN_FIGURE).help(text(lang, "ui-column-placed-help")),
        Column::number(text(lang, "ui-column-km"), size::COLUMN_FIGURE),
    ];
    let mut total = Milli::ZERO;
    let mut rows = Vec::new();
    for (i, flow) in gap.flows.iter().enumerate() {
        let Some(supply) = gap.supplies.get(flow.supply) else {
            continue;
        };
        if !keep(supply, flow) {
            continue;
        }
        let way = if supply.basin == flow.basin {
            "ui-flow-here"
        } else {
            way(supply)
        };
        total += flow.people;
        rows.push(Row {
            key: i,
            cells: vec![
                Cell::Text(names.programme(&supply.programme)),
                Cell::Text(text(lang, way)),
                Cell::Text(names.basin(&supply.basin)),
                Cell::Text(names.basin(&flow.basin)),
                Cell::Text(names.occupation(&flow.fap)),
                Cell::Number(flow.people.people(), 1),
                Cell::Number(flow.km, 0),
            ],
        });
    }
    let mut totals = vec![Cell::Text(text(lang, "ui-total"))];
    totals.extend(std::iter::repeat_n(Cell::Empty, 4));
    totals.extend([Cell::Number(total.people(), 1), Cell::Empty]);
    Table {
        id: "flows",
        title: text(lang, "ui-sheet-flows"),
        columns,
        rows,
        totals: Some(totals),
    }
}

impl Scope {
    /// True where a flow comes to or leaves what the sheet is of.
    fn touches(&self, supply: &Supply, flow: &Flow) -> bool {
        self.has_cell(&flow.basin, &flow.fap) || matches!(self, Self::Basin(code) if supply.basin == *code)
    }

    /// Key of « arrivée », « départ » or « entre bassins » for people of a node who go to another basin.
    fn way(&self, from: &Supply) -> &'static str {
        match self {
            Self::Basin(code) if from.basin == *code => "ui-flow-out",
            Self::Basin(_) => "ui-flow-in",
            Self::Occupation(_) => "ui-flow-between",
        }
    }
}
