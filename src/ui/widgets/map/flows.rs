//! People who move, over a map: an arrow from the place they come from to the place they go to, wider the more they are, thinner towards its head.

use egui::{Align2, FontId, Mesh, Painter, Pos2, Sense, Shape, Stroke, Ui, Vec2, pos2, vec2};

use super::draw::Circles;
use super::model::Map;
use super::plane::Point;
use super::view::Frame;
use crate::i18n;
use crate::ui::scene::Scene;
use crate::ui::theme::{Palette, size};

/// Arrows over the land.
#[derive(Debug, Clone)]
pub struct Layer<K> {
    /// Largest first.
    pub flows: Vec<Flow<K>>,
    /// How many of the largest are drawn; a selected one always is.
    pub drawn: usize,
    /// What the width of an arrow counts.
    pub words: String,
    /// Counts of the arrows shown as examples, largest first.
    pub samples: Vec<f64>,
    /// How much of all is drawn.
    pub note: String,
}

/// One arrow.
#[derive(Debug, Clone)]
pub struct Flow<K> {
    pub from: K,
    pub to: K,
    /// Part of the map it is drawn on.
    pub part: usize,
    /// Where it starts and ends; either may lie outside the territory.
    pub ends: [Point; 2],
    pub count: f64,
    /// Title and lines told on hover; spoken when selected.
    pub told: Vec<String>,
}

impl<K: PartialEq> Layer<K> {
    /// The flow between two places.
    pub fn find(&self, (from, to): &(K, K)) -> Option<&Flow<K>> {
        self.flows.iter().find(|flow| flow.from == *from && flow.to == *to)
    }

    fn most(&self) -> f64 {
        self.flows.first().map_or(0.0, |flow| flow.count)
    }

    fn shown<'l>(&'l self, part: usize, chosen: Option<&'l Flow<K>>) -> impl DoubleEndedIterator<Item = &'l Flow<K>> {
        let largest = self.flows.iter().take(self.drawn);
        let beside = chosen.filter(|c| !self.flows.iter().take(self.drawn).any(|f| std::ptr::eq(f, *c)));
        largest.chain(beside).filter(move |flow| flow.part == part)
    }
}

/// How far an arrow bends to its right, in parts of its length: two ways between two places do not cover each other.
const BEND: f32 = 0.16;
/// Width left at the head, in parts of that at the start.
const TAPER: f32 = 0.35;
/// Pieces that a curve is cut in.
const PIECES: usize = 16;
/// Strength of arrows, and of those that are not selected while one is.
const STRENGTH: f32 = 0.8;
const FADED: f32 = 0.3;

/// An arrow on screen: points of its middle line with half widths, and its head.
struct Arrow {
    middle: Vec<(Pos2, f32)>,
    head: [Pos2; 3],
}

impl Arrow {
    fn new(ends: [Pos2; 2], gaps: [f32; 2], width: f32) -> Option<Self> {
        let way = ends[1] - ends[0];
        let length = way.length();
        let room = length - gaps[0] - gaps[1];
        if room < size::GAP_XS {
            return None;
        }
        let side = Vec2::new(-way.y, way.x) * BEND;
        let control = ends[0] + way / 2.0 + side;
        let at = |t: f32| {
            let u = 1.0 - t;
            let (a, b, c) = (ends[0].to_vec2(), control.to_vec2(), ends[1].to_vec2());
            (a * (u * u) + b * (2.0 * u * t) + c * (t * t)).to_pos2()
        };
        let head_length = (width * TAPER * 2.0).max(size::MAP_ARROW).min(room / 2.0);
        let from = gaps[0] / length;
        let tip = 1.0 - gaps[1] / length;
        let neck = tip - head_length / length;
        let step = |i: usize| {
            #[expect(clippy::cast_precision_loss, reason = "a piece of a curve")]
            let done = i as f32 / PIECES as f32;
            let half = width / 2.0 * (1.0 - (1.0 - TAPER) * done);
            (at(from + (neck - from) * done), half.max(size::LINE / 2.0))
        };
        let point = at(tip);
        let base = at(neck);
        let across = (point - base).rot90().normalized() * (head_length * 0.55).max(width * TAPER);
        Some(Self {
            middle: (0..=PIECES).map(step).collect(),
            head: [point, base + across, base - across],
        })
    }

    /// Distance of a place on screen from the arrow's body; 0 inside.
    fn distance(&self, at: Pos2) -> f32 {
        let points = self.middle.iter().map(|(p, half)| (p.distance(at) - half).max(0.0));
        let head = self.head.iter().map(|p| p.distance(at));
        points.chain(head).fold(f32::INFINITY, f32::min)
    }

    /// Corners of the whole, in order.
    fn outline(&self) -> Vec<Pos2> {
        let across = |i: usize| {
            let before = self.middle[i.saturating_sub(1)].0;
            let after = self.middle[(i + 1).min(self.middle.len() - 1)].0;
            (after - before).rot90().normalized() * self.middle[i].1
        };
        let right = (0..self.middle.len()).map(|i| self.middle[i].0 + across(i));
        let left = (0..self.middle.len()).rev().map(|i| self.middle[i].0 - across(i));
        let [tip, a, b] = self.head;
        right.chain([a, tip, b]).chain(left).collect()
    }

    fn paint(&self, painter: &Painter, fill: egui::Color32, edge: Stroke) {
        let mut mesh = Mesh::default();
        let outline = self.outline();
        let pieces = self.middle.len();
        for corner in &outline {
            mesh.colored_vertex(*corner, fill);
        }
        let number = |i: usize| u32::try_from(i).unwrap_or(u32::MAX);
        for i in 0..pieces - 1 {
            let (right, left) = (number(i), number(outline.len() - 1 - i));
            mesh.add_triangle(right, right + 1, left);
            mesh.add_triangle(right + 1, left, left - 1);
        }
        mesh.add_triangle(number(pieces), number(pieces + 1), number(pieces + 2));
        painter.add(Shape::mesh(mesh));
        painter.add(Shape::closed_line(outline, edge));
    }
}

/// Width of an arrow on screen: in proportion to its people.
fn width(count: f64, most: f64) -> f32 {
    if most <= 0.0 {
        return size::LINE;
    }
    #[expect(clippy::cast_possible_truncation, reason = "a length on screen")]
    let share = (count / most) as f32;
    (size::MAP_FLOW * share).max(size::LINE * 1.5)
}

fn arrow<K: PartialEq>(frame: &Frame<'_, K>, map: &Map<K>, flow: &Flow<K>, scale: Circles, most: f64) -> Option<Arrow> {
    let gap = |key: &K| {
        map.place(key)
            .map_or(size::GAP_XS, |place| scale.radius(place.count) + size::LINE)
    };
    let ends = flow.ends.map(|end| frame.screen(end));
    Arrow::new(ends, [gap(&flow.from), gap(&flow.to)], width(flow.count, most))
}

/// Draws the arrows of a part, small ones over large ones; the selected one last.
pub(super) fn paint<K: PartialEq>(
    painter: &Painter,
    p: &Palette,
    frame: (usize, &Frame<'_, K>),
    map: &Map<K>,
    layer: &Layer<K>,
    scale: Circles,
    (pointed, chosen): (Option<&Flow<K>>, Option<&Flow<K>>),
) {
    let (part, frame) = frame;
    let painter = painter.with_clip_rect(frame.rect.intersect(painter.clip_rect()));
    let is = |of: Option<&Flow<K>>, flow: &Flow<K>| of.is_some_and(|f| std::ptr::eq(f, flow));
    let mut last = None;
    for flow in layer.shown(part, chosen) {
        let Some(arrow) = arrow(frame, map, flow, scale, layer.most()) else {
            continue;
        };
        if is(chosen, flow) {
            last = Some(arrow);
            continue;
        }
        let strength = if chosen.is_some() { FADED } else { STRENGTH };
        let (fill, edge) = if is(pointed, flow) {
            (p.accent.0, Stroke::new(size::LINE, p.text.0))
        } else {
            (
                p.accent.0.gamma_multiply(strength),
                Stroke::new(size::LINE, p.surface.0),
            )
        };
        arrow.paint(&painter, fill, edge);
    }
    if let Some(arrow) = last {
        arrow.paint(&painter, p.accent.0, Stroke::new(size::FOCUS_LINE, p.text.0));
    }
}

/// The arrow under the pointer: the nearest, within some points.
pub(super) fn at<'l, K: PartialEq>(
    frame: (usize, &Frame<'_, K>),
    map: &Map<K>,
    layer: &'l Layer<K>,
    scale: Circles,
    chosen: Option<&'l Flow<K>>,
    pointer: Pos2,
) -> Option<&'l Flow<K>> {
    let (part, frame) = frame;
    let near = layer.shown(part, chosen).filter_map(|flow| {
        let away = arrow(frame, map, flow, scale, layer.most())?.distance(pointer);
        (away <= size::GAP_XS).then_some((away, flow))
    });
    // Of those it is inside of, the thinnest is on top.
    near.rev().min_by(|(a, _), (b, _)| a.total_cmp(b)).map(|(_, flow)| flow)
}

/// What the width of an arrow counts, with examples.
pub(super) fn legend_ui<K: PartialEq>(ui: &mut Ui, scene: &Scene<'_>, layer: &Layer<K>) {
    let p = scene.palette;
    let font = FontId::proportional(size::TYPE_CAPTION);
    let lay = |words: String| ui.painter().layout_no_wrap(words, font.clone(), p.text.0);
    let title = lay(layer.words.clone());
    let samples: Vec<_> = layer
        .samples
        .iter()
        .map(|count| (*count, lay(i18n::decimal(scene.lang, *count, 0))))
        .collect();
    let each = |words: f32| size::GAP_M + size::GAP_XL + size::GAP_XS + words;
    let examples: f32 = samples.iter().map(|(_, words)| each(words.size().x)).sum();
    let height = size::TYPE_BODY + size::GAP_XS;
    let (rect, _) = ui.allocate_exact_size(vec2(title.size().x + examples, height), Sense::hover());
    let mut left = rect.left() + title.size().x;
    let start = Align2::LEFT_CENTER.align_size_within_rect(title.size(), rect).min;
    ui.painter().galley(start, title, p.text.0);
    for (count, words) in samples {
        let from = pos2(left + size::GAP_M, rect.center().y);
        let ends = [from, from + vec2(size::GAP_XL, 0.0)];
        if let Some(arrow) = Arrow::new(ends, [0.0; 2], width(count, layer.most())) {
            arrow.paint(ui.painter(), p.accent.0.gamma_multiply(STRENGTH), Stroke::NONE);
        }
        let at = pos2(ends[1].x + size::GAP_XS, rect.center().y - words.size().y / 2.0);
        left = at.x + words.size().x;
        ui.painter().galley(at, words, p.text.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn crossing(from: Pos2, to: Pos2) -> Arrow {
        Arrow::new([from, to], [4.0, 4.0], 10.0).unwrap()
    }

    #[test]
    fn two_ways_between_two_places_bend_apart() {
        let (a, b) = (pos2(0.0, 0.0), pos2(200.0, 0.0));
        let middle = |arrow: &Arrow| arrow.middle[PIECES / 2].0;
        let (there, back) = (crossing(a, b), crossing(b, a));
        assert!(middle(&there).y > 5.0 && middle(&back).y < -5.0);
        assert!(there.distance(middle(&there)) < 0.01 && there.distance(middle(&back)) > 5.0);
    }

    #[test]
    fn an_arrow_thins_towards_its_head_and_points_at_its_end() {
        let arrow = crossing(pos2(0.0, 0.0), pos2(200.0, 0.0));
        let halves: Vec<f32> = arrow.middle.iter().map(|(_, half)| *half).collect();
        assert!(halves.windows(2).all(|pair| pair[1] < pair[0]), "{halves:?}");
        assert!(arrow.head[0].distance(pos2(200.0, 0.0)) < 6.0, "{:?}", arrow.head);
        // A closed outline: both sides of each piece, and the three corners of the head.
        assert_eq!(arrow.outline().len(), 2 * (PIECES + 1) + 3);
    }

    #[test]
    fn places_nearer_than_their_circles_have_no_arrow() {
        assert!(Arrow::new([pos2(0.0, 0.0), pos2(10.0, 0.0)], [5.0, 5.0], 3.0).is_none());
        assert!((width(50.0, 100.0) - size::MAP_FLOW / 2.0).abs() < 1e-3);
        assert!(width(0.001, 100.0) >= size::LINE);
    }
}
