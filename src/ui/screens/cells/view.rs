//! Drawing of the cells: as a table, or as a matrix.

use egui::Ui;

use super::data;
use super::matrix::{self, Measure, Order};
use crate::domain::id::{BasinCode, FapCode};
use crate::market::gap::RowKey;
use crate::ui::scene::{Action, Scene, Subject};
use crate::ui::screens::compare::view::ask_ui;
use crate::ui::screens::{Beside, gap_table};
use crate::ui::snapshot::Memo;
use crate::ui::theme::size;
use crate::ui::widgets::matrix::{Ask, Matrix, MatrixState, Spot, matrix_ui};
use crate::ui::widgets::parts;
use crate::ui::widgets::table::{Gesture, Table, TableState, table_ui};

/// Keeps table and matrix between frames.
#[derive(Debug)]
pub struct State {
    form: Form,
    memo: Memo<Table<RowKey>>,
    pub table: TableState<RowKey>,
    squares: Memo<Matrix<FapCode, BasinCode>>,
    /// What the kept matrix shows.
    shown: (Measure, Order),
    matrix: MatrixState<FapCode, BasinCode>,
}

/// How the cells are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Table,
    Matrix,
}

impl Default for State {
    fn default() -> Self {
        Self {
            form: Form::Table,
            memo: Memo::default(),
            table: TableState::descending(data::NAME_COLUMNS + gap_table::UNFILLED),
            squares: Memo::default(),
            shown: <(Measure, Order)>::default(),
            matrix: MatrixState::default(),
        }
    }
}

impl State {
    /// Keeps what the user chose, not what it gave.
    pub fn forget(&mut self) {
        self.memo = Memo::default();
        self.squares = Memo::default();
    }
}

/// Draws the cells; a selected one is explained beside.
pub fn cells_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, beside: &Beside<'_>) {
    ui.horizontal(|ui| {
        for (form, key) in [(Form::Table, "ui-cells-table"), (Form::Matrix, "ui-cells-matrix")] {
            ui.selectable_value(&mut state.form, form, scene.t(key));
        }
        if state.form == Form::Matrix {
            ui.add_space(size::GAP_M);
            choices_ui(ui, scene, state);
        }
        ui.add_space(size::GAP_M);
        ask_ui(ui, scene, beside);
    });
    match state.form {
        Form::Table => cells_table_ui(ui, scene, state),
        Form::Matrix => cells_matrix_ui(ui, scene, state),
    }
}

/// What the numbers are, and which basin comes first.
fn choices_ui(ui: &mut Ui, scene: &Scene<'_>, state: &mut State) {
    let lang = scene.lang;
    let lens = scene.snapshot.map_or_else(Default::default, |snapshot| snapshot.lens);
    let (mut measure, mut order) = state.shown;
    let name = scene.t("ui-matrix-measure");
    parts::choice(ui, scene, &name, &mut measure, &Measure::ALL, |one| {
        one.label(lang, lens)
    });
    let name = scene.t("ui-matrix-order");
    parts::choice(ui, scene, &name, &mut order, &Order::ALL, |one| one.label(lang));
    if (measure, order) != state.shown {
        state.shown = (measure, order);
        state.squares = Memo::default();
    }
}

fn cells_matrix_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State) {
    let Some(snapshot) = scene.snapshot else { return };
    let Some(gap) = &snapshot.gap else { return };
    let lang = scene.lang;
    let shown = state.shown;
    let matrix = state
        .squares
        .get(snapshot, lang, || matrix::matrix(snapshot, gap, lang, shown));
    let row = |spot| match spot {
        Spot::Cell(fap, basin) => RowKey::Cell(basin, fap),
        Spot::Row(fap) => RowKey::Occupation(fap),
        Spot::Column(basin) => RowKey::Basin(basin),
    };
    match matrix_ui(ui, scene, matrix, &mut state.matrix) {
        Some(Ask::Opened(spot)) => scene.send(Action::Explain(Subject::Row(row(spot)))),
        Some(Ask::Passed(spot)) => scene.send(Action::Follow(Subject::Row(row(spot)))),
        None => {}
    }
}

fn cells_table_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State) {
    let Some(snapshot) = scene.snapshot else { return };
    let Some(gap) = &snapshot.gap else { return };
    let lang = scene.lang;
    let table = state
        .memo
        .get(snapshot, lang, || data::table(snapshot, gap, lang, |_| true));
    match table_ui(ui, scene, table, snapshot.stamp, &mut state.table) {
        Some(Gesture::Opened(key) | Gesture::Selected(key)) => scene.send(Action::Explain(Subject::Row(key))),
        Some(Gesture::Passed(key)) => scene.send(Action::Follow(Subject::Row(key))),
        None => {}
    }
}
