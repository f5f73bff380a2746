//! Scenarios on the desk: what they do to the years to come, computed beside the window, and the deeds that write them.

use std::ops::RangeInclusive;
use std::sync::Arc;

use super::propose::FoundPlan;
use super::{Desk, Done, Kind};
use crate::app::{AppError, ScenarioFault, Session, decidable, known_sections};
use crate::domain::scenario::{MobilityHelp, PlanAction, Scenario};
use crate::market::plan::{self, ActionRefusal, HelpRefusal, Hub, KnownSection, Learned, Outlook, Proposal, Reviewed};
use crate::ui::snapshot::Snapshot;

/// Hubs proposed.
const HUBS: usize = 12;

/// What scenarios do, as last computed; older figures stay on screen until the newer are there.
#[derive(Debug, Default)]
pub struct Plans {
    /// Revision and base year last asked for.
    asked: Option<(i64, Option<u16>)>,
    /// Nothing until they are known.
    pub outlooks: Option<Arc<Outlooks>>,
    /// The plan last proposed, or why none could be.
    pub(super) found: Option<FoundPlan>,
    /// What the last deed came to.
    pub outcome: Option<Outcome>,
    /// How many deeds came to something since the file was opened.
    deeds: u64,
    /// Different after every change.
    pub stamp: u64,
}

/// What every scenario does on the facts of one revision, and what its actions may bear on.
#[derive(Debug)]
pub struct Outlooks {
    pub revision: i64,
    /// One for each scenario, in the order of the file.
    pub all: Arc<Vec<Outlook>>,
    pub sections: Vec<KnownSection>,
    /// Where a section would reach most posts that nothing reaches.
    pub hubs: Vec<Hub>,
    /// Rentrées that an action may bear on.
    pub rentrees: RangeInclusive<u16>,
    /// Those that may still be decided.
    pub decidable: RangeInclusive<u16>,
    /// Plan against outcome, and what is learned of it.
    pub reviewed: Vec<Reviewed>,
    pub learned: Vec<Learned>,
}

/// How a deed on scenarios ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Its number since the file was opened, from 1.
    pub number: u64,
    pub told: Result<Written, Refused>,
}

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    Scenario(i64),
    Action(i64),
    Help(i64),
    /// Something was taken away.
    Less,
}

/// Why nothing was written: told beside the field that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    Action(ActionRefusal),
    Help(HelpRefusal),
    Scenario(String, ScenarioFault),
}

/// A deed on scenarios that a screen asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum PlanDeed {
    /// A new scenario (key 0), or another head for a known one.
    Scenario(Scenario),
    RemoveScenario(Scenario),
    /// A new action (key 0) of a scenario, or a known one changed.
    Action(Scenario, PlanAction),
    RemoveAction(Scenario, PlanAction),
    /// A new mobility help (key 0) of a scenario, or a known one changed.
    Help(Scenario, MobilityHelp),
    RemoveHelp(Scenario, MobilityHelp),
    /// What is approved of a scenario is decided, by this name where nothing was yet.
    Decide(Scenario, String),
    /// A new scenario by this name: the actions of another, and those of a proposal.
    Adopt(Scenario, Proposal, String),
}

impl Plans {
    /// True where the figures are those of the facts on screen, or are on their way.
    pub fn are_asked(&self, snapshot: &Snapshot) -> bool {
        self.asked
            .is_some_and(|(revision, _)| revision == snapshot.facts.revision)
    }

    /// True where the figures are those of the facts on screen.
    pub fn are_current(&self, snapshot: &Snapshot) -> bool {
        let known = self.outlooks.as_ref();
        known.is_some_and(|known| known.revision == snapshot.facts.revision)
    }

    /// What a scenario does; of an older revision until it is known again.
    pub fn outlook(&self, scenario: i64) -> Option<&Outlook> {
        let known = self.outlooks.as_ref()?;
        known.all.iter().find(|outlook| outlook.scenario.id == scenario)
    }

    /// What the reviews tell and teach; nothing until it is known.
    pub fn lessons(&self) -> (&[Reviewed], &[Learned]) {
        let known = self.outlooks.as_ref();
        known.map_or((&[], &[]), |known| (&known.reviewed, &known.learned))
    }

    pub(super) fn forget(&mut self) {
        self.asked = None;
    }
}

impl Desk {
    /// Computes what the scenarios do, unless that was asked for already.
    pub fn read_plans(&mut self) {
        let Some(snapshot) = &self.snapshot else { return };
        let (asked, year) = ((snapshot.facts.revision, self.year), self.year);
        if self.plans.asked == Some(asked) {
            return;
        }
        self.supersede(Kind::Plan);
        self.plans.asked = Some(asked);
        self.work(Kind::Plan, "plan", "ui-job-plan", move |session, progress| {
            let facts = session.facts()?;
            Ok(Done::Planned(Arc::new(Outlooks {
                revision: facts.revision,
                all: session.outlooks(year, progress)?,
                sections: known_sections(&facts),
                hubs: plan::hubs(&facts, year, HUBS)?,
                rentrees: plan::rentrees(&facts, None),
                decidable: decidable(&facts, None),
                reviewed: plan::review(&facts),
                learned: plan::learned(&facts),
            })))
        });
    }

    pub(super) fn take_plans(&mut self, outlooks: Arc<Outlooks>) {
        self.plans.outlooks = Some(outlooks);
        self.plans.stamp += 1;
    }

    /// Writes what a screen asks of scenarios: one deed, or why there is none.
    pub fn plan(&mut self, deed: PlanDeed) {
        self.work(Kind::Write, "write", "ui-job-write", move |session, _| {
            let told = match done(session, &deed) {
                Ok(written) => Ok(written),
                Err(AppError::Action(refusal)) => Err(Refused::Action(refusal)),
                Err(AppError::Help(refusal)) => Err(Refused::Help(refusal)),
                Err(AppError::Scenario { name, fault }) => Err(Refused::Scenario(name, fault)),
                Err(error) => return Err(error),
            };
            Ok(Done::PlanWritten(told))
        });
    }

    pub(super) fn take_plan_deed(&mut self, told: Result<Written, Refused>) {
        let written = told.is_ok();
        self.plans.deeds += 1;
        self.plans.outcome = Some(Outcome {
            number: self.plans.deeds,
            told,
        });
        if written {
            self.changed();
        }
    }

    /// True while the years to come are being computed.
    pub fn is_planning(&self) -> bool {
        self.started.iter().any(|(_, _, kind)| *kind == Kind::Plan)
    }
}

fn done(session: &Session, deed: &PlanDeed) -> Result<Written, AppError> {
    Ok(match deed {
        PlanDeed::Scenario(scenario) => Written::Scenario(session.put_scenario(scenario)?),
        PlanDeed::RemoveScenario(scenario) => {
            session.remove_scenario(scenario)?;
            Written::Less
        }
        PlanDeed::Action(scenario, action) => Written::Action(session.put_action(scenario, action)?),
        PlanDeed::RemoveAction(scenario, action) => {
            session.remove_action(scenario, action)?;
            Written::Less
        }
        PlanDeed::Help(scenario, help) => Written::Help(session.put_help(scenario, help)?),
        PlanDeed::RemoveHelp(scenario, help) => {
            session.remove_help(scenario, help)?;
            Written::Less
        }
        PlanDeed::Decide(scenario, name) => {
            session.decide(scenario, name)?;
            Written::Less
        }
        PlanDeed::Adopt(scenario, proposal, name) => Written::Scenario(session.adopt(scenario, proposal, name)?),
    })
}
