//! The finest lines: the largest basin × occupation cells, and supply by diploma level.

use std::collections::BTreeMap;

use super::context::{Context, body, column, text_column, total};
use super::document::{Cell, ColumnKind, Printed, Row, Table};
use super::lens;
use super::secrecy::{Measure, Secrecy};
use super::words::column_decimals;
use crate::domain::units::{Estimate, Milli};
use crate::i18n::Message;
use crate::market::gap::GapCell;

/// The cells where most posts stay unfilled and that may be printed, largest first.
pub fn largest<'a>(context: &'a Context<'_>, limit: usize) -> Vec<&'a GapCell> {
    let mut cells: Vec<&GapCell> = context.gap.cells.iter().collect();
    cells
        .retain(|cell| cell.figures.unfilled.central > Milli::ZERO && !context.hidden.contains(&cell.basin, &cell.fap));
    cells.sort_by(|a, b| {
        let shortage = b.figures.unfilled.central.cmp(&a.figures.unfilled.central);
        shortage.then_with(|| (&a.basin, &a.fap).cmp(&(&b.basin, &b.fap)))
    });
    cells.truncate(limit);
    cells
}

/// Whether a programme reaches a cell.
pub fn cause(cell: &GapCell) -> Message {
    Message::new(if cell.reachable_programmes == 0 {
        "report-cause-no-training"
    } else {
        "report-cause-not-enough"
    })
}

/// Basin × occupation, the `limit` largest.
pub fn table(context: &Context<'_>, limit: usize) -> Table {
    let cells = largest(context, limit);
    let decimals = column_decimals(cells.iter().map(|cell| &cell.figures.need));
    let posts = Some("report-unit-posts");
    let range = |header, unit| column(header, unit, ColumnKind::Range(decimals), 16);
    let mut footer = context.footer(context.gap_source(), "report-field-gap", reading(context, &cells));
    if cells.iter().any(|cell| cell.border) {
        footer.remark = Some(Message::new("report-border-remark"));
    }
    Table {
        id: "gap-cell",
        printed: Printed::All,
        title: Message::new("report-gap-by-cell").with("n", cells.len()),
        columns: [
            text_column("report-column-basin", 26),
            text_column("report-column-occupation", 44),
            range("report-column-projects", Some("report-unit-projects")),
            range("report-column-need", posts),
            range("report-column-reachable", Some("report-unit-people")),
            range("report-column-filled", posts),
            range("report-column-unfilled", posts),
            text_column("report-column-cause", 24),
        ]
        .into_iter()
        .chain(lens::columns(decimals))
        .collect(),
        rows: cells.iter().map(|cell| line(context, cell)).collect(),
        footer,
    }
}

fn line(context: &Context<'_>, cell: &GapCell) -> Row {
    let f = &cell.figures;
    let same = |other: &GapCell| other.basin == cell.basin && other.fap == cell.fap;
    let model = |value: Estimate| Secrecy::model_cell(f, value);
    let basin = context.basin(&cell.basin);
    let place = if cell.border {
        Cell::Message(Message::new("report-border-label").with("label", basin))
    } else {
        Cell::Text(basin)
    };
    let expected = context
        .expected
        .cell(&cell.basin, &cell.fap)
        .copied()
        .unwrap_or_default();
    let mut cells = vec![
        place,
        Cell::Text(context.occupation(&cell.fap)),
        context.secrecy.survey_cell(Measure::Projects, f.projects, same),
        model(f.need),
        Cell::Estimate(cell.reachable),
        model(f.filled),
        model(f.unfilled),
        Cell::Message(cause(cell)),
    ];
    cells.extend(lens::cells(f, &expected, false));
    body(cells)
}

fn reading(context: &Context<'_>, cells: &[&GapCell]) -> Option<Message> {
    let cell = cells.first()?;
    let key = if cell.reachable_programmes == 0 {
        "report-cell-reading-none"
    } else {
        "report-cell-reading"
    };
    Some(
        Message::new(key)
            .with("basin", context.basin(&cell.basin))
            .with("occupation", context.occupation(&cell.fap))
            .with("need", context.range(cell.figures.need))
            .with("reachable", context.range(cell.reachable))
            .with("programmes", cell.reachable_programmes)
            .with("filled", context.range(cell.figures.filled))
            .with("unfilled", context.range(cell.figures.unfilled)),
    )
}

/// Home supply by diploma level: "by level" means diploma level for supply (ruling 9.3).
pub fn diploma_levels(context: &Context<'_>) -> Table {
    let mut levels: BTreeMap<u8, (Estimate, Milli)> = BTreeMap::new();
    let mut sum = (Estimate::default(), Milli::ZERO);
    for supply in context.gap.supplies.iter().filter(|supply| supply.home) {
        let level = levels.entry(supply.level).or_default();
        for target in [level, &mut sum] {
            target.0 += supply.in_field;
            target.1 += supply.placed;
        }
    }
    let decimals = column_decimals(levels.values().map(|(in_field, _)| in_field));
    let cells = |name: Cell, (in_field, placed): &(Estimate, Milli)| {
        let unused = in_field.central - *placed;
        vec![
            name,
            Cell::Estimate(*in_field),
            Cell::Number(placed.people()),
            Cell::Number(unused.people()),
        ]
    };
    let name = |level: u8| Cell::Message(Message::new("report-scope-level").with("level", level.to_string()));
    let mut rows: Vec<Row> = levels
        .iter()
        .map(|(level, value)| body(cells(name(*level), value)))
        .collect();
    rows.push(total(cells(Cell::Message(Message::new("report-total")), &sum)));
    let reading = levels
        .iter()
        .max_by_key(|(_, (in_field, _))| in_field.central)
        .map(|(level, (in_field, placed))| {
            Message::new("report-level-reading")
                .with("level", level.to_string())
                .with("field", context.range(*in_field))
                .with("placed", context.people(*placed))
        });
    let people = Some("report-unit-people");
    Table {
        id: "supply-level",
        printed: Printed::All,
        title: Message::new("report-supply-level"),
        columns: vec![
            text_column("report-column-diploma-level", 70),
            column("report-column-in-field", people, ColumnKind::Range(decimals), 30),
            column("report-column-placed", people, ColumnKind::Number(decimals), 30),
            column("report-column-unused", people, ColumnKind::Number(decimals), 30),
        ],
        rows,
        footer: context.footer(context.supply_source(), "report-field-supply", reading),
    }
}
