//! A scenario and its envelopes: what is given to its actions, and what is left to pay.

use egui::{Button, Label, Ui};

use super::{data, forms};
use crate::domain::funding::FundingLine;
use crate::domain::scenario::{PlanAction, Scenario};
use crate::i18n::{Lang, Message};
use crate::market::funding::scenario_funding;
use crate::report::money::scenario_notes;
use crate::ui::desk::Plans;
use crate::ui::desk::funding::FundDeed;
use crate::ui::scene::{Action, Place, Scene};
use crate::ui::screens::plan::data::kind_words;
use crate::ui::snapshot::Snapshot;
use crate::ui::theme::{plain, size};
use crate::ui::widgets::parts;
use crate::ui::widgets::table::{Table, TableState, table_ui};

/// Keeps the scenario chosen, and the gift being made.
#[derive(Debug, Default)]
pub(super) struct State {
    scenario: Option<i64>,
    action: Option<i64>,
    envelope: Option<i64>,
    euros: String,
    pub table: TableState<u16>,
    kept: Option<(Made, Vec<Message>, Table<u16>)>,
}

/// What the table was made for: snapshot, plans, language, scenario.
type Made = (u64, u64, Lang, i64);

/// Draws the scenario chosen.
pub(super) fn scenario_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, snapshot: &Snapshot, plans: &Plans) {
    let scenarios = &snapshot.facts.scenarios;
    let Some(first) = scenarios.first() else {
        let (words, button) = (scene.t("ui-funding-no-scenario"), scene.t("ui-funding-go-plan"));
        parts::empty_state(ui, scene, &words, &button, Action::Go(Place::Plan));
        return;
    };
    if !plans.are_asked(snapshot) {
        scene.send(Action::ReadPlans);
    }
    let mut chosen = state
        .scenario
        .filter(|id| scenarios.iter().any(|s| s.id == *id))
        .unwrap_or(first.id);
    let all: Vec<i64> = scenarios.iter().map(|s| s.id).collect();
    let name = |id: i64| {
        scenarios
            .iter()
            .find(|s| s.id == id)
            .map_or_else(String::new, |s| s.name.clone())
    };
    ui.horizontal_wrapped(|ui| {
        parts::choice(ui, scene, &scene.t("ui-funding-scenario"), &mut chosen, &all, name);
    });
    state.scenario = Some(chosen);
    let Some(scenario) = scenarios.iter().find(|s| s.id == chosen) else {
        return;
    };
    give_ui(ui, scene, state, (scenario, snapshot));
    let Some(outlook) = plans.outlook(chosen) else {
        ui.label(scene.t("ui-plan-computing"));
        return;
    };
    let made = (snapshot.stamp, plans.stamp, scene.lang, chosen);
    let kept = state.kept.take().filter(|(of, ..)| *of == made);
    let (_, notes, table) = kept.unwrap_or_else(|| {
        let funding = scenario_funding(&snapshot.facts, outlook);
        let mut notes = given(scenario, snapshot, scene.lang);
        notes.extend(scenario_notes(&funding, scene.lang));
        (made, notes, data::scenario(&funding, scene.lang))
    });
    for note in &notes {
        ui.add(Label::new(scene.say(note)).wrap());
    }
    ui.scope(|ui| {
        if !plans.are_current(snapshot) {
            ui.multiply_opacity(size::DIMMED);
        }
        let stamp = (snapshot.stamp << 32) ^ (plans.stamp << 8) ^ chosen.unsigned_abs();
        table_ui(ui, scene, &table, stamp, &mut state.table);
    });
    state.kept = Some((made, notes, table));
}

/// What each envelope gives to each action, one sentence a gift.
fn given(scenario: &Scenario, snapshot: &Snapshot, lang: Lang) -> Vec<Message> {
    let funding = &snapshot.facts.funding;
    let told = |line: &FundingLine| {
        let action = scenario.actions.iter().find(|a| a.id == line.action)?;
        let envelope = funding.envelope(line.envelope)?;
        Some(
            Message::new("ui-funding-gift")
                .with("name", format!("{} {}", envelope.name, envelope.year))
                .with("euros", line.euros)
                .with("action", action_words(action, snapshot, lang)),
        )
    };
    funding.lines.iter().filter_map(told).collect()
}

/// « Augmentation CS Technicien en soudage, 2028 ».
fn action_words(action: &PlanAction, snapshot: &Snapshot, lang: Lang) -> String {
    let programme = snapshot.names.programme(&action.section.programme);
    format!("{} {programme}, {}", kind_words(action.kind, lang), action.rentree)
}

/// Gives euros of an envelope to an action; 0 takes them back.
fn give_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, (scenario, snapshot): (&Scenario, &Snapshot)) {
    let (actions, envelopes) = (&scenario.actions, &snapshot.facts.funding.envelopes);
    let (Some(first), Some(envelope)) = (actions.first(), envelopes.first()) else {
        let key = if actions.is_empty() {
            "ui-funding-no-action"
        } else {
            "ui-funding-no-envelope"
        };
        ui.add(Label::new(plain(scene.t(key), size::TYPE_BODY).color(scene.palette.text_weak.0)).wrap());
        return;
    };
    let lang = scene.lang;
    let mut action = state
        .action
        .filter(|id| actions.iter().any(|a| a.id == *id))
        .unwrap_or(first.id);
    let mut from = state
        .envelope
        .filter(|id| envelopes.iter().any(|e| e.id == *id))
        .unwrap_or(envelope.id);
    let line = |action: i64, from: i64| {
        let lines = &snapshot.facts.funding.lines;
        lines
            .iter()
            .find(|line| (line.action, line.envelope) == (action, from))
            .map_or(0, |line| line.euros)
    };
    ui.horizontal_wrapped(|ui| {
        let told = |a: &PlanAction| action_words(a, snapshot, lang);
        let name = |id: i64| actions.iter().find(|a| a.id == id).map_or_else(String::new, told);
        let all: Vec<i64> = actions.iter().map(|a| a.id).collect();
        parts::choice(ui, scene, &scene.t("ui-funding-action"), &mut action, &all, name);
        let all: Vec<i64> = envelopes.iter().map(|e| e.id).collect();
        let name = |id: i64| {
            envelopes
                .iter()
                .find(|e| e.id == id)
                .map_or_else(String::new, |e| format!("{} {}", e.name, e.year))
        };
        parts::choice(ui, scene, &scene.t("ui-funding-envelope"), &mut from, &all, name);
        if (state.action, state.envelope) != (Some(action), Some(from)) {
            state.euros = line(action, from).to_string();
            (state.action, state.envelope) = (Some(action), Some(from));
        }
        let words = plain(scene.t("ui-funding-give-euros"), size::TYPE_CAPTION);
        ui.label(words.color(scene.palette.text_weak.0));
        parts::field(
            ui,
            &mut state.euros,
            &scene.t("ui-funding-give-euros"),
            size::COLUMN_FIGURE,
        );
        let euros = forms::euros(&state.euros);
        let give = ui.add_enabled(
            scene.writable() && euros.is_some(),
            Button::new(scene.t("ui-funding-give")),
        );
        if let (true, Some(euros)) = (give.clicked(), euros) {
            let envelope = from;
            scene.send(Action::Fund(FundDeed::Line(FundingLine {
                action,
                envelope,
                euros,
            })));
        }
        give.on_hover_text(scene.t("ui-funding-give-help"));
    });
    ui.add_space(size::GAP_XS);
}
