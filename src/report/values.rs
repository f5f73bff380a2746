//! What a seat is worth: the sections whose seats fill most, and those whose seats fill least.

use super::context::{Context, body, column, text_column};
use super::document::{Block, Cell, Column, ColumnKind, Footer, Printed, Row, Section, Start, Table};
use super::names;
use crate::domain::id::Uai;
use crate::domain::units::{Estimate, Milli, Range};
use crate::i18n::Message;
use crate::market::values::{LOTS, LotValue, SeatValue, Unit};

/// Sections listed on paper, at each end.
const LISTED: usize = 15;
/// The lot whose euros are printed.
const COSTED: i32 = 12;

/// The pages on values.
pub fn section(context: &Context<'_>) -> Section {
    let values = context.values;
    let intro = Message::new("report-value-intro")
        .with("rentree", values.rentree.to_string())
        .with("revision", values.revision);
    let mut blocks = vec![Block::Paragraph(intro)];
    let top = most(context);
    if top.is_empty() {
        blocks.push(Block::Paragraph(Message::new("report-value-none")));
    } else {
        blocks.push(Block::Table(top_table(context, &top)));
        let doubts = doubts(&top);
        if !doubts.is_empty() {
            blocks.push(Block::Subtitle(Message::new("report-value-doubts")));
            blocks.push(Block::List(doubts));
        }
        blocks.push(Block::Subtitle(Message::new("report-value-least-title")));
        blocks.push(Block::Paragraph(least_intro(context)));
        blocks.push(Block::Table(least_table(context, &least(context))));
        blocks.push(Block::Paragraph(Message::new("report-value-warning")));
    }
    blocks.push(Block::Table(all_table(context)));
    Section {
        title: Message::new("report-value-title"),
        start: Start::NewPage,
        blocks,
    }
}

/// True where the gain of one more is printed, so that a place among others may be.
fn is_told(context: &Context<'_>, line: &SeatValue) -> bool {
    is_printed(context, line, 1)
}

/// True where the gain of a lot is printed.
pub fn is_printed(context: &Context<'_>, line: &SeatValue, seats: i32) -> bool {
    gained(context, line, seats) != Cell::Withheld
}

/// Sections with seats to open or close, by rank.
fn sections<'a>(context: &Context<'a>) -> impl Iterator<Item = &'a SeatValue> {
    context.values.lines.iter().filter(|line| line.unit == Unit::Seat)
}

fn most<'a>(context: &Context<'a>) -> Vec<&'a SeatValue> {
    let gains = sections(context).filter(|line| gain(line, 1) > Milli::ZERO && is_told(context, line));
    gains.take(LISTED).collect()
}

/// Sections with seats, the least posts lost by one seat less first; of equals, those that would gain least, then the largest.
fn least<'a>(context: &Context<'a>) -> Vec<&'a SeatValue> {
    let mut lines: Vec<&SeatValue> = sections(context)
        .filter(|line| line.seats.is_some_and(|n| n > 0) && loss_is_told(context, line))
        .collect();
    lines.sort_by_key(|line| (-gain(line, -1), gain(line, 24), std::cmp::Reverse(line.seats)));
    lines.truncate(LISTED);
    lines
}

/// True where both figures that the least valuable sections are ordered by are printed.
fn loss_is_told(context: &Context<'_>, line: &SeatValue) -> bool {
    lost(context, line) != Cell::Withheld && gained(context, line, 24) != Cell::Withheld
}

fn gain(line: &SeatValue, seats: i32) -> Milli {
    line.lot(seats).map_or(Milli::ZERO, |lot| lot.gain.central)
}

fn least_intro(context: &Context<'_>) -> Message {
    let printed = |line: &&SeatValue| line.seats.is_some_and(|n| n > 0) && loss_is_told(context, line);
    let with_seats = || sections(context).filter(printed);
    Message::new("report-value-least-intro")
        .with("n", with_seats().filter(|line| gain(line, -1) == Milli::ZERO).count())
        .with("sections", with_seats().count())
}

/// Posts gained by a lot; withheld where what it saturates would tell the need of an unprinted cell.
fn gained(context: &Context<'_>, line: &SeatValue, seats: i32) -> Cell {
    line.lot(seats).map_or(Cell::NotAvailable, |lot| {
        told(context, line, lot, Cell::Estimate(lot.gain))
    })
}

fn told(context: &Context<'_>, line: &SeatValue, lot: &LotValue, cell: Cell) -> Cell {
    let into_hidden = line
        .receivers
        .iter()
        .any(|to| context.hidden.contains(&to.basin, &to.fap));
    let saturated = lot.unplaced != Estimate::default();
    if into_hidden && saturated { Cell::Withheld } else { cell }
}

/// Of one seat less, the posts lost as a positive number.
fn lost(context: &Context<'_>, line: &SeatValue) -> Cell {
    line.lot(-1).map_or(Cell::NotAvailable, |lot| {
        let loss = Range::new(-lot.gain.high, -lot.gain.central, -lot.gain.low);
        told(context, line, lot, Cell::Estimate(loss))
    })
}

fn name_columns() -> Vec<Column> {
    vec![
        column("report-column-line", None, ColumnKind::Number(0), 7),
        text_column("report-column-section", 36),
        text_column("report-column-programme", 40),
        column("report-column-seats", None, ColumnKind::Number(0), 11),
    ]
}

fn name_cells(context: &Context<'_>, number: usize, line: &SeatValue) -> Vec<Cell> {
    let label = |key| {
        Message::new(key)
            .with(
                "section",
                names::section(line.establishment.as_deref(), line.uai.as_ref()),
            )
            .with("place", place(context, line))
    };
    let doubtful = !line.doubts.is_empty();
    vec![
        Cell::Number(names::count(number)),
        Cell::Message(label(if doubtful {
            "report-value-doubtful"
        } else {
            "report-value-section"
        })),
        Cell::Message(names::programme(line.diploma, &line.programme_label, line.route)),
        line.seats.map_or(Cell::NotAvailable, |n| Cell::Number(f64::from(n))),
    ]
}

fn place(context: &Context<'_>, line: &SeatValue) -> Message {
    match &line.basins[..] {
        [basin] => Message::new("report-verbatim").with("text", context.basin(basin)),
        several => Message::new("report-value-basins").with("n", several.len()),
    }
}

fn top_table(context: &Context<'_>, lines: &[&SeatValue]) -> Table {
    let posts = |header, decimals| column(header, Some("report-unit-posts"), ColumnKind::Range(decimals), 17);
    let costs = lines.iter().any(|line| euros(line).is_some());
    let mut columns = name_columns();
    columns.extend([
        posts("report-column-plus-1", 2),
        posts("report-column-plus-12", 1),
        posts("report-column-plus-15", 1),
        posts("report-column-plus-24", 1),
        column("report-column-first-leavers", None, ColumnKind::Year, 14),
    ]);
    if costs {
        columns.push(column(
            "report-column-euros-12",
            Some("report-unit-euros"),
            ColumnKind::Range(0),
            20,
        ));
    }
    let row = |(number, line): (usize, &&SeatValue)| {
        let mut cells = name_cells(context, number, line);
        cells.extend([1, 12, 15, 24].map(|seats| gained(context, line, seats)));
        cells.push(Cell::Number(f64::from(line.first_leavers)));
        if costs {
            cells.push(euros_cell(context, line));
        }
        body(cells)
    };
    Table {
        id: "values-top",
        printed: Printed::All,
        title: Message::new("report-value-top").with("n", lines.len()),
        columns,
        rows: (1..).zip(lines).map(row).collect(),
        footer: footer(context, top_reading(context, lines), "report-value-remark"),
    }
}

fn euros(line: &SeatValue) -> Option<Range<f64>> {
    line.lot(COSTED)?.euros_per_post
}

fn euros_cell(context: &Context<'_>, line: &SeatValue) -> Cell {
    let lot = line.lot(COSTED);
    let known = lot.and_then(|lot| Some((lot, lot.euros_per_post?)));
    known.map_or(Cell::NotAvailable, |(lot, euros)| {
        told(context, line, lot, Cell::Amount(euros))
    })
}

fn top_reading(context: &Context<'_>, lines: &[&SeatValue]) -> Option<Message> {
    let line = lines.first()?;
    let lot = line.lot(1)?;
    let Cell::Estimate(gain) = gained(context, line, 1) else {
        return None;
    };
    let hundredths = |n: Milli| context.number(n.people(), 2);
    Some(
        Message::new("report-value-reading")
            .with("each", hundredths(lot.leavers.central))
            .with("gain", hundredths(gain.central))
            .with("low", hundredths(gain.low))
            .with("high", hundredths(gain.high))
            .with("rentree", context.values.rentree.to_string())
            .with("first", line.first_leavers.to_string()),
    )
}

/// Why a line may not bring what it says: each warning once, with the lines it is about.
fn doubts(lines: &[&SeatValue]) -> Vec<Message> {
    let mut about: Vec<(Message, Vec<String>)> = Vec::new();
    for (number, line) in (1_usize..).zip(lines) {
        for doubt in &line.doubts {
            match about.iter_mut().find(|(known, _)| known == doubt) {
                Some((_, lines)) => lines.push(number.to_string()),
                None => about.push((doubt.clone(), vec![number.to_string()])),
            }
        }
    }
    let told = |(doubt, lines): (Message, Vec<String>)| {
        Message::new("report-value-doubt")
            .with("n", lines.len())
            .with("lines", lines.join(", "))
            .with("doubt", doubt)
    };
    about.into_iter().map(told).collect()
}

fn least_table(context: &Context<'_>, lines: &[&SeatValue]) -> Table {
    let posts = |header, decimals| column(header, Some("report-unit-posts"), ColumnKind::Range(decimals), 20);
    let mut columns = name_columns();
    columns.extend([
        column(
            "report-column-each",
            Some("report-unit-people"),
            ColumnKind::Range(2),
            20,
        ),
        posts("report-column-minus-1", 2),
        posts("report-column-plus-24", 1),
    ]);
    let row = |(number, line): (usize, &&SeatValue)| {
        let mut cells = name_cells(context, number, line);
        cells.extend([
            Cell::Estimate(line.each),
            lost(context, line),
            gained(context, line, 24),
        ]);
        body(cells)
    };
    Table {
        id: "values-least",
        printed: Printed::All,
        title: Message::new("report-value-least").with("n", lines.len()),
        columns,
        rows: (1..).zip(lines).map(row).collect(),
        footer: footer(context, None, "report-value-least-remark"),
    }
}

/// Every section and headcount with all its lots: for the workbook alone.
fn all_table(context: &Context<'_>) -> Table {
    let posts = |header, decimals| column(header, Some("report-unit-posts"), ColumnKind::Range(decimals), 17);
    let number = |header| column(header, None, ColumnKind::Number(0), 12);
    let mut columns = vec![
        text_column("report-column-unit", 20),
        number("report-column-rank"),
        text_column("report-column-uai", 16),
        text_column("report-column-section", 40),
        text_column("report-column-place", 30),
        text_column("report-column-programme-code", 16),
        text_column("report-column-programme", 40),
        number("report-column-level"),
        number("report-column-seats"),
        number("report-column-years"),
        column("report-column-first-leavers", None, ColumnKind::Year, 14),
        column(
            "report-column-each",
            Some("report-unit-people"),
            ColumnKind::Range(3),
            20,
        ),
    ];
    let lots = [
        "report-column-plus-1",
        "report-column-gain-minus-1",
        "report-column-plus-12",
        "report-column-plus-15",
        "report-column-plus-24",
    ];
    columns.extend(lots.map(|header| posts(header, 3)));
    columns.push(posts("report-column-unplaced-24", 3));
    columns.push(column(
        "report-column-euros-12",
        Some("report-unit-euros"),
        ColumnKind::Range(0),
        20,
    ));
    columns.push(text_column("report-column-doubts", 60));
    Table {
        id: "values",
        printed: Printed::Nowhere,
        title: Message::new("report-value-all"),
        columns,
        rows: ranked(context)
            .into_iter()
            .map(|(rank, line)| all_line(context, rank, line))
            .collect(),
        footer: footer(context, None, "report-value-remark"),
    }
}

/// Every line with its rank among those of its unit whose gain is told; the others come last, by name and without rank, for a place would bound them.
fn ranked<'a>(context: &Context<'a>) -> Vec<(Cell, &'a SeatValue)> {
    let (told, mut withheld): (Vec<_>, Vec<_>) = context.values.lines.iter().partition(|line| is_told(context, line));
    withheld.sort_by_key(|line| {
        (
            line.uai.clone(),
            line.region.clone(),
            line.programme.clone(),
            line.route,
        )
    });
    let mut lines = Vec::with_capacity(context.values.lines.len());
    // Line before, its rank, and its place among those of its unit: equal gains share a rank.
    let mut last: Option<(&SeatValue, usize, usize)> = None;
    for line in told {
        let (rank, place) = match last {
            Some((before, rank, place)) if before.unit == line.unit && before.rank == line.rank => (rank, place + 1),
            Some((before, _, place)) if before.unit == line.unit => (place + 1, place + 1),
            _ => (1, 1),
        };
        lines.push((Cell::Number(names::count(rank)), line));
        last = Some((line, rank, place));
    }
    lines.extend(withheld.into_iter().map(|line| (Cell::Withheld, line)));
    lines
}

fn all_line(context: &Context<'_>, rank: Cell, line: &SeatValue) -> Row {
    let text = |text: Option<&str>| text.map_or(Cell::Empty, |text| Cell::Text(text.to_owned()));
    let doubts = line.doubts.iter().map(|doubt| doubt.text(context.lang));
    let mut cells = vec![
        Cell::Message(names::unit(line.unit)),
        rank,
        text(line.uai.as_ref().map(Uai::as_str)),
        match &line.region {
            Some(region) => Cell::Message(Message::new("report-value-region").with("region", context.region(region))),
            None => names::establishment(line.establishment.as_deref(), line.uai.as_ref()),
        },
        Cell::Message(place(context, line)),
        Cell::Text(line.programme.as_str().to_owned()),
        Cell::Message(names::programme(line.diploma, &line.programme_label, line.route)),
        Cell::Number(f64::from(line.level)),
        line.seats.map_or(Cell::Empty, |n| Cell::Number(f64::from(n))),
        Cell::Number(f64::from(line.years)),
        Cell::Number(f64::from(line.first_leavers)),
        Cell::Estimate(line.each),
    ];
    cells.extend(LOTS.map(|seats| gained(context, line, seats)));
    cells.push(line.lot(24).map_or(Cell::Empty, |lot| {
        told(context, line, lot, Cell::Estimate(lot.unplaced))
    }));
    cells.push(euros_cell(context, line));
    cells.push(context.joined(doubts).map_or(Cell::Empty, Cell::Text));
    body(cells)
}

fn footer(context: &Context<'_>, reading: Option<Message>, remark: &'static str) -> Footer {
    let mut footer = context.footer(context.gap_source(), "report-field-value", reading);
    footer.field = footer
        .field
        .with("rentree", context.values.rentree.to_string())
        .with("revision", context.values.revision);
    footer.remark = Some(Message::new(remark));
    footer
}
