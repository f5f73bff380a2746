//! Indicators over seats: wishes and entrants of each section that counts, and of its programme in its region.

use std::collections::BTreeMap;

use super::super::codes::Codes;
use super::super::frame::Frame;
use super::super::sections::{Kept, select};
use super::{Key, Kind, Rates, Sum};
use crate::domain::programme::Diploma;
use crate::domain::supply::Wishes;
use crate::domain::units::Range;

/// Adds the lines of sections and their sums by programme. A row counts for every programme it stands for: its rate is theirs.
pub(super) fn add(frame: &Frame<'_>, codes: &Codes<'_>, lines: &mut BTreeMap<Key, Rates>) {
    let mut sums: BTreeMap<(Key, Kind), Sum> = BTreeMap::new();
    for kept in &select(frame, codes).kept {
        let Some(region) = kept.region.filter(|r| frame.is_home(Some(r))) else {
            continue;
        };
        for number in &kept.resolved.programmes {
            let programme = &codes.programmes[*number];
            let of = Key {
                programme: programme.id.clone(),
                route: kept.section.route,
                region: region.clone(),
                uai: Some(kept.section.uai.clone()),
            };
            let whole = Key {
                uai: None,
                ..of.clone()
            };
            lines.entry(of.clone()).or_default();
            for (kind, numerator, seats) in terms(kept, programme.diploma) {
                for key in [&of, &whole] {
                    let sum = sums.entry((key.clone(), kind)).or_default();
                    let (section, vintage) = (kept.section, kept.section.session.to_string());
                    sum.add(Range::exact(numerator), seats, section.source, &vintage, section.row);
                }
            }
        }
    }
    for ((key, kind), sum) in sums {
        if let Some(rate) = sum.rate(kind) {
            lines.entry(key).or_default().insert(kind, rate);
        }
    }
}

/// Numerator and seats of each indicator that one row tells.
fn terms(kept: &Kept<'_>, diploma: Diploma) -> Vec<(Kind, f64, f64)> {
    let section = kept.section;
    let Some(seats) = section.seats.filter(|n| *n > 0).map(f64::from) else {
        return Vec::new();
    };
    let unranked = matches!(diploma, Diploma::Bts | Diploma::Dut | Diploma::But);
    let wishes = section.wishes.and_then(|wishes| match wishes {
        Wishes::First(n) if !unranked => Some((Kind::Pressure, f64::from(n), seats)),
        Wishes::First(_) => None,
        Wishes::Unranked(n) => Some((Kind::Demand, f64::from(n), seats)),
    });
    let entrants = section.entrants.map(|n| (Kind::Fill, f64::from(n), seats));
    wishes.into_iter().chain(entrants).collect()
}
