//! The head of a scenario: its name, what can be done to it, the need to come, its note, and what it comes to.

use egui::{Key, Label, Ui};

use super::part::Part;
use super::view::State;
use super::{data, list};
use crate::domain::scenario::{ActionStatus, Scenario, Trajectory};
use crate::i18n::Message;
use crate::ui::desk::plan::PlanDeed;
use crate::ui::scene::{Action, PlanSubject, Scene, Subject};
use crate::ui::screens::Beside;
use crate::ui::snapshot::Snapshot;
use crate::ui::theme::{bold_family, icon, plain, size};
use crate::ui::widgets::parts::{self, Tone};
use crate::ui::widgets::text;

/// Where the scenarios are chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Listed {
    /// Beside the figures.
    Beside,
    /// In place of the name.
    Here,
}

/// The name with what can be done to the scenario, and the button of an action.
pub(super) fn head_ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    state: &mut State,
    (scenario, all): (&Scenario, &[Scenario]),
    listed: Listed,
) -> Option<i64> {
    let mut picked = None;
    let line = |ui: &mut Ui| {
        let add = format!("{} {}", icon::ADD, scene.t("ui-plan-add"));
        let propose = format!("{} {}", icon::SEARCH, scene.t("ui-plan-propose"));
        let width = |words: &str| text::width(ui, words, egui::FontId::proportional(size::TYPE_BODY)) + size::GAP_XL;
        let right = width(&add) + width(&propose);
        let icons = 4.0 * (size::CONTROL + size::GAP_S);
        let room = (ui.available_width() - right - icons - size::GAP_L).max(size::FIELD_NUMBER);
        match &mut state.rename {
            Some(_) => rename_ui(ui, scene, state, scenario, room),
            None if listed == Listed::Here => picked = list::choice_ui(ui, scene, all, scenario.id),
            None => {
                let font = egui::FontId::new(size::TYPE_EMPHASIS, bold_family());
                text::line_label(ui, &scenario.name, font, scene.palette.text.0, room);
            }
        }
        ui.add_enabled_ui(scene.writable(), |ui| {
            if parts::icon_button(ui, icon::EDIT, scene.t("ui-plan-rename")).clicked() {
                state.rename = Some((scenario.name.clone(), None));
            }
            // A copy of what is decided would stand on itself.
            if !scenario.is_decided && parts::icon_button(ui, icon::COPY, scene.t("ui-plan-copy")).clicked() {
                let wanted = Message::new("ui-plan-copy-name").with("name", scenario.name.as_str());
                let copy = Scenario {
                    id: 0,
                    name: data::free_name(&scene.say(&wanted), all),
                    ..scenario.clone()
                };
                scene.send(Action::Plan(PlanDeed::Scenario(copy)));
            }
            if parts::icon_button(ui, icon::REMOVE, scene.t("ui-plan-remove")).clicked() {
                scene.send(Action::CloseDetail);
                scene.send(Action::Plan(PlanDeed::RemoveScenario(scenario.clone())));
            }
            decide_ui(ui, scene, scenario);
            // Beside a choice there may be no room left: the buttons go to the next line.
            let right = egui::Layout::right_to_left(egui::Align::Center);
            let buttons = |ui: &mut Ui| {
                let added = parts::primary(ui, scene, add).clicked();
                (added, propose_ui(ui, scene, propose, listed).clicked())
            };
            let (added, proposed) = match listed {
                Listed::Beside => ui.with_layout(right, buttons).inner,
                Listed::Here => buttons(ui),
            };
            if added {
                let subject = PlanSubject::New(scenario.id, None);
                scene.send(Action::Explain(Subject::Plan(subject)));
            }
            if proposed {
                state.part = Part::Optimise;
            }
        });
    };
    match listed {
        Listed::Beside => ui.horizontal(line),
        Listed::Here => ui.horizontal_wrapped(line),
    };
    if let Some((_, Some(why))) = &state.rename {
        ui.label(plain(scene.say(why), size::TYPE_CAPTION).color(scene.palette.error.0));
    }
    picked
}

/// The button that decides what is approved, where something is.
fn decide_ui(ui: &mut Ui, scene: &mut Scene<'_>, scenario: &Scenario) {
    let approved = |status| status == ActionStatus::Approved;
    let count = scenario.actions.iter().filter(|a| approved(a.status)).count()
        + scenario.helps.iter().filter(|h| approved(h.status)).count();
    if scenario.is_decided || count == 0 {
        return;
    }
    let words = scene.say(&Message::new("ui-plan-decide").with("n", count));
    if parts::icon_button(ui, icon::CHECK, words).clicked() {
        let name = scene.t("scenario-decided-name");
        scene.send(Action::CloseDetail);
        scene.send(Action::Plan(PlanDeed::Decide(scenario.clone(), name)));
    }
}

/// « Proposer un plan », an icon where the screen is narrow.
fn propose_ui(ui: &mut Ui, scene: &Scene<'_>, words: String, listed: Listed) -> egui::Response {
    match listed {
        Listed::Beside => ui.button(words),
        Listed::Here => parts::icon_button(ui, icon::SEARCH, scene.t("ui-plan-propose")),
    }
}

/// The name in a field: Enter or leaving writes it, Escape gives it up.
fn rename_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, scenario: &Scenario, width: f32) {
    let Some((typed, _)) = &mut state.rename else { return };
    let field = parts::field(ui, typed, &scene.t("ui-plan-name"), width);
    if field.lost_focus() {
        let given_up = ui.input(|i| i.key_pressed(Key::Escape));
        if given_up || *typed == scenario.name {
            state.rename = None;
            return;
        }
        let named = Scenario {
            name: typed.clone(),
            ..scenario.clone()
        };
        scene.send(Action::Plan(PlanDeed::Scenario(named)));
    } else if !field.has_focus() && state.rename.as_ref().is_some_and(|(_, why)| why.is_none()) {
        field.request_focus();
    }
}

/// The trajectory of the need, and the note.
pub(super) fn settings_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, scenario: &Scenario) {
    ui.horizontal(|ui| {
        ui.add_enabled_ui(scene.writable(), |ui| {
            let mut trajectory = scenario.trajectory;
            let lang = scene.lang;
            let words = |one: Trajectory| crate::i18n::text(lang, &format!("trajectory-{}", one.as_str()));
            let name = scene.t("ui-plan-trajectory");
            parts::choice(ui, scene, &name, &mut trajectory, &Trajectory::ALL, words);
            if trajectory != scenario.trajectory {
                let moved = Scenario {
                    trajectory,
                    ..scenario.clone()
                };
                scene.send(Action::Plan(PlanDeed::Scenario(moved)));
            }
            note_ui(ui, scene, state, scenario);
        });
    });
}

/// The note, written once: at Enter or when the field is left.
fn note_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, scenario: &Scenario) {
    let mut note = match &state.note {
        Some((of, note)) if *of == scenario.id => note.clone(),
        _ => scenario.note.clone(),
    };
    let width = (ui.available_width() - size::GAP_L).max(size::FIELD_NUMBER);
    let field = parts::field(ui, &mut note, &scene.t("ui-plan-scenario-note"), width);
    if field.changed() {
        state.note = Some((scenario.id, note));
    }
    if field.lost_focus() {
        let typed = state.note.take().map(|(_, note)| note);
        let given_up = ui.input(|i| i.key_pressed(Key::Escape));
        if let Some(note) = typed.filter(|note| !given_up && *note != scenario.note) {
            let noted = Scenario {
                note,
                ..scenario.clone()
            };
            scene.send(Action::Plan(PlanDeed::Scenario(noted)));
        }
    }
}

/// What the scenario comes to, or why that is not known.
pub(super) fn standing_ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    (scenario, snapshot): (&Scenario, &Snapshot),
    beside: &Beside<'_>,
) {
    let known = beside.plans.outlook(scenario.id);
    let mut words = Vec::new();
    if let Some(outlook) = known {
        let (first, last) = data::span(outlook);
        let between = Message::new("ui-plan-between")
            .with("first", first.to_string())
            .with("last", last.to_string())
            .with("whole", data::whole_words(outlook, scene.lang))
            .with("base", outlook.base_year.to_string());
        words.push(scene.say(&between));
        words.extend(outlook.break_even.message(last).map(|paid| scene.say(&paid)));
        if let Some(decided) = &outlook.decided {
            words.push(scene.say(&Message::new("market-plan-note-decided").with("name", decided.as_str())));
        }
    }
    if scenario.is_decided {
        words.push(scene.t("ui-plan-is-decided"));
    }
    let stopped = !beside.planning && !beside.plans.are_current(snapshot) && !snapshot.outdated;
    if beside.planning || (known.is_none() && !stopped) {
        words.push(scene.t("ui-plan-computing"));
    }
    let line = plain(words.join(" · "), size::TYPE_BODY).color(scene.figure_ink());
    ui.add(Label::new(line).wrap());
    if stopped && beside.plans.are_asked(snapshot) {
        ui.horizontal(|ui| {
            ui.label(scene.t("ui-plan-stopped"));
            if ui.button(scene.t("ui-plan-again")).clicked() {
                scene.send(Action::Run(crate::app::command::Command::Recompute));
            }
        });
    }
    if snapshot.facts.sections.is_empty() {
        parts::banner(ui, scene, Tone::Attention, &scene.t("ui-plan-no-supply"));
    }
    if snapshot.facts.survey.is_empty() {
        parts::banner(ui, scene, Tone::Attention, &scene.t("ui-plan-no-survey"));
    }
}
