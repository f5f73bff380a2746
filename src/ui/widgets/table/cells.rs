//! Drawing of one cell and of one heading.

use egui::text::LayoutJob;
use egui::{Align, Align2, Color32, FontId, Rect, Sense, Ui, pos2, vec2};

use super::model::{AWAITED, Cell, Column, Kind, Ranged};
use crate::domain::units::Estimate;
use crate::i18n;
use crate::ui::scene::Scene;
use crate::ui::theme::{bold_family, icon, size};
use crate::ui::widgets::{bars, text};

/// Draws a cell; cut words show whole on hover.
pub(super) fn cell_ui(ui: &mut Ui, scene: &Scene<'_>, cell: &Cell, column: &Column) {
    let rect = ui.max_rect().shrink2(vec2(size::GAP_S, 0.0));
    let font = FontId::proportional(size::TYPE_BODY);
    reserve(ui, scene, cell, &font);
    let cut = paint(ui, scene, cell, (column.kind, column.ends), rect, &font);
    if cut {
        ui.interact(ui.max_rect(), ui.scope_id().with("whole"), Sense::hover())
            .on_hover_text(cell.words(scene.lang));
    }
}

/// Draws a cell of the totals row, bold on the header's ground.
pub(super) fn total_ui(ui: &mut Ui, scene: &Scene<'_>, cell: &Cell, column: &Column) {
    let rect = ui.max_rect();
    ui.painter().rect_filled(rect, 0.0, scene.palette.rail.0);
    ui.painter().hline(
        rect.x_range(),
        rect.bottom(),
        egui::Stroke::new(size::LINE, scene.palette.line.0),
    );
    let kind = match cell.value() {
        Some(_) => Kind::Number,
        None => column.kind,
    };
    let font = FontId::new(size::TYPE_BODY, bold_family());
    let inner = rect.shrink2(vec2(size::GAP_S, 0.0));
    paint(ui, scene, cell, (kind, column.ends), inner, &font);
}

/// Paints a heading on at most two lines, with the mark of the sort.
pub(super) fn heading(ui: &Ui, scene: &Scene<'_>, rect: Rect, title: &str, mark: &str, align: Align) {
    let colour = scene.palette.text_weak.0;
    let font = FontId::new(size::TYPE_CAPTION, bold_family());
    let words = if mark.is_empty() {
        title.to_owned()
    } else {
        format!("{title}\u{a0}{mark}")
    };
    let mut job = LayoutJob::simple(words, font, colour, rect.width());
    job.wrap.max_rows = 2;
    job.halign = align;
    let galley = ui.painter().layout_job(job);
    let x = if align == Align::Max { rect.right() } else { rect.left() };
    ui.painter().with_clip_rect(rect.intersect(ui.clip_rect())).galley(
        pos2(x, rect.center().y - galley.size().y / 2.0),
        galley,
        colour,
    );
}

fn paint(ui: &Ui, scene: &Scene<'_>, cell: &Cell, (kind, ends): (Kind, f32), rect: Rect, font: &FontId) -> bool {
    let p = scene.palette;
    let ink = scene.figure_ink();
    let align = match kind {
        Kind::Text => Align::Min,
        Kind::Number => Align::Max,
    };
    match cell {
        Cell::Empty => false,
        Cell::Text(words) => text::paint_line(ui, rect, words, font, p.text.0, align),
        Cell::Warning(words) => {
            let words = format!("{} {words}", icon::WARNING);
            text::paint_line(ui, rect, &words, font, p.attention.0, align)
        }
        Cell::Number(..) | Cell::Share(_) => text::paint_line(ui, rect, &cell.words(scene.lang), font, ink, align),
        Cell::Posts(..) => text::paint_line(ui, rect, &cell.words(scene.lang), font, ink, align),
        Cell::Awaited(_) => text::paint_line(ui, rect, AWAITED, font, p.text_weak.0, align),
        Cell::Cause(words, posts) => cause(ui, scene, (words, *posts), rect, font),
        Cell::People(_) | Cell::Fine(..) | Cell::Euros(_) | Cell::ShareRange(_) => {
            if let Some(ranged) = cell.ranged(scene.lang) {
                range(ui, scene, &ranged, (rect, ends), font, ink);
            }
            false
        }
        Cell::Tick(ticked) => {
            tick(ui, scene, *ticked, rect);
            false
        }
        Cell::Secret(share) => {
            if *share > 0.0 {
                let mark = Rect::from_min_size(
                    pos2(rect.left(), rect.center().y - size::BAR_SMALL),
                    vec2(rect.width() / 3.0, size::BAR_SMALL * 2.0),
                );
                bars::hatch(ui.painter(), mark, p.hatch.0);
            }
            text::paint_line(ui, rect, &cell.words(scene.lang), font, ink, align)
        }
    }
}

/// A box, with its mark once ticked.
fn tick(ui: &Ui, scene: &Scene<'_>, ticked: bool, rect: Rect) {
    let side = size::TYPE_EMPHASIS;
    let square = Rect::from_min_size(pos2(rect.left(), rect.center().y - side / 2.0), vec2(side, side));
    let edge = egui::Stroke::new(size::LINE, scene.palette.control_line.0);
    ui.painter()
        .rect_stroke(square, size::GAP_XS / 2.0, edge, egui::StrokeKind::Inside);
    if ticked {
        let font = FontId::proportional(size::TYPE_BODY);
        ui.painter().text(
            square.center(),
            Align2::CENTER_CENTER,
            icon::CHECK,
            font,
            scene.palette.accent.0,
        );
    }
}

/// The central value right-aligned at a fixed place, then the range in weak ink: centres line up down the column.
fn range(ui: &Ui, scene: &Scene<'_>, ranged: &Ranged, (rect, ends): (Rect, f32), font: &FontId, ink: Color32) {
    let left = rect.with_max_x((rect.right() - ends).max(rect.left()));
    text::paint_line(ui, left, &ranged.centre, font, ink, Align::Max);
    if !ranged.ends.is_empty() {
        let right = rect.with_min_x(left.right() + size::GAP_XS);
        let small = FontId::proportional(size::TYPE_CAPTION);
        text::paint_line(ui, right, &ranged.ends, &small, scene.palette.text_weak.0, Align::Max);
    }
}

/// A headcount in `rect`, `ends` of its width kept for the range: centres line up down a column.
pub(in crate::ui::widgets) fn people(
    ui: &Ui,
    scene: &Scene<'_>,
    estimate: Estimate,
    (rect, ends): (Rect, f32),
    font: &FontId,
) {
    if let Some(ranged) = Cell::People(estimate).ranged(scene.lang) {
        range(ui, scene, &ranged, (rect, ends), font, scene.figure_ink());
    }
}

/// The words on the left, the posts right-aligned: they line up down the column, and the unit is never cut.
fn cause(ui: &Ui, scene: &Scene<'_>, (words, posts): (&str, i64), rect: Rect, font: &FontId) -> bool {
    let posts = i18n::integer(scene.lang, posts);
    let (galley, _) = text::fit(ui, &posts, font, scene.figure_ink(), rect.width());
    let left = rect.with_max_x(rect.right() - galley.size().x - size::GAP_XS);
    text::paint_line(ui, rect, &posts, font, scene.figure_ink(), Align::Max);
    let small = FontId::new(size::TYPE_CAPTION, font.family.clone());
    text::paint_line(ui, left, words, &small, scene.palette.text.0, Align::Min)
}

/// When the user double-clicks a column's edge the grid measures what cells ask for.
fn reserve(ui: &mut Ui, scene: &Scene<'_>, cell: &Cell, font: &FontId) {
    if ui.is_sizing_pass() {
        let galley = ui
            .painter()
            .layout_no_wrap(cell.words(scene.lang), font.clone(), scene.palette.text.0);
        ui.allocate_space(galley.size() + vec2(size::GAP_L, 0.0));
    }
}
