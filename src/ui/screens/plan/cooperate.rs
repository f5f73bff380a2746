//! Drawing of cooperation between basins: mobility helps, and hubs proposed.

use egui::{Label, Ui};

use super::helps;
use crate::domain::scenario::Scenario;
use crate::i18n::Lang;
use crate::ui::desk::Plans;
use crate::ui::scene::{Action, PlanSubject, Scene, Subject};
use crate::ui::snapshot::Snapshot;
use crate::ui::theme::{icon, plain, size};
use crate::ui::widgets::parts;
use crate::ui::widgets::table::{Gesture, Table, TableState, table_ui};

/// What the tables were made for: snapshot, outlooks, language, scenario.
type Made = (u64, u64, Lang, i64);

/// Helps seen without scrolling, and what stands around them: tools, header, foot.
const ROWS_SHOWN: usize = 5;
const ROWS_AROUND: f32 = 4.0;

/// Keeps what was chosen and read between frames.
#[derive(Debug, Default)]
pub struct State {
    pub helps: TableState<i64>,
    hubs: TableState<usize>,
    made: Option<(Made, Table<i64>, Table<usize>)>,
    stamp: u64,
}

impl State {
    /// The filter of the hubs takes the keyboard.
    pub fn ask_filter(&mut self) {
        self.hubs.ask_filter();
    }
}

/// Draws the helps of the scenario, then the hubs.
pub fn cooperate_ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    state: &mut State,
    (scenario, snapshot): (&Scenario, &Snapshot),
    plans: &Plans,
) {
    let made = (snapshot.stamp, plans.stamp, scene.lang, scenario.id);
    if state.made.as_ref().is_none_or(|(of, ..)| *of != made) {
        let outlook = plans.outlook(scenario.id);
        let known = plans.outlooks.as_ref().map_or(&[][..], |known| &known.hubs);
        let told = helps::helps(scenario, outlook, &snapshot.names, scene.lang);
        let hubs = helps::hubs(known, snapshot, scene.lang);
        state.made = Some((made, told, hubs));
        state.stamp += 1;
    }
    let Some((of, told, hubs)) = state.made.take() else {
        return;
    };
    helps_ui(ui, scene, state, scenario, &told);
    ui.add_space(size::GAP_M);
    hubs_ui(ui, scene, state, (scenario, plans), &hubs);
    state.made = Some((of, told, hubs));
}

fn helps_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, scenario: &Scenario, table: &Table<i64>) {
    ui.horizontal_wrapped(|ui| {
        parts::heading(ui, scene.t("ui-plan-helps"));
        let words = format!("{} {}", icon::ADD, scene.t("ui-plan-help-add"));
        if ui.add_enabled(scene.writable(), egui::Button::new(words)).clicked() {
            scene.send(Action::Explain(Subject::Plan(PlanSubject::NewHelp(scenario.id))));
        }
    });
    if table.rows.is_empty() {
        weak(ui, scene, &scene.t("ui-plan-helps-empty"));
        return;
    }
    #[expect(clippy::cast_precision_loss, reason = "a few rows")]
    let rows = table.rows.len().min(ROWS_SHOWN) as f32;
    let height = size::ROW_COMFORTABLE * (rows + ROWS_AROUND);
    ui.push_id("helps", |ui| {
        ui.allocate_ui(egui::vec2(ui.available_width(), height), |ui| {
            let subject = |id| Subject::Plan(PlanSubject::Help(scenario.id, id));
            match table_ui(ui, scene, table, state.stamp, &mut state.helps) {
                Some(Gesture::Opened(id) | Gesture::Selected(id)) => scene.send(Action::Explain(subject(id))),
                Some(Gesture::Passed(id)) => scene.send(Action::Follow(subject(id))),
                None => {}
            }
        });
    });
}

fn hubs_ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    state: &mut State,
    (scenario, plans): (&Scenario, &Plans),
    table: &Table<usize>,
) {
    let known = plans.outlooks.as_ref().map_or(&[][..], |known| &known.hubs);
    let chosen = state.hubs.cursor.and_then(|place| known.get(place));
    ui.horizontal_wrapped(|ui| {
        parts::heading(ui, scene.t("ui-plan-hubs"));
        let words = format!("{} {}", icon::ADD, scene.t("ui-plan-hub-open"));
        let may = scene.writable() && chosen.is_some();
        let button = ui.add_enabled(may, egui::Button::new(words));
        let button = button.on_disabled_hover_text(scene.t("ui-plan-hub-choose"));
        if let Some(hub) = chosen.filter(|_| button.clicked()) {
            let subject = PlanSubject::Opening(scenario.id, helps::section(hub), hub.seats);
            scene.send(Action::Explain(Subject::Plan(subject)));
        }
    });
    if plans.outlooks.is_none() {
        ui.label(scene.t("ui-plan-computing"));
        return;
    }
    if table.rows.is_empty() {
        weak(ui, scene, &scene.t("cli-plan-no-hub"));
        return;
    }
    weak(ui, scene, &scene.t("market-plan-note-hubs"));
    ui.push_id("hubs", |ui| table_ui(ui, scene, table, state.stamp, &mut state.hubs));
}

fn weak(ui: &mut Ui, scene: &Scene<'_>, words: &str) {
    ui.add(Label::new(plain(words, size::TYPE_BODY).color(scene.palette.text_weak.0)).wrap());
}
