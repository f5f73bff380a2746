//! Drawing of the panes of a matrix: what is seen of each, nothing else.

use egui::{Align, Align2, FontId, Painter, Pos2, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use super::model::{Line, Matrix, Square};
use crate::domain::units::Estimate;
use crate::i18n;
use crate::ui::scene::Scene;
use crate::ui::theme::{self, size};
use crate::ui::widgets::table::cells;
use crate::ui::widgets::{bars, text};

/// Where the lines and columns of a matrix are on screen.
#[derive(Debug, Clone, Copy)]
pub(super) struct Grid {
    /// What is seen of the cells.
    pub body: Rect,
    /// Where the first cell begins: before the body when scrolled.
    pub origin: Pos2,
}

impl Grid {
    pub fn cell(self, line: usize, column: usize) -> Rect {
        #[expect(clippy::cast_precision_loss, reason = "a place on screen")]
        let at = vec2(column as f32 * size::MATRIX_COLUMN, line as f32 * size::ROW_COMPACT);
        Rect::from_min_size(self.origin + at, vec2(size::MATRIX_COLUMN, size::ROW_COMPACT))
    }

    /// Line and column under a point of the body.
    pub fn at(self, point: Pos2) -> (usize, usize) {
        let way = point - self.origin;
        let number = |length: f32, step: f32| {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a place in the matrix"
            )]
            let number = (length / step).max(0.0) as usize;
            number
        };
        (number(way.y, size::ROW_COMPACT), number(way.x, size::MATRIX_COLUMN))
    }

    /// Lines that are seen, of so many; columns likewise.
    fn seen(self, lines: usize, columns: usize) -> (std::ops::Range<usize>, std::ops::Range<usize>) {
        let (top, left) = self.at(self.body.min);
        let (bottom, right) = self.at(self.body.max);
        (top..(bottom + 1).min(lines), left..(right + 1).min(columns))
    }
}

/// The cells.
pub(super) fn body<R: Clone + PartialEq, C: Clone + PartialEq>(
    ui: &Ui,
    scene: &Scene<'_>,
    matrix: &Matrix<R, C>,
    grid: Grid,
    cursor: Option<(usize, usize)>,
    focused: bool,
) {
    let p = scene.palette;
    let painter = ui.painter().with_clip_rect(grid.body);
    let (lines, columns) = grid.seen(matrix.lines.len(), matrix.columns.len());
    for line in lines {
        let Some(row) = matrix.row(line) else {
            let last = matrix.columns.len().saturating_sub(1);
            let band = grid.cell(line, 0).union(grid.cell(line, last));
            painter.rect_filled(band, 0.0, p.rail.0);
            continue;
        };
        for column in columns.clone() {
            let rect = grid.cell(line, column);
            match row.cells.get(column).and_then(Option::as_ref) {
                Some(square) => cell(&painter, scene, rect, square),
                None => {
                    painter.rect_filled(rect, 0.0, p.surface.0);
                }
            }
            painter.rect_stroke(rect, 0.0, Stroke::new(size::LINE, p.canvas.0), StrokeKind::Inside);
        }
    }
    if let Some((line, column)) = cursor {
        let width = if focused {
            size::FOCUS_LINE * 1.5
        } else {
            size::FOCUS_LINE
        };
        let stroke = Stroke::new(width, p.accent.0);
        painter.rect_stroke(grid.cell(line, column), 0.0, stroke, StrokeKind::Inside);
    }
}

fn cell(painter: &Painter, scene: &Scene<'_>, rect: Rect, square: &Square) {
    let p = scene.palette;
    let fill = p.tint(square.tint);
    painter.rect_filled(rect, 0.0, fill);
    if square.secret {
        bars::hatch(painter, rect, p.hatch_on(fill));
    }
    let ink = p.ink_on(fill);
    let font = FontId::proportional(size::TYPE_CAPTION);
    let galley = painter.layout_no_wrap(square.words.clone(), font, ink);
    let at = Align2::CENTER_CENTER.align_size_within_rect(galley.size(), rect);
    if square.secret && !square.words.is_empty() {
        painter.rect_filled(at.expand(size::LINE), theme::corner(), fill);
    }
    painter.galley(at.min, galley, ink);
}

/// Names of lines and their totals, at the left.
pub(super) fn names<R: Clone + PartialEq, C: Clone + PartialEq>(
    ui: &mut Ui,
    scene: &Scene<'_>,
    matrix: &Matrix<R, C>,
    grid: Grid,
    pane: Rect,
    marked: Option<usize>,
) {
    let p = scene.palette;
    let ui = &clipped(ui, pane);
    let (lines, _) = grid.seen(matrix.lines.len(), matrix.columns.len());
    for line in lines {
        let y = grid.cell(line, 0).y_range();
        let rect = Rect::from_x_y_ranges(pane.x_range(), y);
        let (name, total, family, fill) = match &matrix.lines[line] {
            Line::Group { name, total } => (name, total, theme::bold_family(), p.rail.0),
            Line::Row(row) if marked == Some(line) => {
                (&row.name, &row.total, egui::FontFamily::Proportional, p.accent_soft.0)
            }
            Line::Row(row) => (&row.name, &row.total, egui::FontFamily::Proportional, p.surface.0),
        };
        ui.painter().rect_filled(rect, 0.0, fill);
        let font = FontId::new(size::TYPE_BODY, family);
        let split = rect.right() - totals_width(pane);
        let label = rect.with_max_x(split).shrink2(vec2(size::GAP_S, 0.0));
        text::paint_line(ui, label, name, &font, p.text.0, Align::Min);
        total_ui(ui, scene, rect.with_min_x(split), *total);
    }
}

/// Width of the totals in a pane of names: without their ranges where names would have no room.
fn totals_width(pane: Rect) -> f32 {
    if pane.width() < size::MATRIX_NAMES - size::COLUMN_CODE {
        size::COLUMN_CODE
    } else {
        size::COLUMN_RANGE
    }
}

/// A central value in bold, its range small after it where there is room.
fn total_ui(ui: &Ui, scene: &Scene<'_>, rect: Rect, total: Estimate) {
    let bold = FontId::new(size::TYPE_BODY, theme::bold_family());
    if rect.width() < size::COLUMN_RANGE {
        let words = i18n::people(scene.lang, total.central);
        let inner = rect.shrink2(vec2(size::GAP_S, 0.0));
        text::paint_line(ui, inner, &words, &bold, scene.figure_ink(), Align::Max);
        return;
    }
    let inner = rect.shrink2(vec2(size::GAP_S, 0.0));
    cells::people(ui, scene, total, (inner, size::COLUMN_RANGE_ENDS), &bold);
}

/// Names of columns, upright, and their totals, over the cells.
pub(super) fn heads<R: Clone + PartialEq, C: Clone + PartialEq>(
    ui: &mut Ui,
    scene: &Scene<'_>,
    matrix: &Matrix<R, C>,
    grid: Grid,
    pane: Rect,
    marked: Option<usize>,
) {
    let p = scene.palette;
    let ui = &clipped(ui, pane);
    ui.painter().rect_filled(pane, 0.0, p.rail.0);
    let (_, columns) = grid.seen(matrix.lines.len(), matrix.columns.len());
    let font = FontId::proportional(size::TYPE_CAPTION);
    for column in columns {
        let head = &matrix.columns[column];
        let rect = Rect::from_x_y_ranges(grid.cell(0, column).x_range(), pane.y_range());
        if marked == Some(column) {
            ui.painter().rect_filled(rect, 0.0, p.accent_soft.0);
        }
        let totals = rect.with_min_y(rect.bottom() - size::ROW_COMPACT);
        let room = rect.height() - totals.height() - size::GAP_S;
        let (galley, _) = text::fit(ui, &head.name, &font, p.text.0, room);
        // Upright, read from below: turned about its start.
        let at = pos2(rect.center().x - galley.size().y / 2.0, totals.top() - size::GAP_XS);
        let shape = egui::epaint::TextShape::new(at, galley, p.text.0).with_angle(-std::f32::consts::FRAC_PI_2);
        ui.painter().add(shape);
        let bold = FontId::new(size::TYPE_CAPTION, theme::bold_family());
        let words = i18n::people(scene.lang, head.total.central);
        text::paint_line(ui, totals, &words, &bold, scene.figure_ink(), Align::Center);
    }
}

/// Height of the heads: that of the longest name, as far as names go, over a line of totals.
pub(super) fn heads_height<R, C>(ui: &Ui, matrix: &Matrix<R, C>) -> f32 {
    let font = FontId::proportional(size::TYPE_CAPTION);
    let names = matrix
        .columns
        .iter()
        .map(|head| text::width(ui, &head.name, font.clone()));
    (names.fold(0.0, f32::max) + size::GAP_L + size::ROW_COMPACT).min(size::MATRIX_HEADS)
}

/// The corner: the total of everything.
pub(super) fn corner<R, C>(ui: &mut Ui, scene: &Scene<'_>, matrix: &Matrix<R, C>, pane: Rect) {
    let p = scene.palette;
    let ui = &clipped(ui, pane);
    ui.painter().rect_filled(pane, 0.0, p.rail.0);
    let line = pane.with_min_y(pane.bottom() - size::ROW_COMPACT);
    let split = line.right() - totals_width(pane);
    let font = FontId::new(size::TYPE_BODY, theme::bold_family());
    let label = line.with_max_x(split).shrink2(vec2(size::GAP_S, 0.0));
    text::paint_line(ui, label, &scene.t("ui-total"), &font, p.text.0, Align::Min);
    total_ui(ui, scene, line.with_min_x(split), matrix.total);
}

/// A ui that paints only inside a pane.
fn clipped(ui: &mut Ui, pane: Rect) -> Ui {
    let mut inner = ui.new_child(egui::UiBuilder::new().max_rect(pane));
    inner.set_clip_rect(pane.intersect(ui.clip_rect()));
    inner
}
