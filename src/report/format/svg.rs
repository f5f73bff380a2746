//! Draws the charts of a report as SVG: bars with ranges, diverging bars, a waterfall.

use std::fmt::Write as _;

use super::super::document::{Bar, Chart, ChartKind, Role, Step};
use super::super::names;
use crate::i18n::{Lang, decimal};

const WIDTH: f64 = 680.0;
const LABEL_WIDTH: f64 = 280.0;
const ROW: f64 = 27.0;
/// Between the two lines of a long label.
const LEADING: f64 = 12.0;
const BAR: f64 = 14.0;
const TOP: f64 = 22.0;
const FONT: f64 = 10.0;
/// Mean advance of the text font, in em: decides where a label is cut.
const ADVANCE: f64 = 0.52;

const INK: &str = "#1c2733";
const QUIET: &str = "#5a6775";
const GRID: &str = "#dde2e8";
const NEUTRAL: &str = "#51606f";
const SHORTAGE: &str = "#b35806";
const SURPLUS: &str = "#2f6db3";

/// The chart as a standalone SVG.
pub fn draw(lang: Lang, chart: &Chart) -> String {
    match &chart.kind {
        ChartKind::Bars(bars, role) => Canvas::new(lang, bars.len()).bars(bars, *role),
        ChartKind::Diverging(bars) => Canvas::new(lang, bars.len()).diverging(bars),
        ChartKind::Waterfall(steps) => Canvas::new(lang, steps.len()).waterfall(steps),
    }
}

/// Values on a horizontal axis.
struct Scale {
    least: f64,
    most: f64,
    /// Where the axis ends, so that the longest value fits behind it.
    right: f64,
}

impl Scale {
    fn new(values: impl Iterator<Item = f64>, written: &[String]) -> Self {
        let longest = written.iter().map(|text| text.chars().count()).max().unwrap_or(0);
        let (least, most) = values
            .filter(|v| v.is_finite())
            .fold((0.0, 0.0), |(a, b): (f64, f64), v| (a.min(v), b.max(v)));
        Self {
            least,
            most: if most > least { most } else { least + 1.0 },
            right: WIDTH - 12.0 - names::count(longest) * FONT * ADVANCE,
        }
    }

    fn x(&self, value: f64) -> f64 {
        let width = self.right - LABEL_WIDTH;
        LABEL_WIDTH + (value.clamp(self.least, self.most) - self.least) / (self.most - self.least) * width
    }

    /// Round numbers a grid line is drawn at: 1, 2 or 5 times a power of ten, four to eight of them.
    fn ticks(&self) -> Vec<f64> {
        let rough = (self.most - self.least) / 5.0;
        let power = 10f64.powf(rough.log10().floor());
        let step = [1.0, 2.0, 5.0, 10.0]
            .into_iter()
            .map(|m| m * power)
            .find(|s| *s >= rough)
            .unwrap_or(rough);
        let first = (self.least / step).ceil();
        (0..9u8)
            .map(|i| (first + f64::from(i)) * step)
            .take_while(|t| *t <= self.most)
            .collect()
    }
}

struct Canvas {
    lang: Lang,
    rows: usize,
    body: String,
}

impl Canvas {
    fn new(lang: Lang, rows: usize) -> Self {
        Self {
            lang,
            rows,
            body: String::new(),
        }
    }

    fn bars(mut self, bars: &[Bar], role: Role) -> String {
        let written: Vec<String> = bars.iter().map(|bar| self.written(bar)).collect();
        let scale = Scale::new(bars.iter().map(|bar| bar.value.high), &written);
        self.grid(&scale);
        for (i, (bar, written)) in bars.iter().zip(&written).enumerate() {
            let y = row_middle(i);
            self.label(&bar.label, y);
            self.bar(scale.x(0.0), scale.x(bar.value.central), y, colour(role));
            self.whisker(&scale, bar, y);
            self.value(scale.x(bar.value.high.max(bar.value.central)), y, written);
        }
        self.finish()
    }

    fn diverging(mut self, bars: &[Bar]) -> String {
        let written: Vec<String> = bars.iter().map(|bar| self.written(bar)).collect();
        let scale = Scale::new(bars.iter().flat_map(|bar| [bar.value.low, bar.value.high]), &written);
        self.grid(&scale);
        for (i, (bar, written)) in bars.iter().zip(&written).enumerate() {
            let y = row_middle(i);
            let colour = if bar.value.central < 0.0 { SHORTAGE } else { SURPLUS };
            self.label(&bar.label, y);
            self.bar(scale.x(0.0), scale.x(bar.value.central), y, colour);
            self.whisker(&scale, bar, y);
            self.value(scale.x(bar.value.high.max(0.0)), y, written);
        }
        let zero = scale.x(0.0);
        self.line((zero, TOP), (zero, self.bottom()), QUIET, 1.0);
        self.finish()
    }

    fn waterfall(mut self, steps: &[Step]) -> String {
        // Differences of rounded ends: what is printed adds up.
        let amount = |step: &Step| decimal(self.lang, (step.to.round() - step.from.round()).abs(), 0);
        let written: Vec<String> = steps.iter().map(amount).collect();
        let scale = Scale::new(steps.iter().flat_map(|step| [step.from, step.to]), &written);
        self.grid(&scale);
        for (i, (step, written)) in steps.iter().zip(&written).enumerate() {
            let y = row_middle(i);
            self.label(&step.label.text(self.lang), y);
            self.bar(scale.x(step.from), scale.x(step.to), y, colour(step.role));
            if i + 1 < steps.len() {
                let x = scale.x(step.to);
                self.line((x, y + BAR / 2.0), (x, y + ROW - BAR / 2.0), QUIET, 0.8);
            }
            self.value(scale.x(step.from.max(step.to)), y, written);
        }
        self.finish()
    }

    fn written(&self, bar: &Bar) -> String {
        let number = |value| decimal(self.lang, value, 0);
        let [low, central, high] = [bar.value.low, bar.value.central, bar.value.high].map(number);
        if bar.value.is_exact() {
            central
        } else {
            format!("{central} ({low}–{high})")
        }
    }

    fn grid(&mut self, scale: &Scale) {
        let bottom = self.bottom();
        for tick in scale.ticks() {
            let x = scale.x(tick);
            self.line((x, TOP), (x, bottom), GRID, 1.0);
            let text = decimal(self.lang, tick, if tick.fract() == 0.0 { 0 } else { 1 });
            self.text(x, TOP - 7.0, "middle", QUIET, 10.0, &text);
        }
    }

    fn bar(&mut self, from: f64, to: f64, y: f64, colour: &str) {
        let (left, width) = (from.min(to), (to - from).abs().max(0.75));
        let top = y - BAR / 2.0;
        let _ = write!(
            self.body,
            r#"<rect x="{left:.1}" y="{top:.1}" width="{width:.1}" height="{BAR}" fill="{colour}"/>"#
        );
    }

    fn whisker(&mut self, scale: &Scale, bar: &Bar, y: f64) {
        if bar.value.is_exact() {
            return;
        }
        let (low, high) = (scale.x(bar.value.low), scale.x(bar.value.high));
        self.line((low, y), (high, y), INK, 1.0);
        for x in [low, high] {
            self.line((x, y - 3.5), (x, y + 3.5), INK, 1.0);
        }
    }

    fn label(&mut self, label: &str, y: f64) {
        let lines = in_two_lines(label);
        let first = y + 4.0 - LEADING / 2.0 * (names::count(lines.len()) - 1.0);
        for (i, line) in lines.iter().enumerate() {
            let y = first + LEADING * names::count(i);
            self.text(LABEL_WIDTH - 8.0, y, "end", INK, FONT, line);
        }
    }

    fn value(&mut self, x: f64, y: f64, text: &str) {
        self.text(x + 7.0, y + 4.0, "start", INK, FONT, text);
    }

    fn line(&mut self, from: (f64, f64), to: (f64, f64), colour: &str, width: f64) {
        let _ = write!(
            self.body,
            r#"<line x1="{:.1}" y1="{:.1}" x2="{:.1}" y2="{:.1}" stroke="{colour}" stroke-width="{width}"/>"#,
            from.0, from.1, to.0, to.1
        );
    }

    fn text(&mut self, x: f64, y: f64, anchor: &str, colour: &str, size: f64, text: &str) {
        let text = escaped(text);
        let _ = write!(
            self.body,
            r#"<text x="{x:.1}" y="{y:.1}" text-anchor="{anchor}" fill="{colour}" font-size="{size}">{text}</text>"#
        );
    }

    fn bottom(&self) -> f64 {
        TOP + ROW * names::count(self.rows)
    }

    fn finish(self) -> String {
        let height = self.bottom() + 4.0;
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" font-family="IBM Plex Sans">{}</svg>"#,
            self.body
        )
    }
}

fn colour(role: Role) -> &'static str {
    match role {
        Role::Whole => NEUTRAL,
        Role::Met => SURPLUS,
        Role::Unmet => SHORTAGE,
    }
}

fn row_middle(row: usize) -> f64 {
    TOP + ROW * (names::count(row) + 0.5)
}

/// Letters of one line of a label.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a small positive constant"
)]
const LINE: usize = ((LABEL_WIDTH - 10.0) / (FONT * ADVANCE)) as usize;

/// A label on one line, or on two broken at a space; the second line of a very long name keeps both its ends.
fn in_two_lines(label: &str) -> Vec<String> {
    if label.chars().count() <= LINE {
        return vec![label.to_owned()];
    }
    let fits = |(at, _): &(usize, &str)| label[..*at].chars().count() <= LINE;
    match label.match_indices(' ').take_while(fits).last() {
        Some((at, _)) => vec![label[..at].to_owned(), cut_in_the_middle(&label[at + 1..], LINE)],
        None => vec![cut_in_the_middle(label, LINE)],
    }
}

fn cut_in_the_middle(text: &str, most: usize) -> String {
    let letters: Vec<char> = text.chars().collect();
    if letters.len() <= most || most < 3 {
        return text.to_owned();
    }
    let tail = (most - 1) / 3;
    let head = most - 1 - tail;
    let start: String = letters[..head].iter().collect();
    let end: String = letters[letters.len() - tail..].iter().collect();
    format!("{}…{}", start.trim_end(), end.trim_start())
}

/// Text as SVG text: names never become markup.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_keep_both_ends() {
        assert_eq!(cut_in_the_middle("Chaudronniers", 20), "Chaudronniers");
        let cut = cut_in_the_middle("Ouvriers qualifiés travaillant par enlèvement de métal", 30);
        assert!((28..=30).contains(&cut.chars().count()), "{cut}");
        assert!(cut.starts_with("Ouvriers qualifiés") && cut.ends_with("métal"), "{cut}");
        let name = "Techniciens et agents de maîtrise en maintenance électrique, électronique et automatismes";
        assert_eq!(
            in_two_lines(name).join(" "),
            name,
            "two lines are enough for the names of the nomenclature"
        );
        assert!(
            in_two_lines(&"x".repeat(500))
                .iter()
                .all(|line| line.chars().count() <= LINE)
        );
    }

    #[test]
    fn ticks_are_round_numbers_inside_the_axis() {
        assert_eq!(
            Scale::new([0.0, 47.0].into_iter(), &[]).ticks(),
            [0.0, 10.0, 20.0, 30.0, 40.0]
        );
        assert_eq!(
            Scale::new([-120.0, 30.0].into_iter(), &[]).ticks(),
            [-100.0, -50.0, 0.0]
        );
        assert_eq!(Scale::new(std::iter::empty(), &[]).ticks().first(), Some(&0.0));
    }

    #[test]
    fn names_never_become_markup() {
        assert_eq!(
            escaped("</text><script>&\"\u{7}"),
            "&lt;/text&gt;&lt;script&gt;&amp;&quot; "
        );
    }
}
