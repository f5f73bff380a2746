//! Drawing of land, circles, hatches and names.

use std::sync::Arc;

use egui::epaint::{Vertex, WHITE_UV};
use egui::{
    Align2, Color32, FontId, Galley, Mesh, Painter, Pos2, Rect, Response, Shape, Stroke, StrokeKind, Vec2, vec2,
};

use super::land::{Land, strokes};
use super::model::{Class, Map, Mark, Place};
use super::plane::Point;
use super::view::Frame;
use crate::ui::scene::Scene;
use crate::ui::theme::{self, Palette, size};

/// The scale of circles: their surfaces are in proportion to counts.
#[derive(Debug, Clone, Copy)]
pub(super) struct Circles {
    most: f64,
    widest: f32,
}

impl Circles {
    /// For the largest count of a map drawn in so much room.
    pub fn new(most: f64, room: Vec2) -> Self {
        Self {
            most,
            widest: size::MAP_CIRCLE.min(room.min_elem() * size::MAP_CIRCLE_SHARE),
        }
    }

    /// Radius of the circle of a count.
    pub fn radius(self, count: f64) -> f32 {
        if count <= 0.0 || self.most <= 0.0 {
            return 0.0;
        }
        #[expect(clippy::cast_possible_truncation, reason = "a length on screen")]
        let share = (count / self.most).sqrt() as f32;
        self.widest * share
    }
}

/// The edge of the map, or the ring of the keyboard.
pub(super) fn border(painter: &Painter, scene: &Scene<'_>, rect: Rect, response: &Response) {
    let p = scene.palette;
    let edge = if response.has_focus() {
        Stroke::new(size::FOCUS_LINE, p.accent.0)
    } else {
        Stroke::new(size::LINE, p.line.0)
    };
    painter.rect_stroke(rect, theme::corner(), edge, StrokeKind::Inside);
}

/// The land of a part: around, places, hatches, circles, names.
pub(super) fn part<K: PartialEq>(
    painter: &Painter,
    scene: &Scene<'_>,
    frame: &Frame<'_, K>,
    map: &Map<K>,
    scale: Circles,
    boxed: bool,
) {
    let p = scene.palette;
    let painter = painter.with_clip_rect(frame.rect.intersect(painter.clip_rect()));
    if boxed {
        painter.rect(
            frame.rect,
            theme::corner(),
            p.surface.0,
            Stroke::new(size::LINE, p.line.0),
            StrokeKind::Inside,
        );
    }
    for land in frame.part.around.iter().filter(|land| seen(frame, land)) {
        surface(&painter, frame, land, p.canvas.0, Stroke::new(size::LINE, p.line.0));
    }
    // Contours over cells, which stand in for those that are missing.
    for contours in [false, true] {
        let alike = frame
            .part
            .places
            .iter()
            .filter(|place| place.land.is_contour() == contours);
        for place in alike.filter(|place| seen(frame, &place.land)) {
            land(&painter, scene, frame, place, &map.legend.classes);
        }
    }
    for limit in &frame.part.limits {
        let (width, colour) = if limit.major {
            (size::FOCUS_LINE, p.text_weak.0)
        } else {
            (size::LINE, p.text_weak.0)
        };
        painter.add(Shape::closed_line(
            thinned(frame, &limit.line),
            Stroke::new(width, colour),
        ));
    }
    for place in &frame.part.places {
        circle(&painter, p, frame.screen(place.at), scale.radius(place.count));
    }
    if boxed {
        let font = FontId::proportional(size::TYPE_CAPTION);
        let galley = painter.layout_no_wrap(frame.part.name.clone(), font, p.text.0);
        let at = frame.rect.center_top() + vec2(0.0, size::GAP_XS);
        on_paper(&painter, p, Align2::CENTER_TOP.anchor_size(at, galley.size()), galley);
    } else {
        names(&painter, scene, frame, scale);
    }
}

fn land<K>(painter: &Painter, scene: &Scene<'_>, frame: &Frame<'_, K>, place: &Place<K>, classes: &[Class]) {
    let p = scene.palette;
    let edge = Stroke::new(size::LINE, p.surface.0);
    let ground = match place.mark {
        Mark::Class(number) => {
            let fill = classes.get(number).map_or(p.neutral.0, |class| p.tint(class.tint));
            surface(painter, frame, &place.land, fill, edge);
            fill
        }
        Mark::Nothing => {
            surface(painter, frame, &place.land, p.surface.0, edge);
            for ring in place.land.rings() {
                let corners = thinned(frame, ring);
                let ring: Vec<Pos2> = corners.iter().chain(corners.first()).copied().collect();
                painter.extend(Shape::dotted_line(&ring, p.hatch.0, size::GAP_XS, size::LINE));
            }
            p.surface.0
        }
    };
    if place.secret {
        hatch(painter, frame, &place.land, p.hatch_on(ground));
    }
}

/// Fills a land and draws its lines.
fn surface<K>(painter: &Painter, frame: &Frame<'_, K>, land: &Land, fill: Color32, edge: Stroke) {
    if !land.is_contour() {
        for ring in land.rings() {
            painter.add(Shape::convex_polygon(screen(frame, ring), fill, edge));
        }
        return;
    }
    let vertex = |p: &Point| Vertex {
        pos: frame.screen(*p),
        uv: WHITE_UV,
        color: fill,
    };
    painter.add(Mesh {
        indices: land.triangles().to_vec(),
        vertices: land.rings().iter().flatten().map(vertex).collect(),
        ..Mesh::default()
    });
    for ring in land.rings() {
        painter.add(Shape::closed_line(thinned(frame, ring), edge));
    }
}

/// False for land that is wholly off the frame.
fn seen<K>(frame: &Frame<'_, K>, land: &Land) -> bool {
    let (low, high) = land.bounds();
    Rect::from_two_pos(frame.screen(low), frame.screen(high)).intersects(frame.rect)
}

/// A line on screen without the corners that fall on the one before.
fn thinned<K>(frame: &Frame<'_, K>, line: &[Point]) -> Vec<Pos2> {
    let mut kept: Vec<Pos2> = Vec::with_capacity(line.len());
    for corner in line {
        let at = frame.screen(*corner);
        if kept
            .last()
            .is_none_or(|last| last.distance_sq(at) >= LEAST_STEP * LEAST_STEP)
        {
            kept.push(at);
        }
    }
    kept
}

/// Points on screen under which two corners are one.
const LEAST_STEP: f32 = 0.75;

/// Strokes at 45° inside a land, at one distance whatever the zoom.
fn hatch<K>(painter: &Painter, frame: &Frame<'_, K>, land: &Land, colour: Color32) {
    let point = |at: Pos2| Point {
        x: f64::from(at.x),
        y: f64::from(at.y),
    };
    let on_screen = |ring: &Vec<Point>| -> Vec<Point> { thinned(frame, ring).into_iter().map(point).collect() };
    let rings: Vec<Vec<Point>> = land.rings().iter().map(on_screen).collect();
    let levels = rings.iter().flatten().map(|c| c.x + c.y);
    let (low, high) = levels.fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), v| (l.min(v), h.max(v)));
    let step = f64::from(size::HATCH) * std::f64::consts::SQRT_2;
    let stroke = Stroke::new(size::LINE, colour);
    #[expect(clippy::cast_possible_truncation, reason = "a place on screen")]
    let at = |c: Point| egui::pos2(c.x as f32, c.y as f32);
    let mut level = (low / step).ceil() * step;
    while level < high {
        for (from, to) in strokes(&rings, level) {
            painter.line_segment([at(from), at(to)], stroke);
        }
        level += step;
    }
}

pub(super) fn circle(painter: &Painter, p: &Palette, at: Pos2, radius: f32) {
    if radius > 0.0 {
        let fill = p.accent.0.gamma_multiply(CIRCLE_STRENGTH);
        painter.circle(at, radius.max(size::LINE), fill, Stroke::new(size::LINE, p.surface.0));
    }
}

/// How much of the colour of a circle shows: the land behind stays readable.
const CIRCLE_STRENGTH: f32 = 0.75;

/// Names that have room in their land, largest circles first, none over another.
fn names<K>(painter: &Painter, scene: &Scene<'_>, frame: &Frame<'_, K>, scale: Circles) {
    let p = scene.palette;
    let font = FontId::proportional(size::TYPE_CAPTION);
    let mut places: Vec<&Place<K>> = frame.part.places.iter().collect();
    places.sort_by(|a, b| b.count.total_cmp(&a.count).then_with(|| a.name.cmp(&b.name)));
    let mut taken: Vec<Rect> = Vec::new();
    for place in places {
        let galley = painter.layout_no_wrap(place.name.clone(), font.clone(), p.text.0);
        let below = frame.screen(place.at) + vec2(0.0, scale.radius(place.count) + size::GAP_XS);
        let rect = Align2::CENTER_TOP.anchor_size(below, galley.size());
        let (low, high) = place.land.bounds();
        let bounds = Rect::from_two_pos(frame.screen(low), frame.screen(high));
        let room = rect.width() <= bounds.width() && bounds.contains(rect.center_bottom());
        if !room || !frame.rect.contains_rect(rect) || taken.iter().any(|other| other.intersects(rect)) {
            continue;
        }
        taken.push(rect);
        on_paper(painter, p, rect, galley);
    }
}

/// Words on a light ground, readable over any land.
fn on_paper(painter: &Painter, p: &Palette, rect: Rect, words: Arc<Galley>) {
    let paper = p.surface.0.gamma_multiply(PAPER_STRENGTH);
    painter.rect_filled(rect.expand2(vec2(size::GAP_XS / 2.0, 0.0)), theme::corner(), paper);
    painter.galley(rect.min, words, p.text.0);
}

/// Strength of the ground under names.
const PAPER_STRENGTH: f32 = 0.8;

/// The outlines of what is pointed at and of what is selected, over everything.
pub(super) fn edges<K: PartialEq>(
    painter: &Painter,
    scene: &Scene<'_>,
    frame: &Frame<'_, K>,
    pointed: Option<&K>,
    selected: Option<&K>,
) {
    let painter = painter.with_clip_rect(frame.rect.intersect(painter.clip_rect()));
    let p = scene.palette;
    for (key, stroke) in [
        (pointed, Stroke::new(size::FOCUS_LINE, p.text.0)),
        (selected, Stroke::new(size::FOCUS_LINE * 1.5, p.accent.0)),
    ] {
        let found = key.and_then(|key| frame.part.places.iter().find(|place| place.key == *key));
        if let Some(place) = found {
            for ring in place.land.rings() {
                painter.add(Shape::closed_line(thinned(frame, ring), stroke));
            }
        }
    }
}

fn screen<K>(frame: &Frame<'_, K>, land: &[Point]) -> Vec<Pos2> {
    land.iter().map(|p| frame.screen(*p)).collect()
}
