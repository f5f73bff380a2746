//! What an action costs, year by year.

use super::super::funding;
use super::super::values::cost_of;
use super::stand::Site;
use crate::domain::assumption::{AssumptionKey, Assumptions};
use crate::domain::facts::Facts;
use crate::domain::funding::rentree_day;
use crate::domain::programme::Programme;
use crate::domain::scenario::{ActionKind, ActionStatus, PlanAction};
use crate::domain::units::Range;

/// Euros of each year: equipment and works at the rentrée, then each year of study opened costs its seats. Seats that close save theirs, as their last
/// cohorts leave. A year of the plan pays for the school year that begins in it. Nothing where the seats have no cost.
pub(super) fn spent(
    action: &PlanAction,
    sites: &[&Site],
    facts: &Facts,
    years: impl Iterator<Item = u16>,
) -> Option<Vec<Range<f64>>> {
    let mut each = Vec::new();
    for site in sites {
        each.push((*site, seat_cost(action, site, facts)?));
    }
    let of = |year: u16| {
        let once = year == action.rentree && action.status != ActionStatus::Refused;
        let mut euros = Range::exact(if once { f64::from(action.fixed_cost) } else { 0.0 });
        for (site, cost) in &each {
            let opened = seats_open(site, action.rentree, year);
            euros += ordered(cost.map(|cost| cost * opened));
        }
        euros
    };
    Some(years.map(of).collect())
}

/// Seats × years of study already opened: one year at the first rentrée, all of them once the first cohort is in its last.
fn seats_open(site: &Site, rentree: u16, year: u16) -> f64 {
    let Some(since) = year.checked_sub(rentree) else {
        return 0.0;
    };
    let years = (since + 1).min(u16::from(site.lever.years));
    f64::from(site.seats) * f64::from(years)
}

/// Euros of a seat and year of study: what the action says, else what is known at its rentrée.
fn seat_cost(action: &PlanAction, site: &Site, facts: &Facts) -> Option<Range<f64>> {
    if let Some(euros) = action.seat_cost {
        return Some(Range::exact(f64::from(euros)));
    }
    let programme = &facts.catalogue.programmes[site.lever.programme];
    funding::seat_cost(facts, programme, site.lever.route, (None, rentree_day(action.rentree))).euros
}

fn ordered(euros: Range<f64>) -> Range<f64> {
    Range::new(euros.low.min(euros.high), euros.central, euros.low.max(euros.high))
}

/// Euros of equipment and works of a proposal: the assumption where sections open, nothing else.
pub(super) fn of_opening(action: &PlanAction, site: &Site, assumptions: &Assumptions, programmes: &[Programme]) -> u32 {
    if action.kind != ActionKind::Ouverture {
        return action.fixed_cost;
    }
    let programme = &programmes[site.lever.programme];
    let known = cost_of(AssumptionKey::OpeningCost, assumptions, programme, site.lever.route);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "bounded by the assumption"
    )]
    known.map_or(action.fixed_cost, |known| known.value.central.round().max(0.0) as u32)
}
