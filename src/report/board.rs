//! The board of the territory: what it starts from, may lose, was promised, met by surprise, does next and learned.

use super::context::{Context, body, column, text_column};
use super::document::{Block, Cell, ColumnKind, Printed, Section, Start, Table};
use super::names;
use crate::domain::board::{BoardItem, BoardPart, CommitmentStatus, PledgeKind};
use crate::domain::day::Day;
use crate::i18n::{Message, typographic};
use crate::market::plan::{Reviewed, board_line, board_standing, learned, learned_line, review};

/// The pages on the board; none where nothing was put on it.
pub fn section(context: &Context<'_>, today: Day) -> Option<Section> {
    if context.facts.board.is_empty() {
        return None;
    }
    let mut blocks = vec![Block::Paragraph(Message::new("report-board-intro"))];
    for part in BoardPart::ALL.into_iter().filter(|part| *part != BoardPart::Review) {
        let lines = lines(context, part, today);
        if !lines.is_empty() {
            blocks.push(Block::Subtitle(Message::new(format!("board-{}", part.as_str()))));
            blocks.push(Block::List(lines));
        }
    }
    let reviewed = review(context.facts);
    if !reviewed.is_empty() {
        blocks.push(Block::Table(review_table(context, &reviewed)));
        let lessons = learned(context.facts);
        blocks.push(Block::Subtitle(Message::new("report-board-learned")));
        blocks.push(Block::List(
            lessons.iter().map(|one| learned_line(one, context.lang)).collect(),
        ));
    }
    Some(Section {
        title: Message::new("report-board-title"),
        start: Start::NewPage,
        blocks,
    })
}

/// What is on a part, each with where it stands; of posts promised only how many promises there are: who needs whom is for the partners to say.
fn lines(context: &Context<'_>, part: BoardPart, today: Day) -> Vec<Message> {
    let items = context.facts.board.items(part);
    let told = items.iter().filter(|item| !is_of_posts(item));
    let mut lines: Vec<Message> = told.map(|item| line(context, item, today)).collect();
    for status in CommitmentStatus::ALL {
        let of_status = |item: &&BoardItem| matches!(item, BoardItem::Commitment(c) if c.status == status);
        let count = items.iter().filter(|item| is_of_posts(item)).filter(of_status).count();
        if count > 0 {
            let words = Message::new(format!("commitment-status-{}", status.as_str()));
            lines.push(
                Message::new("report-board-posts")
                    .with("n", count)
                    .with("status", words),
            );
        }
    }
    lines
}

fn is_of_posts(item: &BoardItem) -> bool {
    matches!(item, BoardItem::Commitment(told) if told.pledge.kind() == PledgeKind::Posts)
}

fn line(context: &Context<'_>, item: &BoardItem, today: Day) -> Message {
    let words = typographic(&board_line(context.facts, item).text(context.lang));
    match board_standing(item, today) {
        Some(standing) => Message::new("report-board-line")
            .with("line", words)
            .with("standing", standing),
        None => Message::new("i18n-verbatim").with("text", words),
    }
}

fn review_table(context: &Context<'_>, reviewed: &[Reviewed]) -> Table {
    let posts = |header| column(header, Some("report-unit-posts"), ColumnKind::Number(1), 14);
    let mut footer = context.footer(Message::new("report-board-source"), "report-field-board", None);
    footer.remark = Some(Message::new("report-board-remark"));
    Table {
        id: "board-review",
        printed: Printed::All,
        title: Message::new("report-board-review"),
        columns: vec![
            column("report-column-rentree", None, ColumnKind::Year, 10),
            text_column("report-column-scenario", 18),
            text_column("report-column-programme", 30),
            posts("report-column-foreseen"),
            posts("report-column-found"),
            posts("report-column-review-error"),
            posts("review-cause-fill"),
            posts("review-cause-retention"),
            posts("review-cause-further-study"),
            posts("review-cause-diploma"),
            posts("review-cause-stays-in-field"),
            posts("review-cause-need"),
        ],
        rows: reviewed.iter().map(review_row).collect(),
        footer,
    }
}

fn review_row(one: &Reviewed) -> super::document::Row {
    let mut cells = vec![
        Cell::Number(f64::from(one.outcome.rentree)),
        Cell::Text(one.scenario.clone()),
        Cell::Message(names::programme(one.diploma, &one.programme_label, one.section.route)),
        Cell::Number(one.filled.0),
        Cell::Number(one.filled.1),
        Cell::Number(one.error()),
    ];
    let cause = |(_, part): &(_, Option<f64>)| part.map_or(Cell::NotAvailable, Cell::Number);
    cells.extend(one.causes.iter().map(cause));
    body(cells)
}
