//! One cohort from its rentrée to its last June: every person who enters is found again.

use std::sync::Arc;

use super::super::gap::{Factor, FactorKind};
use crate::domain::units::{Bound, Milli};

/// What becomes of those who enter a section, at one end of its rates.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Course {
    /// Years of study from the rentrée of a seat to the June of its leavers.
    pub years: u8,
    /// Passages to a next year that lose people, at least one.
    pub passages: u8,
    /// Final year over entrants: every passage together.
    pub retention: f64,
    /// 1 − further study, over the final year.
    pub leaving: f64,
    /// Graduates over leavers.
    pub diploma: f64,
    /// Those who stay in the field, over graduates.
    pub stays: f64,
}

/// People of one rentrée, thousandths. Fewer seats are a cohort of negative people: those who no longer come.
///
/// `entrants = Σ dropouts + continuing + leavers`, exactly: each stage is rounded once, and what leaves is a difference of stages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cohort {
    pub rentree: u16,
    /// Enrolled at each rentrée of the course; the first are the entrants.
    pub enrolled: Vec<Milli>,
    /// Gone before the final exam, by year of the course.
    pub dropouts: Vec<Milli>,
    pub final_year: Milli,
    /// Of the final year, those who go on studying: they are among the entrants of the next level, never added to its seats.
    pub continuing: Milli,
    pub leavers: Milli,
    pub graduates: Milli,
    /// S of the method.
    pub in_field: Milli,
}

impl Course {
    /// The course that the factors of a seat tell, at one end.
    pub(in crate::market) fn of(factors: &[Arc<Factor>], (years, passages): (u8, u8), bound: Bound) -> Self {
        let product = |kind| {
            let of_kind = factors.iter().filter(|f| f.kind == kind);
            of_kind.map(|f| f.value.at(bound)).product()
        };
        Self {
            years: years.max(1),
            passages: passages.max(1),
            retention: product(FactorKind::Retention),
            leaving: product(FactorKind::LeavingShare),
            diploma: product(FactorKind::DiplomaRate),
            stays: product(FactorKind::StaysInField),
        }
    }
}

impl Course {
    /// Of these entrants, those available in the field: [`Cohort::in_field`], stage by stage.
    pub fn in_field(&self, entrants: Milli) -> Milli {
        let passed = f64::from(self.years.max(self.passages).min(self.passages)) / f64::from(self.passages);
        let final_year = entrants.times(self.retention.powf(passed));
        final_year.times(self.leaving).times(self.diploma).times(self.stays)
    }
}

impl Cohort {
    /// Follows entrants through a course: at year i, `entrants × retention^(min(i, p) / p)` are enrolled.
    pub fn new(rentree: u16, entrants: Milli, course: &Course) -> Self {
        let passages = f64::from(course.passages);
        let after = |year: u8| {
            let passed = f64::from(year.min(course.passages));
            entrants.times(course.retention.powf(passed / passages))
        };
        let enrolled: Vec<Milli> = (0..course.years).map(after).collect();
        let final_year = after(course.years.max(course.passages));
        let next = enrolled.iter().skip(1).copied().chain([final_year]);
        let dropouts = enrolled.iter().zip(next).map(|(now, then)| *now - then).collect();
        let leavers = final_year.times(course.leaving);
        let graduates = leavers.times(course.diploma);
        Self {
            rentree,
            enrolled,
            dropouts,
            final_year,
            continuing: final_year - leavers,
            leavers,
            graduates,
            in_field: graduates.times(course.stays),
        }
    }

    /// People at the entrance.
    pub fn entrants(&self) -> Milli {
        self.enrolled.first().copied().unwrap_or_default()
    }

    /// Calendar year of the June its leavers come in.
    pub fn june(&self) -> u16 {
        self.rentree + u16::try_from(self.enrolled.len()).unwrap_or(u16::MAX)
    }

    /// Enrolled at the rentrée of a calendar year.
    pub fn enrolled_at(&self, year: u16) -> Milli {
        let at = year.checked_sub(self.rentree).map(usize::from);
        at.and_then(|at| self.enrolled.get(at).copied()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn course(years: u8, passages: u8) -> Course {
        Course {
            years,
            passages,
            retention: 0.81,
            leaving: 0.5,
            diploma: 0.8,
            stays: 0.6,
        }
    }

    #[test]
    fn a_but_opened_in_2027_has_its_first_leavers_in_june_2030() {
        let cohort = Cohort::new(2027, Milli::whole(26), &course(3, 2));
        assert_eq!(cohort.june(), 2030);
        // By hand: 26 × 0.9 = 23.4, × 0.9 = 21.06; half leave: 10.53; × 0.8 = 8.424; × 0.6 = 5.0544.
        assert_eq!(cohort.enrolled, [26_000, 23_400, 21_060].map(Milli));
        assert_eq!(cohort.dropouts, [2_600, 2_340, 0].map(Milli));
        assert_eq!(cohort.final_year, Milli(21_060));
        assert_eq!((cohort.continuing, cohort.leavers), (Milli(10_530), Milli(10_530)));
        assert_eq!((cohort.graduates, cohort.in_field), (Milli(8_424), Milli(5_054)));
        assert_eq!(cohort.enrolled_at(2029), Milli(21_060));
        assert_eq!(cohort.enrolled_at(2026), Milli::ZERO);
        assert_eq!(cohort.enrolled_at(2030), Milli::ZERO);
    }

    #[test]
    fn a_course_of_one_year_loses_people_before_its_end() {
        let cohort = Cohort::new(2026, Milli::whole(10), &course(1, 1));
        assert_eq!(cohort.june(), 2027);
        assert_eq!(cohort.dropouts, [Milli(1_900)]);
        assert_eq!(cohort.final_year, Milli(8_100));
    }

    #[test]
    fn every_entrant_is_found_again_whatever_the_rates_and_the_sign() {
        for seed in 0_u32..2_000 {
            let rate = |shift: u32| f64::from((seed.wrapping_mul(2_654_435_761) >> shift) % 1_000) / 999.0;
            let years = u8::try_from(seed % 4 + 1).unwrap();
            let course = Course {
                years,
                passages: years.saturating_sub(1).max(1),
                retention: rate(3),
                leaving: rate(7),
                diploma: rate(11),
                stays: rate(15),
            };
            let entrants = Milli(i64::from(seed) * 37 - 30_000);
            let cohort = Cohort::new(2027, entrants, &course);
            let gone: Milli = cohort.dropouts.iter().sum();
            assert_eq!(gone + cohort.continuing + cohort.leavers, entrants, "{course:?}");
            assert_eq!(course.in_field(entrants), cohort.in_field, "{course:?}");
        }
    }
}
