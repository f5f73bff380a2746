//! Which possibility of the matching problem each observed move takes, and why some take none.

use std::collections::{BTreeMap, BTreeSet};

use super::codes::Codes;
use super::frame::{Frame, in_gap};
use super::matching::Matching;
use super::supply::SupplySide;
use crate::domain::id::ProgrammeId;
use crate::domain::mobility::{Move, Post, Training};
use crate::domain::units::{Bound, Estimate, Milli};
use crate::engine::{Observations, Problem, Stratum};
use crate::i18n::Message;

/// Why an observed move is no possibility of the problem: its people are left out of the estimate, and counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoArc {
    /// The problem has nobody trained there for that.
    NobodyTrained,
    /// The occupation has no part in the gap: another field, no diploma required, level 7.
    OutsideField,
    /// The occupation is no outlet of the training: other work than what the training is for.
    NotAnOutlet,
    /// No post of that occupation is wanted there that year.
    NoPost,
    /// Farther than the mobility radius of the level.
    BeyondRadius,
}

impl NoArc {
    /// In the order in which they are told.
    pub const ALL: [Self; 5] = [
        Self::NobodyTrained,
        Self::OutsideField,
        Self::NotAnOutlet,
        Self::NoPost,
        Self::BeyondRadius,
    ];

    /// Stable name of the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NobodyTrained => "nobody-trained",
            Self::OutsideField => "outside-field",
            Self::NotAnOutlet => "not-an-outlet",
            Self::NoPost => "no-post",
            Self::BeyondRadius => "beyond-radius",
        }
    }

    /// Why, in words.
    pub fn message(self) -> Message {
        Message::new(format!("market-no-arc-{}", self.as_str()))
    }
}

/// Observed people by what they took.
#[derive(Debug, Default)]
pub(super) struct Tally {
    /// By cost of the arc, tenths of a generalised minute.
    pub matches: BTreeMap<u32, Estimate>,
    pub unmatched: Estimate,
    pub left_out: BTreeMap<NoArc, Estimate>,
    /// Basins where people of the estimate trained.
    pub basins: BTreeSet<usize>,
    /// Where they come from: supply nodes, and people observed.
    pub strata: Vec<Stratum>,
}

impl Tally {
    /// People with a possibility.
    pub fn matched(&self) -> Estimate {
        self.matches.values().copied().sum()
    }

    /// People without.
    pub fn excluded(&self) -> Estimate {
        self.left_out.values().copied().sum()
    }

    /// The observations with secret counts at these ends: people unmatched, matched at a cost of at most `middle`, matched farther.
    pub fn at(&self, [unmatched, near, far]: [Bound; 3], middle: f64) -> Observations {
        let one = |(cost, people): (&u32, &Estimate)| {
            let end = if f64::from(*cost) <= middle { near } else { far };
            (*cost, people.at(end).people())
        };
        Observations {
            matches: self.matches.iter().map(one).collect(),
            unmatched: self.unmatched.at(unmatched).people(),
        }
    }
}

/// What an observed move is in the problem.
enum Taken {
    Arc(u32),
    Nothing,
    Outside(NoArc),
}

/// Sums observed moves up by the arcs of `problem`, those of `matching` at their central quantities and with the costs of travel.
pub(super) fn tally(
    frame: &Frame<'_>,
    side: &SupplySide,
    matching: &Matching<'_>,
    problem: &Problem,
    moves: &[Move],
) -> Tally {
    let reader = Reader::new(frame, side, matching, problem);
    let mut tally = Tally::default();
    let mut origins: BTreeMap<Vec<u32>, Milli> = BTreeMap::new();
    for observed in moves {
        let nodes = reader.trained(observed);
        match reader.taken(&nodes, observed) {
            Taken::Arc(cost) => *tally.matches.entry(cost).or_default() += observed.people,
            Taken::Nothing => tally.unmatched += observed.people,
            Taken::Outside(why) => {
                *tally.left_out.entry(why).or_default() += observed.people;
                continue;
            }
        }
        tally.basins.extend(frame.basin(&observed.basin));
        *origins.entry(nodes).or_default() += observed.people.central;
    }
    let stratum = |(supplies, people): (Vec<u32>, Milli)| Stratum {
        supplies,
        people: people.people(),
    };
    tally.strata = origins.into_iter().map(stratum).collect();
    tally
}

/// Reads moves as arcs.
struct Reader<'m> {
    frame: &'m Frame<'m>,
    side: &'m SupplySide,
    matching: &'m Matching<'m>,
    codes: Codes<'m>,
    /// Nodes with people, by basin.
    nodes: BTreeMap<usize, Vec<u32>>,
    /// Costs by node and cell.
    costs: BTreeMap<(u32, u32), u32>,
}

impl<'m> Reader<'m> {
    fn new(frame: &'m Frame<'m>, side: &'m SupplySide, matching: &'m Matching<'m>, problem: &Problem) -> Self {
        let mut nodes: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
        for (number, (node, basin)) in (0..).zip(side.nodes.iter().zip(&side.basins)) {
            if node.in_field.central > Milli::ZERO {
                nodes.entry(*basin).or_default().push(number);
            }
        }
        let arcs = problem.arcs.iter();
        Self {
            frame,
            side,
            matching,
            codes: Codes::new(&frame.facts.catalogue.programmes),
            nodes,
            costs: arcs.map(|a| ((a.supply, a.demand), a.cost)).collect(),
        }
    }

    fn taken(&self, nodes: &[u32], observed: &Move) -> Taken {
        if nodes.is_empty() {
            return Taken::Outside(NoArc::NobodyTrained);
        }
        match &observed.post {
            None => Taken::Nothing,
            Some(post) => match self.arc(nodes, post) {
                Ok(cost) => Taken::Arc(cost),
                Err(why) => Taken::Outside(why),
            },
        }
    }

    /// The nodes a person may come from; with a level alone, all those of the level in the basin.
    fn trained(&self, observed: &Move) -> Vec<u32> {
        let programmes = self.programmes(&observed.training);
        let fits = |number: &u32| {
            let node = &self.side.nodes[*number as usize];
            match observed.training {
                Training::Level(level) => node.level == level,
                _ => programmes.contains(&&node.programme),
            }
        };
        let here = self.frame.basin(&observed.basin).and_then(|b| self.nodes.get(&b));
        here.into_iter().flatten().copied().filter(fits).collect()
    }

    /// The programmes of a code: its own, else those that replaced it.
    fn programmes(&self, training: &Training) -> Vec<&ProgrammeId> {
        let all = self.codes.programmes;
        match training {
            Training::Level(_) => Vec::new(),
            Training::Fiche(rncp) => {
                let fits = all.iter().filter(|p| p.rncp.as_ref() == Some(rncp));
                fits.map(|p| &p.id).collect()
            }
            Training::Diploma(cfd) => {
                let found = self.codes.cfd(cfd).map(|resolved| resolved.programmes);
                found.into_iter().flatten().map(|i| &all[i].id).collect()
            }
        }
    }

    /// The cost of the arc from any of the nodes, the same from all: it depends on both basins alone.
    fn arc(&self, nodes: &[u32], post: &Post) -> Result<u32, NoArc> {
        if !self.frame.core.get(&post.fap).is_some_and(|o| in_gap(o)) {
            return Err(NoArc::OutsideField);
        }
        if !nodes
            .iter()
            .any(|n| self.side.nodes[*n as usize].outlets.contains(&post.fap))
        {
            return Err(NoArc::NotAnOutlet);
        }
        let key = self.frame.basin(&post.basin).map(|basin| (basin, &post.fap));
        let cell = key.and_then(|key| self.matching.cells.binary_search(&key).ok());
        let cell = cell.filter(|cell| self.matching.needs(*cell).central > Milli::ZERO);
        let cell = cell.and_then(|cell| u32::try_from(cell).ok()).ok_or(NoArc::NoPost)?;
        let cost = nodes.iter().find_map(|node| self.costs.get(&(*node, cell)));
        cost.copied().ok_or(NoArc::BeyondRadius)
    }
}
