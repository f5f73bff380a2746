//! The table of every screen: sort, filter, columns, keyboard, copy, one spoken sentence a row; only visible rows are drawn.

pub(in crate::ui::widgets) mod cells;
mod keys;
pub mod model;
mod picks;
mod rows;
pub mod state;

use std::sync::Arc;

use egui::{Align, Id, Layout, Popup, Role, Sense, Ui, WidgetInfo};
use egui_table::{Column as Width, HeaderRow, TableState as Widths};

pub use model::{Cell, Column, Kind, Offer, Row, Table};
pub use state::{Direction, TableState};

use crate::i18n::Message;
use crate::ui::scene::Scene;
use crate::ui::theme::{icon, size};
use crate::ui::widgets::parts;
use picks::Held;
use rows::Shown;

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

impl<K> Gesture<K> {
    /// The same gesture on what the row stands for; nothing where it stands for nothing.
    pub fn try_map<L>(self, f: impl FnOnce(K) -> Option<L>) -> Option<Gesture<L>> {
        Some(match self {
            Self::Opened(key) => Gesture::Opened(f(key)?),
            Self::Selected(key) => Gesture::Selected(f(key)?),
            Self::Passed(key) => Gesture::Passed(f(key)?),
        })
    }
}

/// Draws the tool bar and the table in the space left. `stamp` changes whenever `table` does.
pub fn table_ui<K: Clone + PartialEq>(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    table: &Table<K>,
    stamp: u64,
    state: &mut TableState<K>,
) -> Option<Gesture<K>> {
    state.room = room(ui) * state.share;
    toolbar_ui(ui, scene, table, stamp, state);
    state.order(table, stamp, scene.lang);
    let order = Arc::clone(state.last_order());
    let columns = state.columns(table);
    if order.is_empty() {
        ui.add_space(size::GAP_L);
        ui.vertical_centered(|ui| {
            ui.label(scene.t("ui-table-nothing"));
            if !state.filter.is_empty() && ui.button(scene.t("ui-table-clear-filter")).clicked() {
                state.filter.clear();
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
        focused: focus.has_focus(),
        previous_row: None,
        second_pass: false,
        sorted: None,
        clicked: None,
        opened: None,
    };
    grid_ui(ui, id, &mut shown, std::mem::take(&mut state.reveal));
    let Shown {
        sorted,
        clicked,
        opened,
        ..
    } = shown;
    if let Some(column) = sorted {
        let first = match table.columns[column].kind {
            Kind::Text => Direction::Ascending,
            Kind::Number => Direction::Descending,
        };
        state.sort_by(column, first);
    }
    let key = |position: usize| order.get(position).map(|&row| table.rows[row].key.clone());
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

/// Filter, count of rows, columns, copy.
fn toolbar_ui<K: Clone + PartialEq>(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    table: &Table<K>,
    stamp: u64,
    state: &mut TableState<K>,
) {
    ui.horizontal(|ui| {
        let narrow = ui.available_width() < size::TOOLBAR_WORDS;
        let room = (ui.available_width() - size::TOOLBAR_ICONS).max(size::FIELD_NUMBER);
        let width = if narrow { size::FIELD.min(room) } else { size::FIELD };
        let field = parts::field(ui, &mut state.filter, &scene.t("ui-table-filter"), width);
        if state.focus_filter {
            field.request_focus();
            state.focus_filter = false;
        }
        if field.lost_focus() && ui.input(|i| i.key_pressed(egui::Key::Escape)) {
            state.filter.clear();
        }
        let count = state.order(table, stamp, scene.lang).len();
        let count = Message::new("ui-table-count")
            .with("n", count)
            .with("all", table.rows.len());
        ui.weak(scene.say(&count));
        if state.picks.len() > 1 {
            let picked = Message::new("ui-table-picked").with("n", state.picks.len());
            ui.weak(scene.say(&picked));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let button = |ui: &mut Ui, glyph: &str, words: String| match narrow {
                true => parts::icon_button(ui, glyph, words),
                false => ui.button(format!("{glyph} {words}")),
            };
            let columns = button(ui, icon::COLUMNS, scene.t("ui-table-columns"));
            Popup::menu(&columns)
                .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside)
                .show(|ui| {
                    // Menus take the frame of their buttons away: a box without a tick would be nothing.
                    let edge = egui::Stroke::new(size::LINE, scene.palette.control_line.0);
                    ui.visuals_mut().widgets.inactive.bg_stroke = edge;
                    chooser_ui(ui, table, state);
                });
            let copy = button(ui, icon::COPY, scene.t("ui-table-copy")).on_hover_text(scene.t("ui-table-copy-help"));
            if copy.clicked() {
                copy_all(ui, scene, table, state);
            }
        });
    });
    ui.add_space(size::GAP_XS);
}

fn chooser_ui<K: Clone + PartialEq>(ui: &mut Ui, table: &Table<K>, state: &mut TableState<K>) {
    let shown = state.columns(table);
    egui::ScrollArea::vertical()
        .max_height(size::DIALOG_LIST)
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            choices_ui(ui, table, state, &shown);
        });
}

fn choices_ui<K: Clone + PartialEq>(ui: &mut Ui, table: &Table<K>, state: &mut TableState<K>, shown: &[usize]) {
    for (i, column) in table.columns.iter().enumerate() {
        if column.offer == Offer::Always {
            continue;
        }
        let mut on = shown.contains(&i);
        if ui
            .checkbox(&mut on, &column.title)
            .on_hover_text(&column.help)
            .changed()
        {
            state.toggle_column(table, i);
        }
    }
}

/// Copies every shown row and column as tab-separated text.
fn copy_all<K: Clone + PartialEq>(ui: &Ui, scene: &mut Scene<'_>, table: &Table<K>, state: &TableState<K>) {
    let order = state.last_order();
    ui.ctx().copy_text(table.tsv(order, &state.columns(table), scene.lang));
    scene.tell(Message::new("ui-table-copied").with("n", order.len()));
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

/// Column widths: some columns grow a little, then the first takes what the others leave.
fn widths<K>(ui: &Ui, table: &Table<K>, id: Id, columns: &[usize]) -> Vec<Width> {
    let available = ui.available_width() - ui.spacing().scroll.allocated_width() - size::GAP_XS;
    let least: f32 = columns.iter().map(|&c| table.columns[c].width).sum();
    let mut left = (available - least).max(0.0);
    let mut grown = |c: usize| {
        let column = &table.columns[c];
        let more = (column.most - column.width).clamp(0.0, left);
        left -= more;
        column.width + more
    };
    let mut widths: Vec<f32> = columns.iter().map(|&c| grown(c)).collect();
    if let Some(first) = widths.first_mut() {
        *first += left;
    }
    // A width follows the space until the user drags it: another space is another column for the grid.
    let width = |(&c, width): (&usize, f32)| {
        let id = match width == table.columns[c].width {
            true => id.with(c),
            false => id.with((c, format!("{width:.0}"))),
        };
        Width::new(width).range(size::CONTROL..=f32::INFINITY).id(id)
    };
    columns.iter().zip(widths).map(width).collect()
}
