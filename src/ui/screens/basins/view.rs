//! Drawing of the map, of the basins table and of a basin's sheet.

use egui::{Ui, vec2};

use super::chart::{self, Measure};
use super::{data, shapes};
use crate::domain::id::BasinCode;
use crate::market::gap::RowKey;
use crate::ui::scene::{Action, Place, Scene, Subject};
use crate::ui::screens::gap_table;
use crate::ui::screens::sheet::data::{Scope, Sheet};
use crate::ui::screens::sheet::view::{SheetState, sheet_ui};
use crate::ui::snapshot::Memo;
use crate::ui::theme::{plain, size};
use crate::ui::widgets::map::{Map, View, map_ui};
use crate::ui::widgets::parts;
use crate::ui::widgets::table::{Gesture, Table, TableState, table_ui};

/// Keeps the map, the table and the sheet between frames.
#[derive(Debug)]
pub struct State {
    memo: Memo<Table<BasinCode>>,
    /// One map a measure, in the order of [`Measure::ALL`].
    maps: [Memo<Map<BasinCode>>; 2],
    /// What the land on the map is.
    note: Memo<String>,
    measure: Measure,
    view: View,
    pub table: TableState<BasinCode>,
    pub sheet: SheetState,
}

impl Default for State {
    fn default() -> Self {
        Self {
            memo: Memo::default(),
            maps: Default::default(),
            note: Memo::default(),
            measure: Measure::default(),
            view: View::default(),
            table: TableState::descending(data::NAME_COLUMNS + gap_table::UNFILLED).with_share(1.0 - size::MAP_SHARE),
            sheet: SheetState::default(),
        }
    }
}

/// Draws the map and beside it the table, with one selection; Enter or a double click opens a sheet, a selection explains the figures.
pub fn basins_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State) {
    let room = ui.available_size();
    let beside = room.x >= size::MAP_STACKS_UNDER;
    let (map, table) = if beside {
        let width = ((room.x - size::GAP_M) * size::MAP_SHARE).floor();
        (vec2(width, room.y), vec2(room.x - size::GAP_M - width, room.y))
    } else {
        let height = ((room.y - size::GAP_M) * size::MAP_SHARE).floor();
        (vec2(room.x, height), vec2(room.x, room.y - size::GAP_M - height))
    };
    let layout = if beside {
        egui::Layout::left_to_right(egui::Align::Min)
    } else {
        egui::Layout::top_down(egui::Align::Min)
    };
    ui.with_layout(layout, |ui| {
        ui.spacing_mut().item_spacing = vec2(size::GAP_M, size::GAP_M);
        for (number, part) in [map, table].into_iter().enumerate() {
            ui.allocate_ui_with_layout(part, egui::Layout::top_down(egui::Align::Min), |ui| {
                ui.set_min_size(part);
                ui.spacing_mut().item_spacing = vec2(size::GAP_S, size::GAP_XS);
                let gesture = match number {
                    0 => basins_map_ui(ui, scene, state),
                    _ => basins_table_ui(ui, scene, state),
                };
                scene.actions.extend(gesture.map(action));
            });
        }
    });
}

fn basins_map_ui(ui: &mut Ui, scene: &Scene<'_>, state: &mut State) -> Option<Gesture<BasinCode>> {
    let snapshot = scene.snapshot?;
    let gap = snapshot.gap.as_ref()?;
    let lang = scene.lang;
    ui.horizontal(|ui| {
        let name = scene.t("ui-map-measure");
        parts::choice(ui, scene, &name, &mut state.measure, &Measure::ALL, |one| {
            one.label(lang)
        });
    });
    let number = Measure::ALL.iter().position(|m| *m == state.measure).unwrap_or(0);
    let map = state.maps[number].get(snapshot, lang, || chart::map(snapshot, gap, lang, state.measure));
    let note = plain(
        state.note.get(snapshot, lang, || shapes::note(snapshot, lang)),
        size::TYPE_CAPTION,
    );
    let note = note.color(scene.palette.text_weak.0);
    let room = ui.available_size() - vec2(0.0, size::TYPE_CAPTION * 2.0);
    let mut selected = state.table.cursor.clone();
    let gesture = ui
        .allocate_ui(room, |ui| {
            ui.set_min_size(room);
            map_ui(ui, scene, map, &mut state.view, &mut selected)
        })
        .inner;
    ui.add(egui::Label::new(note).wrap());
    if gesture.is_some() {
        state.table.select(selected);
    }
    gesture
}

fn action(gesture: Gesture<BasinCode>) -> Action {
    match gesture {
        Gesture::Opened(code) => Action::Go(Place::Basin(code)),
        Gesture::Selected(code) => Action::Explain(Subject::Row(RowKey::Basin(code))),
        Gesture::Passed(code) => Action::Follow(Subject::Row(RowKey::Basin(code))),
    }
}

fn basins_table_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State) -> Option<Gesture<BasinCode>> {
    let snapshot = scene.snapshot?;
    let gap = snapshot.gap.as_ref()?;
    let lang = scene.lang;
    let table = state.memo.get(snapshot, lang, || data::table(snapshot, gap, lang));
    table_ui(ui, scene, table, snapshot.stamp, &mut state.table)
}

/// Draws the sheet of one basin.
pub fn basin_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, code: &BasinCode) {
    let Some(snapshot) = scene.snapshot else { return };
    let Some(gap) = &snapshot.gap else { return };
    let lang = scene.lang;
    let build = || {
        let basin = snapshot.facts.catalogue.basins.iter().find(|b| b.code == *code);
        let intro = basin.map_or_else(String::new, |b| data::intro(b, &snapshot.names, lang));
        Sheet::of(&Scope::Basin(code.clone()), intro, snapshot, gap, lang)
    };
    sheet_ui(ui, scene, &mut state.sheet, &Scope::Basin(code.clone()), build);
}
