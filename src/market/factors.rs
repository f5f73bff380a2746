//! The factors that many groups multiply by, each made once: what is the same for two groups is one in memory.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::gap::{Factor, FactorKind, FactorProvenance};
use super::rates::{Rates, assumption};
use crate::domain::assumption::{AssumptionKey, Assumptions};
use crate::domain::id::RegionCode;
use crate::domain::programme::{Programme, Route};
use crate::domain::source::SourceId;
use crate::domain::units::Range;

/// Factors asked for so far, at one set of assumptions.
pub(super) struct Factors<'f, 'a> {
    assumptions: &'f Assumptions,
    programmes: &'a [Programme],
    rates: &'f Rates<'a>,
    /// By kind, programme, route and power.
    assumed: BTreeMap<(FactorKind, usize, Route, i32), Arc<Factor>>,
    /// By programme, route and region.
    leaving: BTreeMap<(usize, Route, Option<&'a RegionCode>), Arc<Factor>>,
    /// By kind and bits of the value.
    estimated: BTreeMap<(FactorKind, u64), Arc<Factor>>,
}

impl<'f, 'a> Factors<'f, 'a> {
    /// None yet.
    pub fn new(assumptions: &'f Assumptions, programmes: &'a [Programme], rates: &'f Rates<'a>) -> Self {
        Self {
            assumptions,
            programmes,
            rates,
            assumed: BTreeMap::new(),
            leaving: BTreeMap::new(),
            estimated: BTreeMap::new(),
        }
    }

    /// An assumption of the territory, raised to `power` (retention counts once a passage to the next year).
    pub fn assumed(&mut self, kind: FactorKind, (number, route): (usize, Route), power: i32) -> Arc<Factor> {
        let make = || assumed(kind, self.assumptions, &self.programmes[number], route, power);
        let known = self.assumed.entry((kind, number, route, power));
        Arc::clone(known.or_insert_with(|| Arc::new(make())))
    }

    /// 1 − further study over the final year, of a programme in a region, by a route.
    pub fn leaving(&mut self, (number, route): (usize, Route), region: Option<&'a RegionCode>) -> Arc<Factor> {
        let asked = (number, &self.programmes[number], region, route);
        let make = || self.rates.leaving(self.assumptions, asked);
        let known = self.leaving.entry((number, route, region));
        Arc::clone(known.or_insert_with(|| Arc::new(make())))
    }

    /// A share computed from weights (regional spread, options of a common first year).
    pub fn estimated(&mut self, kind: FactorKind, value: f64) -> Arc<Factor> {
        let known = self.estimated.entry((kind, value.to_bits()));
        Arc::clone(known.or_insert_with(|| Arc::new(estimated(kind, value))))
    }
}

pub(super) fn estimated(kind: FactorKind, value: f64) -> Factor {
    Factor {
        kind,
        value: Range::exact(value),
        provenance: FactorProvenance::Estimated,
        denominator: None,
        source: SourceId::CATALOGUE,
        vintage: String::new(),
        rows: Vec::new(),
        shrink: None,
    }
}

fn assumed(kind: FactorKind, assumptions: &Assumptions, programme: &Programme, route: Route, power: i32) -> Factor {
    let key = match kind {
        FactorKind::FillRate => AssumptionKey::FillRate,
        FactorKind::Retention => AssumptionKey::Retention,
        FactorKind::DiplomaRate => AssumptionKey::DiplomaRate,
        _ => AssumptionKey::StaysInField,
    };
    let (value, scope) = assumption(assumptions, key, programme, route);
    Factor {
        kind,
        value: value.map(|v| v.powi(power)),
        provenance: FactorProvenance::Assumed,
        denominator: None,
        source: SourceId::CATALOGUE,
        vintage: scope,
        rows: Vec::new(),
        shrink: None,
    }
}
