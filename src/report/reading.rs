//! How to read the report, and the method in short.

use super::context::Context;
use super::document::{Block, Section, Start};
use super::secrecy::LEAST_EMPLOYERS;
use crate::i18n::Message;

/// Ranges, secrecy, and what a gap is not.
pub fn section(context: &Context<'_>) -> Section {
    let terms = [
        ("report-read-range", "report-read-range-is"),
        ("report-read-need", "report-read-need-is"),
        ("report-read-supply", "report-read-supply-is"),
        ("report-read-unfilled", "report-read-unfilled-is"),
        ("report-read-lens", "report-read-lens-is"),
        ("report-read-coverage", "report-read-coverage-is"),
        ("report-read-causes", "report-read-causes-is"),
        ("report-read-secret", "report-read-secret-is"),
        ("report-read-employers", "report-read-employers-is"),
    ];
    let warnings = [
        "report-warn-seats",
        "report-warn-vacancies",
        "report-warn-rates",
        "report-warn-years",
        "report-warn-people",
    ];
    let define = |(term, meaning): (&'static str, &'static str)| {
        let meaning = Message::new(meaning).with("least", LEAST_EMPLOYERS);
        (Message::new(term), meaning)
    };
    Section {
        title: Message::new("report-read-title"),
        start: Start::NewPage,
        blocks: vec![
            Block::Paragraph(Message::new("report-read-intro").with("territory", context.gap.territory.name.as_str())),
            Block::Terms(terms.into_iter().map(define).collect()),
            Block::Subtitle(Message::new("report-warn-title")),
            Block::List(warnings.into_iter().map(Message::new).collect()),
        ],
    }
}

/// Formulas and rulings, short; the whole method is in the program's documentation.
pub fn method() -> Section {
    let steps = [
        ("report-method-need", "report-method-need-is"),
        ("report-method-stars", "report-method-stars-is"),
        ("report-method-supply", "report-method-supply-is"),
        ("report-method-arcs", "report-method-arcs-is"),
        ("report-method-matching", "report-method-matching-is"),
        ("report-method-ranges", "report-method-ranges-is"),
        ("report-method-lens", "report-method-lens-is"),
        ("report-method-shares", "report-method-shares-is"),
        ("report-method-hall", "report-method-hall-is"),
        ("report-method-seat", "report-method-seat-is"),
        ("report-method-split", "report-method-split-is"),
        ("report-method-place", "report-method-place-is"),
        ("report-method-provenance", "report-method-provenance-is"),
    ];
    Section {
        title: Message::new("report-method-title"),
        start: Start::NewPage,
        blocks: vec![
            Block::Paragraph(Message::new("report-method-intro")),
            Block::Terms(
                steps
                    .into_iter()
                    .map(|(a, b)| (Message::new(a), Message::new(b)))
                    .collect(),
            ),
        ],
    }
}
