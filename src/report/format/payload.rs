//! The document in words, as the page template reads it. Everything in it is text to print, never markup.

use serde::Serialize;

use super::super::chart::Chart;
use super::super::document::{
    Block, Column, ColumnKind, Document, Footer, KeyFigure, Printed, Row, RowKind, Section, Start, Table,
};
use super::super::words;
use super::svg;
use crate::i18n::{Lang, Message, text};

/// A report ready to be laid out.
#[derive(Debug, Serialize)]
pub struct Payload {
    lang: &'static str,
    title: String,
    subtitle: String,
    territory: String,
    mark: Option<String>,
    running: String,
    contents: String,
    table_word: String,
    chart_word: String,
    page_word: String,
    date: [i16; 3],
    sections: Vec<SectionText>,
}

#[derive(Debug, Serialize)]
struct SectionText {
    title: String,
    new_page: bool,
    blocks: Vec<BlockText>,
}

#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum BlockText {
    Paragraph { text: String },
    Subtitle { text: String },
    List { items: Vec<String> },
    Terms { items: Vec<[String; 2]> },
    KeyFigures { items: Vec<KeyFigureText> },
    Table(TableText),
    Chart(ChartText),
}

#[derive(Debug, Serialize)]
struct KeyFigureText {
    label: String,
    value: String,
    range: String,
    note: String,
}

#[derive(Debug, Serialize)]
struct TableText {
    title: String,
    columns: Vec<ColumnText>,
    rows: Vec<RowText>,
    footer: Vec<[String; 2]>,
}

#[derive(Debug, Serialize)]
struct ColumnText {
    header: String,
    unit: String,
    weight: u8,
    number: bool,
    hash: bool,
}

#[derive(Debug, Serialize)]
struct RowText {
    total: bool,
    cells: Vec<[String; 2]>,
}

#[derive(Debug, Serialize)]
struct ChartText {
    title: String,
    alt: String,
    svg: String,
    footer: Vec<[String; 2]>,
}

impl Payload {
    /// Puts a document into words. `printable` replaces what the fonts cannot draw.
    pub fn new(document: &Document, printable: &dyn Fn(&str) -> String) -> Self {
        let writer = Writer {
            lang: document.lang,
            printable,
        };
        let date = document.generated_on;
        let running = Message::new("report-running")
            .with("revision", document.revision)
            .with("date", super::super::date(document.lang, date));
        Self {
            lang: document.lang.as_str(),
            title: writer.message(&document.title),
            subtitle: writer.message(&document.subtitle),
            territory: printable(&document.territory),
            mark: document.mark.as_ref().map(|mark| writer.message(mark)),
            running: writer.message(&running),
            contents: writer.word("report-contents"),
            table_word: writer.word("report-word-table"),
            chart_word: writer.word("report-word-chart"),
            page_word: writer.word("report-word-page"),
            date: [date.year(), i16::from(date.month()), i16::from(date.day())],
            sections: document
                .sections
                .iter()
                .map(|section| writer.section(section))
                .collect(),
        }
    }
}

fn printed(block: &&Block) -> bool {
    !matches!(block, Block::Table(table) if table.printed == Printed::Nowhere)
}

struct Writer<'a> {
    lang: Lang,
    printable: &'a dyn Fn(&str) -> String,
}

impl Writer<'_> {
    fn message(&self, message: &Message) -> String {
        (self.printable)(&message.text(self.lang))
    }

    fn word(&self, key: &str) -> String {
        (self.printable)(&text(self.lang, key))
    }

    fn section(&self, section: &Section) -> SectionText {
        SectionText {
            title: self.message(&section.title),
            new_page: section.start == Start::NewPage,
            blocks: section
                .blocks
                .iter()
                .filter(printed)
                .map(|block| self.block(block))
                .collect(),
        }
    }

    fn block(&self, block: &Block) -> BlockText {
        match block {
            Block::Paragraph(message) => BlockText::Paragraph {
                text: self.message(message),
            },
            Block::Subtitle(message) => BlockText::Subtitle {
                text: self.message(message),
            },
            Block::List(items) => BlockText::List {
                items: items.iter().map(|item| self.message(item)).collect(),
            },
            Block::Terms(items) => BlockText::Terms {
                items: items.iter().map(|(a, b)| [self.message(a), self.message(b)]).collect(),
            },
            Block::KeyFigures(items) => BlockText::KeyFigures {
                items: items.iter().map(|item| self.key_figure(item)).collect(),
            },
            Block::Table(table) => BlockText::Table(self.table(table)),
            Block::Chart(chart) => BlockText::Chart(self.chart(chart)),
        }
    }

    fn key_figure(&self, figure: &KeyFigure) -> KeyFigureText {
        let words = words::standalone(self.lang, &figure.value);
        KeyFigureText {
            label: self.message(&figure.label),
            value: words.main,
            range: words.range.unwrap_or_default(),
            note: self.message(&figure.note),
        }
    }

    fn table(&self, table: &Table) -> TableText {
        let cells = |row: &Row| {
            let on_paper = row
                .cells
                .iter()
                .zip(&table.columns)
                .filter(|(_, column)| column.weight > 0);
            let written = on_paper.map(|(cell, column)| {
                let words = words::cell(self.lang, cell, column.kind);
                [words.main, words.range.unwrap_or_default()].map(|part| (self.printable)(&part))
            });
            written.collect()
        };
        let (kept, left) = on_paper(table);
        let mut footer = self.footer(&table.footer);
        if left > 0 {
            let sheet = Message::new(format!("report-sheet-{}", table.id));
            let rest = Message::new("report-table-rest").with("n", left).with("sheet", sheet);
            footer.push([String::new(), self.message(&rest)]);
        }
        TableText {
            title: self.message(&table.title),
            columns: table
                .columns
                .iter()
                .filter(|column| column.weight > 0)
                .map(|column| self.column(column))
                .collect(),
            rows: kept
                .into_iter()
                .map(|row| RowText {
                    total: row.kind == RowKind::Total,
                    cells: cells(row),
                })
                .collect(),
            footer,
        }
    }

    fn column(&self, column: &Column) -> ColumnText {
        ColumnText {
            header: self.message(&column.header),
            unit: column.unit.as_ref().map(|unit| self.message(unit)).unwrap_or_default(),
            weight: column.weight,
            number: !matches!(column.kind, ColumnKind::Text | ColumnKind::Hash),
            hash: column.kind == ColumnKind::Hash,
        }
    }

    fn chart(&self, chart: &Chart) -> ChartText {
        let title = Message::new("report-title-with-unit")
            .with("title", chart.title.clone())
            .with("unit", chart.unit.clone());
        ChartText {
            title: self.message(&title),
            alt: self.message(&chart.alt),
            svg: (self.printable)(&svg::draw(self.lang, chart)),
            footer: self.footer(&chart.footer),
        }
    }

    fn footer(&self, footer: &Footer) -> Vec<[String; 2]> {
        let mut lines = vec![
            [self.word("report-word-source"), self.message(&footer.source)],
            [self.word("report-word-field"), self.message(&footer.field)],
        ];
        if let Some(reading) = &footer.reading {
            lines.push([self.word("report-word-reading"), self.message(reading)]);
        }
        if let Some(remark) = &footer.remark {
            lines.push([String::new(), self.message(remark)]);
        }
        lines
    }
}

/// The lines of a table that are printed, sums included, and how many are left out.
fn on_paper(table: &Table) -> (Vec<&Row>, usize) {
    let most = match table.printed {
        Printed::All => usize::MAX,
        Printed::First(most) => most,
        Printed::Nowhere => 0,
    };
    let kept = |(at, row): &(usize, &Row)| *at < most || row.kind == RowKind::Total;
    let rows: Vec<&Row> = table.rows.iter().enumerate().filter(kept).map(|(_, row)| row).collect();
    let left = table.rows.len() - rows.len();
    (rows, left)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::document::Cell;

    fn table(rows: Vec<Row>) -> Table {
        let message = || Message::new("report-total");
        Table {
            id: "causes",
            printed: Printed::First(10),
            title: message(),
            columns: Vec::new(),
            rows,
            footer: Footer {
                source: message(),
                field: message(),
                reading: None,
                remark: None,
            },
        }
    }

    #[test]
    fn a_column_without_weight_stays_off_paper() {
        let column = |weight| Column {
            header: Message::new("report-total"),
            unit: None,
            kind: ColumnKind::Number(0),
            weight,
        };
        let row = Row {
            kind: RowKind::Body,
            cells: vec![Cell::Number(1.0), Cell::Number(2.0), Cell::Number(3.0)],
        };
        let table = Table {
            columns: vec![column(9), column(0), column(9)],
            rows: vec![row],
            ..table(Vec::new())
        };
        let writer = Writer {
            lang: Lang::Fr,
            printable: &str::to_owned,
        };
        let text = writer.table(&table);
        assert_eq!(text.columns.len(), 2);
        assert_eq!(text.rows[0].cells, [["1", ""], ["3", ""]]);
    }

    #[test]
    fn the_line_of_the_sum_is_printed_and_the_lines_left_out_are_counted() {
        let line = |kind| Row {
            kind,
            cells: vec![Cell::Empty],
        };
        let mut rows = vec![line(RowKind::Body); 12];
        rows.push(line(RowKind::Total));
        let mut table = table(rows);
        let (kept, left) = on_paper(&table);
        assert_eq!((kept.len(), left), (11, 2));
        assert_eq!(kept[10].kind, RowKind::Total);
        table.printed = Printed::All;
        assert_eq!(on_paper(&table).1, 0);
        table.printed = Printed::Nowhere;
        assert!(!printed(&&Block::Table(table)));
    }
}
