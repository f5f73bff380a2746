//! What a seat costs for a year of study at a date, where it is known from, and what the firm of an apprentice receives.

use jiff::civil::Date;

use super::super::values::cost_of;
use crate::domain::assumption::{Assumption, AssumptionKey};
use crate::domain::facts::Facts;
use crate::domain::funding::{Aid, Npec};
use crate::domain::id::IdccCode;
use crate::domain::programme::{Programme, Route};
use crate::domain::units::Range;

/// Euros of a seat and year of study, with where they come from.
#[derive(Debug, Clone, PartialEq)]
pub struct SeatCost {
    /// Nothing = not known: never 0.
    pub euros: Option<Range<f64>>,
    pub from: CostSource,
}

/// Where a cost is known from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CostSource {
    /// A contract cost of the programme, for the branch asked or for any.
    Npec {
        npec: Npec,
    },
    /// Contract costs of several branches, none for any: least, median and greatest.
    Branches {
        rows: usize,
    },
    /// The assumption of the territory, of this scope (empty = everyone).
    Assumption {
        scope: String,
        source: String,
    },
    Unknown,
}

impl CostSource {
    /// Stable text of JSON and of the texts (`cost-source-<key>`).
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Npec { .. } => "npec",
            Self::Branches { .. } => "npec-branches",
            Self::Assumption { .. } => "assumption",
            Self::Unknown => "unknown",
        }
    }
}

/// The cost of a seat of a programme by a route that day.
///
/// By apprenticeship, the contract cost that stands that day, the narrowest first: the programme's own code before its fiche, the branch asked before any
/// branch; where only branches are told and none is asked, least, median and greatest of theirs. Else, and by the other routes, the assumption « coût d'une
/// place » of the narrowest scope. Else nothing.
pub fn seat_cost(
    facts: &Facts,
    programme: &Programme,
    route: Route,
    (branch, day): (Option<&IdccCode>, Date),
) -> SeatCost {
    let contract =
        (route == Route::Apprenticeship).then(|| contract_cost(&facts.funding.npecs, programme, branch, day));
    if let Some(known) = contract.flatten() {
        return known;
    }
    match cost_of(AssumptionKey::SeatCost, &facts.assumptions, programme, route) {
        Some(Assumption {
            scope, value, source, ..
        }) => SeatCost {
            euros: Some(*value),
            from: CostSource::Assumption {
                scope: scope.clone(),
                source: source.clone(),
            },
        },
        None => SeatCost {
            euros: None,
            from: CostSource::Unknown,
        },
    }
}

fn contract_cost(npecs: &[Npec], programme: &Programme, branch: Option<&IdccCode>, day: Date) -> Option<SeatCost> {
    let standing = npecs.iter().filter(|npec| npec.stands(day));
    let named: Vec<(u8, &Npec)> = standing
        .filter_map(|npec| Some((npec.names(programme)?, npec)))
        .collect();
    let narrowest = named.iter().map(|(width, _)| *width).min()?;
    let rows: Vec<&Npec> = named
        .iter()
        .filter(|(width, _)| *width == narrowest)
        .map(|(_, npec)| *npec)
        .collect();
    let of_branch = branch.and_then(|asked| rows.iter().find(|npec| npec.branch.as_ref() == Some(asked)));
    let of_any = || rows.iter().find(|npec| npec.branch.is_none());
    if let Some(npec) = of_branch.or_else(of_any) {
        return Some(SeatCost {
            euros: Some(Range::exact(f64::from(npec.euros))),
            from: CostSource::Npec { npec: (*npec).clone() },
        });
    }
    let mut euros: Vec<u32> = rows.iter().map(|npec| npec.euros).collect();
    euros.sort_unstable();
    let (least, greatest) = (*euros.first()?, *euros.last()?);
    let median = (f64::from(euros[(euros.len() - 1) / 2]) + f64::from(euros[euros.len() / 2])) / 2.0;
    Some(SeatCost {
        euros: Some(Range::new(f64::from(least), median, f64::from(greatest))),
        from: CostSource::Branches { rows: rows.len() },
    })
}

/// Euros that a firm receives for a contract signed that day at that level, the first year; nothing where no aid is told.
///
/// The size of the firm is not known: from the least to the greatest of the sizes told, nothing at the low end where a size has none; half-way between as
/// the central value. Aids of several names add up.
pub fn aid_of(aids: &[Aid], level: u8, day: Date) -> Option<Range<f64>> {
    let mut covering: Vec<&Aid> = aids.iter().filter(|aid| aid.covers(level, day)).collect();
    covering.sort_by(|a, b| (&a.name, a.firm).cmp(&(&b.name, b.firm)));
    let of_name = |rows: &[&Aid]| {
        let euros = || rows.iter().map(|aid| f64::from(aid.euros));
        let least = if is_of_every_size(rows) {
            euros().fold(f64::INFINITY, f64::min)
        } else {
            0.0
        };
        let greatest = euros().fold(0.0, f64::max);
        Range::new(least, f64::midpoint(least, greatest), greatest)
    };
    let names = covering.chunk_by(|a, b| a.name == b.name);
    names.map(of_name).reduce(|sum, one| sum + one)
}

/// Whether rows in order of size leave no size out, from one employee on.
fn is_of_every_size(rows: &[&Aid]) -> bool {
    let mut next = Some(1);
    for aid in rows {
        match next {
            Some(size) if aid.firm.0 <= size => next = aid.firm.1.map(|last| last.saturating_add(1)),
            _ => break,
        }
    }
    next.is_none()
}
