//! A chart as data: the one description that the window draws, reports print and files carry, so that all say the same figures.

use super::document::{Cell, Column, ColumnKind, Footer, Printed, Row, RowKind, Table};
use crate::domain::units::Range;
use crate::i18n::{Lang, Message, decimal, ends, percent};

/// A chart, with the sentence that replaces it for who cannot see it.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// Stable name: file name of its image and of its data.
    pub id: &'static str,
    pub title: Message,
    pub alt: Message,
    pub unit: Message,
    pub digits: Digits,
    pub kind: ChartKind,
    pub footer: Footer,
    /// « démonstration – valeurs simulées » where the territory is invented; a report says it on every page instead.
    pub mark: Option<Message>,
}

/// How the figures of a chart are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Digits {
    /// With so many decimals.
    Number(u8),
    /// Shares, 0 to 1, in percent.
    Percent,
}

/// The shapes a chart takes.
#[derive(Debug, Clone, PartialEq)]
pub enum ChartKind {
    /// One horizontal bar a line, with its range as a whisker.
    Bars(Vec<Bar>, Role),
    /// Bars on both sides of zero: shortage left, surplus right.
    Diverging(Vec<Bar>),
    /// From a whole to its parts: each bar starts where the previous one ends.
    Waterfall(Vec<Step>),
    /// What each cause of doubt moves, both ways from zero, the widest first.
    Tornado(Vec<Swing>),
    /// Bubbles over two rates, cut in four by the means.
    Quadrant(Box<Quadrant>),
    /// Lines over the years, each with its range as a band.
    Trend(Vec<Curve>),
}

/// A bar and its label.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    pub label: String,
    pub value: Range<f64>,
}

/// One step of a waterfall.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    pub label: Message,
    pub from: f64,
    pub to: f64,
    /// What is printed: steps so written add up.
    pub amount: f64,
    pub role: Role,
}

/// What a bar means, hence its colour; the label says it in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Whole,
    /// People, posts that are filled.
    Met,
    /// Posts that stay unfilled.
    Unmet,
    /// Of which what no cause explains.
    Residual,
}

/// What the two ends of one assumption change.
#[derive(Debug, Clone, PartialEq)]
pub struct Swing {
    pub label: String,
    /// The assumption at its low and high ends, written.
    pub ends: [String; 2],
    /// The change at these ends.
    pub changes: [f64; 2],
}

/// One line over the years; all of a chart have the same years.
#[derive(Debug, Clone, PartialEq)]
pub struct Curve {
    pub label: Message,
    pub role: Role,
    /// By year, in order.
    pub points: Vec<(u16, Range<f64>)>,
}

/// Two axes, the means they are cut at, and the bubbles.
#[derive(Debug, Clone, PartialEq)]
pub struct Quadrant {
    pub x: Message,
    pub y: Message,
    /// What the size of a bubble counts.
    pub size: Message,
    pub means: (f64, f64),
    /// Names of the four parts: both at least the mean, only y, only x, neither.
    pub parts: [Message; 4],
    pub dots: Vec<Dot>,
}

/// One bubble.
#[derive(Debug, Clone, PartialEq)]
pub struct Dot {
    pub label: String,
    pub x: f64,
    pub y: f64,
    pub size: f64,
    /// Its place among the parts.
    pub part: usize,
}

/// A mark of a chart in words: what it stands for, and its figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub label: String,
    pub words: String,
}

impl Step {
    /// A step printed as the difference of its rounded ends, so that steps add up.
    pub fn between(label: Message, from: f64, to: f64, role: Role) -> Self {
        Self {
            label,
            from,
            to,
            amount: (to.round() - from.round()).abs(),
            role,
        }
    }
}

impl Digits {
    /// One figure.
    pub fn write(self, lang: Lang, value: f64) -> String {
        match self {
            Self::Number(decimals) => decimal(lang, value, usize::from(decimals)),
            Self::Percent => percent(lang, value),
        }
    }

    /// The central value, and its ends where they are written otherwise: « 120 (95–140) ».
    pub fn spread(self, lang: Lang, value: Range<f64>) -> String {
        let Range { low, central, high } = value.map(|v| self.write(lang, v));
        if low == high {
            central
        } else {
            format!("{central}\u{a0}({})", ends(lang, &low, &high))
        }
    }

    /// With its sign, plus included: what is changed.
    pub fn signed(self, lang: Lang, value: f64) -> String {
        let written = self.write(lang, value);
        let nothing = self.write(lang, 0.0) == written;
        if value > 0.0 && !nothing {
            format!("+{written}")
        } else {
            written
        }
    }
}

impl Chart {
    /// True without a mark: nothing to draw.
    pub fn is_empty(&self) -> bool {
        match &self.kind {
            ChartKind::Bars(bars, _) | ChartKind::Diverging(bars) => bars.is_empty(),
            ChartKind::Waterfall(steps) => steps.is_empty(),
            ChartKind::Tornado(swings) => swings.is_empty(),
            ChartKind::Quadrant(quadrant) => quadrant.dots.is_empty(),
            ChartKind::Trend(curves) => curves.iter().all(|curve| curve.points.is_empty()),
        }
    }

    /// The marks in words, in order: what is written beside them, spoken, and shown on hover.
    pub fn items(&self, lang: Lang) -> Vec<Item> {
        let digits = self.digits;
        let bar = |bar: &Bar| Item {
            label: bar.label.clone(),
            words: digits.spread(lang, bar.value),
        };
        let step = |step: &Step| Item {
            label: step.label.text(lang),
            words: digits.write(lang, step.amount),
        };
        let swing = |swing: &Swing| {
            let words = Message::new("report-swing")
                .with("low", swing.ends[0].as_str())
                .with("at-low", digits.signed(lang, swing.changes[0]))
                .with("high", swing.ends[1].as_str())
                .with("at-high", digits.signed(lang, swing.changes[1]));
            Item {
                label: swing.label.clone(),
                words: words.text(lang),
            }
        };
        match &self.kind {
            ChartKind::Bars(bars, _) | ChartKind::Diverging(bars) => bars.iter().map(bar).collect(),
            ChartKind::Waterfall(steps) => steps.iter().map(step).collect(),
            ChartKind::Tornado(swings) => swings.iter().map(swing).collect(),
            ChartKind::Quadrant(quadrant) => quadrant.items(digits, lang),
            ChartKind::Trend(curves) => year_items(curves, digits, lang),
        }
    }

    /// The figures as a table: a line a mark.
    pub fn table(&self) -> Table {
        let (columns, rows) = match &self.kind {
            ChartKind::Bars(bars, _) | ChartKind::Diverging(bars) => self.bar_table(bars),
            ChartKind::Waterfall(steps) => self.step_table(steps),
            ChartKind::Tornado(swings) => self.swing_table(swings),
            ChartKind::Quadrant(quadrant) => quadrant.table(),
            ChartKind::Trend(curves) => self.year_table(curves),
        };
        let body = |cells| Row {
            kind: RowKind::Body,
            cells,
        };
        Table {
            id: self.id,
            printed: Printed::Nowhere,
            title: self.title.clone(),
            columns,
            rows: rows.into_iter().map(body).collect(),
            footer: self.footer.clone(),
        }
    }

    /// A column of the chart's figures.
    fn column(&self, header: &'static str) -> Column {
        Column {
            header: Message::new(header),
            unit: Some(self.unit.clone()),
            kind: match self.digits {
                Digits::Number(decimals) => ColumnKind::Number(decimals),
                Digits::Percent => ColumnKind::Share(1),
            },
            weight: 1,
        }
    }

    fn bar_table(&self, bars: &[Bar]) -> (Vec<Column>, Vec<Vec<Cell>>) {
        let value = Column {
            kind: match self.digits {
                Digits::Number(decimals) => ColumnKind::Range(decimals),
                Digits::Percent => ColumnKind::ShareRange(1),
            },
            ..self.column("report-column-value")
        };
        let row = |bar: &Bar| vec![Cell::Text(bar.label.clone()), Cell::Amount(bar.value)];
        (vec![words("report-column-mark"), value], bars.iter().map(row).collect())
    }

    /// A line a year, a column a curve.
    fn year_table(&self, curves: &[Curve]) -> (Vec<Column>, Vec<Vec<Cell>>) {
        let of_curve = |curve: &Curve| Column {
            header: curve.label.clone(),
            kind: match self.digits {
                Digits::Number(decimals) => ColumnKind::Range(decimals),
                Digits::Percent => ColumnKind::ShareRange(1),
            },
            ..self.column("report-column-value")
        };
        let columns = std::iter::once(words("report-column-mark")).chain(curves.iter().map(of_curve));
        let row = |(at, year): (usize, u16)| {
            let amounts = curves.iter().filter_map(|curve| curve.points.get(at));
            let amounts = amounts.map(|(_, value)| Cell::Amount(*value));
            std::iter::once(Cell::Text(year.to_string())).chain(amounts).collect()
        };
        let years = years(curves).into_iter().enumerate();
        (columns.collect(), years.map(row).collect())
    }

    fn step_table(&self, steps: &[Step]) -> (Vec<Column>, Vec<Vec<Cell>>) {
        let row = |step: &Step| {
            let numbers = [step.amount, step.from, step.to].map(Cell::Number);
            std::iter::once(Cell::Message(step.label.clone()))
                .chain(numbers)
                .collect()
        };
        let columns = ["report-column-value", "report-column-from", "report-column-to"];
        let numbers = columns.map(|header| self.column(header));
        let columns = std::iter::once(words("report-column-mark")).chain(numbers);
        (columns.collect(), steps.iter().map(row).collect())
    }

    fn swing_table(&self, swings: &[Swing]) -> (Vec<Column>, Vec<Vec<Cell>>) {
        let row = |swing: &Swing| {
            let [low, high] = swing.ends.clone().map(Cell::Text);
            let [at_low, at_high] = swing.changes.map(Cell::Number);
            vec![Cell::Text(swing.label.clone()), low, at_low, high, at_high]
        };
        let columns = vec![
            words("report-column-mark"),
            words("report-column-low-end"),
            self.column("report-column-change-low"),
            words("report-column-high-end"),
            self.column("report-column-change-high"),
        ];
        (columns, swings.iter().map(row).collect())
    }
}

/// The years of curves that share them.
fn years(curves: &[Curve]) -> Vec<u16> {
    let first = curves.first().map(|curve| curve.points.iter().map(|(year, _)| *year));
    first.into_iter().flatten().collect()
}

/// « 2030 : Sans action 4 600 (4 100–5 200) · Avec 4 588 (4 090–5 186) ».
fn year_items(curves: &[Curve], digits: Digits, lang: Lang) -> Vec<Item> {
    let item = |(at, year): (usize, u16)| {
        let values = curves.iter().filter_map(|curve| {
            let (_, value) = curve.points.get(at)?;
            Some(format!("{} {}", curve.label.text(lang), digits.spread(lang, *value)))
        });
        Item {
            label: year.to_string(),
            words: values.collect::<Vec<_>>().join(" · "),
        }
    };
    years(curves).into_iter().enumerate().map(item).collect()
}

impl Quadrant {
    fn items(&self, digits: Digits, lang: Lang) -> Vec<Item> {
        let item = |dot: &Dot| {
            let words = Message::new("report-dot")
                .with("x-name", self.x.clone())
                .with("x", digits.write(lang, dot.x))
                .with("y-name", self.y.clone())
                .with("y", digits.write(lang, dot.y))
                .with("size-name", self.size.clone())
                .with("size", decimal(lang, dot.size, 0))
                .with("part", self.part(dot));
            Item {
                label: dot.label.clone(),
                words: words.text(lang),
            }
        };
        self.dots.iter().map(item).collect()
    }

    /// Name of the part a bubble is in.
    pub fn part(&self, dot: &Dot) -> Message {
        self.parts[dot.part.min(3)].clone()
    }

    fn table(&self) -> (Vec<Column>, Vec<Vec<Cell>>) {
        let row = |dot: &Dot| {
            vec![
                Cell::Text(dot.label.clone()),
                Cell::Share(dot.x),
                Cell::Share(dot.y),
                Cell::Number(dot.size),
                Cell::Message(self.part(dot)),
            ]
        };
        let share = |header: &Message| Column {
            header: header.clone(),
            unit: Some(Message::new("report-unit-percent")),
            kind: ColumnKind::Share(1),
            weight: 1,
        };
        let size = Column {
            header: self.size.clone(),
            kind: ColumnKind::Number(0),
            ..words("report-column-mark")
        };
        let columns = vec![
            words("report-column-mark"),
            share(&self.x),
            share(&self.y),
            size,
            words("report-column-position"),
        ];
        (columns, self.dots.iter().map(row).collect())
    }
}

fn words(header: &'static str) -> Column {
    Column {
        header: Message::new(header),
        unit: None,
        kind: ColumnKind::Text,
        weight: 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_has_its_sign_and_nothing_has_none() {
        let whole = Digits::Number(0);
        let written = [12.4, -3.0, 0.2, 0.0].map(|v| whole.signed(Lang::Fr, v));
        assert_eq!(written, ["+12", "\u{2212}3", "0", "0"]);
        assert_eq!(Digits::Percent.signed(Lang::Fr, 0.05), "+5,0\u{a0}%");
    }

    #[test]
    fn a_range_written_alike_at_both_ends_is_its_centre() {
        let spread = |low, high| Digits::Number(0).spread(Lang::Fr, Range::new(low, 12.0, high));
        assert_eq!(spread(11.8, 12.2), "12");
        assert_eq!(spread(9.0, 15.0), "12\u{a0}(9–15)");
    }
}
