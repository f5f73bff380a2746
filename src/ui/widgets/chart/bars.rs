//! One horizontal bar a line: names before it, figures after it, each line read by pointer, keyboard or assistive technology.

use egui::{Align, Color32, FontId, Rect, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use egui_plot::{Bar as PlotBar, BarChart, Line, PlotBounds, PlotPoint, PlotTransform, PlotUi, VLine};

use super::{Marks, spoken, still};
use crate::domain::units::Range;
use crate::i18n::Lang;
use crate::report::Chart;
use crate::report::chart::{ChartKind, Item, Role as Meaning};
use crate::ui::scene::Scene;
use crate::ui::theme::{Palette, corner, size};
use crate::ui::widgets::text;

/// Thickness of a bar, and half that of the ends of a range, in lines.
const THICK: f64 = 0.62;
const END: f64 = 0.16;

/// What is drawn on one line.
#[derive(Debug, Clone, PartialEq)]
struct Mark {
    /// Where each piece begins and ends, its colour, and whether it is only outlined.
    pieces: Vec<(f64, f64, Color32, bool)>,
    whisker: Option<Range<f64>>,
}

/// Draws the lines; what names the one that was clicked.
pub fn bars_ui(ui: &mut Ui, scene: &Scene<'_>, chart: &Chart, items: &[Item], marks: Marks) -> Option<usize> {
    let drawn = drawn(&chart.kind, scene.palette);
    if drawn.is_empty() {
        return None;
    }
    let font = FontId::proportional(size::TYPE_BODY);
    let width = ui.available_width();
    let longest = |words: &str| text::fit(ui, words, &font, scene.palette.text.0, width).0.size().x;
    let values = figures(chart, items, scene.lang);
    let after = values.iter().map(|w| longest(w)).fold(0.0, f32::max).min(width * 0.4) + size::GAP_S;
    let before = items
        .iter()
        .map(|i| longest(&i.label))
        .fold(0.0, f32::max)
        .min(width * 0.4)
        + size::GAP_S;
    #[expect(clippy::cast_precision_loss, reason = "a handful of lines")]
    let height = drawn.len() as f32 * size::ROW_COMPACT + size::TYPE_CAPTION + size::GAP_S;
    let (whole, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let middle = Rect::from_min_max(
        pos2(whole.left() + before, whole.top()),
        pos2(whole.right() - after, whole.bottom()),
    );
    let id = ui.scope_id().with(("chart", chart.id));
    let ground = ui.painter().add(egui::Shape::Noop);
    let transform = plot_ui(ui, scene, chart, &drawn, middle);
    let mut clicked = None;
    for (i, item) in items.iter().enumerate() {
        let row = row(&transform, whole, i);
        let sense = match marks {
            Marks::Read => Sense::focusable_noninteractive() | Sense::hover(),
            Marks::Open => Sense::click(),
        };
        let response = ui.interact(row, id.with(i), sense);
        if response.hovered() || response.has_focus() {
            ui.painter()
                .set(ground, egui::Shape::rect_filled(row, corner(), scene.palette.hover.0));
        }
        let role = if marks == Marks::Open {
            Role::Button
        } else {
            Role::Label
        };
        response.widget_info(|| WidgetInfo::labeled(role, true, spoken(item)));
        let label = row.with_max_x(middle.left() - size::GAP_S);
        text::paint_line(ui, label, &item.label, &font, scene.palette.text.0, Align::Min);
        let value = row.with_min_x(middle.right() + size::GAP_S);
        text::paint_line(ui, value, &values[i], &font, scene.figure_ink(), Align::Max);
        if response.clicked() {
            clicked = Some(i);
        }
        response.on_hover_text_at_pointer(spoken(item));
    }
    clicked
}

/// The figures at the end of each line: both changes of a swing, else the words of the mark.
fn figures(chart: &Chart, items: &[Item], lang: Lang) -> Vec<String> {
    match &chart.kind {
        ChartKind::Tornado(swings) => swings
            .iter()
            .map(|swing| {
                let [low, high] = swing.changes.map(|c| chart.digits.signed(lang, c));
                format!("{low} / {high}")
            })
            .collect(),
        _ => items.iter().map(|item| item.words.clone()).collect(),
    }
}

/// The bars over their axis, each in the middle of its line.
fn plot_ui(ui: &mut Ui, scene: &Scene<'_>, chart: &Chart, drawn: &[Mark], rect: Rect) -> PlotTransform {
    let ends = drawn.iter().flat_map(|mark| {
        let whisker = mark.whisker.iter().flat_map(|w| [w.low, w.high]);
        mark.pieces.iter().flat_map(|p| [p.0, p.1]).chain(whisker)
    });
    let (least, most) = ends
        .filter(|v| v.is_finite())
        .fold((0.0, 0.0), |(a, b): (f64, f64), v| (a.min(v), b.max(v)));
    let margin = ((most - least) * 0.02).max(f64::EPSILON);
    #[expect(clippy::cast_precision_loss, reason = "a handful of lines")]
    let lines = drawn.len() as f64;
    let left = if least < 0.0 { least - margin } else { 0.0 };
    let bounds = PlotBounds::from_min_max([left, -lines], [most.max(left + 1e-9) + margin, 0.0]);
    let quiet = Stroke::new(size::LINE, scene.palette.text_weak.0);
    let mut inner = ui.new_child(UiBuilder::new().max_rect(rect));
    let shown = still(("bars", chart.id), chart.digits, scene)
        .width(rect.width())
        .height(rect.height())
        .show_axes([true, false])
        .show_grid([true, false])
        .sense(Sense::hover())
        .show(&mut inner, |plot| {
            plot.set_plot_bounds(bounds);
            for (mark, middle) in drawn.iter().zip(middles()) {
                mark_ui(plot, mark, middle, quiet);
            }
            plot.vline(VLine::new("", 0.0).stroke(quiet).allow_hover(false));
        });
    shown.transform
}

/// Middles of the lines, downwards.
fn middles() -> impl Iterator<Item = f64> {
    (0..u32::MAX).map(|i| -0.5 - f64::from(i))
}

fn mark_ui(plot: &mut PlotUi<'_>, mark: &Mark, middle: f64, quiet: Stroke) {
    for (from, to, colour, outlined) in &mark.pieces {
        let (fill, edge) = if *outlined {
            (Color32::TRANSPARENT, Stroke::new(size::FOCUS_LINE, *colour))
        } else {
            (*colour, Stroke::NONE)
        };
        let bar = PlotBar::new(middle, to - from)
            .base_offset(*from)
            .width(THICK)
            .fill(fill)
            .stroke(edge);
        plot.bar_chart(BarChart::new("", vec![bar]).horizontal().allow_hover(false));
    }
    if let Some(whisker) = mark.whisker.filter(|w| !w.is_exact()) {
        let mut line = |from: [f64; 2], to: [f64; 2]| {
            plot.line(Line::new("", vec![from, to]).stroke(quiet).allow_hover(false));
        };
        line([whisker.low, middle], [whisker.high, middle]);
        for end in [whisker.low, whisker.high] {
            line([end, middle - END], [end, middle + END]);
        }
    }
}

/// The line of a mark, over names, bars and figures.
fn row(transform: &PlotTransform, whole: Rect, number: usize) -> Rect {
    #[expect(clippy::cast_precision_loss, reason = "a handful of lines")]
    let top = -(number as f64);
    let y = |value: f64| transform.position_from_point(&PlotPoint::new(0.0, value)).y;
    Rect::from_min_max(pos2(whole.left(), y(top)), pos2(whole.right(), y(top - 1.0)))
}

/// The pieces of each line, in the colours of the theme.
fn drawn(kind: &ChartKind, palette: &Palette) -> Vec<Mark> {
    let plain = |from: f64, to: f64, colour: Color32| Mark {
        pieces: vec![(from, to, colour, false)],
        whisker: None,
    };
    match kind {
        ChartKind::Bars(bars, role) => {
            let colour = colour(*role, palette);
            let mark = |value: Range<f64>| Mark {
                whisker: Some(value),
                ..plain(0.0, value.central, colour)
            };
            bars.iter().map(|bar| mark(bar.value)).collect()
        }
        ChartKind::Diverging(bars) => {
            let most = bars
                .iter()
                .map(|bar| bar.value.central.abs())
                .fold(f64::EPSILON, f64::max);
            let mark = |value: Range<f64>| Mark {
                whisker: Some(value),
                ..plain(0.0, value.central, palette.diverging(value.central / most))
            };
            bars.iter().map(|bar| mark(bar.value)).collect()
        }
        ChartKind::Waterfall(steps) => {
            let mark = |step: &crate::report::chart::Step| plain(step.from, step.to, colour(step.role, palette));
            steps.iter().map(mark).collect()
        }
        ChartKind::Tornado(swings) => {
            let mark = |swing: &crate::report::chart::Swing| {
                let [low, high] = swing.changes;
                let colour = palette.filled.0;
                Mark {
                    pieces: vec![(0.0, high, colour, false), (0.0, low, colour, true)],
                    whisker: None,
                }
            };
            swings.iter().map(mark).collect()
        }
        ChartKind::Quadrant(_) | ChartKind::Trend(_) => Vec::new(),
    }
}

pub(super) fn colour(role: Meaning, palette: &Palette) -> Color32 {
    match role {
        Meaning::Whole => palette.hatch.0,
        Meaning::Met => palette.filled.0,
        Meaning::Unmet => palette.not_enough.0,
        Meaning::Residual => palette.no_training.0,
    }
}
