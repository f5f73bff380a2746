//! Draws a chart as SVG, in the colours of print: alone for a page that carries its title and sources, or as a whole figure.

mod bars;
mod quadrant;
mod scale;
mod trend;
mod words;

use std::fmt::Write as _;

use super::super::chart::{Chart, ChartKind, Item, Role};
use super::super::names;
use crate::i18n::{Lang, Message};

pub use words::escaped;

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
/// Space around a whole figure.
const MARGIN: f64 = 20.0;
const TITLE: f64 = 14.0;

const INK: &str = "#1c2733";
const QUIET: &str = "#5a6775";
const GRID: &str = "#dde2e8";
const NEUTRAL: &str = "#51606f";
const SHORTAGE: &str = "#b35806";
const RESIDUAL: &str = "#7f3b08";
const SURPLUS: &str = "#2f6db3";
const PAPER: &str = "#ffffff";
const AMBER: &str = "#8a4b08";

/// The marks and axes of a chart as a standalone SVG, without its title and sources.
pub fn draw(lang: Lang, chart: &Chart) -> String {
    let (height, body) = drawn(lang, chart);
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" font-family="IBM Plex Sans">{body}</svg>"#
    )
}

/// The chart as a figure that stands alone: title and unit, the mark of what is simulated, marks and axes, source and field.
pub fn figure(lang: Lang, chart: &Chart) -> String {
    let (height, body) = drawn(lang, chart);
    let title = Message::new("report-title-with-unit")
        .with("title", chart.title.clone())
        .with("unit", chart.unit.clone())
        .text(lang);
    let alt = chart.alt.text(lang);
    let mut canvas = Canvas::new(lang, Vec::new());
    let mut y = MARGIN + TITLE;
    for line in words::wrapped(&title, letters(WIDTH, TITLE)) {
        canvas.text(0.0, y, "start", INK, TITLE, &line);
        y += TITLE * 1.3;
    }
    if let Some(mark) = &chart.mark {
        canvas.text(0.0, y, "start", AMBER, FONT, &mark.text(lang));
        y += LEADING * 1.3;
    }
    let start = y;
    y += height + LEADING * 1.5;
    for (word, line) in under(chart, lang) {
        for line in words::wrapped(&format!("{word} {line}"), letters(WIDTH, FONT * 0.9)) {
            canvas.text(0.0, y, "start", QUIET, FONT * 0.9, &line);
            y += LEADING;
        }
    }
    let (whole, tall) = (WIDTH + 2.0 * MARGIN, y + MARGIN - LEADING / 2.0);
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {tall:.1}" width="{whole}" height="{tall:.1}" font-family="IBM Plex Sans" role="img" xml:lang="{}"><title>{}</title><desc>{}</desc><rect width="{whole}" height="{tall:.1}" fill="{PAPER}"/><g transform="translate({MARGIN} 0)">{}<g transform="translate(0 {start:.1})">{body}</g></g></svg>"#,
        lang.as_str(),
        escaped(&title),
        escaped(&alt),
        canvas.body,
    )
}

/// Height of the drawing, and its marks and axes.
fn drawn(lang: Lang, chart: &Chart) -> (f64, String) {
    let canvas = Canvas::new(lang, chart.items(lang));
    match &chart.kind {
        ChartKind::Bars(bars, role) => canvas.bars(chart.digits, bars, *role),
        ChartKind::Diverging(bars) => canvas.diverging(chart.digits, bars),
        ChartKind::Waterfall(steps) => canvas.waterfall(chart.digits, steps),
        ChartKind::Tornado(swings) => canvas.tornado(chart.digits, swings),
        ChartKind::Quadrant(quadrant) => canvas.quadrant(chart.digits, quadrant),
        ChartKind::Trend(curves) => canvas.trend(chart.digits, curves),
    }
}

/// Source, field, reading and remark, each with the word before it.
fn under(chart: &Chart, lang: Lang) -> Vec<(String, String)> {
    let footer = &chart.footer;
    let word = |key| crate::i18n::text(lang, key);
    let mut lines = vec![
        (word("report-word-source"), footer.source.text(lang)),
        (word("report-word-field"), footer.field.text(lang)),
    ];
    lines.extend(
        footer
            .reading
            .iter()
            .map(|m| (word("report-word-reading"), m.text(lang))),
    );
    lines.extend(footer.remark.iter().map(|m| (String::new(), m.text(lang))));
    lines
}

/// What is drawn so far, and the words of its marks.
struct Canvas {
    lang: Lang,
    items: Vec<Item>,
    body: String,
}

impl Canvas {
    fn new(lang: Lang, items: Vec<Item>) -> Self {
        Self {
            lang,
            items,
            body: String::new(),
        }
    }

    /// Opens the group of a mark, which says its words to who cannot see it.
    fn open(&mut self, number: usize) {
        let Some(item) = self.items.get(number) else { return };
        let words = escaped(&format!("{}\u{a0}: {}", item.label, item.words));
        let _ = write!(self.body, "<g><title>{words}</title>");
    }

    fn close(&mut self, number: usize) {
        if number < self.items.len() {
            self.body.push_str("</g>");
        }
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
}

fn colour(role: Role) -> &'static str {
    match role {
        Role::Whole => NEUTRAL,
        Role::Met => SURPLUS,
        Role::Unmet => SHORTAGE,
        Role::Residual => RESIDUAL,
    }
}

/// Letters that fit a width.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a small positive count"
)]
fn letters(width: f64, size: f64) -> usize {
    (width / (size * ADVANCE)).max(1.0) as usize
}

fn row_middle(row: usize) -> f64 {
    TOP + ROW * (names::count(row) + 0.5)
}
