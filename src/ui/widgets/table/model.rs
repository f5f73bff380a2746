//! What a table shows: columns, rows and cells, before any drawing.

use crate::domain::units::{Estimate, Milli, Range};
use crate::i18n::{self, Lang, Message};
use crate::ui::theme::size;

/// A table ready to be drawn. `K` names a row for the life of the screen.
#[derive(Debug, Clone)]
pub struct Table<K> {
    /// Unique on its screen: keeps widths and focus.
    pub id: &'static str,
    /// Spoken name of the table.
    pub title: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Row<K>>,
    /// One cell a column, pinned under the header.
    pub totals: Option<Vec<Cell>>,
}

/// One column.
#[derive(Debug, Clone)]
pub struct Column {
    pub title: String,
    /// What the figures mean and their unit, shown on hover.
    pub help: String,
    pub kind: Kind,
    pub width: f32,
    /// Width it may shrink to before a column is left beyond the end of the room.
    pub least: f32,
    /// Width it may grow to before the first column takes what is left.
    pub most: f32,
    /// Part of the width kept for the two ends of ranges: the centres line up before it.
    pub ends: f32,
    pub offer: Offer,
}

/// How a column is aligned and sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Text,
    Number,
}

/// Whether a column is shown before the user chooses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offer {
    /// Never hidden: the name of the row.
    Always,
    Shown,
    /// Shown while it fits the window beside the columns always shown and those before it.
    WhereItFits,
    OnDemand,
}

/// One row.
#[derive(Debug, Clone)]
pub struct Row<K> {
    pub key: K,
    pub cells: Vec<Cell>,
}

/// One cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Cell {
    #[default]
    Empty,
    Text(String),
    /// A text that calls for attention.
    Warning(String),
    /// A number and its decimals.
    Number(f64, usize),
    /// A headcount with its range.
    People(Estimate),
    /// Posts to the thousandth, shown in whole posts rounded so that the line adds up.
    Posts(Milli, i64),
    /// Words, and the posts they stand for.
    Cause(Box<str>, i64),
    /// A figure being computed; rows keep the place that another figure gives them meanwhile.
    Awaited(Option<f64>),
    /// A quantity with its range and its decimals: one seat is a fraction of a post.
    Fine(Estimate, u8),
    /// Euros with their range; the high end may have no bound.
    Euros(Range<f64>),
    /// 0 to 1, shown as a percentage.
    Share(f64),
    /// 0 to 1 with its range, shown as percentages.
    ShareRange(Range<f64>),
    /// 0 to 1: cells hidden by statistical secrecy, hatched.
    Secret(f64),
    /// A box that a click or the space bar ticks, where the table takes ticks.
    Tick(bool),
}

/// Stands for a figure being computed.
pub const AWAITED: &str = "…";

impl Column {
    /// A column of words.
    pub fn text(title: impl Into<String>, width: f32) -> Self {
        Self {
            title: title.into(),
            help: String::new(),
            kind: Kind::Text,
            width,
            least: (width * size::COLUMN_GIVES).max(size::COLUMN_LEAST).min(width),
            most: width,
            ends: size::COLUMN_RANGE_ENDS,
            offer: Offer::Shown,
        }
    }

    /// A column of figures, right-aligned.
    pub fn number(title: impl Into<String>, width: f32) -> Self {
        Self {
            kind: Kind::Number,
            ..Self::text(title, width).firm()
        }
    }

    /// The same column with an explanation on hover.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }

    /// The same column, wider where there is room.
    #[must_use]
    pub fn up_to(mut self, most: f32) -> Self {
        self.most = most;
        self
    }

    /// The same column, never narrower.
    #[must_use]
    pub fn firm(mut self) -> Self {
        self.least = self.width;
        self
    }

    /// The same column offered another way.
    #[must_use]
    pub fn offered(mut self, offer: Offer) -> Self {
        self.offer = offer;
        self
    }
}

impl Cell {
    /// The words of the cell, as shown and spoken.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Warning(text) => text.clone(),
            Self::Number(value, decimals) => i18n::decimal(lang, *value, *decimals),
            Self::People(_) | Self::Fine(..) | Self::Euros(_) | Self::ShareRange(_) => {
                self.ranged(lang).unwrap_or_default().words()
            }
            Self::Posts(_, whole) => i18n::integer(lang, *whole),
            Self::Cause(words, posts) => format!("{words}\u{a0}· {}", i18n::integer(lang, *posts)),
            Self::Awaited(_) => AWAITED.to_owned(),
            Self::Share(share) | Self::Secret(share) => i18n::percent(lang, *share),
            Self::Tick(ticked) => i18n::text(lang, if *ticked { "ui-ticked" } else { "ui-not-ticked" }),
        }
    }

    /// The figure a spreadsheet should get: no group separator, the decimal sign of the language; a range gives its centre.
    pub fn plain(&self, lang: Lang) -> String {
        match self.value() {
            _ if matches!(self, Self::Awaited(_)) => String::new(),
            None => self.words(lang),
            Some(value) if value.is_finite() => {
                let text = value.to_string();
                match lang {
                    Lang::Fr => text.replace('.', ","),
                    Lang::En => text,
                }
            }
            Some(_) => String::new(),
        }
    }

    /// What numbers sort by.
    pub fn value(&self) -> Option<f64> {
        match self {
            Self::Empty | Self::Text(_) | Self::Warning(_) | Self::Cause(..) | Self::Tick(_) => None,
            Self::Number(value, _) | Self::Share(value) | Self::Secret(value) => Some(*value),
            Self::People(estimate) | Self::Fine(estimate, _) => Some(estimate.central.people()),
            Self::Euros(range) | Self::ShareRange(range) => Some(range.central),
            Self::Posts(exact, _) => Some(exact.people()),
            Self::Awaited(meanwhile) => *meanwhile,
        }
    }
}

/// A figure with a range, written.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Ranged {
    pub centre: String,
    /// « 95–140 »; nothing where both ends are written alike.
    pub ends: String,
}

impl Ranged {
    fn of(values: Range<f64>, decimals: usize, lang: Lang) -> Self {
        let Range { low, central, high } = values.map(|value| i18n::decimal(lang, value, decimals));
        let ends = if low == high {
            String::new()
        } else if values.high.is_finite() {
            i18n::ends(lang, &low, &high)
        } else {
            Message::new("ui-open-range").with("low", low).text(lang)
        };
        Self { centre: central, ends }
    }

    /// « 120 (95–140) ».
    pub fn words(&self) -> String {
        if self.ends.is_empty() {
            self.centre.clone()
        } else {
            format!("{}\u{a0}({})", self.centre, self.ends)
        }
    }
}

impl Cell {
    /// The figure and its ends, where the cell is one with a range.
    pub fn ranged(&self, lang: Lang) -> Option<Ranged> {
        match self {
            Self::People(estimate) => Some(Ranged::of(estimate.map(Milli::people), 0, lang)),
            Self::Fine(estimate, decimals) => {
                let people = estimate.map(Milli::people);
                Some(Ranged::of(people, usize::from(*decimals), lang))
            }
            Self::Euros(euros) => Some(Ranged::of(*euros, 0, lang)),
            Self::ShareRange(shares) => {
                let ranged = Ranged::of(shares.map(|share| share * 100.0), 0, lang);
                Some(Ranged {
                    centre: i18n::percent(lang, shares.central),
                    ..ranged
                })
            }
            _ => None,
        }
    }
}

impl<K> Table<K> {
    /// The same table with columns of ranges as wide as their figures and their title: a number is never cut, and names have the rest.
    #[must_use]
    pub fn fitted(mut self, lang: Lang) -> Self {
        let lines = self.rows.iter().map(|row| &row.cells).chain(&self.totals);
        // Ends of each column, least and most, and their decimals: the longest numbers are among them.
        let mut ends: Vec<Option<([Estimate; 2], usize)>> = vec![None; self.columns.len()];
        for cells in lines {
            for (cell, ends) in cells.iter().zip(&mut ends) {
                let (e, decimals) = match cell {
                    Cell::People(e) => (*e, 0),
                    Cell::Fine(e, decimals) => (*e, usize::from(*decimals)),
                    Cell::Euros(e) if e.high.is_finite() => (e.map(Milli::from_people), 0),
                    _ => continue,
                };
                let ([least, most], finest) = ends.get_or_insert(([e; 2], decimals));
                *least = each_end(*least, e, Milli::min);
                *most = each_end(*most, e, Milli::max);
                *finest = (*finest).max(decimals);
            }
        }
        for (column, found) in self.columns.iter_mut().zip(ends) {
            let Some((found, decimals)) = found else { continue };
            let [least, most] = found.map(|e| e.map(|v| i18n::decimal(lang, v.people(), decimals)));
            // The gap before the ends is part of their room.
            let width_of = |low| length(&i18n::ends(lang, low, &most.high), size::CHARACTER_CAPTION) + size::GAP_S;
            column.ends = width_of(&least.low).max(width_of(&most.low));
            let centres = [&least.central, &most.central].map(|centre| length(centre, size::CHARACTER_BODY));
            let figures = centres[0].max(centres[1]) + size::GAP_XS + column.ends;
            let words = column
                .title
                .split_whitespace()
                .map(|word| length(word, size::CHARACTER_BODY));
            let title = words.fold(0.0, f32::max) + size::GAP_L;
            column.width = size::GAP_S * 2.0 + figures.max(title);
            column.least = column.width;
            column.most = column.width;
        }
        self
    }

    /// « Bassin : Dunkerque ; Besoin : 120 (95–140) ; … » — one sentence for people who listen.
    pub fn sentence(&self, row: usize, columns: &[usize], lang: Lang) -> String {
        let Some(row) = self.rows.get(row) else {
            return String::new();
        };
        let joint = match lang {
            Lang::Fr => "\u{a0}: ",
            Lang::En => ": ",
        };
        let parts: Vec<String> = columns
            .iter()
            .filter_map(|&c| Some((self.columns.get(c)?, row.cells.get(c)?)))
            .filter(|(_, cell)| **cell != Cell::Empty)
            .enumerate()
            .map(|(i, (column, cell))| match i {
                0 => cell.words(lang),
                _ => format!("{}{joint}{}", column.title, cell.words(lang)),
            })
            .collect();
        parts.join(", ")
    }

    /// Rows `order` and columns `columns` as tab-separated text with a header, for a spreadsheet.
    pub fn tsv(&self, order: &[usize], columns: &[usize], lang: Lang) -> String {
        let clean = |text: String| text.replace(['\t', '\n', '\r'], " ");
        let mut out = String::new();
        let titles: Vec<String> = columns.iter().map(|&c| clean(self.columns[c].title.clone())).collect();
        out.push_str(&titles.join("\t"));
        for &row in order {
            out.push('\n');
            let cells: Vec<String> = columns
                .iter()
                .map(|&c| {
                    self.rows[row]
                        .cells
                        .get(c)
                        .map_or_else(String::new, |cell| clean(cell.plain(lang)))
                })
                .collect();
            out.push_str(&cells.join("\t"));
        }
        out
    }
}

/// Width of a text whose figures and letters are `each` wide; the marks that group digits take half of it.
fn length(text: &str, each: f32) -> f32 {
    let part = |c: char| match c {
        ',' | '.' | ' ' | i18n::NARROW_NO_BREAK_SPACE => 0.5,
        _ => 1.0,
    };
    text.chars().map(part).sum::<f32>() * each
}

/// The least, or the most, of two figures at each end.
fn each_end(one: Estimate, other: Estimate, of: fn(Milli, Milli) -> Milli) -> Estimate {
    Range::new(
        of(one.low, other.low),
        of(one.central, other.central),
        of(one.high, other.high),
    )
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(in crate::ui::widgets::table) fn fixture() -> Table<u32> {
        let row = |key, name: &str, need: i64| Row {
            key,
            cells: vec![
                Cell::Text(name.to_owned()),
                Cell::People(Range::new(
                    Milli::whole(need - 10),
                    Milli::whole(need),
                    Milli::whole(need + 10),
                )),
            ],
        };
        Table {
            id: "fixture",
            title: "Bassins".to_owned(),
            columns: vec![
                Column::text("Bassin", 100.0).offered(Offer::Always),
                Column::number("Besoin", 80.0),
            ],
            rows: vec![
                row(1, "Dunkerque", 1200),
                row(2, "Épernay", 40),
                row(3, "Cœur de l’Eure", 300),
            ],
            totals: None,
        }
    }

    #[test]
    fn a_row_is_spoken_as_one_sentence() {
        assert_eq!(
            fixture().sentence(0, &[0, 1], Lang::Fr),
            "Dunkerque, Besoin\u{a0}: 1\u{202f}200\u{a0}(1\u{202f}190–1\u{202f}210)"
        );
        assert_eq!(
            fixture().sentence(1, &[0, 1], Lang::En),
            "Épernay, Besoin: 40\u{a0}(30–50)"
        );
    }

    #[test]
    fn columns_of_ranges_are_as_wide_as_their_numbers() {
        let width = |need: i64| {
            let mut table = fixture();
            table.columns[1].width = size::COLUMN_RANGE_TIGHT;
            table.columns[1].ends = size::COLUMN_RANGE_TIGHT_ENDS;
            let large = Range::new(Milli::whole(need - 10), Milli::whole(need), Milli::whole(need + 10));
            table.totals = Some(vec![Cell::Empty, Cell::People(large)]);
            let fitted = table.fitted(Lang::Fr);
            (fitted.columns[0].width, fitted.columns[1].width)
        };
        let (name, usual) = width(1540);
        assert!(
            name == 100.0 && usual <= size::COLUMN_RANGE_TIGHT + size::GAP_XS,
            "{usual}"
        );
        let (name, wide) = width(1_234_567);
        assert!(name == 100.0 && wide > size::COLUMN_RANGE_TIGHT, "{wide}");
        let (_, negative) = width(-1_234_567);
        assert!(negative > wide, "a minus takes room: {negative}");
    }

    #[test]
    fn columns_of_fine_ranges_have_room_for_their_decimals() {
        let mut table = fixture();
        table.columns[1].width = size::COLUMN_RANGE_SMALL;
        let seat = Range::new(Milli(330), Milli(460), Milli(580));
        table.rows[0].cells[1] = Cell::Fine(seat, 2);
        table.rows.truncate(1);
        table.totals = None;
        let column = &table.fitted(Lang::Fr).columns[1];
        // « 0,46 » in body beside the ends, and the margins of the cell.
        let centre = length("0,46", size::CHARACTER_BODY);
        assert!(column.width >= column.ends + centre + 2.0 * size::GAP_S);
    }

    #[test]
    fn a_cell_is_small_for_a_table_has_millions() {
        assert!(size_of::<Cell>() <= 32, "{}", size_of::<Cell>());
    }

    #[test]
    fn copied_figures_are_numbers_for_a_spreadsheet() {
        assert_eq!(
            fixture().tsv(&[0], &[0, 1], Lang::Fr),
            "Bassin\tBesoin\nDunkerque\t1200"
        );
        assert_eq!(Cell::Number(1234.5, 1).plain(Lang::Fr), "1234,5");
        assert_eq!(Cell::Number(1234.5, 1).plain(Lang::En), "1234.5");
        assert_eq!(Cell::Posts(Milli(1234), 2).plain(Lang::Fr), "1,234");
        let seat = Cell::Fine(Range::new(Milli(90), Milli(144), Milli(180)), 2);
        assert_eq!(seat.words(Lang::Fr), "0,14\u{a0}(0,09–0,18)");
        assert_eq!(seat.plain(Lang::Fr), "0,144");
        let euros = Cell::Euros(Range::new(9000.0, 12_000.0, f64::INFINITY));
        assert_eq!(euros.words(Lang::Fr), "12\u{202f}000\u{a0}(9\u{202f}000 et plus)");
        assert_eq!(Cell::Awaited(Some(7.0)).plain(Lang::Fr), "");
        assert_eq!(Cell::Text("a\tb".to_owned()).plain(Lang::Fr), "a\tb");
    }
}
