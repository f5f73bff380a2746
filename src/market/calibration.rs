//! Surplus and noise of the expected lens estimated from observed moves, with their errors and what a careful reader must be told.

use super::MarketError;
use super::demand::Demand;
use super::expected::{MARGINS, parameters};
use super::frame::Frame;
use super::matching::Matching;
use super::observed::{Tally, tally};
use super::supply::{SupplySide, supply};
use crate::domain::assumption::AssumptionKey;
use crate::domain::facts::Facts;
use crate::domain::mobility::Move;
use crate::domain::progress::{Progress, Unheard};
use crate::domain::units::{Bound, Estimate, Milli, Range};
use crate::engine::{self, Calibration, EngineError, Moments, Observations, Problem, Stratum, expect_within};
use crate::i18n::Message;

pub use super::observed::NoArc;

/// The normal quantile of a 95 % interval.
const NORMAL_95: f64 = 1.96;

/// Fewer people in the estimate are told.
const FEW_PEOPLE: f64 = 100.0;

/// Shares beyond which a reader is told: people left out of those observed, secret counts of those estimated on.
const MANY: f64 = 0.2;

/// Share of the people available, by basin of training, under which those observed may not stand for all.
const COVERED: f64 = 0.8;

/// Ends of secret counts whose estimates bound what they may hide: unmatched, matched near, matched far.
const CORNERS: [[Bound; 3]; 6] = {
    use Bound::{High as H, Low as L};
    [[L, L, H], [L, H, L], [L, H, H], [H, L, L], [H, L, H], [H, H, L]]
};

/// Both parameters of the expected lens before and after observed moves, on the facts of one revision.
#[derive(Debug, Clone, PartialEq)]
pub struct Recalibration {
    pub year: u16,
    pub revision: i64,
    pub surplus: Recalibrated,
    pub noise: Recalibrated,
    /// People of the estimate who took a post within its possibilities.
    pub matched: Estimate,
    /// People of the estimate who took none in the field.
    pub unmatched: Estimate,
    /// People whose move is no possibility of the problem, in the order of [`NoArc::ALL`]; reasons without anyone are left out.
    pub left_out: Vec<(NoArc, Estimate)>,
    /// Share matched and mean cost of the people observed, and of people of the same origins in the model with the parameters before and after.
    pub observed: Fit,
    pub before: Fit,
    pub after: Fit,
    /// Share of the people available who trained in a basin where someone was observed.
    pub covered: f64,
    pub warnings: Vec<Message>,
}

/// One parameter, generalised minutes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Recalibrated {
    pub key: AssumptionKey,
    pub before: Range<f64>,
    /// Standard error of sampling, at the centre.
    pub error: f64,
    /// The estimate with its 95 % interval, within the bounds of the assumption.
    pub after: Range<f64>,
}

/// What both parameters are fitted to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fit {
    /// Share of the people available who are matched.
    pub matched: f64,
    /// Mean cost of those matched, generalised minutes.
    pub minutes: f64,
}

impl From<Moments> for Fit {
    fn from(moments: Moments) -> Self {
        Self {
            matched: moments.matched,
            minutes: moments.cost / 10.0,
        }
    }
}

impl Recalibration {
    /// People the estimate rests on.
    pub fn people(&self) -> Estimate {
        self.matched + self.unmatched
    }
}

/// Estimates A and σ from observed moves by the moments of [`engine::calibrate_sampled`], on the central problem of a year; people of the model count as
/// often as people of their basin and training were observed, so that a file may stand for a part of the territory.
///
/// A move costs what its arc costs in the matching problem; with a level alone, that of the arcs of the level from its basin to its cell, which are all equal.
/// A move without arc is left out: chance being independent between possibilities, the odds between those within reach and staying single are the same
/// whether or not people who went elsewhere are looked at. The interval is ±1.96 standard errors, joined over the ends of secret counts.
///
/// # Errors
/// [`MarketError`]: nobody observed has a part in the problem, moves that do not tell the parameters, an estimate outside the bounds of its assumption, cancelled.
pub fn calibrate(
    facts: &Facts,
    year: Option<u16>,
    moves: &[Move],
    progress: &dyn Progress,
) -> Result<Recalibration, MarketError> {
    let frame = Frame::new(facts);
    let demand = Demand::new(&frame, year);
    let side = supply(&frame);
    let matching = Matching::new(&frame, &demand, &side)?;
    let problem = matching.travel_problem_at((Bound::Central, Bound::Central), &side);
    let tally = tally(&frame, &side, &matching, &problem, moves);
    let used = tally.matched() + tally.unmatched;
    if used.central == Milli::ZERO {
        let people = tally.excluded().central.0 / 1000;
        return Err(MarketError::NothingObserved { people });
    }
    let steps = Steps {
        problem: &problem,
        strata: &tally.strata,
        progress,
    };
    let central = tally.at([Bound::Central; 3], 0.0);
    let observed = central.moments();
    let value = |key| facts.assumptions.value(key, &[]);
    let (surplus, noise) = (value(AssumptionKey::MatchSurplus), value(AssumptionKey::MatchNoise));
    let found = steps.estimate(&central)?;
    let corners = steps.corners(&tally, observed.cost)?;
    let before = steps.moments(surplus.central, noise.central)?;
    let ends = |of: fn(&Calibration) -> (f64, f64)| Ends::new(of(&found), corners.iter().map(|c| c.as_ref().map(of)));
    let surplus_ends = ends(|c| (c.parameters.surplus / 10.0, c.errors.surplus / 10.0));
    let noise_ends = ends(|c| (c.parameters.noise / 10.0, c.errors.noise / 10.0));
    let mut result = Recalibration {
        year: demand.year,
        revision: facts.revision,
        surplus: surplus_ends.within(AssumptionKey::MatchSurplus, surplus)?,
        noise: noise_ends.within(AssumptionKey::MatchNoise, noise)?,
        matched: tally.matched(),
        unmatched: tally.unmatched,
        observed: observed.into(),
        before: before.into(),
        after: found.model.into(),
        covered: covered(&side, &tally),
        left_out: tally.left_out.into_iter().collect(),
        warnings: Vec::new(),
    };
    result.warnings = warnings(&result, [&surplus_ends, &noise_ends]);
    Ok(result)
}

/// Share of the people available, centre, who trained in a basin of the observations.
fn covered(side: &SupplySide, tally: &Tally) -> f64 {
    let people = |all: bool| -> Milli {
        let places = side.nodes.iter().zip(&side.basins);
        let kept = places.filter(|(_, basin)| all || tally.basins.contains(basin));
        kept.map(|(node, _)| node.in_field.central).sum()
    };
    people(false).people() / people(true).people()
}

/// Estimates on one problem.
struct Steps<'s> {
    problem: &'s Problem,
    strata: &'s [Stratum],
    progress: &'s dyn Progress,
}

impl Steps<'_> {
    const ALL: u64 = 2 + CORNERS.len() as u64;

    fn estimate(&self, observations: &Observations) -> Result<Calibration, EngineError> {
        let found = engine::calibrate_sampled(self.problem, self.strata, observations, &Unheard(self.progress));
        // On the way to parameters that do not exist a market may not balance: that is what is to be told.
        found.map_err(|error| match error {
            EngineError::NotBalanced { residual, .. } => EngineError::NoEstimate { residual },
            other => other,
        })
    }

    /// What secret counts may hide: one estimate for each corner, nothing where it tells no parameters. Without secret counts there is no corner.
    fn corners(&self, tally: &Tally, middle: f64) -> Result<Vec<Option<Calibration>>, MarketError> {
        let people = tally.matched() + tally.unmatched;
        if people.is_exact() {
            return Ok(Vec::new());
        }
        let mut found = Vec::with_capacity(CORNERS.len());
        for (done, corner) in (1..).zip(CORNERS) {
            self.progress.report(done, Self::ALL);
            found.push(match self.estimate(&tally.at(corner, middle)) {
                Ok(calibration) => Some(calibration),
                Err(EngineError::Cancelled) => return Err(MarketError::Cancelled),
                Err(_) => None,
            });
        }
        Ok(found)
    }

    /// The two moments of the model, for people of the same origins as those observed, under parameters in minutes.
    fn moments(&self, surplus: f64, noise: f64) -> Result<Moments, MarketError> {
        self.progress.report(Self::ALL - 1, Self::ALL);
        let solved = expect_within(
            self.problem,
            parameters(surplus, noise),
            MARGINS,
            &Unheard(self.progress),
        )?;
        Ok(Observations::sampled(self.problem, &solved, self.strata)?.moments())
    }
}

/// An estimate with the ends of its interval, before the bounds of its assumption.
struct Ends {
    value: f64,
    error: f64,
    low: f64,
    high: f64,
}

impl Ends {
    /// ±1.96 standard errors around the estimate and around those of the corners; no end where one of them tells nothing.
    fn new((value, error): (f64, f64), corners: impl Iterator<Item = Option<(f64, f64)>>) -> Self {
        let (mut low, mut high) = (value, value);
        for found in corners.chain([Some((value, error))]) {
            let (value, error) = found.filter(|(_, e)| e.is_finite()).unwrap_or((0.0, f64::INFINITY));
            low = low.min(value - NORMAL_95 * error);
            high = high.max(value + NORMAL_95 * error);
        }
        Self {
            value,
            error,
            low,
            high,
        }
    }

    fn within(&self, key: AssumptionKey, before: Range<f64>) -> Result<Recalibrated, MarketError> {
        let (least, most) = key.bounds();
        if !(least..=most).contains(&self.value) {
            return Err(MarketError::EstimateOutside { key, value: self.value });
        }
        Ok(Recalibrated {
            key,
            before,
            error: self.error,
            after: Range::new(self.low.max(least), self.value, self.high.min(most)),
        })
    }
}

fn warnings(result: &Recalibration, ends: [&Ends; 2]) -> Vec<Message> {
    let people = result.people();
    let left_out: Milli = result.left_out.iter().map(|(_, people)| people.central).sum();
    let share = left_out.people() / (left_out + people.central).people();
    // A star spans three people and counts for 2.5.
    let secret = (people.high - people.low).people() / 3.0 * 2.5 / people.central.people();
    let cut = |(ends, found): (&Ends, &Recalibrated)| ends.low < found.after.low || ends.high > found.after.high;
    let at_edge = ends.into_iter().zip([&result.surplus, &result.noise]).any(cut);
    let told = [
        ("market-calibration-few-people", people.central.people() < FEW_PEOPLE),
        ("market-calibration-many-left-out", share > MANY),
        ("market-calibration-many-secret", secret > MANY),
        ("market-calibration-not-covered", result.covered < COVERED),
        ("market-calibration-at-edge", at_edge),
    ];
    let keys = told.into_iter().filter(|(_, told)| *told).map(|(key, _)| key);
    keys.map(Message::new).collect()
}
