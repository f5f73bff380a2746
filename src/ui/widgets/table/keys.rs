//! Keyboard of a table: arrows, Home, End, pages, Enter, Ctrl+C.

use egui::{Event, Key, Response, Ui};

use super::model::Table;
use super::state::TableState;
use super::{Gesture, copy_all};
use crate::ui::scene::Scene;
use crate::ui::theme::size;
use crate::ui::widgets::keyboard;

/// Rows a page key moves by when the height is unknown.
const LEAST_PAGE: isize = 5;

/// Applies the keys pressed while the table has the keyboard.
pub(super) fn handle<K: Clone + PartialEq>(
    ui: &Ui,
    scene: &mut Scene<'_>,
    table: &Table<K>,
    state: &mut TableState<K>,
    focus: &Response,
    columns: &[usize],
) -> Option<Gesture<K>> {
    if !keyboard::holds(ui, focus) {
        return None;
    }
    let page = page(focus.rect.height());
    let pressed = |key| keyboard::pressed(ui, key);
    let steps = [
        (Key::ArrowDown, 1),
        (Key::ArrowUp, -1),
        (Key::PageDown, page),
        (Key::PageUp, -page),
        (Key::Home, isize::MIN),
        (Key::End, isize::MAX),
    ];
    let before = state.cursor.clone();
    for (key, step) in steps {
        if pressed(key) {
            state.step(table, step);
        }
    }
    if ui.input(|i| i.events.contains(&Event::Copy)) {
        match state.cursor.is_some() {
            true => copy_row(ui, scene, table, state, columns),
            false => copy_all(ui, scene, table, state),
        }
    }
    let cursor = state.cursor.clone()?;
    if pressed(Key::Enter) {
        return Some(Gesture::Opened(cursor));
    }
    (before.as_ref() != Some(&cursor)).then_some(Gesture::Passed(cursor))
}

/// Copies the selected row with its header.
fn copy_row<K: Clone + PartialEq>(
    ui: &Ui,
    scene: &mut Scene<'_>,
    table: &Table<K>,
    state: &TableState<K>,
    columns: &[usize],
) {
    let Some(row) = state.position(table).and_then(|p| state.last_order().get(p).copied()) else {
        return;
    };
    ui.ctx().copy_text(table.tsv(&[row], columns, scene.lang));
    scene.tell(crate::i18n::Message::new("ui-table-copied").with("n", 1_i64));
}

#[expect(clippy::cast_possible_truncation, reason = "a count of rows on a screen")]
fn page(height: f32) -> isize {
    ((height / size::ROW_COMPACT) as isize - 3).max(LEAST_PAGE)
}
