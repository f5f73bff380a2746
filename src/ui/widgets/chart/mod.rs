//! Charts on screen, drawn from the same description as reports and files: axes, values on hover, marks read by keyboard.

mod bars;
mod menu;
mod quadrant;
mod trend;

use egui::{Align, Label, Layout, Ui};
use egui_plot::Plot;

use crate::i18n::Message;
use crate::report::Chart;
use crate::report::chart::{ChartKind, Digits, Item};
use crate::ui::scene::Scene;
use crate::ui::theme::{bold_family, plain, size};
use crate::ui::widgets::text;

pub use menu::menu_ui;

/// Draws a chart with its title, its menu and what is to be known under it; what names the mark that was clicked, where marks open something.
pub fn chart_ui(ui: &mut Ui, scene: &mut Scene<'_>, chart: &Chart, marks: Marks) -> Option<usize> {
    let title = Message::new("report-title-with-unit")
        .with("title", chart.title.clone())
        .with("unit", chart.unit.clone());
    heading_ui(ui, scene, &scene.say(&title), Some(chart));
    let items = chart.items(scene.lang);
    if let ChartKind::Quadrant(quadrant) = &chart.kind {
        // Its warning stands over it, where it is read first.
        return quadrant::quadrant_ui(ui, scene, (chart, quadrant), &items);
    }
    let clicked = match &chart.kind {
        ChartKind::Trend(curves) => trend::trend_ui(ui, scene, (chart, curves), &items),
        _ => bars::bars_ui(ui, scene, chart, &items, marks),
    };
    let remarks = [&chart.footer.reading, &chart.footer.remark];
    for remark in remarks.into_iter().flatten() {
        let words = plain(scene.say(remark), size::TYPE_CAPTION).color(scene.palette.text_weak.0);
        ui.add(Label::new(words).wrap());
    }
    clicked
}

/// Whether a mark opens something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marks {
    Read,
    Open,
}

/// A heading with the menu of its chart at the end of the line, once there is one.
pub fn heading_ui(ui: &mut Ui, scene: &mut Scene<'_>, words: &str, chart: Option<&Chart>) {
    ui.horizontal(|ui| {
        let room = ui.available_width() - size::CONTROL - size::GAP_S;
        let font = egui::FontId::new(size::TYPE_EMPHASIS, bold_family());
        text::line_label(ui, words, font, scene.palette.text.0, room);
        if let Some(chart) = chart {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| menu_ui(ui, scene, chart));
        }
    });
}

/// A plot that stands still: it is read, not moved.
fn still<'a>(id: impl egui::AsIdSalt, digits: Digits, scene: &Scene<'_>) -> Plot<'a> {
    let lang = scene.lang;
    let tick = move |mark: egui_plot::GridMark| match digits {
        Digits::Percent => crate::i18n::percent(lang, mark.value),
        Digits::Number(_) => crate::i18n::decimal(lang, mark.value, usize::from(mark.step_size < 1.0)),
    };
    Plot::new(id)
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_axis_zoom_drag(false)
        .allow_double_click_reset(false)
        .show_crosshair(false)
        .show_background(false)
        .grid_color(scene.palette.hover.0)
        .label_formatter(|_| None)
        .x_axis_formatter(move |mark, _| tick(mark))
        .y_axis_formatter(move |mark, _| tick(mark))
}

/// « Chaudronniers : 120 (95–140) ».
fn spoken(item: &Item) -> String {
    format!("{}\u{a0}: {}", item.label, item.words)
}
