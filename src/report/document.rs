//! A report as data: built once from the gap, then written by each format.

use jiff::civil::Date;

use super::chart::Chart;
use crate::domain::units::{Estimate, Range};
use crate::i18n::{Lang, Message};

/// A whole report, in one language, without a clock and without layout.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    pub lang: Lang,
    pub title: Message,
    /// Year, revision, date: one line under the title.
    pub subtitle: Message,
    /// Name of the territory, for the running header.
    pub territory: String,
    /// « démonstration – valeurs simulées », on every page, where the territory is invented.
    pub mark: Option<Message>,
    /// Revision of the facts, for the running footer.
    pub revision: i64,
    pub generated_on: Date,
    pub sections: Vec<Section>,
}

impl Document {
    /// Every table, in reading order.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.blocks().filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        })
    }

    /// The table of a stable name.
    pub fn table(&self, id: &str) -> Option<&Table> {
        self.tables().find(|table| table.id == id)
    }

    /// Every block, in reading order.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        self.sections.iter().flat_map(|section| &section.blocks)
    }
}

/// A titled part of the report.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    pub title: Message,
    pub start: Start,
    pub blocks: Vec<Block>,
}

/// Where a section begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    SamePage,
    NewPage,
}

/// One piece of a section.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    Paragraph(Message),
    Subtitle(Message),
    List(Vec<Message>),
    /// A term and what is to be understood by it.
    Terms(Vec<(Message, Message)>),
    KeyFigures(Vec<KeyFigure>),
    Table(Table),
    Chart(Chart),
}

impl Block {
    /// True for a chart without a bar and a table without a line: nothing to print.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Table(table) => table.rows.is_empty(),
            Self::Chart(chart) => chart.is_empty(),
            _ => false,
        }
    }
}

/// One figure of the essentials page.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyFigure {
    pub label: Message,
    pub value: Cell,
    pub note: Message,
}

/// Under every table and chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Footer {
    pub source: Message,
    /// Champ: who and what is counted.
    pub field: Message,
    /// Note de lecture: a sentence computed from one row; absent where there is no row to read.
    pub reading: Option<Message>,
    /// What a sign in the table stands for.
    pub remark: Option<Message>,
}

/// A table with its title and footer.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Stable name: file name of the CSV, key of the sheet title (`report-sheet-<id>`).
    pub id: &'static str,
    /// How much of it is printed; the workbook and the CSV folder hold all of it.
    pub printed: Printed,
    pub title: Message,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    pub footer: Footer,
}

/// How much of a table goes on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Printed {
    All,
    /// The first lines of the body, and the line of the sum.
    First(usize),
    Nowhere,
}

/// A column; its unit stands in the header, never in the cells.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    pub header: Message,
    pub unit: Option<Message>,
    pub kind: ColumnKind,
    /// Share of the page width, relative to the other columns; nothing keeps the column for the workbook and the CSV folder.
    pub weight: u8,
}

/// What a column holds: decides alignment, decimals and the columns of a spreadsheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    Text,
    /// A SHA-256, cut in four lines on paper.
    Hash,
    /// A year, without group separators.
    Year,
    /// Numbers of several kinds, each with the decimals it needs.
    General,
    /// Numbers with so many decimals.
    Number(u8),
    /// Low, central and high, with so many decimals.
    Range(u8),
    /// Shares printed in percent, low, central and high.
    ShareRange(u8),
    /// A share printed in percent.
    Share(u8),
}

/// A line of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub kind: RowKind,
    pub cells: Vec<Cell>,
}

/// How a line weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    Body,
    Total,
}

/// One value of a table or key figure.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    Empty,
    /// A name or code, never markup and never a formula.
    Text(String),
    Message(Message),
    /// A number read or counted, without uncertainty.
    Number(f64),
    /// A headcount with its range.
    Estimate(Estimate),
    /// A headcount whose survey cells are all secret: the model's range, flagged « s ».
    Flagged(Estimate),
    /// A published count that is secret: « s », with its bounds.
    SecretWithin(Estimate),
    /// Withheld: fewer than three employers, or what would give them back.
    Withheld,
    /// An amount with its range; an infinite high end has no upper bound.
    Amount(Range<f64>),
    /// A share, 0 to 1.
    Share(f64),
    /// A share with its range; an infinite high end has no upper bound.
    ShareRange(Range<f64>),
    /// « n.d. »: not available.
    NotAvailable,
}
