//! Why posts stay unfilled: the nine parts of the gap, their range over orders, and one order step by step.

use super::chart::{Chart, ChartKind, Digits, Role, Step};
use super::context::{Context, body, column, place, text_column, total};
use super::detail;
use super::document::{Block, Cell, Column, ColumnKind, Footer, Printed, Row, Section, Start, Table};
use super::names;
use super::secrecy::Secrecy;
use super::words::column_decimals;
use crate::domain::units::{Estimate, Milli, Range};
use crate::i18n::Message;
use crate::market::causes::{Breakdown, CauseValues};
use crate::market::gap::{Figures, GapRow, Grouping};

/// The pages on causes.
pub fn section(context: &Context<'_>) -> Section {
    let whole = context.causes.sum_where(|_, _| true);
    let breakdown = whole.breakdown();
    let blocks = if context.total_told_by_few() {
        vec![Block::Paragraph(Message::new("report-causes-withheld"))]
    } else if breakdown.unfilled == Milli::ZERO {
        vec![Block::Paragraph(Message::new("report-shortages-none"))]
    } else {
        pages(context, &whole, &breakdown)
    };
    Section {
        title: Message::new("report-causes-title"),
        start: Start::NewPage,
        blocks,
    }
}

fn pages(context: &Context<'_>, whole: &CauseValues, breakdown: &Breakdown) -> Vec<Block> {
    let intro = Message::new("report-causes-intro")
        .with("unfilled", context.people(breakdown.unfilled))
        .with("revision", context.causes.revision);
    let mut blocks = vec![
        Block::Paragraph(intro),
        Block::Paragraph(Message::new("report-causes-two-kinds")),
        Block::Table(parts_table(context, breakdown)),
        Block::Subtitle(Message::new("report-order-title")),
        Block::Paragraph(Message::new("report-order-is")),
        Block::Chart(waterfall(context, whole, breakdown)),
    ];
    // A domain minus its occupations shown would give back the ones withheld.
    if !context.withholds(Grouping::Occupation) {
        blocks.push(Block::Table(lines_table(context, Grouping::Domain)));
    }
    blocks.push(Block::Table(lines_table(context, Grouping::Basin)));
    blocks.push(Block::Table(detail::cells_table(context)));
    blocks.push(Block::Table(detail::lines_table(context)));
    blocks
}

/// Posts of the nine parts, in the order of the tables: the seven causes, then absence and insuffisance de formation.
pub fn parts(breakdown: &Breakdown) -> [Estimate; 9] {
    std::array::from_fn(|i| match i {
        7 => Range::exact(breakdown.no_training),
        8 => Range::exact(breakdown.not_enough),
        cause => {
            let share = &breakdown.shares[cause];
            Range::new(share.least, share.posts, share.most)
        }
    })
}

fn parts_table(context: &Context<'_>, breakdown: &Breakdown) -> Table {
    let all = parts(breakdown);
    let decimals = column_decimals([Range::exact(breakdown.unfilled)].iter());
    let share = |posts: Milli| Cell::Share(posts.people() / breakdown.unfilled.people());
    let line = |(part, posts): (&'static str, &Estimate)| {
        body(vec![
            Cell::Message(names::part(part)),
            Cell::Message(names::part_meaning(part)),
            Cell::Estimate(*posts),
            share(posts.central),
        ])
    };
    let mut rows: Vec<Row> = names::PARTS.into_iter().zip(&all).map(line).collect();
    rows.push(total(vec![
        Cell::Message(Message::new("report-total-unfilled")),
        Cell::Empty,
        Cell::Estimate(Range::exact(breakdown.unfilled)),
        share(breakdown.unfilled),
    ]));
    let largest = names::PARTS
        .into_iter()
        .zip(&all)
        .max_by_key(|(_, posts)| posts.central);
    let reading = largest.map(|(part, posts)| {
        Message::new("report-causes-reading")
            .with("cause", names::part(part))
            .with("posts", context.people(posts.central))
            .with(
                "share",
                context.percent(posts.central.people() / breakdown.unfilled.people()),
            )
            .with("unfilled", context.people(breakdown.unfilled))
            .with("least", context.people(posts.low))
            .with("most", context.people(posts.high))
    });
    Table {
        id: "causes",
        printed: Printed::All,
        title: Message::new("report-causes-table"),
        columns: vec![
            text_column("report-column-part", 36),
            text_column("report-column-removed", 84),
            column(
                "report-column-share-posts",
                Some("report-unit-posts-orders"),
                ColumnKind::Range(decimals),
                28,
            ),
            column(
                "report-column-share",
                Some("report-unit-percent-unfilled"),
                ColumnKind::Share(1),
                22,
            ),
        ],
        rows,
        footer: with_remark(footer(context, reading), "report-causes-remark"),
    }
}

/// The fixed order: unfilled posts, what each cause takes off once those before it are removed, and the two residuals.
fn waterfall(context: &Context<'_>, whole: &CauseValues, breakdown: &Breakdown) -> Chart {
    let step = |label, from: Milli, to: Milli, role| Step::between(label, from.people(), to.people(), role);
    let unfilled = Message::new("report-total-unfilled");
    let mut steps = vec![step(unfilled, Milli::ZERO, breakdown.unfilled, Role::Whole)];
    steps.extend(whole.waterfall().map(|s| {
        let label = names::part(s.cause.as_str());
        step(label, s.before, s.after, Role::Met)
    }));
    let residual = breakdown.no_training + breakdown.not_enough;
    let none = breakdown.no_training;
    steps.push(step(names::part("not-enough"), residual, none, Role::Unmet));
    steps.push(step(names::part("no-training"), none, Milli::ZERO, Role::Unmet));
    let told = steps[1..].iter().map(|s| {
        let posts = context.number(s.amount, 0);
        format!("{} {posts}", s.label.text(context.lang))
    });
    let alt = Message::new("report-order-alt")
        .with("unfilled", context.people(breakdown.unfilled))
        .with("list", context.joined(told).unwrap_or_default());
    let first = &whole.waterfall()[0];
    let reading = Message::new("report-order-reading")
        .with("cause", names::part(first.cause.as_str()))
        .with("before", context.people(first.before))
        .with("after", context.people(first.after))
        .with("residual", context.people(residual));
    Chart {
        id: "order",
        digits: Digits::Number(0),
        mark: None,
        title: Message::new("report-order-chart"),
        alt,
        unit: Message::new("report-unit-posts"),
        kind: ChartKind::Waterfall(steps),
        footer: footer(context, Some(reading)),
    }
}

/// Causes of the lines of a grouping, the largest shortage first.
fn lines_table(context: &Context<'_>, grouping: Grouping) -> Table {
    let mut lines = lines(context, grouping);
    lines.sort_by_key(|line| place(line.breakdown.unfilled, &line.row.key, line.withheld));
    let (id, title, header) = match grouping {
        Grouping::Domain => ("causes-domain", "report-causes-by-domain", "report-column-domain"),
        _ => ("causes-basin", "report-causes-by-basin", "report-column-basin"),
    };
    let whole = context.causes.sum_where(|_, _| true).breakdown();
    let decimals = column_decimals([Range::exact(whole.unfilled)].iter());
    let mut rows: Vec<Row> = lines
        .iter()
        .map(|line| {
            let mut cells = vec![Cell::Text(context.label(&line.row))];
            cells.extend(line.cells());
            body(cells)
        })
        .collect();
    let mut sum = vec![Cell::Message(Message::new("report-total"))];
    sum.push(Cell::Estimate(context.gap.total().unfilled));
    sum.extend(parts(&whole).map(Cell::Estimate));
    rows.push(total(sum));
    let shown = lines.iter().filter(|line| !line.withheld);
    let reading = shown
        .max_by_key(|line| line.breakdown.unfilled)
        .map(|line| reading(context, line));
    let mut columns = vec![
        text_column(header, 26),
        column(
            "report-column-unfilled",
            Some("report-unit-posts"),
            ColumnKind::Range(decimals),
            17,
        ),
    ];
    columns.extend(part_columns(decimals));
    Table {
        id,
        printed: Printed::All,
        title: Message::new(title),
        columns,
        rows,
        footer: with_remark(footer(context, reading), "report-causes-lines-remark"),
    }
}

/// One column for each part.
pub fn part_columns(decimals: u8) -> impl Iterator<Item = Column> {
    names::PARTS.into_iter().map(move |part| Column {
        header: names::part_column(part),
        unit: Some(Message::new("report-unit-posts")),
        kind: ColumnKind::Range(decimals),
        weight: 15,
    })
}

/// A line of a gap table with its causes, and whether it is withheld.
pub struct Line {
    pub row: GapRow,
    pub breakdown: Breakdown,
    pub withheld: bool,
}

/// The lines of a grouping that have unfilled posts.
pub fn lines(context: &Context<'_>, grouping: Grouping) -> Vec<Line> {
    let rows = context.gap.rows(grouping, context.facts);
    let withheld = context.withheld(&rows);
    let mut values = context.causes.rows(grouping, context.facts);
    let line = |row: GapRow| {
        let breakdown = values.remove(&row.key)?.breakdown();
        let withheld = withheld.contains(&row.key);
        (breakdown.unfilled > Milli::ZERO).then_some(Line {
            row,
            breakdown,
            withheld,
        })
    };
    rows.into_iter().filter_map(line).collect()
}

impl Line {
    /// Unfilled posts, then the nine parts.
    pub fn cells(&self) -> Vec<Cell> {
        if self.withheld {
            return vec![Cell::Withheld; 10];
        }
        cells(&self.row.figures, &self.breakdown)
    }
}

/// Unfilled posts, then the nine parts; flagged where every survey cell behind them is secret.
pub fn cells(figures: &Figures, breakdown: &Breakdown) -> Vec<Cell> {
    let secret = Secrecy::all_secret(figures);
    let part = |posts: Estimate| match posts {
        posts if secret && posts != Estimate::default() => Cell::Flagged(posts),
        posts => Cell::Estimate(posts),
    };
    let mut cells = vec![Secrecy::model_cell(figures, figures.unfilled)];
    cells.extend(parts(breakdown).map(part));
    cells
}

fn reading(context: &Context<'_>, line: &Line) -> Message {
    let [first, second] = two_largest(&line.breakdown);
    Message::new("report-causes-line-reading")
        .with("label", context.label(&line.row))
        .with("unfilled", context.people(line.breakdown.unfilled))
        .with("first", names::part(first.0))
        .with("posts", context.people(first.1))
        .with("second", names::part(second.0))
        .with("others", context.people(second.1))
}

fn two_largest(breakdown: &Breakdown) -> [(&'static str, Milli); 2] {
    let mut all: Vec<(&'static str, Milli)> = names::PARTS
        .into_iter()
        .zip(parts(breakdown).map(|posts| posts.central))
        .collect();
    all.sort_by_key(|(_, posts)| -*posts);
    [all[0], all[1]]
}

/// A footer that says what the ranges are.
pub fn with_remark(mut footer: Footer, remark: &'static str) -> Footer {
    footer.remark = Some(Message::new(remark));
    footer
}

/// The footer of a result on causes: it names the revision.
pub fn footer(context: &Context<'_>, reading: Option<Message>) -> Footer {
    let mut footer = context.footer(context.gap_source(), "report-field-causes", reading);
    footer.field = footer.field.with("revision", context.causes.revision);
    footer
}
