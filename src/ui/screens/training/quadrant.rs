//! Drawing of the quadrant: level, route and region; the warning; the bubbles and the table that says them.

use egui::{Align, Label, Layout, Ui, vec2};

use super::indicators::{self, Positions, Scope};
use crate::domain::id::RegionCode;
use crate::domain::programme::Route;
use crate::i18n::Lang;
use crate::market::indicators::Key;
use crate::ui::scene::{Action, Place, Scene, Subject};
use crate::ui::snapshot::Snapshot;
use crate::ui::theme::{plain, size};
use crate::ui::widgets::chart::{Marks, chart_ui};
use crate::ui::widgets::parts::{self, Tone};
use crate::ui::widgets::segments::{Segment, segments_ui};
use crate::ui::widgets::table::{Gesture, TableState, table_ui};

/// Keeps the scope chosen and what was read of it.
#[derive(Debug)]
pub struct State {
    chosen: Option<Scope>,
    read: Option<(u64, Lang, Scope, Option<Positions>)>,
    pub table: TableState<Key>,
}

impl Default for State {
    fn default() -> Self {
        Self {
            chosen: None,
            read: None,
            table: TableState::default().with_share(1.0 - size::MAP_SHARE),
        }
    }
}

/// Draws the quadrant of the scope chosen.
pub fn quadrant_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, snapshot: &Snapshot) {
    let scopes = indicators::scopes(&snapshot.indicators);
    let Some(first) = scopes.first() else {
        ui.add(Label::new(scene.t("ui-quadrant-empty")).wrap());
        if parts::primary(ui, scene, scene.t("ui-import-go")).clicked() {
            scene.send(Action::Go(Place::Import));
        }
        return;
    };
    let chosen = state.chosen.clone().filter(|chosen| scopes.contains(chosen));
    let scope = choosers_ui(ui, scene, snapshot, &scopes, chosen.unwrap_or_else(|| first.clone()));
    state.chosen = Some(scope.clone());
    let fresh = |(stamp, lang, of, _): &(u64, Lang, Scope, Option<Positions>)| {
        (*stamp, *lang, of) == (snapshot.stamp, scene.lang, &scope)
    };
    if !state.read.as_ref().is_some_and(fresh) {
        let year = snapshot.year().unwrap_or_default();
        let read = indicators::positions(&scope, snapshot, year, scene.lang);
        state.read = Some((snapshot.stamp, scene.lang, scope, read));
    }
    let Some((stamp, _, of, Some(positions))) = &state.read else {
        return;
    };
    parts::banner(ui, scene, Tone::Attention, &scene.t("market-quadrant-warning"));
    let caption = |ui: &mut Ui, words: &str, scene: &Scene<'_>| {
        ui.add(Label::new(plain(words, size::TYPE_CAPTION).color(scene.palette.text_weak.0)).wrap());
    };
    caption(ui, &positions.means, scene);
    if let Some(left_out) = &positions.left_out {
        caption(ui, left_out, scene);
    }
    // Each scope is another table.
    let place = scopes.iter().position(|s| s == of).unwrap_or(0) as u64;
    parts_ui(ui, scene, positions, (stamp * 64 + place, &mut state.table));
}

/// Chart and table side by side, or one over the other where the window is narrow.
fn parts_ui(ui: &mut Ui, scene: &mut Scene<'_>, positions: &Positions, (stamp, state): (u64, &mut TableState<Key>)) {
    let room = ui.available_size();
    let beside = room.x >= size::MAP_STACKS_UNDER;
    let share = |whole: f32| ((whole - size::GAP_M) * size::MAP_SHARE).floor();
    let (chart, table, layout) = if beside {
        let width = share(room.x);
        let rest = room.x - size::GAP_M - width;
        (
            vec2(width, room.y),
            vec2(rest, room.y),
            Layout::left_to_right(Align::Min),
        )
    } else {
        let height = share(room.y);
        let rest = room.y - size::GAP_M - height;
        (vec2(room.x, height), vec2(room.x, rest), Layout::top_down(Align::Min))
    };
    ui.with_layout(layout, |ui| {
        ui.spacing_mut().item_spacing = vec2(size::GAP_M, size::GAP_M);
        for (number, part) in [chart, table].into_iter().enumerate() {
            ui.allocate_ui_with_layout(part, Layout::top_down(Align::Min), |ui| {
                ui.set_min_size(part);
                ui.set_max_size(part);
                ui.spacing_mut().item_spacing = vec2(size::GAP_S, size::GAP_XS);
                if number == 0 {
                    let opened = chart_ui(ui, scene, &positions.chart, Marks::Open);
                    let programme = opened.and_then(|i| positions.programmes.get(i));
                    scene
                        .actions
                        .extend(programme.map(|id| Action::Go(Place::Programme(id.clone()))));
                } else {
                    let gesture = table_ui(ui, scene, &positions.table, stamp, state);
                    scene.actions.extend(gesture.map(opened_or_explained));
                }
            });
        }
    });
}

/// Enter or a double click opens the sheet of the programme.
fn opened_or_explained(gesture: Gesture<Key>) -> Action {
    match gesture {
        Gesture::Opened(key) => Action::Go(Place::Programme(key.programme)),
        other => explained(other),
    }
}

/// The indicators of a line, beside the table.
pub fn explained(gesture: Gesture<Key>) -> Action {
    match gesture {
        Gesture::Opened(key) | Gesture::Selected(key) => Action::Explain(Subject::Indicators(key)),
        Gesture::Passed(key) => Action::Follow(Subject::Indicators(key)),
    }
}

/// Level and route as segments; the region where there are several. What has no means is not offered.
fn choosers_ui(ui: &mut Ui, scene: &Scene<'_>, snapshot: &Snapshot, scopes: &[Scope], chosen: Scope) -> Scope {
    let mut regions: Vec<&RegionCode> = scopes.iter().map(|s| &s.region).collect();
    regions.dedup();
    let mut scope = chosen;
    ui.horizontal_wrapped(|ui| {
        if regions.len() > 1 {
            let mut at = regions.iter().position(|r| **r == scope.region).unwrap_or(0);
            let all: Vec<usize> = (0..regions.len()).collect();
            let name = scene.t("ui-column-region");
            parts::choice(ui, scene, &name, &mut at, &all, |i| snapshot.names.region(regions[i]));
            scope.region = regions[at].clone();
        }
        let here: Vec<&Scope> = scopes.iter().filter(|s| s.region == scope.region).collect();
        let mut levels: Vec<u8> = here.iter().map(|s| s.level).collect();
        levels.dedup();
        scope.level = picked(ui, scene, &levels, scope.level, |level| {
            scene.say(&crate::i18n::Message::new("ui-scope-level").with("level", level.to_string()))
        });
        let routes: Vec<Route> = here
            .iter()
            .filter(|s| s.level == scope.level)
            .map(|s| s.route)
            .collect();
        scope.route = picked(ui, scene, &routes, scope.route, |route| {
            scene.t(&format!("ui-route-{}", route.as_str()))
        });
    });
    scope
}

/// One of several, as segments; the first where what was chosen is not there.
fn picked<T: Copy + PartialEq>(ui: &mut Ui, scene: &Scene<'_>, all: &[T], chosen: T, words: impl Fn(T) -> String) -> T {
    let segments: Vec<Segment> = all
        .iter()
        .map(|one| Segment {
            name: words(*one),
            help: scene.t("ui-quadrant-scope-help"),
        })
        .collect();
    let at = all.iter().position(|one| *one == chosen).unwrap_or(0);
    let at = segments_ui(ui, scene, &segments, at).unwrap_or(at);
    all.get(at).copied().unwrap_or(chosen)
}
