//! Drawing of the flows: a map beside the tables between basins, the whole width for the others.

use egui::{Label, Layout, Ui, vec2};

use super::chart::{self, Drawn};
use super::data::{self, Reader};
use super::tables;
use crate::domain::id::BasinCode;
use crate::i18n::text;
use crate::market::flows::FlowKey;
use crate::market::gap::RowKey;
use crate::ui::scene::{Action, Place, Scene, Subject};
use crate::ui::snapshot::{Memo, Names, Snapshot};
use crate::ui::theme::{plain, size};
use crate::ui::widgets::map::{Layer, Map, Touched, View, layered_map_ui};
use crate::ui::widgets::parts;
use crate::ui::widgets::segments::{Segment, segments_ui};
use crate::ui::widgets::table::{Gesture, Table, TableState, table_ui};

/// Keeps the map and the tables between frames.
#[derive(Debug)]
pub struct State {
    part: Part,
    /// Only the flows that touch this basin.
    chosen: Option<BasinCode>,
    drawn: Drawn,
    /// What the kept map and tables were read for: a click on the map changes the choice before the table beside it is drawn.
    read_for: (Option<BasinCode>, Drawn),
    words: Memo<Option<Words>>,
    map: Memo<Option<(Map<BasinCode>, Layer<BasinCode>)>>,
    view: View,
    tables: [Memo<Option<Table<FlowKey>>>; 3],
    balances: Memo<Option<Table<BasinCode>>>,
    pairs: TableState<FlowKey>,
    arcs: TableState<FlowKey>,
    kinds: TableState<FlowKey>,
    basins: TableState<BasinCode>,
}

/// Which table is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Part {
    #[default]
    Pairs,
    Balances,
    Arcs,
    Kinds,
}

impl Part {
    const ALL: [Self; 4] = [Self::Pairs, Self::Balances, Self::Arcs, Self::Kinds];

    /// Stable text of the texts.
    fn as_str(self) -> &'static str {
        match self {
            Self::Pairs => "pairs",
            Self::Balances => "balances",
            Self::Arcs => "arcs",
            Self::Kinds => "kinds",
        }
    }

    fn has_map(self) -> bool {
        matches!(self, Self::Pairs | Self::Balances)
    }
}

/// What is said over and under the figures, and the basins to choose from.
#[derive(Debug)]
struct Words {
    sentence: String,
    caution: String,
    basins: Vec<BasinCode>,
}

impl Default for State {
    fn default() -> Self {
        let beside = 1.0 - size::MAP_SHARE;
        Self {
            part: Part::default(),
            chosen: None,
            drawn: Drawn::default(),
            read_for: (None, Drawn::default()),
            words: Memo::default(),
            map: Memo::default(),
            view: View::default(),
            tables: Default::default(),
            balances: Memo::default(),
            pairs: TableState::descending(tables::PAIR_PEOPLE).with_share(beside),
            arcs: TableState::descending(tables::ARC_PEOPLE),
            kinds: TableState::descending(tables::KIND_PEOPLE),
            basins: TableState::descending(tables::BALANCE_CAME).with_share(beside),
        }
    }
}

impl State {
    /// The filter of the open table takes the keyboard.
    pub fn ask_filter(&mut self) {
        match self.part {
            Part::Pairs => self.pairs.ask_filter(),
            Part::Balances => self.basins.ask_filter(),
            Part::Arcs => self.arcs.ask_filter(),
            Part::Kinds => self.kinds.ask_filter(),
        }
    }

    /// Keeps what the user chose, not what it gave.
    pub fn forget(&mut self) {
        self.words = Memo::default();
        self.map = Memo::default();
        self.tables = Default::default();
        self.balances = Memo::default();
    }

    /// Another basin, or another number of arrows, is another map and other tables.
    fn refresh(&mut self) {
        let asked = (self.chosen.clone(), self.drawn);
        if self.read_for != asked {
            self.map = Memo::default();
            self.tables = Default::default();
            self.read_for = asked;
        }
    }

    /// Tables of different basins differ: their rows are sorted again.
    fn stamp(&self, snapshot: &Snapshot) -> u64 {
        let of = |words: &Option<Words>| {
            let basins = &words.as_ref()?.basins;
            basins.iter().position(|b| Some(b) == self.read_for.0.as_ref())
        };
        let place = self.words.kept().and_then(of).map_or(0, |place| place as u64 + 1);
        snapshot.stamp * BASINS + place
    }
}

/// More than there are basins.
const BASINS: u64 = 1 << 16;

/// Draws who goes where.
pub fn flows_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State) {
    let Some(snapshot) = scene.snapshot else { return };
    let lang = scene.lang;
    let words = state.words.get(snapshot, lang, || {
        let reader = Reader::new(snapshot, lang)?;
        Some(Words {
            sentence: data::sentence(&reader),
            caution: data::caution(reader.lens, lang),
            basins: reader.basins(),
        })
    });
    let Some(words) = words else { return };
    ui.add(Label::new(plain(&words.sentence, size::TYPE_BODY)).wrap());
    ui.add_space(size::GAP_XS);
    choices_ui(
        ui,
        scene,
        &snapshot.names,
        (&words.basins, &mut state.chosen),
        (&mut state.part, &mut state.drawn),
    );
    let part = state.part;
    if !part.has_map() {
        caption_ui(ui, scene, &words.caution);
    }
    ui.add_space(size::GAP_XS);
    state.refresh();
    if part.has_map() {
        return beside_ui(ui, scene, state);
    }
    let action = whole_ui(ui, scene, state);
    scene.actions.extend(action);
}

/// A table over the whole width.
fn whole_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State) -> Option<Action> {
    let snapshot = scene.snapshot?;
    let lang = scene.lang;
    let stamp = state.stamp(snapshot);
    let chosen = state.read_for.0.as_ref();
    let (memo, build, kept) = match state.part {
        Part::Arcs => (&mut state.tables[1], tables::arcs as Build, &mut state.arcs),
        _ => (&mut state.tables[2], tables::kinds as Build, &mut state.kinds),
    };
    let table = memo.get(snapshot, lang, || Some(build(&Reader::new(snapshot, lang)?, chosen)));
    table_ui(ui, scene, table.as_ref()?, stamp, kept).map(flow_action)
}

/// Reads a table of flows, of all or of those that touch a basin.
type Build = fn(&Reader<'_>, Option<&BasinCode>) -> Table<FlowKey>;

/// What the figures are, and are not, in small.
fn caption_ui(ui: &mut Ui, scene: &Scene<'_>, words: &str) {
    let words = plain(words, size::TYPE_CAPTION).color(scene.palette.text_weak.0);
    ui.add(Label::new(words).wrap());
}

/// What is shown, of which basin, with how many arrows.
fn choices_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    names: &Names,
    (basins, chosen): (&[BasinCode], &mut Option<BasinCode>),
    (part, drawn): (&mut Part, &mut Drawn),
) {
    let lang = scene.lang;
    ui.horizontal_wrapped(|ui| {
        let segments = Part::ALL.map(|part| Segment {
            name: text(lang, &format!("ui-flows-{}", part.as_str())),
            help: text(lang, &format!("ui-flows-{}-help", part.as_str())),
        });
        let at = Part::ALL.iter().position(|one| one == part).unwrap_or(0);
        if let Some(picked) = segments_ui(ui, scene, &segments, at) {
            *part = Part::ALL[picked];
        }
        ui.add_space(size::GAP_S);
        if *part != Part::Balances {
            basin_choice_ui(ui, scene, names, basins, chosen);
        }
        if part.has_map() {
            let name = scene.t("ui-flows-drawn");
            parts::choice(ui, scene, &name, drawn, &Drawn::ALL, |one| one.label(lang));
        }
    });
}

fn basin_choice_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    names: &Names,
    basins: &[BasinCode],
    chosen: &mut Option<BasinCode>,
) {
    let all: Vec<Option<usize>> = std::iter::once(None).chain((0..basins.len()).map(Some)).collect();
    let before = basins.iter().position(|b| Some(b) == chosen.as_ref());
    let mut at = before;
    let name = scene.t("ui-flows-basin");
    parts::choice(ui, scene, &name, &mut at, &all, |one| match one {
        Some(at) => names.basin(&basins[at]),
        None => scene.t("ui-flows-basin-all"),
    });
    if at != before {
        *chosen = at.map(|at| basins[at].clone());
    }
}

/// The map, and the table beside it or under it.
fn beside_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State) {
    let room = ui.available_size();
    let beside = room.x >= size::MAP_STACKS_UNDER;
    let share = |length: f32| ((length - size::GAP_M) * size::MAP_SHARE).floor();
    let (map, table, layout) = if beside {
        let width = share(room.x);
        let rest = vec2(room.x - size::GAP_M - width, room.y);
        (vec2(width, room.y), rest, Layout::left_to_right(egui::Align::Min))
    } else {
        let height = share(room.y);
        let rest = vec2(room.x, room.y - size::GAP_M - height);
        (vec2(room.x, height), rest, Layout::top_down(egui::Align::Min))
    };
    ui.with_layout(layout, |ui| {
        ui.spacing_mut().item_spacing = vec2(size::GAP_M, size::GAP_M);
        for (number, part) in [map, table].into_iter().enumerate() {
            ui.allocate_ui_with_layout(part, Layout::top_down(egui::Align::Min), |ui| {
                ui.set_min_size(part);
                ui.spacing_mut().item_spacing = vec2(size::GAP_S, size::GAP_XS);
                let action = match (number, state.part) {
                    (0, _) => map_part_ui(ui, scene, state),
                    (_, Part::Balances) => balances_ui(ui, scene, state),
                    _ => pairs_ui(ui, scene, state),
                };
                scene.actions.extend(action);
            });
        }
    });
}

/// An arrow selects its line; land chooses its basin, or selects its balance.
fn map_part_ui(ui: &mut Ui, scene: &Scene<'_>, state: &mut State) -> Option<Action> {
    let snapshot = scene.snapshot?;
    let lang = scene.lang;
    let (chosen, drawn) = (state.read_for.0.as_ref(), state.read_for.1);
    let kept = state.map.get(snapshot, lang, || {
        Some(chart::map(snapshot, &Reader::new(snapshot, lang)?, chosen, drawn))
    });
    let (map, layer) = kept.as_ref()?;
    let mut flow = match (&state.pairs.cursor, state.part) {
        (Some(FlowKey::Pair(from, to)), Part::Pairs) => Some((from.clone(), to.clone())),
        _ => None,
    };
    let before = match state.part {
        Part::Balances => state.basins.cursor.clone(),
        // Those who stay have no arrow: their land is outlined.
        _ => flow
            .as_ref()
            .filter(|(from, to)| from == to)
            .map(|(from, _)| from.clone())
            .or(state.chosen.clone()),
    };
    let mut place = before;
    let room = ui.available_size() - vec2(0.0, size::TYPE_CAPTION * 3.0);
    let touched = ui.allocate_ui(room, |ui| {
        ui.set_min_size(room);
        layered_map_ui(ui, scene, (map, Some(layer)), &mut state.view, (&mut place, &mut flow))
    });
    let caution = state.words.kept().and_then(|words| words.as_ref());
    let caution = caution.map(|words| words.caution.as_str()).unwrap_or_default();
    caption_ui(ui, scene, &format!("{}. {caution}", layer.note));
    Some(match (touched.inner?, state.part) {
        (Touched::Flow(gesture), _) => {
            let (Gesture::Opened(ends) | Gesture::Selected(ends) | Gesture::Passed(ends)) = gesture;
            let key = FlowKey::Pair(ends.0, ends.1);
            state.part = Part::Pairs;
            state.pairs.select(Some(key.clone()));
            Action::Explain(Subject::Flow(key))
        }
        (Touched::Place(Gesture::Opened(code)), _) => Action::Go(Place::Basin(code)),
        (Touched::Place(gesture), Part::Balances) => {
            state.basins.select(place);
            basin_action(gesture)
        }
        (Touched::Place(Gesture::Selected(code) | Gesture::Passed(code)), _) => {
            // The same land again shows all basins.
            let again = state.chosen.as_ref() == Some(&code);
            state.chosen = (!again).then_some(code);
            state.pairs.cursor = None;
            Action::CloseDetail
        }
    })
}

fn pairs_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State) -> Option<Action> {
    let snapshot = scene.snapshot?;
    let lang = scene.lang;
    let stamp = state.stamp(snapshot);
    let chosen = state.read_for.0.as_ref();
    let table = state.tables[0].get(snapshot, lang, || {
        Some(tables::pairs(&Reader::new(snapshot, lang)?, chosen))
    });
    table_ui(ui, scene, table.as_ref()?, stamp, &mut state.pairs).map(flow_action)
}

fn balances_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State) -> Option<Action> {
    let snapshot = scene.snapshot?;
    let lang = scene.lang;
    let table = state
        .balances
        .get(snapshot, lang, || Some(tables::balances(&Reader::new(snapshot, lang)?)));
    table_ui(ui, scene, table.as_ref()?, snapshot.stamp, &mut state.basins).map(basin_action)
}

/// A flow has no sheet of its own: Enter explains it as a click does.
pub fn flow_action(gesture: Gesture<FlowKey>) -> Action {
    match gesture {
        Gesture::Opened(key) | Gesture::Selected(key) => Action::Explain(Subject::Flow(key)),
        Gesture::Passed(key) => Action::Follow(Subject::Flow(key)),
    }
}

fn basin_action(gesture: Gesture<BasinCode>) -> Action {
    match gesture {
        Gesture::Opened(code) => Action::Go(Place::Basin(code)),
        Gesture::Selected(code) => Action::Explain(Subject::Row(RowKey::Basin(code))),
        Gesture::Passed(code) => Action::Follow(Subject::Row(RowKey::Basin(code))),
    }
}
