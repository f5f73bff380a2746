//! Plans proposed on the desk: what is searched, beside the window, and what came of it.

use std::sync::Arc;
use std::time::Duration;

use super::{Desk, Done, Kind, Plans};
use crate::app::AppError;
use crate::app::jobs::JobId;
use crate::domain::scenario::Scenario;
use crate::i18n::{Explain, Message};
use crate::market::plan::{Outlook, PlanRequest, Proposal};

/// What a plan is asked for: besides which scenario, with what means, in what time.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanSearch {
    pub scenario: Scenario,
    /// Its base year is that of the window.
    pub request: PlanRequest,
    /// The search stops then, with the best plan found.
    pub patience: Duration,
}

/// The plan last found, or why there is none.
#[derive(Debug)]
pub struct FoundPlan {
    /// Key of the scenario it comes on top of.
    pub scenario: i64,
    /// Revision of the facts it was searched on.
    pub revision: i64,
    pub answer: Result<Arc<Proposal>, Message>,
    /// What each of its actions does, once that is known: keys −1, −2, … in their order.
    pub explained: Option<Arc<Outlook>>,
    /// What the scenario was, for that.
    on: Scenario,
}

impl Plans {
    /// What was last found for a scenario.
    pub fn found_for(&self, scenario: i64) -> Option<&FoundPlan> {
        self.found.as_ref().filter(|found| found.scenario == scenario)
    }
}

impl Desk {
    /// Searches a plan; the one searched before is given up.
    pub fn propose(&mut self, search: PlanSearch) {
        let request = PlanRequest {
            base: self.year,
            ..search.request
        };
        let (scenario, patience) = (search.scenario, search.patience);
        self.forget_found();
        self.work(Kind::Propose, "propose", "ui-job-propose", move |session, progress| {
            let revision = session.facts()?.revision;
            let answer = match session.propose(&scenario, &request, patience, progress) {
                Ok(proposal) => Ok(Arc::new(proposal)),
                Err(AppError::Cancelled) => return Err(AppError::Cancelled),
                Err(error) => Err(error.message()),
            };
            Ok(Done::Proposed(FoundPlan {
                scenario: scenario.id,
                revision,
                answer,
                explained: None,
                on: scenario,
            }))
        });
    }

    /// The form of a search stands again in place of what was found.
    pub fn forget_found(&mut self) {
        self.supersede(Kind::Propose);
        self.supersede(Kind::Understand);
        self.plans.found = None;
        self.plans.stamp += 1;
    }

    pub(super) fn take_found_plan(&mut self, found: FoundPlan) {
        let asked = found
            .answer
            .as_ref()
            .ok()
            .filter(|proposal| !proposal.actions.is_empty());
        let asked = asked.map(|proposal| (found.on.clone(), Arc::clone(proposal)));
        self.plans.found = Some(found);
        self.plans.stamp += 1;
        let Some((scenario, proposal)) = asked else { return };
        let year = self.year;
        self.supersede(Kind::Understand);
        self.work(
            Kind::Understand,
            "understand",
            "ui-job-understand",
            move |session, progress| {
                let outlook = session.explain_plan(&scenario, &proposal, year, progress)?;
                Ok(Done::Understood(proposal, Arc::new(outlook)))
            },
        );
    }

    pub(super) fn take_understood(&mut self, proposal: &Arc<Proposal>, outlook: Arc<Outlook>) {
        let found = self.plans.found.as_mut();
        let same = found.filter(|found| found.answer.as_ref().is_ok_and(|known| Arc::ptr_eq(known, proposal)));
        if let Some(found) = same {
            found.explained = Some(outlook);
            self.plans.stamp += 1;
        }
    }

    /// The job that searches a plan, if one does.
    pub fn proposing(&self) -> Option<JobId> {
        let last = self.started.iter().rfind(|(_, _, kind)| *kind == Kind::Propose);
        last.map(|(id, ..)| *id)
    }
}
