//! Keyboard of a table: arrows, Home, End, pages, alone or with Shift, Enter, the space bar, Ctrl+A, Ctrl+C, Ctrl+V.

use std::sync::Arc;

use egui::{Event, Key, Modifiers, Response, Ui};

use super::Gesture;
use super::model::Table;
use super::picks::Held;
use super::state::TableState;
use super::toolbar::copy_all;
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
    let held = match Held::of(ui.input(|i| i.modifiers)) {
        Held::Shift => Held::Shift,
        Held::Ctrl | Held::Nothing => Held::Nothing,
    };
    for (key, step) in steps {
        if pressed(key) {
            state.step_held(table, step, held);
        }
    }
    if ui.input_mut(|i| i.consume_key(Modifiers::COMMAND, Key::A)) {
        state.pick_all(table);
    }
    if !state.picks.is_empty() && pressed(Key::Escape) {
        state.picks.clear();
    }
    if state.takes_paste {
        let pasted = |event: &Event| match event {
            Event::Paste(text) => Some(text.clone()),
            _ => None,
        };
        state.pasted = ui.input(|i| i.events.iter().find_map(pasted));
    }
    if ui.input(|i| i.events.contains(&Event::Copy)) {
        match state.cursor.is_some() || !state.picks.is_empty() {
            true => copy_chosen(ui, scene, table, state, columns),
            false => copy_all(ui, scene, table, state),
        }
    }
    let cursor = state.cursor.clone()?;
    if state.takes_ticks && pressed(Key::Space) {
        state.ticked = Some(cursor.clone());
    }
    if pressed(Key::Enter) {
        return Some(Gesture::Opened(cursor));
    }
    (before.as_ref() != Some(&cursor)).then_some(Gesture::Passed(cursor))
}

/// Copies the chosen rows, else the selected one, with their header.
fn copy_chosen<K: Clone + PartialEq>(
    ui: &Ui,
    scene: &mut Scene<'_>,
    table: &Table<K>,
    state: &mut TableState<K>,
    columns: &[usize],
) {
    let order = Arc::clone(state.last_order());
    let rows: Vec<usize> = if state.picks.is_empty() {
        let row = state.position(table).and_then(|p| order.get(p).copied());
        row.into_iter().collect()
    } else {
        order.iter().copied().filter(|row| state.picks.contains(*row)).collect()
    };
    ui.ctx().copy_text(table.tsv(&rows, columns, scene.lang));
    scene.tell(crate::i18n::Message::new("ui-table-copied").with("n", rows.len()));
}

#[expect(clippy::cast_possible_truncation, reason = "a count of rows on a screen")]
fn page(height: f32) -> isize {
    ((height / size::ROW_COMPACT) as isize - 3).max(LEAST_PAGE)
}
