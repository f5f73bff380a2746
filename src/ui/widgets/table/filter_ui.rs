//! Drawing of filters: the panel where one is made, and the chips of those that hold.

use std::collections::BTreeSet;

use egui::{Popup, PopupCloseBehavior, Response, ScrollArea, Ui};

use super::filter::{self, Means};
use super::model::Table;
use super::state::TableState;
use crate::app::settings::ColumnFilter;
use crate::i18n::{Lang, Message};
use crate::ui::scene::Scene;
use crate::ui::theme::{icon, size};
use crate::ui::widgets::parts;

/// What is being typed in the panel of filters.
#[derive(Debug, Clone, Default)]
pub(super) struct Draft {
    pub column: usize,
    contains: String,
    least: String,
    most: String,
    /// Read for this table, column and language: how it is filtered and its distinct texts.
    read: Option<(u64, usize, Lang)>,
    means: Option<Means>,
    values: Option<Vec<String>>,
}

/// The panel under its button: columns on the left, the filter of one on the right. It holds at once.
pub(super) fn panel_ui<K: Clone + PartialEq>(
    ui: &mut Ui,
    scene: &Scene<'_>,
    (table, stamp): (&Table<K>, u64),
    state: &mut TableState<K>,
    button: &Response,
) {
    if let Some(column) = state.asked_filter.take() {
        state.draft.column = column;
        Popup::open_id(ui.ctx(), Popup::default_response_id(button));
    }
    Popup::menu(button)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            let edge = egui::Stroke::new(size::LINE, scene.palette.control_line.0);
            ui.visuals_mut().widgets.inactive.bg_stroke = edge;
            ui.set_width(size::FILTER_PANEL);
            ui.horizontal_top(|ui| {
                ui.vertical(|ui| columns_ui(ui, table, state));
                ui.separator();
                ui.vertical(|ui| {
                    read(table, stamp, state, scene.lang);
                    column_ui(ui, scene, table, state);
                });
            });
        });
}

fn columns_ui<K: Clone + PartialEq>(ui: &mut Ui, table: &Table<K>, state: &mut TableState<K>) {
    ScrollArea::vertical()
        .id_salt("filter-columns")
        .max_height(size::DIALOG_LIST)
        .show(ui, |ui| {
            ui.set_width(size::COLUMN_NAME);
            for (i, column) in table.columns.iter().enumerate() {
                let filtered = state.filters.iter().any(|filter| filter.column() == i);
                let words = match filtered {
                    true => format!("{} {}", column.title, icon::FILTER),
                    false => column.title.clone(),
                };
                if ui.selectable_label(state.draft.column == i, words).clicked() {
                    state.draft.column = i;
                }
            }
        });
}

/// Reads the column in hand once, and what its filters say already.
fn read<K: Clone + PartialEq>(table: &Table<K>, stamp: u64, state: &mut TableState<K>, lang: Lang) {
    state.draft.column = state.draft.column.min(table.columns.len().saturating_sub(1));
    let key = Some((stamp, state.draft.column, lang));
    if state.draft.read == key {
        return;
    }
    let column = state.draft.column;
    let means = filter::means(table, column);
    state.draft = Draft {
        column,
        means: Some(means),
        values: match means {
            Means::Words => filter::distinct(table, column, lang),
            _ => None,
        },
        read: key,
        ..Draft::default()
    };
    for held in state.filters.iter().filter(|f| f.column() == column) {
        match held {
            ColumnFilter::Contains { text, .. } => state.draft.contains.clone_from(text),
            ColumnFilter::Within { least, most, .. } => {
                state.draft.least = filter::retyped(lang, *least, means);
                state.draft.most = filter::retyped(lang, *most, means);
            }
            ColumnFilter::OneOf { .. } | ColumnFilter::Secret { .. } => {}
        }
    }
}

fn column_ui<K: Clone + PartialEq>(ui: &mut Ui, scene: &Scene<'_>, table: &Table<K>, state: &mut TableState<K>) {
    let Some(means) = state.draft.means else { return };
    match means {
        Means::Words => words_ui(ui, scene, state),
        Means::Numbers | Means::Shares => numbers_ui(ui, scene, state, means),
        Means::Secrecy => secrecy_ui(ui, scene, state),
    }
    let help = table.columns.get(state.draft.column).map(|column| column.help.as_str());
    if let Some(help) = help.filter(|help| !help.is_empty()) {
        ui.add_space(size::GAP_S);
        ui.add(egui::Label::new(egui::RichText::new(help).small()).wrap());
    }
}

/// Words the cell holds; texts to tick where there are few.
fn words_ui<K: Clone + PartialEq>(ui: &mut Ui, scene: &Scene<'_>, state: &mut TableState<K>) {
    let column = state.draft.column;
    ui.label(scene.t("ui-filter-words"));
    let field = parts::field(
        ui,
        &mut state.draft.contains,
        &scene.t("ui-filter-words-name"),
        size::COLUMN_NAME,
    );
    if field.changed() {
        let text = state.draft.contains.trim().to_owned();
        let filter = (!text.is_empty()).then_some(ColumnFilter::Contains { column, text });
        state.hold(column, |f| matches!(f, ColumnFilter::Contains { .. }), filter);
    }
    let Some(values) = state.draft.values.clone() else {
        return;
    };
    ui.add_space(size::GAP_XS);
    ui.label(scene.t("ui-filter-values"));
    let held = state.filters.iter().find_map(|f| match f {
        ColumnFilter::OneOf { column: of, values } if *of == column => Some(values.clone()),
        _ => None,
    });
    let mut ticked: BTreeSet<String> = held.unwrap_or_default();
    let before = ticked.clone();
    ScrollArea::vertical()
        .id_salt("filter-values")
        .max_height(size::DIALOG_LIST - size::CONTROL * 3.0)
        .show(ui, |ui| {
            for value in &values {
                let mut on = ticked.contains(value);
                if ui.checkbox(&mut on, filter::told_value(value, scene.lang)).changed() {
                    match on {
                        true => ticked.insert(value.clone()),
                        false => ticked.remove(value),
                    };
                }
            }
        });
    if ticked != before {
        let filter = (!ticked.is_empty()).then_some(ColumnFilter::OneOf { column, values: ticked });
        state.hold(column, |f| matches!(f, ColumnFilter::OneOf { .. }), filter);
    }
}

/// Least and most, each free; what is no number is said.
fn numbers_ui<K: Clone + PartialEq>(ui: &mut Ui, scene: &Scene<'_>, state: &mut TableState<K>, means: Means) {
    let column = state.draft.column;
    let mut changed = false;
    let draft = &mut state.draft;
    for (key, text) in [
        ("ui-filter-at-least", &mut draft.least),
        ("ui-filter-at-most", &mut draft.most),
    ] {
        ui.label(scene.t(key));
        changed |= parts::field(ui, text, &scene.t(key), size::FIELD_NUMBER).changed();
    }
    let read = |text: &str| (!text.trim().is_empty()).then(|| filter::typed(text, means));
    let (least, most) = (read(&draft.least), read(&draft.most));
    if least == Some(None) || most == Some(None) {
        ui.label(scene.t("ui-filter-not-a-number"));
    }
    ui.add(egui::Label::new(egui::RichText::new(scene.t("ui-filter-centre")).small()).wrap());
    if changed {
        let (least, most) = (least.flatten(), most.flatten());
        let filter = (least.is_some() || most.is_some()).then_some(ColumnFilter::Within { column, least, most });
        state.hold(column, |f| matches!(f, ColumnFilter::Within { .. }), filter);
    }
}

fn secrecy_ui<K: Clone + PartialEq>(ui: &mut Ui, scene: &Scene<'_>, state: &mut TableState<K>) {
    let column = state.draft.column;
    let held = state.filters.iter().find_map(|f| match f {
        ColumnFilter::Secret { column: of, only } if *of == column => Some(*only),
        _ => None,
    });
    for (key, choice) in [
        ("ui-filter-any", None),
        ("ui-filter-with-secret", Some(true)),
        ("ui-filter-without-secret", Some(false)),
    ] {
        if ui.radio(held == choice, scene.t(key)).clicked() {
            let filter = choice.map(|only| ColumnFilter::Secret { column, only });
            state.hold(column, |f| matches!(f, ColumnFilter::Secret { .. }), filter);
        }
    }
}

/// The filters that hold, each with its cross.
pub(super) fn chips_ui<K: Clone + PartialEq>(
    ui: &mut Ui,
    scene: &Scene<'_>,
    table: &Table<K>,
    state: &mut TableState<K>,
) {
    if state.filters.is_empty() {
        return;
    }
    let mut removed = None;
    ui.horizontal_wrapped(|ui| {
        for (i, held) in state.filters.iter().enumerate() {
            let words = filter::words(held, table, scene.lang);
            let chip = ui.button(format!("{words}\u{a0}{}", icon::CLOSE));
            let name = Message::new("ui-filter-remove").with("filter", words);
            parts::name(ui, &chip, &scene.say(&name));
            if chip.clicked() {
                removed = Some(i);
            }
        }
        if state.filters.len() > 1 && ui.button(scene.t("ui-filter-remove-all")).clicked() {
            state.filters.clear();
            state.draft = Draft::default();
        }
    });
    if let Some(i) = removed {
        state.filters.remove(i);
        state.draft = Draft {
            column: state.draft.column,
            ..Draft::default()
        };
    }
    ui.add_space(size::GAP_XS);
}
