//! Further study measured in outcome files: regional, shrunk to the nation under 20 leavers, with its confidence interval.

use std::collections::{BTreeMap, BTreeSet};

use super::codes::Codes;
use super::gap::{Factor, FactorKind, FactorProvenance, Shrink};
use crate::domain::assumption::{AssumptionKey, Assumptions};
use crate::domain::facts::Facts;
use crate::domain::id::RegionCode;
use crate::domain::programme::{Programme, Route};
use crate::domain::source::SourceId;
use crate::domain::supply::{Outcome, OutcomeScope, OutcomeTarget};
use crate::domain::units::Range;

/// Leavers under which a rate is not significant (InserJeunes).
const SIGNIFICANT: f64 = 20.0;
/// Normal quantile of a two-sided 90 % interval.
const Z90: f64 = 1.644_853_626_951_472_2;

/// Outcomes by programme and route, ready to be asked.
pub(super) struct Rates<'a> {
    regional: BTreeMap<(usize, Route), BTreeMap<&'a RegionCode, Vec<&'a Outcome>>>,
    /// National rows of the outcome files, by diploma.
    national: BTreeMap<(usize, Route), Vec<&'a Outcome>>,
    families: BTreeMap<(&'a str, &'a str, Route), &'a Outcome>,
}

/// A programme (its number first) in a region, by a route.
pub(super) type Asked<'q> = (usize, &'q Programme, Option<&'q RegionCode>, Route);

/// A rate of further study with what it rests on.
#[derive(Debug, Clone)]
struct Rate {
    value: Range<f64>,
    leavers: f64,
    denominator: Option<f64>,
    provenance: FactorProvenance,
    source: SourceId,
    vintage: String,
    rows: Vec<u32>,
    shrink: Option<Box<Mix>>,
}

/// What a shrunk rate is made of.
#[derive(Debug, Clone)]
struct Mix {
    constant: f64,
    narrow: Rate,
    wide: Rate,
}

impl<'a> Rates<'a> {
    pub fn new(facts: &'a Facts, codes: &Codes<'a>) -> Self {
        let mut rates = Self {
            regional: BTreeMap::new(),
            national: BTreeMap::new(),
            families: BTreeMap::new(),
        };
        for outcome in &facts.outcomes {
            match (&outcome.scope, &outcome.target) {
                (OutcomeScope::Region(region), target) => {
                    for programme in programmes_of(codes, target) {
                        let regions = rates.regional.entry((programme, outcome.route)).or_default();
                        regions.entry(region).or_default().push(outcome);
                    }
                }
                (OutcomeScope::Nation, OutcomeTarget::Family { diploma, nsf }) => {
                    rates.families.insert((diploma, nsf, outcome.route), outcome);
                }
                (OutcomeScope::Nation, target) => {
                    for programme in programmes_of(codes, target) {
                        rates
                            .national
                            .entry((programme, outcome.route))
                            .or_default()
                            .push(outcome);
                    }
                }
                (OutcomeScope::Establishment(_), _) => {}
            }
        }
        rates
    }

    /// 1 − further study over the final year, of a programme in a region, by a route.
    pub fn leaving(&self, assumptions: &Assumptions, asked: Asked<'_>) -> Factor {
        leaving_share(self.further_study(assumptions, asked))
    }

    fn further_study(&self, assumptions: &Assumptions, (number, programme, region, route): Asked<'_>) -> Rate {
        let nation = || self.nation(assumptions, (number, programme, route));
        let by_region = self.regional.get(&(number, route));
        let here = region.and_then(|r| measured(by_region?.get(r)?));
        match here {
            Some(rate) if rate.leavers >= SIGNIFICANT => rate,
            Some(rate) if rate.leavers > 0.0 => shrunk(assumptions, &rate, &nation()),
            _ => nation(),
        }
    }

    /// The same diploma in the whole country: the national rows of the file, else the sum of its regions where several are known in its newest
    /// vintage; else its family, else the assumption. Estimated, whatever it rests on: nothing of it was measured in the region.
    fn nation(&self, assumptions: &Assumptions, (number, programme, route): (usize, &Programme, Route)) -> Rate {
        let wider = || self.family(assumptions, programme, route);
        let sum = || self.several_regions(number, route);
        let Some(all) = self.national.get(&(number, route)).cloned().or_else(sum) else {
            return wider();
        };
        match measured(&all) {
            Some(rate) if rate.leavers >= SIGNIFICANT => Rate {
                provenance: FactorProvenance::Estimated,
                ..rate
            },
            Some(rate) if rate.leavers > 0.0 => Rate {
                provenance: FactorProvenance::Estimated,
                ..shrunk(assumptions, &rate, &wider())
            },
            _ => wider(),
        }
    }

    /// The outcomes of the newest vintage known anywhere, where at least two regions know it; a blank row is not known.
    fn several_regions(&self, number: usize, route: Route) -> Option<Vec<&'a Outcome>> {
        let by_region = self.regional.get(&(number, route))?;
        let known = by_region.iter().flat_map(|(r, rows)| rows.iter().map(move |o| (r, *o)));
        let known: Vec<_> = known.filter(|(_, o)| continuing(o).is_some()).collect();
        let newest = known.iter().map(|(_, o)| vintage_year(&o.vintage)).max()?;
        let current = known.iter().filter(|(_, o)| vintage_year(&o.vintage) == newest);
        let regions: BTreeSet<&RegionCode> = current.clone().map(|(r, _)| **r).collect();
        (regions.len() > 1).then(|| current.map(|(_, o)| *o).collect())
    }

    /// National rate of the diploma kind and NSF group, then of the kind.
    fn family(&self, assumptions: &Assumptions, programme: &Programme, route: Route) -> Rate {
        let diploma = programme.diploma.as_str();
        let group = programme.nsf.as_ref().map_or("", |n| &n.as_str()[..3]);
        let known = [group, ""].into_iter().find_map(|nsf| {
            let rate = measured(&[self.families.get(&(diploma, nsf, route))?])?;
            (rate.leavers >= SIGNIFICANT).then_some(rate)
        });
        match known {
            Some(rate) => Rate {
                provenance: FactorProvenance::Estimated,
                ..rate
            },
            None => assumed(assumptions, programme, route),
        }
    }
}

fn assumed(assumptions: &Assumptions, programme: &Programme, route: Route) -> Rate {
    let factor = assumption(assumptions, AssumptionKey::FurtherStudy, programme, route);
    Rate {
        value: factor.0,
        leavers: 0.0,
        denominator: None,
        provenance: FactorProvenance::Assumed,
        source: SourceId::CATALOGUE,
        vintage: factor.1,
        rows: Vec::new(),
        shrink: None,
    }
}

/// `n/(n+k)` of the narrow rate and the rest of the wide one, end by end.
fn shrunk(assumptions: &Assumptions, narrow: &Rate, wide: &Rate) -> Rate {
    let k = assumptions.value(AssumptionKey::Shrinkage, &[]).central;
    let weight = narrow.leavers / (narrow.leavers + k);
    let mix = |a: f64, b: f64| weight * a + (1.0 - weight) * b;
    Rate {
        value: Range::new(
            mix(narrow.value.low, wide.value.low),
            mix(narrow.value.central, wide.value.central),
            mix(narrow.value.high, wide.value.high),
        ),
        provenance: FactorProvenance::Shrunk,
        shrink: Some(Box::new(Mix {
            constant: k,
            narrow: narrow.clone(),
            wide: wide.clone(),
        })),
        ..narrow.clone()
    }
}

/// 1 − further study, with the same shares of what it was shrunk from: a mix of complements is the complement of the mix.
fn leaving_share(rate: Rate) -> Factor {
    let shrink = rate.shrink.map(|mix| {
        Box::new(Shrink {
            leavers: mix.narrow.leavers,
            constant: mix.constant,
            narrow: leaving_share(mix.narrow),
            wider: leaving_share(mix.wide),
        })
    });
    Factor {
        kind: FactorKind::LeavingShare,
        value: Range::new(1.0 - rate.value.high, 1.0 - rate.value.central, 1.0 - rate.value.low),
        provenance: rate.provenance,
        denominator: rate.denominator,
        source: rate.source,
        vintage: rate.vintage,
        rows: rate.rows,
        shrink,
    }
}

/// The value of an assumption for a programme by a route (narrowest scope first: programme, diploma kind, route, level), and the scope found.
pub(super) fn assumption(
    assumptions: &Assumptions,
    key: AssumptionKey,
    programme: &Programme,
    route: Route,
) -> (Range<f64>, String) {
    let level = programme.level.to_string();
    let scopes = [
        programme.id.as_str(),
        programme.diploma.as_str(),
        route.as_str(),
        &level,
    ];
    match assumptions.find(key, &scopes) {
        Some(found) => (found.value, found.scope.clone()),
        None => (Range::exact(0.0), String::new()),
    }
}

/// The school year a vintage ends with: `2022_2023` and `cumul 2022-2023` are 2023.
pub(super) fn vintage_year(vintage: &str) -> u32 {
    let numbers = vintage.split(|c: char| !c.is_ascii_digit()).filter(|n| n.len() == 4);
    numbers.filter_map(|n| n.parse().ok()).max().unwrap_or(0)
}

/// Programmes a regional outcome speaks of: that of its code, and those that replaced it.
pub(super) fn programmes_of(codes: &Codes<'_>, target: &OutcomeTarget) -> BTreeSet<usize> {
    let resolved = match target {
        OutcomeTarget::Cfd(cfd) => codes.cfd(cfd),
        OutcomeTarget::Mefstat(mefstat) => codes.mefstat(mefstat),
        OutcomeTarget::Family { .. } | OutcomeTarget::AllProfessional => None,
    };
    let Some(resolved) = resolved else {
        return BTreeSet::new();
    };
    let heirs = codes.heirs(&resolved.identity);
    resolved.programmes.into_iter().chain(heirs).collect()
}

/// Further study over the newest vintage: Σ continuing / Σ final year, with Wilson's 90 % interval.
fn measured(outcomes: &[&Outcome]) -> Option<Rate> {
    let told: Vec<(&Outcome, f64, f64)> = outcomes
        .iter()
        .filter_map(|o| continuing(o).map(|(n, c)| (*o, n, c)))
        .collect();
    let newest = told.iter().map(|(o, ..)| vintage_year(&o.vintage)).max()?;
    let told: Vec<_> = told
        .into_iter()
        .filter(|(o, ..)| vintage_year(&o.vintage) == newest)
        .collect();
    let (people, going): (f64, f64) = told.iter().fold((0.0, 0.0), |(n, c), (_, m, d)| (n + m, c + d));
    let first = told.first()?.0;
    let leavers = |(o, n, c): &(&Outcome, f64, f64)| o.leavers.map_or(n - c, f64::from);
    (people > 0.0).then(|| Rate {
        value: wilson(going / people, people),
        leavers: told.iter().map(leavers).sum(),
        denominator: Some(people),
        provenance: FactorProvenance::Measured,
        source: first.source,
        vintage: first.vintage.clone(),
        rows: told.iter().map(|(o, ..)| o.row).filter(|r| *r > 0).collect(),
        shrink: None,
    })
}

/// Final-year people and those of them who go on, where both can be known.
fn continuing(outcome: &Outcome) -> Option<(f64, f64)> {
    let people = f64::from(outcome.final_year?);
    let published = outcome.continuing_rate.map(|r| r * people);
    let remainder = outcome.leavers.map(|l| (people - f64::from(l)).max(0.0));
    let going = outcome.continuing.map(f64::from).or(published).or(remainder)?;
    (people > 0.0).then_some((people, going.min(people)))
}

/// Wilson's score interval at 90 % around a share `p` of `n` people.
pub(super) fn wilson(p: f64, n: f64) -> Range<f64> {
    let z2 = Z90 * Z90;
    let centre = (p + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let half = Z90 / (1.0 + z2 / n) * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).sqrt();
    Range::new((centre - half).clamp(0.0, p), p, (centre + half).clamp(p, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wilson_interval_by_hand() {
        // p = 0.5, n = 100: centre 0.5, half width 1.64485 / 1.0270554 × √(0.0025 + 0.0000676) = 0.08115.
        let r = wilson(0.5, 100.0);
        assert!(
            (r.low - 0.418_85).abs() < 1e-4 && (r.high - 0.581_15).abs() < 1e-4,
            "{r:?}"
        );
        // A share of 0 or 1 stays within 0 and 1.
        assert_eq!(wilson(0.0, 30.0).low, 0.0);
        assert!((wilson(1.0, 30.0).high - 1.0).abs() < 1e-12);
    }

    #[test]
    fn vintages_compare_by_their_last_year() {
        assert_eq!(vintage_year("2022_2023"), 2023);
        assert_eq!(vintage_year("cumul 2023-2024"), 2024);
        assert_eq!(vintage_year(""), 0);
    }
}
