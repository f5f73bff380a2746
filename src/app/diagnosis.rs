//! What a session computes beside the gap: why it is there and what would fill it, each kept by revision and year.

use std::sync::Arc;

use super::error::AppError;
use super::session::{Kept, Session};
use super::shelf::Shelf;
use crate::domain::facts::Facts;
use crate::domain::progress::{Progress, Unheard};
use crate::market;
use crate::market::causes::Causes;
use crate::market::expected::ExpectedGap;
use crate::market::flows::Flows;
use crate::market::gap::Gap;
use crate::market::sensitivity::Sensitivity;
use crate::market::shortage::Shortages;
use crate::market::values::Values;

/// A gap with all that explains it, on one revision and year, and the facts it was read from.
#[derive(Debug, Clone)]
pub struct Diagnosis {
    pub facts: Arc<Facts>,
    pub gap: Arc<Gap>,
    pub causes: Arc<Causes>,
    pub expected: Arc<ExpectedGap>,
    pub flows: Arc<Flows>,
    pub shortages: Arc<Shortages>,
    pub values: Arc<Values>,
}

/// Why the posts of a gap stay unfilled, its other lens and who could take them, on one revision and year.
#[derive(Debug, Clone)]
pub struct Reasons {
    pub causes: Arc<Causes>,
    pub expected: Arc<ExpectedGap>,
    pub flows: Arc<Flows>,
    pub shortages: Arc<Shortages>,
}

impl Diagnosis {
    /// Revision of the facts that every part was computed on.
    pub fn revision(&self) -> i64 {
        self.gap.revision
    }
}

impl Session {
    /// The gap of a year with all that explains it; parts already known are not computed again.
    ///
    /// Made for a worker thread: it locks nothing while it computes.
    ///
    /// # Errors
    /// As [`Session::gap`].
    pub fn diagnosis(&self, year: Option<u16>, progress: &dyn Progress) -> Result<Arc<Diagnosis>, AppError> {
        let facts = self.facts()?;
        self.once(
            &facts,
            year,
            progress,
            |kept| &mut kept.diagnoses,
            || {
                let stage = |number| Stage { progress, number };
                let gap = self.gap_of(&facts, year, &stage(0))?;
                let causes = self.causes_of(&facts, year, &stage(1))?;
                let expected = self.expected_of(&facts, year, &stage(2))?;
                let flows = self.flows_of(&facts, year, &stage(3))?;
                let shortages = self.shortages_of(&facts, year, &stage(4))?;
                let values = self.values_of(&facts, year, &stage(5))?;
                Ok(Diagnosis {
                    facts: Arc::clone(&facts),
                    gap,
                    causes,
                    expected,
                    flows,
                    shortages,
                    values,
                })
            },
        )
    }

    /// The reasons of a gap, all on the facts of one moment whatever is written meanwhile; parts already known are not computed again.
    ///
    /// # Errors
    /// As [`Session::gap`].
    pub fn reasons(&self, year: Option<u16>, progress: &dyn Progress) -> Result<Reasons, AppError> {
        let facts = self.facts()?;
        Ok(Reasons {
            causes: self.causes_of(&facts, year, progress)?,
            expected: self.expected_of(&facts, year, progress)?,
            flows: self.flows_of(&facts, year, progress)?,
            shortages: self.shortages_of(&facts, year, progress)?,
        })
    }

    /// Why posts stay unfilled, computed once per revision and year.
    ///
    /// # Errors
    /// As [`Session::gap`].
    pub fn causes(&self, year: Option<u16>, progress: &dyn Progress) -> Result<Arc<Causes>, AppError> {
        self.causes_of(&*self.facts()?, year, progress)
    }

    fn causes_of(&self, facts: &Facts, year: Option<u16>, progress: &dyn Progress) -> Result<Arc<Causes>, AppError> {
        let shelf: fn(&mut Kept) -> &mut Shelf<Causes> = |kept| &mut kept.causes;
        self.once(facts, year, progress, shelf, || {
            let gap = self.gap_of(facts, year, &Unheard(progress))?;
            Ok(market::causes(facts, &gap, progress)?)
        })
    }

    /// The expected lens beside the gap, computed once per revision and year.
    ///
    /// # Errors
    /// As [`Session::gap`].
    pub fn expected(&self, year: Option<u16>, progress: &dyn Progress) -> Result<Arc<ExpectedGap>, AppError> {
        self.expected_of(&*self.facts()?, year, progress)
    }

    pub(super) fn expected_of(
        &self,
        facts: &Facts,
        year: Option<u16>,
        progress: &dyn Progress,
    ) -> Result<Arc<ExpectedGap>, AppError> {
        let shelf: fn(&mut Kept) -> &mut Shelf<ExpectedGap> = |kept| &mut kept.expected;
        self.once(facts, year, progress, shelf, || {
            let gap = self.gap_of(facts, year, &Unheard(progress))?;
            Ok(market::expected(facts, &gap, progress)?)
        })
    }

    /// Who goes where under both lenses, computed once per revision and year.
    ///
    /// # Errors
    /// As [`Session::gap`].
    pub fn flows(&self, year: Option<u16>, progress: &dyn Progress) -> Result<Arc<Flows>, AppError> {
        self.flows_of(&*self.facts()?, year, progress)
    }

    fn flows_of(&self, facts: &Facts, year: Option<u16>, progress: &dyn Progress) -> Result<Arc<Flows>, AppError> {
        let shelf: fn(&mut Kept) -> &mut Shelf<Flows> = |kept| &mut kept.flows;
        self.once(facts, year, progress, shelf, || {
            let gap = self.gap_of(facts, year, &Unheard(progress))?;
            let expected = self.expected_of(facts, year, &Unheard(progress))?;
            Ok(market::flows(facts, &gap, &expected, progress)?)
        })
    }

    /// Which posts only so many people can take, computed once per revision and year.
    ///
    /// # Errors
    /// As [`Session::gap`].
    pub fn shortages(&self, year: Option<u16>, progress: &dyn Progress) -> Result<Arc<Shortages>, AppError> {
        self.shortages_of(&*self.facts()?, year, progress)
    }

    fn shortages_of(
        &self,
        facts: &Facts,
        year: Option<u16>,
        progress: &dyn Progress,
    ) -> Result<Arc<Shortages>, AppError> {
        let shelf: fn(&mut Kept) -> &mut Shelf<Shortages> = |kept| &mut kept.shortages;
        self.once(facts, year, progress, shelf, || {
            let gap = self.gap_of(facts, year, &Unheard(progress))?;
            Ok(market::shortages(facts, &gap, progress)?)
        })
    }

    /// The value of a seat in every section, computed once per revision and year.
    ///
    /// # Errors
    /// As [`Session::gap`].
    pub fn values(&self, year: Option<u16>, progress: &dyn Progress) -> Result<Arc<Values>, AppError> {
        self.values_of(&*self.facts()?, year, progress)
    }

    fn values_of(&self, facts: &Facts, year: Option<u16>, progress: &dyn Progress) -> Result<Arc<Values>, AppError> {
        self.once(
            facts,
            year,
            progress,
            |kept| &mut kept.values,
            || {
                let gap = self.gap_of(facts, year, &Unheard(progress))?;
                Ok(market::values(facts, &gap, progress)?)
            },
        )
    }
}

impl Session {
    /// Which assumption moves the gap most, computed once per revision and year.
    ///
    /// # Errors
    /// As [`Session::gap`].
    pub fn sensitivity(&self, year: Option<u16>, progress: &dyn Progress) -> Result<Arc<Sensitivity>, AppError> {
        let facts = self.facts()?;
        let shelf: fn(&mut Kept) -> &mut Shelf<Sensitivity> = |kept| &mut kept.sensitivities;
        self.once(&facts, year, progress, shelf, || {
            let gap = self.gap_of(&facts, year, &Unheard(progress))?;
            Ok(market::sensitivity(&facts, gap.year, progress)?)
        })
    }

    /// The same where it is known already.
    pub fn kept_sensitivity(&self, revision: i64, year: Option<u16>) -> Option<Arc<Sensitivity>> {
        self.kept(revision, year, |kept| &mut kept.sensitivities)
    }
}

/// Stages of a diagnosis.
const STAGES: u64 = 6;

/// One stage of a longer job: its steps as a part of the whole.
struct Stage<'p> {
    progress: &'p dyn Progress,
    number: u64,
}

/// Steps of a stage.
const STEPS: u64 = 1000;

impl Progress for Stage<'_> {
    fn report(&self, done: u64, total: u64) {
        let part = (done.min(total) * STEPS).checked_div(total).unwrap_or(0);
        self.progress.report(self.number * STEPS + part, STAGES * STEPS);
    }

    fn is_cancelled(&self) -> bool {
        self.progress.is_cancelled()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;

    #[derive(Default)]
    struct Heard(Mutex<Vec<(u64, u64)>>);

    impl Progress for Heard {
        fn report(&self, done: u64, total: u64) {
            self.0.lock().unwrap().push((done, total));
        }

        fn is_cancelled(&self) -> bool {
            false
        }
    }

    #[test]
    fn stages_follow_one_another_on_one_scale() {
        let heard = Heard::default();
        let stage = |number| Stage {
            progress: &heard,
            number,
        };
        stage(0).report(0, 5);
        stage(0).report(5, 5);
        stage(1).report(1, 4);
        stage(1).report(0, 0);
        let total = STAGES * STEPS;
        assert_eq!(
            *heard.0.lock().unwrap(),
            [(0, total), (1000, total), (1250, total), (1000, total)]
        );
    }
}
