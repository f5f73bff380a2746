//! The need of years to come: that of the base year, moved by the trajectory of the scenario.

use super::super::demand::Demand;
use super::super::frame::Frame;
use super::{FIRST_YEAR, LAST_YEAR};
use crate::domain::assumption::{AssumptionKey, Assumptions};
use crate::domain::scenario::Trajectory;
use crate::domain::units::Range;

/// Years of a plan on a base year: 2026 to 2035, or later where the base year is later.
pub(super) fn years(base: u16) -> std::ops::RangeInclusive<u16> {
    let first = FIRST_YEAR.max(base + 1);
    first..=LAST_YEAR.max(first)
}

/// `1 + N · κ / P`: N industrial jobs created in the country a year beyond those of the base year, κ their share in the occupations of the gap, P the
/// non-seasonal projects of the country in these occupations. Each new job is one more project, spread over basins and occupations as the
/// projects of the base year; β then applies to both. A trajectory without N, or a year up to the base year, is 1.
pub(super) fn growth(assumptions: &Assumptions, trajectory: Trajectory, (base, year): (u16, u16)) -> Range<f64> {
    let Some(created) = assumptions.exactly(AssumptionKey::NetCreation, trajectory.as_str()) else {
        return Range::exact(1.0);
    };
    if year <= base {
        return Range::exact(1.0);
    }
    let created = created.value;
    let share = assumptions.value(AssumptionKey::GapShare, &[]);
    let projects = assumptions.value(AssumptionKey::NationalProjects, &[]);
    let at = |created: f64, share: f64, projects: f64| {
        let more = if projects > 0.0 {
            created * share / projects
        } else {
            0.0
        };
        (1.0 + more).max(0.0)
    };
    // The products at the ends, in order: jobs may be lost as well as created.
    let low = at(
        created.low,
        if created.low < 0.0 { share.high } else { share.low },
        projects.high,
    );
    let high = at(
        created.high,
        if created.high < 0.0 { share.low } else { share.high },
        projects.low,
    );
    let central = at(created.central, share.central, projects.central);
    Range::new(low.min(central), central, high.max(central))
}

/// The demand of a year: the newest survey up to the base year, moved by the trajectory, and what firms declared for the year.
pub(super) fn demand<'f>(frame: &Frame<'f>, trajectory: Trajectory, (base, year): (u16, u16)) -> Demand<'f> {
    let mut demand = Demand::coming(frame, base, year);
    demand.growth = growth(&frame.assumptions, trajectory, (base, year));
    demand.settle(frame);
    demand
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trajectory_moves_the_need_by_what_its_jobs_are_to_the_projects_of_the_country() {
        let assumptions = Assumptions::defaults();
        let of = |trajectory, year| growth(&assumptions, trajectory, (2024, year));
        assert_eq!(of(Trajectory::Stable, 2030), Range::exact(1.0));
        assert_eq!(of(Trajectory::Ambitious, 2024), Range::exact(1.0));
        let ambitious = of(Trajectory::Ambitious, 2030);
        // By hand: 58,500 × 0.45 / 149,000 = 0.17668.
        assert!((ambitious.central - 1.176_677_852).abs() < 1e-9, "{ambitious:?}");
        let cautious = of(Trajectory::Cautious, 2030);
        assert!(1.0 < cautious.low && cautious.high < ambitious.high);
        assert!(ambitious.low < ambitious.central && ambitious.central < ambitious.high);
    }

    #[test]
    fn years_start_after_the_base_year() {
        assert_eq!(years(2024), 2026..=2035);
        assert_eq!(years(2028), 2029..=2035);
        assert_eq!(years(2040), 2041..=2041);
    }
}
