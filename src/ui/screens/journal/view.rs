//! Drawing of the journal.

use egui::Ui;

use super::data::{self, Deed};
use crate::ui::scene::Scene;
use crate::ui::widgets::table::{Table, TableState, table_ui};

/// Keeps the table between frames.
#[derive(Debug, Default)]
pub struct State {
    kept: Option<(u64, crate::i18n::Lang, Table<i64>)>,
    pub table: TableState<i64>,
}

/// Draws the deeds; undo and redo are in the status line, with the deed they would act on.
pub fn journal_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, deeds: &[Deed]) {
    let Some(snapshot) = scene.snapshot else { return };
    if deeds.is_empty() {
        ui.label(scene.t("ui-journal-empty"));
        return;
    }
    let key = (snapshot.stamp, scene.lang);
    let kept = state.kept.take().filter(|(s, l, _)| (*s, *l) == key);
    let (_, _, table) = kept.unwrap_or_else(|| (key.0, key.1, data::table(deeds, scene.lang)));
    table_ui(ui, scene, &table, snapshot.stamp, &mut state.table);
    state.kept = Some((key.0, key.1, table));
}
