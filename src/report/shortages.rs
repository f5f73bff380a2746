//! The largest shortages as sentences that a pencil can check: posts, the people in reach of them, and both lists.

use super::context::{Context, body, column, text_column, total};
use super::document::{Block, Cell, ColumnKind, Footer, Printed, Row, Section, Start, Table};
use super::names;
use super::secrecy::Secrecy;
use crate::domain::units::{Estimate, Milli, Range};
use crate::i18n::Message;
use crate::i18n::typographic;
use crate::market::gap::Grouping;
use crate::market::shortage::{ShortCell, ShortNode, ShortOrigin, Shortage};

/// Shortages told.
const SHORTAGES: usize = 3;
/// Shortages to choose from: some may be unprintable, or have the posts of a larger one.
pub const SHORTAGES_LOOKED_AT: usize = 12;
/// Lines of a list on paper.
const PRINTED: usize = 8;
/// Stable names of the lists of each shortage.
const LISTS: [[&str; 2]; SHORTAGES] = [
    ["shortage-1-posts", "shortage-1-people"],
    ["shortage-2-posts", "shortage-2-people"],
    ["shortage-3-posts", "shortage-3-people"],
];

/// The pages on shortages.
pub fn section(context: &Context<'_>) -> Section {
    let mut blocks = vec![Block::Paragraph(Message::new("report-hall-intro"))];
    let (told, skipped) = told(context);
    for (number, (shortage, [posts, people])) in (1_usize..).zip(told.iter().zip(LISTS)) {
        let exact = |n: Milli| context.number(n.people(), 3);
        let check = if shortage.people == Milli::ZERO {
            Message::new("report-hall-check-nobody")
        } else {
            Message::new("report-hall-check")
                .with("posts", exact(shortage.posts))
                .with("people", exact(shortage.people))
                .with("unfilled", exact(shortage.unfilled))
        };
        let sentence = |shortage: &Shortage| typographic(&shortage.sentence.text(context.lang));
        blocks.push(Block::Subtitle(Message::new("report-hall-number").with("n", number)));
        blocks.push(Block::Paragraph(
            Message::new("report-verbatim").with("text", sentence(shortage)),
        ));
        blocks.push(Block::Paragraph(check));
        if let Some(wider) = &shortage.wider {
            let told = if open(context, wider) {
                Message::new("report-hall-wider").with("sentence", sentence(wider))
            } else {
                Message::new("report-hall-wider-withheld")
            };
            blocks.push(Block::Paragraph(told.with("asked", context.people(shortage.asked))));
        }
        blocks.push(Block::Table(posts_table(context, shortage, number, posts)));
        blocks.push(Block::Table(people_table(context, shortage, number, people)));
    }
    if told.is_empty() {
        blocks.push(Block::Paragraph(Message::new("report-hall-none")));
    }
    if skipped {
        blocks.push(Block::Paragraph(Message::new("report-hall-withheld")));
    }
    blocks.push(Block::Table(flows_table(context, &told)));
    Section {
        title: Message::new("report-hall-title"),
        start: Start::NewPage,
        blocks,
    }
}

/// The first shortages whose lists hold no cell and whose line is none that must stay unprinted, each set of posts once, and whether one had to
/// be skipped: a total minus the lines shown would give the cell back.
fn told<'a>(context: &Context<'a>) -> (Vec<&'a Shortage>, bool) {
    let mut told: Vec<&Shortage> = Vec::new();
    let mut skipped = false;
    let occupations = context.gap.rows(Grouping::Occupation, context.facts);
    let withheld = context.withheld(&occupations);
    for shortage in context.shortages {
        if told.len() == SHORTAGES {
            break;
        }
        if !open(context, shortage) || withheld.contains(&shortage.key) {
            skipped = true;
        } else if told.iter().all(|other| other.cells != shortage.cells) {
            told.push(shortage);
        }
    }
    (told, skipped)
}

/// True where no cell of the list must stay unprinted.
fn open(context: &Context<'_>, shortage: &Shortage) -> bool {
    let mut cells = shortage.cells.iter();
    cells.all(|cell| !context.hidden.contains(&cell.basin, &cell.fap))
}

fn posts_table(context: &Context<'_>, shortage: &Shortage, number: usize, id: &'static str) -> Table {
    let mut cells: Vec<&ShortCell> = shortage.cells.iter().collect();
    cells.sort_by(|a, b| {
        let size = b.posts.cmp(&a.posts);
        size.then_with(|| (&a.basin, &a.fap).cmp(&(&b.basin, &b.fap)))
    });
    let mut rows: Vec<Row> = cells.iter().map(|cell| post_line(context, cell)).collect();
    rows.push(total(vec![
        Cell::Message(Message::new("report-total")),
        Cell::Empty,
        Cell::Estimate(Range::exact(shortage.posts)),
        Cell::Estimate(Range::exact(cells.iter().map(|cell| cell.unfilled).sum())),
    ]));
    let posts = |header| column(header, Some("report-unit-posts"), ColumnKind::Range(1), 26);
    Table {
        id,
        printed: Printed::First(PRINTED),
        title: Message::new("report-hall-posts").with("n", number),
        columns: vec![
            text_column("report-column-basin", 44),
            text_column("report-column-occupation", 74),
            posts("report-column-need"),
            posts("report-column-unfilled"),
        ],
        rows,
        footer: footer(context, context.gap_source()),
    }
}

/// A cell, central as the sentence adds it up; at home with the range of the gap tables.
fn post_line(context: &Context<'_>, cell: &ShortCell) -> Row {
    let known = context.gap.cell(&cell.basin, &cell.fap).filter(|_| cell.home);
    let written = |central: Milli, range: fn(&crate::market::gap::Figures) -> Estimate| match known {
        Some(home) => {
            let ends = range(&home.figures);
            let range = Range::new(ends.low.min(central), central, ends.high.max(central));
            Secrecy::model_cell(&home.figures, range)
        }
        None => Cell::Estimate(Range::exact(central)),
    };
    let basin = context.basin(&cell.basin);
    let place = if cell.home {
        Cell::Text(basin)
    } else {
        Cell::Message(Message::new("report-hall-context").with("basin", basin))
    };
    body(vec![
        place,
        Cell::Text(context.occupation(&cell.fap)),
        written(cell.posts, |f| f.need),
        written(cell.unfilled, |f| f.unfilled),
    ])
}

fn people_table(context: &Context<'_>, shortage: &Shortage, number: usize, id: &'static str) -> Table {
    let mut origins: Vec<(&ShortNode, &ShortOrigin)> = shortage
        .nodes
        .iter()
        .flat_map(|node| node.origins.iter().map(move |origin| (node, origin)))
        .collect();
    origins.sort_by(|a, b| {
        let size = b.1.people.cmp(&a.1.people);
        let name = |(node, origin): &(&ShortNode, &ShortOrigin)| {
            (
                node.basin.clone(),
                node.programme.clone(),
                node.route,
                origin.uai.clone(),
                origin.rows.clone(),
            )
        };
        size.then_with(|| name(a).cmp(&name(b)))
    });
    let mut rows: Vec<Row> = origins
        .iter()
        .map(|(node, origin)| person_line(context, node, origin))
        .collect();
    if !rows.is_empty() {
        rows.push(total(vec![
            Cell::Message(Message::new("report-total")),
            Cell::Empty,
            Cell::Empty,
            Cell::Number(shortage.people.people()),
        ]));
    }
    Table {
        id,
        printed: Printed::First(PRINTED),
        title: Message::new("report-hall-people").with("n", number),
        columns: vec![
            text_column("report-column-section", 38),
            text_column("report-column-programme", 84),
            text_column("report-column-basin", 32),
            column(
                "report-column-in-field",
                Some("report-unit-people"),
                ColumnKind::Number(1),
                16,
            ),
        ],
        rows,
        footer: footer(context, context.supply_source()),
    }
}

fn person_line(context: &Context<'_>, node: &ShortNode, origin: &ShortOrigin) -> Row {
    let basin = context.basin(&node.basin);
    body(vec![
        names::establishment(origin.establishment.as_deref(), origin.uai.as_ref()),
        Cell::Message(names::programme(node.diploma, &node.programme_label, node.route)),
        if node.home {
            Cell::Text(basin)
        } else {
            Cell::Message(Message::new("report-hall-context").with("basin", basin))
        },
        Cell::Number(origin.people.people()),
    ])
}

/// Who of the lists takes which post of the lists, in the central solution: for the workbook alone.
fn flows_table(context: &Context<'_>, told: &[&Shortage]) -> Table {
    let mut rows = Vec::new();
    for (number, shortage) in (1_usize..).zip(told) {
        for flow in &context.gap.flows {
            let supply = &context.gap.supplies[flow.supply];
            let inside = shortage
                .cells
                .iter()
                .any(|cell| cell.basin == flow.basin && cell.fap == flow.fap);
            if inside {
                rows.push(body(vec![
                    Cell::Number(names::count(number)),
                    Cell::Message(names::programme(supply.diploma, &supply.programme_label, supply.route)),
                    Cell::Text(context.basin(&supply.basin)),
                    Cell::Text(context.basin(&flow.basin)),
                    Cell::Text(context.occupation(&flow.fap)),
                    Cell::Number(flow.people.people()),
                    Cell::Number(flow.km),
                ]));
            }
        }
    }
    Table {
        id: "shortage-flows",
        printed: Printed::Nowhere,
        title: Message::new("report-hall-flows"),
        columns: vec![
            column("report-column-shortage", None, ColumnKind::Number(0), 12),
            text_column("report-column-programme", 60),
            text_column("report-column-trained-in", 30),
            text_column("report-column-basin", 30),
            text_column("report-column-occupation", 60),
            column(
                "report-column-people",
                Some("report-unit-people"),
                ColumnKind::Number(3),
                20,
            ),
            column("report-column-km", None, ColumnKind::Number(0), 12),
        ],
        rows,
        footer: footer(context, context.gap_source()),
    }
}

fn footer(context: &Context<'_>, source: Message) -> Footer {
    let mut footer = context.footer(source, "report-field-hall", None);
    footer.field = footer.field.with("revision", context.gap.revision);
    footer
}
