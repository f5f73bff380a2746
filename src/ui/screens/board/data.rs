//! The board as six parts of cards, in words.

use crate::domain::board::{BoardItem, BoardPart};
use crate::domain::day::Day;
use crate::i18n::{self, Lang, Message, text, typographic};
use crate::market::plan::{Reviewed, board_effect, board_line, board_standing, learned_line};
use crate::ui::desk::Plans;
use crate::ui::snapshot::Snapshot;

/// One part of the board.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    pub part: BoardPart,
    pub title: String,
    /// What it is for, and why it is empty where it is.
    pub help: String,
    /// « 3, dont 1 en retard »; empty where there is nothing.
    pub count: String,
    pub cards: Vec<Card>,
    /// What reviews teach, one line an assumption.
    pub lessons: Vec<String>,
}

/// One thing on the board.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    pub id: i64,
    pub line: String,
    /// Where it stands, with its day.
    pub standing: String,
    pub late: bool,
    /// What it changes, or what came of it.
    pub effect: String,
    /// True where that is more than what may be lost.
    pub passed: bool,
}

impl Card {
    /// Everything it says, for people who listen.
    pub fn spoken(&self) -> String {
        let parts = [&self.line, &self.standing, &self.effect];
        let told: Vec<&str> = parts
            .into_iter()
            .filter(|p| !p.is_empty())
            .map(String::as_str)
            .collect();
        told.join(". ")
    }
}

/// The six parts, in order.
pub fn columns(snapshot: &Snapshot, plans: &Plans, today: Day, lang: Lang) -> Vec<Column> {
    let facts = &snapshot.facts;
    let (reviewed, learned) = plans.lessons();
    let card = |item: &BoardItem| Card {
        id: item.id(),
        line: typographic(&board_line(facts, item).text(lang)),
        standing: board_standing(item, today).map_or_else(String::new, |m| m.text(lang)),
        late: is_late(item, today),
        effect: effect(item, (plans, reviewed), lang).map_or_else(String::new, |m| m.text(lang)),
        passed: loss_note(item, plans).is_some_and(|note| note.key == "market-plan-note-loss-passed"),
    };
    let column = |part: BoardPart| {
        let cards: Vec<Card> = facts.board.items(part).iter().map(card).collect();
        let key = if cards.is_empty() { "empty" } else { "help" };
        Column {
            part,
            title: text(lang, &format!("board-{}", part.as_str())),
            help: text(lang, &format!("ui-board-{key}-{}", part.as_str())),
            count: count(&cards, lang),
            cards,
            lessons: match part {
                BoardPart::Review => learned.iter().map(|one| learned_line(one, lang).text(lang)).collect(),
                _ => Vec::new(),
            },
        }
    };
    BoardPart::ALL.map(column).to_vec()
}

fn count(cards: &[Card], lang: Lang) -> String {
    let late = cards.iter().filter(|card| card.late).count();
    match (cards.len(), late) {
        (0, _) => String::new(),
        (n, 0) => i18n::integer(lang, i64::try_from(n).unwrap_or(i64::MAX)),
        (n, late) => Message::new("ui-board-count-late")
            .with("n", n)
            .with("late", late)
            .text(lang),
    }
}

/// Due, and nobody said what became of it.
fn is_late(item: &BoardItem, today: Day) -> bool {
    match item {
        BoardItem::Commitment(told) => told.is_late(today),
        BoardItem::Step(step) => step.is_late(today),
        BoardItem::Experiment(one) => one.review_on < today,
        BoardItem::Means(_) | BoardItem::Surprise(_) | BoardItem::Review(_) => false,
    }
}

/// What an item changes in a plan, or what came of it; nothing where neither is known.
fn effect(item: &BoardItem, (plans, reviewed): (&Plans, &[Reviewed]), lang: Lang) -> Option<Message> {
    match item {
        BoardItem::Experiment(_) => loss_note(item, plans),
        BoardItem::Review(one) => reviewed
            .iter()
            .find(|r| r.outcome.id == one.id)
            .map(|r| outcome(r, lang)),
        other => board_effect(other),
    }
}

/// What an experiment spends beside what may be lost, once that is computed.
fn loss_note(item: &BoardItem, plans: &Plans) -> Option<Message> {
    let BoardItem::Experiment(one) = item else { return None };
    let outlook = plans.outlook(one.scenario)?;
    let note = outlook
        .notes
        .iter()
        .find(|note| note.key.starts_with("market-plan-note-loss"));
    note.cloned()
}

/// « Prévus 3,5, en fait 2,0 : −1,5 dont remplissage −0,6, … ».
fn outcome(one: &Reviewed, lang: Lang) -> Message {
    let number = |value: f64| i18n::decimal(lang, value, 1);
    let part = |(cause, part): &(crate::market::plan::ReviewCause, Option<f64>)| {
        let name = text(lang, &format!("review-cause-{}", cause.as_str()));
        let part = part.map_or_else(|| text(lang, "board-unknown"), number);
        format!("{} {part}", name.to_lowercase())
    };
    let causes: Vec<String> = one.causes.iter().map(part).collect();
    let key = if one.is_whole() {
        "ui-board-outcome"
    } else {
        "ui-board-outcome-so-far"
    };
    Message::new(key)
        .with("foreseen", number(one.filled.0))
        .with("found", number(one.filled.1))
        .with("error", number(one.error()))
        .with("causes", causes.join(", "))
}
