//! Two gaps compared, as a document: both sides, the change of the whole and what it comes from, the largest changes, then every line.

use jiff::civil::Date;

use super::context::{body, column, text_column};
use super::document::{
    Block, Cell, Column, ColumnKind, Document, Footer, Printed, Row, RowKind, Section, Start, Table,
};
use crate::domain::units::Estimate;
use crate::i18n::{Lang, Message};

/// Lines told on paper; the workbook has all of them.
const PRINTED: usize = 25;

/// A comparison as it may be told: what is withheld on either side is told by its name alone.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// Name of the territory of B.
    pub territory: String,
    /// The reference, then what is compared to it.
    pub a: Message,
    pub b: Message,
    pub year: u16,
    pub revision: i64,
    pub simulated: bool,
    /// True where the change is split between need, supply and matching.
    pub split: bool,
    pub total: Line,
    /// The largest changes.
    pub sentences: Vec<Message>,
    /// One table a grouping, by its stable name.
    pub tables: Vec<(Grouped, Vec<Line>)>,
}

/// The tables of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grouped {
    Domain,
    Occupation,
    Basin,
    Zone,
}

/// One line of a comparison.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub label: String,
    /// Nothing of it may be told.
    pub withheld: bool,
    pub need: [Option<Estimate>; 2],
    pub unfilled: [Option<Estimate>; 2],
    /// B − A of the unfilled posts.
    pub difference: Option<Estimate>,
    /// Need, supply and matching in whole posts that add up to the difference; nothing where it is not split.
    pub parts: Option<[i64; 3]>,
}

impl Grouped {
    fn id(self) -> &'static str {
        match self {
            Self::Domain => "compare-domain",
            Self::Occupation => "compare-occupation",
            Self::Basin => "compare-basin",
            Self::Zone => "compare-zone",
        }
    }
}

/// The document of a comparison: same comparison, language and date, same document.
pub fn comparison(compared: &Compared, lang: Lang, generated_on: Date) -> Document {
    let title = Message::new("report-compare-title").with("territory", compared.territory.as_str());
    Document {
        lang,
        title,
        subtitle: Message::new("report-subtitle")
            .with("year", compared.year.to_string())
            .with("revision", compared.revision)
            .with("date", super::date(lang, generated_on)),
        territory: compared.territory.clone(),
        mark: compared.simulated.then(|| Message::new("simulated")),
        revision: compared.revision,
        generated_on,
        sections: vec![essentials(compared), lines(compared)],
    }
}

fn essentials(compared: &Compared) -> Section {
    let sides = [("report-compare-a", &compared.a), ("report-compare-b", &compared.b)];
    let terms = sides.map(|(term, side)| (Message::new(term), side.clone())).to_vec();
    let mut blocks = vec![Block::Terms(terms)];
    if !compared.split {
        blocks.push(Block::Paragraph(Message::new("report-compare-unsplit")));
    }
    blocks.push(Block::Paragraph(Message::new("report-compare-ends")));
    blocks.push(Block::Subtitle(Message::new("report-compare-largest")));
    blocks.push(match compared.sentences.is_empty() {
        true => Block::Paragraph(Message::new("report-compare-nothing")),
        false => Block::List(compared.sentences.clone()),
    });
    Section {
        title: Message::new("report-compare-essentials"),
        start: Start::SamePage,
        blocks,
    }
}

fn lines(compared: &Compared) -> Section {
    let tables = compared
        .tables
        .iter()
        .filter(|(_, lines)| !lines.is_empty())
        .map(|(grouped, lines)| Block::Table(table(compared, *grouped, lines)));
    Section {
        title: Message::new("report-compare-lines"),
        start: Start::NewPage,
        blocks: tables.collect(),
    }
}

fn table(compared: &Compared, grouped: Grouped, lines: &[Line]) -> Table {
    let mut rows: Vec<Row> = lines.iter().map(|line| body(cells(line))).collect();
    rows.push(Row {
        kind: RowKind::Total,
        cells: cells(&compared.total),
    });
    let source = Message::new("report-compare-source")
        .with("a", compared.a.clone())
        .with("b", compared.b.clone());
    let withheld = lines.iter().chain([&compared.total]).any(|line| line.withheld);
    Table {
        id: grouped.id(),
        printed: Printed::First(PRINTED),
        title: Message::new(format!("report-{}", grouped.id())),
        columns: columns(),
        rows,
        footer: Footer {
            source,
            field: Message::new("report-compare-field"),
            reading: None,
            remark: withheld.then(|| Message::new("report-compare-withheld")),
        },
    }
}

fn columns() -> Vec<Column> {
    let posts = |header: &'static str| column(header, Some("report-unit-posts"), ColumnKind::Range(0), 22);
    let part = |header: &'static str| column(header, Some("report-unit-posts"), ColumnKind::Number(0), 14);
    vec![
        text_column("report-column-compared", 44),
        posts("report-column-need-a"),
        posts("report-column-need-b"),
        posts("report-column-unfilled-a"),
        posts("report-column-unfilled-b"),
        posts("report-column-difference"),
        part("report-column-by-need"),
        part("report-column-by-supply"),
        part("report-column-by-matching"),
    ]
}

fn cells(line: &Line) -> Vec<Cell> {
    let mut cells = vec![Cell::Text(line.label.clone())];
    if line.withheld {
        cells.extend((0..8).map(|_| Cell::Withheld));
        return cells;
    }
    let told = |value: Option<Estimate>| value.map_or(Cell::Empty, Cell::Estimate);
    cells.extend(line.need.into_iter().chain(line.unfilled).map(told));
    cells.push(told(line.difference));
    #[expect(clippy::cast_precision_loss, reason = "whole posts of a territory")]
    let part = |posts: i64| Cell::Number(posts as f64);
    match line.parts {
        Some(parts) => cells.extend(parts.map(part)),
        None => cells.extend((0..3).map(|_| Cell::NotAvailable)),
    }
    cells
}
