//! The correspondence programme → occupation line by line: how each outlet is known, who it concerns, and what the gap would be without it.

use std::collections::{BTreeMap, BTreeSet};

use super::MarketError;
use super::demand::Demand;
use super::frame::{Frame, in_gap};
use super::matching::{Matching, SOLVES, index};
use super::outlets::{accepts, outlets_in_gap};
use super::supply::{SupplySide, is_populated, supply};
use super::values::over_solves;
use super::ways::{Way, ways};
use crate::domain::facts::Facts;
use crate::domain::id::{FapCode, ProgrammeId};
use crate::domain::programme::Programme;
use crate::domain::progress::{Progress, Unheard};
use crate::domain::review::{self, OutletKey, OutletReview, ReviewStatus};
use crate::domain::units::Estimate;
use crate::engine::{Arc, Toggles};
use crate::i18n::Message;

/// Every outlet of the programmes of the catalogue, and those that people said something of.
#[derive(Debug, Clone)]
pub struct Crosswalk {
    /// Year of the gap whose need the posts are of.
    pub year: u16,
    pub revision: i64,
    /// Sorted by programme, then occupation.
    pub lines: Vec<OutletLine>,
}

/// One outlet.
#[derive(Debug, Clone, PartialEq)]
pub struct OutletLine {
    pub outlet: OutletKey,
    pub level: u8,
    /// How files and catalogue lead there; empty for an outlet they do not know.
    pub ways: Vec<Way>,
    pub review: Option<OutletReview>,
    /// Whether the matching uses it.
    pub counted: bool,
    /// In-field leavers of the programme at home, whole: not shared between its outlets.
    pub people: Estimate,
    /// Need of the home cells of the occupation that the programme's home people can reach, whole: not shared between programmes.
    pub posts: Estimate,
}

/// What each outlet is worth to the posts filled, home and context together.
#[derive(Debug, Clone, PartialEq)]
pub struct Effects {
    pub year: u16,
    pub revision: i64,
    /// Posts unfilled without the outlet minus with it, by outlet; least and greatest of the five solves. Outlets nobody can take are not listed.
    effects: BTreeMap<OutletKey, Estimate>,
}

/// Why an outlet cannot be added.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OutletRefusal {
    #[error("no programme {programme}")]
    NoProgramme { programme: ProgrammeId },
    #[error("no core occupation {fap}")]
    NoOccupation { fap: FapCode },
    /// Unskilled or level-7 posts stand outside the gap (ruling 9.2).
    #[error("{fap} is outside the gap")]
    OutsideGap { fap: FapCode },
    /// An outlet at another level enters only when « niveau inadapté » is removed (ruling 9.16).
    #[error("{fap} does not take beginners of level {level}")]
    Level { fap: FapCode, level: u8, accepted: Vec<u8> },
    #[error("the outlet is known")]
    Known,
    #[error("the outlet is set aside")]
    SetAside,
    #[error("no reason")]
    NoReason,
}

impl OutletLine {
    /// Where its review stands.
    pub fn status(&self) -> ReviewStatus {
        self.review.as_ref().map_or(ReviewStatus::ToReview, |r| r.status)
    }

    /// 1 to 3: that of the review, else of its surest way.
    pub fn confidence(&self) -> Option<u8> {
        let said = self.review.as_ref().and_then(|r| r.confidence);
        said.or_else(|| self.ways.iter().map(|way| way.confidence).max())
    }
}

impl Effects {
    /// Posts unfilled without the outlet minus with it.
    pub fn of(&self, outlet: &OutletKey) -> Estimate {
        self.effects.get(outlet).copied().unwrap_or_default()
    }
}

/// The outlets, on the need of a year.
///
/// # Errors
/// [`MarketError`]: too large.
pub fn crosswalk(facts: &Facts, year: Option<u16>) -> Result<Crosswalk, MarketError> {
    let whole = with_all_outlets(facts);
    let frame = Frame::new(&whole);
    let demand = Demand::new(&frame, year);
    let side = supply(&frame);
    let matching = Matching::new(&frame, &demand, &side)?;
    let actual = Frame::new(facts);
    let people = people(&side);
    let posts = posts(&frame, &side, &matching);
    let mut lines = Vec::new();
    for programme in &facts.catalogue.programmes {
        let counted: BTreeSet<FapCode> = outlets_in_gap(&actual, programme).into_iter().collect();
        let mut ways = ways(&actual, programme);
        let known = outlets_in_gap(&frame, programme)
            .into_iter()
            .chain(said(facts, programme));
        for fap in known.collect::<BTreeSet<_>>() {
            let outlet = OutletKey {
                programme: programme.id.clone(),
                fap,
            };
            lines.push(OutletLine {
                level: programme.level,
                ways: ways.remove(&outlet.fap).unwrap_or_default(),
                review: review::find(&facts.reviews, &outlet).cloned(),
                counted: counted.contains(&outlet.fap),
                people: people.get(&outlet.programme).copied().unwrap_or_default(),
                posts: posts.get(&outlet).copied().unwrap_or_default(),
                outlet,
            });
        }
    }
    lines.sort_by(|a, b| a.outlet.cmp(&b.outlet));
    Ok(Crosswalk {
        year: demand.year,
        revision: facts.revision,
        lines,
    })
}

/// What the gap would be without each outlet, or with it where it is set aside: the fill of each of the five solves, with and without its arcs that start
/// or end at home.
///
/// As in [`super::values`] the posts are those of home and context together, and the ends are the least and greatest of the five.
///
/// # Errors
/// [`MarketError`]: cancelled, too large, or refused by the solver.
pub fn effects(facts: &Facts, year: Option<u16>, progress: &dyn Progress) -> Result<Effects, MarketError> {
    let whole = with_all_outlets(facts);
    let frame = Frame::new(&whole);
    let demand = Demand::new(&frame, year);
    let side = supply(&frame);
    let matching = Matching::new(&frame, &demand, &side)?;
    let groups = Groups::new(&frame, &side, &matching, facts)?;
    let mut found: Vec<Vec<i64>> = vec![Vec::new(); groups.outlets.len()];
    let steps = (SOLVES.len() * groups.outlets.len()) as u64;
    let mut done = 0;
    for ends in SOLVES {
        let mut toggles = Toggles::new(
            &matching.problem_at(ends),
            &groups.of_arc,
            &groups.on,
            &Unheard(progress),
        )?;
        for (number, (arcs, found)) in (0_u32..).zip(groups.arcs.iter().zip(&mut found)) {
            progress.report(done, steps);
            if progress.is_cancelled() {
                return Err(MarketError::Cancelled);
            }
            found.push(toggles.change(number, arcs)?.abs());
            done += 1;
        }
    }
    progress.report(steps, steps);
    let effects = groups.outlets.into_iter().zip(found);
    Ok(Effects {
        year: demand.year,
        revision: facts.revision,
        effects: effects
            .map(|(outlet, changes)| (outlet, over_solves(&changes)))
            .collect(),
    })
}

/// Whether an outlet may be added to the matching: both known, the occupation in the gap and at the programme's level, and not there already.
///
/// # Errors
/// [`OutletRefusal`].
pub fn may_add(facts: &Facts, outlet: &OutletKey) -> Result<(), OutletRefusal> {
    let programmes = &facts.catalogue.programmes;
    let programme = programmes.iter().find(|p| p.id == outlet.programme);
    let programme = programme.ok_or_else(|| OutletRefusal::NoProgramme {
        programme: outlet.programme.clone(),
    })?;
    let frame = Frame::new(facts);
    let fap = || outlet.fap.clone();
    let occupation = frame.core.get(&outlet.fap);
    let occupation = occupation.ok_or_else(|| OutletRefusal::NoOccupation { fap: fap() })?;
    if !in_gap(occupation) {
        return Err(OutletRefusal::OutsideGap { fap: fap() });
    }
    if !accepts(occupation, programme) {
        return Err(OutletRefusal::Level {
            fap: fap(),
            level: programme.level,
            accepted: occupation.typical_levels.clone(),
        });
    }
    let status = review::find(&facts.reviews, outlet).map(|review| review.status);
    if status == Some(ReviewStatus::SetAside) {
        return Err(OutletRefusal::SetAside);
    }
    if outlets_in_gap(&frame, programme).contains(&outlet.fap) {
        return Err(OutletRefusal::Known);
    }
    Ok(())
}

impl OutletRefusal {
    /// What was asked, why it is refused, and what to do.
    pub fn message(&self) -> Message {
        match self {
            Self::NoProgramme { programme } => {
                Message::new("market-outlet-no-programme").with("programme", programme.as_str())
            }
            Self::NoOccupation { fap } => Message::new("market-outlet-no-occupation").with("occupation", fap.as_str()),
            Self::OutsideGap { fap } => Message::new("market-outlet-outside-gap").with("occupation", fap.as_str()),
            Self::Level { fap, level, accepted } => {
                let accepted: Vec<String> = accepted.iter().map(u8::to_string).collect();
                Message::new("market-outlet-level")
                    .with("occupation", fap.as_str())
                    .with("level", i64::from(*level))
                    .with("accepted", accepted.join(", "))
            }
            Self::Known => Message::new("market-outlet-known"),
            Self::SetAside => Message::new("market-outlet-set-aside"),
            Self::NoReason => Message::new("market-outlet-no-reason"),
        }
    }
}

/// The same facts with nothing set aside: the arcs of every line are there.
fn with_all_outlets(facts: &Facts) -> Facts {
    let mut facts = facts.clone();
    facts.reviews.retain(|review| review.status != ReviewStatus::SetAside);
    facts
}

fn takes_part(facts: &Facts, outlet: &OutletKey) -> bool {
    review::find(&facts.reviews, outlet).is_none_or(|review| review.status != ReviewStatus::SetAside)
}

/// Occupations people said something of.
fn said(facts: &Facts, programme: &Programme) -> impl Iterator<Item = FapCode> {
    let reviews = review::of_programme(&facts.reviews, &programme.id).iter();
    reviews.map(|review| review.outlet.fap.clone())
}

/// In-field leavers at home, by programme.
fn people(side: &SupplySide) -> BTreeMap<ProgrammeId, Estimate> {
    let mut people: BTreeMap<ProgrammeId, Estimate> = BTreeMap::new();
    for node in side.nodes.iter().filter(|node| node.home) {
        *people.entry(node.programme.clone()).or_default() += node.in_field;
    }
    people
}

/// Need of the home cells that home people of each outlet can reach, each cell once.
fn posts(frame: &Frame<'_>, side: &SupplySide, matching: &Matching<'_>) -> BTreeMap<OutletKey, Estimate> {
    let mut cells: BTreeMap<OutletKey, BTreeSet<usize>> = BTreeMap::new();
    for arc in matching.arcs() {
        let (node, cell) = (&side.nodes[arc.supply as usize], arc.demand as usize);
        let (basin, fap) = matching.cells[cell];
        if node.home && is_populated(node) && frame.home[basin] {
            let outlet = OutletKey {
                programme: node.programme.clone(),
                fap: fap.clone(),
            };
            cells.entry(outlet).or_default().insert(cell);
        }
    }
    let sum = |cells: BTreeSet<usize>| -> Estimate { cells.into_iter().map(|cell| matching.needs(cell)).sum() };
    cells.into_iter().map(|(outlet, cells)| (outlet, sum(cells))).collect()
}

/// The arcs of each outlet that start or end at home; those between neighbours alone are two groups more, which stay as they are.
struct Groups {
    outlets: Vec<OutletKey>,
    arcs: Vec<Vec<u32>>,
    of_arc: Vec<u32>,
    on: Vec<bool>,
}

impl Groups {
    fn new(frame: &Frame<'_>, side: &SupplySide, matching: &Matching<'_>, facts: &Facts) -> Result<Self, MarketError> {
        let key = |arc: &Arc| {
            let (_, fap) = matching.cells[arc.demand as usize];
            (&side.nodes[arc.supply as usize].programme, fap)
        };
        let at_home = |arc: &&Arc| {
            let (basin, _) = matching.cells[arc.demand as usize];
            side.nodes[arc.supply as usize].home || frame.home[basin]
        };
        let keys: BTreeSet<_> = matching.arcs().iter().filter(at_home).map(key).collect();
        let keys: Vec<_> = keys.into_iter().collect();
        let outlet = |(programme, fap): (&ProgrammeId, &FapCode)| OutletKey {
            programme: programme.clone(),
            fap: fap.clone(),
        };
        let outlets: Vec<OutletKey> = keys.iter().copied().map(outlet).collect();
        let (abroad_in, abroad_out) = (keys.len(), keys.len() + 1);
        let mut arcs = vec![Vec::new(); keys.len()];
        let mut of_arc = Vec::with_capacity(matching.arcs().len());
        for (number, arc) in matching.arcs().iter().enumerate() {
            let group = match keys.binary_search(&key(arc)) {
                Ok(group) if at_home(&arc) => {
                    arcs[group].push(index(number)?);
                    group
                }
                _ if takes_part(facts, &outlet(key(arc))) => abroad_in,
                _ => abroad_out,
            };
            of_arc.push(index(group)?);
        }
        let mut on: Vec<bool> = outlets.iter().map(|outlet| takes_part(facts, outlet)).collect();
        on.extend([true, false]);
        Ok(Self {
            outlets,
            arcs,
            of_arc,
            on,
        })
    }
}
