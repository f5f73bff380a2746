//! The bar above a table: what is shown of it, and what leaves it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{Align, FontId, Layout, Popup, Ui};

use super::export::{csv, sheet};
use super::filter_ui;
use super::model::{Offer, Table};
use super::state::TableState;
use crate::domain::territory::Nature;
use crate::i18n::Message;
use crate::ui::scene::{Action, Scene, TableFile};
use crate::ui::screens::export::data::first_folder;
use crate::ui::theme::{icon, size};
use crate::ui::widgets::parts;
use crate::ui::widgets::text::width;

/// End of the path of a workbook.
const WORKBOOK: &str = "xlsx";

/// Filters, count of rows, columns, copy, export.
pub(super) fn toolbar_ui<K: Clone + PartialEq>(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    table: &Table<K>,
    stamp: u64,
    state: &mut TableState<K>,
) {
    ui.horizontal(|ui| {
        let count = Message::new("ui-table-count")
            .with("n", state.order(table, stamp, scene.lang).len())
            .with("all", table.rows.len());
        let count = scene.say(&count);
        let told = width(ui, &count, FontId::proportional(size::TYPE_BODY)) + size::GAP_S;
        let buttons = ["ui-table-copy", "ui-export-table", "ui-table-columns"].map(|key| scene.t(key));
        let words = |words: &String| width(ui, words, FontId::proportional(size::TYPE_BODY));
        let narrow =
            ui.available_width() < size::FIELD + size::TOOLBAR_ICONS + told + buttons.iter().map(words).sum::<f32>();
        let room = (ui.available_width() - size::TOOLBAR_ICONS - told).max(size::FIELD_NUMBER);
        let width = if narrow { size::FIELD.min(room) } else { size::FIELD };
        let field = parts::field(ui, &mut state.filter, &scene.t("ui-table-filter"), width);
        if state.focus_filter {
            field.request_focus();
            state.focus_filter = false;
        }
        if field.lost_focus() && ui.input(|i| i.key_pressed(egui::Key::Escape)) {
            state.filter.clear();
        }
        let filters = parts::icon_button(ui, icon::FILTER, scene.t("ui-filter-panel"));
        filter_ui::panel_ui(ui, scene, (table, stamp), state, &filters);
        ui.weak(count);
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
            export_ui(ui, scene, table, state, narrow);
            let copy = button(ui, icon::COPY, scene.t("ui-table-copy")).on_hover_text(scene.t("ui-table-copy-help"));
            if copy.clicked() {
                copy_all(ui, scene, table, state);
            }
        });
    });
    ui.add_space(size::GAP_XS);
    filter_ui::chips_ui(ui, scene, table, state);
}

/// Where to write what is shown, and the button that does.
fn export_ui<K: Clone + PartialEq>(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    table: &Table<K>,
    state: &mut TableState<K>,
    narrow: bool,
) {
    let words = scene.t("ui-export-table");
    let button = match narrow {
        true => parts::icon_button(ui, icon::SAVE, words),
        false => ui.button(format!("{} {words}", icon::SAVE)),
    };
    Popup::menu(&button)
        .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            let edge = egui::Stroke::new(size::LINE, scene.palette.control_line.0);
            ui.visuals_mut().widgets.inactive.bg_stroke = edge;
            ui.set_width(size::FIELD_WIDE);
            ui.label(scene.t("ui-export-table-help"));
            if state.export_path.is_empty() {
                state.export_path = suggested(scene, table.id);
            }
            formats_ui(ui, &mut state.export_path);
            let field = parts::field(
                ui,
                &mut state.export_path,
                &scene.t("ui-export-table-path"),
                f32::INFINITY,
            );
            let entered = field.lost_focus() && ui.input(|i| i.key_pressed(egui::Key::Enter));
            let write = ui.button(scene.t("ui-export-table-do")).clicked();
            let path = state.export_path.trim();
            if Path::new(path).is_file() {
                ui.label(scene.t("ui-chart-replaces"));
            }
            if (entered || write) && !path.is_empty() {
                let order = Arc::clone(state.last_order());
                let (path, columns) = (PathBuf::from(path), state.columns(table));
                let file = match is_workbook(&path) {
                    true => TableFile::Sheet(Box::new(sheet(table, &order, &columns, subtitle(scene), scene.lang))),
                    false => TableFile::Text(csv(table, &order, &columns, scene.lang)),
                };
                scene.send(Action::SaveTable(path, file));
                ui.close();
            }
        });
}

/// Text or workbook: the end of the path says which, and each button writes it there.
fn formats_ui(ui: &mut Ui, path: &mut String) {
    ui.horizontal(|ui| {
        for (extension, workbook) in [("csv", false), (WORKBOOK, true)] {
            let chosen = is_workbook(Path::new(path.trim())) == workbook;
            if ui.selectable_label(chosen, extension.to_uppercase()).clicked() {
                *path = Path::new(path.trim()).with_extension(extension).display().to_string();
            }
        }
    });
}

fn is_workbook(path: &Path) -> bool {
    path.extension().is_some_and(|e| e.eq_ignore_ascii_case(WORKBOOK))
}

/// « Hauts-de-France · 2026 · révision 12 », and that it is simulated where it is.
fn subtitle(scene: &Scene<'_>) -> String {
    let Some(snapshot) = scene.snapshot else {
        return String::new();
    };
    let facts = &snapshot.facts;
    let told = Message::new("ui-export-subtitle")
        .with("territory", facts.territory.name.as_str())
        .with(
            "year",
            snapshot.year().map_or_else(String::new, |year| year.to_string()),
        )
        .with("revision", facts.revision);
    match facts.territory.nature {
        Nature::Simulated => format!("{} · {}", scene.say(&told), scene.t("simulated")),
        Nature::Real => scene.say(&told),
    }
}

/// Beside the territory file, else where reports are proposed.
fn suggested(scene: &Scene<'_>, id: &str) -> String {
    let file = scene.snapshot.and_then(|snapshot| snapshot.path.as_deref());
    first_folder(file).join(format!("{id}.csv")).display().to_string()
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
pub(super) fn copy_all<K: Clone + PartialEq>(ui: &Ui, scene: &mut Scene<'_>, table: &Table<K>, state: &TableState<K>) {
    let order = state.last_order();
    ui.ctx().copy_text(table.tsv(order, &state.columns(table), scene.lang));
    scene.tell(Message::new("ui-table-copied").with("n", order.len()));
}
