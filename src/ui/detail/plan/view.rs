//! Drawing of the detail of a scenario: what an action does, its form, or how a year is made.

use egui::{ScrollArea, Ui};

use super::effects::Effects;
use super::effects_view::effects_ui;
use super::form::{Form, form_ui, opened, remove_ui};
use super::help_form::{HelpForm, help_form_ui};
use super::year;
use crate::domain::scenario::{MobilityHelp, PlanAction, Scenario};
use crate::i18n::Lang;
use crate::market::plan::FIRST_YEAR;
use crate::ui::detail::data::Detail;
use crate::ui::detail::view::{figures_ui, formula_ui, head_ui};
use crate::ui::scene::{Action, PlanSubject, Scene, Subject};
use crate::ui::screens::Beside;
use crate::ui::screens::plan::data::{effect_of, kind_words, seats_words};
use crate::ui::snapshot::Snapshot;
use crate::ui::theme::size;
use crate::ui::widgets::segments::{Segment, segments_ui};

/// What was read of an action: snapshot, outlooks, language, action.
type Read = (u64, u64, Lang, i64);

/// Keeps the form, and what was read, between frames.
#[derive(Debug, Default)]
pub struct State {
    form: Form,
    help: HelpForm,
    editing: bool,
    effects: Option<(Read, Effects)>,
    heard: u64,
}

/// Draws what is shown of a scenario.
pub fn plan_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, subject: &PlanSubject, beside: &Beside<'_>) {
    let Some(snapshot) = scene.snapshot else { return };
    let id = match subject {
        PlanSubject::Action(scenario, _)
        | PlanSubject::New(scenario, _)
        | PlanSubject::Opening(scenario, ..)
        | PlanSubject::Help(scenario, _)
        | PlanSubject::NewHelp(scenario)
        | PlanSubject::Proposed(scenario, _)
        | PlanSubject::Year(scenario, _) => *scenario,
    };
    let Some(scenario) = snapshot.facts.scenarios.iter().find(|s| s.id == id) else {
        return gone_ui(ui, scene, snapshot);
    };
    state.hear(scene, scenario, beside);
    match subject {
        PlanSubject::Year(_, year) => year_ui(ui, scene, (scenario, snapshot), *year, beside),
        PlanSubject::New(..) | PlanSubject::Opening(..) => {
            let first = beside.plans.outlooks.as_ref().map(|known| *known.decidable.start());
            state.form.read(subject, None, first.unwrap_or(FIRST_YEAR));
            head_ui(ui, scene, &titled(scene.t("ui-plan-new-action")));
            scrolled(ui, subject, |ui| {
                form_ui(ui, scene, &mut state.form, (scenario, snapshot), beside.plans);
            });
        }
        PlanSubject::Proposed(_, place) => proposed_ui(ui, scene, (subject, scenario), *place, beside),
        PlanSubject::NewHelp(_) => help_ui(ui, scene, state, (subject, scenario, None), beside),
        PlanSubject::Help(_, id) => match scenario.helps.iter().find(|help| help.id == *id) {
            Some(help) => help_ui(ui, scene, state, (subject, scenario, Some(help)), beside),
            None => gone_ui(ui, scene, snapshot),
        },
        PlanSubject::Action(_, id) => match scenario.actions.iter().find(|action| action.id == *id) {
            Some(action) => action_ui(ui, scene, state, (subject, scenario, action), beside),
            None => gone_ui(ui, scene, snapshot),
        },
    }
}

impl State {
    fn hear(&mut self, scene: &mut Scene<'_>, scenario: &Scenario, beside: &Beside<'_>) {
        let outcome = beside.plans.outcome.as_ref();
        let Some(outcome) = outcome.filter(|o| o.number > self.heard) else {
            return;
        };
        self.heard = outcome.number;
        if let Some(id) = self.form.hear(outcome) {
            self.editing = false;
            scene.send(opened(scenario.id, id));
        }
        if let Some(id) = self.help.hear(outcome) {
            scene.send(Action::Explain(Subject::Plan(PlanSubject::Help(scenario.id, id))));
        }
    }
}

/// What an action of the plan found would do, once that is known.
fn proposed_ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    (subject, scenario): (&PlanSubject, &Scenario),
    place: usize,
    beside: &Beside<'_>,
) {
    let Some(snapshot) = scene.snapshot else { return };
    let found = beside.plans.found_for(scenario.id);
    let proposal = found.and_then(|found| found.answer.as_ref().ok());
    let Some(proposed) = proposal.and_then(|proposal| proposal.actions.get(place)) else {
        return gone_ui(ui, scene, snapshot);
    };
    let action = &proposed.action;
    let kind = kind_words(action.kind, scene.lang);
    let seats = seats_words(action, scene.lang);
    let programme = snapshot.names.programme(&action.section.programme);
    head_ui(ui, scene, &titled(format!("{kind} {seats} · {programme}")));
    let key = i64::try_from(place).map_or(0, |place| -place - 1);
    let outlook = found.and_then(|found| found.explained.as_ref());
    let effect = outlook.and_then(|outlook| effect_of(outlook, key));
    scrolled(ui, subject, |ui| match outlook.zip(effect) {
        Some((outlook, effect)) => effects_ui(ui, scene, &Effects::of(effect, outlook, snapshot, scene.lang)),
        None => {
            ui.label(scene.t("ui-plan-computing"));
        }
    });
}

/// A mobility help, or one being made.
fn help_ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    state: &mut State,
    (subject, scenario, help): (&PlanSubject, &Scenario, Option<&MobilityHelp>),
    beside: &Beside<'_>,
) {
    let Some(snapshot) = scene.snapshot else { return };
    let title = help.map_or_else(
        || scene.t("ui-plan-help-add"),
        |help| {
            let kind = scene.t(&format!("help-kind-{}", help.kind.as_str()));
            format!("{kind} · {}", snapshot.names.basin(&help.basin))
        },
    );
    head_ui(ui, scene, &titled(title));
    scrolled(ui, subject, |ui| {
        help_form_ui(ui, scene, &mut state.help, (scenario, help), (snapshot, beside.plans));
    });
}

/// What was shown is no more, or not read yet.
fn gone_ui(ui: &mut Ui, scene: &mut Scene<'_>, snapshot: &Snapshot) {
    if snapshot.outdated {
        head_ui(ui, scene, &titled(scene.t("ui-computing")));
    } else {
        scene.send(Action::CloseDetail);
    }
}

fn titled(title: String) -> Detail {
    Detail {
        title,
        ..Detail::default()
    }
}

/// Each subject opens at its top.
fn scrolled(ui: &mut Ui, subject: &PlanSubject, draw: impl FnOnce(&mut Ui)) {
    let area = ScrollArea::vertical().id_salt(format!("{subject:?}"));
    area.auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = size::GAP_S;
        draw(ui);
        ui.add_space(size::GAP_L);
    });
}

/// What the action does, or the form that changes it.
fn action_ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    state: &mut State,
    (subject, scenario, action): (&PlanSubject, &Scenario, &PlanAction),
    beside: &Beside<'_>,
) {
    let Some(snapshot) = scene.snapshot else { return };
    let kind = kind_words(action.kind, scene.lang);
    let seats = match action.seats {
        0 => String::new(),
        _ => format!(" {}", seats_words(action, scene.lang)),
    };
    let programme = snapshot.names.programme(&action.section.programme);
    head_ui(ui, scene, &titled(format!("{kind}{seats} · {programme}")));
    let segment = |key: &str| Segment {
        name: scene.t(key),
        help: String::new(),
    };
    let segments = [segment("ui-plan-effects"), segment("ui-plan-edit")];
    if let Some(picked) = segments_ui(ui, scene, &segments, usize::from(state.editing)) {
        state.editing = picked == 1;
    }
    ui.add_space(size::GAP_S);
    state.form.read(subject, Some(action), action.rentree);
    scrolled(ui, subject, |ui| {
        if state.editing {
            form_ui(ui, scene, &mut state.form, (scenario, snapshot), beside.plans);
        } else {
            known_ui(ui, scene, state, (scenario, action), beside);
        }
        ui.add_space(size::GAP_S);
        remove_ui(ui, scene, scenario, action);
    });
}

/// What the action does, dimmed while it is computed again.
fn known_ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    state: &mut State,
    (scenario, action): (&Scenario, &PlanAction),
    beside: &Beside<'_>,
) {
    let Some(snapshot) = scene.snapshot else { return };
    let read = (snapshot.stamp, beside.plans.stamp, scene.lang, action.id);
    if state.effects.as_ref().is_none_or(|(of, _)| *of != read) {
        let outlook = beside.plans.outlook(scenario.id);
        let known = outlook.and_then(|o| Some((o, effect_of(o, action.id)?)));
        let effects = known.map(|(outlook, effect)| Effects::of(effect, outlook, snapshot, scene.lang));
        state.effects = effects.map(|effects| (read, effects));
    }
    let Some((_, effects)) = &state.effects else {
        ui.label(scene.t("ui-plan-computing"));
        return;
    };
    ui.scope(|ui| {
        if !beside.plans.are_current(snapshot) {
            ui.multiply_opacity(size::DIMMED);
        }
        effects_ui(ui, scene, effects);
    });
}

/// How the figures of a year are made.
fn year_ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    (scenario, snapshot): (&Scenario, &Snapshot),
    year: u16,
    beside: &Beside<'_>,
) {
    let outlook = beside.plans.outlook(scenario.id);
    let known = outlook.and_then(|o| Some((o, o.years.iter().find(|y| y.year == year)?)));
    let Some((outlook, effect)) = known else {
        return gone_ui(ui, scene, snapshot);
    };
    let detail = year::detail(outlook, effect, &snapshot.facts, scene.lang);
    head_ui(ui, scene, &detail);
    scrolled(ui, &PlanSubject::Year(scenario.id, year), |ui| {
        figures_ui(ui, scene, &detail);
        for formula in &detail.formulas {
            formula_ui(ui, scene, formula);
        }
    });
}
