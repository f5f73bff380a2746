//! Lines over the years, each with its range as a band; told apart without colour by dashes and by their names.

use std::fmt::Write as _;

use super::super::super::chart::{Curve, Digits};
use super::super::super::names;
use super::scale::ticks;
use super::{Canvas, FONT, GRID, INK, QUIET, WIDTH, colour};

const LEFT: f64 = 56.0;
const RIGHT: f64 = WIDTH - 16.0;
const HIGH: f64 = 34.0;
const LOW: f64 = 300.0;
/// Room of a name in the legend.
const NAME: f64 = 200.0;

impl Canvas {
    pub(super) fn trend(mut self, digits: Digits, curves: &[Curve]) -> (f64, String) {
        let values = curves.iter().flat_map(|curve| &curve.points);
        let ends = values.flat_map(|(_, value)| [value.low, value.high]);
        let (least, most) = ends
            .filter(|v| v.is_finite())
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), v| (a.min(v), b.max(v)));
        let (least, most) = if most > least {
            (least, most)
        } else {
            (least.min(0.0), most.max(1.0))
        };
        let years: Vec<u16> = curves.iter().flat_map(|c| &c.points).map(|(year, _)| *year).collect();
        let first = years.iter().min().copied().unwrap_or_default();
        let steps = f64::from(years.iter().max().map_or(1, |last| (last - first).max(1)));
        let x = |year: u16| LEFT + f64::from(year - first) / steps * (RIGHT - LEFT);
        let y = |value: f64| LOW - (value - least) / (most - least) * (LOW - HIGH);
        for tick in ticks(least, most) {
            self.line((LEFT, y(tick)), (RIGHT, y(tick)), GRID, 1.0);
            let words = digits.write(self.lang, tick);
            self.text(LEFT - 6.0, y(tick) + 3.5, "end", QUIET, FONT, &words);
        }
        // The first, that the others are compared with, stays on top.
        for (number, curve) in curves.iter().enumerate().rev() {
            self.curve(number, curve, &x, &y);
        }
        let shared: Vec<u16> = curves
            .first()
            .map(|c| c.points.iter().map(|(y, _)| *y).collect())
            .unwrap_or_default();
        for (number, year) in shared.into_iter().enumerate() {
            self.open(number);
            self.text(x(year), LOW + 16.0, "middle", QUIET, FONT, &year.to_string());
            self.close(number);
        }
        (LOW + 24.0, self.body)
    }

    /// The band, the line over it, and its name in the legend.
    fn curve(&mut self, number: usize, curve: &Curve, x: &impl Fn(u16) -> f64, y: &impl Fn(f64) -> f64) {
        let ink = colour(curve.role);
        let path = |points: &mut dyn Iterator<Item = (u16, f64)>| -> String {
            points.fold(String::new(), |mut path, (year, value)| {
                let _ = write!(path, "{:.1},{:.1} ", x(year), y(value));
                path
            })
        };
        let highs = path(&mut curve.points.iter().map(|(year, v)| (*year, v.high)));
        let lows = path(&mut curve.points.iter().rev().map(|(year, v)| (*year, v.low)));
        let centres = path(&mut curve.points.iter().map(|(year, v)| (*year, v.central)));
        // The first line, that others are compared with, is dashed.
        let dash = if number == 0 { r#" stroke-dasharray="6 4""# } else { "" };
        let _ = write!(
            self.body,
            r#"<polygon points="{}" fill="{ink}" fill-opacity="0.16"/><polyline points="{}" fill="none" stroke="{ink}" stroke-width="2"{dash}/>"#,
            format_args!("{highs}{lows}"),
            centres.trim_end(),
        );
        let left = LEFT + NAME * names::count(number);
        let _ = write!(
            self.body,
            r#"<line x1="{left:.1}" y1="12" x2="{:.1}" y2="12" stroke="{ink}" stroke-width="2"{dash}/>"#,
            left + 26.0
        );
        let words = curve.label.text(self.lang);
        self.text(left + 32.0, 15.5, "start", INK, FONT, &words);
    }
}
