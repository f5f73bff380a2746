//! Where a programme stands against the regional means of its level: a position among others, without absolute meaning.

use std::collections::BTreeMap;

use super::super::codes::Codes;
use super::super::rates::vintage_year;
use super::outcomes::{Told, terms};
use super::{Indicators, Kind, Line};
use crate::domain::id::RegionCode;
use crate::domain::programme::Route;
use crate::domain::supply::{Outcome, OutcomeScope};

/// Means of a region, level and route: Σ continuing / Σ final year and Σ employed / Σ leavers over the programmes of the newest vintage.
///
/// Of one route: pupils and apprentices are measured apart, and differ by some twenty points of employment.
#[derive(Debug, Clone, PartialEq)]
pub struct Means {
    pub region: RegionCode,
    pub level: u8,
    pub route: Route,
    pub vintage: String,
    pub further_study: f64,
    pub employment: f64,
}

/// Part of the quadrant, against both means; equal to a mean is at least it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// Q1: further study and employment both at least the means.
    Both,
    /// Q2: employment only.
    Employment,
    /// Q3: further study only.
    FurtherStudy,
    /// Q4.
    Neither,
}

impl Part {
    pub const ALL: [Self; 4] = [Self::Both, Self::Employment, Self::FurtherStudy, Self::Neither];

    /// Stable text of JSON and of the texts: `q1` to `q4`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Both => "q1",
            Self::Employment => "q2",
            Self::FurtherStudy => "q3",
            Self::Neither => "q4",
        }
    }

    /// The part of a pair of rates. Rates that differ by rounding alone are equal.
    pub fn of((further_study, employment): (f64, f64), means: (f64, f64)) -> Self {
        let at_least = |rate: f64, mean: f64| rate >= mean - 1e-9;
        match (at_least(further_study, means.0), at_least(employment, means.1)) {
            (true, true) => Self::Both,
            (false, true) => Self::Employment,
            (true, false) => Self::FurtherStudy,
            (false, false) => Self::Neither,
        }
    }
}

/// Whether a line has a position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    At(Part),
    /// Fewer than twenty people behind one of the rates.
    NotSignificant,
    /// A rate, or its mean, is not known; or the line is a section.
    Unknown,
    /// Its rates are of an older vintage than the means.
    Older,
}

impl Indicators {
    /// The means a line is set against.
    pub fn means_of(&self, line: &Line) -> Option<&Means> {
        self.means
            .iter()
            .find(|m| m.region == line.key.region && m.level == line.level && m.route == line.key.route)
    }

    /// Where a line stands.
    pub fn place(&self, line: &Line) -> Place {
        let (Some(further), Some(employment)) = (line.rates.get(Kind::FurtherStudy), line.rates.get(Kind::Employment))
        else {
            return Place::Unknown;
        };
        if line.key.uai.is_some() {
            return Place::Unknown;
        }
        let (Some(x), Some(y)) = (further.value, employment.value) else {
            return Place::NotSignificant;
        };
        let Some(means) = self.means_of(line) else {
            return Place::Unknown;
        };
        let current = |cited: &super::Cited| vintage_year(&cited.vintage) == vintage_year(&means.vintage);
        if !further.inputs.iter().chain(&employment.inputs).all(current) {
            return Place::Older;
        }
        let rates = (x.central, y.central);
        Place::At(Part::of(rates, (means.further_study, means.employment)))
    }
}

/// What means are computed over.
type Group<'a> = (&'a RegionCode, u8, Route);

/// The means of each region, level and route; each row counts once, whatever the programmes it stands for.
pub(super) fn means(told: &[Told<'_>], codes: &Codes<'_>) -> Vec<Means> {
    let mut groups: BTreeMap<Group<'_>, Vec<&Outcome>> = BTreeMap::new();
    for one in told
        .iter()
        .filter(|t| matches!(t.outcome.scope, OutcomeScope::Region(_)))
    {
        let level = codes.programmes[one.programmes[0]].level;
        let group = (one.region, level, one.outcome.route);
        groups.entry(group).or_default().push(one.outcome);
    }
    groups
        .into_iter()
        .filter_map(|(group, rows)| mean(group, &rows))
        .collect()
}

fn mean((region, level, route): Group<'_>, rows: &[&Outcome]) -> Option<Means> {
    let newest = rows.iter().map(|o| vintage_year(&o.vintage)).max()?;
    let current: Vec<&Outcome> = rows
        .iter()
        .filter(|o| vintage_year(&o.vintage) == newest)
        .copied()
        .collect();
    let mut sums = terms(&current);
    let mut rate = |kind| sums.remove(&kind)?.rate(kind)?.value;
    Some(Means {
        region: region.clone(),
        level,
        route,
        vintage: current.first()?.vintage.clone(),
        further_study: rate(Kind::FurtherStudy)?.central,
        employment: rate(Kind::Employment)?.central,
    })
}
