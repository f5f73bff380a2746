//! Lines over the years with their ranges as bands: each year read by pointer, keyboard or assistive technology.

use egui::{Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2};
use egui_plot::{FilledArea, Line, LineStyle, PlotBounds, PlotPoint, PlotTransform, Points, VLine};

use super::bars::colour;
use super::{spoken, still};
use crate::report::Chart;
use crate::report::chart::{Curve, Item};
use crate::ui::scene::Scene;
use crate::ui::theme::size;
use crate::ui::widgets::parts;

/// How much of its colour a band has: those underneath show through.
const BAND: f32 = 0.18;
/// Room of a year on both sides of its point.
const HALF_A_YEAR: f64 = 0.5;
/// Part of the height kept free above and below.
const MARGIN: f64 = 0.06;

/// Draws the lines and their legend; no mark opens anything.
pub fn trend_ui(ui: &mut Ui, scene: &Scene<'_>, (chart, curves): (&Chart, &[Curve]), items: &[Item]) -> Option<usize> {
    legend_ui(ui, scene, curves);
    let id = ui.scope_id().with(("trend", chart.id));
    let at: Option<usize> = ui.data(|d| d.get_temp(id)).filter(|at| *at < items.len());
    let bounds = bounds(curves)?;
    let years = |mark: egui_plot::GridMark, _: &std::ops::RangeInclusive<f64>| match mark.value.fract() == 0.0 {
        true => format!("{:.0}", mark.value),
        false => String::new(),
    };
    let shown = still(id, chart.digits, scene)
        .height(ui.available_height().clamp(size::QUADRANT_LEAST, size::TREND))
        .x_axis_formatter(years)
        .x_grid_spacer(egui_plot::uniform_grid_spacer(|_| [1.0, 5.0, 10.0]))
        .sense(Sense::hover())
        .show(ui, |plot| {
            plot.set_plot_bounds(bounds);
            // The first, that the others are compared with, stays on top.
            for (number, curve) in curves.iter().enumerate().rev() {
                curve_ui(plot, scene, (number, curve), at);
            }
            let year = at.and_then(|at| curves.first()?.points.get(at));
            if let Some((year, _)) = year {
                let line = Stroke::new(size::LINE, scene.palette.text_weak.0);
                plot.vline(VLine::new("", f64::from(*year)).stroke(line).allow_hover(false));
            }
        });
    let read = strips_ui(ui, (&shown.transform, shown.response.rect), curves, items, id);
    if read != at {
        ui.data_mut(|d| d.insert_temp(id, read.unwrap_or(usize::MAX)));
    }
    None
}

/// A sample of each line with its name.
fn legend_ui(ui: &mut Ui, scene: &Scene<'_>, curves: &[Curve]) {
    ui.horizontal_wrapped(|ui| {
        for (number, curve) in curves.iter().enumerate() {
            let ink = colour(curve.role, scene.palette);
            parts::sample(ui, scene, scene.say(&curve.label), |painter, rect| {
                painter.rect_filled(rect, 0.0, ink.gamma_multiply(BAND));
                let ends = [rect.left_center(), rect.right_center()];
                let stroke = Stroke::new(size::FOCUS_LINE, ink);
                if number == 0 {
                    painter.extend(egui::Shape::dashed_line(&ends, stroke, size::TICK, size::TICK));
                } else {
                    painter.line_segment(ends, stroke);
                }
            });
        }
    });
}

/// The band, the line over it, and the point of the year being read.
fn curve_ui(plot: &mut egui_plot::PlotUi<'_>, scene: &Scene<'_>, (number, curve): (usize, &Curve), at: Option<usize>) {
    let ink = colour(curve.role, scene.palette);
    let years: Vec<f64> = curve.points.iter().map(|(year, _)| f64::from(*year)).collect();
    let lows: Vec<f64> = curve.points.iter().map(|(_, value)| value.low).collect();
    let highs: Vec<f64> = curve.points.iter().map(|(_, value)| value.high).collect();
    plot.add(FilledArea::new("", &years, &lows, &highs).fill_color(ink.gamma_multiply(BAND)));
    let centres: Vec<[f64; 2]> = curve
        .points
        .iter()
        .map(|(year, v)| [f64::from(*year), v.central])
        .collect();
    let style = if number == 0 {
        LineStyle::dashed_dense()
    } else {
        LineStyle::Solid
    };
    let read = at.and_then(|at| centres.get(at)).copied();
    plot.line(
        Line::new("", centres)
            .stroke(Stroke::new(size::FOCUS_LINE, ink))
            .style(style)
            .allow_hover(false),
    );
    if let Some(point) = read {
        plot.points(
            Points::new("", vec![point])
                .radius(size::TICK)
                .color(ink)
                .allow_hover(false),
        );
    }
}

/// A strip over each year, which says its figures; what is the one being read.
fn strips_ui(
    ui: &Ui,
    (transform, whole): (&PlotTransform, Rect),
    curves: &[Curve],
    items: &[Item],
    id: egui::Id,
) -> Option<usize> {
    let points = curves.first().map_or(&[][..], |curve| &curve.points);
    let x = |year: f64| transform.position_from_point(&PlotPoint::new(year, 0.0)).x;
    let mut read = None;
    for (i, ((year, _), item)) in points.iter().zip(items).enumerate() {
        let year = f64::from(*year);
        let strip = Rect::from_min_max(
            pos2(x(year - HALF_A_YEAR), whole.top()),
            pos2(x(year + HALF_A_YEAR), whole.bottom()),
        );
        let sense = Sense::focusable_noninteractive() | Sense::hover();
        let response = ui.interact(strip.intersect(whole), id.with(i), sense);
        if response.hovered() || response.has_focus() {
            read = Some(i);
        }
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, spoken(item)));
        response.on_hover_text_at_pointer(spoken(item));
    }
    read
}

/// The years and the values of every band, with a margin.
fn bounds(curves: &[Curve]) -> Option<PlotBounds> {
    let points = || curves.iter().flat_map(|curve| &curve.points);
    let first = points().map(|(year, _)| *year).min()?;
    let last = points().map(|(year, _)| *year).max()?;
    let (least, most) = points()
        .flat_map(|(_, value)| [value.low, value.high])
        .filter(|v| v.is_finite())
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), v| (a.min(v), b.max(v)));
    let room = ((most - least) * MARGIN).max(f64::EPSILON);
    Some(PlotBounds::from_min_max(
        [f64::from(first) - HALF_A_YEAR, least - room],
        [f64::from(last) + HALF_A_YEAR, most + room],
    ))
}
