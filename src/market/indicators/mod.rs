//! Indicators of the training supply with the peers' formulas: demand, filling, further study, employment, favourable outcome.

mod outcomes;
mod quadrant;
mod sections;

use std::collections::BTreeMap;

use super::codes::Codes;
use super::frame::Frame;
use crate::domain::facts::Facts;
use crate::domain::id::{ProgrammeId, RegionCode, Uai};
use crate::domain::programme::{Diploma, Route};
use crate::domain::source::SourceId;
use crate::domain::units::Range;

pub use quadrant::{Means, Part, Place};

/// People under which a rate of outcomes is not significant, « n.s. » (InserJeunes).
pub const SIGNIFICANT: f64 = 20.0;

/// The indicators of the programmes and sections of a territory, on the facts of one revision.
#[derive(Debug, Clone, PartialEq)]
pub struct Indicators {
    pub revision: i64,
    /// Sorted by key: a programme by a route in a region, then its sections.
    pub lines: Vec<Line>,
    /// Means the quadrant is cut at, by region, level and route.
    pub means: Vec<Means>,
}

/// The indicators of a programme by a route in a region, or of one of its sections.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub key: Key,
    pub label: String,
    pub diploma: Diploma,
    pub level: u8,
    /// Name of the establishment of a section.
    pub establishment: Option<String>,
    pub rates: Rates,
}

/// Rates by indicator, sorted: a handful a line, over tens of thousands of lines.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Rates(Vec<(Kind, Rate)>);

/// Names a line.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    pub programme: ProgrammeId,
    pub route: Route,
    pub region: RegionCode,
    /// The establishment of a section; nothing for the programme in the region.
    pub uai: Option<Uai>,
}

/// An indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Taux de pression = first wishes / seats. Never of BTS, DUT and BUT, whose wishes are not ranked (ruling 9.14).
    Pressure,
    /// Taux de demande = wishes, unranked / seats.
    Demand,
    /// Taux de remplissage = entrants / seats.
    Fill,
    /// Taux de poursuite d'études = continuing / final year.
    FurtherStudy,
    /// Taux d'emploi à 6 mois = employed six months after / leavers.
    Employment,
    /// Taux de devenir favorable = (continuing + employed) / final year.
    Favourable,
}

impl Kind {
    pub const ALL: [Self; 6] = [
        Self::Pressure,
        Self::Demand,
        Self::Fill,
        Self::FurtherStudy,
        Self::Employment,
        Self::Favourable,
    ];

    /// Stable text of JSON and of the texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pressure => "pressure",
            Self::Demand => "demand",
            Self::Fill => "fill",
            Self::FurtherStudy => "further-study",
            Self::Employment => "employment",
            Self::Favourable => "favourable",
        }
    }
}

/// An indicator with its terms and its sources.
#[derive(Debug, Clone, PartialEq)]
pub struct Rate {
    /// Numerator / denominator; nothing where fewer than [`SIGNIFICANT`] people make it not significant.
    pub value: Option<Range<f64>>,
    /// A range where it is a published rate, to the point, times a headcount; nothing where only the rate is published or nothing is.
    pub numerator: Option<Range<f64>>,
    /// Nothing where the file publishes the rate alone, which it does from [`SIGNIFICANT`] people on.
    pub denominator: Option<f64>,
    /// Each file and vintage with its rows, sorted.
    pub inputs: Vec<Cited>,
}

/// Rows of a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cited {
    pub source: SourceId,
    /// As published; the session of seats.
    pub vintage: String,
    pub rows: Vec<u32>,
}

impl Indicators {
    /// The line of a key.
    pub fn find(&self, key: &Key) -> Option<&Line> {
        let at = self.lines.binary_search_by(|line| line.key.cmp(key)).ok()?;
        self.lines.get(at)
    }
}

/// Computes the indicators of the home regions. Seats are those of the sections that count (ruling 9.10); outcomes those of the newest vintage.
pub fn indicators(facts: &Facts) -> Indicators {
    let frame = Frame::new(facts);
    let codes = Codes::new(&facts.catalogue.programmes);
    let mut lines: BTreeMap<Key, Rates> = BTreeMap::new();
    sections::add(&frame, &codes, &mut lines);
    let told = outcomes::told(&frame, &codes);
    outcomes::add(&told, &codes, &mut lines);
    let names: BTreeMap<&ProgrammeId, usize> = codes.programmes.iter().enumerate().map(|(i, p)| (&p.id, i)).collect();
    let line = |(key, rates): (Key, Rates)| {
        let programme = &codes.programmes[*names.get(&key.programme)?];
        let known = key.uai.as_ref().and_then(|uai| frame.establishment(uai));
        Some(Line {
            label: programme.label.clone(),
            diploma: programme.diploma,
            level: programme.level,
            establishment: known.map(|e| e.name.clone()),
            key,
            rates,
        })
    };
    Indicators {
        revision: facts.revision,
        lines: lines.into_iter().filter_map(line).collect(),
        means: quadrant::means(&told, &codes),
    }
}

impl Rates {
    /// The rate of an indicator, where it is known.
    pub fn get(&self, kind: Kind) -> Option<&Rate> {
        let found = self.0.iter().find(|(of, _)| *of == kind);
        found.map(|(_, rate)| rate)
    }

    /// In the order of [`Kind::ALL`].
    pub fn iter(&self) -> impl Iterator<Item = (Kind, &Rate)> {
        self.0.iter().map(|(kind, rate)| (*kind, rate))
    }

    /// Takes the rate of an indicator in place of what was known of it.
    pub fn insert(&mut self, kind: Kind, rate: Rate) {
        match self.0.binary_search_by_key(&kind, |(of, _)| *of) {
            Ok(place) => self.0[place].1 = rate,
            Err(place) => {
                self.0.reserve_exact(1);
                self.0.insert(place, (kind, rate));
            }
        }
    }
}

impl Extend<(Kind, Rate)> for Rates {
    fn extend<I: IntoIterator<Item = (Kind, Rate)>>(&mut self, rates: I) {
        for (kind, rate) in rates {
            self.insert(kind, rate);
        }
    }
}

impl Rate {
    /// The rate of several together, where each tells both terms; nothing of nothing.
    pub fn sum<'r>(rates: impl IntoIterator<Item = &'r Self>) -> Option<Self> {
        rates.into_iter().cloned().reduce(|mut sum, rate| {
            sum.numerator = sum.numerator.zip(rate.numerator).map(|(a, b)| a + b);
            sum.denominator = sum.denominator.zip(rate.denominator).map(|(a, b)| a + b);
            sum.value = sum.numerator.zip(sum.denominator).map(|(n, d)| n.map(|n| n / d));
            sum.inputs.extend(rate.inputs);
            sum
        })
    }
}

/// Sums the terms of one indicator.
#[derive(Debug, Clone, Default)]
struct Sum {
    numerator: Option<Range<f64>>,
    denominator: f64,
    inputs: BTreeMap<(SourceId, String), Vec<u32>>,
}

impl Sum {
    fn add(&mut self, numerator: Range<f64>, denominator: f64, source: SourceId, vintage: &str, row: u32) {
        let before = self.numerator.unwrap_or_default();
        self.numerator = Some(before + numerator);
        self.denominator += denominator;
        let rows = self.inputs.entry((source, vintage.to_owned())).or_default();
        if row > 0 {
            rows.push(row);
        }
    }

    /// The rate; nothing without a denominator. Rates of outcomes are « n.s. » under the threshold, those over seats never: seats are counted, not sampled.
    fn rate(self, kind: Kind) -> Option<Rate> {
        let numerator = self.numerator.filter(|_| self.denominator > 0.0)?;
        let counted = matches!(kind, Kind::Pressure | Kind::Demand | Kind::Fill);
        let significant = counted || self.denominator >= SIGNIFICANT;
        let value = numerator.map(|n| n / self.denominator);
        let cited = |((source, vintage), mut rows): ((SourceId, String), Vec<u32>)| {
            rows.sort_unstable();
            rows.dedup();
            Cited { source, vintage, rows }
        };
        Some(Rate {
            value: significant.then_some(value),
            numerator: Some(numerator),
            denominator: Some(self.denominator),
            inputs: self.inputs.into_iter().map(cited).collect(),
        })
    }
}
