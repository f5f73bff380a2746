//! Charts of one horizontal bar a line: with ranges, on both sides of zero, hanging from one another, swinging both ways.

use std::fmt::Write as _;

use super::super::super::chart::{Bar, Digits, Role, Step, Swing};
use super::super::super::names;
use super::scale::Scale;
use super::words::in_two_lines;
use super::{
    BAR, Canvas, FONT, GRID, INK, LABEL_WIDTH, LEADING, PAPER, QUIET, ROW, SHORTAGE, SURPLUS, TOP, colour, row_middle,
};
use crate::domain::units::Range;
use crate::i18n::text;

impl Canvas {
    pub(super) fn bars(mut self, digits: Digits, bars: &[Bar], role: Role) -> (f64, String) {
        let scale = Scale::new(bars.iter().map(|bar| bar.value.high), self.longest());
        self.grid(digits, &scale);
        for (i, bar) in bars.iter().enumerate() {
            self.open(i);
            let y = self.label(i);
            self.bar(scale.x(0.0), scale.x(bar.value.central), y, colour(role));
            self.whisker(&scale, bar.value, y);
            self.value(i, scale.x(bar.value.high.max(bar.value.central)));
            self.close(i);
        }
        self.finish()
    }

    pub(super) fn diverging(mut self, digits: Digits, bars: &[Bar]) -> (f64, String) {
        let ends = bars.iter().flat_map(|bar| [bar.value.low, bar.value.high]);
        let scale = Scale::new(ends, self.longest());
        self.grid(digits, &scale);
        for (i, bar) in bars.iter().enumerate() {
            let colour = if bar.value.central < 0.0 { SHORTAGE } else { SURPLUS };
            self.open(i);
            let y = self.label(i);
            self.bar(scale.x(0.0), scale.x(bar.value.central), y, colour);
            self.whisker(&scale, bar.value, y);
            self.value(i, scale.x(bar.value.high.max(0.0)));
            self.close(i);
        }
        self.zero(&scale);
        self.finish()
    }

    pub(super) fn waterfall(mut self, digits: Digits, steps: &[Step]) -> (f64, String) {
        let ends = steps.iter().flat_map(|step| [step.from, step.to]);
        let scale = Scale::new(ends, self.longest());
        self.grid(digits, &scale);
        for (i, step) in steps.iter().enumerate() {
            self.open(i);
            let y = self.label(i);
            self.bar(scale.x(step.from), scale.x(step.to), y, colour(step.role));
            if i + 1 < steps.len() {
                let x = scale.x(step.to);
                self.line((x, y + BAR / 2.0), (x, y + ROW - BAR / 2.0), QUIET, 0.8);
            }
            self.value(i, scale.x(step.from.max(step.to)));
            self.close(i);
        }
        self.finish()
    }

    /// Each end from zero: the low one outlined, the high one plain; the figures of both at the end of the line.
    pub(super) fn tornado(mut self, digits: Digits, swings: &[Swing]) -> (f64, String) {
        let scale = Scale::new(swings.iter().flat_map(|swing| swing.changes), 16);
        self.grid(digits, &scale);
        for (i, swing) in swings.iter().enumerate() {
            self.open(i);
            let y = self.label(i);
            let zero = scale.x(0.0);
            let [low, high] = swing.changes.map(|change| scale.x(change));
            self.bar(zero, high, y, SURPLUS);
            self.outline(zero, low, y, SURPLUS);
            let [low, high] = swing.changes.map(|change| digits.signed(self.lang, change));
            let most = scale.x(swing.changes[0].max(swing.changes[1]).max(0.0));
            self.text(most + 7.0, y + 4.0, "start", INK, FONT, &format!("{low} / {high}"));
            self.close(i);
        }
        self.zero(&scale);
        let y = self.bottom() + 12.0;
        let (left, right) = (LABEL_WIDTH, LABEL_WIDTH + 170.0);
        self.outline(left, left + 22.0, y, SURPLUS);
        self.bar(right, right + 22.0, y, SURPLUS);
        for (x, key) in [(left, "report-tornado-low"), (right, "report-tornado-high")] {
            let words = text(self.lang, key);
            self.text(x + 28.0, y + 4.0, "start", QUIET, FONT, &words);
        }
        let (height, body) = self.finish();
        (height + 20.0, body)
    }

    /// Letters of the longest figure behind a bar.
    fn longest(&self) -> usize {
        let lengths = self.items.iter().map(|item| item.words.chars().count());
        lengths.max().unwrap_or(0)
    }

    fn grid(&mut self, digits: Digits, scale: &Scale) {
        let bottom = self.bottom();
        for tick in scale.ticks() {
            let x = scale.x(tick);
            self.line((x, TOP), (x, bottom), GRID, 1.0);
            let text = match digits {
                Digits::Percent => digits.write(self.lang, tick),
                Digits::Number(_) => Digits::Number(u8::from(tick.fract() != 0.0)).write(self.lang, tick),
            };
            self.text(x, TOP - 7.0, "middle", QUIET, FONT, &text);
        }
    }

    fn zero(&mut self, scale: &Scale) {
        let zero = scale.x(0.0);
        self.line((zero, TOP), (zero, self.bottom()), QUIET, 1.0);
    }

    fn bar(&mut self, from: f64, to: f64, y: f64, fill: &str) {
        let (left, width) = (from.min(to), (to - from).abs().max(0.75));
        let top = y - BAR / 2.0;
        let _ = write!(
            self.body,
            r#"<rect x="{left:.1}" y="{top:.1}" width="{width:.1}" height="{BAR}" fill="{fill}"/>"#
        );
    }

    /// A bar told from the others without colour.
    fn outline(&mut self, from: f64, to: f64, y: f64, edge: &str) {
        let (left, width) = (from.min(to) + 0.75, ((to - from).abs() - 1.5).max(0.75));
        let (top, height) = (y - BAR / 2.0 + 0.75, BAR - 1.5);
        let _ = write!(
            self.body,
            r#"<rect x="{left:.1}" y="{top:.1}" width="{width:.1}" height="{height}" fill="{PAPER}" stroke="{edge}" stroke-width="1.5"/>"#
        );
    }

    fn whisker(&mut self, scale: &Scale, value: Range<f64>, y: f64) {
        if value.is_exact() {
            return;
        }
        let (low, high) = (scale.x(value.low), scale.x(value.high));
        self.line((low, y), (high, y), INK, 1.0);
        for x in [low, high] {
            self.line((x, y - 3.5), (x, y + 3.5), INK, 1.0);
        }
    }

    /// The label of a line; returns the middle of the line.
    fn label(&mut self, row: usize) -> f64 {
        let y = row_middle(row);
        let lines = self
            .items
            .get(row)
            .map(|item| in_two_lines(&item.label))
            .unwrap_or_default();
        let first = y + 4.0 - LEADING / 2.0 * (names::count(lines.len()) - 1.0);
        for (i, line) in lines.iter().enumerate() {
            let y = first + LEADING * names::count(i);
            self.text(LABEL_WIDTH - 8.0, y, "end", INK, FONT, line);
        }
        y
    }

    fn value(&mut self, row: usize, x: f64) {
        let words = self.items.get(row).map(|item| item.words.clone()).unwrap_or_default();
        self.text(x + 7.0, row_middle(row) + 4.0, "start", INK, FONT, &words);
    }

    fn bottom(&self) -> f64 {
        TOP + ROW * names::count(self.items.len())
    }

    fn finish(self) -> (f64, String) {
        (self.bottom() + 4.0, self.body)
    }
}
