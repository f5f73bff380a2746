//! Checks the pupils that seats lead to against those observed in outcome files, where the territory has both.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::codes::{Codes, Kind};
use super::frame::Frame;
use super::headcounts::observed;
use crate::domain::id::{FapCode, RegionCode};
use crate::domain::programme::Route;
use crate::domain::units::Milli;

/// School pupils of a final year of the territory by both ways, over the kinds of diploma that have both in a region.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reconciliation {
    /// Seats × fill × retention, central.
    pub from_seats: Milli,
    /// Observed final years, one cohort.
    pub observed: Milli,
    /// Kinds of diploma compared.
    pub kinds: usize,
}

/// Puts both sides together, over programmes with an outlet in the gap; nothing where no region has both for any kind.
pub(super) fn reconcile(
    frame: &Frame<'_>,
    codes: &Codes<'_>,
    outlets: &[Arc<[FapCode]>],
    from_seats: BTreeMap<(&RegionCode, Kind), Milli>,
) -> Option<Reconciliation> {
    let mut sides: BTreeMap<(&RegionCode, Kind), [Option<Milli>; 2]> = BTreeMap::new();
    for (key, people) in from_seats {
        sides.entry(key).or_default()[0] = Some(people);
    }
    for headcount in observed(&frame.facts.outcomes, codes) {
        let programmes = &headcount.resolved.programmes;
        let useful = programmes.iter().filter(|p| !outlets[**p].is_empty()).count();
        let outcome = headcount.outcome;
        if useful == 0 || outcome.route != Route::School || !frame.is_home(Some(headcount.region)) {
            continue;
        }
        let cohorts = f64::from(outcome.cohorts.max(1));
        let one_cohort = f64::from(outcome.final_year.unwrap_or(0)) / cohorts;
        let share = people(useful) / people(programmes.len());
        let key = (headcount.region, codes.kind(&headcount.resolved));
        *sides.entry(key).or_default()[1].get_or_insert_default() += Milli::from_people(one_cohort * share);
    }
    let both: Vec<(Kind, Milli, Milli)> = sides
        .into_iter()
        .filter_map(|((_, kind), [seats, observed])| Some((kind, seats?, observed?)))
        .collect();
    (!both.is_empty()).then(|| Reconciliation {
        from_seats: both.iter().map(|(_, seats, _)| *seats).sum(),
        observed: both.iter().map(|(.., observed)| *observed).sum(),
        kinds: both.iter().map(|(kind, ..)| *kind).collect::<BTreeSet<_>>().len(),
    })
}

fn people(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}
