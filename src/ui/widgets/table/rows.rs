//! Drawing of the visible part of a table, called back by the grid.

use egui::{Align, Role, Sense, Ui, WidgetInfo};
use egui_table::{CellInfo, HeaderCellInfo, TableDelegate};

use super::cells;
use super::model::{Cell, Kind, Table};
use super::picks::Picks;
use super::state::{Direction, Sort};
use crate::ui::scene::Scene;
use crate::ui::theme::{icon, size};

/// A table being drawn, and what the pointer did to it.
pub(super) struct Shown<'a, 's, K> {
    pub scene: &'a Scene<'s>,
    pub table: &'a Table<K>,
    pub order: &'a [usize],
    pub columns: &'a [usize],
    /// Position of the selected row in `order`.
    pub cursor: Option<usize>,
    pub picks: &'a Picks<K>,
    pub sort: Option<Sort>,
    pub focused: bool,
    /// Rows are visited twice, for the scrolling and for the pinned columns: only the second visit speaks, so that the place of a row is
    /// that of its name, clear of the edges of columns.
    pub previous_row: Option<u64>,
    pub second_pass: bool,
    /// Totals of the rows shown.
    pub totals: Option<&'a Vec<Cell>>,
    pub sorted: Option<usize>,
    /// Column whose filter was asked for.
    pub filtered: Option<usize>,
    pub clicked: Option<usize>,
    pub opened: Option<usize>,
    /// Row whose box was clicked.
    pub ticked: Option<usize>,
}

impl<K: Clone + PartialEq> TableDelegate for Shown<'_, '_, K> {
    fn prepare(&mut self, _info: &egui_table::PrefetchInfo) {
        self.previous_row = None;
        self.second_pass = false;
    }

    fn header_cell_ui(&mut self, ui: &mut Ui, cell: &HeaderCellInfo) {
        let Some(&column) = self.columns.get(cell.col_range.start) else {
            return;
        };
        if cell.row_nr == 0 {
            self.title_ui(ui, column);
        } else if let Some(total) = self.totals.and_then(|t| t.get(column)) {
            cells::total_ui(ui, self.scene, total, &self.table.columns[column]);
        }
    }

    fn row_ui(&mut self, ui: &mut Ui, row_nr: u64) {
        self.second_pass |= self.previous_row.is_some_and(|before| row_nr <= before);
        self.previous_row = Some(row_nr);
        let Some((position, row)) = self.row(row_nr) else {
            return;
        };
        let rect = ui.max_rect();
        // Where columns go on beyond the window, a row is what is seen of it: its middle can be clicked.
        let seen = rect.intersect(ui.clip_rect());
        let response = ui.interact(seen, ui.scope_id().with("row"), Sense::click());
        let here = self.cursor == Some(position);
        let selected = here && self.picks.is_empty() || self.picks.contains(row);
        let p = self.scene.palette;
        let fill = match (selected, response.hovered()) {
            (true, _) => p.accent_soft.0,
            (false, true) => p.hover.0,
            (false, false) if row_nr % 2 == 1 => p.stripe.0,
            _ => p.surface.0,
        };
        ui.painter().rect_filled(rect, 0.0, fill);
        if here && self.focused {
            let mark = rect.with_max_x(rect.left() + size::FOCUS_LINE);
            ui.painter().rect_filled(mark, 0.0, p.accent.0);
        }
        if self.second_pass {
            response.widget_info(|| {
                let sentence = self.table.sentence(row, self.columns, self.scene.lang);
                WidgetInfo::selected(Role::Row, true, selected, sentence)
            });
        }
        if response.double_clicked() {
            self.opened = Some(position);
        } else if response.clicked() {
            self.clicked = Some(position);
        }
    }

    fn cell_ui(&mut self, ui: &mut Ui, cell: &CellInfo) {
        let Some((position, row)) = self.row(cell.row_nr) else {
            return;
        };
        let Some(&column) = self.columns.get(cell.col_nr) else {
            return;
        };
        let Some(content) = self.table.rows[row].cells.get(column) else {
            return;
        };
        cells::cell_ui(ui, self.scene, content, &self.table.columns[column]);
        if let Cell::Tick(ticked) = content {
            let response = ui.interact(ui.max_rect(), ui.scope_id().with("tick"), Sense::click());
            let name = self.table.rows[row]
                .cells
                .first()
                .map(|cell| cell.words(self.scene.lang));
            response
                .widget_info(|| WidgetInfo::selected(Role::CheckBox, true, *ticked, name.clone().unwrap_or_default()));
            if response.clicked() {
                self.ticked = Some(position);
            }
        }
    }

    fn default_row_height(&self) -> f32 {
        size::ROW_COMPACT
    }
}

impl<K> Shown<'_, '_, K> {
    /// Position in the order and row of the table.
    fn row(&self, row_nr: u64) -> Option<(usize, usize)> {
        let position = usize::try_from(row_nr).ok()?;
        self.order.get(position).map(|&row| (position, row))
    }

    /// A header that sorts when clicked.
    fn title_ui(&mut self, ui: &mut Ui, column: usize) {
        let spec = &self.table.columns[column];
        let p = self.scene.palette;
        let rect = ui.max_rect();
        // Where columns go on beyond the window, a row is what is seen of it: its middle can be clicked.
        let seen = rect.intersect(ui.clip_rect());
        let response = ui.interact(seen, ui.scope_id().with(("sort", column)), Sense::click());
        ui.painter()
            .rect_filled(rect, 0.0, if response.hovered() { p.hover.0 } else { p.rail.0 });
        ui.painter()
            .hline(rect.x_range(), rect.bottom(), egui::Stroke::new(size::LINE, p.line.0));
        let direction = self.sort.filter(|s| s.column == column).map(|s| s.direction);
        let mark = match direction {
            Some(Direction::Ascending) => icon::CARET_UP,
            Some(Direction::Descending) => icon::CARET_DOWN,
            None => "",
        };
        let inner = rect.shrink2(egui::vec2(size::GAP_S, 0.0));
        let align = match spec.kind {
            Kind::Text => Align::Min,
            Kind::Number => Align::Max,
        };
        cells::heading(ui, self.scene, inner, &spec.title, mark, align);
        response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &spec.title));
        if response.clicked() {
            self.sorted = Some(column);
        }
        if response.secondary_clicked() {
            self.filtered = Some(column);
        }
        let hint = if spec.help.is_empty() {
            spec.title.clone()
        } else {
            format!("{}\n{}", spec.title, spec.help)
        };
        response.on_hover_text(hint);
    }
}
