//! Drawing of the table of cells.

use egui::Ui;

use super::data;
use crate::market::gap::RowKey;
use crate::ui::scene::{Action, Scene, Subject};
use crate::ui::screens::gap_table;
use crate::ui::snapshot::Memo;
use crate::ui::widgets::table::{Gesture, Table, TableState, table_ui};

/// Keeps the table between frames.
#[derive(Debug)]
pub struct State {
    memo: Memo<Table<RowKey>>,
    pub table: TableState<RowKey>,
}

impl Default for State {
    fn default() -> Self {
        Self {
            memo: Memo::default(),
            table: TableState::descending(data::NAME_COLUMNS + gap_table::UNFILLED),
        }
    }
}

/// Draws the table; a selected cell is explained beside it.
pub fn cells_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State) {
    let Some(snapshot) = scene.snapshot else { return };
    let Some(gap) = &snapshot.gap else { return };
    let lang = scene.lang;
    let table = state
        .memo
        .get(snapshot, lang, || data::table(snapshot, gap, lang, |_| true));
    match table_ui(ui, scene, table, snapshot.stamp, &mut state.table) {
        Some(Gesture::Opened(key) | Gesture::Selected(key)) => scene.send(Action::Explain(Subject::Row(key))),
        Some(Gesture::Passed(key)) => scene.send(Action::Follow(Subject::Row(key))),
        None => {}
    }
}
