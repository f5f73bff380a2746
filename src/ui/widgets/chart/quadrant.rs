//! Bubbles over two rates, cut in four by the means: read on hover, by the arrows, and opened by a click or Enter.

use egui::{Align2, Color32, Key, Response, Role, Sense, Stroke, Ui, WidgetInfo};
use egui_plot::{HLine, PlotBounds, PlotPoint, PlotTransform, PlotUi, Points, Text, VLine};

use super::{spoken, still};
use crate::report::Chart;
use crate::report::chart::{Item, Quadrant};
use crate::ui::scene::Scene;
use crate::ui::theme::{plain, size};
use crate::ui::widgets::keyboard;

/// How much of its colour a bubble has: those underneath show through.
const FILL: f32 = 0.45;

/// Draws the bubbles; what names the one that was opened.
pub fn quadrant_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    (chart, quadrant): (&Chart, &Quadrant),
    items: &[Item],
) -> Option<usize> {
    let id = ui.scope_id().with(("quadrant", chart.id));
    let at: Option<usize> = ui.data(|d| d.get_temp(id)).filter(|at| *at < items.len());
    let bounds = bounds(quadrant);
    let shown = still(id, chart.digits, scene)
        .height(ui.available_height().clamp(size::QUADRANT_LEAST, size::QUADRANT))
        .x_axis_label(scene.say(&quadrant.x))
        .y_axis_label(scene.say(&quadrant.y))
        .sense(Sense::click())
        .show(ui, |plot| {
            plot.set_plot_bounds(bounds);
            corners(plot, scene, quadrant, bounds);
            dots(plot, scene, quadrant, at);
        });
    let response = shown.response;
    let near = response
        .hover_pos()
        .and_then(|pointer| nearest(&shown.transform, quadrant, pointer));
    let moved = keys(ui, &response, at, items.len());
    let current = near.or(moved.0);
    if current != at {
        // Beyond the last one is nowhere.
        ui.data_mut(|d| d.insert_temp(id, current.unwrap_or(usize::MAX)));
    }
    let told = moved.0.and_then(|i| items.get(i)).map(spoken);
    let words = [Some(scene.say(&chart.alt)), told];
    let words: Vec<String> = words.into_iter().flatten().collect();
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, words.join(" ")));
    let opened = near.filter(|_| response.clicked()).or(moved.1);
    if let Some(item) = near.and_then(|i| items.get(i)) {
        response.on_hover_text_at_pointer(spoken(item));
    }
    opened
}

/// The bubble the arrows lead to, and the one that Enter opens.
fn keys(ui: &Ui, response: &Response, at: Option<usize>, count: usize) -> (Option<usize>, Option<usize>) {
    if !keyboard::holds(ui, response) || count == 0 {
        return (at.filter(|_| response.has_focus()), None);
    }
    let forward = keyboard::pressed(ui, Key::ArrowRight) || keyboard::pressed(ui, Key::ArrowDown);
    let back = keyboard::pressed(ui, Key::ArrowLeft) || keyboard::pressed(ui, Key::ArrowUp);
    let now = match at {
        Some(at) if forward => (at + 1).min(count - 1),
        Some(at) if back => at.saturating_sub(1),
        Some(at) => at,
        None => 0,
    };
    (Some(now), keyboard::pressed(ui, Key::Enter).then_some(now))
}

fn bounds(quadrant: &Quadrant) -> PlotBounds {
    let span = |values: Vec<f64>| {
        let (least, most) = values
            .into_iter()
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), v| (a.min(v), b.max(v)));
        let margin = ((most - least) * 0.08).max(0.02);
        (least - margin, most + margin)
    };
    let x = span(quadrant.dots.iter().map(|d| d.x).chain([quadrant.means.0]).collect());
    let y = span(quadrant.dots.iter().map(|d| d.y).chain([quadrant.means.1]).collect());
    PlotBounds::from_min_max([x.0, y.0], [x.1, y.1])
}

/// The means, and the name of each part in its corner.
fn corners(plot: &mut PlotUi<'_>, scene: &Scene<'_>, quadrant: &Quadrant, bounds: PlotBounds) {
    let line = Stroke::new(size::FOCUS_LINE, scene.palette.text.0);
    plot.vline(VLine::new("", quadrant.means.0).stroke(line).allow_hover(false));
    plot.hline(HLine::new("", quadrant.means.1).stroke(line).allow_hover(false));
    let ([left, low], [right, high]) = (bounds.min(), bounds.max());
    let places = [
        (right, high, Align2::RIGHT_TOP),
        (left, high, Align2::LEFT_TOP),
        (right, low, Align2::RIGHT_BOTTOM),
        (left, low, Align2::LEFT_BOTTOM),
    ];
    for (part, (x, y, anchor)) in quadrant.parts.iter().zip(places) {
        // On the ground of the screen: the lines of the means pass behind.
        let words = plain(scene.say(part), size::TYPE_CAPTION).color(scene.palette.text_weak.0);
        let words = words.background_color(scene.palette.canvas.0);
        plot.text(
            Text::new("", PlotPoint::new(x, y), words)
                .anchor(anchor)
                .allow_hover(false),
        );
    }
}

/// The largest first, so that small ones stay on top; the current one ringed.
fn dots(plot: &mut PlotUi<'_>, scene: &Scene<'_>, quadrant: &Quadrant, at: Option<usize>) {
    let mut order: Vec<usize> = (0..quadrant.dots.len()).collect();
    order.sort_by(|a, b| quadrant.dots[*b].size.total_cmp(&quadrant.dots[*a].size).then(a.cmp(b)));
    let colour = scene.palette.filled.0;
    for i in order {
        let dot = &quadrant.dots[i];
        let circle = |radius: f32, colour: Color32, filled: bool| {
            Points::new("", vec![[dot.x, dot.y]])
                .radius(radius)
                .color(colour)
                .filled(filled)
                .allow_hover(false)
        };
        let radius = radius(quadrant, i);
        plot.points(circle(radius, colour.gamma_multiply(FILL), true));
        plot.points(circle(radius, colour, false));
        if at == Some(i) {
            plot.points(circle(radius + size::FOCUS_LINE, scene.palette.accent.0, false));
        }
    }
}

/// Areas are in proportion to what they count.
fn radius(quadrant: &Quadrant, number: usize) -> f32 {
    let most = quadrant.dots.iter().map(|d| d.size).fold(f64::EPSILON, f64::max);
    #[expect(clippy::cast_possible_truncation, reason = "a share of a length on screen")]
    let share = (quadrant.dots[number].size / most).sqrt() as f32;
    (size::BUBBLE * share).max(size::TICK)
}

/// The bubble under the pointer: the smallest of those that hold it.
fn nearest(transform: &PlotTransform, quadrant: &Quadrant, pointer: egui::Pos2) -> Option<usize> {
    let holds = |i: &usize| {
        let dot = &quadrant.dots[*i];
        let centre = transform.position_from_point(&PlotPoint::new(dot.x, dot.y));
        centre.distance(pointer) <= radius(quadrant, *i) + size::FOCUS_LINE
    };
    let held = (0..quadrant.dots.len()).filter(holds);
    held.min_by(|a, b| quadrant.dots[*a].size.total_cmp(&quadrant.dots[*b].size))
}
