//! The rows of the planning problem, each with the words that name it.

use std::collections::BTreeMap;

use super::super::MarketError;
use super::optimise::Means;
use super::stand::{Site, Wave};
use crate::domain::id::Uai;
use crate::domain::scenario::{PlanAction, SectionKey};
use crate::domain::units::Bound;
use crate::engine::EngineError;
use crate::engine::plan::{PlanError, Row};
use crate::i18n::Message;

/// An action that the engine may choose.
pub(super) struct Candidate {
    pub action: PlanAction,
    pub site: Site,
    pub waves: Vec<Wave>,
    /// Euros by year, central.
    pub spent: Option<Vec<f64>>,
}

/// Rows, and what each stands for.
pub(super) struct Limits {
    pub rows: Vec<Row>,
    names: Vec<Message>,
}

impl Limits {
    pub fn new(means: &Means<'_>, candidates: &[Candidate]) -> Self {
        let mut limits = Self {
            rows: Vec::new(),
            names: Vec::new(),
        };
        limits.one_each(candidates);
        limits.add_counts(means, candidates);
        limits.add_budget(means, candidates);
        limits.add_seats(means, candidates);
        limits.add_workshops(means, candidates);
        limits.add_ceilings(means, candidates);
        limits.add_loss(means, candidates);
        limits.add_entrants(means, candidates);
        limits
    }

    /// What the rows of these numbers stand for, each once; those that only keep one action a section say nothing.
    pub fn named(&self, rows: &[usize]) -> Vec<Message> {
        let mut names: Vec<Message> = Vec::new();
        for name in rows.iter().filter_map(|row| self.names.get(*row)) {
            if name.key != ONE_EACH && !names.contains(name) {
                names.push(name.clone());
            }
        }
        names
    }

    /// An engine's error in the words of the limits.
    pub fn explain(&self, error: EngineError) -> MarketError {
        match error {
            EngineError::Plan(PlanError::Infeasible(conflict)) => {
                let mut why = self.named(&conflict.rows);
                if !conflict.floors.is_empty() {
                    why.push(Message::new("market-plan-limit-floors"));
                }
                MarketError::NoPlan { why }
            }
            other => other.into(),
        }
    }

    fn push(&mut self, name: Message, terms: Vec<(u32, i64)>, at_most: i64) {
        if terms.iter().any(|(_, a)| *a > 0) || at_most < 0 {
            self.rows.push(Row { terms, at_most });
            self.names.push(name);
        }
    }

    /// One action a section: of its lots and rentrées, one at most.
    fn one_each(&mut self, candidates: &[Candidate]) {
        let mut sections: BTreeMap<&SectionKey, Vec<(u32, i64)>> = BTreeMap::new();
        for (number, candidate) in (0..).zip(candidates) {
            sections.entry(&candidate.action.section).or_default().push((number, 1));
        }
        for terms in sections.into_values().filter(|terms| terms.len() > 1) {
            self.push(Message::new(ONE_EACH), terms, 1);
        }
    }

    fn add_counts(&mut self, means: &Means<'_>, candidates: &[Candidate]) {
        let of = |more: bool| -> Vec<(u32, i64)> {
            let numbered = (0..).zip(candidates);
            numbered
                .filter(|(_, c)| (c.site.seats > 0) == more)
                .map(|(n, _)| (n, 1))
                .collect()
        };
        if let Some(most) = means.request.openings {
            let name = Message::new("market-plan-limit-openings").with("count", most);
            self.push(name, of(true), i64::from(most));
        }
        if let Some(most) = means.request.closings {
            let name = Message::new("market-plan-limit-closings").with("count", most);
            self.push(name, of(false), i64::from(most));
        }
    }

    /// Euros of each year, rounded to the euro.
    fn add_budget(&mut self, means: &Means<'_>, candidates: &[Candidate]) {
        for (at, year) in means.years.iter().enumerate() {
            let Some(budget) = means.request.budget_of(*year) else {
                continue;
            };
            let euros = |c: &Candidate| c.spent.as_ref().map_or(0, |spent| whole(spent[at]));
            let terms = (0..)
                .zip(candidates)
                .map(|(n, c)| (n, euros(c)))
                .filter(|(_, e)| *e != 0)
                .collect();
            let given = means.board.money(*year);
            let left = i64::try_from(budget).unwrap_or(i64::MAX / 4) + given - whole(means.spent[at]);
            self.push(
                Message::new("market-plan-limit-budget").with("year", year.to_string()),
                terms,
                left,
            );
        }
    }

    /// Seats opened less seats closed; and seats that change at one rentrée.
    fn add_seats(&mut self, means: &Means<'_>, candidates: &[Candidate]) {
        let seats = |c: &Candidate| i64::from(c.site.seats);
        if let Some(most) = means.request.seats {
            let terms = (0..).zip(candidates).map(|(n, c)| (n, seats(c))).collect();
            let name = Message::new("market-plan-limit-seats").with("count", most);
            self.push(name, terms, most - means.moved);
        }
        let Some(share) = means.request.transformation else {
            return;
        };
        let mut by_rentree: BTreeMap<u16, Vec<(u32, i64)>> = BTreeMap::new();
        for (number, candidate) in (0..).zip(candidates) {
            let terms = by_rentree.entry(candidate.action.rentree).or_default();
            terms.push((number, seats(candidate).abs()));
        }
        #[expect(clippy::cast_precision_loss, reason = "seats of a territory are far below 2^53")]
        let most = whole((means.seats as f64 * share).floor());
        for (rentree, terms) in by_rentree {
            let name = Message::new("market-plan-limit-transformation").with("rentree", rentree.to_string());
            self.push(name, terms, most);
        }
    }

    fn add_workshops(&mut self, means: &Means<'_>, candidates: &[Candidate]) {
        let mut establishments: BTreeMap<&Uai, Vec<(u32, i64)>> = BTreeMap::new();
        for (number, candidate) in (0..).zip(candidates) {
            if let Some(uai) = candidate.action.section.site.uai() {
                let terms = establishments.entry(uai).or_default();
                terms.push((number, i64::from(candidate.site.seats)));
            }
        }
        for (uai, terms) in establishments {
            let name = Message::new("market-plan-limit-workshop").with("site", uai.as_str());
            if let Some(most) = means.board.usual_workshop(uai, means.request.workshop) {
                self.push(name, terms, most);
            }
        }
    }

    /// Seats that the workshops and trainers of the board allow.
    fn add_ceilings(&mut self, means: &Means<'_>, candidates: &[Candidate]) {
        for ceiling in &means.board.ceilings {
            let numbered = (0..).zip(candidates);
            let terms = numbered.map(|(n, c)| (n, ceiling.seats(&c.site)));
            let terms = terms.filter(|(_, seats)| *seats != 0).collect();
            self.push(ceiling.name.clone(), terms, ceiling.most());
        }
    }

    /// Euros spent, net, until the review of an experiment, within its affordable loss.
    fn add_loss(&mut self, means: &Means<'_>, candidates: &[Candidate]) {
        let Some(loss) = &means.board.loss else { return };
        let until = |spent: &[f64]| -> i64 {
            let years = means.years.iter().zip(spent);
            years
                .filter(|(year, _)| **year <= loss.until)
                .map(|(_, euros)| whole(*euros))
                .sum()
        };
        let euros = |c: &Candidate| c.spent.as_ref().map_or(0, |spent| until(spent));
        let numbered = (0..).zip(candidates);
        let terms = numbered.map(|(n, c)| (n, euros(c))).filter(|(_, e)| *e != 0).collect();
        let name = Message::new("market-plan-limit-loss").with("loss", loss.euros);
        self.push(name, terms, loss.euros - until(&means.spent));
    }

    /// Entrants that sections lose, and those that vacant seats receive, within what each has, at the most cautious end.
    fn add_entrants(&mut self, means: &Means<'_>, candidates: &[Candidate]) {
        let mut lost: BTreeMap<usize, Vec<(u32, i64)>> = BTreeMap::new();
        let mut received: BTreeMap<usize, Vec<(u32, i64)>> = BTreeMap::new();
        for (number, candidate) in (0..).zip(candidates) {
            for wave in &candidate.waves {
                let Some(group) = wave.displaced else { continue };
                let moved = Bound::ALL.map(|bound| wave.cohorts[bound as usize].entrants().0);
                let most = moved.into_iter().max_by_key(|n| n.abs()).unwrap_or(0);
                let side = if most < 0 { &mut lost } else { &mut received };
                side.entry(group).or_default().push((number, most.abs()));
            }
        }
        let name = || Message::new("market-plan-limit-entrants");
        for (group, terms) in lost {
            self.push_if_it_can_bind(name(), terms, means.entrants[group]);
        }
        for (group, terms) in received {
            self.push_if_it_can_bind(name(), terms, means.vacant[group]);
        }
    }

    fn push_if_it_can_bind(&mut self, name: Message, terms: Vec<(u32, i64)>, at_most: i64) {
        let whole: i64 = terms.iter().map(|(_, a)| *a).sum();
        if whole > at_most {
            self.push(name, terms, at_most.max(0));
        }
    }
}

const ONE_EACH: &str = "market-plan-limit-one-each";

/// To the nearest euro or seat.
#[expect(clippy::cast_possible_truncation, reason = "euros of a plan are far below 2^53")]
fn whole(amount: f64) -> i64 {
    amount.round() as i64
}
