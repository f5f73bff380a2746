//! Words of the report for the closed lists of the model.

use crate::domain::assumption::AssumptionKey;
use crate::domain::occupation::SkillLevel;
use crate::domain::programme::Route;
use crate::domain::units::Bound;
use crate::i18n::Message;
use crate::market::gap::FactorKind;

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
    Message::new(format!("report-skill-{}", level.as_str()))
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
