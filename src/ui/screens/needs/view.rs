//! Drawing of the needs.

use egui::Ui;

use super::data::{self, By};
use crate::app::command::Command;
use crate::market::gap::RowKey;
use crate::ui::scene::{Action, Measure, Scene, Subject};
use crate::ui::snapshot::Memo;
use crate::ui::theme::{plain, size};
use crate::ui::widgets::parts;
use crate::ui::widgets::segments::{Segment, segments_ui};
use crate::ui::widgets::table::{Gesture, Table, TableState, table_ui};

/// Keeps one table a grouping between frames.
#[derive(Debug)]
pub struct State {
    by: By,
    intro: Memo<String>,
    memos: [Memo<Table<RowKey>>; 3],
    tables: [TableState<RowKey>; 3],
}

impl Default for State {
    fn default() -> Self {
        let sorted = |by| TableState::descending(data::name_columns(by) + data::NEED);
        Self {
            by: By::default(),
            intro: Memo::default(),
            memos: Default::default(),
            tables: By::ALL.map(sorted),
        }
    }
}

impl State {
    fn rank(&self) -> usize {
        By::ALL.iter().position(|by| *by == self.by).unwrap_or(0)
    }

    /// The filter of the table takes the keyboard.
    pub fn ask_filter(&mut self) {
        let rank = self.rank();
        self.tables[rank].ask_filter();
    }
}

/// Draws the lines; a selected one tells how its need is made, from which rows.
pub fn needs_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State) {
    let Some(snapshot) = scene.snapshot else { return };
    if data::is_empty(snapshot) {
        let (words, button) = (scene.t("ui-needs-empty"), scene.t("ui-import-choose"));
        parts::empty_state(ui, scene, &words, &button, Action::Run(Command::Import));
        return;
    }
    let Some(gap) = &snapshot.gap else { return };
    let lang = scene.lang;
    let intro = state.intro.get(snapshot, lang, || data::intro(snapshot, gap, lang));
    let words = plain(intro, size::TYPE_CAPTION).color(scene.palette.text_weak.0);
    ui.add(egui::Label::new(words).wrap());
    let segments = By::ALL.map(|by| Segment {
        name: by.label(lang),
        help: String::new(),
    });
    if let Some(picked) = segments_ui(ui, scene, &segments, state.rank()) {
        state.by = By::ALL[picked];
    }
    let (rank, by) = (state.rank(), state.by);
    let table = state.memos[rank].get(snapshot, lang, || data::table(snapshot, gap, by, lang));
    let explained = |key| Subject::Figure(key, Measure::Need);
    match table_ui(ui, scene, table, snapshot.stamp, &mut state.tables[rank]) {
        Some(Gesture::Opened(key) | Gesture::Selected(key)) => scene.send(Action::Explain(explained(key))),
        Some(Gesture::Passed(key)) => scene.send(Action::Follow(explained(key))),
        None => {}
    }
}
