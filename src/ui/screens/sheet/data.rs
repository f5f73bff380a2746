//! What a sheet shows.

use crate::domain::id::{BasinCode, FapCode};
use crate::domain::units::Milli;
use crate::i18n::{Lang, text};
use crate::market::flows::{Both, FlowKey, FlowLine, NodeKey};
use crate::market::gap::{Gap, Grouping, RowKey, Supply};
use crate::ui::scene::Measure;
use crate::ui::screens::figures::key_figures;
use crate::ui::screens::flows::data::Reader;
use crate::ui::screens::flows::tables::people_column;
use crate::ui::screens::gap_table::Lines;
use crate::ui::screens::{cells, training};
use crate::ui::snapshot::Snapshot;
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
    pub flows: Table<FlowKey>,
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
            flows: flows(snapshot, lang, |s, f| scope.touches(s, f), |s| scope.way(s)),
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

/// Who comes from where to take which post, of the flows that pass `keep`, under the lens of the screen; `way` says which way those between two basins go, by its key.
pub fn flows(
    snapshot: &Snapshot,
    lang: Lang,
    keep: impl Fn(&Supply, &FlowLine) -> bool,
    way: impl Fn(&Supply) -> &'static str,
) -> Table<FlowKey> {
    let words = |key: &str, width| Column::text(text(lang, key), width);
    let reader = Reader::new(snapshot, lang);
    let lens = reader.as_ref().map_or_else(Default::default, |reader| reader.lens);
    let columns = vec![
        words("ui-column-programme", size::COLUMN_LONG_NAME).offered(Offer::Always),
        words("ui-column-direction", size::COLUMN_ROUTE),
        words("ui-column-from", size::COLUMN_WORDS),
        words("ui-column-to", size::COLUMN_WORDS),
        words("ui-column-occupation", size::COLUMN_LONG_NAME),
        people_column(lens, lang),
        Column::number(text(lang, "ui-column-km"), size::COLUMN_FIGURE).help(text(lang, "ui-column-km-help")),
    ];
    let mut total = Both::<Milli>::default();
    let mut rows = Vec::new();
    if let Some(reader) = &reader {
        let some = |line: &&FlowLine| reader.people(line) > Milli::ZERO && keep(reader.from(line), line);
        for line in reader.flows.lines.iter().filter(some) {
            let supply = reader.from(line);
            total += line.people;
            let way = if supply.basin == line.basin {
                "ui-flow-here"
            } else {
                way(supply)
            };
            rows.push(Row {
                key: FlowKey::Arc(NodeKey::of(supply), line.basin.clone(), line.fap.clone()),
                cells: vec![
                    Cell::Text(reader.names.programme(&supply.programme)),
                    Cell::Text(text(lang, way)),
                    Cell::Text(reader.place(&supply.basin)),
                    Cell::Text(reader.place(&line.basin)),
                    Cell::Text(reader.names.occupation(&line.fap)),
                    reader.people_cell(&line.people, lens),
                    Cell::Number(line.km, 0),
                ],
            });
        }
    }
    let mut totals = vec![Cell::Text(text(lang, "ui-total"))];
    totals.extend(std::iter::repeat_n(Cell::Empty, 4));
    totals.extend([
        reader.map_or(Cell::Empty, |reader| reader.people_cell(&total, lens)),
        Cell::Empty,
    ]);
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
    fn touches(&self, supply: &Supply, flow: &FlowLine) -> bool {
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
