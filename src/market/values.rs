//! What a seat is worth: posts filled by one more, one less, a half-class, a class, for every section of the territory.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::MarketError;
use super::apportion::apportion;
use super::demand::Demand;
use super::frame::Frame;
use super::funding::seat_cost;
use super::gap::{Factor, Gap, Origin, Placement, Supply};
use super::matching::{Matching, SOLVES};
use super::seats::{Lever, brought};
use super::supply::{SupplySide, supply_and_levers};
use crate::domain::assumption::{Assumption, AssumptionKey, Assumptions};
use crate::domain::facts::Facts;
use crate::domain::funding::rentree_day;
use crate::domain::id::{BasinCode, FapCode, ProgrammeId, RegionCode, Uai};
use crate::domain::programme::{Diploma, Programme, Route};
use crate::domain::progress::{Progress, Unheard};
use crate::domain::source::SourceId;
use crate::domain::units::{Bound, Estimate, Milli, Range};
use crate::engine::Solver;
use crate::i18n::Message;

pub use super::seats::Unit;

/// Seats added or taken away, in the order of [`SeatValue::lots`]; 12, 15 and 24 are usual sizes of a class.
pub const LOTS: [i32; 5] = [1, -1, 12, 15, 24];

/// Last year of the yearly gains.
pub const HORIZON: u16 = 2035;

/// The lot whose receiving cells are listed, and how many are.
const RECEIVING_LOT: i32 = 24;
const RECEIVERS: usize = 3;

/// The value of every section of the territory, on the facts of one revision.
#[derive(Debug, Clone)]
pub struct Values {
    /// Year of the gap they are computed on.
    pub year: u16,
    /// Revision of the facts they were computed on.
    pub revision: i64,
    /// First rentrée a decision of that year can open: it takes about a year.
    pub rentree: u16,
    /// Posts filled without any change, home and context.
    pub filled: Estimate,
    /// Sections by rank, then headcounts by rank.
    pub lines: Vec<SeatValue>,
}

/// What one more, or one less, brings at one section and programme, or at one regional headcount.
#[derive(Debug, Clone)]
pub struct SeatValue {
    /// 1 for the largest gain of one more, among those of the same unit; equal gains share a rank.
    pub rank: u32,
    pub unit: Unit,
    pub uai: Option<Uai>,
    pub establishment: Option<String>,
    /// Region of a headcount.
    pub region: Option<RegionCode>,
    pub programme: ProgrammeId,
    pub programme_label: String,
    pub diploma: Diploma,
    pub level: u8,
    pub route: Route,
    /// Where the people are; several share them where the position is estimated or the headcount is regional.
    pub basins: Vec<BasinCode>,
    pub placement: Placement,
    /// Seats as declared.
    pub seats: Option<u32>,
    pub source: SourceId,
    pub rows: Vec<u32>,
    /// Years of study before the first leavers.
    pub years: u8,
    /// June of the first leavers of a seat opened at [`Values::rentree`].
    pub first_leavers: u16,
    /// In-field leavers that one more brings, with the rates it is the product of.
    pub each: Estimate,
    pub factors: Vec<Arc<Factor>>,
    /// One line for each of [`LOTS`].
    pub lots: Vec<LotValue>,
    /// Cells that fill most posts with [`Self::RECEIVING_LOT`] more, central, largest first.
    pub receivers: Vec<Receiver>,
    /// Euros of one seat over its years of study, where a cost is known.
    pub cost: Option<Range<f64>>,
    /// Why one more may not bring what is said.
    pub doubts: Vec<Message>,
}

/// Names a line whatever its rank.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SeatKey {
    pub unit: Unit,
    pub uai: Option<Uai>,
    pub region: Option<RegionCode>,
    pub programme: ProgrammeId,
    pub route: Route,
    pub source: SourceId,
    pub rows: Vec<u32>,
}

/// A number of seats more, or less.
#[derive(Debug, Clone, PartialEq)]
pub struct LotValue {
    pub seats: i32,
    /// In-field leavers a year that this adds, or takes away.
    pub leavers: Estimate,
    /// Posts filled a year, in steady state: F(S + n · g) − F(S), over home and context. Low and high are the least and greatest of the five solves.
    pub gain: Estimate,
    /// Of the leavers added, or taken away, those without a post.
    pub unplaced: Estimate,
    /// Euros per post filled, where a cost is known and a post is filled; without upper end where the low gain is nothing.
    pub euros_per_post: Option<Range<f64>>,
}

/// A cell that fills posts when seats are added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receiver {
    pub basin: BasinCode,
    pub fap: FapCode,
    pub posts: Milli,
}

impl Values {
    /// The line of a name; nothing where it is no more.
    pub fn find(&self, key: &SeatKey) -> Option<&SeatValue> {
        self.lines.iter().find(|line| line.key() == *key)
    }
}

impl SeatValue {
    /// Seats behind [`Self::receivers`].
    pub const RECEIVING_LOT: i32 = RECEIVING_LOT;

    /// What names the line.
    pub fn key(&self) -> SeatKey {
        SeatKey {
            unit: self.unit,
            uai: self.uai.clone(),
            region: self.region.clone(),
            programme: self.programme.clone(),
            route: self.route,
            source: self.source,
            rows: self.rows.clone(),
        }
    }

    /// True where the people of a supply node come from here, some of them at least.
    pub fn feeds(&self, supply: &Supply) -> bool {
        let origin = |o: &Origin| o.uai == self.uai && o.source == self.source;
        self.programme == supply.programme
            && self.route == supply.route
            && self.basins.contains(&supply.basin)
            && supply.origins.iter().any(origin)
    }

    /// The value of so many seats, where it is one of [`LOTS`].
    pub fn lot(&self, seats: i32) -> Option<&LotValue> {
        self.lots.iter().find(|lot| lot.seats == seats)
    }

    /// Posts filled each year up to [`HORIZON`] by seats opened at `rentree`: none before their first leavers, then the steady gain.
    pub fn yearly(&self, lot: &LotValue, rentree: u16) -> Vec<(u16, Estimate)> {
        let gain = |year| {
            if year < self.first_leavers {
                Estimate::default()
            } else {
                lot.gain
            }
        };
        (rentree..=HORIZON.max(rentree))
            .map(|year| (year, gain(year)))
            .collect()
    }
}

/// Values every section and regional headcount of the territory, on the five solves of the ranges.
///
/// Levers of the same nodes and thousandths have the same gain; each is a bounded re-solve of each of the five problems.
///
/// # Errors
/// [`MarketError`]: cancelled, too large, or refused by the solver.
pub fn values(facts: &Facts, gap: &Gap, progress: &dyn Progress) -> Result<Values, MarketError> {
    let frame = Frame::new(facts);
    let demand = Demand::new(&frame, Some(gap.year));
    let (side, levers) = supply_and_levers(&frame);
    let matching = Matching::new(&frame, &demand, &side)?;
    let mut gains = vec![Gains::default(); levers.len()];
    let mut filled = Vec::with_capacity(SOLVES.len());
    let steps = (SOLVES.len() * levers.len()) as u64;
    let mut done = 0;
    for (solve, ends) in SOLVES.into_iter().enumerate() {
        let mut solver = Solver::new(&matching.problem_at(ends), &Unheard(progress))?;
        filled.push(solver.proved()?.1.filled);
        for (lever, gains) in levers.iter().zip(&mut gains) {
            progress.report(done, steps);
            if progress.is_cancelled() {
                return Err(MarketError::Cancelled);
            }
            gains.add(&side, lever, (solve, ends), &mut solver)?;
            done += 1;
        }
    }
    progress.report(steps, steps);
    let lines = levers.iter().zip(gains);
    let rentree = gap.year + 1;
    let lines = lines.map(|(lever, gains)| line(&frame, &matching, lever, gains, rentree));
    Ok(Values {
        year: gap.year,
        revision: facts.revision,
        rentree,
        filled: over_solves(&filled),
        lines: ranked(lines.collect()),
    })
}

/// What a lever brings in each solve, lot by lot.
#[derive(Debug, Clone, Default)]
struct Gains {
    /// Thousandths of people added and of posts filled: the solves of each lot.
    people: [[i64; SOLVES.len()]; LOTS.len()],
    posts: [[i64; SOLVES.len()]; LOTS.len()],
    /// Demand cells that fill most posts with the receiving lot, central, and these posts.
    receivers: Vec<(usize, i64)>,
}

impl Gains {
    fn add(
        &mut self,
        side: &SupplySide,
        lever: &Lever,
        (solve, ends): (usize, (Bound, Bound)),
        solver: &mut Solver,
    ) -> Result<(), MarketError> {
        for (i, seats) in LOTS.into_iter().enumerate() {
            let people = brought(lever.each, seats).at(ends.1).0;
            let changes = changes(side, lever, people, &solver.problem().supplies);
            let effect = if people < 0 {
                let taken: Vec<(usize, i64)> = changes.iter().map(|&(node, n)| (node, -n)).collect();
                solver.fewer(&taken)?
            } else {
                solver.more(&changes)?
            };
            self.people[i][solve] = changes.iter().map(|(_, people)| people).sum();
            self.posts[i][solve] = effect.gain;
            if seats == RECEIVING_LOT && solve == 0 {
                self.receivers = largest(effect.demands);
            }
        }
        Ok(())
    }
}

/// Shares people over the nodes of a lever as its own people are shared; a node never loses more than it has.
pub(super) fn changes(side: &SupplySide, lever: &Lever, people: i64, supplies: &[i64]) -> Vec<(usize, i64)> {
    let place = &lever.place;
    let parts = apportion(people.abs(), &place.weights);
    let node = |basin: &usize| side.places.get(&(*basin, lever.programme, lever.route)).copied();
    let parts = place
        .basins
        .iter()
        .zip(parts)
        .filter_map(|(b, part)| Some((node(b)?, part)));
    let signed = |(node, part): (usize, i64)| (node, if people < 0 { -part.min(supplies[node]) } else { part });
    parts.map(signed).filter(|(_, part)| *part != 0).collect()
}

/// Central value of the first solve, least and greatest of all.
pub(super) fn over_solves(values: &[i64]) -> Estimate {
    let of = |value: Option<i64>| Milli(value.unwrap_or(0));
    Range {
        low: of(values.iter().min().copied()),
        central: of(values.first().copied()),
        high: of(values.iter().max().copied()),
    }
}

fn line(frame: &Frame<'_>, matching: &Matching<'_>, lever: &Lever, gains: Gains, rentree: u16) -> SeatValue {
    let programme = &frame.facts.catalogue.programmes[lever.programme];
    let cost = cost(frame.facts, lever, rentree);
    let lots = LOTS.into_iter().zip(gains.people.iter().zip(&gains.posts));
    let lots = lots.map(|(seats, (people, posts))| lot(seats, people, posts, cost));
    let basins = lever.place.basins.iter().zip(&lever.place.weights);
    let basins = basins.filter(|(_, weight)| **weight > 0 || lever.place.basins.len() == 1);
    SeatValue {
        rank: 0,
        unit: lever.unit,
        uai: lever.uai.clone(),
        establishment: lever.establishment.clone(),
        region: lever.region.clone(),
        programme: programme.id.clone(),
        programme_label: programme.label.clone(),
        diploma: programme.diploma,
        level: programme.level,
        route: lever.route,
        basins: basins.map(|(b, _)| frame.basins[*b].code.clone()).collect(),
        placement: lever.place.placement,
        seats: lever.seats,
        source: lever.source,
        rows: lever.rows.clone(),
        years: lever.years,
        first_leavers: rentree + u16::from(lever.years),
        each: brought(lever.each, 1),
        factors: lever.factors.clone(),
        lots: lots.collect(),
        receivers: receivers(frame, matching, gains.receivers),
        cost,
        doubts: lever.doubts.clone(),
    }
}

fn lot(seats: i32, people: &[i64], posts: &[i64], cost: Option<Range<f64>>) -> LotValue {
    let unplaced: Vec<i64> = people.iter().zip(posts).map(|(n, f)| n.abs() - f.abs()).collect();
    let gain = over_solves(posts);
    let spent = cost
        .filter(|_| seats > 0)
        .map(|c| c.map(|euros| euros * f64::from(seats)));
    LotValue {
        seats,
        leavers: over_solves(people),
        gain,
        unplaced: over_solves(&unplaced),
        euros_per_post: spent.and_then(|spent| per_post(spent, gain)),
    }
}

/// Low cost over high gain, and so on; nothing where the central gain is nothing.
pub(super) fn per_post(spent: Range<f64>, gain: Estimate) -> Option<Range<f64>> {
    let per = |euros: f64, posts: Milli| (posts > Milli::ZERO).then(|| euros / posts.people());
    Some(Range {
        low: per(spent.low, gain.high)?,
        central: per(spent.central, gain.central)?,
        high: per(spent.high, gain.low).unwrap_or(f64::INFINITY),
    })
}

/// Euros of a seat opened at a rentrée over its years of study.
fn cost(facts: &Facts, lever: &Lever, rentree: u16) -> Option<Range<f64>> {
    let programme = &facts.catalogue.programmes[lever.programme];
    let known = seat_cost(facts, programme, lever.route, (None, rentree_day(rentree)));
    Some(known.euros?.map(|euros| euros * f64::from(lever.years)))
}

/// Euros of a seat, or of an opening: the assumption of the narrowest scope (programme, kind of diploma, route, level), where there is one.
pub(super) fn cost_of<'a>(
    key: AssumptionKey,
    assumptions: &'a Assumptions,
    programme: &Programme,
    route: Route,
) -> Option<&'a Assumption> {
    let level = programme.level.to_string();
    let scopes = [
        programme.id.as_str(),
        programme.diploma.as_str(),
        route.as_str(),
        &level,
    ];
    assumptions.find(key, &scopes)
}

/// The cells that fill most posts, largest first.
fn largest(mut cells: Vec<(usize, i64)>) -> Vec<(usize, i64)> {
    cells.retain(|(_, posts)| *posts > 0);
    cells.sort_by_key(|(cell, posts)| (-posts, *cell));
    cells.truncate(RECEIVERS);
    cells.shrink_to_fit();
    cells
}

fn receivers(frame: &Frame<'_>, matching: &Matching<'_>, cells: Vec<(usize, i64)>) -> Vec<Receiver> {
    let receiver = |(cell, posts): (usize, i64)| {
        let (basin, fap) = matching.cells[cell];
        Receiver {
            basin: frame.basins[basin].code.clone(),
            fap: fap.clone(),
            posts: Milli(posts),
        }
    };
    cells.into_iter().map(receiver).collect()
}

/// Sections then headcounts, each by the gain of one more; equal gains by that of a class, then by establishment and programme.
fn ranked(mut lines: Vec<SeatValue>) -> Vec<SeatValue> {
    let gain = |line: &SeatValue, seats| line.lot(seats).map_or(Milli::ZERO, |lot| lot.gain.central);
    lines.sort_by(|a, b| {
        let key = |line: &SeatValue| (line.unit, -gain(line, 1), -gain(line, RECEIVING_LOT));
        let name = |line: &SeatValue| {
            (
                line.uai.clone(),
                line.programme.clone(),
                line.route,
                line.source,
                line.rows.clone(),
            )
        };
        key(a).cmp(&key(b)).then_with(|| name(a).cmp(&name(b)))
    });
    let mut before: BTreeMap<Unit, u32> = BTreeMap::new();
    for i in 0..lines.len() {
        let place = before.entry(lines[i].unit).or_default();
        *place += 1;
        let tied = i > 0 && lines[i - 1].unit == lines[i].unit && gain(&lines[i - 1], 1) == gain(&lines[i], 1);
        lines[i].rank = if tied { lines[i - 1].rank } else { *place };
    }
    lines
}
