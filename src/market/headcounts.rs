//! Regional final-year headcounts (InserJeunes) and the weights that spread them over the basins of their region.

use std::collections::{BTreeMap, BTreeSet};

use super::apportion::apportion;
use super::codes::{Codes, Kind, Resolved};
use super::frame::Frame;
use super::gap::Placement;
use super::rates::vintage_year;
use super::sections::Kept;
use crate::domain::assumption::AssumptionKey;
use crate::domain::id::RegionCode;
use crate::domain::programme::{Programme, Route};
use crate::domain::supply::{Outcome, OutcomeScope, OutcomeTarget};

/// A regional headcount that counts as supply.
pub(super) struct Headcount<'a> {
    pub region: &'a RegionCode,
    pub outcome: &'a Outcome,
    pub resolved: Resolved,
}

/// Regional headcounts to use: every apprentice of the newest vintage, and the pupils of the kinds of diploma that have no school capacity in the region.
///
/// A diploma and the one it replaces are different people of one cumulated vintage: both count there.
pub(super) fn headcounts<'a>(
    facts: &'a [Outcome],
    codes: &Codes<'a>,
    seated: &BTreeSet<(&RegionCode, Kind)>,
) -> Vec<Headcount<'a>> {
    let mut found = observed(facts, codes);
    found.retain(|h| match h.outcome.route {
        Route::Apprenticeship => true,
        Route::School => !seated.contains(&(h.region, codes.kind(&h.resolved))),
        Route::Continuing => false,
    });
    found
}

/// Every regional headcount of the newest vintage of its region and route.
pub(super) fn observed<'a>(facts: &'a [Outcome], codes: &Codes<'a>) -> Vec<Headcount<'a>> {
    let mut newest: BTreeMap<(&RegionCode, Route), u32> = BTreeMap::new();
    for outcome in facts {
        if let OutcomeScope::Region(region) = &outcome.scope {
            let latest = newest.entry((region, outcome.route)).or_default();
            *latest = (*latest).max(vintage_year(&outcome.vintage));
        }
    }
    let usable = |outcome: &'a Outcome| {
        let OutcomeScope::Region(region) = &outcome.scope else {
            return None;
        };
        let current = newest.get(&(region, outcome.route)) == Some(&vintage_year(&outcome.vintage));
        let resolved = match &outcome.target {
            OutcomeTarget::Cfd(cfd) => codes.cfd(cfd),
            OutcomeTarget::Mefstat(mefstat) => codes.mefstat(mefstat),
            OutcomeTarget::Family { .. } | OutcomeTarget::AllProfessional => None,
        }?;
        (current && outcome.final_year.is_some_and(|n| n > 0)).then_some(Headcount {
            region,
            outcome,
            resolved,
        })
    };
    facts.iter().filter_map(usable).collect()
}

/// Where a regional headcount goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spread {
    pub basins: Vec<usize>,
    pub weights: Vec<u64>,
    pub placement: Placement,
}

/// Capped apprenticeship seats by region, diploma or family, and basin.
#[derive(Debug, Default)]
pub(super) struct Weights<'a> {
    diplomas: BTreeMap<(&'a RegionCode, usize), BTreeMap<usize, Seen>>,
    families: BTreeMap<(&'a RegionCode, Kind, &'a str), BTreeMap<usize, Seen>>,
}

/// Weight of a basin, and the worst placement among the sections behind it.
#[derive(Debug, Clone, Copy, Default)]
struct Seen {
    thousandths: u64,
    placement: Option<Placement>,
}

impl<'a> Weights<'a> {
    /// Each apprenticeship section weighs its seats up to the cap, whatever it declares (ruling 9.11).
    pub fn new(frame: &Frame<'a>, codes: &Codes<'a>, sections: &[Kept<'a>]) -> Self {
        let cap = frame.assumptions.value(AssumptionKey::ApprenticeSeatCap, &[]).central;
        let mut weights = Self::default();
        for kept in sections {
            let declared = kept
                .section
                .seats
                .or(kept.section.placeholder_seats)
                .or(kept.section.entrants);
            let (Some(region), Some(seats)) = (kept.region, declared) else {
                continue;
            };
            let Some(placed) = frame.place(&kept.section.uai, kept.section.position) else {
                continue;
            };
            let capped = thousandths(f64::from(seats).min(cap));
            let over_programmes = apportion(capped, &vec![1; kept.resolved.programmes.len()]);
            for (number, part) in kept.resolved.programmes.iter().zip(over_programmes) {
                let family = family(region, &codes.programmes[*number]);
                for (basin, share) in placed.basins.iter().zip(apportion(part, &placed.weights)) {
                    if frame.basins[*basin].region != *region {
                        continue;
                    }
                    let diploma = weights.diplomas.entry((region, *number)).or_default();
                    diploma.entry(*basin).or_default().add(share, placed.placement);
                    let of_family = weights.families.entry(family).or_default();
                    of_family.entry(*basin).or_default().add(share, placed.placement);
                }
            }
        }
        weights
    }

    /// Seats of the diploma where there are some in the region, else of its family (kind, level and NSF group), else the population of the basins.
    pub fn spread(
        &self,
        frame: &Frame<'_>,
        region: &RegionCode,
        number: usize,
        programme: &Programme,
    ) -> Option<Spread> {
        let seats = self.diplomas.get(&(region, number));
        let seats = seats.or_else(|| self.families.get(&family(region, programme)));
        let seats = seats.filter(|s| s.values().any(|seen| seen.thousandths > 0));
        match seats {
            Some(seats) => Some(Spread {
                basins: seats.keys().copied().collect(),
                weights: seats.values().map(|s| s.thousandths).collect(),
                placement: seats
                    .values()
                    .filter_map(|s| s.placement)
                    .max()
                    .unwrap_or(Placement::Spread),
            }),
            None => by_population(frame, region),
        }
    }
}

impl Seen {
    fn add(&mut self, thousandths: i64, placement: Placement) {
        self.thousandths += u64::try_from(thousandths).unwrap_or(0);
        self.placement = self.placement.max(Some(placement));
    }
}

/// « Position estimée »: the basins of a region, weighed by their people.
pub(super) fn by_population(frame: &Frame<'_>, region: &RegionCode) -> Option<Spread> {
    let basins = frame.region_basins(region);
    (!basins.is_empty()).then(|| Spread {
        weights: frame.populations(&basins),
        basins,
        placement: Placement::Spread,
    })
}

fn family<'r>(region: &'r RegionCode, programme: &'r Programme) -> (&'r RegionCode, Kind, &'r str) {
    let group = programme.nsf.as_ref().map_or("", |n| &n.as_str()[..3]);
    (region, (programme.diploma, programme.level), group)
}

#[expect(clippy::cast_possible_truncation, reason = "at most ten thousand seats")]
fn thousandths(seats: f64) -> i64 {
    (seats * 1000.0).round() as i64
}
