//! The essentials page: key figures with their ranges, the largest shortages as sentences, what is missing.

use super::cells::{cause, largest};
use super::chart::{Chart, ChartKind, Digits, Role, Step};
use super::context::Context;
use super::document::{Block, Cell, KeyFigure, Section, Start};
use crate::domain::units::Milli;
use crate::i18n::Message;
use crate::market::gap::{Figures, GapCell};

/// Shortages told as sentences.
const SHORTAGES: usize = 3;

/// The first page.
pub fn section(context: &Context<'_>) -> Section {
    let total = context.gap.total();
    let mut blocks = vec![
        Block::Paragraph(lead(context, &total)),
        Block::KeyFigures(key_figures(context, &total)),
        Block::Chart(waterfall(context, &total)),
        Block::Subtitle(Message::new("report-shortages-title")),
    ];
    let shortages: Vec<Message> = largest(context, SHORTAGES)
        .into_iter()
        .map(|cell| shortage(context, cell))
        .collect();
    blocks.push(if shortages.is_empty() {
        Block::Paragraph(Message::new("report-shortages-none"))
    } else {
        Block::List(shortages)
    });
    blocks.push(Block::Subtitle(Message::new("report-missing-title")));
    blocks.push(Block::List(missing(context, &total)));
    Section {
        title: Message::new("report-essentials-title"),
        start: Start::SamePage,
        blocks,
    }
}

fn lead(context: &Context<'_>, total: &Figures) -> Message {
    let key = if context.total_told_by_few() {
        "report-lead-withheld"
    } else {
        "report-lead"
    };
    Message::new(key)
        .with("territory", context.gap.territory.name.as_str())
        .with("year", context.gap.year.to_string())
        .with("need", context.range(total.need))
        .with("unfilled", context.range(total.unfilled))
}

fn key_figures(context: &Context<'_>, total: &Figures) -> Vec<KeyFigure> {
    let withheld = context.total_told_by_few();
    let model = |value| {
        if withheld {
            Cell::Withheld
        } else {
            Cell::Estimate(value)
        }
    };
    let expected = context.expected.total();
    let coverage = match total.coverage() {
        _ if withheld => Cell::Withheld,
        Some(coverage) => Cell::ShareRange(coverage),
        None => Cell::NotAvailable,
    };
    let figure = |label, value, note| KeyFigure {
        label: Message::new(label),
        value,
        note: Message::new(note),
    };
    vec![
        figure("report-key-need", model(total.need), "report-key-need-note"),
        figure(
            "report-key-supply",
            Cell::Estimate(total.supply),
            "report-key-supply-note",
        ),
        figure("report-key-filled", model(total.filled), "report-key-filled-note"),
        figure("report-key-unfilled", model(total.unfilled), "report-key-unfilled-note"),
        figure("report-key-coverage", coverage, "report-key-coverage-note"),
        figure(
            "report-key-expected",
            model(expected.filled),
            "report-key-expected-note",
        ),
        figure(
            "report-key-friction",
            model(expected.friction()),
            "report-key-friction-note",
        ),
    ]
}

/// From the need to what is filled and to the two residual causes.
fn waterfall(context: &Context<'_>, total: &Figures) -> Chart {
    let [need, filled, no_training, not_enough] =
        [total.need, total.filled, total.no_training, total.not_enough].map(|e| e.central.people());
    let step = |label: &'static str, from, to, role| Step::between(Message::new(label), from, to, role);
    let steps = if context.total_told_by_few() {
        Vec::new()
    } else {
        vec![
            step("report-key-need", 0.0, need, Role::Whole),
            step("report-key-filled", need, need - filled, Role::Met),
            step(
                "report-chart-not-enough",
                need - filled,
                need - filled - not_enough,
                Role::Unmet,
            ),
            step("report-chart-no-training", no_training, 0.0, Role::Unmet),
        ]
    };
    Chart {
        id: "need",
        digits: Digits::Number(0),
        mark: None,
        title: Message::new("report-chart-waterfall"),
        alt: Message::new("report-chart-waterfall-alt")
            .with("need", context.people(total.need.central))
            .with("filled", context.people(total.filled.central))
            .with("enough", context.people(total.not_enough.central))
            .with("absent", context.people(total.no_training.central)),
        unit: Message::new("report-unit-posts"),
        kind: ChartKind::Waterfall(steps),
        footer: context.footer(
            context.gap_source(),
            "report-field-gap",
            Some(waterfall_reading(context, total)),
        ),
    }
}

fn waterfall_reading(context: &Context<'_>, total: &Figures) -> Message {
    Message::new("report-waterfall-reading")
        .with("need", context.people(total.need.central))
        .with("filled", context.people(total.filled.central))
        .with("unfilled", context.people(total.unfilled.central))
}

fn shortage(context: &Context<'_>, cell: &GapCell) -> Message {
    Message::new("report-shortage")
        .with("occupation", context.occupation(&cell.fap))
        .with("basin", context.basin(&cell.basin))
        .with("unfilled", context.range(cell.figures.unfilled))
        .with("need", context.range(cell.figures.need))
        .with("cause", cause(cell))
}

/// What the reader does not see in the figures.
fn missing(context: &Context<'_>, total: &Figures) -> Vec<Message> {
    let mut notes =
        vec![Message::new("report-missing-assumed").with("share", context.percent(context.gap.assumed_share))];
    if let Some(share) = total.secret_share() {
        notes.push(
            Message::new("report-missing-secret")
                .with("cells", total.survey_cells)
                .with("secret", total.secret_cells)
                .with("share", context.percent(share)),
        );
    }
    if total.unskilled.high > Milli::ZERO || total.level7.high > Milli::ZERO {
        notes.push(
            Message::new("report-missing-outside")
                .with("unskilled", context.range(total.unskilled))
                .with("engineers", context.range(total.level7)),
        );
    }
    let border = context.gap.cells.iter().filter(|cell| cell.border);
    let basins: std::collections::BTreeSet<_> = border.map(|cell| &cell.basin).collect();
    if !basins.is_empty() {
        notes.push(Message::new("report-missing-border").with("basins", basins.len()));
    }
    notes
}
