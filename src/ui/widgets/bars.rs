//! Bars, diverging bars, ranges and the hatch of statistical secrecy.

use egui::{Color32, Painter, Rect, Stroke, lerp, pos2, vec2};

use crate::domain::units::Estimate;
use crate::ui::theme::{self, Palette, size};

/// A horizontal bar filling `share` (0 to 1) of `rect` from the left.
pub fn bar(painter: &Painter, rect: Rect, share: f64, colour: Color32) {
    let width = rect.width() * clamped(share);
    painter.rect_filled(
        Rect::from_min_size(rect.min, vec2(width, rect.height())),
        theme::corner(),
        colour,
    );
}

/// A bar between two places of a waterfall; one that leads back to the right is only outlined.
pub fn step(painter: &Painter, rect: Rect, colour: Color32, back: bool) {
    // A step of nothing keeps its mark.
    let rect = rect.with_max_x(rect.right().max(rect.left() + size::LINE));
    if back {
        let edge = Stroke::new(size::FOCUS_LINE, colour);
        painter.rect_stroke(rect, 0.0, edge, egui::StrokeKind::Inside);
    } else {
        painter.rect_filled(rect, 0.0, colour);
    }
}

/// A bar from the centre of `rect`: leftwards for negative shares, rightwards for positive ones, with the mark of zero.
pub fn diverging(painter: &Painter, rect: Rect, share: f64, palette: &Palette) {
    let centre = rect.center().x;
    let reach = rect.width() / 2.0 * clamped(share.abs());
    let (left, right) = if share < 0.0 {
        (centre - reach, centre)
    } else {
        (centre, centre + reach)
    };
    let bar = Rect::from_min_max(pos2(left, rect.top()), pos2(right, rect.bottom()));
    painter.rect_filled(bar, 0.0, palette.diverging(share));
    painter.vline(
        centre,
        (rect.top() - size::TICK)..=(rect.bottom() + size::TICK),
        Stroke::new(size::LINE, palette.text_weak.0),
    );
}

/// The low–high whisker of an estimate over a scale from 0 to `most` people.
pub fn whisker(painter: &Painter, rect: Rect, estimate: Estimate, most: f64, colour: Color32) {
    if most <= 0.0 || estimate.is_exact() {
        return;
    }
    let x = |people: f64| lerp(rect.left()..=rect.right(), clamped(people / most));
    let (low, high) = (x(estimate.low.people()), x(estimate.high.people()));
    let y = rect.center().y;
    let stroke = Stroke::new(size::LINE, colour);
    painter.hline(low..=high, y, stroke);
    for end in [low, high] {
        painter.vline(end, (y - size::TICK)..=(y + size::TICK), stroke);
    }
}

/// Diagonal strokes over `rect`: hidden by statistical secrecy.
pub fn hatch(painter: &Painter, rect: Rect, colour: Color32) {
    let painter = painter.with_clip_rect(rect.intersect(painter.clip_rect()));
    let stroke = Stroke::new(size::LINE, colour);
    let mut x = rect.left() - rect.height();
    while x < rect.right() {
        painter.line_segment([pos2(x, rect.bottom()), pos2(x + rect.height(), rect.top())], stroke);
        x += size::HATCH;
    }
    painter.rect_stroke(rect, 0.0, stroke, egui::StrokeKind::Inside);
}

#[expect(clippy::cast_possible_truncation, reason = "a share of a length on screen")]
fn clamped(share: f64) -> f32 {
    if share.is_nan() {
        0.0
    } else {
        share.clamp(0.0, 1.0) as f32
    }
}
