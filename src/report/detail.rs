//! The causes of every cell and of every line of each grouping, with the exact fractions: tables for the workbook alone.

use super::causes::{cells, footer, lines, part_columns, with_remark};
use super::context::{Context, body, column, text_column};
use super::document::{Cell, Column, ColumnKind, Footer, Printed, Row, Table};
use super::names;
use crate::domain::units::Milli;
use crate::i18n::Message;
use crate::market::causes::{Breakdown, CellCauses};
use crate::market::gap::{Figures, Grouping, RowKey};

/// Columns filled by [`figures`].
const FIGURES: usize = 18;

/// Basin × occupation cells with unfilled posts.
pub fn cells_table(context: &Context<'_>) -> Table {
    let line = |cell: &CellCauses| {
        let breakdown = cell.values.breakdown();
        let known = context.gap.cell(&cell.basin, &cell.fap)?;
        let mut row = vec![
            Cell::Text(cell.basin.to_string()),
            Cell::Text(context.basin(&cell.basin)),
            Cell::Text(cell.fap.to_string()),
            Cell::Text(context.occupation(&cell.fap)),
        ];
        row.extend(figures(
            &known.figures,
            &breakdown,
            context.hidden.contains(&cell.basin, &cell.fap),
        ));
        (breakdown.unfilled > Milli::ZERO).then(|| body(row))
    };
    let mut columns = vec![
        text_column("report-column-basin-code", 10),
        text_column("report-column-basin", 30),
        text_column("report-column-fap", 10),
        text_column("report-column-occupation", 40),
    ];
    columns.extend(figure_columns());
    Table {
        id: "causes-cell",
        printed: Printed::Nowhere,
        title: Message::new("report-causes-by-cell"),
        columns,
        rows: context.causes.cells.iter().filter_map(line).collect(),
        footer: exact_footer(context),
    }
}

/// Every line of every grouping. Sums of a finer table are left out where it withholds a line that they would give back.
pub fn lines_table(context: &Context<'_>) -> Table {
    let (basins, occupations) = (Some(Grouping::Basin), Some(Grouping::Occupation));
    let groupings = [
        (Grouping::Total, None),
        (Grouping::Region, basins),
        (Grouping::Department, basins),
        (Grouping::Zone, basins),
        (Grouping::Basin, None),
        (Grouping::Domain, occupations),
        (Grouping::Skill, occupations),
        (Grouping::Occupation, None),
    ];
    let printed = groupings
        .into_iter()
        .filter(|(_, finer)| !finer.is_some_and(|g| context.withholds(g)));
    let rows: Vec<Row> = printed
        .flat_map(|(grouping, _)| lines(context, grouping))
        .map(|line| {
            let mut row = vec![
                Cell::Message(names::grouping(line.row.key.grouping())),
                Cell::Text(code(&line.row.key)),
                Cell::Text(context.label(&line.row)),
            ];
            row.extend(figures(&line.row.figures, &line.breakdown, line.withheld));
            body(row)
        })
        .collect();
    let mut columns = vec![
        text_column("report-column-grouping", 20),
        text_column("report-column-code", 10),
        text_column("report-column-label", 40),
    ];
    columns.extend(figure_columns());
    Table {
        id: "causes-lines",
        printed: Printed::Nowhere,
        title: Message::new("report-causes-by-line"),
        columns,
        rows,
        footer: exact_footer(context),
    }
}

fn exact_footer(context: &Context<'_>) -> Footer {
    let reading = Message::new("report-causes-exact-reading");
    with_remark(footer(context, Some(reading)), "report-causes-lines-remark")
}

fn figure_columns() -> Vec<Column> {
    let mut columns = vec![
        column(
            "report-column-secret",
            Some("report-unit-percent"),
            ColumnKind::Share(0),
            13,
        ),
        column(
            "report-column-unfilled",
            Some("report-unit-posts"),
            ColumnKind::Range(3),
            17,
        ),
    ];
    columns.extend(part_columns(3));
    columns.extend(names::PARTS.into_iter().take(7).map(|part| Column {
        header: names::part_column(part),
        unit: Some(Message::new("report-unit-over-420")),
        kind: ColumnKind::Number(0),
        weight: 15,
    }));
    columns
}

/// Share of secret survey cells, unfilled posts, the nine parts, the seven numerators.
fn figures(figures: &Figures, breakdown: &Breakdown, withheld: bool) -> Vec<Cell> {
    if withheld {
        return vec![Cell::Withheld; FIGURES];
    }
    let mut all = vec![figures.secret_share().map_or(Cell::NotAvailable, Cell::Share)];
    all.extend(cells(figures, breakdown));
    #[expect(clippy::cast_precision_loss, reason = "below 2^53 up to twenty million posts")]
    let numerator = |exact: i128| Cell::Number(exact as f64);
    all.extend(breakdown.shares.iter().map(|share| numerator(share.numerator)));
    all
}

/// Code of a line in its nomenclature; nothing for the whole territory.
fn code(key: &RowKey) -> String {
    match key {
        RowKey::Total => String::new(),
        RowKey::Region(code) => code.to_string(),
        RowKey::Department(code) => code.to_string(),
        RowKey::Zone(code) => code.to_string(),
        RowKey::Basin(code) => code.to_string(),
        RowKey::Domain(letter) => letter.to_string(),
        RowKey::Skill(level) => level.as_str().to_owned(),
        RowKey::Occupation(code) => code.to_string(),
        RowKey::Cell(basin, fap) => format!("{basin} {fap}"),
    }
}
