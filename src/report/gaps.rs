//! The gap: tables by occupation, basin, level and single cell, with ranges and causes.

use super::chart::{Bar, Chart, ChartKind, Digits, Role};
use super::context::{Context, body, column, place, text_column, total};
use super::document::{Block, Cell, Column, ColumnKind, Printed, Row, Section, Start, Table};
use super::lens;
use super::secrecy::Secrecy;
use super::words::column_decimals;
use crate::domain::units::{Estimate, Milli, Range};
use crate::i18n::Message;
use crate::market::gap::{Figures, GapRow, Grouping, RowKey};

/// Lines of the table basin × occupation.
const LARGEST_CELLS: usize = 40;
/// Bars of the chart of occupations.
const LARGEST_OCCUPATIONS: usize = 15;

/// The pages on the gap. A table of sums is left out where it would give back a line withheld in a finer table.
pub fn section(context: &Context<'_>) -> Section {
    let mut blocks = vec![
        Block::Paragraph(Message::new("report-gap-intro")),
        Block::Chart(unfilled_chart(context)),
        Block::Table(table(context, Grouping::Occupation)),
        Block::Table(table(context, Grouping::Basin)),
        Block::Table(super::cells::table(context, LARGEST_CELLS)),
    ];
    if !context.withholds(Grouping::Basin) {
        let sums = [Grouping::Region, Grouping::Department].map(|grouping| table(context, grouping));
        blocks.extend(sums.into_iter().filter(|sum| sum.rows.len() > 2).map(Block::Table));
    }
    if !context.withholds(Grouping::Occupation) {
        blocks.push(Block::Table(table(context, Grouping::Skill)));
        blocks.push(Block::Chart(balance_chart(context)));
    }
    blocks.push(Block::Table(super::cells::diploma_levels(context)));
    Section {
        title: Message::new("report-gap-title"),
        start: Start::NewPage,
        blocks,
    }
}

/// Lines of a grouping that have something to say, the largest shortage first and those withheld last, each with whether it is.
pub fn lines(context: &Context<'_>, grouping: Grouping) -> Vec<(GapRow, bool)> {
    let mut rows = context.gap.rows(grouping, context.facts);
    rows.retain(|row| row.figures.need.high > Milli::ZERO || row.figures.supply.high > Milli::ZERO);
    let withheld = context.withheld(&rows);
    let decided = |row: GapRow| {
        let told = withheld.contains(&row.key);
        (row, told)
    };
    let mut lines: Vec<(GapRow, bool)> = rows.into_iter().map(decided).collect();
    if !matches!(grouping, Grouping::Skill) {
        lines.sort_by_key(|(row, withheld)| place(row.figures.unfilled.central, &row.key, *withheld));
    }
    lines
}

fn table(context: &Context<'_>, grouping: Grouping) -> Table {
    let lines = lines(context, grouping);
    let decimals = column_decimals(lines.iter().map(|(row, _)| &row.figures.need));
    let (id, title, header) = match grouping {
        Grouping::Basin => ("gap-basin", "report-gap-by-basin", "report-column-basin"),
        Grouping::Region => ("gap-region", "report-gap-by-region", "report-column-region"),
        Grouping::Department => ("gap-department", "report-gap-by-department", "report-column-department"),
        Grouping::Skill => ("gap-skill", "report-gap-by-skill", "report-column-skill"),
        _ => ("gap-occupation", "report-gap-by-occupation", "report-column-occupation"),
    };
    let expected = lens::of_lines(context, grouping);
    let line = |(row, withheld): &(GapRow, bool)| {
        let expected = expected.get(&row.key).copied().unwrap_or_default();
        let mut all = cells(label(context, row), &row.figures, *withheld);
        all.extend(lens::cells(&row.figures, &expected, *withheld));
        body(all)
    };
    let mut rows: Vec<Row> = lines.iter().map(line).collect();
    let sum = context.gap.total();
    let everything = context.total_told_by_few();
    let mut last = cells(Cell::Message(Message::new("report-total")), &sum, everything);
    last.extend(lens::cells(&sum, &context.expected.total(), everything));
    rows.push(total(last));
    let mut footer = context.footer(context.gap_source(), "report-field-gap", reading(context, &lines));
    if lines.iter().any(|(row, _)| marked(row)) {
        footer.remark = Some(Message::new("report-border-remark"));
    }
    Table {
        id,
        printed: Printed::All,
        title: Message::new(title),
        columns: columns(header, decimals),
        rows,
        footer,
    }
}

/// Only places carry the sign of the border of the data.
fn marked(row: &GapRow) -> bool {
    row.border && matches!(row.key, RowKey::Basin(_) | RowKey::Cell(..))
}

fn label(context: &Context<'_>, row: &GapRow) -> Cell {
    let name = context.label(row);
    if marked(row) {
        Cell::Message(Message::new("report-border-label").with("label", name))
    } else {
        Cell::Text(name)
    }
}

fn columns(header: &'static str, decimals: u8) -> Vec<Column> {
    let range = |header, unit| column(header, Some(unit), ColumnKind::Range(decimals), 16);
    let mut columns = vec![
        text_column(header, 44),
        range("report-column-need", "report-unit-posts"),
        range("report-column-supply", "report-unit-people"),
        range("report-column-filled", "report-unit-posts"),
        range("report-column-unfilled", "report-unit-posts"),
        column(
            "report-column-coverage",
            Some("report-unit-percent"),
            ColumnKind::ShareRange(0),
            16,
        ),
        range("report-column-no-training", "report-unit-posts"),
        range("report-column-not-enough", "report-unit-posts"),
        column(
            "report-column-secret",
            Some("report-unit-percent"),
            ColumnKind::Share(0),
            13,
        ),
    ];
    columns.extend(lens::columns(decimals));
    columns
}

fn cells(label: Cell, f: &Figures, withheld: bool) -> Vec<Cell> {
    let model = |value: Estimate| {
        if withheld {
            Cell::Withheld
        } else {
            Secrecy::model_cell(f, value)
        }
    };
    let coverage = match f.coverage() {
        _ if withheld => Cell::Withheld,
        Some(coverage) => Cell::ShareRange(coverage),
        None => Cell::NotAvailable,
    };
    vec![
        label,
        model(f.need),
        Cell::Estimate(f.supply),
        model(f.filled),
        model(f.unfilled),
        coverage,
        model(f.no_training),
        model(f.not_enough),
        f.secret_share().map_or(Cell::NotAvailable, Cell::Share),
    ]
}

fn reading(context: &Context<'_>, lines: &[(GapRow, bool)]) -> Option<Message> {
    let (row, _) = lines
        .iter()
        .filter(|(_, withheld)| !withheld)
        .max_by_key(|(row, _)| row.figures.unfilled.central)?;
    let f = &row.figures;
    Some(
        Message::new("report-gap-reading")
            .with("label", context.label(row))
            .with("need", context.range(f.need))
            .with("filled", context.range(f.filled))
            .with("unfilled", context.range(f.unfilled))
            .with("absent", context.range(f.no_training)),
    )
}

/// The largest shortages by occupation.
fn unfilled_chart(context: &Context<'_>) -> Chart {
    let lines = lines(context, Grouping::Occupation);
    let shown = lines
        .iter()
        .filter(|(row, withheld)| !withheld && row.figures.unfilled.central > Milli::ZERO);
    let bars: Vec<Bar> = shown
        .take(LARGEST_OCCUPATIONS)
        .map(|(row, _)| Bar {
            label: context.label(row),
            value: row.figures.unfilled.map(Milli::people),
        })
        .collect();
    let alt = Message::new("report-chart-unfilled-alt")
        .with("n", bars.len())
        .with("list", listed(context, &bars));
    Chart {
        id: "unfilled",
        digits: Digits::Number(0),
        mark: None,
        title: Message::new("report-chart-unfilled").with("n", bars.len()),
        alt,
        unit: Message::new("report-unit-posts"),
        kind: ChartKind::Bars(bars, Role::Unmet),
        footer: context.footer(context.gap_source(), "report-field-gap", reading(context, &lines)),
    }
}

/// Leavers trained in the territory minus need, by domain.
fn balance_chart(context: &Context<'_>) -> Chart {
    let lines = lines(context, Grouping::Domain);
    let bars: Vec<Bar> = lines
        .iter()
        .filter(|(_, withheld)| !withheld)
        .map(|(row, _)| {
            let (s, n) = (row.figures.supply, row.figures.need);
            Bar {
                label: context.label(row),
                value: Range::new(s.low - n.high, s.central - n.central, s.high - n.low).map(Milli::people),
            }
        })
        .collect();
    let reading = bars
        .iter()
        .min_by(|a, b| a.value.central.total_cmp(&b.value.central))
        .map(|bar| {
            Message::new("report-balance-reading")
                .with("label", bar.label.as_str())
                .with("balance", context.number(bar.value.central, 0))
                .with("low", context.number(bar.value.low, 0))
                .with("high", context.number(bar.value.high, 0))
        });
    Chart {
        id: "balance",
        digits: Digits::Number(0),
        mark: None,
        title: Message::new("report-chart-balance"),
        alt: Message::new("report-chart-balance-alt").with("list", listed(context, &bars)),
        unit: Message::new("report-unit-people"),
        kind: ChartKind::Diverging(bars),
        footer: context.footer(context.gap_source(), "report-field-balance", reading),
    }
}

/// « Chaudronniers 120, Régleurs 80 »: what a chart says, for who cannot see it.
fn listed(context: &Context<'_>, bars: &[Bar]) -> String {
    let parts = bars
        .iter()
        .map(|bar| format!("{} {}", bar.label, context.number(bar.value.central, 0)));
    context.joined(parts).unwrap_or_default()
}
