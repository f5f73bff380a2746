//! What the sheet of a programme shows.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::id::{FapCode, ProgrammeId};
use crate::domain::programme::Programme;
use crate::domain::units::{Estimate, Milli};
use crate::i18n::{self, Lang, Message, text};
use crate::market::flows::FlowKey;
use crate::market::gap::{Gap, Supply};
use crate::market::indicators::Key;
use crate::market::values::{SeatKey, Unit};
use crate::ui::screens::occupations;
use crate::ui::screens::sheet::data::flows;
use crate::ui::screens::training::{self, seats};
use crate::ui::snapshot::Snapshot;
use crate::ui::theme::size;
use crate::ui::widgets::parts::KeyFigure;
use crate::ui::widgets::table::{Cell, Column, Offer, Table};

/// Place of the people placed among the columns of the outlets.
pub const PLACED: usize = occupations::data::NAME_COLUMNS;

/// The sheet, ready to be drawn.
#[derive(Debug, Clone)]
pub struct Sheet {
    pub intro: String,
    pub figures: Vec<((), KeyFigure)>,
    /// Sections then headcounts; nothing while values are being computed.
    pub seats: Option<[Table<SeatKey>; 2]>,
    /// Rows point into the supplies of the gap.
    pub supplies: Table<usize>,
    pub outlets: Table<FapCode>,
    /// By region and route, then by section.
    pub indicators: Table<Key>,
    pub flows: Table<FlowKey>,
}

impl Sheet {
    /// Reads the sheet of a programme off a snapshot; `lot` is the number of seats whose gain is shown.
    pub fn of(id: &ProgrammeId, lot: i32, snapshot: &Snapshot, gap: &Gap, lang: Lang) -> Self {
        let names = &snapshot.names;
        let mine = |supply: &Supply| supply.programme == *id;
        let supplies = training::data::table(gap, names, lang, mine);
        let supplies = training::data::with_values(supplies, gap, snapshot.values.as_deref(), lot, lang);
        let programme = snapshot.facts.catalogue.programmes.iter().find(|p| p.id == *id);
        let values = snapshot.values.as_deref();
        Self {
            intro: programme.map(|p| intro(p, lang)).unwrap_or_default(),
            figures: figures(gap.supplies.iter().filter(|s| s.home && mine(s)), lang),
            seats: values.map(|values| {
                [Unit::Seat, Unit::FinalYear].map(|unit| {
                    let lines = values.lines.iter().filter(|line| line.programme == *id);
                    let mut table = seats::table(lines, unit, lot, names, lang);
                    table.columns[seats::PROGRAMME].offer = Offer::OnDemand;
                    table
                })
            }),
            supplies: by_basin(supplies),
            outlets: outlets(id, snapshot, gap, lang),
            indicators: training::indicators::table(id, &snapshot.indicators, names, lang),
            flows: by_origin(flows(snapshot, lang, |supply, _| mine(supply), |_| "ui-flow-between")),
        }
    }
}

/// « BTS · niveau 5 · 2 ans · code 32025004 ».
fn intro(programme: &Programme, lang: Lang) -> String {
    let told = match programme.years {
        Some(years) => Message::new("ui-programme-intro").with("years", i64::from(years)),
        None => Message::new("ui-programme-intro-short"),
    };
    told.with("level", programme.level.to_string())
        .with("code", programme.id.as_str())
        .text(lang)
}

/// Leavers, those in their field, placed and not placed, added up over the territory.
fn figures<'g>(supplies: impl Iterator<Item = &'g Supply>, lang: Lang) -> Vec<((), KeyFigure)> {
    let (mut leavers, mut in_field, mut placed) = (Estimate::default(), Estimate::default(), Milli::ZERO);
    for supply in supplies {
        leavers += training::data::leavers_of(supply);
        in_field += supply.in_field;
        placed += supply.placed;
    }
    let caption = |key: &str| text(lang, &format!("ui-column-{key}"));
    let help = |key: &str| text(lang, &format!("ui-column-{key}-help"));
    let ranged = |key: &str, value| KeyFigure::people(lang, caption(key), value, help(key));
    let central = |key: &str, value: Milli| KeyFigure {
        caption: caption(key),
        value: i18n::people(lang, value),
        note: text(lang, "ui-central-only"),
        help: help(key),
    };
    let all = [
        ranged("leavers", leavers),
        ranged("in-field", in_field),
        central("placed", placed),
        central("not-placed", in_field.central - placed),
    ];
    all.into_iter().map(|figure| ((), figure)).collect()
}

/// The occupations the programme leads to, with their figures, and how many of its people each takes.
fn outlets(id: &ProgrammeId, snapshot: &Snapshot, gap: &Gap, lang: Lang) -> Table<FapCode> {
    let mine = gap.supplies.iter().filter(|s| s.programme == *id);
    let codes: BTreeSet<&FapCode> = mine.flat_map(|s| s.outlets.iter()).collect();
    let mut taken: BTreeMap<&FapCode, Milli> = BTreeMap::new();
    for flow in &gap.flows {
        if gap.supplies.get(flow.supply).is_some_and(|s| s.programme == *id) {
            *taken.entry(&flow.fap).or_default() += flow.people;
        }
    }
    let mut table = occupations::data::table(snapshot, gap, lang);
    table.id = "outlets";
    table.title = text(lang, "ui-column-outlets");
    table.totals = None;
    table.rows.retain(|row| codes.contains(&row.key));
    let column = Column::number(text(lang, "ui-column-placed"), size::COLUMN_FIGURE);
    table
        .columns
        .insert(PLACED, column.help(text(lang, "ui-column-placed-from-here-help")));
    for row in &mut table.rows {
        let people = taken.get(&row.key).copied().unwrap_or_default();
        row.cells.insert(PLACED, Cell::Number(people.people(), 1));
    }
    table
}

/// The programme is the same on every line: the basin names them.
fn by_basin(table: Table<usize>) -> Table<usize> {
    named_by(table, training::data::BASIN)
}

/// The same: the basin people come from names the flows.
fn by_origin(table: Table<FlowKey>) -> Table<FlowKey> {
    named_by(table, crate::ui::screens::sheet::data::FLOW_FROM)
}

/// Brings a column of words to the front in place of the first, which is offered on demand.
fn named_by<K>(mut table: Table<K>, column: usize) -> Table<K> {
    table.columns.swap(0, column);
    for row in &mut table.rows {
        row.cells.swap(0, column);
    }
    table.columns[0].offer = Offer::Always;
    table.columns[column].offer = Offer::OnDemand;
    table
}
