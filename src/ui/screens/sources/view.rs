//! Drawing of the sources screen.

use egui::{CollapsingHeader, Label, ScrollArea, Ui};

use super::data;
use crate::app::command::Command;
use crate::domain::source::SourceId;
use crate::market::coverage::coverage;
use crate::ui::scene::{Action, Scene, Subject};
use crate::ui::snapshot::Memo;
use crate::ui::theme::{plain, size};
use crate::ui::widgets::parts;
use crate::ui::widgets::table::{Gesture, Table, TableState, table_ui};

/// Keeps the table between frames.
#[derive(Debug, Default)]
pub struct State {
    memo: Memo<Table<SourceId>>,
    coverage: Memo<Vec<String>>,
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
    if let Some(gap) = &snapshot.gap {
        let told = state
            .coverage
            .get(snapshot, lang, || coverage(&snapshot.facts, gap).sentences(lang));
        coverage_ui(ui, scene, told);
    }
    let table = state.memo.get(snapshot, lang, || data::table(&snapshot.facts, lang));
    match table_ui(ui, scene, table, snapshot.stamp, &mut state.table) {
        Some(Gesture::Opened(id) | Gesture::Selected(id)) => scene.send(Action::Explain(Subject::Source(id))),
        Some(Gesture::Passed(id)) => scene.send(Action::Follow(Subject::Source(id))),
        None => {}
    }
}

/// What the figures rest on, folded away at will: one sentence a line.
fn coverage_ui(ui: &mut Ui, scene: &Scene<'_>, told: &[String]) {
    CollapsingHeader::new(scene.t("ui-sources-coverage"))
        .default_open(true)
        .show(ui, |ui| {
            ScrollArea::vertical()
                .id_salt("coverage")
                .auto_shrink([false, true])
                .max_height((ui.available_height() * size::COVERAGE_SHARE).max(size::COVERAGE))
                .show(ui, |ui| {
                    for sentence in told {
                        ui.add(Label::new(plain(sentence, size::TYPE_BODY)).wrap());
                    }
                });
        });
    ui.add_space(size::GAP_S);
}
