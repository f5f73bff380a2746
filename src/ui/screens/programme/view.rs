//! Drawing of the sheet of a programme.

use egui::Ui;

use super::data::{self, Sheet};
use crate::domain::id::{FapCode, ProgrammeId};
use crate::market::flows::FlowKey;
use crate::market::indicators::Key;
use crate::market::values::{SeatKey, Unit};
use crate::ui::scene::{Action, Place, Scene, Subject};
use crate::ui::screens::flows::view::flow_action;
use crate::ui::screens::sheet::data::FLOW_PEOPLE;
use crate::ui::screens::training;
use crate::ui::screens::training::view::{lot_stamp, tab_ui, tabs_and_lot_ui};
use crate::ui::snapshot::Memo;
use crate::ui::theme::{plain, size};
use crate::ui::widgets::parts;
use crate::ui::widgets::table::{Gesture, TableState, table_ui};

/// Keeps the sheet between frames.
#[derive(Debug)]
pub struct State {
    memo: Memo<Sheet>,
    /// The programme and the lot the sheet was read for.
    read_for: Option<(ProgrammeId, i32)>,
    part: Part,
    seats: TableState<SeatKey>,
    headcounts: TableState<SeatKey>,
    supplies: TableState<usize>,
    outlets: TableState<FapCode>,
    indicators: TableState<Key>,
    flows: TableState<FlowKey>,
}

/// Which part of the sheet is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Part {
    #[default]
    Seats,
    Headcounts,
    Supplies,
    Outlets,
    Flows,
    Indicators,
}

impl Default for State {
    fn default() -> Self {
        Self {
            memo: Memo::default(),
            read_for: None,
            part: Part::default(),
            seats: training::view::by_rank(),
            headcounts: training::view::by_rank(),
            supplies: TableState::descending(training::data::IN_FIELD),
            outlets: TableState::descending(data::PLACED),
            indicators: TableState::default(),
            flows: TableState::descending(FLOW_PEOPLE),
        }
    }
}

impl State {
    /// The filter of the open part takes the keyboard.
    pub fn ask_filter(&mut self) {
        match self.part {
            Part::Seats => self.seats.ask_filter(),
            Part::Headcounts => self.headcounts.ask_filter(),
            Part::Supplies => self.supplies.ask_filter(),
            Part::Outlets => self.outlets.ask_filter(),
            Part::Indicators => self.indicators.ask_filter(),
            Part::Flows => self.flows.ask_filter(),
        }
    }
}

/// Draws the sheet; `lot` is shared with the training screen.
pub fn programme_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, id: &ProgrammeId, lot: &mut i32) {
    let Some(snapshot) = scene.snapshot else { return };
    let Some(gap) = &snapshot.gap else { return };
    let lang = scene.lang;
    match &state.read_for {
        Some((programme, _)) if programme != id => {
            *state = State {
                part: state.part,
                ..State::default()
            }
        }
        Some((_, of)) if of != lot => state.memo = Memo::default(),
        _ => {}
    }
    state.read_for = Some((id.clone(), *lot));
    let sheet = state
        .memo
        .get(snapshot, lang, || Sheet::of(id, *lot, snapshot, gap, lang));
    ui.label(plain(&sheet.intro, size::TYPE_BODY).color(scene.palette.text_weak.0));
    ui.add_space(size::GAP_XS);
    let width = ui.available_width();
    if parts::key_figures(ui, scene, &sheet.figures, width).is_some() {
        scene.send(Action::Explain(Subject::Programme(id.clone())));
    }
    ui.add_space(size::GAP_S);
    tabs_ui(ui, scene, sheet, &mut state.part, lot);
    let stamp = lot_stamp(snapshot, *lot);
    match (state.part, &sheet.seats) {
        (Part::Seats | Part::Headcounts, None) => {
            ui.label(scene.t("ui-values-waiting"));
        }
        (Part::Seats, Some([seats, _])) => {
            let gesture = table_ui(ui, scene, seats, stamp, &mut state.seats);
            scene.actions.extend(gesture.map(training::view::seat_explained));
        }
        (Part::Headcounts, Some([_, headcounts])) => {
            let gesture = table_ui(ui, scene, headcounts, stamp, &mut state.headcounts);
            scene.actions.extend(gesture.map(training::view::seat_explained));
        }
        (Part::Supplies, _) => {
            let gesture = table_ui(ui, scene, &sheet.supplies, stamp, &mut state.supplies);
            scene.actions.extend(gesture.map(|g| supply_explained(&g)));
        }
        (Part::Outlets, _) => {
            let gesture = table_ui(ui, scene, &sheet.outlets, stamp, &mut state.outlets);
            scene.actions.extend(gesture.map(outlet_opened));
        }
        (Part::Indicators, _) => {
            let gesture = table_ui(ui, scene, &sheet.indicators, stamp, &mut state.indicators);
            scene.actions.extend(gesture.map(training::quadrant::explained));
        }
        (Part::Flows, _) => {
            let gesture = table_ui(ui, scene, &sheet.flows, stamp, &mut state.flows);
            scene.actions.extend(gesture.map(flow_action));
        }
    }
}

/// The parts with their number of lines, and the lot where it changes a figure.
fn tabs_ui(ui: &mut Ui, scene: &Scene<'_>, sheet: &Sheet, part: &mut Part, lot: &mut i32) {
    let count = |place: usize| sheet.seats.as_ref().map(|tables| tables[place].rows.len());
    let mut tabs = vec![(Part::Seats, training::seats::tab_key(Unit::Seat), count(0))];
    if count(1).is_some_and(|n| n > 0) || *part == Part::Headcounts {
        let key = training::seats::tab_key(Unit::FinalYear);
        tabs.push((Part::Headcounts, key, count(1)));
    }
    tabs.extend([
        (Part::Supplies, "ui-programme-basins", Some(sheet.supplies.rows.len())),
        (Part::Outlets, "ui-column-outlets", Some(sheet.outlets.rows.len())),
        (Part::Flows, "ui-programme-flows", Some(sheet.flows.rows.len())),
        (
            Part::Indicators,
            "ui-programme-indicators",
            Some(sheet.indicators.rows.len()),
        ),
    ]);
    let outside = matches!(part, Part::Outlets | Part::Flows | Part::Indicators);
    let draw = |ui: &mut Ui| {
        for (which, key, count) in tabs {
            tab_ui(ui, scene, (&mut *part, which), key, count);
        }
    };
    if outside {
        ui.horizontal(draw);
    } else {
        tabs_and_lot_ui(ui, scene, lot, draw);
    }
}

fn supply_explained(gesture: &Gesture<usize>) -> Action {
    match gesture {
        Gesture::Opened(i) | Gesture::Selected(i) => Action::Explain(Subject::Supply(*i)),
        Gesture::Passed(i) => Action::Follow(Subject::Supply(*i)),
    }
}

/// Enter or a double click opens the sheet of the occupation.
fn outlet_opened(gesture: Gesture<FapCode>) -> Action {
    use crate::market::gap::RowKey::Occupation;
    match gesture {
        Gesture::Opened(code) => Action::Go(Place::Occupation(code)),
        Gesture::Selected(code) => Action::Explain(Subject::Row(Occupation(code))),
        Gesture::Passed(code) => Action::Follow(Subject::Row(Occupation(code))),
    }
}
