//! Drawing of a sheet.

use egui::{ScrollArea, Ui};

use super::data::{FLOW_PEOPLE, Scope, Sheet};
use crate::market::flows::FlowKey;
use crate::market::gap::RowKey;
use crate::ui::scene::{Action, Place, Scene, Subject};
use crate::ui::screens::flows::exchange::exchange;
use crate::ui::screens::flows::view::flow_action;
use crate::ui::screens::training::view::supply_action;
use crate::ui::screens::{cells, gap_table, training};
use crate::ui::snapshot::Memo;
use crate::ui::theme::{plain, size};
use crate::ui::widgets::causes::{CauseLines, causes_ui};
use crate::ui::widgets::exchange::{Exchange, exchange_ui};
use crate::ui::widgets::parts::{self, Tone};
use crate::ui::widgets::table::{Gesture, TableState, table_ui};

/// Keeps a sheet between frames.
#[derive(Debug)]
pub struct SheetState {
    memo: Memo<Sheet>,
    causes: Memo<Option<CauseLines>>,
    exchange: Memo<Option<Exchange>>,
    scope: Option<Scope>,
    part: Part,
    pub cells: TableState<RowKey>,
    pub supplies: TableState<usize>,
    pub flows: TableState<FlowKey>,
}

/// Which part of the sheet is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Part {
    #[default]
    Gaps,
    Programmes,
    Flows,
    Causes,
}

impl Default for SheetState {
    fn default() -> Self {
        Self {
            memo: Memo::default(),
            causes: Memo::default(),
            exchange: Memo::default(),
            scope: None,
            part: Part::default(),
            cells: TableState::descending(cells::data::NAME_COLUMNS + gap_table::UNFILLED),
            supplies: TableState::descending(training::data::IN_FIELD),
            flows: TableState::descending(FLOW_PEOPLE),
        }
    }
}

impl SheetState {
    /// The filter of the open part takes the keyboard.
    pub fn ask_filter(&mut self) {
        match self.part {
            Part::Gaps => self.cells.ask_filter(),
            Part::Programmes => self.supplies.ask_filter(),
            Part::Flows => self.flows.ask_filter(),
            Part::Causes => {}
        }
    }
}

/// Draws a sheet, built again when the figures or the subject change.
pub fn sheet_ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    state: &mut SheetState,
    scope: &Scope,
    build: impl FnOnce() -> Sheet,
) {
    let Some(snapshot) = scene.snapshot else { return };
    if state.scope.as_ref() != Some(scope) {
        *state = SheetState {
            scope: Some(scope.clone()),
            part: state.part,
            ..SheetState::default()
        };
    }
    let sheet = state.memo.get(snapshot, scene.lang, build);
    ui.label(plain(&sheet.intro, size::TYPE_BODY).color(scene.palette.text_weak.0));
    if sheet.border {
        parts::banner(ui, scene, Tone::Attention, &scene.t("ui-border-warning"));
    }
    ui.add_space(size::GAP_XS);
    figures_ui(ui, scene, sheet, scope);
    ui.add_space(size::GAP_S);
    let tabs = [
        (Part::Gaps, "ui-sheet-gaps", sheet.cells.rows.len()),
        (Part::Programmes, "ui-sheet-programmes", sheet.supplies.rows.len()),
        (Part::Flows, "ui-sheet-flows", sheet.flows.rows.len()),
    ];
    ui.horizontal(|ui| {
        for (part, key, count) in tabs {
            let words = format!("{} ({count})", scene.t(key));
            ui.selectable_value(&mut state.part, part, words);
        }
        ui.selectable_value(&mut state.part, Part::Causes, scene.t("ui-sheet-causes"));
    });
    let stamp = snapshot.stamp;
    match state.part {
        Part::Gaps => {
            let gesture = table_ui(ui, scene, &sheet.cells, stamp, &mut state.cells);
            scene.actions.extend(gesture.and_then(|g| cell_action(scope, g)));
        }
        Part::Programmes => {
            let gesture = table_ui(ui, scene, &sheet.supplies, stamp, &mut state.supplies);
            scene.actions.extend(gesture.and_then(|g| supply_action(&g, snapshot)));
        }
        Part::Flows => {
            exchange_part_ui(ui, scene, &mut state.exchange, scope);
            let gesture = table_ui(ui, scene, &sheet.flows, stamp, &mut state.flows);
            scene.actions.extend(gesture.map(flow_action));
        }
        Part::Causes => causes_part_ui(ui, scene, &mut state.causes, scope),
    }
}

/// What the basin of the sheet exchanges with the others.
fn exchange_part_ui(ui: &mut Ui, scene: &mut Scene<'_>, memo: &mut Memo<Option<Exchange>>, scope: &Scope) {
    let (Some(snapshot), Scope::Basin(code)) = (scene.snapshot, scope) else {
        return;
    };
    let lang = scene.lang;
    if let Some(found) = memo.get(snapshot, lang, || exchange(code, snapshot, lang)) {
        exchange_ui(ui, scene, found);
    }
}

/// Why the posts of the sheet stay unfilled.
fn causes_part_ui(ui: &mut Ui, scene: &Scene<'_>, memo: &mut Memo<Option<CauseLines>>, scope: &Scope) {
    let Some(snapshot) = scene.snapshot else { return };
    let Some(reasons) = &snapshot.reasons else {
        ui.label(scene.t("ui-reasons-waiting"));
        return;
    };
    let lines = memo.get(snapshot, scene.lang, || {
        let values = reasons.causes.row(&scope.row_key(), &snapshot.facts);
        CauseLines::of(&values, reasons.causes.revision, scene.lang)
    });
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.set_max_width(size::READING);
        match lines {
            Some(lines) => causes_ui(ui, scene, lines),
            None => {
                ui.label(scene.t("ui-causes-none"));
            }
        }
    });
}

/// From a cell of a basin to the occupation's sheet, and the other way round.
fn cell_action(scope: &Scope, gesture: Gesture<RowKey>) -> Option<Action> {
    Some(match (gesture, scope) {
        (Gesture::Opened(RowKey::Cell(_, fap)), Scope::Basin(_)) => Action::Go(Place::Occupation(fap)),
        (Gesture::Opened(RowKey::Cell(basin, _)), Scope::Occupation(_)) => Action::Go(Place::Basin(basin)),
        (Gesture::Opened(_), _) => return None,
        (Gesture::Selected(key), _) => Action::Explain(Subject::Row(key)),
        (Gesture::Passed(key), _) => Action::Follow(Subject::Row(key)),
    })
}

fn figures_ui(ui: &mut Ui, scene: &mut Scene<'_>, sheet: &Sheet, scope: &Scope) {
    let width = ui.available_width();
    if let Some(measure) = parts::key_figures(ui, scene, &sheet.figures, width) {
        scene.send(Action::Explain(Subject::Figure(scope.row_key(), measure)));
    }
}
