//! The map: land coloured by a rate, circles by a count, hatched where secret; drag, wheel and keys move it.

mod draw;
mod flows;
mod land;
mod legend;
mod model;
pub mod plane;
mod view;

use egui::{Id, Key, Rect, Response, Role, Sense, Ui, UiBuilder, Vec2, WidgetInfo, vec2};

use crate::ui::scene::Scene;
use crate::ui::theme::{bold, icon, size};
use crate::ui::widgets::table::Gesture;
use crate::ui::widgets::{keyboard, parts};

use draw::Circles;
pub use flows::{Flow, Layer};
pub use land::Land;
pub use model::{Class, Legend, Limit, Map, Mark, Part, Place, samples};
use view::{Frame, towards};
pub use view::{View, bounds};

/// Draws a map in the space left, its legend over it. `selected` may be shared with a table beside it.
pub fn map_ui<K: Clone + PartialEq>(
    ui: &mut Ui,
    scene: &Scene<'_>,
    map: &Map<K>,
    view: &mut View,
    selected: &mut Option<K>,
) -> Option<Gesture<K>> {
    match layered_map_ui(ui, scene, (map, None), view, (selected, &mut None))? {
        Touched::Place(gesture) => Some(gesture),
        Touched::Flow(_) => None,
    }
}

/// What the user did to a map with arrows.
#[derive(Debug, Clone, PartialEq)]
pub enum Touched<K> {
    Place(Gesture<K>),
    /// From a place to another.
    Flow(Gesture<(K, K)>),
}

/// The same with arrows over the land, of which one may be selected.
pub fn layered_map_ui<K: Clone + PartialEq>(
    ui: &mut Ui,
    scene: &Scene<'_>,
    (map, layer): (&Map<K>, Option<&Layer<K>>),
    view: &mut View,
    (selected, flow): (&mut Option<K>, &mut Option<(K, K)>),
) -> Option<Touched<K>> {
    let scale = Circles::new(map.most(), ui.available_size());
    ui.scope(|ui| {
        legend::legend_ui(ui, scene, &map.legend, scale, |ui| {
            if let Some(layer) = layer {
                flows::legend_ui(ui, scene, layer);
            }
        });
    });
    land_ui(ui, scene, (map, layer), scale, view, (selected, flow))
}

fn land_ui<K: Clone + PartialEq>(
    ui: &mut Ui,
    scene: &Scene<'_>,
    (map, layer): (&Map<K>, Option<&Layer<K>>),
    scale: Circles,
    view: &mut View,
    (selected, flow): (&mut Option<K>, &mut Option<(K, K)>),
) -> Option<Touched<K>> {
    let main = map.parts.first()?;
    let rect = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(rect);
    // One identity wherever the layout puts it: the keyboard stays when a panel opens beside.
    let response = ui.interact(rect, Id::unique(map.id), Sense::click_and_drag());
    let place = selected.as_ref().and_then(|key| map.place(key));
    let chosen = layer.and_then(|layer| layer.find(flow.as_ref()?));
    let spoken = [
        Some(map.name.clone()),
        Some(legend::spoken(&map.legend)),
        layer.map(|layer| format!("{}, {}", layer.words, layer.note)),
        place.map(|p| p.told.join(", ")),
        chosen.map(|f| f.told.join(", ")),
    ];
    let spoken: Vec<String> = spoken.into_iter().flatten().collect();
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, spoken.join(". ")));
    move_view(ui, &response, &Frame::new(main, rect, insets(map, rect), *view), view);
    let keyed = keys(ui, &response, map, view, selected).map(Touched::Place);
    let frames = frames(map, rect, *view);
    let hovered = response.hover_pos();
    let over = hovered.and_then(|at| frames.iter().enumerate().rev().find(|(_, f)| f.rect.contains(at)));
    let pointed = hovered.and_then(|at| over?.1.place_at(at));
    let aimed = hovered.and_then(|at| flows::at(over?, map, layer?, scale, chosen, at));
    let painter = ui.painter().with_clip_rect(rect);
    painter.rect_filled(rect, crate::ui::theme::corner(), scene.palette.surface.0);
    for (number, frame) in frames.iter().enumerate() {
        draw::part(&painter, scene, frame, map, scale, number > 0);
        if let Some(layer) = layer {
            let marked = (aimed, chosen);
            flows::paint(&painter, scene.palette, (number, frame), map, layer, scale, marked);
        }
        draw::edges(&painter, scene, frame, pointed.map(|p| &p.key), selected.as_ref());
    }
    draw::border(&painter, scene, rect, &response);
    buttons_ui(ui, scene, rect, view);
    let told = aimed.map(|f| &f.told).or(pointed.map(|p| &p.told));
    let touched = match (aimed, pointed) {
        (Some(f), _) => touched(&response, (f.from.clone(), f.to.clone()), flow).map(Touched::Flow),
        (None, Some(place)) => touched(&response, place.key.clone(), selected).map(Touched::Place),
        (None, None) => None,
    };
    if let Some(told) = told {
        tell(response, told);
    }
    touched.or(keyed)
}

/// A click selects what is under the pointer, a double click opens it.
fn touched<K: Clone>(response: &Response, key: K, selected: &mut Option<K>) -> Option<Gesture<K>> {
    if response.double_clicked() {
        return Some(Gesture::Opened(key));
    }
    response.clicked().then(|| {
        response.request_focus();
        *selected = Some(key.clone());
        Gesture::Selected(key)
    })
}

/// A title and its lines, at the pointer.
fn tell(response: Response, lines: &[String]) {
    response.on_hover_ui_at_pointer(|ui| {
        for (number, line) in lines.iter().enumerate() {
            match number {
                0 => ui.label(bold(line, size::TYPE_BODY)),
                _ => ui.label(line),
            };
        }
    });
}

/// The main part over the whole, the others in boxes up its left edge.
fn frames<K>(map: &Map<K>, rect: Rect, view: View) -> Vec<Frame<'_, K>> {
    let mut frames = Vec::with_capacity(map.parts.len());
    let side = inset_side(rect);
    let mut corner = rect.left_bottom() + vec2(size::GAP_S, -size::GAP_S - side);
    for (number, part) in map.parts.iter().enumerate() {
        if number == 0 {
            frames.push(Frame::new(part, rect, insets(map, rect), view));
            continue;
        }
        let inset = Rect::from_min_size(corner, Vec2::splat(side));
        frames.push(Frame::new(part, inset, 0.0, View::default()));
        corner.y -= side + size::GAP_XS;
    }
    frames
}

/// Side of an inset: five overseas regions fit in the height.
fn inset_side(rect: Rect) -> f32 {
    size::MAP_INSET.min(rect.height() / 6.0)
}

/// Width that insets take at the left of the whole.
fn insets<K>(map: &Map<K>, rect: Rect) -> f32 {
    if map.parts.len() > 1 {
        inset_side(rect) + size::GAP_S
    } else {
        0.0
    }
}

/// Drag, wheel and pinch.
fn move_view<K>(ui: &Ui, response: &Response, frame: &Frame<'_, K>, view: &mut View) {
    if response.dragged() {
        view.drag(frame, response.drag_delta());
    }
    let Some(pointer) = response.hover_pos() else { return };
    let (pinch, wheel) = ui.input(|i| (i.zoom_delta(), i.smooth_scroll_delta().y));
    let factor = f64::from(pinch) * (f64::from(wheel) / WHEEL).exp();
    if (factor - 1.0).abs() > 1e-6 {
        view.zoom_at(frame, pointer, factor);
    }
}

/// Points of wheel that bring one e times nearer.
const WHEEL: f64 = 200.0;

/// Arrows go to the neighbouring place, Enter opens, pages zoom, Home shows the whole.
fn keys<K: Clone + PartialEq>(
    ui: &Ui,
    response: &Response,
    map: &Map<K>,
    view: &mut View,
    selected: &mut Option<K>,
) -> Option<Gesture<K>> {
    if !keyboard::holds(ui, response) {
        return None;
    }
    let pressed = |key| keyboard::pressed(ui, key);
    for (key, nearer) in [(Key::PageUp, true), (Key::PageDown, false)] {
        if pressed(key) {
            view.step(nearer);
        }
    }
    if pressed(Key::Home) {
        view.reset();
    }
    if pressed(Key::Enter) {
        return selected.clone().map(Gesture::Opened);
    }
    let ways = [
        (Key::ArrowRight, vec2(1.0, 0.0)),
        (Key::ArrowLeft, vec2(-1.0, 0.0)),
        (Key::ArrowDown, vec2(0.0, 1.0)),
        (Key::ArrowUp, vec2(0.0, -1.0)),
    ];
    let way = ways.into_iter().find(|(key, _)| pressed(*key))?.1;
    let here = |part: &&Part<K>| part.places.iter().any(|place| Some(&place.key) == selected.as_ref());
    let next = match (
        map.parts.iter().find(here),
        selected.as_ref().and_then(|key| map.place(key)),
    ) {
        (Some(part), Some(place)) => towards(part, place.at, way)?,
        _ => map.places().next()?,
    };
    *selected = Some(next.key.clone());
    Some(Gesture::Passed(next.key.clone()))
}

/// Nearer, farther, the whole.
fn buttons_ui(ui: &mut Ui, scene: &Scene<'_>, rect: Rect, view: &mut View) {
    let side = Rect::from_min_size(
        rect.min + Vec2::splat(size::GAP_S),
        vec2(size::CONTROL, size::CONTROL * 3.0 + size::GAP_XS * 2.0),
    );
    ui.scope_builder(UiBuilder::new().max_rect(side), |ui| {
        ui.spacing_mut().item_spacing.y = size::GAP_XS;
        if parts::icon_button(ui, "+", scene.t("ui-map-nearer")).clicked() {
            view.step(true);
        }
        if parts::icon_button(ui, "−", scene.t("ui-map-farther")).clicked() {
            view.step(false);
        }
        ui.add_enabled_ui(!view.is_whole(), |ui| {
            if parts::icon_button(ui, icon::RESET, scene.t("ui-map-whole")).clicked() {
                view.reset();
            }
        });
    });
}
