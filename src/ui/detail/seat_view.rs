//! Drawing of what a seat is worth.

use egui::{Align, FontId, Label, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::seat::{Seat, Step, Year};
use super::view::provenance_ui;
use crate::ui::scene::{Action, Scene};
use crate::ui::theme::{icon, plain, size};
use crate::ui::widgets::lists::{fact_ui, list_ui, name_and_value, sum_ui};
use crate::ui::widgets::parts::{self, Tone};
use crate::ui::widgets::{bars, text};

/// Draws doubts, the funnel of a seat, its lots, its years and where its people go.
pub fn seat_ui(ui: &mut Ui, scene: &mut Scene<'_>, seat: &Seat) {
    ui.spacing_mut().item_spacing.y = size::GAP_XS;
    if let Some(section) = &seat.section {
        let words = format!("{} {}", icon::PLAN, scene.t("ui-plan-act"));
        if ui.add_enabled(scene.writable(), egui::Button::new(words)).clicked() {
            scene.send(Action::ActOn(section.clone()));
        }
    }
    for doubt in &seat.doubts {
        parts::banner(ui, scene, Tone::Attention, doubt);
    }
    heading_ui(ui, scene, "ui-seat-funnel");
    for step in &seat.steps {
        step_ui(ui, scene, step);
    }
    sum_ui(ui, scene, &scene.t("ui-seat-each"), &seat.each);
    heading_ui(ui, scene, "ui-seat-lots");
    for lot in &seat.lots {
        fact_ui(ui, scene, &lot.name, &lot.under, &lot.gain);
    }
    caption_ui(ui, scene, &scene.t("ui-seat-lots-help"));
    ui.add_space(size::GAP_S);
    parts::heading(ui, &seat.years_of);
    for year in &seat.years {
        year_ui(ui, scene, year);
    }
    heading_ui(ui, scene, "ui-seat-where");
    if seat.receivers.entries.is_empty() {
        ui.add(Label::new(scene.t("ui-seat-nowhere")).wrap());
    } else {
        list_ui(ui, scene, &seat.receivers);
    }
    heading_ui(ui, scene, "ui-seat-source");
    ui.add(Label::new(&seat.source).wrap());
}

fn heading_ui(ui: &mut Ui, scene: &Scene<'_>, key: &str) {
    ui.add_space(size::GAP_S);
    parts::heading(ui, scene.t(key));
}

fn caption_ui(ui: &mut Ui, scene: &Scene<'_>, words: &str) {
    let words = plain(words, size::TYPE_CAPTION).color(scene.palette.text_weak.0);
    ui.add(Label::new(words).wrap());
}

/// The rate, what is left after it as a bar and in words, and where the rate comes from.
fn step_ui(ui: &mut Ui, scene: &Scene<'_>, step: &Step) {
    let height = size::ROW_COMPACT + size::BAR_SMALL;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let words = rect.with_max_y(rect.top() + size::ROW_COMPACT);
    name_and_value(
        ui,
        scene,
        words,
        &step.what,
        &step.rate,
        &FontId::proportional(size::TYPE_BODY),
    );
    let strip = Rect::from_min_max(pos2(rect.left(), words.bottom()), rect.max);
    bars::bar(ui.painter(), strip, 1.0, scene.palette.stripe.0);
    bars::bar(ui.painter(), strip, step.left, scene.palette.filled.0);
    let spoken = format!("{} {}, {}", step.what, step.rate, step.left_words);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
    let origin = format!("{} · {}", step.left_words, step.source);
    let origin = if step.source.is_empty() {
        &step.left_words
    } else {
        &origin
    };
    provenance_ui(ui, scene, Some(step.provenance), origin);
}

/// Year, bar and posts on one line.
pub(super) fn year_ui(ui: &mut Ui, scene: &Scene<'_>, year: &Year) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), size::ROW_COMPACT), Sense::hover());
    let font = FontId::proportional(size::TYPE_BODY);
    let p = scene.palette;
    let name = year.year.to_string();
    text::paint_line(ui, rect, &name, &font, p.text.0, Align::Min);
    text::paint_line(ui, rect, &year.posts, &font, scene.figure_ink(), Align::Max);
    let chart = Rect::from_min_max(
        pos2(rect.left() + size::CHART_VALUE, rect.center().y - size::BAR_SMALL),
        pos2(rect.right() - size::COLUMN_RANGE, rect.center().y + size::BAR_SMALL),
    );
    bars::bar(ui.painter(), chart, year.share, p.filled.0);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{name}\u{a0}: {}", year.posts)));
}
