//! A scenario and its envelopes: what is spent, who gives, what nobody pays, and what firms of apprentices receive.

use super::super::plan::cohort::Cohort;
use super::super::plan::{ActionEffect, Outlook};
use super::cost::aid_of;
use crate::domain::facts::Facts;
use crate::domain::funding::{Envelope, Funder, FundingLine, rentree_day};
use crate::domain::programme::{Programme, Route};
use crate::domain::scenario::ActionStatus;
use crate::domain::units::{Estimate, Milli, Range};

/// The money of a scenario.
#[derive(Debug, Clone, PartialEq)]
pub struct ScenarioFunding {
    pub scenario: String,
    pub years: Vec<FundedYear>,
    /// Envelopes that give to the scenario, or could in a year of it, by year and key.
    pub envelopes: Vec<EnvelopeUse>,
    /// Given by each kind of funder over all years, those that give nothing left out.
    pub funders: Vec<(Funder, u64)>,
    /// Euros spent over all years, where every action has a cost.
    pub spent: Option<Range<f64>>,
}

/// A year of it.
#[derive(Debug, Clone, PartialEq)]
pub struct FundedYear {
    pub year: u16,
    /// Euros the scenario spends more than the territory as it is; below 0 where closings save more.
    pub spent: Option<Range<f64>>,
    /// Euros of the envelopes of the year, whoever they are for.
    pub envelopes: u64,
    /// Euros they give to actions of the scenario, and those of France 2030 and Territoires d'industrie among them.
    pub given: u64,
    pub followed: u64,
    /// Spent and given by nobody: `max(0, spent − given)`.
    pub uncovered: Option<Range<f64>>,
    /// Contracts of apprenticeship that begin in the year more than without the scenario.
    pub contracts: Estimate,
    /// Hiring aid that they give right to, paid to firms; nothing where none is told for a level.
    pub aid: Option<Range<f64>>,
}

/// An envelope and what the scenario takes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EnvelopeUse {
    pub envelope: Envelope,
    pub given: u64,
    /// What is left; below 0 where it is overspent.
    pub left: i64,
}

impl ScenarioFunding {
    /// Euros given over all years.
    pub fn given(&self) -> u64 {
        self.funders.iter().map(|(_, euros)| euros).sum()
    }

    /// Euros of France 2030 and Territoires d'industrie over all years.
    pub fn followed(&self) -> u64 {
        let followed = self.funders.iter().filter(|(funder, _)| funder.is_followed());
        followed.map(|(_, euros)| euros).sum()
    }

    /// Their share of the euros given; nothing where none are.
    pub fn share_of_given(&self) -> Option<f64> {
        share(self.followed(), euros(self.given()))
    }

    /// Their share of the euros spent, central; nothing where the spending is not known, or nothing is spent.
    pub fn share_of_spent(&self) -> Option<f64> {
        share(self.followed(), self.spent?.central)
    }
}

/// Sets the envelopes beside what an outlook spends. Actions refused take nothing; an overspent envelope is told, not refused.
pub fn scenario_funding(facts: &Facts, outlook: &Outlook) -> ScenarioFunding {
    let alive = |action: i64| {
        let found = outlook.scenario.actions.iter().find(|a| a.id == action);
        found.is_some_and(|a| a.status != ActionStatus::Refused)
    };
    let lines: Vec<&FundingLine> = facts.funding.lines.iter().filter(|line| alive(line.action)).collect();
    let given = |is_asked: &dyn Fn(&Envelope) -> bool| -> u64 {
        let asked = lines
            .iter()
            .filter(|line| facts.funding.envelope(line.envelope).is_some_and(is_asked));
        asked.map(|line| line.euros).sum()
    };
    let spans = |year: u16| outlook.years.iter().any(|y| y.year == year);
    let uses = facts.funding.envelopes.iter().map(|envelope| {
        let given = facts.funding.taken(envelope.id, alive);
        EnvelopeUse {
            given,
            left: signed(envelope.euros) - signed(given),
            envelope: envelope.clone(),
        }
    });
    let years = outlook.years.iter().map(|year| {
        let of_year = facts.funding.envelopes.iter().filter(|e| e.year == year.year);
        let paid = given(&|e| e.year == year.year);
        let (contracts, aid) = contracts(facts, &outlook.actions, year.year);
        FundedYear {
            year: year.year,
            spent: year.spent,
            envelopes: of_year.map(|e| e.euros).sum(),
            given: paid,
            followed: given(&|e| e.year == year.year && e.funder.is_followed()),
            uncovered: year
                .spent
                .map(|spent| spent.map(|spent| (spent - euros(paid)).max(0.0))),
            contracts,
            aid,
        }
    });
    ScenarioFunding {
        scenario: outlook.scenario.name.clone(),
        years: years.collect(),
        envelopes: uses
            .filter(|used| used.given > 0 || spans(used.envelope.year))
            .collect(),
        funders: Funder::ALL
            .into_iter()
            .map(|funder| (funder, given(&|e| e.funder == funder)))
            .filter(|(_, euros)| *euros > 0)
            .collect(),
        spent: outlook.whole().1,
    }
}

/// Entrants by apprenticeship that the actions bring in a year, and `Σ entrants × aid of the level on the first of September`.
fn contracts(facts: &Facts, effects: &[ActionEffect], year: u16) -> (Estimate, Option<Range<f64>>) {
    let moves = effects.iter().flat_map(|effect| &effect.moves);
    let begun = moves.filter(|m| m.section.route == Route::Apprenticeship && m.rentree <= year);
    let (mut people, mut owed) = (Estimate::default(), Some(Range::exact(0.0)));
    for one in begun {
        let mut ends: Vec<Milli> = one.cohorts.iter().map(Cohort::entrants).collect();
        let central = ends.get(1).copied().unwrap_or_default();
        ends.sort_unstable();
        let (Some(low), Some(high)) = (ends.first(), ends.last()) else {
            continue;
        };
        let entrants = Range::new(*low, central, *high);
        people += entrants;
        let level = level_of(&facts.catalogue.programmes, &one.section.programme);
        let aid = level.and_then(|level| aid_of(&facts.funding.aids, level, rentree_day(year)));
        owed = owed
            .zip(aid)
            .map(|(sum, aid)| sum + product(entrants.map(Milli::people), aid));
    }
    (people, owed)
}

fn level_of(programmes: &[Programme], id: &crate::domain::id::ProgrammeId) -> Option<u8> {
    programmes.iter().find(|p| p.id == *id).map(|p| p.level)
}

/// The products of ends, in order: entrants are below 0 where contracts are fewer.
fn product(people: Range<f64>, euros: Range<f64>) -> Range<f64> {
    let all = [
        people.low * euros.low,
        people.low * euros.high,
        people.high * euros.low,
        people.high * euros.high,
    ];
    let central = people.central * euros.central;
    let low = all.into_iter().fold(central, f64::min);
    Range::new(low, central, all.into_iter().fold(central, f64::max))
}

fn share(part: u64, whole: f64) -> Option<f64> {
    (whole > 0.0).then(|| euros(part) / whole)
}

#[expect(clippy::cast_precision_loss, reason = "euros of a territory are far below 2^53")]
fn euros(euros: u64) -> f64 {
    euros as f64
}

fn signed(euros: u64) -> i64 {
    i64::try_from(euros).unwrap_or(i64::MAX)
}
