//! The product from a headcount to leavers available in the field, factor by factor (domain.md §5).

use super::apportion::{apportion, share};
use std::sync::Arc;

use super::factors::Factors;
use super::gap::{Factor, FactorKind, FactorProvenance};
use crate::domain::cause::{Cause, Coalition};
use crate::domain::programme::Route;
use crate::domain::source::SourceId;
use crate::domain::units::{Estimate, Milli, Range};

/// People at each stage of the funnel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Stages {
    pub seats: Milli,
    pub entrants: Estimate,
    pub final_year: Estimate,
    /// Part of `final_year` that was counted, not derived from entrants.
    pub counted: Estimate,
    pub leavers: Estimate,
    pub graduates: Estimate,
    pub in_field: Estimate,
}

/// A product under way: the factors so far and their product at each end.
#[derive(Debug, Clone)]
pub(super) struct Chain {
    pub factors: Vec<Arc<Factor>>,
    pub stages: Stages,
    value: Range<f64>,
}

impl Chain {
    /// Starts from a headcount in people.
    pub fn start(headcount: impl Into<Arc<Factor>>) -> Self {
        let headcount = headcount.into();
        let value = headcount.value;
        Self {
            factors: vec![headcount],
            stages: Stages::default(),
            value,
        }
    }

    /// Multiplies end by end.
    #[must_use]
    pub fn times(mut self, factor: impl Into<Arc<Factor>>) -> Self {
        let factor = factor.into();
        self.value = Range::new(
            self.value.low * factor.value.low,
            self.value.central * factor.value.central,
            self.value.high * factor.value.high,
        );
        self.factors.push(factor);
        self
    }

    /// People so far, rounded to the thousandth.
    pub fn people(&self) -> Estimate {
        self.value.map(Milli::from_people)
    }

    /// In-field people of a finished chain once causes are removed: the same central product, with a rate of 1 in place of those of the causes and,
    /// without vacant seats, as many entrants as seats. A rate above 1 stays.
    pub fn in_field_without(&self, removed: Coalition, seats: u32) -> Milli {
        let removes = |cause| removed.contains(cause);
        let value = |factor: &Arc<Factor>| {
            let known = factor.value.central;
            let least = match factor.kind {
                FactorKind::LeavingShare if removes(Cause::FurtherStudy) => 1.0,
                FactorKind::StaysInField if removes(Cause::Evaporation) => 1.0,
                FactorKind::Retention | FactorKind::DiplomaRate if removes(Cause::Failure) => 1.0,
                FactorKind::FillRate if removes(Cause::VacantSeats) => 1.0,
                FactorKind::Entrants if removes(Cause::VacantSeats) => f64::from(seats),
                _ => known,
            };
            known.max(least)
        };
        Milli::from_people(self.factors.iter().map(value).product())
    }

    /// The product so far, in people, not rounded.
    pub fn value(&self) -> Range<f64> {
        self.value
    }

    /// From the final year to leavers available in the field: × leaving share × diploma rate × stays in the field.
    #[must_use]
    pub fn finish(mut self, leaving: Arc<Factor>, factors: &mut Factors<'_, '_>, of: (usize, Route)) -> Self {
        self.stages.final_year = self.people();
        self.times(leaving).obtain(factors, of)
    }

    /// From leavers to those available in the field: × diploma rate × stays in the field.
    #[must_use]
    pub fn obtain(mut self, factors: &mut Factors<'_, '_>, of: (usize, Route)) -> Self {
        self.stages.leavers = self.people();
        self = self.times(factors.assumed(FactorKind::DiplomaRate, of, 1));
        self.stages.graduates = self.people();
        self = self.times(factors.assumed(FactorKind::StaysInField, of, 1));
        self.stages.in_field = self.people();
        self
    }
}

/// Writes one stage.
type Setter = fn(&mut Stages, Estimate);

impl Stages {
    /// Shares every stage over places; each sums exactly.
    pub fn split(&self, weights: &[u64]) -> Vec<Self> {
        let seats = apportion(self.seats.0, weights);
        let mut parts: Vec<Self> = seats
            .into_iter()
            .map(|s| Self {
                seats: Milli(s),
                ..Self::default()
            })
            .collect();
        let fields: [(Estimate, Setter); 6] = [
            (self.entrants, |s, v| s.entrants = v),
            (self.final_year, |s, v| s.final_year = v),
            (self.counted, |s, v| s.counted = v),
            (self.leavers, |s, v| s.leavers = v),
            (self.graduates, |s, v| s.graduates = v),
            (self.in_field, |s, v| s.in_field = v),
        ];
        for (whole, set) in fields {
            for (part, value) in parts.iter_mut().zip(share(whole, weights)) {
                set(part, value);
            }
        }
        parts
    }
}

/// A factor read in a file.
pub(super) fn measured(kind: FactorKind, people: f64, source: SourceId, vintage: String, rows: Vec<u32>) -> Factor {
    Factor {
        kind,
        value: Range::exact(people),
        provenance: FactorProvenance::Measured,
        denominator: None,
        source,
        vintage,
        rows,
        shrink: None,
    }
}
