//! Numbers as people write them: « 1 234,5 » and « 12,3 % » in French, "1,234.5" and "12.3%" in English.

use super::Lang;
use crate::domain::units::{Estimate, Km, Milli, Range};

/// Group separator of French numbers (U+202F).
pub const NARROW_NO_BREAK_SPACE: char = '\u{202f}';
const NO_BREAK_SPACE: char = '\u{a0}';
/// True minus sign, as wide as the plus.
const MINUS: char = '\u{2212}';

/// A whole number with group separators.
pub fn integer(lang: Lang, number: i64) -> String {
    let sign = if number < 0 { MINUS.to_string() } else { String::new() };
    format!("{sign}{}", grouped(lang, &number.unsigned_abs().to_string()))
}

/// A number with a fixed count of decimals, rounded halves away from zero; not-a-number is « n.d. ».
pub fn decimal(lang: Lang, number: f64, decimals: usize) -> String {
    if !number.is_finite() {
        return match lang {
            Lang::Fr => "n.d.".to_owned(),
            Lang::En => "n/a".to_owned(),
        };
    }
    let scale = 10f64.powi(i32::try_from(decimals).unwrap_or(0));
    let rounded = (number.abs() * scale).round() / scale;
    let text = format!("{rounded:.decimals$}");
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let sign = if number < 0.0 && rounded != 0.0 {
        MINUS.to_string()
    } else {
        String::new()
    };
    let point = match (lang, fraction) {
        (_, "") => "",
        (Lang::Fr, _) => ",",
        (Lang::En, _) => ".",
    };
    format!("{sign}{}{point}{fraction}", grouped(lang, whole))
}

/// A headcount, in whole people by default on screen.
pub fn people(lang: Lang, headcount: Milli) -> String {
    decimal(lang, headcount.people(), 0)
}

/// A share as a percentage with one decimal: « 12,3 % ».
pub fn percent(lang: Lang, share: f64) -> String {
    let number = decimal(lang, share * 100.0, 1);
    match (lang, share.is_finite()) {
        (_, false) => number,
        (Lang::Fr, _) => format!("{number}{NO_BREAK_SPACE}%"),
        (Lang::En, _) => format!("{number}%"),
    }
}

/// « 12 km ».
pub fn kilometres(lang: Lang, distance: Km) -> String {
    format!("{}{NO_BREAK_SPACE}km", decimal(lang, distance.0, 0))
}

/// « 120 (95–140) »; only the central value where nothing is uncertain once rounded.
pub fn range(lang: Lang, estimate: Estimate) -> String {
    spread(lang, estimate.map(Milli::people), 0)
}

/// A value with its ends, each with so many decimals: « 1,7 (0,2–3,1) »; only the central value where the ends are written alike.
pub fn spread(lang: Lang, values: Range<f64>, decimals: usize) -> String {
    let Range { low, central, high } = values.map(|value| decimal(lang, value, decimals));
    if low == high {
        central
    } else {
        format!("{central}{NO_BREAK_SPACE}({})", ends(lang, &low, &high))
    }
}

/// Both ends of a range already written: « 900–1 500 », « −20 à −3 ».
pub fn ends(lang: Lang, low: &str, high: &str) -> String {
    // A dash next to a minus sign would be read as one.
    match lang {
        _ if !low.starts_with(MINUS) => format!("{low}–{high}"),
        Lang::Fr => format!("{low}{NO_BREAK_SPACE}à{NO_BREAK_SPACE}{high}"),
        Lang::En => format!("{low}{NO_BREAK_SPACE}to{NO_BREAK_SPACE}{high}"),
    }
}

/// A headcount to the thousandth, without the zeros at its end: for sums that a pencil checks.
pub fn exact(lang: Lang, headcount: Milli) -> String {
    decimal(lang, headcount.people(), exact_decimals(headcount))
}

/// Decimals that [`exact`] needs, 0 to 3: a column aligns on the most of its lines.
pub fn exact_decimals(headcount: Milli) -> usize {
    match headcount.0 {
        n if n % 1000 == 0 => 0,
        n if n % 100 == 0 => 1,
        n if n % 10 == 0 => 2,
        _ => 3,
    }
}

fn grouped(lang: Lang, digits: &str) -> String {
    let separator = match lang {
        Lang::Fr => NARROW_NO_BREAK_SPACE,
        Lang::En => ',',
    };
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_people_write_them() {
        assert_eq!(integer(Lang::Fr, 1_234_567), "1\u{202f}234\u{202f}567");
        assert_eq!(integer(Lang::Fr, -1234), "\u{2212}1\u{202f}234");
        assert_eq!(decimal(Lang::Fr, 1234.56, 1), "1\u{202f}234,6");
        assert_eq!(decimal(Lang::En, 1234.56, 1), "1,234.6");
        assert_eq!(decimal(Lang::Fr, -0.04, 1), "0,0");
        assert_eq!(decimal(Lang::Fr, f64::NAN, 1), "n.d.");
        assert_eq!(percent(Lang::Fr, 0.123), "12,3\u{a0}%");
        assert_eq!(percent(Lang::En, 0.123), "12.3%");
    }

    #[test]
    fn a_range_shows_its_ends_only_when_they_differ() {
        let wide = Range::new(Milli::whole(95), Milli::whole(120), Milli::whole(140));
        assert_eq!(range(Lang::Fr, wide), "120\u{a0}(95–140)");
        assert_eq!(range(Lang::Fr, Range::exact(Milli::whole(3))), "3");
        assert_eq!(
            spread(Lang::Fr, Range::new(-0.5, 1.25, 3.0), 1),
            "1,3\u{a0}(\u{2212}0,5\u{a0}à\u{a0}3,0)"
        );
    }

    #[test]
    fn an_exact_headcount_keeps_its_thousandths_and_no_more() {
        let all = [1_234_000, 1500, 20, 7, -250].map(|n| exact(Lang::Fr, Milli(n)));
        assert_eq!(all, ["1\u{202f}234", "1,5", "0,02", "0,007", "\u{2212}0,25"]);
    }
}
