//! Actions over the years: decision, rentrée, first leavers. A bar is dragged, or moved by the arrows, to another rentrée.

use std::ops::RangeInclusive;

use egui::{
    Align, Align2, Color32, FontId, Key, Rect, Response, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, lerp,
};
use egui::{pos2, vec2};

use crate::domain::scenario::{ActionStatus, PlanAction};
use crate::i18n::Message;
use crate::ui::scene::Scene;
use crate::ui::theme::{self, bold_family, size};
use crate::ui::widgets::{bars, keyboard, parts, text};

/// Part of the year before September, and before June.
const SEPTEMBER: f32 = 8.0 / 12.0;
const JUNE: f32 = 5.0 / 12.0;

/// An action on its line.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    pub action: PlanAction,
    /// « Ouverture +24 », and what of.
    pub name: String,
    pub under: String,
    /// « +24 », written in the bar.
    pub seats: String,
    pub spoken: String,
    pub first_leavers: Option<u16>,
}

/// What is being moved.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Moving {
    /// Action, and the rentrée it is brought to.
    to: Option<(i64, u16)>,
    /// Revision at which it was let go: shown there until another one.
    written: Option<i64>,
    /// True where Escape gave up a drag that the pointer still holds.
    given_up: bool,
}

/// What the user did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Touch {
    Chosen(i64),
    /// Let go at another rentrée.
    Moved(i64, u16),
}

/// The lines and the years they stand over.
#[derive(Debug)]
pub struct Timeline<'a> {
    pub bars: &'a [Bar],
    /// Rentrées an action may bear on.
    pub rentrees: RangeInclusive<u16>,
    pub chosen: Option<i64>,
    pub revision: i64,
    pub writable: bool,
}

/// Where names end, and where the years stand.
struct Axis {
    names: f32,
    left: f32,
    right: f32,
    first: u16,
    last: u16,
}

impl Axis {
    fn new(whole: Rect, rentrees: &RangeInclusive<u16>) -> Self {
        let names = (whole.width() * size::TIMELINE_NAMES_SHARE).min(size::TIMELINE_NAMES);
        Self {
            names: whole.left() + names,
            left: whole.left() + names + size::GAP_S,
            right: whole.right() - size::GAP_S,
            // The year of the decision stands before the first rentrée.
            first: rentrees.start().saturating_sub(1),
            last: rentrees.end() + 1,
        }
    }

    /// Where the beginning of a year, and so much of it, stands.
    fn x(&self, year: u16, part: f32) -> f32 {
        let years = f32::from(self.last.saturating_sub(self.first).max(1));
        let since = f32::from(year) - f32::from(self.first) + part;
        lerp(self.left..=self.right, (since / years).clamp(0.0, 1.0))
    }

    fn year(&self) -> f32 {
        (self.right - self.left) / f32::from(self.last.saturating_sub(self.first).max(1))
    }
}

impl Timeline<'_> {
    /// Draws years, lines and legend; at most one thing happens in a frame.
    pub fn show(&self, ui: &mut Ui, scene: &Scene<'_>, moving: &mut Moving) -> Option<Touch> {
        if moving.written.is_some_and(|revision| revision != self.revision) {
            *moving = Moving::default();
        }
        self.years_ui(ui, scene);
        let mut touch = None;
        ScrollArea::vertical()
            .id_salt("timeline")
            .max_height(size::TIMELINE)
            .auto_shrink([false, true])
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                let ids: Vec<egui::Id> = self
                    .bars
                    .iter()
                    .map(|b| ui.scope_id().with(("bar", b.action.id)))
                    .collect();
                for number in 0..self.bars.len() {
                    touch = touch.or(self.bar_ui(ui, scene, (number, &ids), moving));
                }
            });
        legend_ui(ui, scene);
        touch
    }

    fn years_ui(&self, ui: &mut Ui, scene: &Scene<'_>) {
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), size::TYPE_EMPHASIS), Sense::hover());
        let axis = Axis::new(rect, &self.rentrees);
        let font = FontId::proportional(size::TYPE_CAPTION);
        // Every other year where names would touch.
        let needed = text::width(ui, "2030", font.clone()) + size::GAP_S;
        let every = if axis.year() < needed { 2 } else { 1 };
        for year in (axis.first..axis.last).step_by(every) {
            let at = pos2(axis.x(year, 0.5), rect.center().y);
            let weak = scene.palette.text_weak.0;
            ui.painter()
                .text(at, Align2::CENTER_CENTER, year.to_string(), font.clone(), weak);
        }
    }

    fn bar_ui(
        &self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        (number, ids): (usize, &[egui::Id]),
        moving: &mut Moving,
    ) -> Option<Touch> {
        let bar = &self.bars[number];
        let room = vec2(ui.available_width(), size::ROW_SHORTAGE);
        let (rect, _) = ui.allocate_exact_size(room, Sense::hover());
        let sense = if self.writable {
            Sense::click_and_drag()
        } else {
            Sense::click()
        };
        let response = ui.interact(rect, ids[number], sense);
        let axis = Axis::new(rect, &self.rentrees);
        let shown = moving.to.filter(|(id, _)| *id == bar.action.id).map(|(_, year)| year);
        let rentree = shown.unwrap_or(bar.action.rentree);
        self.ground_ui(ui, scene, (rect, &axis), &response, bar);
        drawn(ui, scene, (rect, &axis), bar, rentree);
        response
            .widget_info(|| WidgetInfo::selected(Role::Button, true, self.chosen == Some(bar.action.id), &bar.spoken));
        if response.clicked() {
            response.request_focus();
        }
        let pointed = self.dragged(ui, &response, &axis, bar, moving);
        let touch = pointed.or_else(|| self.keyed(ui, &response, (number, ids), moving));
        let clicked = response.clicked();
        let hover = match shown {
            Some(year) => scene.say(&Message::new("ui-plan-rentree").with("year", year.to_string())),
            None => format!("{}\n{}", bar.spoken, scene.t("ui-plan-drag")),
        };
        response.on_hover_text_at_pointer(hover);
        touch.or(clicked.then_some(Touch::Chosen(bar.action.id)))
    }

    /// The names, on the ground of what is chosen, over the grid of years.
    fn ground_ui(&self, ui: &Ui, scene: &Scene<'_>, (rect, axis): (Rect, &Axis), response: &Response, bar: &Bar) {
        let p = scene.palette;
        let chosen = self.chosen == Some(bar.action.id);
        if chosen || response.hovered() {
            let ground = if chosen { p.accent_soft.0 } else { p.hover.0 };
            ui.painter().rect_filled(rect, theme::corner(), ground);
        }
        for year in axis.first..=axis.last {
            let line = Stroke::new(size::LINE, p.line.0);
            ui.painter().vline(axis.x(year, 0.0), rect.y_range(), line);
        }
        if response.has_focus() {
            let ring = Stroke::new(size::FOCUS_LINE, p.accent.0);
            ui.painter()
                .rect_stroke(rect, theme::corner(), ring, egui::StrokeKind::Inside);
        }
        let names = rect.with_max_x(axis.names).shrink2(vec2(size::GAP_XS, size::LINE));
        let middle = names.center().y;
        let bold = FontId::new(size::TYPE_CAPTION, bold_family());
        text::paint_line(ui, names.with_max_y(middle), &bar.name, &bold, p.text.0, Align::Min);
        let small = FontId::proportional(size::TYPE_CAPTION);
        text::paint_line(
            ui,
            names.with_min_y(middle),
            &bar.under,
            &small,
            p.text_weak.0,
            Align::Min,
        );
    }

    /// Follows the pointer by whole years; what is written once let go.
    fn dragged(&self, ui: &Ui, response: &Response, axis: &Axis, bar: &Bar, moving: &mut Moving) -> Option<Touch> {
        if !self.writable || !(response.dragged() || response.drag_stopped()) {
            return None;
        }
        if response.drag_started() {
            *moving = Moving::default();
            response.request_focus();
        }
        if keyboard::pressed(ui, Key::Escape) {
            moving.to = None;
            moving.given_up = true;
        }
        if response.dragged() && !moving.given_up {
            let years = response.total_drag_delta().unwrap_or_default().x / axis.year();
            moving.to = Some((bar.action.id, self.nearest(bar.action.rentree, years.round())));
        }
        response.drag_stopped().then(|| self.release(bar, moving)).flatten()
    }

    /// Arrows move the bar, or lead to the next; the rentrée is written when the key is let go.
    fn keyed(
        &self,
        ui: &Ui,
        response: &Response,
        (number, ids): (usize, &[egui::Id]),
        moving: &mut Moving,
    ) -> Option<Touch> {
        if !keyboard::holds(ui, response) {
            return None;
        }
        let bar = &self.bars[number];
        let presses = |key: Key| ui.input(|i| f32::from(u16::try_from(i.num_presses(key)).unwrap_or(u16::MAX)));
        let years = presses(Key::ArrowRight) - presses(Key::ArrowLeft);
        if years != 0.0 && self.writable {
            let from = moving.to.filter(|(id, _)| *id == bar.action.id).map(|(_, year)| year);
            let to = self.nearest(from.unwrap_or(bar.action.rentree), years);
            *moving = Moving {
                to: Some((bar.action.id, to)),
                ..Moving::default()
            };
        }
        let let_go = ui.input(|i| i.key_released(Key::ArrowLeft) || i.key_released(Key::ArrowRight));
        if let_go && moving.written.is_none() && moving.to.is_some() {
            return self.release(bar, moving);
        }
        let next = match (
            keyboard::pressed(ui, Key::ArrowDown),
            keyboard::pressed(ui, Key::ArrowUp),
        ) {
            (true, _) => number + 1,
            (_, true) => number.wrapping_sub(1),
            _ => return None,
        };
        let bar = self.bars.get(next)?;
        ui.memory_mut(|m| m.request_focus(ids[next]));
        Some(Touch::Chosen(bar.action.id))
    }

    fn release(&self, bar: &Bar, moving: &mut Moving) -> Option<Touch> {
        moving.given_up = false;
        let (id, year) = moving.to?;
        if year == bar.action.rentree {
            *moving = Moving::default();
            return None;
        }
        moving.written = Some(self.revision);
        Some(Touch::Moved(id, year))
    }

    /// A rentrée so many years later, within those an action may bear on.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a year between the ends of the plan"
    )]
    fn nearest(&self, rentree: u16, years: f32) -> u16 {
        let (first, last) = (f32::from(*self.rentrees.start()), f32::from(*self.rentrees.end()));
        (f32::from(rentree) + years).clamp(first, last.max(first)) as u16
    }
}

/// Decision as a thin line, training hatched, leavers full; only the outline of what was refused.
fn drawn(ui: &Ui, scene: &Scene<'_>, (rect, axis): (Rect, &Axis), bar: &Bar, rentree: u16) {
    let painter = ui.painter();
    let ink = ink(scene, &bar.action);
    let middle = rect.center().y;
    let later = i32::from(rentree) - i32::from(bar.action.rentree);
    let leavers = bar
        .first_leavers
        .and_then(|year| u16::try_from(i32::from(year) + later).ok());
    let (decided, opened) = (axis.x(rentree.saturating_sub(1), 0.0), axis.x(rentree, SEPTEMBER));
    let line = [pos2(decided, middle), pos2(opened, middle)];
    let thin = Stroke::new(size::FOCUS_LINE, ink);
    painter.extend(egui::Shape::dashed_line(&line, thin, size::TICK, size::TICK));
    let tall = vec2(0.0, size::BAR / 2.0);
    let piece = |from: f32, to: f32| Rect::from_min_max(pos2(from, middle) - tall, pos2(to, middle) + tall);
    let end = axis.x(axis.last, 0.0);
    let left = leavers.map_or(end, |year| axis.x(year, JUNE));
    bars::hatch(painter, piece(opened, left), ink);
    let full = piece(left, end);
    if full.width() <= size::LINE || leavers.is_none() {
        return;
    }
    if bar.action.status == ActionStatus::Refused {
        painter.rect_stroke(full, 0.0, thin, egui::StrokeKind::Inside);
    } else {
        painter.rect_filled(full, 0.0, ink);
        let words = scene.palette.ink_on(ink);
        let font = FontId::new(size::TYPE_CAPTION, bold_family());
        let inside = full.shrink2(vec2(size::GAP_XS, 0.0));
        let (galley, cut) = text::fit(ui, &bar.seats, &font, words, inside.width());
        if !cut {
            painter.galley(pos2(inside.left(), middle - galley.size().y / 2.0), galley, words);
        }
    }
}

/// Seats more, seats fewer, or the same: the sign and the word say it too.
fn ink(scene: &Scene<'_>, action: &PlanAction) -> Color32 {
    let p = scene.palette;
    match (action.towards.is_some(), action.kind.sign()) {
        (false, 1) => p.filled.0,
        (false, -1) => p.not_enough.0,
        _ => p.text_weak.0,
    }
}

fn legend_ui(ui: &mut Ui, scene: &Scene<'_>) {
    let ink = scene.palette.text_weak.0;
    ui.horizontal_wrapped(|ui| {
        parts::sample(ui, scene, scene.t("ui-plan-legend-decision"), |painter, rect| {
            let ends = [rect.left_center(), rect.right_center()];
            let thin = Stroke::new(size::FOCUS_LINE, ink);
            painter.extend(egui::Shape::dashed_line(&ends, thin, size::TICK, size::TICK));
        });
        parts::sample(ui, scene, scene.t("ui-plan-legend-training"), |painter, rect| {
            bars::hatch(painter, rect, ink);
        });
        parts::sample(ui, scene, scene.t("ui-plan-legend-leavers"), |painter, rect| {
            painter.rect_filled(rect, 0.0, ink);
        });
    });
}
