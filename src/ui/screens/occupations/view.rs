//! Drawing of the occupations table and of an occupation's sheet.

use egui::Ui;

use super::data;
use crate::domain::id::FapCode;
use crate::market::gap::RowKey;
use crate::ui::scene::{Action, Place, Scene, Subject};
use crate::ui::screens::gap_table;
use crate::ui::screens::sheet::data::{Scope, Sheet};
use crate::ui::screens::sheet::view::{SheetState, sheet_ui};
use crate::ui::snapshot::Memo;
use crate::ui::widgets::table::{Gesture, Table, TableState, table_ui};

/// Keeps the table and the sheet between frames.
#[derive(Debug)]
pub struct State {
    memo: Memo<Table<FapCode>>,
    pub table: TableState<FapCode>,
    pub sheet: SheetState,
}

impl Default for State {
    fn default() -> Self {
        Self {
            memo: Memo::default(),
            table: TableState::descending(data::NAME_COLUMNS + gap_table::UNFILLED),
            sheet: SheetState::default(),
        }
    }
}

/// Draws the table; Enter or a double click opens a sheet, a selection explains the figures.
pub fn occupations_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State) {
    let Some(snapshot) = scene.snapshot else { return };
    let Some(gap) = &snapshot.gap else { return };
    let lang = scene.lang;
    let table = state.memo.get(snapshot, lang, || data::table(snapshot, gap, lang));
    match table_ui(ui, scene, table, snapshot.stamp, &mut state.table) {
        Some(Gesture::Opened(code)) => scene.send(Action::Go(Place::Occupation(code))),
        Some(Gesture::Selected(code)) => scene.send(Action::Explain(Subject::Row(RowKey::Occupation(code)))),
        Some(Gesture::Passed(code)) => scene.send(Action::Follow(Subject::Row(RowKey::Occupation(code)))),
        None => {}
    }
}

/// Draws the sheet of one occupation.
pub fn occupation_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, code: &FapCode) {
    let Some(snapshot) = scene.snapshot else { return };
    let Some(gap) = &snapshot.gap else { return };
    let lang = scene.lang;
    let build = || {
        let occupation = snapshot.facts.catalogue.occupations.iter().find(|o| o.code == *code);
        let intro = occupation.map_or_else(String::new, |o| data::intro(o, lang));
        Sheet::of(&Scope::Occupation(code.clone()), intro, snapshot, gap, lang)
    };
    sheet_ui(ui, scene, &mut state.sheet, &Scope::Occupation(code.clone()), build);
}
