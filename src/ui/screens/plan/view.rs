//! Drawing of the scenarios: the list, the scenario chosen, its actions over the years, and what they do.

use egui::{CentralPanel, Frame, Key, Label, Panel, ScrollArea, Ui};

use super::head::{Listed, head_ui, settings_ui, standing_ui};
use super::part::Part;
use super::shown::{Made, Shown};
use super::timeline::{Moving, Timeline, Touch};
use super::{cooperate, data, list, optimise};
use crate::domain::scenario::{PlanAction, Scenario, SectionKey};
use crate::i18n::Message;
use crate::market::plan::{FIRST_YEAR, LAST_YEAR};
use crate::report::Chart;
use crate::ui::desk::Plans;
use crate::ui::desk::plan::{PlanDeed, Refused, Written};
use crate::ui::scene::{Action, PlanSubject, Scene, Subject};
use crate::ui::screens::Beside;
use crate::ui::snapshot::Snapshot;
use crate::ui::theme::{self, plain, size};
use crate::ui::widgets::chart::{Marks, chart_ui};
use crate::ui::widgets::keyboard;
use crate::ui::widgets::parts;
use crate::ui::widgets::segments::{Segment, segments_ui};
use crate::ui::widgets::table::{Direction, Gesture, Table, TableState, table_ui};

/// Keeps what was chosen, typed and read between frames.
#[derive(Debug)]
pub struct State {
    /// The scenario chosen, or just made; the first where it is not there.
    chosen: Option<i64>,
    /// An action to begin as soon as there is a scenario for it.
    begin: Option<SectionKey>,
    /// The name being typed, and why it was refused.
    pub(super) rename: Option<(String, Option<Message>)>,
    pub(super) note: Option<(i64, String)>,
    pub(super) part: Part,
    optimise: optimise::State,
    cooperate: cooperate::State,
    /// The year whose basins and occupations are shown; nothing is the last.
    year: Option<u16>,
    moving: Moving,
    /// Number of the last deed whose outcome was heard.
    heard: u64,
    shown: Option<(Made, Shown)>,
    stamp: u64,
    years: TableState<u16>,
    pub actions: TableState<i64>,
    basins: TableState<String>,
    occupations: TableState<String>,
    compared: TableState<i64>,
}

impl Default for State {
    fn default() -> Self {
        let most_filled = || {
            let mut table = TableState::default();
            table.sort_by(data::CHANGE, Direction::Ascending);
            table
        };
        Self {
            chosen: None,
            begin: None,
            rename: None,
            note: None,
            part: Part::default(),
            optimise: optimise::State::default(),
            cooperate: cooperate::State::default(),
            year: None,
            moving: Moving::default(),
            heard: 0,
            shown: None,
            stamp: 0,
            years: TableState::default(),
            actions: TableState::default(),
            basins: most_filled(),
            occupations: most_filled(),
            compared: TableState::descending(data::COMPARED_POSTS),
        }
    }
}

impl State {
    /// Begins an action on a section, in the scenario on screen or in the first one that will be.
    pub fn begin(&mut self, section: SectionKey) {
        self.begin = Some(section);
    }

    /// The filter of the open table takes the keyboard.
    pub fn ask_filter(&mut self) {
        match self.part {
            Part::Curves => {}
            Part::Years => self.years.ask_filter(),
            Part::Actions => self.actions.ask_filter(),
            Part::Basins => self.basins.ask_filter(),
            Part::Occupations => self.occupations.ask_filter(),
            Part::Compare => self.compared.ask_filter(),
            Part::Cooperate => self.cooperate.ask_filter(),
            Part::Optimise => self.optimise.ask_filter(),
        }
    }

    /// Follows what the last deed came to.
    fn hear(&mut self, plans: &Plans) {
        let Some(outcome) = plans.outcome.as_ref().filter(|o| o.number > self.heard) else {
            return;
        };
        self.heard = outcome.number;
        let proposed = self.optimise.hear(&outcome.told);
        match &outcome.told {
            Ok(Written::Scenario(id)) => {
                self.chosen = Some(*id);
                self.rename = None;
                if proposed {
                    self.part = Part::Years;
                }
            }
            Err(_) if proposed => {}
            Ok(Written::Action(id)) => self.actions.select(Some(*id)),
            Ok(Written::Help(id)) => self.cooperate.helps.select(Some(*id)),
            Ok(Written::Less) => {
                self.actions.select(None);
                self.cooperate.helps.select(None);
            }
            Err(Refused::Scenario(name, fault)) => {
                let why = optimise::name_refused(name, *fault);
                self.rename = Some((name.clone(), Some(why)));
            }
            Err(Refused::Action(_)) => self.moving = Moving::default(),
            Err(Refused::Help(_)) => {}
        }
    }
}

/// Draws the scenarios, or what they are for where there is none.
pub fn plan_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, beside: &Beside<'_>) {
    let Some(snapshot) = scene.snapshot else { return };
    let plans = beside.plans;
    state.hear(plans);
    if !plans.are_asked(snapshot) {
        scene.send(Action::ReadPlans);
    }
    let scenarios = &snapshot.facts.scenarios;
    let chosen = scenarios.iter().find(|s| Some(s.id) == state.chosen);
    let Some(scenario) = chosen.or(scenarios.first()) else {
        nothing_ui(ui, scene, state);
        return;
    };
    if let Some(section) = state.begin.take() {
        let subject = PlanSubject::New(scenario.id, Some(section));
        scene.send(Action::Explain(Subject::Plan(subject)));
    }
    let mut picked = None;
    let mut listed = Listed::Here;
    if ui.available_width() >= size::SCENARIOS_STACK_UNDER {
        listed = Listed::Beside;
        let right = egui::Margin {
            right: theme::margin(size::GAP_L).right,
            ..egui::Margin::ZERO
        };
        picked = Panel::left("scenarios")
            .exact_size(size::SCENARIOS)
            .resizable(false)
            .show_separator_line(false)
            .frame(Frame::new().inner_margin(right))
            .show(ui, |ui| list::list_ui(ui, scene, (scenarios, plans), scenario.id))
            .inner;
    }
    let chosen = CentralPanel::no_frame().show(ui, |ui| {
        let picked = head_ui(ui, scene, state, (scenario, scenarios), listed);
        scenario_ui(ui, scene, state, (scenario, snapshot), beside);
        picked
    });
    picked = picked.or(chosen.inner);
    if let Some(id) = picked {
        state.chosen = Some(id);
        state.rename = None;
        state.actions.select(None);
        scene.send(Action::CloseDetail);
    }
}

/// What a scenario is for, and the button that makes the first.
fn nothing_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &State) {
    let mut words = scene.t("ui-plan-empty");
    if state.begin.is_some() {
        words = format!("{words}\n\n{}", scene.t("ui-plan-empty-begun"));
    }
    let action = Action::Plan(PlanDeed::Scenario(list::fresh(scene, &[])));
    ui.add_enabled_ui(scene.writable(), |ui| {
        parts::empty_state(ui, scene, &words, &scene.t("ui-plan-new"), action);
    });
}

/// Settings, timeline, and the part chosen under it.
fn scenario_ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    state: &mut State,
    (scenario, snapshot): (&Scenario, &Snapshot),
    beside: &Beside<'_>,
) {
    let plans = beside.plans;
    settings_ui(ui, scene, state, scenario);
    standing_ui(ui, scene, (scenario, snapshot), beside);
    let made = (snapshot.stamp, plans.stamp, scene.lang, scenario.id, state.year);
    let shown = match state.shown.take() {
        Some((of, shown)) if of == made => shown,
        _ => {
            state.stamp += 1;
            Shown::of((scenario, snapshot), plans, state.year, scene.lang)
        }
    };
    let current = plans.are_current(snapshot);
    // What is asked of a plan needs the room; its actions are not there yet.
    if !matches!(state.part, Part::Optimise | Part::Cooperate) {
        timeline_ui(ui, scene, state, (scenario, &shown), (plans, snapshot.facts.revision));
    }
    keys(ui, scene, state, scenario);
    parts_ui(ui, scene, state);
    ui.scope(|ui| {
        if !current && state.part != Part::Optimise {
            ui.multiply_opacity(size::DIMMED);
        }
        match state.part {
            Part::Optimise => {
                optimise::optimise_ui(ui, scene, &mut state.optimise, (scenario, snapshot), beside);
            }
            Part::Cooperate => {
                cooperate::cooperate_ui(ui, scene, &mut state.cooperate, (scenario, snapshot), plans);
            }
            _ => part_ui(ui, scene, state, scenario, &shown),
        }
    });
    state.shown = Some((made, shown));
}

fn timeline_ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    state: &mut State,
    (scenario, shown): (&Scenario, &Shown),
    (plans, revision): (&Plans, i64),
) {
    ui.add_space(size::GAP_XS);
    if shown.bars.is_empty() && !scenario.helps.is_empty() {
        return;
    }
    if shown.bars.is_empty() {
        ui.add(
            Label::new(plain(scene.t("ui-plan-no-action"), size::TYPE_BODY).color(scene.palette.text_weak.0)).wrap(),
        );
        return;
    }
    let rentrees = plans.outlooks.as_ref().map(|known| known.rentrees.clone());
    let timeline = Timeline {
        bars: &shown.bars,
        rentrees: rentrees.unwrap_or(FIRST_YEAR..=LAST_YEAR),
        chosen: state.actions.cursor,
        revision,
        writable: scene.writable(),
    };
    match timeline.show(ui, scene, &mut state.moving) {
        Some(Touch::Chosen(id)) => {
            state.actions.select(Some(id));
            let subject = Subject::Plan(PlanSubject::Action(scenario.id, id));
            scene.send(Action::Explain(subject));
        }
        Some(Touch::Moved(id, rentree)) => {
            let action = scenario.actions.iter().find(|action| action.id == id);
            let moved = action.map(|action| PlanAction {
                rentree,
                ..action.clone()
            });
            let deed = moved.map(|moved| Action::Plan(PlanDeed::Action(scenario.clone(), moved)));
            scene.actions.extend(deed);
        }
        None => {}
    }
}

/// F2 renames the scenario; Delete takes the action chosen away.
fn keys(ui: &Ui, scene: &mut Scene<'_>, state: &mut State, scenario: &Scenario) {
    if !scene.writable() || ui.ctx().text_edit_focused() {
        return;
    }
    if keyboard::pressed(ui, Key::F2) {
        state.rename = Some((scenario.name.clone(), None));
    }
    if state.part == Part::Cooperate {
        let help = scenario
            .helps
            .iter()
            .find(|h| Some(h.id) == state.cooperate.helps.cursor);
        if let Some(help) = help.filter(|_| keyboard::pressed(ui, Key::Delete)) {
            scene.send(Action::CloseDetail);
            scene.send(Action::Plan(PlanDeed::RemoveHelp(scenario.clone(), help.clone())));
        }
        return;
    }
    let action = scenario.actions.iter().find(|a| Some(a.id) == state.actions.cursor);
    if let Some(action) = action
        && keyboard::pressed(ui, Key::Delete)
    {
        scene.send(Action::CloseDetail);
        scene.send(Action::Plan(PlanDeed::RemoveAction(scenario.clone(), action.clone())));
    }
}

fn parts_ui(ui: &mut Ui, scene: &Scene<'_>, state: &mut State) {
    ui.add_space(size::GAP_XS);
    let segments = Part::ALL.map(|part| Segment {
        name: scene.t(&format!("ui-plan-part-{}", part.as_str())),
        help: scene.t(&format!("ui-plan-part-{}-help", part.as_str())),
    });
    let chosen = Part::ALL.iter().position(|part| *part == state.part).unwrap_or(0);
    if let Some(picked) = segments_ui(ui, scene, &segments, chosen) {
        state.part = Part::ALL[picked];
    }
    ui.add_space(size::GAP_XS);
}

fn part_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, scenario: &Scenario, shown: &Shown) {
    let stamp = state.stamp;
    if state.part == Part::Actions {
        match table_ui(ui, scene, &shown.actions, stamp, &mut state.actions) {
            Some(Gesture::Opened(id) | Gesture::Selected(id)) => {
                let subject = Subject::Plan(PlanSubject::Action(scenario.id, id));
                scene.send(Action::Explain(subject));
            }
            Some(Gesture::Passed(id)) => {
                let subject = Subject::Plan(PlanSubject::Action(scenario.id, id));
                scene.send(Action::Follow(subject));
            }
            None => {}
        }
        return;
    }
    let Some(known) = &shown.known else {
        ui.label(scene.t("ui-plan-computing"));
        return;
    };
    match state.part {
        Part::Actions | Part::Optimise | Part::Cooperate => {}
        Part::Curves => curves_ui(ui, scene, &known.charts),
        Part::Years => {
            let subject = |year| Subject::Plan(PlanSubject::Year(scenario.id, year));
            match table_ui(ui, scene, &known.years, stamp, &mut state.years) {
                Some(Gesture::Opened(year) | Gesture::Selected(year)) => scene.send(Action::Explain(subject(year))),
                Some(Gesture::Passed(year)) => scene.send(Action::Follow(subject(year))),
                None => {}
            }
        }
        Part::Basins => {
            year_ui(ui, scene, &mut state.year, &known.years);
            table_ui(ui, scene, &known.basins, stamp, &mut state.basins);
        }
        Part::Occupations => {
            year_ui(ui, scene, &mut state.year, &known.years);
            table_ui(ui, scene, &known.occupations, stamp, &mut state.occupations);
        }
        Part::Compare => {
            let gesture = table_ui(ui, scene, &known.compared, stamp, &mut state.compared);
            if let Some(Gesture::Opened(id)) = gesture {
                state.chosen = Some(id);
            }
        }
    }
}

/// Both charts, the smaller question first.
fn curves_ui(ui: &mut Ui, scene: &mut Scene<'_>, charts: &[Chart; 2]) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        for chart in charts {
            chart_ui(ui, scene, chart, Marks::Read);
            ui.add_space(size::GAP_M);
        }
    });
}

/// Which year the places are of.
fn year_ui(ui: &mut Ui, scene: &Scene<'_>, year: &mut Option<u16>, years: &Table<u16>) {
    let all: Vec<u16> = years.rows.iter().map(|row| row.key).collect();
    let Some(last) = all.last().copied() else { return };
    let mut shown = year.unwrap_or(last);
    ui.horizontal(|ui| {
        parts::choice(ui, scene, &scene.t("ui-plan-year"), &mut shown, &all, |y| y.to_string());
    });
    *year = (shown != last).then_some(shown);
}
