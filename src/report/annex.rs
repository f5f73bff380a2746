//! What a reader needs to check the report: assumptions, sources, notes, proofs.

use super::context::{Context, body, column, text_column};
use super::document::{Block, Cell, ColumnKind, Footer, Printed, Row, Section, Start, Table};
use super::names;
use crate::domain::assumption::AssumptionKey;
use crate::domain::source::Source;
use crate::i18n::{Lang, Message, origin, vintage};

/// The assumptions in force.
pub fn assumptions(context: &Context<'_>) -> Section {
    let range = |header| column(header, None, ColumnKind::General, 14);
    let rows: Vec<Row> = context
        .facts
        .assumptions
        .iter()
        .map(|assumption| {
            let source = match (assumption.edited, origin(&assumption.source)) {
                (true, origin) => Message::new("report-assumption-edited").with("source", origin),
                (false, origin) => origin,
            };
            body(vec![
                Cell::Message(names::assumption(assumption.key)),
                Cell::Message(names::scope(&assumption.scope)),
                Cell::Number(assumption.value.low),
                Cell::Number(assumption.value.central),
                Cell::Number(assumption.value.high),
                Cell::Message(source),
            ])
        })
        .collect();
    let reading = context
        .facts
        .assumptions
        .find(AssumptionKey::StaysInField, &[])
        .map(|a| {
            Message::new("report-assumptions-reading")
                .with("value", context.number(a.value.central, 2))
                .with("low", context.number(a.value.low, 2))
                .with("high", context.number(a.value.high, 2))
        });
    let table = Table {
        id: "assumptions",
        printed: Printed::All,
        title: Message::new("report-assumptions-table"),
        columns: vec![
            text_column("report-column-assumption", 46),
            text_column("report-column-scope", 26),
            range("report-column-low"),
            range("report-column-central"),
            range("report-column-high"),
            text_column("report-column-source", 56),
        ],
        rows,
        footer: context.footer(Message::new("report-source-own"), "report-field-territory", reading),
    };
    Section {
        title: Message::new("report-assumptions-title"),
        start: Start::NewPage,
        blocks: vec![
            Block::Paragraph(Message::new("report-assumptions-intro")),
            Block::Table(table),
        ],
    }
}

/// The files the figures come from.
pub fn sources(context: &Context<'_>) -> Section {
    let sources = &context.facts.sources;
    let mut blocks = vec![Block::Paragraph(
        Message::new("report-sources-intro").with("n", sources.len()),
    )];
    if !sources.is_empty() {
        blocks.push(Block::Table(files(context)));
        blocks.push(Block::Table(rows_read(context)));
    }
    Section {
        title: Message::new("report-sources-title"),
        start: Start::SamePage,
        blocks,
    }
}

fn files(context: &Context<'_>) -> Table {
    let line = |source: &Source| {
        body(vec![
            Cell::Text(source.file.clone()),
            Cell::Text(source.producer.clone()),
            Cell::Text(vintage(&source.vintage)),
            Cell::Text(source.licence.clone()),
            Cell::Text(source.sha256.clone()),
        ])
    };
    Table {
        id: "sources",
        printed: Printed::All,
        title: Message::new("report-sources-table"),
        columns: vec![
            text_column("report-column-file", 52),
            text_column("report-column-producer", 34),
            text_column("report-column-vintage", 18),
            text_column("report-column-licence", 34),
            column("report-column-sha256", None, ColumnKind::Hash, 36),
        ],
        rows: context.facts.sources.iter().map(line).collect(),
        footer: own_footer(context, Some(Message::new("report-sources-reading"))),
    }
}

fn rows_read(context: &Context<'_>) -> Table {
    let number = |header| column(header, Some("report-unit-rows"), ColumnKind::Number(0), 18);
    #[expect(clippy::cast_precision_loss, reason = "row counts stay far below 2^53")]
    let count = |rows: u64| Cell::Number(rows as f64);
    let line = |source: &Source| {
        let c = source.counts;
        let mut cells = vec![
            Cell::Text(source.file.clone()),
            Cell::Text(day(context.lang, &source.imported_at)),
        ];
        cells.extend([c.read, c.stored, c.merged, c.refused, c.ignored].map(count));
        body(cells)
    };
    let first = context.facts.sources.iter().max_by_key(|source| source.counts.read);
    let reading = first.map(|source| {
        Message::new("report-rows-reading")
            .with("file", source.file.as_str())
            .with("read", source.counts.read)
            .with("stored", source.counts.stored)
            .with("merged", source.counts.merged)
            .with("refused", source.counts.refused)
            .with("ignored", source.counts.ignored)
    });
    Table {
        id: "source-rows",
        printed: Printed::All,
        title: Message::new("report-rows-table"),
        columns: vec![
            text_column("report-column-file", 54),
            text_column("report-column-imported", 24),
            number("report-column-read"),
            number("report-column-stored"),
            number("report-column-merged"),
            number("report-column-refused"),
            number("report-column-ignored"),
        ],
        rows: context.facts.sources.iter().map(line).collect(),
        footer: own_footer(context, reading),
    }
}

fn own_footer(context: &Context<'_>, reading: Option<Message>) -> Footer {
    context.footer(Message::new("report-source-own"), "report-field-territory", reading)
}

/// The day of an ISO instant; the text itself where it is none.
fn day(lang: Lang, instant: &str) -> String {
    let date = instant.get(..10).and_then(|day| day.parse::<jiff::civil::Date>().ok());
    date.map_or_else(|| instant.to_owned(), |date| super::date(lang, date))
}

/// What the market had to tell, and the certificates.
pub fn notes(context: &Context<'_>) -> Section {
    let mut blocks = Vec::new();
    if context.gap.notes.is_empty() {
        blocks.push(Block::Paragraph(Message::new("report-notes-none")));
    } else {
        blocks.push(Block::List(context.gap.notes.clone()));
    }
    blocks.push(Block::Subtitle(Message::new("report-proofs-title")));
    blocks.push(Block::Paragraph(Message::new("report-proofs-intro")));
    if !context.gap.proofs.is_empty() {
        blocks.push(Block::Table(proofs(context)));
    }
    Section {
        title: Message::new("report-notes-title"),
        start: Start::SamePage,
        blocks,
    }
}

fn proofs(context: &Context<'_>) -> Table {
    let number = |header, unit| column(header, Some(unit), ColumnKind::Number(3), 24);
    let count = |header| column(header, Some("report-unit-count"), ColumnKind::Number(0), 20);
    let rows = context.gap.proofs.iter().map(|proof| {
        body(vec![
            Cell::Message(names::bound(proof.need)),
            Cell::Message(names::bound(proof.supply)),
            Cell::Number(proof.filled.people()),
            Cell::Number(proof.min_cut.people()),
            Cell::Number(names::count(proof.supplies)),
            Cell::Number(names::count(proof.demands)),
            Cell::Number(names::count(proof.arcs)),
        ])
    });
    let reading = context.gap.proofs.first().map(|proof| {
        Message::new("report-proofs-reading")
            .with("need", names::bound(proof.need))
            .with("supply", names::bound(proof.supply))
            .with("filled", context.number(proof.filled.people(), 3))
            .with("cut", context.number(proof.min_cut.people(), 3))
    });
    let mut footer = own_footer(context, reading);
    footer.field = Message::new("report-field-proofs");
    Table {
        id: "proofs",
        printed: Printed::All,
        title: Message::new("report-proofs-table"),
        columns: vec![
            text_column("report-column-need", 24),
            text_column("report-column-supply", 24),
            number("report-column-filled", "report-unit-posts"),
            number("report-column-min-cut", "report-unit-posts"),
            count("report-column-supplies"),
            count("report-column-demands"),
            count("report-column-arcs"),
        ],
        rows: rows.collect(),
        footer,
    }
}
