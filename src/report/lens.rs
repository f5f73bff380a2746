//! The expected lens: posts filled when people choose as observed, and the friction it leaves, by basin and by cell.

use std::collections::BTreeMap;

use super::causes::with_remark;
use super::context::{Context, body, column, place, text_column, total};
use super::document::{Block, Cell, Column, ColumnKind, Footer, Printed, Row, Section, Start, Table};
use super::gaps::lines;
use super::secrecy::Secrecy;
use super::words::column_decimals;
use crate::domain::assumption::AssumptionKey;
use crate::domain::units::{Estimate, Milli};
use crate::i18n::{Message, origin, spread};
use crate::market::expected::{ExpectedCell, ExpectedFigures};
use crate::market::gap::{Figures, GapRow, Grouping, RowKey};

/// Basins told on paper.
const PRINTED: usize = 12;
/// Weight of a column that only the workbook and the CSV folder hold.
const OFF_PAPER: u8 = 0;

/// The pages on friction.
pub fn section(context: &Context<'_>) -> Section {
    let blocks = if context.total_told_by_few() {
        vec![Block::Paragraph(Message::new("report-lens-withheld"))]
    } else {
        pages(context)
    };
    Section {
        title: Message::new("report-lens-title"),
        start: Start::SamePage,
        blocks,
    }
}

fn pages(context: &Context<'_>) -> Vec<Block> {
    let whole = context.expected.total();
    let intro = Message::new("report-lens-intro")
        .with("potential", context.range(whole.potential))
        .with("filled", context.range(whole.filled))
        .with("friction", context.range(whole.friction()))
        .with("revision", context.expected.revision);
    vec![
        Block::Paragraph(intro),
        Block::Paragraph(Message::new("report-lens-is")),
        Block::Table(basins_table(context)),
        Block::Paragraph(parameters(context)),
        Block::Table(cells_table(context)),
    ]
}

/// A and σ with their ranges and where they come from.
fn parameters(context: &Context<'_>) -> Message {
    let source = |key| {
        let assumption = context.facts.assumptions.find(key, &[]);
        assumption.map_or_else(String::new, |a| origin(&a.source).text(context.lang))
    };
    Message::new("report-lens-parameters")
        .with("surplus", spread(context.lang, context.expected.surplus, 1))
        .with("surplus-source", source(AssumptionKey::MatchSurplus))
        .with("noise", spread(context.lang, context.expected.noise, 1))
        .with("noise-source", source(AssumptionKey::MatchNoise))
}

/// A line of the gap with its expected lens.
struct Line {
    row: GapRow,
    figures: ExpectedFigures,
    withheld: bool,
}

/// Basins with need, the largest friction first and those withheld last.
fn basins(context: &Context<'_>) -> Vec<Line> {
    let mut found = context.expected.rows(Grouping::Basin, context.facts);
    let line = |(row, withheld): (GapRow, bool)| {
        let figures = found.remove(&row.key).filter(|f| f.need.high > Milli::ZERO)?;
        Some(Line { row, figures, withheld })
    };
    let mut basins: Vec<Line> = lines(context, Grouping::Basin).into_iter().filter_map(line).collect();
    basins.sort_by_key(|line| place(line.figures.friction().central, &line.row.key, line.withheld));
    basins
}

fn basins_table(context: &Context<'_>) -> Table {
    let basins = basins(context);
    let decimals = column_decimals(basins.iter().map(|line| &line.figures.need));
    let mut rows: Vec<Row> = basins
        .iter()
        .map(|line| {
            let mut row = vec![Cell::Text(context.label(&line.row))];
            row.extend(both(&line.row.figures, &line.figures, line.withheld));
            body(row)
        })
        .collect();
    if !rows.is_empty() {
        let mut sum = vec![Cell::Message(Message::new("report-total"))];
        sum.extend(both(
            &context.gap.total(),
            &context.expected.total(),
            context.total_told_by_few(),
        ));
        rows.push(total(sum));
    }
    let shown = basins.iter().find(|line| !line.withheld);
    let reading = shown.map(|line| {
        Message::new("report-lens-reading")
            .with("basin", context.label(&line.row))
            .with("potential", context.people(line.figures.potential.central))
            .with("filled", context.people(line.figures.filled.central))
            .with("friction", context.range(line.figures.friction()))
    });
    let mut columns = vec![text_column("report-column-basin", 30)];
    columns.extend(both_columns(decimals));
    Table {
        id: "lens-basin",
        printed: Printed::First(PRINTED),
        title: Message::new("report-lens-by-basin"),
        columns,
        rows,
        footer: with_remark(footer(context, reading), "report-lens-remark"),
    }
}

/// Every cell with need, for the workbook alone.
fn cells_table(context: &Context<'_>) -> Table {
    let line = |cell: &ExpectedCell| {
        let known = context.gap.cell(&cell.basin, &cell.fap)?;
        let mut row = vec![
            Cell::Text(cell.basin.to_string()),
            Cell::Text(context.basin(&cell.basin)),
            Cell::Text(cell.fap.to_string()),
            Cell::Text(context.occupation(&cell.fap)),
        ];
        let hidden = context.hidden.contains(&cell.basin, &cell.fap);
        row.extend(both(&known.figures, &cell.figures, hidden));
        (cell.figures.need.high > Milli::ZERO).then(|| body(row))
    };
    let mut columns = vec![
        text_column("report-column-basin-code", 10),
        text_column("report-column-basin", 30),
        text_column("report-column-fap", 10),
        text_column("report-column-occupation", 40),
    ];
    columns.extend(both_columns(3));
    Table {
        id: "lens-cell",
        printed: Printed::Nowhere,
        title: Message::new("report-lens-by-cell"),
        columns,
        rows: context.expected.cells.iter().filter_map(line).collect(),
        footer: with_remark(footer(context, None), "report-lens-remark"),
    }
}

fn both_columns(decimals: u8) -> impl Iterator<Item = Column> {
    let headers = [
        "report-column-need",
        "report-column-potential-filled",
        "report-column-potential-unfilled",
        "report-column-expected-filled",
        "report-column-expected-unfilled",
        "report-column-friction",
    ];
    let posts = Some("report-unit-posts");
    headers
        .into_iter()
        .map(move |header| column(header, posts, ColumnKind::Range(decimals), 24))
}

/// Need, then both lenses and friction; all withheld together, as each is the others' sum or difference.
fn both(figures: &Figures, expected: &ExpectedFigures, withheld: bool) -> Vec<Cell> {
    let potential = [figures.need, figures.filled, figures.unfilled];
    let mut cells = potential.map(|value| model(figures, value, withheld)).to_vec();
    cells.extend(self::cells(figures, expected, withheld));
    cells
}

/// The expected lens of the lines of a gap table.
pub fn of_lines(context: &Context<'_>, grouping: Grouping) -> BTreeMap<RowKey, ExpectedFigures> {
    context.expected.rows(grouping, context.facts)
}

/// Expected filled, expected unfilled, friction: columns of the gap tables that only the workbook and the CSV folder hold.
pub fn columns(decimals: u8) -> impl Iterator<Item = Column> {
    let posts = Some("report-unit-posts");
    let headers = [
        "report-column-expected-filled",
        "report-column-expected-unfilled",
        "report-column-friction",
    ];
    headers
        .into_iter()
        .map(move |header| column(header, posts, ColumnKind::Range(decimals), OFF_PAPER))
}

/// The cells of [`columns`]; withheld and flagged as the potential lens of the line is.
pub fn cells(figures: &Figures, expected: &ExpectedFigures, withheld: bool) -> Vec<Cell> {
    let all = [expected.filled, expected.unfilled, expected.friction()];
    all.map(|value| model(figures, value, withheld)).to_vec()
}

fn model(figures: &Figures, value: Estimate, withheld: bool) -> Cell {
    if withheld {
        Cell::Withheld
    } else {
        Secrecy::model_cell(figures, value)
    }
}

fn footer(context: &Context<'_>, reading: Option<Message>) -> Footer {
    let mut footer = context.footer(context.gap_source(), "report-field-lens", reading);
    footer.field = footer.field.with("revision", context.expected.revision);
    footer
}
