//! The matrix: lines and columns that cross in numbers on colour, names and totals that stay while the rest scrolls.

mod draw;
mod model;

use egui::{Id, Key, Rect, Response, Role, ScrollArea, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

use crate::i18n::{self, Message};
use crate::ui::scene::Scene;
use crate::ui::theme::size;
use crate::ui::widgets::{bars, keyboard, parts};
use draw::Grid;

pub use model::{Head, Line, Matrix, Row, Spot, Square};

/// What the user did to a matrix: kept while figures change.
#[derive(Debug, Clone)]
pub struct MatrixState<R, C> {
    pub cursor: Option<(R, C)>,
    /// True when the keyboard moved the cursor, which must then be seen.
    reveal: bool,
}

impl<R, C> Default for MatrixState<R, C> {
    fn default() -> Self {
        Self {
            cursor: None,
            reveal: false,
        }
    }
}

/// What was asked of a matrix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask<R, C> {
    /// Clicked, or Enter.
    Opened(Spot<R, C>),
    /// Walked to with the keyboard.
    Passed(Spot<R, C>),
}

/// Draws a matrix in the space left, its legend over it.
pub fn matrix_ui<R: Clone + PartialEq, C: Clone + PartialEq>(
    ui: &mut Ui,
    scene: &Scene<'_>,
    matrix: &Matrix<R, C>,
    state: &mut MatrixState<R, C>,
) -> Option<Ask<R, C>> {
    ui.scope(|ui| legend_ui(ui, scene, matrix));
    let whole = ui.available_rect_before_wrap();
    let corner = pos2(
        whole.left() + (whole.width() * size::MATRIX_NAMES_SHARE).clamp(size::COLUMN_RANGE * 2.0, size::MATRIX_NAMES),
        whole.top() + draw::heads_height(ui, matrix),
    );
    let body = Rect::from_min_max(corner, whole.max);
    ui.advance_cursor_after_rect(whole);
    let response = ui.interact(whole, Id::unique(matrix.id), Sense::click());
    let keyed = keys(ui, &response, matrix, state);
    let spoken = state.cursor.as_ref().and_then(|cell| matrix.told(cell));
    let spoken = spoken.map_or_else(|| matrix.name.clone(), |told| format!("{}. {told}", matrix.name));
    response.widget_info(|| WidgetInfo::labeled(Role::Grid, true, &spoken));
    let origin = scrolled(ui, matrix, state, body);
    let grid = Grid { body, origin };
    let cursor = state.cursor.as_ref();
    let cursor = cursor.and_then(|(row, column)| Some((matrix.line_of(row)?, matrix.column_of(column)?)));
    draw::body(ui, scene, matrix, grid, cursor, response.has_focus());
    let names = Rect::from_min_max(pos2(whole.left(), corner.y), pos2(corner.x, whole.bottom()));
    let heads = Rect::from_min_max(pos2(corner.x, whole.top()), pos2(whole.right(), corner.y));
    draw::names(ui, scene, matrix, grid, names, cursor.map(|c| c.0));
    draw::heads(ui, scene, matrix, grid, heads, cursor.map(|c| c.1));
    draw::corner(ui, scene, matrix, Rect::from_min_max(whole.min, corner));
    let spot = response.hover_pos().and_then(|at| {
        let (line, column) = grid.at(pos2(at.x.max(corner.x), at.y.max(corner.y)));
        let row = matrix.row(line).map(|row| row.key.clone());
        let head = matrix.columns.get(column).map(|head| head.key.clone());
        match (at.x >= corner.x, at.y >= corner.y) {
            (true, true) => Some(Spot::Cell(row?, head?)),
            (false, true) => Some(Spot::Row(row?)),
            (true, false) => Some(Spot::Column(head?)),
            (false, false) => None,
        }
    });
    let Some(spot) = spot else { return keyed };
    if response.clicked() {
        response.request_focus();
        if let Spot::Cell(row, column) = &spot {
            state.cursor = Some((row.clone(), column.clone()));
        }
        return Some(Ask::Opened(spot));
    }
    hover_ui(response, scene, matrix, &spot);
    keyed
}

fn hover_ui<R: Clone + PartialEq, C: Clone + PartialEq>(
    response: Response,
    scene: &Scene<'_>,
    matrix: &Matrix<R, C>,
    spot: &Spot<R, C>,
) {
    let total = |name: &str, total| {
        Message::new("ui-map-line")
            .with("what", name)
            .with("value", i18n::range(scene.lang, total))
            .text(scene.lang)
    };
    let words = match spot {
        Spot::Cell(row, column) => matrix.told(&(row.clone(), column.clone())),
        Spot::Row(key) => {
            let row = matrix.line_of(key).and_then(|line| matrix.row(line));
            row.map(|row| total(&row.name, row.total))
        }
        Spot::Column(key) => {
            let head = matrix.column_of(key).and_then(|column| matrix.columns.get(column));
            head.map(|head| total(&head.name, head.total))
        }
    };
    if let Some(words) = words {
        response.on_hover_text_at_pointer(words);
    }
}

/// Scrolls the body and tells where its first cell is.
fn scrolled<R: Clone + PartialEq, C: Clone + PartialEq>(
    ui: &mut Ui,
    matrix: &Matrix<R, C>,
    state: &mut MatrixState<R, C>,
    body: Rect,
) -> egui::Pos2 {
    #[expect(clippy::cast_precision_loss, reason = "a length on screen")]
    let content = vec2(
        matrix.columns.len() as f32 * size::MATRIX_COLUMN,
        matrix.lines.len() as f32 * size::ROW_COMPACT,
    );
    let reveal = std::mem::take(&mut state.reveal);
    let mut inner = ui.new_child(egui::UiBuilder::new().max_rect(body));
    let output = ScrollArea::both()
        .id_salt(matrix.id)
        .auto_shrink(false)
        .show(&mut inner, |ui| {
            let (rect, _) = ui.allocate_exact_size(content.max(Vec2::splat(1.0)), Sense::hover());
            let cell = state.cursor.as_ref().filter(|_| reveal);
            let place = cell.and_then(|(row, column)| Some((matrix.line_of(row)?, matrix.column_of(column)?)));
            if let Some((line, column)) = place {
                let grid = Grid { body, origin: rect.min };
                ui.scroll_to_rect(grid.cell(line, column), None);
            }
            rect.min
        });
    output.inner
}

/// Arrows, pages, Home and End walk the cells; Enter opens.
fn keys<R: Clone + PartialEq, C: Clone + PartialEq>(
    ui: &Ui,
    response: &Response,
    matrix: &Matrix<R, C>,
    state: &mut MatrixState<R, C>,
) -> Option<Ask<R, C>> {
    if !keyboard::holds(ui, response) {
        return None;
    }
    let pressed = |key| keyboard::pressed(ui, key);
    let spot = |cell: &(R, C)| Spot::Cell(cell.0.clone(), cell.1.clone());
    if pressed(Key::Enter) {
        return state.cursor.as_ref().map(|cell| Ask::Opened(spot(cell)));
    }
    let far = isize::MAX / 2;
    let steps = [
        (Key::ArrowDown, 1, 0),
        (Key::ArrowUp, -1, 0),
        (Key::ArrowRight, 0, 1),
        (Key::ArrowLeft, 0, -1),
        (Key::PageDown, PAGE, 0),
        (Key::PageUp, -PAGE, 0),
        (Key::Home, 0, -far),
        (Key::End, 0, far),
    ];
    let (_, lines, columns) = steps.into_iter().find(|(key, ..)| pressed(*key))?;
    let next = matrix.moved(state.cursor.as_ref(), lines, columns)?;
    state.reveal = true;
    let asked = Ask::Passed(spot(&next));
    state.cursor = Some(next);
    Some(asked)
}

/// Lines a page key walks.
const PAGE: isize = 12;

fn legend_ui<R, C>(ui: &mut Ui, scene: &Scene<'_>, matrix: &Matrix<R, C>) {
    let p = scene.palette;
    ui.spacing_mut().interact_size.y = size::TYPE_BODY;
    ui.horizontal_wrapped(|ui| {
        for (colour, words) in &matrix.legend {
            parts::sample(ui, scene, words.clone(), |painter, rect| {
                painter.rect_filled(rect, 0.0, p.tint(*colour));
            });
        }
        if let Some(words) = &matrix.hatched {
            parts::sample(ui, scene, words.clone(), |painter, rect| {
                bars::hatch(painter, rect, p.hatch.0);
            });
        }
    });
}
