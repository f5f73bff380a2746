//! Scenarios under a person's hand: the deeds that write them, and what they do to the years to come.

use std::ops::RangeInclusive;
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use jiff::Zoned;

use super::error::{AppError, ScenarioFault};
use super::session::{Kept, Session};
use super::shelf::Shelf;
use crate::domain::facts::Facts;
use crate::domain::progress::Progress;
use crate::domain::scenario::{ActionKind, PlanAction, Scenario};
use crate::engine::plan::{Standing, Watch};
use crate::market;
use crate::market::MarketError;
use crate::market::plan::{KnownSection, Outlook, PlanRequest, Proposal};
use crate::store::Deed;

impl Session {
    /// Every scenario beside the territory as it is, computed once per revision and base year (`None`: the newest survey year).
    ///
    /// Made for a worker thread: it locks nothing while it computes.
    ///
    /// # Errors
    /// As [`Session::gap`].
    pub fn outlooks(&self, year: Option<u16>, progress: &dyn Progress) -> Result<Arc<Vec<Outlook>>, AppError> {
        let facts = self.facts()?;
        let shelf: fn(&mut Kept) -> &mut Shelf<Vec<Outlook>> = |kept| &mut kept.outlooks;
        let compute = || {
            let scenarios = facts.scenarios.iter();
            scenarios
                .map(|s| Ok(market::outlook(&facts, s, year, progress)?))
                .collect()
        };
        self.once(&facts, year, progress, shelf, compute)
    }

    /// The outlooks when they are known already.
    pub fn kept_outlooks(&self, revision: i64, year: Option<u16>) -> Option<Arc<Vec<Outlook>>> {
        self.kept(revision, year, |kept| &mut kept.outlooks)
    }

    /// A scenario of the file by its name.
    ///
    /// # Errors
    /// [`AppError::Scenario`] where there is none; [`AppError::Store`].
    pub fn scenario(&self, name: &str) -> Result<Scenario, AppError> {
        let facts = self.facts()?;
        let found = facts.scenarios.iter().find(|s| s.name == name);
        found.cloned().ok_or_else(|| fault(name, ScenarioFault::Unknown))
    }

    /// Writes a scenario: a new one (id 0) with its actions, or the head of a known one. Its key.
    ///
    /// # Errors
    /// [`AppError::Scenario`] where the name is empty or taken; [`AppError::Store`].
    pub fn put_scenario(&self, scenario: &Scenario) -> Result<i64, AppError> {
        let scenario = Scenario {
            name: scenario.name.trim().to_owned(),
            ..scenario.clone()
        };
        if scenario.name.is_empty() {
            return Err(fault("", ScenarioFault::Empty));
        }
        let facts = self.facts()?;
        if facts
            .scenarios
            .iter()
            .any(|s| s.name == scenario.name && s.id != scenario.id)
        {
            return Err(fault(&scenario.name, ScenarioFault::Taken));
        }
        let deed = Deed::new("put-scenario").with("name", scenario.name.as_str());
        self.write(|store| Ok(store.transact(&deed, |tx| tx.put_scenario(&scenario))?.0))
    }

    /// Makes a new scenario with the actions of another. Its key. That of the decided one has none: it stands on them already.
    ///
    /// # Errors
    /// As [`Session::put_scenario`], or no such scenario.
    pub fn copy_scenario(&self, name: &str, copy: &str) -> Result<i64, AppError> {
        let mut scenario = Scenario {
            id: 0,
            name: copy.to_owned(),
            ..self.scenario(name)?
        };
        if std::mem::take(&mut scenario.is_decided) {
            scenario.actions.clear();
            scenario.helps.clear();
        }
        self.put_scenario(&scenario)
    }

    /// Takes a scenario away with its actions.
    ///
    /// # Errors
    /// [`AppError::Store`] when there is none.
    pub fn remove_scenario(&self, scenario: &Scenario) -> Result<(), AppError> {
        let deed = Deed::new("remove-scenario").with("name", scenario.name.as_str());
        self.write(|store| {
            store
                .transact(&deed, |tx| tx.remove_scenario(scenario.id))
                .map_err(AppError::from)
        })?;
        Ok(())
    }

    /// Writes an action of a scenario (id 0: a new one); its key. A closing without seats closes those the section declares.
    ///
    /// # Errors
    /// [`AppError::Action`] with why it cannot be; [`AppError::Store`].
    pub fn put_action(&self, scenario: &Scenario, action: &PlanAction) -> Result<i64, AppError> {
        let facts = self.facts()?;
        let known = market::plan::sections(&facts);
        let action = closing_all(&known, action);
        market::plan::check(&facts, &known, &action)?;
        let deed = Deed::new("put-action")
            .with("kind", action.kind.as_str())
            .with("name", action_name(&facts, &action))
            .with("scenario", scenario.name.as_str());
        self.write(|store| Ok(store.transact(&deed, |tx| tx.put_action(scenario.id, &action))?.0))
    }

    /// Proposes what to do besides the actions of a scenario, with these means; nothing is written.
    ///
    /// Made for a worker thread. The plan is the best found when `patience` is over, or when a ten-thousandth is proved.
    ///
    /// # Errors
    /// As [`market::plan::optimise`].
    pub fn propose(
        &self,
        scenario: &Scenario,
        request: &PlanRequest,
        patience: Duration,
        progress: &dyn Progress,
    ) -> Result<Proposal, AppError> {
        let watch = Patience {
            patience,
            begun: OnceLock::new(),
            progress,
        };
        let stopped = |error: MarketError| match error {
            MarketError::Cancelled => AppError::Cancelled,
            other => other.into(),
        };
        market::plan::optimise(&*self.facts()?, scenario, request, &watch).map_err(stopped)
    }

    /// What each action of a proposal does among the others, as the scenario would say once it is written: whom it takes entrants from, which posts it
    /// fills, what it costs. The actions have the keys −1, −2, … in their order; nothing is written.
    ///
    /// Made for a worker thread.
    ///
    /// # Errors
    /// As [`Session::outlooks`].
    pub fn explain_plan(
        &self,
        scenario: &Scenario,
        proposal: &Proposal,
        base: Option<u16>,
        progress: &dyn Progress,
    ) -> Result<Outlook, AppError> {
        let mut whole = scenario.clone();
        let proposed = proposal.actions.iter().map(|proposed| proposed.action.clone());
        let numbered = proposed
            .zip(1..)
            .map(|(action, number)| PlanAction { id: -number, ..action });
        whole.actions.extend(numbered);
        match market::outlook(&*self.facts()?, &whole, base, progress) {
            Err(MarketError::Cancelled) => Err(AppError::Cancelled),
            told => Ok(told?),
        }
    }

    /// Writes a new scenario: the actions of another, and those of a proposal. Its key.
    ///
    /// # Errors
    /// As [`Session::put_scenario`]; [`AppError::Action`] where the file changed since, and an action cannot be any more.
    pub fn adopt(&self, scenario: &Scenario, proposal: &Proposal, name: &str) -> Result<i64, AppError> {
        let facts = self.facts()?;
        let known = market::plan::sections(&facts);
        for proposed in &proposal.actions {
            market::plan::check(&facts, &known, &proposed.action)?;
        }
        let mut adopted = Scenario {
            id: 0,
            name: name.to_owned(),
            is_decided: false,
            ..scenario.clone()
        };
        adopted
            .actions
            .extend(proposal.actions.iter().map(|proposed| proposed.action.clone()));
        self.put_scenario(&adopted)
    }

    /// Takes an action away.
    ///
    /// # Errors
    /// [`AppError::Store`] when there is none.
    pub fn remove_action(&self, scenario: &Scenario, action: &PlanAction) -> Result<(), AppError> {
        let facts = self.facts()?;
        let deed = Deed::new("remove-action")
            .with("kind", action.kind.as_str())
            .with("name", action_name(&facts, action))
            .with("scenario", scenario.name.as_str());
        self.write(|store| {
            store
                .transact(&deed, |tx| tx.remove_action(action.id))
                .map_err(AppError::from)
        })?;
        Ok(())
    }
}

/// Listens to a plan being made until its time is over: it runs from when the search begins, what is looked at being known.
struct Patience<'p> {
    patience: Duration,
    begun: OnceLock<Instant>,
    progress: &'p dyn Progress,
}

impl Progress for Patience<'_> {
    fn report(&self, done: u64, total: u64) {
        self.progress.report(done, total);
    }

    fn is_cancelled(&self) -> bool {
        self.progress.is_cancelled()
    }
}

impl Watch for Patience<'_> {
    fn hear(&self, standing: &Standing) {
        tracing::debug!(objective = standing.objective, bound = standing.bound, "a plan");
    }

    fn is_enough(&self) -> bool {
        self.begun.get_or_init(Instant::now).elapsed() >= self.patience
    }
}

/// Rentrées that may still be decided on a base year (`None`: the newest survey year): those an action may bear on, from next year's on.
pub fn decidable(facts: &Facts, base: Option<u16>) -> RangeInclusive<u16> {
    let this_year = u16::try_from(Zoned::now().year()).unwrap_or(0);
    from_next_year(&market::plan::rentrees(facts, base), this_year)
}

/// From the year after `this_year`, where that leaves one; else the last.
fn from_next_year(rentrees: &RangeInclusive<u16>, this_year: u16) -> RangeInclusive<u16> {
    let (first, last) = (*rentrees.start(), *rentrees.end());
    this_year.saturating_add(1).clamp(first, last)..=last
}

/// The sections actions may bear on.
pub fn known_sections(facts: &Facts) -> Vec<KnownSection> {
    market::plan::sections(facts)
}

fn closing_all(known: &[KnownSection], action: &PlanAction) -> PlanAction {
    let mut action = action.clone();
    if action.kind == ActionKind::Fermeture && action.seats == 0 {
        let section = known.iter().find(|known| known.section == action.section);
        action.seats = section.and_then(|s| s.seats).unwrap_or(0);
    }
    action
}

/// « BTS Électrotechnique, 0590000A, 2027 ».
fn action_name(facts: &Facts, action: &PlanAction) -> String {
    let programme = facts
        .catalogue
        .programmes
        .iter()
        .find(|p| p.id == action.section.programme);
    let programme = programme.map_or_else(
        || action.section.programme.to_string(),
        |p| format!("{} {}", p.diploma.as_str(), p.label),
    );
    format!("{programme}, {}, {}", action.section.site.code(), action.rentree)
}

fn fault(name: &str, fault: ScenarioFault) -> AppError {
    AppError::Scenario {
        name: name.to_owned(),
        fault,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_past_is_not_decided() {
        assert_eq!(from_next_year(&(2025..=2035), 2026), 2027..=2035);
        assert_eq!(from_next_year(&(2027..=2035), 2024), 2027..=2035);
        assert_eq!(from_next_year(&(2025..=2035), 2040), 2035..=2035);
    }
}
