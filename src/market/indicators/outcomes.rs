//! Indicators over people: what becomes of the final year, by programme, route and region, and by section where a file tells it.

use std::collections::BTreeMap;

use super::super::codes::Codes;
use super::super::frame::Frame;
use super::super::rates::{programmes_of, vintage_year};
use super::{Cited, Key, Kind, Rate, Rates, SIGNIFICANT, Sum};
use crate::domain::id::RegionCode;
use crate::domain::supply::{Outcome, OutcomeScope, OutcomeTarget};
use crate::domain::units::Range;

/// Half of the point that published rates are rounded to.
const HALF_POINT: f64 = 0.005;

/// A row of outcomes of the territory, with the programmes it speaks of.
#[derive(Debug, Clone)]
pub(super) struct Told<'a> {
    pub outcome: &'a Outcome,
    pub region: &'a RegionCode,
    pub programmes: Vec<usize>,
}

/// The rows of home regions and establishments that speak of a programme of the catalogue.
pub(super) fn told<'a>(frame: &Frame<'a>, codes: &Codes<'_>) -> Vec<Told<'a>> {
    let told = |outcome: &'a Outcome| {
        let region = match &outcome.scope {
            OutcomeScope::Region(region) => region,
            OutcomeScope::Establishment(uai) => frame.region_of(uai)?,
            OutcomeScope::Nation => return None,
        };
        let whole = matches!(
            outcome.target,
            OutcomeTarget::Family { .. } | OutcomeTarget::AllProfessional
        );
        let programmes: Vec<usize> = programmes_of(codes, &outcome.target).into_iter().collect();
        (!whole && !programmes.is_empty() && frame.is_home(Some(region))).then_some(Told {
            outcome,
            region,
            programmes,
        })
    };
    frame.facts.outcomes.iter().filter_map(told).collect()
}

/// Adds the rates of the newest vintage of each line. Only establishments that have a section of the programme get theirs.
pub(super) fn add(told: &[Told<'_>], codes: &Codes<'_>, lines: &mut BTreeMap<Key, Rates>) {
    let mut rows: BTreeMap<Key, Vec<&Outcome>> = BTreeMap::new();
    for one in told {
        for number in &one.programmes {
            let key = Key {
                programme: codes.programmes[*number].id.clone(),
                route: one.outcome.route,
                region: one.region.clone(),
                uai: match &one.outcome.scope {
                    OutcomeScope::Establishment(uai) => Some(uai.clone()),
                    _ => None,
                },
            };
            rows.entry(key).or_default().push(one.outcome);
        }
    }
    for (key, rows) in rows {
        if key.uai.is_some() {
            if let Some(rates) = lines.get_mut(&key) {
                rates.extend(published(&newest(&rows)));
            }
            continue;
        }
        let sums = terms(&newest(&rows));
        let rates = sums.into_iter().filter_map(|(kind, sum)| Some((kind, sum.rate(kind)?)));
        lines.entry(key).or_default().extend(rates);
    }
}

/// The rows of the newest vintage.
fn newest<'o>(rows: &[&'o Outcome]) -> Vec<&'o Outcome> {
    let newest = rows.iter().map(|o| vintage_year(&o.vintage)).max();
    let current = rows.iter().filter(|o| Some(vintage_year(&o.vintage)) == newest);
    current.copied().collect()
}

/// Terms of the three rates, summed over rows that tell both of them. Counts are read; what only a published rate tells is a range of a point.
pub(super) fn terms(rows: &[&Outcome]) -> BTreeMap<Kind, Sum> {
    let mut sums: BTreeMap<Kind, Sum> = BTreeMap::new();
    for row in rows {
        let Some(final_year) = row.final_year.map(f64::from).filter(|n| *n > 0.0) else {
            continue;
        };
        let continuing = continuing(row, final_year);
        let leavers = row
            .leavers
            .map(f64::from)
            .or(continuing.map(|c| final_year - c.central));
        let employed = leavers
            .zip(row.employment_rates[0])
            .map(|(leavers, rate)| (leavers, of_rate(rate, leavers)));
        let mut add = |kind: Kind, numerator: Range<f64>, denominator: f64| {
            let sum = sums.entry(kind).or_default();
            sum.add(numerator, denominator, row.source, &row.vintage, row.row);
        };
        if let Some(continuing) = continuing {
            add(Kind::FurtherStudy, continuing, final_year);
        }
        if let Some((leavers, employed)) = employed {
            add(Kind::Employment, employed, leavers);
        } else if let Some(leavers) = leavers.filter(|n| *n > 0.0 && *n < SIGNIFICANT) {
            // Unpublished because too few: not significant, whatever it is.
            add(Kind::Employment, Range::new(0.0, 0.0, leavers), leavers);
        }
        if let (Some(continuing), Some((_, employed))) = (continuing, employed) {
            add(Kind::Favourable, continuing + employed, final_year);
        }
    }
    // A row without published employment would pass for a row without job beside others.
    if let Some(sum) = sums.get_mut(&Kind::Employment)
        && sum.denominator >= SIGNIFICANT
    {
        *sum = published_only(rows);
    }
    sums
}

/// Employment over the rows that publish it.
fn published_only(rows: &[&Outcome]) -> Sum {
    let mut sum = Sum::default();
    for row in rows {
        let leavers = row
            .leavers
            .or(row.final_year.zip(row.continuing).map(|(n, c)| n.saturating_sub(c)));
        if let (Some(leavers), Some(rate)) = (leavers.map(f64::from), row.employment_rates[0]) {
            sum.add(of_rate(rate, leavers), leavers, row.source, &row.vintage, row.row);
        }
    }
    sum
}

/// Those who go on: counted, else by the published rate, else the final year less the leavers.
fn continuing(row: &Outcome, final_year: f64) -> Option<Range<f64>> {
    let counted = row.continuing.map(|n| Range::exact(f64::from(n).min(final_year)));
    let by_rate = || row.continuing_rate.map(|rate| of_rate(rate, final_year));
    let rest = || row.leavers.map(|n| Range::exact((final_year - f64::from(n)).max(0.0)));
    counted.or_else(by_rate).or_else(rest)
}

/// People of a rate published to the point.
fn of_rate(rate: f64, people: f64) -> Range<f64> {
    let at = |rate: f64| rate.clamp(0.0, 1.0) * people;
    Range::new(at(rate - HALF_POINT), at(rate), at(rate + HALF_POINT))
}

/// The rates a file publishes for one establishment, without their headcounts.
fn published(rows: &[&Outcome]) -> Vec<(Kind, Rate)> {
    let Some(row) = rows.first() else { return Vec::new() };
    let rate = |rate: f64| Rate {
        value: Some(of_rate(rate, 1.0)),
        numerator: None,
        denominator: None,
        inputs: vec![Cited {
            source: row.source,
            vintage: row.vintage.clone(),
            rows: vec![row.row],
        }],
    };
    let further = row.continuing_rate.map(|r| (Kind::FurtherStudy, rate(r)));
    let employment = row.employment_rates[0].map(|r| (Kind::Employment, rate(r)));
    further.into_iter().chain(employment).collect()
}
