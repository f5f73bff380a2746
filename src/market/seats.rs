//! What one more seat of a section leads to: people available in the field, basin by basin, and when.

use std::sync::Arc;

use super::chain::{Chain, measured};
use super::codes::Link;
use super::factors::Factors;
use super::gap::{Factor, FactorKind, FactorProvenance, Placement};
use super::headcounts::{Headcount, Spread};
use super::sections::Kept;
use crate::domain::id::{RegionCode, Uai};
use crate::domain::mefstat::counted_year;
use crate::domain::programme::{Programme, Route};
use crate::domain::source::SourceId;
use crate::domain::supply::{Section, Wishes};
use crate::domain::units::{Milli, Range};
use crate::i18n::Message;

/// A section, or a regional headcount, as something that can be made larger or smaller by one.
///
/// One more seat adds `1000 · fill · retention^p · (1 − further study) · diploma · stays` thousandths of a person, shared over basins as the people
/// of the section are. One more person of a headcount is one in the final year: neither fill nor retention applies.
#[derive(Debug, Clone)]
pub(super) struct Lever {
    pub unit: Unit,
    pub uai: Option<Uai>,
    pub establishment: Option<String>,
    /// Region of a headcount.
    pub region: Option<RegionCode>,
    pub programme: usize,
    pub route: Route,
    pub seats: Option<u32>,
    /// The rates of the product, in order.
    pub factors: Vec<Arc<Factor>>,
    /// In-field leavers of one more, in people.
    pub each: Range<f64>,
    /// Years of study from the rentrée of the seat to the June of its first leavers.
    pub years: u8,
    pub place: Spread,
    pub source: SourceId,
    pub rows: Vec<u32>,
    /// Why one more may not bring what the product says.
    pub doubts: Vec<Message>,
}

/// What is counted by one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Unit {
    /// A seat at the entrance of a section.
    Seat,
    /// A person in the final year of a regional headcount, which has no seats.
    FinalYear,
}

impl Unit {
    /// Stable text: JSON and texts (`unit-<key>`).
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Seat => "seat",
            Self::FinalYear => "final-year",
        }
    }
}

/// One more seat of a section in one of its programmes.
pub(super) fn section_lever<'a>(
    kept: &Kept<'a>,
    (number, programme): (usize, &Programme),
    factors: &mut Factors<'_, 'a>,
    (establishment, place): (Option<String>, &Spread),
) -> Lever {
    let section = kept.section;
    let of = (number, section.route);
    let course = kept.course(programme);
    let leaving = factors.leaving(of, kept.region);
    let doubts = section_doubts(kept, &leaving, place);
    let chain = Chain::start(fill(section, factors, of))
        .times(factors.assumed(FactorKind::Retention, of, course.passages))
        .finish(leaving, factors, of);
    Lever {
        unit: Unit::Seat,
        uai: Some(section.uai.clone()),
        establishment,
        region: None,
        programme: number,
        route: section.route,
        seats: section.seats,
        each: chain.value(),
        factors: chain.factors,
        years: course.years,
        place: place.clone(),
        source: section.source,
        rows: vec![section.row],
        doubts,
    }
}

/// One seat of a section that is not there yet: every rate but further study is assumed.
pub(super) fn opening_lever<'a>(
    (number, programme, route): (usize, &Programme, Route),
    (factors, region): (&mut Factors<'_, 'a>, Option<&'a RegionCode>),
    (uai, establishment): (Option<Uai>, Option<String>),
    place: Spread,
) -> Lever {
    let of = (number, route);
    let entry = programme.cfd.as_ref().map_or(1, counted_year);
    let years = (programme.years.unwrap_or(1).max(entry) - entry) + 1;
    let leaving = factors.leaving(of, region);
    let doubts = common_doubts(&leaving, &place);
    let chain = Chain::start(factors.assumed(FactorKind::FillRate, of, 1))
        .times(factors.assumed(FactorKind::Retention, of, i32::from(years - 1).max(1)))
        .finish(leaving, factors, of);
    Lever {
        unit: Unit::Seat,
        uai,
        establishment,
        region: None,
        programme: number,
        route,
        seats: None,
        each: chain.value(),
        factors: chain.factors,
        years,
        place,
        source: SourceId::CATALOGUE,
        rows: Vec::new(),
        doubts,
    }
}

/// One more person in the final year of a regional headcount.
pub(super) fn headcount_lever<'a>(
    headcount: &Headcount<'a>,
    (number, programme): (usize, &Programme),
    factors: &mut Factors<'_, 'a>,
    place: &Spread,
) -> Lever {
    let outcome = headcount.outcome;
    let of = (number, outcome.route);
    let leaving = factors.leaving(of, Some(headcount.region));
    let doubts = common_doubts(&leaving, place);
    let chain = Chain::start(leaving).obtain(factors, of);
    Lever {
        unit: Unit::FinalYear,
        uai: None,
        establishment: None,
        region: Some(headcount.region.clone()),
        programme: number,
        route: outcome.route,
        seats: None,
        each: chain.value(),
        factors: chain.factors,
        years: programme.years.unwrap_or(1).max(1),
        place: place.clone(),
        source: outcome.source,
        rows: vec![outcome.row],
        doubts,
    }
}

/// Observed entrants over seats, never above one, where the file tells both; else the assumption.
fn fill(section: &Section, factors: &mut Factors<'_, '_>, of: (usize, Route)) -> Arc<Factor> {
    match (section.seats, section.entrants) {
        (Some(seats), Some(entrants)) if seats > 0 => {
            let (seats, entrants) = (f64::from(seats), f64::from(entrants));
            let vintage = section.session.to_string();
            let share = (entrants / seats).min(1.0);
            let mut factor = measured(FactorKind::FillRate, share, section.source, vintage, vec![section.row]);
            factor.denominator = Some(seats);
            factor.into()
        }
        _ => factors.assumed(FactorKind::FillRate, of, 1),
    }
}

/// Seats do not make pupils where those there are do not fill.
fn section_doubts(kept: &Kept<'_>, leaving: &Factor, place: &Spread) -> Vec<Message> {
    let section = kept.section;
    let seats = section.seats.unwrap_or(0);
    let beside = |key, people: u32| Message::new(key).with("count", people).with("seats", seats);
    let wishes = match section.wishes {
        Some(Wishes::First(wishes)) if wishes < seats => Some(beside("market-doubt-first-wishes", wishes)),
        Some(Wishes::Unranked(wishes)) if wishes < seats => Some(beside("market-doubt-wishes", wishes)),
        _ => None,
    };
    let entrants = section.entrants.filter(|e| *e < seats);
    let vacant = entrants.map(|e| beside("market-doubt-vacant-seats", e));
    let bridge = (kept.resolved.link == Link::DutBridge).then(|| Message::new("market-doubt-dut-bridge"));
    let mut doubts: Vec<Message> = wishes.into_iter().chain(vacant).chain(bridge).collect();
    doubts.extend(common_doubts(leaving, place));
    doubts
}

/// Fewer first wishes, or entrants, than seats: more seats would not make more pupils.
pub(super) fn is_short_of_pupils(doubts: &[Message]) -> bool {
    let keys = [
        "market-doubt-first-wishes",
        "market-doubt-wishes",
        "market-doubt-vacant-seats",
    ];
    doubts.iter().any(|doubt| keys.contains(&doubt.key.as_ref()))
}

fn common_doubts(leaving: &Factor, place: &Spread) -> Vec<Message> {
    let spread = (place.placement == Placement::Spread).then(|| Message::new("market-doubt-spread"));
    let weak = matches!(
        leaving.provenance,
        FactorProvenance::Assumed | FactorProvenance::Estimated
    );
    let leaving = weak.then(|| Message::new("market-doubt-further-study"));
    spread.into_iter().chain(leaving).collect()
}

/// Thousandths that `count` more bring at each end: the product is rounded once.
pub(super) fn brought(each: Range<f64>, count: i32) -> Range<Milli> {
    each.map(|people| Milli::from_people(people * f64::from(count)))
}
