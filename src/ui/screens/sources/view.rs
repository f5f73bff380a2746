//! Drawing of the sources screen.

use egui::Ui;

use super::data;
use crate::app::command::Command;
use crate::domain::source::SourceId;
use crate::ui::scene::{Action, Scene, Subject};
use crate::ui::snapshot::Memo;
use crate::ui::widgets::parts;
use crate::ui::widgets::table::{Gesture, Table, TableState, table_ui};

/// Keeps the table between frames.
#[derive(Debug, Default)]
pub struct State {
    memo: Memo<Table<SourceId>>,
    pub table: TableState<SourceId>,
}

/// Draws the files; a selected one is detailed beside, with the button that removes it.
pub fn sources_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State) {
    let Some(snapshot) = scene.snapshot else { return };
    if snapshot.facts.sources.is_empty() {
        let (words, button) = (scene.t("ui-sources-empty"), scene.t("ui-import-choose"));
        parts::empty_state(ui, scene, &words, &button, Action::Run(Command::Import));
        return;
    }
    let lang = scene.lang;
    let table = state.memo.get(snapshot, lang, || data::table(&snapshot.facts, lang));
    match table_ui(ui, scene, table, snapshot.stamp, &mut state.table) {
        Some(Gesture::Opened(id) | Gesture::Selected(id)) => scene.send(Action::Explain(Subject::Source(id))),
        Some(Gesture::Passed(id)) => scene.send(Action::Follow(Subject::Source(id))),
        None => {}
    }
}
