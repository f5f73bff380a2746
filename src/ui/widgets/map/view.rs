//! Which part of the plane is seen, and how it is moved.

use egui::{Pos2, Rect, Vec2, pos2};

use super::model::{Part, Place};
use super::plane::Point;

/// Where the user looks. At first, and after a reset, the whole.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct View {
    centre: Option<Point>,
    /// 1 shows the whole.
    zoom: f64,
}

/// Nearest one may come, in times of the whole.
const NEAREST: f64 = 24.0;

/// One step of the buttons and keys.
const STEP: f64 = 1.5;

/// Part of the room that the whole takes.
const FILLED: f64 = 0.94;

impl Default for View {
    fn default() -> Self {
        Self {
            centre: None,
            zoom: 1.0,
        }
    }
}

impl View {
    /// Sees the whole again.
    pub fn reset(&mut self) {
        *self = Self::default();
    }

    /// True while the whole is seen.
    pub fn is_whole(&self) -> bool {
        *self == Self::default()
    }

    /// One step nearer, or farther, about the middle.
    pub fn step(&mut self, nearer: bool) {
        self.scale_by(if nearer { STEP } else { 1.0 / STEP });
    }

    fn scale_by(&mut self, factor: f64) {
        self.zoom = (self.zoom * factor).clamp(1.0, NEAREST);
        if self.zoom <= 1.0 {
            self.reset();
        }
    }

    /// Follows a drag of so many points on screen.
    pub fn drag<K>(&mut self, frame: &Frame<'_, K>, by: Vec2) {
        if self.zoom > 1.0 {
            self.centre = Some(Point {
                x: frame.centre.x - f64::from(by.x) / frame.scale,
                y: frame.centre.y - f64::from(by.y) / frame.scale,
            });
        }
    }

    /// Nearer or farther, what is under the pointer staying there.
    pub fn zoom_at<K>(&mut self, frame: &Frame<'_, K>, pointer: Pos2, factor: f64) {
        let held = frame.plane(pointer);
        self.scale_by(factor);
        if self.zoom > 1.0 {
            let kept = frame.whole_scale() * self.zoom / frame.scale;
            self.centre = Some(Point {
                x: held.x - (held.x - frame.centre.x) / kept,
                y: held.y - (held.y - frame.centre.y) / kept,
            });
        }
    }
}

/// A part of a map in a rectangle of the screen.
#[derive(Debug)]
pub struct Frame<'m, K> {
    pub part: &'m Part<K>,
    pub rect: Rect,
    /// Part of the rectangle that the whole is fitted into.
    room: Rect,
    centre: Point,
    /// Points on screen of a kilometre.
    scale: f64,
    zoom: f64,
}

impl<'m, K> Frame<'m, K> {
    /// The part as the view sees it; `kept` points on the left are for something else while the whole is seen.
    pub fn new(part: &'m Part<K>, rect: Rect, kept: f32, view: View) -> Self {
        let (low, high) = bounds(&part.places).unwrap_or_default();
        let fitted = rect.with_min_x(rect.left() + kept);
        let room = |least: f64, most: f64, length: f32| f64::from(length) * FILLED / (most - least).max(1.0);
        let whole = room(low.x, high.x, fitted.width()).min(room(low.y, high.y, fitted.height()));
        let middle = Point {
            x: f64::midpoint(low.x, high.x),
            y: f64::midpoint(low.y, high.y),
        };
        let seen = view.centre.unwrap_or(middle);
        Self {
            part,
            rect,
            room: fitted,
            // One cannot drag the land out of sight.
            centre: Point {
                x: seen.x.clamp(low.x, high.x),
                y: seen.y.clamp(low.y, high.y),
            },
            scale: whole * view.zoom,
            zoom: view.zoom,
        }
    }

    fn whole_scale(&self) -> f64 {
        self.scale / self.zoom
    }

    /// Where a point of the plane is on screen.
    pub fn screen(&self, p: Point) -> Pos2 {
        #[expect(clippy::cast_possible_truncation, reason = "a place on screen")]
        let on = |value: f64, centre: f64, middle: f32| middle + ((value - centre) * self.scale) as f32;
        let middle = self.room.center();
        pos2(on(p.x, self.centre.x, middle.x), on(p.y, self.centre.y, middle.y))
    }

    /// What point of the plane is there on screen.
    pub fn plane(&self, at: Pos2) -> Point {
        let way = at - self.room.center();
        Point {
            x: self.centre.x + f64::from(way.x) / self.scale,
            y: self.centre.y + f64::from(way.y) / self.scale,
        }
    }

    /// The place whose land is there on screen.
    pub fn place_at(&self, at: Pos2) -> Option<&'m Place<K>> {
        if !self.rect.contains(at) {
            return None;
        }
        let p = self.plane(at);
        // Contours lie over cells.
        let found = |contour: bool| {
            let alike = self
                .part
                .places
                .iter()
                .filter(move |place| place.land.is_contour() == contour);
            alike.into_iter().find(|place| place.land.contains(p))
        };
        found(true).or_else(|| found(false))
    }
}

/// The smallest box around the land of places; nothing where there is none.
pub fn bounds<K>(places: &[Place<K>]) -> Option<(Point, Point)> {
    let boxes = places.iter().map(|place| place.land.bounds());
    let wider = |(low, high): (Point, Point), (a, b): (Point, Point)| {
        (
            Point {
                x: low.x.min(a.x),
                y: low.y.min(a.y),
            },
            Point {
                x: high.x.max(b.x),
                y: high.y.max(b.y),
            },
        )
    };
    boxes.reduce(wider)
}

/// The nearest place that lies in a direction, within 45° of it: what an arrow key goes to.
pub fn towards<K>(part: &Part<K>, from: Point, way: Vec2) -> Option<&Place<K>> {
    let ahead = |place: &&Place<K>| {
        let (x, y) = (place.at.x - from.x, place.at.y - from.y);
        let along = x * f64::from(way.x) + y * f64::from(way.y);
        let aside = x * f64::from(way.y) - y * f64::from(way.x);
        along > 0.0 && aside.abs() <= along
    };
    let found = part.places.iter().filter(ahead);
    found.min_by(|a, b| a.at.distance(from).total_cmp(&b.at.distance(from)))
}

#[cfg(test)]
mod tests {
    use egui::vec2;

    use super::super::land::Land;
    use super::super::model::Mark;
    use super::*;

    fn place(key: u32, x: f64, y: f64) -> Place<u32> {
        let corner = |dx: f64, dy: f64| Point { x: x + dx, y: y + dy };
        Place {
            key,
            name: String::new(),
            at: Point { x, y },
            land: Land::cell(vec![
                corner(-5.0, -5.0),
                corner(5.0, -5.0),
                corner(5.0, 5.0),
                corner(-5.0, 5.0),
            ]),
            mark: Mark::Nothing,
            secret: false,
            count: 0.0,
            told: Vec::new(),
        }
    }

    fn part() -> Part<u32> {
        Part {
            name: String::new(),
            places: vec![place(0, 0.0, 0.0), place(1, 100.0, 0.0), place(2, 100.0, 40.0)],
            around: Vec::new(),
            limits: Vec::new(),
        }
    }

    const RECT: Rect = Rect {
        min: Pos2 { x: 10.0, y: 20.0 },
        max: Pos2 { x: 650.0, y: 420.0 },
    };

    #[test]
    fn a_point_goes_to_the_screen_and_back() {
        let part = part();
        let frame = Frame::new(&part, RECT, 40.0, View::default());
        let p = Point { x: 61.0, y: 7.0 };
        let back = frame.plane(frame.screen(p));
        assert!(back.distance(p) < 0.01);
        for place in &part.places {
            assert!(RECT.contains(frame.screen(place.at)));
            assert_eq!(frame.place_at(frame.screen(place.at)).map(|p| p.key), Some(place.key));
        }
        assert!(frame.place_at(frame.screen(Point { x: 50.0, y: 20.0 })).is_none());
    }

    #[test]
    fn the_wheel_keeps_what_is_under_the_pointer() {
        let part = part();
        let mut view = View::default();
        let pointer = pos2(200.0, 150.0);
        let before = Frame::new(&part, RECT, 0.0, view).plane(pointer);
        for factor in [1.7, 1.9, 0.8] {
            let frame = Frame::new(&part, RECT, 0.0, view);
            view.zoom_at(&frame, pointer, factor);
        }
        let after = Frame::new(&part, RECT, 0.0, view).plane(pointer);
        assert!(before.distance(after) < 0.5, "{before:?} {after:?}");
        view.zoom_at(&Frame::new(&part, RECT, 0.0, view), pointer, 0.01);
        assert!(view.is_whole());
    }

    #[test]
    fn arrows_go_to_the_nearest_place_that_way() {
        let part = part();
        let right = towards(&part, part.places[0].at, vec2(1.0, 0.0)).map(|p| p.key);
        assert_eq!(right, Some(1));
        let down = towards(&part, part.places[1].at, vec2(0.0, 1.0)).map(|p| p.key);
        assert_eq!(down, Some(2));
        assert!(towards(&part, part.places[2].at, vec2(0.0, 1.0)).is_none());
    }
}
