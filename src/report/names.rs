//! Words of the report for the closed lists of the model.

use super::document::Cell;
use crate::domain::assumption::AssumptionKey;
use crate::domain::id::Uai;
use crate::domain::occupation::SkillLevel;
use crate::domain::programme::{Diploma, Route};
use crate::domain::units::Bound;
use crate::i18n::Message;
use crate::i18n::typographic;
use crate::market::gap::{FactorKind, Grouping};
use crate::market::values::Unit;

/// The nine parts of a gap: the seven causes in the order of the waterfall, then the two residuals.
pub const PARTS: [&str; 9] = [
    "further-study",
    "evaporation",
    "failure",
    "vacant-seats",
    "distance",
    "level",
    "adjacent",
    "no-training",
    "not-enough",
];

/// A part of a gap.
pub fn part(part: &str) -> Message {
    Message::new(format!("market-part-{part}"))
}

/// What is supposed when a cause is removed, or what a residual is.
pub fn part_meaning(part: &str) -> Message {
    Message::new(format!("report-part-is-{part}"))
}

/// A part of a gap as the header of a narrow column.
pub fn part_column(part: &str) -> Message {
    Message::new(format!("report-part-column-{part}"))
}

/// What the lines of a table are.
pub fn grouping(grouping: Grouping) -> Message {
    Message::new(match grouping {
        Grouping::Total => "report-total",
        Grouping::Region => "report-column-region",
        Grouping::Department => "report-column-department",
        Grouping::Zone => "report-column-zone",
        Grouping::Basin => "report-column-basin",
        Grouping::Domain => "report-column-domain",
        Grouping::Skill => "report-column-skill",
        Grouping::Occupation | Grouping::Cell => "report-column-occupation",
    })
}

/// What one more is added to.
pub fn unit(unit: Unit) -> Message {
    Message::new(match unit {
        Unit::Seat => "report-unit-seat",
        Unit::FinalYear => "report-unit-final-year",
    })
}

/// « BTS Maintenance des systèmes, voie scolaire ».
pub fn programme(diploma: Diploma, label: &str, route: Route) -> Message {
    Message::new("report-programme")
        .with("diploma", diploma.as_str())
        .with("label", typographic(label))
        .with("route", self::route(route))
}

/// Name of an establishment, else its code, else a regional headcount.
pub fn section(name: Option<&str>, uai: Option<&Uai>) -> Message {
    match name.or(uai.map(Uai::as_str)) {
        Some(text) => Message::new("report-verbatim").with("text", typographic(text)),
        None => Message::new("report-headcount"),
    }
}

/// [`section`] as a cell: a name is a text.
pub fn establishment(name: Option<&str>, uai: Option<&Uai>) -> Cell {
    match name.or(uai.map(Uai::as_str)) {
        Some(text) => Cell::Text(typographic(text)),
        None => Cell::Message(Message::new("report-headcount")),
    }
}

/// A factor of a leaver count.
pub fn factor(kind: FactorKind) -> Message {
    Message::new(format!("report-factor-{}", kind.as_str()))
}

/// An assumption of the model.
pub fn assumption(key: AssumptionKey) -> Message {
    Message::new(format!("report-assumption-{}", key.as_str()))
}

/// What an assumption applies to: a skill level, a route, a diploma level, else the scope as stored.
pub fn scope(scope: &str) -> Message {
    if scope.is_empty() {
        return Message::new("report-scope-all");
    }
    if let Some(level) = SkillLevel::parse(scope) {
        return skill(level);
    }
    if let Some(known) = Route::parse(scope) {
        return route(known);
    }
    if scope.len() == 1 {
        return Message::new("report-scope-level").with("level", scope);
    }
    Message::new("report-scope-other").with("scope", scope)
}

/// A skill level of occupations.
pub fn skill(level: SkillLevel) -> Message {
    Message::new(format!("market-skill-{}", level.as_str()))
}

/// A route of training.
pub fn route(route: Route) -> Message {
    Message::new(format!("report-route-{}", route.as_str()))
}

/// An end of a range.
pub fn bound(bound: Bound) -> Message {
    Message::new(match bound {
        Bound::Low => "report-bound-low",
        Bound::Central => "report-bound-central",
        Bound::High => "report-bound-high",
    })
}

/// A count of things as a number of a table.
#[expect(clippy::cast_precision_loss, reason = "counts of lines stay far below 2^53")]
pub fn count(things: usize) -> f64 {
    things as f64
}
