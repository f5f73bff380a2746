//! What the tables of seat values show: one line a section, or a regional headcount, by rank.

use crate::domain::units::{Estimate, Milli, Range};
use crate::i18n::{self, Lang, Message, text, typographic};
use crate::market::values::{SeatKey, SeatValue, Unit};
use crate::ui::snapshot::Names;
use crate::ui::theme::size;
use crate::ui::widgets::table::{Cell, Column, Offer, Row, Table};

/// Lots to choose from, beside one more seat.
pub const LOTS_OFFERED: [i32; 4] = [12, 15, 24, -1];

/// Place of the rank among the columns.
pub const RANK: usize = 1;

/// Place of the programme among the columns.
pub const PROGRAMME: usize = 2;

/// Decimals of posts that one seat fills, and of those that a lot does.
const FINE: u8 = 2;
const COARSE: u8 = 1;

/// « Lycée Colbert », else its code; « Effectif régional : Normandie » for a headcount.
pub fn section_name(line: &SeatValue, names: &Names, lang: Lang) -> String {
    match (&line.establishment, &line.uai, &line.region) {
        (Some(name), ..) => typographic(name),
        (None, Some(uai), _) => uai.to_string(),
        (None, None, Some(region)) => Message::new("ui-seat-headcount")
            .with("region", names.region(region))
            .text(lang),
        (None, None, None) => text(lang, "ui-origin-regional"),
    }
}

/// « +12 places », « −1 place », « +12 élèves ».
pub fn lot_words(seats: i32, unit: Unit, lang: Lang) -> String {
    let key = match unit {
        Unit::Seat => "ui-lot-seats",
        Unit::FinalYear => "ui-lot-pupils",
    };
    Message::new(key)
        .with("lot", lot_number(seats, lang))
        .with("n", i64::from(seats.abs()))
        .text(lang)
}

/// « +12 », « −1 ».
pub fn lot_number(seats: i32, lang: Lang) -> String {
    let number = i18n::integer(lang, i64::from(seats));
    if seats > 0 { format!("+{number}") } else { number }
}

/// Posts or people with their range.
pub fn posts_words(quantity: Estimate, decimals: usize, lang: Lang) -> String {
    i18n::spread(lang, quantity.map(Milli::people), decimals)
}

/// « 12 000 € (9 000–15 000) »; « 12 000 € (9 000 et plus) » where the high end has no bound.
pub fn euros_words(euros: Range<f64>, lang: Lang) -> String {
    let whole = |euros: f64| i18n::decimal(lang, euros, 0);
    let [low, central, high] = [euros.low, euros.central, euros.high].map(whole);
    if low == high {
        return Message::new("ui-euros").with("central", central).text(lang);
    }
    let told = if euros.high.is_finite() {
        Message::new("ui-euros-between").with("high", high)
    } else {
        Message::new("ui-euros-open")
    };
    told.with("central", central).with("low", low).text(lang)
}

/// The lines of one unit; figures of so many seats in one column.
pub fn table<'v>(
    lines: impl Iterator<Item = &'v SeatValue>,
    unit: Unit,
    lot: i32,
    names: &Names,
    lang: Lang,
) -> Table<SeatKey> {
    let lines: Vec<&SeatValue> = lines.filter(|line| line.unit == unit).collect();
    let euros = lines.iter().any(|line| line.cost.is_some());
    let rows = lines.iter().map(|line| Row {
        key: line.key(),
        cells: cells(line, lot, names, lang),
    });
    Table {
        id: match unit {
            Unit::Seat => "seat-values",
            Unit::FinalYear => "headcount-values",
        },
        title: text(lang, tab_key(unit)),
        rows: rows.collect(),
        columns: columns(unit, lot, euros, lang),
        totals: None,
    }
    .fitted(lang)
}

/// Key of the name of a table.
pub fn tab_key(unit: Unit) -> &'static str {
    match unit {
        Unit::Seat => "ui-training-seats",
        Unit::FinalYear => "ui-training-headcounts",
    }
}

fn columns(unit: Unit, lot: i32, euros: bool, lang: Lang) -> Vec<Column> {
    let number = |key: &str, width| {
        Column::number(text(lang, &format!("ui-column-{key}")), width)
            .help(text(lang, &format!("ui-column-{key}-help")))
    };
    let words = |key: &str, width| Column::text(text(lang, key), width);
    let place = match unit {
        Unit::Seat => "ui-column-establishment",
        Unit::FinalYear => "ui-column-region",
    };
    let seats = if unit == Unit::Seat {
        Offer::Shown
    } else {
        Offer::OnDemand
    };
    let basin = if unit == Unit::Seat {
        Offer::Shown
    } else {
        Offer::OnDemand
    };
    let mut columns = vec![
        words(place, size::COLUMN_NAME).offered(Offer::Always),
        number("rank", size::COLUMN_CODE),
        words("ui-column-programme", size::COLUMN_LONG_NAME),
        words("ui-column-route", size::COLUMN_ROUTE).offered(Offer::OnDemand),
        words("ui-column-basin", size::COLUMN_PLACE).offered(basin),
        number("seats", size::COLUMN_CODE).offered(seats),
    ];
    columns.extend(value_columns(unit, lot, lang));
    columns.push(number("unplaced", size::COLUMN_RANGE_SMALL).offered(Offer::OnDemand));
    columns.push(number("euros", size::COLUMN_RANGE).offered(if euros { Offer::Shown } else { Offer::OnDemand }));
    columns.push(words("ui-column-doubts", size::COLUMN_ROUTE).offered(Offer::WhereItFits));
    columns
}

/// Gain of one, gain of the lot, leavers that one brings, first leavers.
pub fn value_columns(unit: Unit, lot: i32, lang: Lang) -> Vec<Column> {
    let gain = |seats: i32, width| {
        let title = Message::new("ui-column-gain").with("lot", lot_words(seats, unit, lang));
        Column::number(title.text(lang), width).help(text(lang, "ui-column-gain-help"))
    };
    let each = Column::number(text(lang, "ui-column-each"), size::COLUMN_RANGE_SMALL);
    let first = Column::number(text(lang, "ui-column-first-leavers"), size::COLUMN_FIGURE);
    vec![
        gain(1, size::COLUMN_RANGE_SMALL),
        gain(lot, size::COLUMN_RANGE_SMALL),
        each.help(text(lang, "ui-column-each-help")).offered(Offer::WhereItFits),
        first
            .help(text(lang, "ui-column-first-leavers-help"))
            .offered(Offer::WhereItFits),
    ]
}

fn cells(line: &SeatValue, lot: i32, names: &Names, lang: Lang) -> Vec<Cell> {
    let basins: Vec<String> = line.basins.iter().map(|b| names.basin(b)).collect();
    let mut cells = vec![
        Cell::Text(section_name(line, names, lang)),
        Cell::Number(f64::from(line.rank), 0),
        Cell::Text(names.programme(&line.programme)),
        Cell::Text(text(lang, &format!("ui-route-{}", line.route.as_str()))),
        Cell::Text(basins.join(", ")),
        line.seats.map_or(Cell::Empty, |n| Cell::Number(f64::from(n), 0)),
    ];
    cells.extend(value_cells(line, lot));
    let chosen = line.lot(lot);
    cells.push(chosen.map_or(Cell::Empty, |lot| Cell::Fine(lot.unplaced, COARSE)));
    cells.push(euros_cell(line, lot));
    cells.push(match line.doubts.len() {
        0 => Cell::Empty,
        n => Cell::Warning(Message::new("ui-doubts").with("n", n).text(lang)),
    });
    cells
}

/// The cells of [`value_columns`].
pub fn value_cells(line: &SeatValue, lot: i32) -> Vec<Cell> {
    let gain = |seats: i32, decimals| {
        line.lot(seats)
            .map_or(Cell::Empty, |lot| Cell::Fine(lot.gain, decimals))
    };
    let decimals = if lot.abs() > 1 { COARSE } else { FINE };
    vec![
        gain(1, FINE),
        gain(lot, decimals),
        Cell::Fine(line.each, FINE),
        Cell::Text(line.first_leavers.to_string()),
    ]
}

/// Euros per post of the lot; nothing where no cost is known.
pub fn euros_cell(line: &SeatValue, lot: i32) -> Cell {
    let euros = line.lot(lot).and_then(|lot| lot.euros_per_post);
    euros.map_or(Cell::Empty, Cell::Euros)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lot_is_told_with_its_sign_and_its_plural() {
        let told = [1, -1, 12].map(|n| lot_words(n, Unit::Seat, Lang::Fr));
        assert_eq!(told, ["+1\u{a0}place", "\u{2212}1\u{a0}place", "+12\u{a0}places"]);
        assert_eq!(lot_words(24, Unit::FinalYear, Lang::Fr), "+24\u{a0}élèves");
    }

    #[test]
    fn euros_carry_their_range_even_without_an_upper_end() {
        let euros = |high| euros_words(Range::new(9000.0, 12_000.0, high), Lang::Fr);
        let known = "12\u{202f}000\u{a0}€ (9\u{202f}000–15\u{202f}000)";
        assert_eq!(euros(15_000.0), known);
        assert_eq!(euros(f64::INFINITY), "12\u{202f}000\u{a0}€ (9\u{202f}000 et plus)");
        assert_eq!(euros_words(Range::exact(8000.0), Lang::Fr), "8\u{202f}000\u{a0}€");
    }
}
