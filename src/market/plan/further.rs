//! Those who go on after a cohort: among the entrants of the next levels, whose seats count them already.

use super::cohort::{Cohort, Course};
use crate::domain::assumption::{AssumptionKey, Assumptions};
use crate::domain::programme::{Diploma, Route};
use crate::domain::units::Bound;

/// A cohort's people one level up: its entrants are those who go on from the level below, and add no seat.
#[derive(Debug, Clone)]
pub struct Further {
    pub diploma: Diploma,
    /// Low, central, high.
    pub cohorts: [Cohort; 3],
}

/// The usual way up: CAP → bac pro (entered in première, ruling 9.10) → BTS → licence pro. What follows a BUT or a licence pro is outside the data.
fn next(diploma: Diploma) -> Option<(Diploma, u8)> {
    match diploma {
        Diploma::Cap => Some((Diploma::BacPro, 2)),
        Diploma::BacPro | Diploma::Bp | Diploma::Bma => Some((Diploma::Bts, 2)),
        Diploma::Bts | Diploma::Dut => Some((Diploma::LicencePro, 1)),
        _ => None,
    }
}

/// Follows those who go on to the last level, by the rates supposed for each diploma and the route of the section: the June they leave one level
/// is the rentrée they enter the next.
pub(super) fn further(
    assumptions: &Assumptions,
    (diploma, route): (Diploma, Route),
    cohorts: &[Cohort; 3],
) -> Vec<Further> {
    let mut found: Vec<Further> = Vec::new();
    let mut from = (diploma, cohorts.clone());
    while let Some((diploma, years)) = next(from.0) {
        let up = Bound::ALL.map(|bound| {
            let below = &from.1[bound as usize];
            Cohort::new(
                below.june(),
                below.continuing,
                &course(assumptions, (diploma, route), years, bound),
            )
        });
        found.push(Further {
            diploma,
            cohorts: up.clone(),
        });
        from = (diploma, up);
    }
    found
}

/// The course supposed for a diploma, at one end.
fn course(assumptions: &Assumptions, (diploma, route): (Diploma, Route), years: u8, bound: Bound) -> Course {
    let scopes = [diploma.as_str(), route.as_str()];
    let value = |key| assumptions.value(key, &scopes);
    let passages = years.saturating_sub(1).max(1);
    let study = value(AssumptionKey::FurtherStudy);
    let against = match bound {
        Bound::Low => study.high,
        Bound::Central => study.central,
        Bound::High => study.low,
    };
    Course {
        years,
        passages,
        retention: value(AssumptionKey::Retention).at(bound).powi(i32::from(passages)),
        leaving: 1.0 - against,
        diploma: value(AssumptionKey::DiplomaRate).at(bound),
        stays: value(AssumptionKey::StaysInField).at(bound),
    }
}
