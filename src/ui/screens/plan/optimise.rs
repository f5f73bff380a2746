//! « Optimiser »: a plan is asked, found, read action by action, and written as a scenario or refused.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::{Button, Label, ScrollArea, Ui};

use super::ask::{Ask, Fault};
use super::means::means_ui;
use super::{data, proposed};
use crate::app::ScenarioFault;
use crate::domain::programme::Route;
use crate::domain::scenario::{ActionStatus, PlanAction, Scenario};
use crate::i18n::{Explain as _, Lang, Message};
use crate::market::plan::Proposal;
use crate::ui::desk::plan::{PlanDeed, Refused, Written};
use crate::ui::desk::propose::{FoundPlan, PlanSearch};
use crate::ui::scene::{Action, PlanSubject, Scene, Subject};
use crate::ui::screens::Beside;
use crate::ui::snapshot::Snapshot;
use crate::ui::theme::{icon, plain, size};
use crate::ui::widgets::parts::{self, Tone};
use crate::ui::widgets::table::{Gesture, Table, TableState, table_ui};

/// What the table was made for: snapshot, plan, ticks, language, scenario.
type Made = (u64, u64, u64, Lang, i64);

/// Keeps what is asked, and what is left out of what was found.
#[derive(Debug)]
pub(super) struct State {
    ask: Ask,
    faults: Vec<Fault>,
    /// The plan whose actions are read.
    read: Option<Arc<Proposal>>,
    /// Places of its actions that would not be written.
    left: BTreeSet<usize>,
    /// Different after every tick.
    ticks: u64,
    /// The name being typed; nothing is the usual one.
    name: Option<String>,
    /// Why nothing was written.
    fault: Option<Message>,
    /// True from a deed until its outcome is heard.
    writing: bool,
    table: TableState<usize>,
    kept: Option<(Made, Table<usize>)>,
    stamp: u64,
}

impl Default for State {
    fn default() -> Self {
        let mut table = TableState::default();
        table.takes_ticks = true;
        Self {
            ask: Ask::default(),
            faults: Vec::new(),
            read: None,
            left: BTreeSet::new(),
            ticks: 0,
            name: None,
            fault: None,
            writing: false,
            table,
            kept: None,
            stamp: 0,
        }
    }
}

impl State {
    /// The filter of the table takes the keyboard.
    pub fn ask_filter(&mut self) {
        self.table.ask_filter();
    }

    /// Follows what a deed came to; false where it was not asked here.
    pub fn hear(&mut self, told: &Result<Written, Refused>) -> bool {
        if !std::mem::take(&mut self.writing) {
            return false;
        }
        self.fault = match told {
            Ok(_) => None,
            Err(Refused::Scenario(name, fault)) => Some(name_refused(name, *fault)),
            Err(Refused::Action(refusal)) => Some(refusal.message()),
            Err(Refused::Help(refusal)) => Some(refusal.message()),
        };
        if matches!(told, Ok(Written::Scenario(_))) {
            self.name = None;
        }
        true
    }

    /// Every action of a plan just found is kept.
    fn begin(&mut self, proposal: &Arc<Proposal>) {
        if self.read.as_ref().is_none_or(|read| !Arc::ptr_eq(read, proposal)) {
            self.read = Some(Arc::clone(proposal));
            self.left.clear();
            self.ticks += 1;
            self.fault = None;
            self.table.select(None);
        }
    }

    fn tick(&mut self, place: usize) {
        if !self.left.remove(&place) {
            self.left.insert(place);
        }
        self.ticks += 1;
    }
}

/// Why a scenario cannot have this name.
pub(super) fn name_refused(name: &str, fault: ScenarioFault) -> Message {
    let why = match fault {
        ScenarioFault::Taken => Message::new("app-scenario-taken"),
        ScenarioFault::Unknown => Message::new("app-scenario-unknown"),
        ScenarioFault::Empty => Message::new("app-scenario-empty"),
    };
    why.with("name", name)
}

/// Draws what was found, what is being searched, or the form that asks for it.
pub(super) fn optimise_ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    state: &mut State,
    (scenario, snapshot): (&Scenario, &Snapshot),
    beside: &Beside<'_>,
) {
    if let Some(job) = beside.proposing {
        ui.add(Label::new(scene.t("ui-plan-searching")).wrap());
        let stop = format!("{} {}", icon::STOP, scene.t("ui-plan-stop-search"));
        if ui.button(stop).clicked() {
            scene.send(Action::CancelJob(job));
        }
        return;
    }
    match beside.plans.found_for(scenario.id) {
        Some(FoundPlan {
            answer: Ok(proposal),
            revision,
            ..
        }) => {
            state.begin(proposal);
            if *revision != snapshot.facts.revision {
                parts::banner(ui, scene, Tone::Attention, &scene.t("ui-plan-proposed-older"));
            }
            found_ui(ui, scene, state, (scenario, snapshot, proposal), beside);
        }
        Some(FoundPlan { answer: Err(why), .. }) => {
            parts::banner(ui, scene, Tone::Error, &scene.say(why));
            form_ui(ui, scene, state, (scenario, snapshot), beside);
        }
        None => form_ui(ui, scene, state, (scenario, snapshot), beside),
    }
}

/// The fields, and « Chercher ».
fn form_ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    state: &mut State,
    (scenario, snapshot): (&Scenario, &Snapshot),
    beside: &Beside<'_>,
) {
    let Some(known) = &beside.plans.outlooks else {
        ui.label(scene.t("ui-plan-computing"));
        return;
    };
    let area = ScrollArea::vertical().id_salt("plan-means").auto_shrink(false);
    area.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = size::GAP_S;
        ui.add(Label::new(scene.t("ui-plan-optimise-help")).wrap());
        let rentrees = &known.decidable;
        let entered = means_ui(ui, scene, &mut state.ask, (rentrees, snapshot), &state.faults);
        let search = format!("{} {}", icon::SEARCH, scene.t("ui-plan-search"));
        if parts::primary(ui, scene, search).clicked() || entered {
            match state.ask.request(rentrees) {
                Ok((mut request, patience)) => {
                    if state.ask.follows_board {
                        request.first = request.first.with_board(&snapshot.facts.board);
                    }
                    state.faults.clear();
                    let funding = &snapshot.facts.funding;
                    request.envelopes = state.ask.envelopes.then(|| funding.euros_by_year(Route::School));
                    scene.send(Action::Propose(Box::new(PlanSearch {
                        scenario: scenario.clone(),
                        request,
                        patience,
                    })));
                }
                Err(faults) => state.faults = faults,
            }
        }
    });
}

/// How good the plan is, what can be done with it, and its actions.
fn found_ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    state: &mut State,
    (scenario, snapshot, proposal): (&Scenario, &Snapshot, &Proposal),
    beside: &Beside<'_>,
) {
    let told: Vec<String> = proposed::standing(proposal, scene.lang)
        .iter()
        .map(|sentence| scene.say(sentence))
        .collect();
    ui.add(Label::new(told.join(" ")).wrap());
    let made = (snapshot.stamp, beside.plans.stamp, state.ticks, scene.lang, scenario.id);
    let table = match state.kept.take() {
        Some((of, table)) if of == made => table,
        _ => {
            state.stamp += 1;
            proposed::table(proposal, (scenario, &state.left), snapshot, scene.lang)
        }
    };
    deeds_ui(ui, scene, state, (scenario, snapshot, proposal));
    if let Some(why) = &state.fault {
        ui.label(plain(scene.say(why), size::TYPE_CAPTION).color(scene.palette.error.0));
    }
    if !table.rows.is_empty() {
        let gesture = table_ui(ui, scene, &table, state.stamp, &mut state.table);
        let subject = |place| Subject::Plan(PlanSubject::Proposed(scenario.id, place));
        let opened = match gesture {
            Some(Gesture::Opened(place)) => Some(place),
            Some(Gesture::Selected(place)) => {
                scene.send(Action::Explain(subject(place)));
                None
            }
            Some(Gesture::Passed(place)) => {
                scene.send(Action::Follow(subject(place)));
                None
            }
            None => None,
        };
        if let Some(place) = state.table.ticked.take().or(opened) {
            state.tick(place);
        }
    }
    state.kept = Some((made, table));
}

/// Writes what is ticked, refuses the action chosen, or goes back to the form.
fn deeds_ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    state: &mut State,
    (scenario, snapshot, proposal): (&Scenario, &Snapshot, &Proposal),
) {
    let refused = |place: usize| {
        let action = proposal.actions.get(place).map(|proposed| &proposed.action);
        action.is_some_and(|action| proposed::is_refused(action, scenario))
    };
    let kept = (0..proposal.actions.len()).filter(|place| !state.left.contains(place) && !refused(*place));
    let kept: Vec<usize> = kept.collect();
    ui.horizontal_wrapped(|ui| {
        let may = scene.writable() && !state.writing;
        let usual = || data::free_name(&scene.t("ui-plan-proposal-name"), &snapshot.facts.scenarios);
        let mut name = state.name.clone().unwrap_or_else(usual);
        let field = parts::field(ui, &mut name, &scene.t("ui-plan-name"), size::COLUMN_NAME);
        if field.changed() {
            state.name = Some(name.clone());
        }
        let words = scene.say(&Message::new("ui-plan-adopt").with("n", kept.len()));
        let write = ui.add_enabled_ui(may && !kept.is_empty(), |ui| parts::primary(ui, scene, words));
        if write.inner.clicked() {
            let ticked = kept.iter().filter_map(|place| proposal.actions.get(*place).cloned());
            let ticked = Proposal {
                actions: ticked.collect(),
                ..proposal.clone()
            };
            state.writing = true;
            scene.send(Action::Plan(PlanDeed::Adopt(scenario.clone(), ticked, name)));
        }
        let chosen = state.table.cursor.filter(|place| !refused(*place));
        let chosen = chosen.and_then(|place| proposal.actions.get(place));
        let refuse = ui.add_enabled(may && chosen.is_some(), Button::new(scene.t("ui-plan-refuse")));
        if let Some(proposed) = chosen.filter(|_| refuse.clicked()) {
            let action = PlanAction {
                status: ActionStatus::Refused,
                ..proposed.action.clone()
            };
            state.writing = true;
            scene.send(Action::Plan(PlanDeed::Action(scenario.clone(), action)));
        }
        refuse.on_hover_text(scene.t("ui-plan-refuse-help"));
        if ui.button(scene.t("ui-plan-search-again")).clicked() {
            scene.send(Action::ForgetFound);
        }
    });
}
