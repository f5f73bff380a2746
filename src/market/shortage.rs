//! Shortages that a pencil can check: posts that only so many people can take, with both lists (Hall certificates).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::MarketError;
use super::demand::Demand;
use super::frame::Frame;
use super::gap::{Gap, Origin, RowKey};
use super::matching::Matching;
use super::rows::Placing;
use super::solve::places;
use super::supply::supply;
use crate::domain::facts::Facts;
use crate::domain::id::{BasinCode, FapCode, ProgrammeId, Uai};
use crate::domain::programme::{Diploma, Route};
use crate::domain::progress::{Progress, Unattended};
use crate::domain::source::SourceId;
use crate::domain::units::{Bound, Milli};
use crate::engine::{self, EngineError, Problem, Shortfall, Solution, check_shortfall, shortfall, solve};
use crate::i18n::Message;

/// The central matching of a territory and its context, ready to be asked which posts lack people.
#[derive(Debug)]
pub struct Shortages {
    pub revision: i64,
    pub year: u16,
    problem: Problem,
    solution: Solution,
    cells: Vec<ShortCell>,
    /// The gap of the same facts: its supplies tell who the people are.
    gap: Arc<Gap>,
    /// Where each supply of the problem stands in the gap; those without people are not there.
    places: Vec<usize>,
    basin_names: BTreeMap<BasinCode, Arc<str>>,
}

/// Posts that all the people in reach of them, wherever they are placed, do not fill.
///
/// Where the posts of the line lack people even if no other post wanted them, `cells` are of the line alone. Else they are those of [`Self::wider`].
#[derive(Debug, Clone, PartialEq)]
pub struct Shortage {
    /// The line of a gap table that was asked about.
    pub key: RowKey,
    /// Unfilled posts of that line.
    pub asked: Milli,
    /// All posts of `cells`.
    pub posts: Milli,
    /// All people of `nodes`: everyone who can reach any of `cells`.
    pub people: Milli,
    /// `posts − people`: stays unfilled in `cells` at least, whoever is placed where.
    pub unfilled: Milli,
    /// Sorted by basin then occupation; context cells too.
    pub cells: Vec<ShortCell>,
    /// Sorted by basin, programme, route; context too, those without people left out.
    pub nodes: Vec<ShortNode>,
    /// « 240 postes … ne sont accessibles qu’à 95 sortants de 4 sections. »
    pub sentence: Message,
    /// Where `unfilled` is less than `asked`, the rest lacks people because other posts take them: the smallest set of posts and people, of any
    /// occupation, that contains all unfilled posts of the line and lacks exactly what stays unfilled in it.
    pub wider: Option<Box<Self>>,
}

/// One basin × occupation of a shortage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShortCell {
    pub basin: BasinCode,
    pub basin_name: String,
    pub fap: FapCode,
    pub occupation: String,
    /// False for neighbours solved as context.
    pub home: bool,
    pub posts: Milli,
    pub unfilled: Milli,
}

/// Leavers of one programme by one route in one basin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShortNode {
    pub basin: BasinCode,
    pub basin_name: Arc<str>,
    pub programme: ProgrammeId,
    pub programme_label: Arc<str>,
    pub diploma: Diploma,
    pub level: u8,
    pub route: Route,
    pub home: bool,
    pub people: Milli,
    /// Where they come from, largest first; they add up to `people`.
    pub origins: Vec<ShortOrigin>,
}

/// A section, or a part of a regional headcount.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShortOrigin {
    /// Nothing for a regional headcount.
    pub uai: Option<Uai>,
    pub establishment: Option<Arc<str>>,
    pub people: Milli,
    pub source: SourceId,
    pub rows: Arc<[u32]>,
}

/// Solves the central matching of the facts of a gap, for [`Shortages::largest`] and [`Shortages::of`].
///
/// # Errors
/// [`MarketError`]: cancelled, too large, or refused by the solver.
pub fn shortages(facts: &Facts, gap: &Arc<Gap>, progress: &dyn Progress) -> Result<Shortages, MarketError> {
    let frame = Frame::new(facts);
    let demand = Demand::new(&frame, Some(gap.year));
    let side = supply(&frame);
    if progress.is_cancelled() {
        return Err(MarketError::Cancelled);
    }
    let central = (Bound::Central, Bound::Central);
    let matching = Matching::new(&frame, &demand, &side)?;
    let (solution, _) = matching.solve_at(central, progress)?;
    let cells = matching
        .cells
        .iter()
        .enumerate()
        .map(|(number, (basin, fap))| ShortCell {
            basin: frame.basins[*basin].code.clone(),
            basin_name: frame.basins[*basin].name.clone(),
            fap: (*fap).clone(),
            occupation: frame.core.get(fap).map_or_else(String::new, |o| o.label.clone()),
            home: frame.home[*basin],
            posts: matching.needs(number).central,
            unfilled: Milli(solution.unfilled[number]),
        });
    let named = frame.basins.iter().map(|b| (b.code.clone(), b.name.as_str().into()));
    Ok(Shortages {
        revision: facts.revision,
        year: gap.year,
        cells: cells.collect(),
        gap: Arc::clone(gap),
        places: places(&side.nodes),
        basin_names: named.collect(),
        problem: matching.problem_at(central),
        solution,
    })
}

impl Shortages {
    /// The shortages of the occupations that lack most people at home, most first, equals by code; `count` at most.
    ///
    /// # Errors
    /// [`MarketError::Engine`] where an explanation fails its own check.
    pub fn largest(&self, count: usize) -> Result<Vec<Shortage>, MarketError> {
        let mut lacking: BTreeMap<&FapCode, Milli> = BTreeMap::new();
        for cell in self.cells.iter().filter(|c| c.home && c.unfilled > Milli::ZERO) {
            *lacking.entry(&cell.fap).or_default() += cell.unfilled;
        }
        let mut lacking: Vec<(&FapCode, Milli)> = lacking.into_iter().collect();
        lacking.sort_by_key(|(fap, unfilled)| (-*unfilled, *fap));
        let explain = |(fap, _): (&FapCode, Milli)| {
            let key = RowKey::Occupation(fap.clone());
            self.explain(&key, |cell| cell.fap == *fap).transpose()
        };
        lacking.into_iter().take(count).filter_map(explain).collect()
    }

    /// The shortage behind a line of a gap table; nothing where all its posts are filled. The facts must be those of [`Self::revision`].
    ///
    /// # Errors
    /// [`MarketError::Engine`] where the explanation fails its own check.
    pub fn of(&self, key: &RowKey, facts: &Facts) -> Result<Option<Shortage>, MarketError> {
        let frame = Frame::new(facts);
        let placing = Placing::new(&frame, key.grouping());
        self.explain(key, |cell| placing.of(&cell.basin, &cell.fap).keys.contains(key))
    }

    /// The shortage of the home cells that `asks` accepts: of their posts alone where that is one, and with those that share their people.
    fn explain(&self, key: &RowKey, asks: impl Fn(&ShortCell) -> bool) -> Result<Option<Shortage>, MarketError> {
        let line = (0_u32..).zip(&self.cells).filter(|(_, cell)| cell.home && asks(cell));
        let line: Vec<(u32, Milli)> = line.map(|(number, cell)| (number, cell.unfilled)).collect();
        let asked: Milli = line.iter().map(|(_, unfilled)| *unfilled).sum();
        let line: Vec<u32> = line.iter().map(|(number, _)| *number).collect();
        let Some(wider) = shortfall(&self.problem, &self.solution, &line) else {
            return Ok(None);
        };
        let wider = self.told(key, asked, &wider)?;
        let alone = only(&self.problem, &line);
        let solution = solve(&alone, &Unattended)?;
        let Some(alone) = shortfall(&alone, &solution, &line) else {
            return Ok(Some(wider));
        };
        let mut alone = self.told(key, asked, &alone)?;
        if alone.unfilled < asked {
            alone.wider = Some(Box::new(wider));
        }
        Ok(Some(alone))
    }

    /// The claim, checked, with its lists and its sentence.
    fn told(&self, key: &RowKey, asked: Milli, claim: &Shortfall) -> Result<Shortage, MarketError> {
        check_shortfall(&self.problem, claim).map_err(EngineError::from)?;
        let cells: Vec<ShortCell> = claim.demands.iter().map(|d| self.cells[*d as usize].clone()).collect();
        let populated = claim.supplies.iter().map(|supply| *supply as usize);
        let populated = populated.filter(|supply| self.problem.supplies[*supply] > 0);
        let mut nodes: Vec<ShortNode> = populated.map(|supply| self.node(supply)).collect();
        nodes.shrink_to_fit();
        let (posts, people) = (Milli(claim.posts), Milli(claim.people));
        Ok(Shortage {
            sentence: Message::new("market-shortage")
                .with("posts", whole(posts))
                .with("what", occupations_told(key, &cells))
                .with("where", basins_told(&cells))
                .with("who", people_told(people, &nodes)),
            key: key.clone(),
            asked,
            posts,
            people,
            unfilled: Milli(claim.unfilled),
            cells,
            nodes,
            wider: None,
        })
    }

    /// The people of a supply of the problem that has some.
    fn node(&self, supply: usize) -> ShortNode {
        let node = &self.gap.supplies[self.places[supply]];
        let origin = |o: &Origin| ShortOrigin {
            uai: o.uai.clone(),
            establishment: o.establishment.clone(),
            people: o.in_field.central,
            source: o.source,
            rows: Arc::clone(&o.rows),
        };
        let origins = node.origins.iter().filter(|o| o.in_field.central > Milli::ZERO);
        ShortNode {
            basin: node.basin.clone(),
            basin_name: self.basin_names.get(&node.basin).cloned().unwrap_or_default(),
            programme: node.programme.clone(),
            programme_label: Arc::clone(&node.programme_label),
            diploma: node.diploma,
            level: node.level,
            route: node.route,
            home: node.home,
            people: node.in_field.central,
            origins: origins.map(origin).collect(),
        }
    }
}

/// The same people with the posts of some demands alone.
fn only(problem: &Problem, demands: &[u32]) -> Problem {
    let mut posts = vec![0; problem.demands.len()];
    for demand in demands {
        posts[*demand as usize] = problem.demands[*demand as usize];
    }
    let wanted = |arc: &&engine::Arc| posts[arc.demand as usize] > 0;
    Problem {
        supplies: problem.supplies.clone(),
        arcs: problem.arcs.iter().filter(wanted).copied().collect(),
        demands: posts,
        limits: Vec::new(),
    }
}

/// The occupation asked about, else the one of most posts, and how many others.
fn occupations_told(key: &RowKey, cells: &[ShortCell]) -> Message {
    let mut posts: BTreeMap<&FapCode, (Milli, &str)> = BTreeMap::new();
    for cell in cells {
        posts.entry(&cell.fap).or_insert((Milli::ZERO, &cell.occupation)).0 += cell.posts;
    }
    let asked = match key {
        RowKey::Occupation(fap) | RowKey::Cell(_, fap) => posts.get(fap),
        _ => None,
    };
    let most = || posts.values().rev().max_by_key(|(posts, _)| *posts);
    let name = asked.or_else(most).map_or("", |(_, name)| *name);
    match posts.len() {
        0 | 1 => Message::new("market-shortage-occupation").with("name", name),
        several => Message::new("market-shortage-occupations")
            .with("name", name)
            .with("count", several - 1),
    }
}

fn basins_told(cells: &[ShortCell]) -> Message {
    let all: BTreeSet<&BasinCode> = cells.iter().map(|c| &c.basin).collect();
    let context: BTreeSet<&BasinCode> = cells.iter().filter(|c| !c.home).map(|c| &c.basin).collect();
    match (cells.first(), all.len(), context.len()) {
        (Some(cell), 1, _) => Message::new("market-shortage-basin").with("name", cell.basin_name.as_str()),
        (_, count, 0) => Message::new("market-shortage-basins").with("count", count),
        (_, count, context) => Message::new("market-shortage-basins-context")
            .with("count", count)
            .with("context", context),
    }
}

fn people_told(people: Milli, nodes: &[ShortNode]) -> Message {
    let origins = || nodes.iter().flat_map(|n| &n.origins);
    // A section or headcount spread over basins or programmes counts once.
    let distinct = |sections: bool| {
        let kind = origins().filter(move |o| o.uai.is_some() == sections);
        kind.map(|o| (&o.uai, o.source, &o.rows)).collect::<BTreeSet<_>>().len()
    };
    let sections = (distinct(true), "market-shortage-sections");
    let headcounts = (distinct(false), "market-shortage-headcounts");
    let counted = |(count, key): (usize, &'static str)| Message::new(key).with("count", count);
    let from = match (sections.0, headcounts.0) {
        (_, 0) => counted(sections),
        (0, _) => counted(headcounts),
        _ => Message::new("market-shortage-both")
            .with("sections", counted(sections))
            .with("headcounts", counted(headcounts)),
    };
    if people == Milli::ZERO {
        return Message::new("market-shortage-nobody");
    }
    Message::new("market-shortage-people")
        .with("people", whole(people))
        .with("from", from)
}

/// To the nearest post or person.
fn whole(quantity: Milli) -> i64 {
    (quantity.0 + 500).div_euclid(1000)
}
