//! What a gap rests on: vintages, secrecy, estimated places, assumptions, and what is missing; each share with its denominator.

use std::collections::{BTreeMap, BTreeSet};

use super::gap::{FactorKind, FactorProvenance, Gap, Origin, Placement};
use crate::domain::facts::Facts;
use crate::domain::id::Uai;
use crate::domain::secrecy::Count;
use crate::domain::source::SourceId;
use crate::domain::units::{Estimate, Milli};
use crate::i18n::{self, Lang, Message, vintage};

/// The coverage of a territory, on the facts and the gap of one revision.
#[derive(Debug, Clone, PartialEq)]
pub struct Coverage {
    /// Vintages of each subject, oldest first; empty where nothing was imported.
    pub vintages: BTreeMap<Subject, Vec<String>>,
    /// Home survey cells, and those with a secret number of projects.
    pub cells: u32,
    pub secret_cells: u32,
    /// Need of the home cells, and of those with a secret number: the star is in their range.
    pub need: Estimate,
    pub secret_need: Estimate,
    /// Seats of the home sections that feed the supply, and those whose establishment stands in a basin by estimation (ruling 9.12).
    pub seats: u64,
    pub seats_estimated: u64,
    /// In-field leavers at home, central, and those counted by region: spread over basins as well.
    pub people: Milli,
    pub people_estimated: Milli,
    /// Share of the supply on assumptions: [`Gap::assumed_share`].
    pub assumed_share: f64,
    /// In-field leavers at home, central, by how sure each factor of their product is: of one factor they add up to those it is a factor of.
    pub factors: BTreeMap<FactorKind, BTreeMap<FactorProvenance, Milli>>,
    /// Published survey rows of the home cells, and those that are secret: projects, judged difficult, seasonal.
    pub published: [u32; 3],
    pub secret: [u32; 3],
    /// Lines of the table ROME × qualification → FAP, and those of imported files.
    pub crosswalk: usize,
    pub crosswalk_imported: usize,
}

/// What data are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    Demand,
    Supply,
    Outcomes,
    Outlets,
    Places,
}

impl Subject {
    pub const ALL: [Self; 5] = [Self::Demand, Self::Supply, Self::Outcomes, Self::Outlets, Self::Places];

    /// Stable text of the texts and of JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Demand => "demand",
            Self::Supply => "supply",
            Self::Outcomes => "outcomes",
            Self::Outlets => "outlets",
            Self::Places => "places",
        }
    }
}

/// Reads the coverage of a gap from the facts it was computed on.
pub fn coverage(facts: &Facts, gap: &Gap) -> Coverage {
    let secret = gap.cells.iter().filter(|cell| cell.figures.secret_cells > 0);
    let mut seats: BTreeMap<(&Uai, SourceId, &[u32]), (u32, Placement)> = BTreeMap::new();
    let mut people = [Milli::ZERO; 2];
    for origin in gap.supplies.iter().filter(|s| s.home).flat_map(|s| &s.origins) {
        people[usize::from(is_estimated(origin))] += origin.in_field.central;
        // The people of a section may stand in several basins and programmes: its seats count once.
        if let (Some(uai), Some(count)) = (&origin.uai, origin.seats) {
            seats.insert((uai, origin.source, &origin.rows), (count, origin.placement));
        }
    }
    let (published, secret_rows) = survey_rows(facts, gap);
    let of = |kept: fn(Placement) -> bool| -> u64 {
        let kept = seats.values().filter(|(_, placement)| kept(*placement));
        kept.map(|(count, _)| u64::from(*count)).sum()
    };
    Coverage {
        vintages: vintages(facts),
        cells: gap.cells.iter().map(|cell| cell.figures.survey_cells).sum(),
        secret_cells: gap.cells.iter().map(|cell| cell.figures.secret_cells).sum(),
        need: gap.cells.iter().map(|cell| cell.figures.need).sum(),
        secret_need: secret.map(|cell| cell.figures.need).sum(),
        seats: of(|_| true),
        seats_estimated: of(|placement| placement == Placement::Spread),
        people: people[0] + people[1],
        people_estimated: people[1],
        assumed_share: gap.assumed_share,
        factors: factors(gap),
        published,
        secret: secret_rows,
        crosswalk: facts.catalogue.crosswalk.len(),
        crosswalk_imported: facts
            .catalogue
            .crosswalk
            .iter()
            .filter(|line| line.source != SourceId::CATALOGUE)
            .count(),
    }
}

fn factors(gap: &Gap) -> BTreeMap<FactorKind, BTreeMap<FactorProvenance, Milli>> {
    let mut factors: BTreeMap<FactorKind, BTreeMap<FactorProvenance, Milli>> = BTreeMap::new();
    for origin in gap.supplies.iter().filter(|s| s.home).flat_map(|s| &s.origins) {
        for factor in &origin.factors {
            let sure = factors.entry(factor.kind).or_default();
            *sure.entry(factor.provenance).or_default() += origin.in_field.central;
        }
    }
    factors
}

/// Rows of the survey behind the home cells: published, then secret, by measure.
fn survey_rows(facts: &Facts, gap: &Gap) -> ([u32; 3], [u32; 3]) {
    let (mut published, mut secret) = ([0; 3], [0; 3]);
    for row in facts.survey.iter().filter(|row| Some(row.year) == gap.survey_year) {
        if gap.cell(&row.basin, &row.fap).is_none() {
            continue;
        }
        for (i, count) in [row.projects, row.difficult, row.seasonal].into_iter().enumerate() {
            published[i] += u32::from(count != Count::Missing);
            secret[i] += u32::from(count.is_secret());
        }
    }
    (published, secret)
}

fn is_estimated(origin: &Origin) -> bool {
    origin.placement == Placement::Spread
}

fn vintages(facts: &Facts) -> BTreeMap<Subject, Vec<String>> {
    let sorted = |found: BTreeSet<String>| found.into_iter().collect::<Vec<_>>();
    let of_sources = |used: BTreeSet<SourceId>| {
        let named = facts.sources.iter().filter(|source| used.contains(&source.id));
        let dated = named.filter(|source| !source.vintage.is_empty());
        sorted(dated.map(|source| source.vintage.clone()).collect())
    };
    let imported = |outcome: &&crate::domain::supply::Outcome| outcome.source != SourceId::CATALOGUE;
    let outlets = facts.catalogue.crosswalk.iter().map(|line| line.source);
    let outlets = outlets.chain(facts.outlets.iter().map(|outlet| outlet.source));
    let outlets = outlets.filter(|source| *source != SourceId::CATALOGUE);
    BTreeMap::from([
        (
            Subject::Demand,
            sorted(facts.survey.iter().map(|row| row.year.to_string()).collect()),
        ),
        (
            Subject::Supply,
            sorted(
                facts
                    .sections
                    .iter()
                    .map(|section| section.session.to_string())
                    .collect(),
            ),
        ),
        (
            Subject::Outcomes,
            sorted(
                facts
                    .outcomes
                    .iter()
                    .filter(imported)
                    .map(|o| o.vintage.clone())
                    .collect(),
            ),
        ),
        (Subject::Outlets, of_sources(outlets.collect())),
        (
            Subject::Places,
            of_sources(facts.establishments.iter().map(|e| e.source).collect()),
        ),
    ])
}

impl Coverage {
    /// The coverage in sentences: vintages first, then shares, then what is missing and what it would change.
    pub fn sentences(&self, lang: Lang) -> Vec<String> {
        let mut told: Vec<Message> = Vec::new();
        for (subject, vintages) in &self.vintages {
            let dated: Vec<String> = vintages.iter().map(|of| vintage(of)).collect();
            let key = match vintages.is_empty() {
                true => "market-coverage-none",
                false => "market-coverage-vintages",
            };
            let name = Message::new(format!("market-coverage-{}", subject.as_str()));
            told.push(
                Message::new(key)
                    .with("subject", name)
                    .with("vintages", dated.join(", ")),
            );
        }
        told.push(
            Message::new("market-coverage-secret")
                .with("share", percent(lang, self.secret_cells.into(), self.cells.into()))
                .with("secret", self.secret_cells)
                .with("cells", self.cells)
                .with("posts", people(lang, self.secret_need))
                .with("need", people(lang, self.need)),
        );
        let of = |i: usize| {
            let (secret, published) = (self.secret[i], self.published[i]);
            Message::new("market-coverage-of")
                .with("share", percent(lang, secret.into(), published.into()))
                .with("part", secret)
                .with("whole", published)
        };
        told.push(
            Message::new("market-coverage-secret-rows")
                .with("projects", of(0))
                .with("difficult", of(1))
                .with("seasonal", of(2)),
        );
        told.push(
            Message::new("market-coverage-assumed")
                .with("share", i18n::percent(lang, self.assumed_share))
                .with("people", i18n::people(lang, self.people)),
        );
        told.extend(self.factors.iter().map(|(kind, sure)| factor(lang, *kind, sure)));
        told.push(
            Message::new("market-coverage-crosswalk")
                .with("imported", self.crosswalk_imported)
                .with("lines", self.crosswalk),
        );
        let placed = if self.seats_estimated > 0 {
            "market-coverage-seats-estimated"
        } else {
            "market-coverage-seats-placed"
        };
        told.push(
            Message::new(placed)
                .with("share", percent(lang, self.seats_estimated, self.seats))
                .with("estimated", self.seats_estimated)
                .with("seats", self.seats),
        );
        told.push(
            Message::new("market-coverage-people")
                .with("share", share(lang, self.people_estimated, self.people))
                .with("estimated", i18n::people(lang, self.people_estimated))
                .with("people", i18n::people(lang, self.people)),
        );
        told.iter().map(|message| message.text(lang)).collect()
    }
}

/// « Taux de remplissage : 34 % imputé… »: the share of the people whose factor is estimated or assumed, then each.
fn factor(lang: Lang, kind: FactorKind, sure: &BTreeMap<FactorProvenance, Milli>) -> Message {
    let of = |provenance| sure.get(&provenance).copied().unwrap_or_default();
    let whole: Milli = sure.values().copied().sum();
    let imputed = of(FactorProvenance::Estimated) + of(FactorProvenance::Assumed);
    let told = Message::new("market-coverage-factor")
        .with("factor", Message::new(format!("market-factor-{}", kind.as_str())))
        .with("imputed", share(lang, imputed, whole))
        .with("people", i18n::people(lang, whole));
    FactorProvenance::ALL.into_iter().fold(told, |told, provenance| {
        told.with(provenance.as_str(), share(lang, of(provenance), whole))
    })
}

fn people(lang: Lang, estimate: Estimate) -> String {
    i18n::spread(lang, estimate.map(Milli::people), 0)
}

fn share(lang: Lang, part: Milli, whole: Milli) -> String {
    let rate = if whole > Milli::ZERO {
        part.people() / whole.people()
    } else {
        0.0
    };
    i18n::percent(lang, rate)
}

#[expect(clippy::cast_precision_loss, reason = "counts of seats and cells")]
fn percent(lang: Lang, part: u64, whole: u64) -> String {
    i18n::percent(lang, part as f64 / whole.max(1) as f64)
}
