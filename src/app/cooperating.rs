//! What scenarios share: mobility help between basins, and the decided actions that all others stand on.

use super::error::{AppError, ScenarioFault};
use super::session::Session;
use crate::domain::scenario::{ActionStatus, MobilityHelp, PlanAction, Scenario};
use crate::market;
use crate::store::Deed;

impl Session {
    /// Writes a mobility help of a scenario (id 0: a new one); its key.
    ///
    /// # Errors
    /// [`AppError::Help`] with why it cannot be; [`AppError::Store`].
    pub fn put_help(&self, scenario: &Scenario, help: &MobilityHelp) -> Result<i64, AppError> {
        market::plan::check_help(&*self.facts()?, help)?;
        let deed = self.help_deed("put-help", scenario, help)?;
        self.write(|store| Ok(store.transact(&deed, |tx| tx.put_help(scenario.id, help))?.0))
    }

    /// Takes a mobility help away.
    ///
    /// # Errors
    /// [`AppError::Store`] when there is none.
    pub fn remove_help(&self, scenario: &Scenario, help: &MobilityHelp) -> Result<(), AppError> {
        let deed = self.help_deed("remove-help", scenario, help)?;
        self.write(|store| {
            store
                .transact(&deed, |tx| tx.remove_help(help.id))
                .map_err(AppError::from)
        })?;
        Ok(())
    }

    fn help_deed(&self, name: &'static str, scenario: &Scenario, help: &MobilityHelp) -> Result<Deed, AppError> {
        let facts = self.facts()?;
        let basin = facts.catalogue.names().basin(&help.basin).map(str::to_owned);
        Ok(Deed::new(name)
            .with("kind", help.kind.as_str())
            .with("basin", basin.unwrap_or_else(|| help.basin.to_string()))
            .with("scenario", scenario.name.as_str()))
    }

    /// Makes the approved actions and helps of a scenario part of what every other scenario stands on. They leave their scenario for the decided
    /// one, which is made by this `name` where there is none yet; how many there were.
    ///
    /// # Errors
    /// [`AppError::NothingApproved`]; [`AppError::Scenario`] where another one has the name;
    /// [`AppError::Action`] where something decided leaves no room for an action; [`AppError::Store`].
    pub fn decide(&self, scenario: &Scenario, name: &str) -> Result<usize, AppError> {
        let facts = self.facts()?;
        let approved = |status| status == ActionStatus::Approved;
        let mut actions: Vec<PlanAction> = scenario
            .actions
            .iter()
            .filter(|a| approved(a.status))
            .cloned()
            .collect();
        let helps: Vec<&MobilityHelp> = scenario.helps.iter().filter(|h| approved(h.status)).collect();
        let count = actions.len() + helps.len();
        if scenario.is_decided || count == 0 {
            return Err(AppError::NothingApproved {
                name: scenario.name.clone(),
            });
        }
        let decided = facts.scenarios.iter().find(|s| s.is_decided);
        if decided.is_none() && facts.scenarios.iter().any(|s| s.name == name) {
            return Err(AppError::Scenario {
                name: name.to_owned(),
                fault: ScenarioFault::Taken,
            });
        }
        let known = market::plan::sections(&facts);
        for action in &actions {
            market::plan::check(&facts, &known, action)?;
        }
        renumber(&mut actions, decided);
        let deed = Deed::new("decide").with("scenario", scenario.name.as_str());
        self.write(|store| {
            let written = store.transact(&deed, |tx| {
                let into = match decided {
                    Some(decided) => decided.id,
                    None => tx.put_scenario(&Scenario {
                        id: 0,
                        name: name.to_owned(),
                        is_decided: true,
                        actions: Vec::new(),
                        helps: Vec::new(),
                        ..scenario.clone()
                    })?,
                };
                for action in &actions {
                    tx.put_action(into, action)?;
                }
                for help in &helps {
                    tx.put_help(into, help)?;
                }
                Ok(())
            });
            written.map_err(AppError::from)
        })?;
        Ok(count)
    }
}

/// Gives sets decided together numbers that the decided scenario has not.
fn renumber(actions: &mut [PlanAction], decided: Option<&Scenario>) {
    let taken = decided.iter().flat_map(|s| &s.actions).filter_map(|a| a.compensation);
    let last = taken.max().unwrap_or(0);
    for number in actions.iter_mut().filter_map(|action| action.compensation.as_mut()) {
        *number = number.saturating_add(last);
    }
}
