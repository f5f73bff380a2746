//! Bubbles over two rates, cut in four by the means.

use std::fmt::Write as _;

use super::super::super::chart::{Digits, Dot, Quadrant};
use super::scale::ticks;
use super::words::cut_in_the_middle;
use super::{ADVANCE, Canvas, FONT, GRID, INK, QUIET, SURPLUS, WIDTH};

const LEFT: f64 = 56.0;
const RIGHT: f64 = WIDTH - 12.0;
const HIGH: f64 = 12.0;
const LOW: f64 = 400.0;
/// Radius of the largest bubble, and of the smallest.
const BUBBLE: f64 = 18.0;
const LEAST: f64 = 2.5;
/// Letters of a name beside its bubble.
const NAME: usize = 30;

impl Canvas {
    pub(super) fn quadrant(mut self, digits: Digits, quadrant: &Quadrant) -> (f64, String) {
        let dots = &quadrant.dots;
        let plane = Plane {
            x: span(dots.iter().map(|d| d.x).chain([quadrant.means.0])),
            y: span(dots.iter().map(|d| d.y).chain([quadrant.means.1])),
        };
        self.frame(digits, quadrant, &plane);
        let most = dots.iter().map(|d| d.size).fold(0.0, f64::max);
        // The largest first: the small ones stay on top.
        let mut order: Vec<usize> = (0..dots.len()).collect();
        order.sort_by(|a, b| dots[*b].size.total_cmp(&dots[*a].size).then(a.cmp(b)));
        for &i in &order {
            self.open(i);
            let (x, y) = plane.at(&dots[i]);
            let radius = radius(dots[i].size, most);
            let _ = write!(
                self.body,
                r#"<circle cx="{x:.1}" cy="{y:.1}" r="{radius:.1}" fill="{SURPLUS}" fill-opacity="0.45" stroke="{SURPLUS}" stroke-width="1"/>"#
            );
            self.close(i);
        }
        self.names(dots, &order, &plane, most);
        (LOW + 40.0, self.body)
    }

    fn frame(&mut self, digits: Digits, quadrant: &Quadrant, plane: &Plane) {
        for tick in ticks(plane.x.0, plane.x.1) {
            let x = plane.x_at(tick);
            self.line((x, HIGH), (x, LOW), GRID, 1.0);
            let words = digits.write(self.lang, tick);
            self.text(x, LOW + 14.0, "middle", QUIET, FONT, &words);
        }
        for tick in ticks(plane.y.0, plane.y.1) {
            let y = plane.y_at(tick);
            self.line((LEFT, y), (RIGHT, y), GRID, 1.0);
            let words = digits.write(self.lang, tick);
            self.text(LEFT - 6.0, y + 3.5, "end", QUIET, FONT, &words);
        }
        let (x, y) = (plane.x_at(quadrant.means.0), plane.y_at(quadrant.means.1));
        self.line((x, HIGH), (x, LOW), INK, 1.2);
        self.line((LEFT, y), (RIGHT, y), INK, 1.2);
        let corners = [
            (RIGHT - 4.0, HIGH + 12.0, "end"),
            (LEFT + 4.0, HIGH + 12.0, "start"),
            (RIGHT - 4.0, LOW - 5.0, "end"),
            (LEFT + 4.0, LOW - 5.0, "start"),
        ];
        for (part, (x, y, anchor)) in quadrant.parts.iter().zip(corners) {
            let words = part.text(self.lang);
            self.text(x, y, anchor, QUIET, FONT, &words);
        }
        let (across, up) = (quadrant.x.text(self.lang), quadrant.y.text(self.lang));
        self.text(RIGHT, LOW + 30.0, "end", INK, FONT, &format!("{across} →"));
        self.text(LEFT, LOW + 30.0, "start", INK, FONT, &format!("↑ {up}"));
    }

    /// Names beside the bubbles, the largest first, where they cover no other name and stay in the frame.
    fn names(&mut self, dots: &[Dot], order: &[usize], plane: &Plane, most: f64) {
        let mut taken: Vec<[f64; 4]> = vec![[LEFT, HIGH, RIGHT, HIGH + 16.0], [LEFT, LOW - 16.0, RIGHT, LOW]];
        for &i in order {
            let (x, y) = plane.at(&dots[i]);
            let name = cut_in_the_middle(&dots[i].label, NAME);
            let left = x + radius(dots[i].size, most) + 3.0;
            let right = left + super::super::super::names::count(name.chars().count()) * FONT * 0.9 * ADVANCE;
            let place = [left, y - 6.0, right, y + 6.0];
            let covers = |other: &[f64; 4]| {
                place[0] < other[2] && other[0] < place[2] && place[1] < other[3] && other[1] < place[3]
            };
            if right <= RIGHT && !taken.iter().any(covers) {
                self.text(left, y + 3.5, "start", INK, FONT * 0.9, &name);
                taken.push(place);
            }
        }
    }
}

/// The two axes.
struct Plane {
    x: (f64, f64),
    y: (f64, f64),
}

impl Plane {
    fn at(&self, dot: &Dot) -> (f64, f64) {
        (self.x_at(dot.x), self.y_at(dot.y))
    }

    fn x_at(&self, value: f64) -> f64 {
        LEFT + (value - self.x.0) / (self.x.1 - self.x.0) * (RIGHT - LEFT)
    }

    fn y_at(&self, value: f64) -> f64 {
        LOW - (value - self.y.0) / (self.y.1 - self.y.0) * (LOW - HIGH)
    }
}

/// The shares met, with a margin around them.
fn span(values: impl Iterator<Item = f64>) -> (f64, f64) {
    let (least, most) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), v| (a.min(v), b.max(v)));
    let margin = ((most - least) * 0.08).max(0.02);
    (least - margin, most + margin)
}

/// Areas are in proportion to what they count.
fn radius(size: f64, most: f64) -> f64 {
    if most > 0.0 {
        (BUBBLE * (size / most).sqrt()).max(LEAST)
    } else {
        LEAST
    }
}
