//! The table of every screen: sort, filter, columns, keyboard, copy, one spoken sentence a row; only visible rows are drawn.

pub(in crate::ui::widgets) mod cells;
mod export;
mod filter;
mod filter_ui;
mod keys;
mod memory;
pub mod model;
mod picks;
mod rows;
pub mod state;
mod toolbar;
mod totals;
mod widths;

use std::sync::Arc;

use egui::{Id, Role, Sense, Ui, WidgetInfo};
use egui_table::{Column as Width, HeaderRow, TableState as Widths};

pub use memory::Memory;
pub use model::{Cell, Column, Kind, Offer, Row, Table};
pub use state::{Direction, TableState};

use crate::ui::scene::Scene;
use crate::ui::theme::size;
use picks::Held;
use rows::Shown;
use widths::shared;

/// What the user did to the table this frame.
#[derive(Debug, Clone, PartialEq)]
pub enum Gesture<K> {
    /// Enter or a double click: the row should open.
    Opened(K),
    /// A click: the row should be explained.
    Selected(K),
    /// The keyboard came to the row: what is explained already may follow.
    Passed(K),
}

/// Draws the tool bar and the table in the space left. `stamp` changes whenever `table` does.
pub fn table_ui<K: Clone + PartialEq>(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    table: &Table<K>,
    stamp: u64,
    state: &mut TableState<K>,
) -> Option<Gesture<K>> {
    memory::recall(ui.ctx(), table, state);
    state.room = room(ui) * state.share;
    toolbar::toolbar_ui(ui, scene, table, stamp, state);
    state.order(table, stamp, scene.lang);
    let order = Arc::clone(state.last_order());
    let columns = state.columns(table);
    memory::remember(ui.ctx(), table, state);
    if order.is_empty() {
        ui.add_space(size::GAP_L);
        ui.vertical_centered(|ui| {
            ui.label(scene.t("ui-table-nothing"));
            if state.is_filtered() && ui.button(scene.t("ui-table-clear-filter")).clicked() {
                state.clear_filters();
            }
        });
        return None;
    }
    let id = ui.make_persistent_id(table.id);
    let focus = ui.interact(ui.available_rect_before_wrap(), id.with("keys"), Sense::click());
    focus.widget_info(|| WidgetInfo::labeled(Role::Table, true, &table.title));
    let keyed = keys::handle(ui, scene, table, state, &focus, &columns);
    let cursor = state.position(table);
    let mut shown = Shown {
        scene,
        table,
        order: &order,
        columns: &columns,
        cursor,
        picks: &state.picks,
        sort: state.sort,
        totals: state.totals.as_ref().or(table.totals.as_ref()),
        focused: focus.has_focus(),
        previous_row: None,
        second_pass: false,
        sorted: None,
        filtered: None,
        clicked: None,
        opened: None,
        ticked: None,
    };
    grid_ui(ui, id, &mut shown, std::mem::take(&mut state.reveal));
    let Shown {
        sorted,
        filtered,
        clicked,
        opened,
        ticked,
        ..
    } = shown;
    if let Some(column) = sorted {
        let first = match table.columns[column].kind {
            Kind::Text => Direction::Ascending,
            Kind::Number => Direction::Descending,
        };
        state.sort_by(column, first);
    }
    state.asked_filter = filtered.or(state.asked_filter);
    let key = |position: usize| order.get(position).map(|&row| table.rows[row].key.clone());
    state.ticked = ticked.and_then(key).or(state.ticked.take());
    if let Some(position) = clicked.or(opened) {
        state.click(table, position, Held::of(ui.input(|i| i.modifiers)));
        focus.request_focus();
    }
    keyed
        .or_else(|| opened.and_then(key).map(Gesture::Opened))
        .or_else(|| clicked.and_then(key).map(Gesture::Selected))
}

/// Draws header, totals and visible rows; `reveal` brings the cursor into view.
fn grid_ui<K: Clone + PartialEq>(ui: &mut Ui, id: Id, shown: &mut Shown<'_, '_, K>, reveal: bool) {
    let mut headers = vec![HeaderRow::new(size::ROW_COMFORTABLE + size::GAP_S)];
    if shown.table.totals.is_some() {
        headers.push(HeaderRow::new(size::ROW_COMPACT + size::GAP_XS));
    }
    let headers_height: f32 = headers.iter().map(|h| h.height).sum();
    let mut grid = egui_table::Table::new()
        .id_salt(shown.table.id)
        .num_rows(u64::try_from(shown.order.len()).unwrap_or(u64::MAX))
        .columns(widths(ui, shown.table, id, shown.columns))
        .num_sticky_cols(1)
        .headers(headers);
    if let (true, Some(row)) = (reveal, shown.cursor) {
        grid = grid.scroll_to_row(u64::try_from(row).unwrap_or(u64::MAX), None);
    }
    let height =
        headers_height + size::ROW_COMPACT * rows_count(shown.order.len()) + ui.spacing().scroll.allocated_width();
    let room = ui.available_size();
    ui.allocate_ui(egui::vec2(room.x, room.y.min(height)), |ui| {
        let grid_id = grid.get_id(ui);
        if Widths::load(ui.ctx(), grid_id).is_none() {
            // A stored state tells the grid that widths are chosen here: no measuring pass.
            Widths::default().store(ui.ctx(), grid_id);
        }
        grid.show(ui, shown);
    });
}

#[expect(clippy::cast_precision_loss, reason = "a height on screen")]
fn rows_count(rows: usize) -> f32 {
    rows as f32
}

/// Width of a table with no detail beside it: opening one takes no column away.
fn room(ui: &Ui) -> f32 {
    let window = ui.ctx().content_rect().width();
    let navigation = if window < size::NAV_COLLAPSES_UNDER {
        size::NAV_ICONS
    } else {
        size::NAV_WIDE
    };
    window - navigation - size::GAP_L * 2.0 - ui.spacing().scroll.allocated_width() - size::GAP_XS
}

/// The columns of the grid, as wide as [`shared`] says for the room there is.
fn widths<K>(ui: &Ui, table: &Table<K>, id: Id, columns: &[usize]) -> Vec<Width> {
    let available = ui.available_width() - ui.spacing().scroll.allocated_width() - size::GAP_XS;
    let shown: Vec<&Column> = columns.iter().map(|&c| &table.columns[c]).collect();
    // A width follows the space until the user drags it: another space is another column for the grid.
    let width = |(&c, width): (&usize, f32)| {
        let id = id.with((c, format!("{width:.0}")));
        Width::new(width).range(size::CONTROL..=f32::INFINITY).id(id)
    };
    columns.iter().zip(shared(available, &shown)).map(width).collect()
}
