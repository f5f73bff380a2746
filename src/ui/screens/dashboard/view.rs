//! Drawing of the dashboard.

use std::sync::Arc;

use egui::{Align, FontId, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};

use super::data::{Dashboard, DomainGap, Sentence, Shortage, Step, StepKind};
use crate::domain::units::Milli;
use crate::i18n;
use crate::market::gap::RowKey;
use crate::ui::scene::{Action, Place, Scene, Subject};
use crate::ui::snapshot::Memo;
use crate::ui::theme::{plain, size};
use crate::ui::tour::view::mark;
use crate::ui::widgets::chart::heading_ui;
use crate::ui::widgets::parts::{self, Tone};
use crate::ui::widgets::segments::{Segment, segments_ui};
use crate::ui::widgets::{bars, text};

/// Keeps the dashboard between frames.
#[derive(Debug, Default)]
pub struct State {
    memo: Memo<Dashboard>,
    sharing: Sharing,
}

/// How the unfilled posts are shared between causes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Sharing {
    /// Mean over all orders of removal.
    #[default]
    Mean,
    /// One after the other, in the fixed order.
    InOrder,
}

/// Draws the dashboard.
pub fn dashboard_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State) {
    let Some(snapshot) = scene.snapshot else { return };
    let Some(gap) = &snapshot.gap else { return };
    let lang = scene.lang;
    let sharing = &mut state.sharing;
    let dashboard = state.memo.get(snapshot, lang, || Dashboard::of(snapshot, gap, lang));
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
            causes_ui(ui, scene, dashboard, sharing);
            shortages_ui(ui, scene, dashboard);
            domains_ui(ui, scene, dashboard);
            changes_ui(ui, scene, dashboard);
            beside_ui(ui, scene, dashboard);
            return;
        }
        let gutter = size::GAP_M;
        let left = (ui.available_width() - gutter) * 0.46;
        let right = ui.available_width() - gutter - left - ui.spacing().scroll.allocated_width();
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = gutter;
            column(ui, left, |ui| {
                causes_ui(ui, scene, dashboard, sharing);
                ui.add_space(size::GAP_XS);
                domains_ui(ui, scene, dashboard);
            });
            column(ui, right, |ui| {
                changes_ui(ui, scene, dashboard);
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
    let shown = ui.scope(|ui| {
        if let Some(measure) = parts::key_figures(ui, scene, &dashboard.figures, width) {
            scene.send(Action::Explain(Subject::Figure(RowKey::Total, measure)));
        }
    });
    mark(ui, "figures", shown.response.rect);
}

/// From the need to the filled posts: one bar a cause, each hanging where the one before ended.
fn causes_ui(ui: &mut Ui, scene: &mut Scene<'_>, dashboard: &Dashboard, sharing: &mut Sharing) {
    let shown = ui.scope(|ui| {
        parts::card(ui, scene.palette, |ui| {
            ui.set_width(ui.available_width());
            let chart = match &*sharing {
                Sharing::Mean => &dashboard.charts.by_mean,
                Sharing::InOrder => &dashboard.charts.in_order,
            };
            let words = scene.t("ui-dashboard-causes");
            heading_ui(ui, scene, &words, chart.as_ref());
            sharing_ui(ui, scene, sharing);
            let (steps, caption) = match (&*sharing, dashboard.awaited) {
                (_, true) => (&dashboard.by_mean, "ui-reasons-waiting"),
                (Sharing::Mean, _) => (&dashboard.by_mean, "ui-sharing-mean-caption"),
                (Sharing::InOrder, _) => (&dashboard.in_order, "ui-sharing-order-caption"),
            };
            let caption = plain(scene.t(caption), size::TYPE_CAPTION).color(scene.palette.text_weak.0);
            ui.add(egui::Label::new(caption).wrap());
            ui.spacing_mut().item_spacing.y = 0.0;
            let ends = steps.iter().filter_map(|s| s.bar).flat_map(|(from, to)| [from, to]);
            let most = ends.map(Milli::people).fold(0.0, f64::max);
            let mut before = None;
            for step in steps {
                before = step_ui(ui, scene, step, most, before);
            }
        });
    });
    mark(ui, "causes", shown.response.rect);
}

fn sharing_ui(ui: &mut Ui, scene: &Scene<'_>, sharing: &mut Sharing) {
    const ALL: [Sharing; 2] = [Sharing::Mean, Sharing::InOrder];
    let segment = |name: &str, help: &str| Segment {
        name: scene.t(name),
        help: scene.t(help),
    };
    let segments = [
        segment("ui-sharing-mean", "ui-sharing-mean-help"),
        segment("ui-sharing-order", "ui-sharing-order-help"),
    ];
    let chosen = ALL.iter().position(|one| one == sharing).unwrap_or_default();
    if let Some(picked) = segments_ui(ui, scene, &segments, chosen).and_then(|i| ALL.get(i)) {
        *sharing = *picked;
    }
}

/// Draws a step and the thread from the bar before, which ended at `before`; returns where this one ends.
fn step_ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    step: &Step,
    most: f64,
    before: Option<egui::Pos2>,
) -> Option<egui::Pos2> {
    let (label, chart, value, response) = chart_line(ui, Sense::click(), size::CHART_CAUSE);
    hover_ground(ui, scene, &response);
    let p = scene.palette;
    let body = FontId::proportional(size::TYPE_BODY);
    text::paint_line(ui, label, &step.label, &body, p.text.0, Align::Min);
    let end = step.bar.filter(|_| most > 0.0).map(|(from, to)| {
        #[expect(clippy::cast_possible_truncation, reason = "a length on screen")]
        let x = |posts: Milli| chart.left() + chart.width() * (posts.people() / most) as f32;
        let thread = egui::Stroke::new(size::LINE, p.control_line.0);
        if let Some(above) = before {
            ui.painter().vline(above.x, above.y..=chart.bottom(), thread);
        }
        let (left, right) = (x(from).min(x(to)), x(from).max(x(to)));
        let bar = egui::Rect::from_min_max(egui::pos2(left, chart.top()), egui::pos2(right, chart.bottom()));
        let colour = match step.kind {
            StepKind::Need | StepKind::Friction => p.hatch.0,
            StepKind::Cause => p.not_enough.0,
            StepKind::Residual => p.no_training.0,
            StepKind::Filled => p.filled.0,
        };
        let whole = matches!(step.kind, StepKind::Need | StepKind::Filled);
        bars::step(ui.painter(), bar, colour, from < to && !whole);
        egui::pos2(x(to), chart.bottom())
    });
    text::paint_line(ui, value, &step.value, &body, scene.figure_ink(), Align::Max);
    let spoken = format!("{}\u{a0}: {}", step.label, step.value);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    if response.clicked() {
        scene.send(Action::Explain(Subject::Figure(RowKey::Total, step.measure)));
    }
    response.on_hover_text(&step.help);
    end
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
        let words = scene.t("ui-dashboard-domains");
        heading_ui(ui, scene, &words, Some(&dashboard.charts.domains));
        ui.label(plain(scene.t("ui-dashboard-domains-help"), size::TYPE_CAPTION).color(scene.palette.text_weak.0));
        ui.add_space(size::GAP_XS);
        let body = FontId::proportional(size::TYPE_BODY);
        let widths = dashboard
            .domains
            .iter()
            .map(|domain| text::width(ui, &domain.label, body.clone()));
        let most = (ui.available_width() * size::CHART_LABEL_SHARE).max(size::CHART_LABEL);
        let labels = widths.fold(size::CHART_LABEL, f32::max).min(most);
        for domain in &dashboard.domains {
            domain_ui(ui, scene, domain, labels);
        }
    });
}

fn domain_ui(ui: &mut Ui, scene: &mut Scene<'_>, domain: &DomainGap, labels: f32) {
    let (label, chart, value, response) = chart_line(ui, Sense::click(), labels);
    let p = scene.palette;
    hover_ground(ui, scene, &response);
    let body = FontId::proportional(size::TYPE_BODY);
    text::paint_line(ui, label, &domain.label, &body, p.text.0, Align::Min);
    bars::diverging(ui.painter(), chart, domain.share, p);
    let number = i18n::people(scene.lang, domain.gap);
    let words = if domain.gap.0 > 0 { format!("+{number}") } else { number };
    text::paint_line(ui, value, &words, &body, scene.figure_ink(), Align::Max);
    let range = i18n::range(scene.lang, domain.range);
    let spoken = format!("{}\u{a0}: {words}", domain.label);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    if response.clicked() {
        scene.send(Action::Explain(Subject::Row(domain.key.clone())));
    }
    response.on_hover_text(format!("{}\u{a0}: {range}", domain.label));
}

fn shortages_ui(ui: &mut Ui, scene: &mut Scene<'_>, dashboard: &Dashboard) {
    let shown = ui.scope(|ui| {
        parts::card(ui, scene.palette, |ui| {
            ui.set_width(ui.available_width());
            parts::heading(ui, scene.t("ui-dashboard-shortages"));
            ui.add_space(size::GAP_XS);
            ui.spacing_mut().item_spacing.y = size::GAP_XS;
            if dashboard.shortages.is_empty() {
                ui.label(scene.t("ui-dashboard-no-shortage"));
            }
            for sentence in &dashboard.sentences {
                sentence_ui(ui, scene, sentence);
            }
            ui.add_space(size::GAP_XS);
            for shortage in &dashboard.shortages {
                shortage_ui(ui, scene, shortage);
            }
        });
    });
    mark(ui, "shortages", shown.response.rect);
}

/// The sentence; underneath its small bar with its range, and in small words what accounts for most of it.
fn shortage_ui(ui: &mut Ui, scene: &mut Scene<'_>, shortage: &Shortage) {
    let size = vec2(ui.available_width(), size::ROW_SHORTAGE);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    hover_ground(ui, scene, &response);
    let sentence = format!("{}{}", shortage.occupation, shortage.rest);
    let cause = shortage.cause.as_deref().unwrap_or_default();
    let spoken = [sentence.as_str(), cause].join(" · ");
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    let p = scene.palette;
    let body = FontId::proportional(size::TYPE_BODY);
    let (rest, _) = text::fit(ui, &shortage.rest, &body, p.text.0, rect.width());
    let room = rect.width() - rest.size().x;
    let (name, cut) = text::fit(ui, &shortage.occupation, &body, p.text.0, room);
    ui.painter().galley(rect.min, Arc::clone(&name), p.text.0);
    let after = rect.min + vec2(name.size().x, 0.0);
    let line = after.y + rest.size().y;
    ui.painter().galley(after, rest, p.text.0);
    let under = rect.with_min_y(line);
    let words = under.with_min_x(rect.right() - size::CHART_CAUSE);
    let small = FontId::proportional(size::TYPE_CAPTION);
    text::paint_line(ui, words, cause, &small, p.text_weak.0, Align::Max);
    if let Some(unfilled) = shortage.unfilled {
        let strip = egui::Rect::from_center_size(under.center(), vec2(under.width(), size::BAR_SMALL));
        let strip = strip.with_max_x(words.left() - size::GAP_S);
        bars::bar(
            ui.painter(),
            strip,
            unfilled.central.people() / shortage.most,
            p.not_enough.0,
        );
        bars::whisker(ui.painter(), strip, unfilled, shortage.most, p.text_weak.0);
    }
    if response.clicked() {
        scene.send(Action::Explain(Subject::Row(shortage.key.clone())));
    }
    if cut {
        response.on_hover_text(sentence);
    }
}

/// What the last deed changed; nothing before there is one.
fn changes_ui(ui: &mut Ui, scene: &Scene<'_>, dashboard: &Dashboard) {
    let Some(changes) = &dashboard.changes else { return };
    parts::card(ui, scene.palette, |ui| {
        ui.set_width(ui.available_width());
        parts::heading(ui, scene.t("ui-dashboard-changes"));
        ui.add(egui::Label::new(plain(&changes.since, size::TYPE_CAPTION).color(scene.palette.text_weak.0)).wrap());
        for (name, words) in &changes.lines {
            let room = vec2(ui.available_width(), size::ROW_COMPACT);
            let (row, response) = ui.allocate_exact_size(room, Sense::hover());
            let body = FontId::proportional(size::TYPE_BODY);
            text::paint_line(ui, row, name, &body, scene.palette.text.0, Align::Min);
            text::paint_line(ui, row, words, &body, scene.figure_ink(), Align::Max);
            let spoken = format!("{name}\u{a0}: {words}");
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
        }
    });
    ui.add_space(size::GAP_XS);
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
fn chart_line(ui: &mut Ui, sense: Sense, labels: f32) -> (egui::Rect, egui::Rect, egui::Rect, egui::Response) {
    let (row, response) = ui.allocate_exact_size(vec2(ui.available_width(), size::ROW_COMPACT), sense);
    let label = row.with_max_x(row.left() + labels);
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
