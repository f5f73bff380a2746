//! Drawing of the training supply: who leaves which programme, and what a seat of each section is worth.

use egui::{Align, Layout, Ui};

use super::seats::{self, LOTS_OFFERED};
use super::{data, indicators, quadrant};
use crate::i18n::integer;
use crate::market::values::{SeatKey, Unit};
use crate::ui::scene::{Action, Place, Scene, Subject};
use crate::ui::snapshot::{Memo, Snapshot};
use crate::ui::theme::size;
use crate::ui::widgets::segments::{Segment, segments_ui};
use crate::ui::widgets::table::model::AWAITED;
use crate::ui::widgets::table::{Direction, Gesture, Table, TableState, table_ui};

/// Keeps the tables between frames.
#[derive(Debug)]
pub struct State {
    supplies: Memo<Table<usize>>,
    /// Sections, then headcounts: each is read once it is shown.
    seats: [Memo<Option<Table<SeatKey>>>; 2],
    part: Part,
    /// Seats more, or less, whose gain is shown.
    pub lot: i32,
    /// The lot the tables were read for.
    read_for: i32,
    pub table: TableState<usize>,
    quadrant: quadrant::State,
    sections: TableState<SeatKey>,
    headcounts: TableState<SeatKey>,
}

/// Which table is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Part {
    #[default]
    Supplies,
    Sections,
    Headcounts,
    Quadrant,
}

impl Default for State {
    fn default() -> Self {
        Self {
            supplies: Memo::default(),
            seats: Default::default(),
            part: Part::default(),
            lot: LOTS_OFFERED[0],
            read_for: LOTS_OFFERED[0],
            table: TableState::descending(data::IN_FIELD),
            quadrant: quadrant::State::default(),
            sections: by_rank(),
            headcounts: by_rank(),
        }
    }
}

impl State {
    /// Opens the sections of one establishment.
    pub fn show_establishment(&mut self, name: &str) {
        self.part = Part::Sections;
        name.clone_into(&mut self.sections.filter);
    }

    /// Keeps what the user chose, not what it gave.
    pub fn forget(&mut self) {
        self.supplies = Memo::default();
        self.seats = Default::default();
    }

    /// The filter of the open table takes the keyboard.
    pub fn ask_filter(&mut self) {
        match self.part {
            Part::Supplies => self.table.ask_filter(),
            Part::Sections => self.sections.ask_filter(),
            Part::Headcounts => self.headcounts.ask_filter(),
            Part::Quadrant => self.quadrant.table.ask_filter(),
        }
    }
}

/// A table of seat values, the most valuable first.
pub fn by_rank() -> TableState<SeatKey> {
    let mut state = TableState::default();
    state.sort_by(seats::RANK, Direction::Ascending);
    state
}

/// Draws the tables; a selected line is explained beside them.
pub fn training_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State) {
    let Some(snapshot) = scene.snapshot else { return };
    let Some(gap) = &snapshot.gap else { return };
    let (lang, lot) = (scene.lang, state.lot);
    if state.read_for != lot {
        state.forget();
        state.read_for = lot;
    }
    let values = snapshot.values.as_deref();
    let supplies = state.supplies.get(snapshot, lang, || {
        let table = data::table(gap, &snapshot.names, lang, |_| true);
        let table = data::with_values(table, gap, values, lot, lang);
        indicators::with_indicators(table, gap, snapshot, lang)
    });
    let count = |unit| values.map(|values| values.lines.iter().filter(|line| line.unit == unit).count());
    let [sections, headcounts] = [Unit::Seat, Unit::FinalYear].map(count);
    let mut tabs = vec![
        (Part::Supplies, "ui-training-supplies", Some(supplies.rows.len())),
        (Part::Sections, seats::tab_key(Unit::Seat), sections),
    ];
    if headcounts.is_some_and(|n| n > 0) || state.part == Part::Headcounts {
        tabs.push((Part::Headcounts, seats::tab_key(Unit::FinalYear), headcounts));
    }
    let (part, quadrant) = (&mut state.part, scene.t("ui-training-quadrant"));
    let on_quadrant = *part == Part::Quadrant;
    let draw = |ui: &mut Ui| {
        for (which, key, count) in tabs {
            tab_ui(ui, scene, (part, which), key, count);
        }
        ui.selectable_value(part, Part::Quadrant, quadrant);
    };
    if on_quadrant {
        ui.horizontal(draw);
    } else {
        tabs_and_lot_ui(ui, scene, &mut state.lot, draw);
    }
    let stamp = lot_stamp(snapshot, lot);
    let seats = |unit| values.map(|values| seats::table(values.lines.iter(), unit, lot, &snapshot.names, lang));
    let (memo, rows) = match state.part {
        Part::Supplies => {
            let gesture = table_ui(ui, scene, supplies, stamp, &mut state.table);
            scene.actions.extend(gesture.and_then(|g| supply_action(&g, snapshot)));
            return;
        }
        Part::Quadrant => return quadrant::quadrant_ui(ui, scene, &mut state.quadrant, snapshot),
        Part::Sections => (
            state.seats[0].get(snapshot, lang, || seats(Unit::Seat)),
            &mut state.sections,
        ),
        Part::Headcounts => (
            state.seats[1].get(snapshot, lang, || seats(Unit::FinalYear)),
            &mut state.headcounts,
        ),
    };
    let Some(table) = memo else {
        ui.label(scene.t("ui-values-waiting"));
        return;
    };
    let gesture = table_ui(ui, scene, table, stamp, rows);
    scene.actions.extend(gesture.map(seat_action));
}

/// One tab with its number of lines; « … » while they are being computed.
pub fn tab_ui<P: PartialEq>(
    ui: &mut Ui,
    scene: &Scene<'_>,
    (part, which): (&mut P, P),
    key: &str,
    lines: Option<usize>,
) {
    let lines = lines.and_then(|n| i64::try_from(n).ok());
    let lines = lines.map_or_else(|| AWAITED.to_owned(), |n| integer(scene.lang, n));
    ui.selectable_value(part, which, format!("{} ({lines})", scene.t(key)));
}

/// Draws tabs, and which lot is valued in their tables: at the end of the line, or under it where the line is full.
pub fn tabs_and_lot_ui(ui: &mut Ui, scene: &Scene<'_>, lot: &mut i32, tabs: impl FnOnce(&mut Ui)) {
    let end = Layout::right_to_left(Align::Center);
    let fits = ui.horizontal(|ui| {
        tabs(ui);
        let fits = ui.available_width() >= size::LOT;
        if fits {
            ui.with_layout(end, |ui| {
                segments(ui, scene, lot);
                ui.label(scene.t("ui-lot"));
            });
        }
        fits
    });
    if !fits.inner {
        ui.horizontal(|ui| {
            ui.label(scene.t("ui-lot"));
            segments(ui, scene, lot);
        });
    }
}

fn segments(ui: &mut Ui, scene: &Scene<'_>, lot: &mut i32) {
    let segments = LOTS_OFFERED.map(|seats| Segment {
        name: seats::lot_number(seats, scene.lang),
        help: scene.t("ui-lot-help"),
    });
    let chosen = LOTS_OFFERED.iter().position(|seats| seats == lot).unwrap_or(0);
    if let Some(picked) = segments_ui(ui, scene, &segments, chosen) {
        *lot = LOTS_OFFERED[picked];
    }
}

/// Another lot is another table: its rows are sorted again.
pub fn lot_stamp(snapshot: &Snapshot, lot: i32) -> u64 {
    let place = LOTS_OFFERED.iter().position(|seats| *seats == lot).unwrap_or(0);
    snapshot.stamp * LOTS_OFFERED.len() as u64 + place as u64
}

/// Enter or a double click opens the sheet of the programme; nothing where the line is of another gap.
pub fn supply_action(gesture: &Gesture<usize>, snapshot: &Snapshot) -> Option<Action> {
    Some(match gesture {
        Gesture::Opened(i) => {
            let supply = snapshot.gap.as_ref()?.supplies.get(*i)?;
            Action::Go(Place::Programme(supply.programme.clone()))
        }
        Gesture::Selected(i) => Action::Explain(Subject::Supply(*i)),
        Gesture::Passed(i) => Action::Follow(Subject::Supply(*i)),
    })
}

fn seat_action(gesture: Gesture<SeatKey>) -> Action {
    match gesture {
        Gesture::Opened(key) => Action::Go(Place::Programme(key.programme)),
        other => seat_explained(other),
    }
}

/// What a seat is worth, beside the table.
pub fn seat_explained(gesture: Gesture<SeatKey>) -> Action {
    match gesture {
        Gesture::Opened(key) | Gesture::Selected(key) => Action::Explain(Subject::Seat(key)),
        Gesture::Passed(key) => Action::Follow(Subject::Seat(key)),
    }
}
