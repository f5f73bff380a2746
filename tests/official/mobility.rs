//! What limited mobility takes from a matching, on the official geography of three regions: the last step of the national paper check.

use releve::domain::assumption::{Assumption, AssumptionKey, Assumptions};
use releve::domain::cause::{Cause, Coalition};
use releve::domain::facts::Facts;
use releve::domain::progress::Unattended;
use releve::domain::units::Range;
use releve::market::{Request, causes, solve};

use crate::numbers::build;

/// The published thirds in place of what the files measure: a third goes on studying, everyone has the diploma, a third of the others works elsewhere (ruling 9.9).
fn with_the_published_thirds(mut facts: Facts) -> Facts {
    for row in &mut facts.outcomes {
        (row.leavers, row.continuing, row.continuing_rate) = (None, None, None);
    }
    let thirds = [
        (AssumptionKey::FurtherStudy, 1.0 / 3.0),
        (AssumptionKey::DiplomaRate, 1.0),
        (AssumptionKey::StaysInField, 2.0 / 3.0),
    ];
    let replaced = |a: &Assumption| thirds.iter().any(|(key, _)| *key == a.key);
    let mut list: Vec<Assumption> = facts.assumptions.iter().filter(|a| !replaced(a)).cloned().collect();
    list.extend(thirds.map(|(key, value)| Assumption {
        key,
        scope: String::new(),
        value: Range::exact(value),
        source: String::new(),
        edited: true,
    }));
    facts.assumptions = Assumptions::new(list);
    facts
}

/// Posts filled with the radius of each level, and without any radius.
fn filled(regions: &[&str]) -> (f64, f64) {
    let facts = with_the_published_thirds(build(regions).0);
    let gap = solve(&facts, &Request::default(), &Unattended).unwrap();
    let left = causes(&facts, &gap, &Unattended).unwrap().sum_where(|_, _| true);
    let need = gap.total().need.central;
    let filled = |removed: Coalition| (need - left.unfilled(removed)).people();
    (filled(Coalition::NONE), filled(Coalition::NONE.with(Cause::Distance)))
}

/// `tests/it/market/national.rs` takes this share as the part of a France without distances that is left once people stay near.
#[test]
fn people_who_stay_near_fill_84_5_percent_of_what_they_would_without_distances() {
    let (north, centre_east) = (filled(&["32"]), filled(&["84", "27"]));
    let kept = (north.0 + centre_east.0) / (north.1 + centre_east.1);
    assert!((kept - 0.845).abs() < 0.000_5, "{kept}: {north:?} {centre_east:?}");
}
