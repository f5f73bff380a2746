//! Drawing of the dashboard.

use std::sync::Arc;

use egui::{Align, FontId, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};

use super::data::{Dashboard, DomainGap, Part, Sentence, Shortage, Step, StepKind};
use crate::i18n;
use crate::market::gap::RowKey;
use crate::ui::scene::{Action, Place, Scene, Subject};
use crate::ui::snapshot::Memo;
use crate::ui::theme::{plain, size};
use crate::ui::widgets::parts::{self, Tone};
use crate::ui::widgets::{bars, text};

/// Keeps the dashboard between frames.
#[derive(Debug, Default)]
pub struct State {
    memo: Memo<Dashboard>,
}

/// Draws the dashboard.
pub fn dashboard_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State) {
    let Some(snapshot) = scene.snapshot else { return };
    let Some(gap) = &snapshot.gap else { return };
    let lang = scene.lang;
    let dashboard = state.memo.get(snapshot, lang, || {
        let reasons = snapshot.reasons.as_deref();
        Dashboard::of(&snapshot.facts, gap, reasons, &snapshot.names, lang)
    });
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        if let Some(alert) = &dashboard.alert {
            parts::banner(ui, scene, Tone::Attention, alert);
            ui.add_space(size::GAP_S);
            if parts::primary(ui, scene, scene.t("ui-import-go")).clicked() {
                scene.send(Action::Go(Place::Import));
            }
            ui.add_space(size::GAP_M);
        }
        figures_ui(ui, scene, dashboard);
        ui.add_space(size::GAP_M);
        if ui.available_width() < size::STACKS_UNDER {
            causes_ui(ui, scene, dashboard);
            reasons_ui(ui, scene, dashboard);
            shortages_ui(ui, scene, dashboard);
            domains_ui(ui, scene, dashboard);
            beside_ui(ui, scene, dashboard);
            return;
        }
        let gutter = size::GAP_M;
        let left = (ui.available_width() - gutter) * 0.46;
        let right = ui.available_width() - gutter - left - ui.spacing().scroll.allocated_width();
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = gutter;
            column(ui, left, |ui| {
                causes_ui(ui, scene, dashboard);
                ui.add_space(size::GAP_XS);
                reasons_ui(ui, scene, dashboard);
                ui.add_space(size::GAP_XS);
                domains_ui(ui, scene, dashboard);
            });
            column(ui, right, |ui| {
                shortages_ui(ui, scene, dashboard);
                ui.add_space(size::GAP_XS);
                beside_ui(ui, scene, dashboard);
            });
        });
        ui.add_space(size::GAP_L);
    });
}

fn column(ui: &mut Ui, width: f32, contents: impl FnOnce(&mut Ui)) {
    ui.vertical(|ui| {
        ui.set_width(width);
        contents(ui);
    });
}

fn figures_ui(ui: &mut Ui, scene: &mut Scene<'_>, dashboard: &Dashboard) {
    let width = ui.available_width() - ui.spacing().scroll.allocated_width();
    if parts::key_figures(ui, scene, &dashboard.figures, width) {
        scene.send(Action::Explain(Subject::Row(RowKey::Total)));
    }
}

fn causes_ui(ui: &mut Ui, scene: &Scene<'_>, dashboard: &Dashboard) {
    parts::card(ui, scene.palette, |ui| {
        ui.set_width(ui.available_width());
        parts::heading(ui, scene.t("ui-dashboard-causes"));
        ui.add_space(size::GAP_XS);
        let most = dashboard.causes.iter().map(|s| s.value.people()).fold(0.0, f64::max);
        for step in &dashboard.causes {
            step_ui(ui, scene, step, most);
        }
    });
}

fn step_ui(ui: &mut Ui, scene: &Scene<'_>, step: &Step, most: f64) {
    let (label, chart, value, response) = chart_line(ui, Sense::hover());
    let p = scene.palette;
    let body = FontId::proportional(size::TYPE_BODY);
    text::paint_line(ui, label, &step.label, &body, p.text.0, Align::Min);
    if most > 0.0 {
        #[expect(clippy::cast_possible_truncation, reason = "a length on screen")]
        let x = |people: f64| chart.left() + chart.width() * (people / most) as f32;
        let (from, to) = (step.from.people(), (step.from + step.value).people());
        let bar = egui::Rect::from_min_max(egui::pos2(x(from), chart.top()), egui::pos2(x(to), chart.bottom()));
        let colour = match step.kind {
            StepKind::Need => p.hatch.0,
            StepKind::NoTraining => p.no_training.0,
            StepKind::NotEnough => p.not_enough.0,
            StepKind::Filled => p.filled.0,
        };
        bars::bar(ui.painter(), bar, 1.0, colour);
    }
    let words = i18n::people(scene.lang, step.value);
    text::paint_line(ui, value, &words, &body, scene.figure_ink(), Align::Max);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{} : {words}", step.label)));
    response.on_hover_text(&step.help);
}

/// Why posts stay unfilled: the share of each cause, in their fixed order.
fn reasons_ui(ui: &mut Ui, scene: &Scene<'_>, dashboard: &Dashboard) {
    parts::card(ui, scene.palette, |ui| {
        ui.set_width(ui.available_width());
        parts::heading(ui, scene.t("ui-dashboard-reasons"));
        let caption = match &dashboard.reasons {
            Some(why) => why.caption.clone(),
            None => scene.t("ui-reasons-waiting"),
        };
        let caption = plain(caption, size::TYPE_CAPTION).color(scene.palette.text_weak.0);
        ui.add(egui::Label::new(caption).wrap());
        ui.add_space(size::GAP_XS);
        for part in dashboard.reasons.iter().flat_map(|why| &why.parts) {
            part_ui(ui, scene, part);
        }
    });
}

fn part_ui(ui: &mut Ui, scene: &Scene<'_>, part: &Part) {
    let (label, chart, value, response) = chart_line(ui, Sense::hover());
    let p = scene.palette;
    let body = FontId::proportional(size::TYPE_BODY);
    text::paint_line(ui, label, &part.label, &body, p.text.0, Align::Min);
    let colour = if part.residual { p.no_training.0 } else { p.not_enough.0 };
    bars::bar(ui.painter(), chart, f64::from(part.share), colour);
    let words = i18n::people(scene.lang, part.posts);
    text::paint_line(ui, value, &words, &body, scene.figure_ink(), Align::Max);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{} : {words}", part.label)));
    response.on_hover_text(&part.help);
}

/// A shortage as a sentence; opens the line it tells of.
fn sentence_ui(ui: &mut Ui, scene: &mut Scene<'_>, sentence: &Sentence) {
    let label = egui::Label::new(&sentence.text).wrap().sense(Sense::click());
    let ground = ui.painter().add(egui::Shape::Noop);
    let response = ui.add(label).on_hover_cursor(egui::CursorIcon::PointingHand);
    if response.hovered() || response.has_focus() {
        let rect = response.rect.expand2(vec2(size::GAP_XS, 0.0));
        let shape = egui::Shape::rect_filled(rect, crate::ui::theme::corner(), scene.palette.hover.0);
        ui.painter().set(ground, shape);
    }
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &sentence.text));
    if response.clicked() {
        scene.send(Action::Explain(Subject::Row(sentence.key.clone())));
    }
}

fn domains_ui(ui: &mut Ui, scene: &mut Scene<'_>, dashboard: &Dashboard) {
    parts::card(ui, scene.palette, |ui| {
        ui.set_width(ui.available_width());
        parts::heading(ui, scene.t("ui-dashboard-domains"));
        ui.label(plain(scene.t("ui-dashboard-domains-help"), size::TYPE_CAPTION).color(scene.palette.text_weak.0));
        ui.add_space(size::GAP_XS);
        for domain in &dashboard.domains {
            domain_ui(ui, scene, domain);
        }
    });
}

fn domain_ui(ui: &mut Ui, scene: &mut Scene<'_>, domain: &DomainGap) {
    let (label, chart, value, response) = chart_line(ui, Sense::click());
    let p = scene.palette;
    hover_ground(ui, scene, &response);
    let body = FontId::proportional(size::TYPE_BODY);
    text::paint_line(ui, label, &domain.label, &body, p.text.0, Align::Min);
    bars::diverging(ui.painter(), chart, domain.share, p);
    let number = i18n::people(scene.lang, domain.gap);
    let words = if domain.gap.0 > 0 { format!("+{number}") } else { number };
    text::paint_line(ui, value, &words, &body, scene.figure_ink(), Align::Max);
    let spoken = format!("{} : {words}", domain.label);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    if response.clicked() {
        scene.send(Action::Explain(Subject::Row(domain.key.clone())));
    }
    response.on_hover_text(&domain.label);
}

fn shortages_ui(ui: &mut Ui, scene: &mut Scene<'_>, dashboard: &Dashboard) {
    parts::card(ui, scene.palette, |ui| {
        ui.set_width(ui.available_width());
        parts::heading(ui, scene.t("ui-dashboard-shortages"));
        ui.add_space(size::GAP_XS);
        ui.spacing_mut().item_spacing.y = size::GAP_XS;
        if dashboard.shortages.is_empty() {
            ui.label(scene.t("ui-dashboard-no-shortage"));
        }
        for sentence in dashboard.reasons.iter().flat_map(|why| &why.sentences) {
            sentence_ui(ui, scene, sentence);
        }
        ui.add_space(size::GAP_XS);
        for shortage in &dashboard.shortages {
            shortage_ui(ui, scene, shortage);
        }
    });
}

/// The sentence, with its small bar and range underneath.
fn shortage_ui(ui: &mut Ui, scene: &mut Scene<'_>, shortage: &Shortage) {
    let size = vec2(ui.available_width(), size::ROW_COMFORTABLE);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    hover_ground(ui, scene, &response);
    let sentence = format!("{}{}", shortage.occupation, shortage.rest);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &sentence));
    let p = scene.palette;
    let body = FontId::proportional(size::TYPE_BODY);
    let (rest, _) = text::fit(ui, &shortage.rest, &body, p.text.0, rect.width());
    let room = rect.width() - rest.size().x;
    let (name, cut) = text::fit(ui, &shortage.occupation, &body, p.text.0, room);
    ui.painter().galley(rect.min, Arc::clone(&name), p.text.0);
    let after = rect.min + vec2(name.size().x, 0.0);
    ui.painter().galley(after, rest, p.text.0);
    let strip = egui::Rect::from_min_size(
        egui::pos2(rect.left(), rect.bottom() - size::BAR_SMALL - size::LINE),
        vec2(rect.width(), size::BAR_SMALL),
    );
    let share = shortage.unfilled.central.people() / shortage.most;
    bars::bar(ui.painter(), strip, share, p.not_enough.0);
    bars::whisker(ui.painter(), strip, shortage.unfilled, shortage.most, p.text_weak.0);
    if response.clicked() {
        scene.send(Action::Explain(Subject::Row(shortage.key.clone())));
    }
    if cut {
        response.on_hover_text(sentence);
    }
}

fn beside_ui(ui: &mut Ui, scene: &Scene<'_>, dashboard: &Dashboard) {
    parts::card(ui, scene.palette, |ui| {
        ui.set_width(ui.available_width());
        parts::heading(ui, scene.t("ui-dashboard-beside"));
        for line in &dashboard.beside {
            ui.add(egui::Label::new(line).wrap());
        }
        for note in &dashboard.notes {
            parts::banner(ui, scene, Tone::Attention, note);
        }
    });
}

/// Label, chart and value side by side on one row.
fn chart_line(ui: &mut Ui, sense: Sense) -> (egui::Rect, egui::Rect, egui::Rect, egui::Response) {
    let (row, response) = ui.allocate_exact_size(vec2(ui.available_width(), size::ROW_COMPACT), sense);
    let label = row.with_max_x(row.left() + size::CHART_LABEL);
    let value = row.with_min_x(row.right() - size::CHART_VALUE);
    let chart = egui::Rect::from_min_max(
        egui::pos2(label.right() + size::GAP_S, row.center().y - size::BAR / 2.0),
        egui::pos2(value.left() - size::GAP_S, row.center().y + size::BAR / 2.0),
    );
    (label, chart, value, response)
}

fn hover_ground(ui: &Ui, scene: &Scene<'_>, response: &egui::Response) {
    if response.hovered() || response.has_focus() {
        let ground = response.rect.expand2(vec2(size::GAP_XS, 0.0));
        ui.painter()
            .rect_filled(ground, crate::ui::theme::corner(), scene.palette.hover.0);
    }
}
