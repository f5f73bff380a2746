//! One section from its seats to the people available in the field.

use super::gap::{FactorKind, Gap, Origin};
use crate::domain::id::{ProgrammeId, Uai};
use crate::domain::programme::Route;
use crate::domain::units::Range;

/// A stage of the way from a seat to a leaver available in the field, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Stage {
    Seats,
    Entrants,
    FinalYear,
    Leavers,
    Graduates,
    /// Available in the field of the training.
    InField,
}

impl Stage {
    const ALL: [Self; 6] = [
        Self::Seats,
        Self::Entrants,
        Self::FinalYear,
        Self::Leavers,
        Self::Graduates,
        Self::InField,
    ];

    /// Stable text of the texts (`report-step-<key>`).
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Seats => "seats",
            Self::Entrants => "entrants",
            Self::FinalYear => "final-year",
            Self::Leavers => "leavers",
            Self::Graduates => "graduates",
            Self::InField => "in-field",
        }
    }
}

/// People at each stage known of a section: `E0 = seats × fill`, `ET = E0 × retention`, `X = ET × (1 − further study)`, graduates = X × diploma rate,
/// `S` = graduates × stays in the field; end by end. An observed final year has no entrants before it. Nothing where the gap has no such section.
pub fn section_funnel(gap: &Gap, uai: &Uai, programme: &ProgrammeId, route: Route) -> Vec<(Stage, Range<f64>)> {
    let nodes = gap
        .supplies
        .iter()
        .filter(|s| s.programme == *programme && s.route == route);
    let mut seen = Vec::new();
    let mut sums: Vec<(Stage, Range<f64>)> = Vec::new();
    for origin in nodes.flat_map(|s| &s.origins).filter(|o| o.uai.as_ref() == Some(uai)) {
        // A section spread over basins stands once in each, with the same rows.
        let key = (origin.source, &origin.rows);
        if seen.contains(&key) {
            continue;
        }
        seen.push(key);
        for (stage, people) in stages(origin) {
            match sums.iter_mut().find(|(of, _)| *of == stage) {
                Some((_, sum)) => *sum += people,
                None => sums.push((stage, people)),
            }
        }
    }
    sums.sort_by_key(|(stage, _)| Stage::ALL.iter().position(|s| s == stage));
    sums
}

/// The product of the factors after each of them that ends a stage.
fn stages(origin: &Origin) -> Vec<(Stage, Range<f64>)> {
    let mut people = Range::exact(1.0);
    let mut found = Vec::new();
    if let Some(seats) = origin.seats {
        found.push((Stage::Seats, Range::exact(f64::from(seats))));
    }
    for factor in &origin.factors {
        people = Range::new(
            people.low * factor.value.low,
            people.central * factor.value.central,
            people.high * factor.value.high,
        );
        let stage = match factor.kind {
            FactorKind::Seats | FactorKind::SpreadShare | FactorKind::Cohorts => continue,
            FactorKind::FillRate | FactorKind::Entrants => Stage::Entrants,
            FactorKind::Retention | FactorKind::FinalYear => Stage::FinalYear,
            FactorKind::LeavingShare => Stage::Leavers,
            FactorKind::DiplomaRate => Stage::Graduates,
            FactorKind::StaysInField => Stage::InField,
        };
        found.push((stage, people));
        if stage == Stage::InField {
            break;
        }
    }
    found
}
