//! The year from which what posts filled are worth pays back what was spent.

use super::report::YearEffect;
use crate::domain::units::Range;
use crate::i18n::Message;

/// When a scenario has paid for itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BreakEven {
    /// What a post is worth, or what a year costs, is not told; or nothing is spent.
    Unknown,
    /// From this year on, to the last.
    From(u16),
    /// Not by the last year.
    NotYet,
}

impl BreakEven {
    /// « Remboursé dès 2031 »; nothing where it is not known.
    pub fn message(self, last: u16) -> Option<Message> {
        match self {
            Self::Unknown => None,
            Self::From(year) => Some(Message::new("market-plan-break-even").with("year", year.to_string())),
            Self::NotYet => Some(Message::new("market-plan-not-paid-back").with("year", last.to_string())),
        }
    }
}

/// The first year from which, to the last, `Σ posts filled more × worth ≥ Σ euros spent`, both summed from the first year on, central. A post filled
/// counts once, in the year it is filled.
pub(super) fn break_even(years: &[YearEffect], worth: Option<Range<f64>>) -> BreakEven {
    let spent: Option<Vec<f64>> = years.iter().map(|year| year.spent.map(|euros| euros.central)).collect();
    let (Some(worth), Some(spent)) = (worth, spent) else {
        return BreakEven::Unknown;
    };
    if !spent.iter().any(|euros| *euros > 0.0) {
        return BreakEven::Unknown;
    }
    let mut left = 0.0;
    let mut found = None;
    for (year, euros) in years.iter().zip(spent) {
        left += year.filled.central.people() * worth.central - euros;
        found = if left < 0.0 { None } else { found.or(Some(year.year)) };
    }
    found.map_or(BreakEven::NotYet, BreakEven::From)
}
