//! How a cell of a report is written: decimals, ranges, « s », « n.d. ».

use super::document::{Cell, ColumnKind};
use crate::domain::units::{Estimate, Range};
use crate::i18n::{self, Lang, decimal, percent, text};

const NO_BREAK_SPACE: char = '\u{a0}';

/// A cell in words: the value, and its range where it has one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words {
    pub main: String,
    pub range: Option<String>,
}

/// Writes a cell of a column.
pub fn cell(lang: Lang, cell: &Cell, kind: ColumnKind) -> Words {
    let decimals = decimals(kind);
    match cell {
        Cell::Empty => Words::default(),
        Cell::Text(name) => plain(name.clone()),
        Cell::Message(message) => plain(message.text(lang)),
        Cell::Number(number) if kind == ColumnKind::General => plain(general(lang, *number)),
        Cell::Number(year) if kind == ColumnKind::Year => plain(format!("{year:.0}")),
        Cell::Number(number) => plain(decimal(lang, *number, decimals)),
        Cell::Estimate(e) => estimate(lang, *e, decimals),
        Cell::Flagged(e) => Words {
            range: Some(format!(
                "{}{NO_BREAK_SPACE}{}",
                ends(lang, in_people(*e), decimals),
                secret(lang)
            )),
            ..estimate(lang, *e, decimals)
        },
        Cell::SecretWithin(e) => Words {
            main: secret(lang),
            range: Some(ends(lang, in_people(*e), 0)),
        },
        Cell::Withheld => plain(secret(lang)),
        Cell::Amount(amount) => open_range(lang, *amount, decimals),
        Cell::Share(share) => plain(decimal(lang, share * 100.0, decimals)),
        Cell::ShareRange(shares) => open_range(lang, shares.map(|share| share * 100.0), decimals),
        Cell::NotAvailable => plain(text(lang, "report-not-available")),
    }
}

/// A cell in a sentence or a key figure, with the unit it needs: « 62 % (48 % à 80 %) ».
pub fn standalone(lang: Lang, cell: &Cell) -> Words {
    match cell {
        Cell::Share(share) => plain(percent(lang, *share)),
        Cell::ShareRange(shares) => Words {
            main: percent(lang, shares.central),
            range: Some(if shares.high.is_finite() {
                format!(
                    "{}–{}",
                    decimal(lang, shares.low * 100.0, 1),
                    percent(lang, shares.high)
                )
            } else {
                format!("≥{NO_BREAK_SPACE}{}", percent(lang, shares.low))
            }),
        },
        other => self::cell(lang, other, ColumnKind::Range(0)),
    }
}

/// A headcount in a sentence: « 120 (95–140) »; a range is printed whenever the ends differ, even if rounding hides it.
pub fn in_sentence(lang: Lang, e: Estimate) -> String {
    let words = estimate(lang, e, sentence_decimals(e));
    match words.range {
        Some(range) => format!("{}{NO_BREAK_SPACE}({range})", words.main),
        None => words.main,
    }
}

/// Decimals of a column of headcounts: one where every value is below a hundred, none beyond.
pub fn column_decimals<'a>(values: impl Iterator<Item = &'a Estimate>) -> u8 {
    let largest = values.map(|e| e.high.people()).fold(0.0, f64::max);
    u8::from(largest > 0.0 && largest < 100.0)
}

fn sentence_decimals(e: Estimate) -> usize {
    usize::from(e.central.people() < 10.0 && e.central.0 % 1000 != 0)
}

fn decimals(kind: ColumnKind) -> usize {
    match kind {
        ColumnKind::Text | ColumnKind::Hash | ColumnKind::General | ColumnKind::Year => 0,
        ColumnKind::Number(d) | ColumnKind::Range(d) | ColumnKind::ShareRange(d) | ColumnKind::Share(d) => {
            usize::from(d)
        }
    }
}

/// The fewest decimals, up to three, that write the number.
fn general(lang: Lang, number: f64) -> String {
    let enough = |d: &usize| {
        let scaled = number * 10f64.powi(i32::try_from(*d).unwrap_or(0));
        (scaled - scaled.round()).abs() < 1e-9
    };
    decimal(lang, number, (0..3).find(enough).unwrap_or(3))
}

fn plain(main: String) -> Words {
    Words { main, range: None }
}

fn secret(lang: Lang) -> String {
    text(lang, "report-secret")
}

fn in_people(e: Estimate) -> Range<f64> {
    e.map(crate::domain::units::Milli::people)
}

fn estimate(lang: Lang, e: Estimate, decimals: usize) -> Words {
    Words {
        main: never_zero(lang, e.central.people(), decimals),
        range: (!e.is_exact()).then(|| ends(lang, in_people(e), decimals)),
    }
}

/// « 95–140 »; one decimal more where rounding would print the same number twice.
fn ends(lang: Lang, r: Range<f64>, decimals: usize) -> String {
    let written = |decimals| (decimal(lang, r.low, decimals), never_zero(lang, r.high, decimals));
    let (mut low, mut high) = written(decimals);
    if low == high {
        (low, high) = written(decimals + 1);
    }
    i18n::ends(lang, &low, &high)
}

/// A number above zero that rounding would print as 0 is printed « < 1 »: only nothing is zero.
fn never_zero(lang: Lang, value: f64, decimals: usize) -> String {
    let smallest = 10f64.powi(-i32::try_from(decimals).unwrap_or(0));
    if value > 0.0 && value < smallest / 2.0 {
        format!("<{NO_BREAK_SPACE}{}", decimal(lang, smallest, decimals))
    } else {
        decimal(lang, value, decimals)
    }
}

/// A range that an infinite high end leaves open.
fn open_range(lang: Lang, values: Range<f64>, decimals: usize) -> Words {
    let range = if !values.high.is_finite() {
        Some(format!("≥{NO_BREAK_SPACE}{}", decimal(lang, values.low, decimals)))
    } else {
        (!values.is_exact()).then(|| ends(lang, values, decimals))
    };
    Words {
        main: never_zero(lang, values.central, decimals),
        range,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::units::Milli;

    fn wide(low: i64, central: i64, high: i64) -> Estimate {
        Range::new(Milli(low), Milli(central), Milli(high))
    }

    #[test]
    fn a_range_is_printed_even_where_rounding_would_hide_it() {
        let words = cell(
            Lang::Fr,
            &Cell::Estimate(wide(9_600, 10_000, 10_400)),
            ColumnKind::Range(0),
        );
        assert_eq!(words.main, "10");
        assert_eq!(words.range.as_deref(), Some("9,6–10,4"));
    }

    #[test]
    fn a_dash_never_touches_a_minus_sign() {
        let range = |low| cell(Lang::Fr, &Cell::Estimate(wide(low, 1_000, 4_000)), ColumnKind::Range(0)).range;
        assert_eq!(range(-2_000).as_deref(), Some("−2\u{a0}à\u{a0}4"));
        assert_eq!(range(-200).as_deref(), Some("0–4"));
    }

    #[test]
    fn an_amount_may_have_no_upper_end_and_a_year_has_no_groups() {
        let euros = Cell::Amount(Range::new(40_000.0, 60_000.0, f64::INFINITY));
        let words = cell(Lang::Fr, &euros, ColumnKind::Range(0));
        assert_eq!(words.main, "60\u{202f}000");
        assert_eq!(words.range.as_deref(), Some("≥\u{a0}40\u{202f}000"));
        assert_eq!(cell(Lang::Fr, &Cell::Number(2028.0), ColumnKind::Year).main, "2028");
    }

    #[test]
    fn only_nothing_is_zero() {
        let main = |e| cell(Lang::Fr, &Cell::Estimate(e), ColumnKind::Range(0)).main;
        assert_eq!(main(wide(0, 325, 3_000)), "<\u{a0}1");
        assert_eq!(main(wide(0, 0, 0)), "0");
        assert_eq!(main(wide(500, 500, 500)), "1");
    }

    #[test]
    fn secrets_are_words_and_bounds() {
        let star = wide(1_000, 2_500, 4_000);
        let words = cell(Lang::Fr, &Cell::SecretWithin(star), ColumnKind::Range(0));
        assert_eq!((words.main.as_str(), words.range.as_deref()), ("s", Some("1–4")));
        assert_eq!(cell(Lang::En, &Cell::Withheld, ColumnKind::Number(0)).main, "s");
        let flagged = cell(Lang::Fr, &Cell::Flagged(star), ColumnKind::Range(1));
        assert_eq!(flagged.main, "2,5");
        assert_eq!(flagged.range.as_deref(), Some("1,0–4,0\u{a0}s"));
    }

    #[test]
    fn an_unbounded_coverage_says_at_least() {
        let open = Cell::ShareRange(Range::new(0.5, 2.0, f64::INFINITY));
        assert_eq!(
            cell(Lang::Fr, &open, ColumnKind::ShareRange(0)).range.as_deref(),
            Some("≥\u{a0}50")
        );
    }
}
