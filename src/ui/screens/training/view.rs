//! Drawing of the training supply table.

use egui::Ui;

use super::data;

use crate::ui::scene::{Action, Scene, Subject};

use crate::ui::snapshot::Memo;
use crate::ui::widgets::table::{Gesture, Table, TableState, table_ui};

/// Keeps the table between frames.
#[derive(Debug)]
pub struct State {
    memo: Memo<Table<usize>>,
    pub table: TableState<usize>,
}

impl Default for State {
    fn default() -> Self {
        Self {
            memo: Memo::default(),
            table: TableState::descending(data::IN_FIELD),
        }
    }
}

/// Draws the table; a selected line is explained beside it.
pub fn training_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State) {
    let Some(snapshot) = scene.snapshot else { return };
    let Some(gap) = &snapshot.gap else { return };
    let lang = scene.lang;
    let table = state
        .memo
        .get(snapshot, lang, || data::table(gap, &snapshot.names, lang, |_| true));
    match table_ui(ui, scene, table, snapshot.stamp, &mut state.table) {
        Some(Gesture::Opened(key) | Gesture::Selected(key)) => scene.send(Action::Explain(Subject::Supply(key))),
        Some(Gesture::Passed(key)) => scene.send(Action::Follow(Subject::Supply(key))),
        None => {}
    }
}
