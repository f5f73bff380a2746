//! What is decided already: the actions of one scenario, which every other is planned upon.

use crate::domain::facts::Facts;
use crate::domain::scenario::{ActionKind, ActionStatus, PlanAction, Scenario};

/// Actions and helps that come first because they are decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Decided {
    pub actions: usize,
    pub helps: usize,
}

/// A scenario with what is decided before its own; the decided scenario itself stands on the territory as it is. An action of its own that is decided
/// already, or that what is decided leaves no room for, moves nobody: nothing counts twice.
pub(super) fn with(facts: &Facts, scenario: &Scenario) -> (Scenario, Decided) {
    let Some(decided) = under(facts, scenario) else {
        return (scenario.clone(), Decided::default());
    };
    let own = scenario.actions.iter().map(|action| match excludes(facts, action) {
        None => action.clone(),
        Some(_) => PlanAction {
            status: ActionStatus::Refused,
            ..action.clone()
        },
    });
    let whole = Scenario {
        actions: decided.actions.iter().cloned().chain(own).collect(),
        helps: decided.helps.iter().chain(&scenario.helps).cloned().collect(),
        ..scenario.clone()
    };
    let first = Decided {
        actions: decided.actions.len(),
        helps: decided.helps.len(),
    };
    (whole, first)
}

/// How many actions of a scenario what is decided leaves no room for.
pub(super) fn excluded(facts: &Facts, scenario: &Scenario) -> usize {
    if under(facts, scenario).is_none() {
        return 0;
    }
    let alive = scenario.actions.iter().filter(|action| !action.moves().is_empty());
    alive.filter(|action| excludes(facts, action).is_some()).count()
}

/// The name of what is decided under a scenario.
pub(super) fn name(facts: &Facts, scenario: &Scenario) -> Option<String> {
    under(facts, scenario).map(|decided| decided.name.clone())
}

/// What is decided of the section of an action and leaves no room for it: it opens already, or it closes.
pub(super) fn excludes(facts: &Facts, action: &PlanAction) -> Option<(ActionKind, u16)> {
    let decided = facts.scenarios.iter().filter(|s| s.is_decided);
    let mut actions = decided.flat_map(|s| &s.actions).filter(|a| !a.moves().is_empty());
    let excludes = |known: &&PlanAction| {
        let twice = known.kind == ActionKind::Ouverture && action.kind == ActionKind::Ouverture;
        known.id != action.id && known.section == action.section && (twice || known.kind == ActionKind::Fermeture)
    };
    actions.find(excludes).map(|known| (known.kind, known.rentree))
}

fn under<'f>(facts: &'f Facts, scenario: &Scenario) -> Option<&'f Scenario> {
    let mut all = facts.scenarios.iter();
    all.find(|s| s.is_decided && !scenario.is_decided && s.id != scenario.id)
}
