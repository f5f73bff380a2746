//! Who goes where: basin to basin under both lenses, without anything that gives a hidden cell back.

use std::collections::{BTreeMap, BTreeSet};

use super::causes::with_remark;
use super::context::{Context, body, column, text_column};
use super::document::{Block, Cell, ColumnKind, Footer, Printed, Row, Section, Start, Table};
use super::gaps::lines;
use crate::domain::id::BasinCode;
use crate::domain::units::Milli;
use crate::i18n::Message;
use crate::market::flows::{Both, FlowLine, Grouped, Sum};
use crate::market::gap::{Grouping, RowKey};

/// Lines told on paper: the largest moves.
const PRINTED: usize = 15;

/// From a basin to another, or to itself.
type Pair = Grouped<(BasinCode, BasinCode)>;

/// The pages on who goes where.
pub fn section(context: &Context<'_>) -> Section {
    let blocks = if context.total_told_by_few() || !context.flows.both {
        Vec::new()
    } else {
        vec![
            Block::Paragraph(Message::new("report-flows-is")),
            Block::Table(pairs_table(context)),
        ]
    };
    Section {
        title: Message::new("report-flows-title"),
        start: Start::SamePage,
        blocks,
    }
}

/// Pairs that stay unprinted: those that lead into a basin that is withheld, and those that bring anybody, under either lens, into a hidden cell.
///
/// What is printed then holds no flow into a hidden cell. What the filled posts of a basin leave over its printed pairs holds all of them together, with
/// both hidden cells of the basin: their sum, which the gap tables give already, and neither of them.
fn withheld(context: &Context<'_>) -> BTreeSet<(BasinCode, BasinCode)> {
    let closed: BTreeSet<BasinCode> = lines(context, Grouping::Basin)
        .into_iter()
        .filter(|(_, withheld)| *withheld)
        .filter_map(|(row, _)| match row.key {
            RowKey::Basin(code) => Some(code),
            _ => None,
        })
        .collect();
    let told = |line: &&FlowLine| closed.contains(&line.basin) || context.hidden.contains(&line.basin, &line.fap);
    let told = context.flows.lines.iter().filter(told);
    told.map(|line| ends(context, line)).collect()
}

/// From which basin to which.
fn ends(context: &Context<'_>, line: &FlowLine) -> (BasinCode, BasinCode) {
    let from = &context.gap.supplies[line.supply].basin;
    (from.clone(), line.basin.clone())
}

fn pairs_table(context: &Context<'_>) -> Table {
    let withheld = withheld(context);
    let mut pairs = context.flows.pairs(context.gap, |_, _| true);
    // Those who move first, the most people first; those withheld last, in the order of their codes, as their rank would tell too.
    pairs.sort_by_key(|pair| {
        let hidden = withheld.contains(&pair.key);
        let stays = pair.key.0 == pair.key.1;
        let people = (!hidden).then_some(-pair.sums.potential.people);
        (hidden, stays, people, pair.key.clone())
    });
    let name = |code: &BasinCode| context.basin(code);
    // Not a mean over people: its last decimals would tell how many there are.
    let distances: BTreeMap<(BasinCode, BasinCode), f64> = context
        .flows
        .lines
        .iter()
        .map(|line| (ends(context, line), line.km))
        .collect();
    let row = |pair: &Pair| {
        let hidden = withheld.contains(&pair.key);
        let people = |sum: &Sum| match hidden {
            true => Cell::Withheld,
            false => Cell::Number(sum.people.people()),
        };
        let Both { potential, expected } = &pair.sums;
        body(vec![
            Cell::Text(name(&pair.key.0)),
            Cell::Text(name(&pair.key.1)),
            Cell::Number(distances.get(&pair.key).copied().unwrap_or(0.0)),
            people(potential),
            people(expected),
        ])
    };
    let rows: Vec<Row> = pairs.iter().map(row).collect();
    let told = pairs.iter().find(|pair| {
        let moves = pair.key.0 != pair.key.1 && pair.sums.potential.people > Milli::ZERO;
        moves && !withheld.contains(&pair.key)
    });
    let reading = told.map(|pair| {
        Message::new("report-flows-reading")
            .with("from", name(&pair.key.0))
            .with("to", name(&pair.key.1))
            .with("potential", context.number(pair.sums.potential.people.people(), 1))
            .with("expected", context.number(pair.sums.expected.people.people(), 1))
    });
    let people = Some("report-unit-people");
    Table {
        id: "flows-basin",
        printed: Printed::First(PRINTED),
        title: Message::new("report-flows-by-basin"),
        columns: vec![
            text_column("report-column-basin-from", 40),
            text_column("report-column-basin-to", 40),
            column(
                "report-column-distance",
                Some("report-unit-kilometres"),
                ColumnKind::Number(0),
                16,
            ),
            column("report-column-people-potential", people, ColumnKind::Number(1), 26),
            column("report-column-people-expected", people, ColumnKind::Number(1), 26),
        ],
        rows,
        footer: with_remark(footer(context, reading), "report-flows-remark"),
    }
}

fn footer(context: &Context<'_>, reading: Option<Message>) -> Footer {
    context.footer(context.gap_source(), "report-field-flows", reading)
}
