//! The four tables of flows: between basins, balances, from sections to needs, from programmes to occupations.

use super::data::{Reader, other, seen};
use crate::app::settings::Lens;
use crate::domain::id::BasinCode;
use crate::domain::units::Milli;
use crate::i18n::{Lang, Message, text};
use crate::market::flows::{Both, FlowKey, FlowLine, Flows, NodeKey, Sum};
use crate::market::gap::Supply;
use crate::ui::theme::size;
use crate::ui::widgets::table::{Cell, Column, Offer, Row, Table};

/// Place of the people among the columns of each table.
pub const PAIR_PEOPLE: usize = 2;
pub const ARC_PEOPLE: usize = 6;
pub const KIND_PEOPLE: usize = 3;
/// Place of the posts filled from elsewhere among the columns of the balances.
pub const BALANCE_CAME: usize = 3;

/// True for flows that touch a basin; for all where none is chosen.
pub fn touches(chosen: Option<&BasinCode>, from: &Supply, line: &FlowLine) -> bool {
    chosen.is_none_or(|basin| from.basin == *basin || line.basin == *basin)
}

/// From basin to basin.
pub fn pairs(reader: &Reader<'_>, chosen: Option<&BasinCode>) -> Table<FlowKey> {
    let lens = reader.lens;
    let groups = reader.flows.pairs(reader.gap, |from, line| touches(chosen, from, line));
    let mut rows = Vec::new();
    let mut total = Both::<Sum>::default();
    for group in groups.iter().filter(|g| seen(&g.sums, lens).people > Milli::ZERO) {
        let (from, to) = &group.key;
        let sum = seen(&group.sums, lens);
        total += group.sums;
        let share = |whole: Option<Milli>| match whole {
            Some(whole) if whole > Milli::ZERO => Cell::Share(sum.people.people() / whole.people()),
            _ => Cell::Empty,
        };
        rows.push(Row {
            key: FlowKey::Pair(from.clone(), to.clone()),
            cells: vec![
                Cell::Text(reader.place(from)),
                Cell::Text(destination(reader, from, to)),
                reader.people_cell(&people(&group.sums), lens),
                Cell::Number(sum.mean_km().unwrap_or(0.0), 0),
                share(reader.trained(from).map(|sum| sum.people)),
                share(reader.filled(to)),
                whole(seen(&group.occupations, lens)),
                levels(&sum),
                reader.secret(to, None).map_or(Cell::Empty, Cell::Secret),
                reader.people_cell(&people(&group.sums), other(lens)),
            ],
        });
    }
    let sum = seen(&total, lens);
    Table {
        id: "flow-pairs",
        title: text(reader.lang, "ui-flows-pairs"),
        columns: vec![
            words(reader, "from", size::COLUMN_ROUTE).offered(Offer::Always),
            words(reader, "to", size::COLUMN_ROUTE).up_to(size::COLUMN_PLACE),
            people_column(lens, reader.lang),
            number(reader, "km", size::COLUMN_CODE),
            number(reader, "share-trained", size::COLUMN_FIGURE).offered(Offer::WhereItFits),
            number(reader, "share-filled", size::COLUMN_FIGURE).offered(Offer::WhereItFits),
            number(reader, "occupations", size::COLUMN_CODE).offered(Offer::OnDemand),
            number(reader, "levels", size::COLUMN_FIGURE).offered(Offer::OnDemand),
            number(reader, "secret", size::COLUMN_FIGURE).offered(Offer::OnDemand),
            people_column(other(lens), reader.lang).offered(Offer::OnDemand),
        ],
        rows,
        totals: Some(vec![
            Cell::Text(text(reader.lang, "ui-total")),
            Cell::Empty,
            reader.people_cell(&people(&total), lens),
            mean_km(&sum),
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
            levels(&sum),
            Cell::Empty,
            reader.people_cell(&people(&total), other(lens)),
        ]),
    }
}

/// What each basin gains and loses.
pub fn balances(reader: &Reader<'_>) -> Table<BasinCode> {
    let lens = reader.lens;
    let mut total = [Milli::ZERO; 8];
    let mut trained = Sum::default();
    let mut rows = Vec::new();
    for (code, balance) in &reader.balances {
        let sum = seen(&balance.trained, lens);
        trained += sum;
        let people = [
            balance.need,
            seen(&balance.stayed, lens),
            seen(&balance.came, lens),
            seen(&balance.unfilled, lens),
            seen(&balance.left, lens),
            seen(&balance.net(), lens),
            seen(&balance.unplaced, lens),
            seen(&balance.filled(), lens),
        ];
        for (sum, more) in total.iter_mut().zip(people) {
            *sum += more;
        }
        let mut cells = vec![Cell::Text(reader.names.basin(code))];
        cells.extend(people.map(|people| Cell::Number(people.people(), 1)));
        cells.extend([stay_share(people[1], people[4]), mean_km(&sum), far_share(&sum)]);
        rows.push(Row {
            key: code.clone(),
            cells,
        });
    }
    let mut totals = vec![Cell::Text(text(reader.lang, "ui-total"))];
    totals.extend(total.iter().map(|people| Cell::Number(people.people(), 1)));
    totals.extend([stay_share(total[1], total[4]), mean_km(&trained), far_share(&trained)]);
    let figure = |key: &str| number(reader, key, size::COLUMN_FIGURE);
    Table {
        id: "flow-balances",
        title: text(reader.lang, "ui-flows-balances"),
        columns: vec![
            words(reader, "basin", size::COLUMN_ROUTE).offered(Offer::Always),
            number(reader, "posts", size::COLUMN_CODE).offered(Offer::WhereItFits),
            number(reader, "stayed", size::COLUMN_CODE),
            number(reader, "came", size::COLUMN_CODE),
            figure("still-open").offered(Offer::WhereItFits),
            number(reader, "left", size::COLUMN_CODE),
            number(reader, "net", size::COLUMN_CODE),
            figure("unplaced-here").offered(Offer::OnDemand),
            figure("posts-filled").offered(Offer::OnDemand),
            figure("stay-share").offered(Offer::OnDemand),
            figure("mean-km").offered(Offer::OnDemand),
            figure("far").offered(Offer::OnDemand),
        ],
        rows,
        totals: Some(totals),
    }
}

/// From a section, or a headcount, to a line of need.
pub fn arcs(reader: &Reader<'_>, chosen: Option<&BasinCode>) -> Table<FlowKey> {
    let lens = reader.lens;
    let mut rows = Vec::new();
    let mut shown = Vec::new();
    for line in &reader.flows.lines {
        let from = reader.from(line);
        if reader.people(line) <= Milli::ZERO || !touches(chosen, from, line) {
            continue;
        }
        shown.push(line);
        let need = reader.need(&line.basin, &line.fap).filter(|need| *need > Milli::ZERO);
        rows.push(Row {
            key: FlowKey::Arc(NodeKey::of(from), line.basin.clone(), line.fap.clone()),
            cells: vec![
                Cell::Text(reader.names.programme(&from.programme)),
                Cell::Text(text(reader.lang, &format!("ui-route-{}", from.route.as_str()))),
                Cell::Text(section(reader, from)),
                Cell::Text(reader.place(&from.basin)),
                Cell::Text(reader.names.occupation(&line.fap)),
                Cell::Text(destination(reader, &from.basin, &line.basin)),
                reader.people_cell(&line.people, lens),
                Cell::Number(line.km, 0),
                need.map_or(Cell::Empty, |need| {
                    Cell::Share(reader.people(line).people() / need.people())
                }),
                Cell::Text(from.level.to_string()),
                Cell::Number(f64::from(line.level_gap), 0),
                reader
                    .secret(&line.basin, Some(&line.fap))
                    .map_or(Cell::Empty, Cell::Secret),
                reader.people_cell(&line.people, other(lens)),
            ],
        });
    }
    let total = Flows::sums(shown);
    let sum = seen(&total, lens);
    let mut totals = vec![Cell::Text(text(reader.lang, "ui-total"))];
    totals.extend(std::iter::repeat_n(Cell::Empty, 5));
    totals.extend([
        reader.people_cell(&people(&total), lens),
        mean_km(&sum),
        Cell::Empty,
        Cell::Empty,
        levels(&sum),
        Cell::Empty,
        reader.people_cell(&people(&total), other(lens)),
    ]);
    Table {
        id: "flow-arcs",
        title: text(reader.lang, "ui-flows-arcs"),
        columns: vec![
            words(reader, "programme", size::COLUMN_WORDS).offered(Offer::Always),
            words(reader, "route", size::COLUMN_ROUTE).offered(Offer::OnDemand),
            words(reader, "establishment", size::COLUMN_WORDS)
                .up_to(size::COLUMN_NAME)
                .offered(Offer::WhereItFits),
            words(reader, "from", size::COLUMN_ROUTE).up_to(size::COLUMN_NAME),
            words(reader, "occupation", size::COLUMN_WORDS).up_to(size::MATRIX_NAMES),
            words(reader, "to", size::COLUMN_ROUTE).up_to(size::COLUMN_NAME),
            people_column(lens, reader.lang),
            number(reader, "km", size::COLUMN_CODE),
            number(reader, "share-need", size::COLUMN_FIGURE),
            words(reader, "level", size::COLUMN_CODE).offered(Offer::OnDemand),
            number(reader, "levels", size::COLUMN_FIGURE).offered(Offer::OnDemand),
            number(reader, "secret", size::COLUMN_FIGURE).offered(Offer::OnDemand),
            people_column(other(lens), reader.lang).offered(Offer::OnDemand),
        ],
        rows,
        totals: Some(totals),
    }
}

/// From a programme to an occupation, wherever they are.
pub fn kinds(reader: &Reader<'_>, chosen: Option<&BasinCode>) -> Table<FlowKey> {
    let lens = reader.lens;
    let groups = reader.flows.kinds(reader.gap, |from, line| touches(chosen, from, line));
    let mut rows = Vec::new();
    let mut total = Both::<Sum>::default();
    for group in groups.iter().filter(|g| seen(&g.sums, lens).people > Milli::ZERO) {
        let (programme, fap) = &group.key;
        let sum = seen(&group.sums, lens);
        total += group.sums;
        let level = reader.gap.supplies.iter().find(|s| s.programme == *programme);
        rows.push(Row {
            key: FlowKey::Kind(programme.clone(), fap.clone()),
            cells: vec![
                Cell::Text(reader.names.programme(programme)),
                level.map_or(Cell::Empty, |s| Cell::Text(s.level.to_string())),
                Cell::Text(reader.names.occupation(fap)),
                reader.people_cell(&people(&group.sums), lens),
                mean_km(&sum),
                far_share(&sum),
                levels(&sum),
                whole(seen(&group.nodes, lens)),
                reader.people_cell(&people(&group.sums), other(lens)),
            ],
        });
    }
    let sum = seen(&total, lens);
    Table {
        id: "flow-kinds",
        title: text(reader.lang, "ui-flows-kinds"),
        columns: vec![
            words(reader, "programme", size::COLUMN_LONG_NAME).offered(Offer::Always),
            words(reader, "level", size::COLUMN_CODE),
            words(reader, "occupation", size::COLUMN_LONG_NAME),
            people_column(lens, reader.lang),
            number(reader, "mean-km", size::COLUMN_FIGURE),
            number(reader, "far", size::COLUMN_FIGURE),
            number(reader, "levels", size::COLUMN_FIGURE).offered(Offer::OnDemand),
            number(reader, "nodes", size::COLUMN_FIGURE).offered(Offer::OnDemand),
            people_column(other(lens), reader.lang).offered(Offer::OnDemand),
        ],
        rows,
        totals: Some(vec![
            Cell::Text(text(reader.lang, "ui-total")),
            Cell::Empty,
            Cell::Empty,
            reader.people_cell(&people(&total), lens),
            mean_km(&sum),
            far_share(&sum),
            levels(&sum),
            Cell::Empty,
            reader.people_cell(&people(&total), other(lens)),
        ]),
    }
}

/// « sur place » for those who do not move.
fn destination(reader: &Reader<'_>, from: &BasinCode, to: &BasinCode) -> String {
    if from == to {
        text(reader.lang, "ui-flow-here")
    } else {
        reader.place(to)
    }
}

/// The establishment behind a node, or how many there are: the matching does not tell their people apart.
fn section(reader: &Reader<'_>, from: &Supply) -> String {
    let mut names: Vec<String> = from
        .origins
        .iter()
        .map(|origin| match (&origin.establishment, &origin.uai) {
            (Some(name), _) => crate::i18n::typographic(name),
            (None, Some(uai)) => uai.to_string(),
            (None, None) => text(reader.lang, "ui-origin-regional"),
        })
        .collect();
    names.sort();
    names.dedup();
    match &names[..] {
        [one] => one.clone(),
        all => Message::new("ui-flows-establishments")
            .with("n", all.len())
            .text(reader.lang),
    }
}

fn people(sums: &Both<Sum>) -> Both<Milli> {
    sums.map(|sum| sum.people)
}

/// The people under a lens.
pub fn people_column(lens: Lens, lang: Lang) -> Column {
    let key = match lens {
        Lens::Potential => "people-potential",
        Lens::Expected => "people-expected",
    };
    Column::number(text(lang, &format!("ui-column-{key}")), size::COLUMN_FIGURE)
        .help(text(lang, &format!("ui-column-{key}-help")))
}

fn words(reader: &Reader<'_>, key: &str, width: f32) -> Column {
    Column::text(text(reader.lang, &format!("ui-column-{key}")), width)
}

fn number(reader: &Reader<'_>, key: &str, width: f32) -> Column {
    let title = text(reader.lang, &format!("ui-column-{key}"));
    Column::number(title, width).help(text(reader.lang, &format!("ui-column-{key}-help")))
}

fn mean_km(sum: &Sum) -> Cell {
    sum.mean_km().map_or(Cell::Empty, |km| Cell::Number(km, 0))
}

fn far_share(sum: &Sum) -> Cell {
    sum.far_share().map_or(Cell::Empty, Cell::Share)
}

fn levels(sum: &Sum) -> Cell {
    sum.mean_levels().map_or(Cell::Empty, |levels| Cell::Number(levels, 1))
}

fn stay_share(stayed: Milli, left: Milli) -> Cell {
    let all = stayed + left;
    if all > Milli::ZERO {
        Cell::Share(stayed.people() / all.people())
    } else {
        Cell::Empty
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of lines stay far below 2^53")]
fn whole(count: usize) -> Cell {
    Cell::Number(count as f64, 0)
}
