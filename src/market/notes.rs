//! What a careful reader must be told beside the figures: missing data, choices, bridges.

use std::collections::BTreeSet;

use super::demand::Demand;
use super::frame::Frame;
use super::gap::GapCell;
use super::supply::{SupplySide, is_populated};
use crate::domain::id::BasinCode;
use crate::domain::source::SourceId;
use crate::domain::supply::Outcome;
use crate::domain::units::Milli;
use crate::i18n::Message;

/// The notes of a gap, demand first.
pub(super) fn notes(frame: &Frame<'_>, demand: &Demand<'_>, side: &SupplySide, cells: &[GapCell]) -> Vec<Message> {
    let mut notes = demand_notes(demand);
    notes.extend(supply_notes(frame, side));
    notes.extend(nearly_nobody(cells));
    let border: BTreeSet<&BasinCode> = cells.iter().filter(|c| c.border).map(|c| &c.basin).collect();
    notes.extend(counted("market-note-border", border.len()));
    notes
}

fn demand_notes(demand: &Demand<'_>) -> Vec<Message> {
    let survey = match demand.survey_year {
        None => Some(Message::new("market-note-no-survey")),
        Some(year) if year < demand.year => Some(
            Message::new("market-note-older-survey")
                .with("survey", year.to_string())
                .with("year", demand.year.to_string()),
        ),
        Some(_) => None,
    };
    let other_years = (demand.posts_of_other_years > 0).then(|| {
        Message::new("market-note-needs-of-other-years")
            .with("count", demand.posts_of_other_years)
            .with("year", demand.year.to_string())
    });
    let unplaced = counted("market-note-survey-unplaced", demand.unplaced_rows);
    survey.into_iter().chain(other_years).chain(unplaced).collect()
}

fn supply_notes(frame: &Frame<'_>, side: &SupplySide) -> Vec<Message> {
    if !side.nodes.iter().any(|n| n.home && is_populated(n)) {
        let from_a_file = |outcome: &Outcome| outcome.source != SourceId::CATALOGUE;
        let imported = !frame.facts.sections.is_empty() || frame.facts.outcomes.iter().any(from_a_file);
        let key = if imported {
            "market-note-no-home-supply"
        } else {
            "market-note-no-supply"
        };
        return vec![Message::new(key)];
    }
    let counts = &side.counts;
    let lines = [
        counted("market-note-sections-unusable", counts.sections_unusable),
        counted("market-note-sections-unplaced", counts.sections_unplaced),
        counted("market-note-older-census", counts.sections_of_older_census),
        counted("market-note-apprenticeship-seats", counts.apprenticeship_sections),
        counted("market-note-dut-bridge", counts.bridged),
        counted("market-note-pupils-by-region", counts.pupils_by_region),
        counted("market-note-spread", counts.spread),
        counted("market-note-without-outlet", counts.without_outlet),
        counted("market-note-sections-outside", counts.sections_outside),
    ];
    let check = side.reconciliation.map(|r| {
        Message::new("market-note-final-year-check")
            .with("seats", whole(r.from_seats))
            .with("observed", whole(r.observed))
            .with("count", r.kinds)
    });
    lines.into_iter().flatten().chain(check).collect()
}

/// Cells that read « avec formation à portée » though less than one person reaches a need of one post or more.
fn nearly_nobody(cells: &[GapCell]) -> Option<Message> {
    let one = Milli::whole(1);
    let thin = |c: &&GapCell| c.reachable_programmes > 0 && c.reachable.central < one && c.figures.need.central >= one;
    let posts: Vec<Milli> = cells.iter().filter(thin).map(|c| c.figures.unfilled.central).collect();
    let note = counted("market-note-nearly-nobody", posts.len())?;
    Some(note.with("posts", whole(posts.into_iter().sum())))
}

/// People or posts to the unit.
#[expect(clippy::cast_possible_truncation, reason = "a sum of people is far below 2^53")]
fn whole(sum: Milli) -> i64 {
    sum.people().round() as i64
}

fn counted(key: &'static str, count: usize) -> Option<Message> {
    (count > 0).then(|| Message::new(key).with("count", count))
}
