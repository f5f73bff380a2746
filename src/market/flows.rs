//! Who goes where: the people of each supply node in each cell under both lenses, on the same need, supply and arcs.

use std::ops::AddAssign;

use super::MarketError;
use super::apportion::{largest_remainder, rounded_to};
use super::demand::Demand;
use super::expected::{ExpectedGap, MARGINS, parameters};
use super::frame::Frame;
use super::gap::{Gap, Supply};
use super::matching::Matching;
use super::solve::places;
use super::supply::supply;
use crate::domain::assumption::AssumptionKey;
use crate::domain::facts::Facts;
use crate::domain::id::{BasinCode, FapCode, ProgrammeId};
use crate::domain::programme::Route;
use crate::domain::progress::{Progress, Unheard};
use crate::domain::units::{Bound, Milli};
use crate::engine::expect_within;

pub use super::flow_sums::{Balance, Grouped, Sum, Summary};

/// The flows that start or end at home, central need and supply.
///
/// The potential ones are those of one optimal solution: others fill as many posts for the same mismatch. Ties are broken in one canonical way
/// (ruling 9.13), so equal facts give equal flows. The expected ones are unique.
#[derive(Debug, Clone, PartialEq)]
pub struct Flows {
    pub year: u16,
    /// Revision of the facts they were computed on.
    pub revision: i64,
    /// False where the expected lens is not known: every expected figure is then 0.
    pub both: bool,
    /// Sorted by supply, then basin, then occupation. Under each lens, the people of the lines into a home cell are its filled posts.
    pub lines: Vec<FlowLine>,
}

/// People of one supply node who take posts of one cell.
#[derive(Debug, Clone, PartialEq)]
pub struct FlowLine {
    /// Index in [`Gap::supplies`].
    pub supply: usize,
    /// Where the posts are.
    pub basin: BasinCode,
    pub fap: FapCode,
    pub people: Both<Milli>,
    /// Great-circle distance between the centroids of the basins; 0 within a basin.
    pub km: f64,
    /// Levels between the diploma and the nearest one that the occupation accepts; 0 where it is one of them.
    pub level_gap: u8,
}

/// A figure under each lens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Both<T> {
    pub potential: T,
    pub expected: T,
}

impl<T> Both<T> {
    /// Applies `f` under each lens.
    pub fn map<U>(&self, f: impl Fn(&T) -> U) -> Both<U> {
        Both {
            potential: f(&self.potential),
            expected: f(&self.expected),
        }
    }
}

impl<T: AddAssign> AddAssign for Both<T> {
    fn add_assign(&mut self, o: Self) {
        self.potential += o.potential;
        self.expected += o.expected;
    }
}

/// A supply node by what it is, whatever its place in a gap.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct NodeKey {
    pub basin: BasinCode,
    pub programme: ProgrammeId,
    pub route: Route,
}

impl NodeKey {
    /// The key of a node.
    pub fn of(supply: &Supply) -> Self {
        Self {
            basin: supply.basin.clone(),
            programme: supply.programme.clone(),
            route: supply.route,
        }
    }
}

/// What a line of a table of flows stands for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum FlowKey {
    /// From the people of a basin to the posts of a basin.
    Pair(BasinCode, BasinCode),
    /// From a node to a basin × occupation.
    Arc(NodeKey, BasinCode, FapCode),
    /// From a programme to an occupation, wherever they are.
    Kind(ProgrammeId, FapCode),
}

impl Flows {
    /// The flows of a gap under the potential lens alone.
    pub fn potential(facts: &Facts, gap: &Gap) -> Self {
        let line = |flow: &super::gap::Flow| FlowLine {
            supply: flow.supply,
            basin: flow.basin.clone(),
            fap: flow.fap.clone(),
            people: Both {
                potential: flow.people,
                expected: Milli::ZERO,
            },
            km: flow.km,
            level_gap: level_gap(facts, gap.supplies[flow.supply].level, &flow.fap),
        };
        Self {
            year: gap.year,
            revision: gap.revision,
            both: false,
            lines: gap.flows.iter().map(line).collect(),
        }
    }

    /// The lines that a line of a table adds up.
    pub fn of<'f>(&'f self, gap: &'f Gap, key: &'f FlowKey) -> impl Iterator<Item = &'f FlowLine> {
        self.lines.iter().filter(move |line| {
            let from = &gap.supplies[line.supply];
            match key {
                FlowKey::Pair(origin, to) => from.basin == *origin && line.basin == *to,
                FlowKey::Arc(node, to, fap) => line.basin == *to && line.fap == *fap && NodeKey::of(from) == *node,
                FlowKey::Kind(programme, fap) => from.programme == *programme && line.fap == *fap,
            }
        })
    }

    /// Who takes the posts of a cell.
    pub fn into_cell(&self, basin: &BasinCode, fap: &FapCode) -> impl Iterator<Item = &FlowLine> {
        self.lines
            .iter()
            .filter(move |line| line.basin == *basin && line.fap == *fap)
    }
}

/// Reads the flows of both lenses beside a gap and its expected lens: one more market, a few milliseconds on a region.
///
/// Expected people are rounded to thousandths cell by cell, by the largest remainder, to the filled posts that `expected` shows.
///
/// # Errors
/// As [`super::expected()`].
pub fn flows(facts: &Facts, gap: &Gap, expected: &ExpectedGap, progress: &dyn Progress) -> Result<Flows, MarketError> {
    let frame = Frame::new(facts);
    let demand = Demand::new(&frame, Some(gap.year));
    let side = supply(&frame);
    let matching = Matching::new(&frame, &demand, &side)?;
    let central = |key| facts.assumptions.value(key, &[]).central;
    let parameters = parameters(central(AssumptionKey::MatchSurplus), central(AssumptionKey::MatchNoise));
    let problem = matching.travel_problem_at((Bound::Central, Bound::Central), &side);
    let solved = expect_within(&problem, parameters, MARGINS, &Unheard(progress))?;
    let places = places(&side.nodes);
    let mut lines = Flows::potential(facts, gap).lines;
    let mut into: Vec<Vec<(usize, f64, f64)>> = vec![Vec::new(); matching.cells.len()];
    for ((from, cell, km), people) in matching.ways().zip(&solved.flows) {
        into[cell].push((from, km, *people));
    }
    for ((basin, fap), arcs) in matching.cells.iter().zip(into) {
        let home = frame.home[*basin];
        let code = &frame.basins[*basin].code;
        let people: Vec<f64> = arcs.iter().map(|(.., people)| *people).collect();
        let people = match expected.cell(code, fap) {
            Some(figures) => rounded_to(&people, figures.filled.central.0),
            None => largest_remainder(&people),
        };
        let told = |((from, km, _), people): ((usize, f64, f64), i64)| {
            (people > 0 && (home || side.nodes[from].home)).then_some((from, km, people))
        };
        for (from, km, people) in arcs.into_iter().zip(people).filter_map(told) {
            lines.push(FlowLine {
                supply: places[from],
                basin: code.clone(),
                fap: FapCode::clone(fap),
                people: Both {
                    potential: Milli::ZERO,
                    expected: Milli(people),
                },
                km,
                level_gap: level_gap(facts, side.nodes[from].level, fap),
            });
        }
    }
    Ok(Flows {
        year: gap.year,
        revision: facts.revision,
        both: true,
        lines: merged(lines),
    })
}

/// One line for the same people in the same cell under both lenses, sorted. No more room than there are lines: there may be a million.
fn merged(mut lines: Vec<FlowLine>) -> Vec<FlowLine> {
    lines.sort_by(|a, b| (a.supply, &a.basin, &a.fap).cmp(&(b.supply, &b.basin, &b.fap)));
    lines.dedup_by(|next, line| {
        let same = (next.supply, &next.basin, &next.fap) == (line.supply, &line.basin, &line.fap);
        if same {
            line.people += next.people;
        }
        same
    });
    lines.shrink_to_fit();
    lines
}

/// Distance from a diploma level to the set that an occupation accepts (ruling 9.3).
fn level_gap(facts: &Facts, level: u8, fap: &FapCode) -> u8 {
    let occupations = &facts.catalogue.occupations;
    let occupation = occupations.iter().find(|o| o.code == *fap);
    let accepted = occupation.map_or(&[][..], |o| &o.typical_levels);
    accepted.iter().map(|l| l.abs_diff(level)).min().unwrap_or(0)
}
