//! Days of the calendar, as people write them down: no clock, no hour.

use std::fmt;

/// A day; ordered as the calendar is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

impl Day {
    /// The last day known.
    pub const LAST: Self = Self {
        year: 2100,
        month: 12,
        day: 31,
    };

    /// A day that exists.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let most = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => 0,
        };
        let known = (1990..=2100).contains(&year) && (1..=most).contains(&day);
        known.then_some(Self { year, month, day })
    }

    /// Reads `2027-08-31` (ISO 8601) or `31/08/2027`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let by = |separator| -> Option<[&str; 3]> { text.split(separator).collect::<Vec<_>>().try_into().ok() };
        let [year, month, day] = match by('-') {
            Some(iso) => iso,
            None => {
                let [day, month, year] = by('/')?;
                [year, month, day]
            }
        };
        Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    /// Calendar year.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The last year whose rentrée, on 1 September, is not after this day.
    pub fn last_rentree(self) -> u16 {
        if self.month >= 9 { self.year } else { self.year - 1 }
    }
}

impl fmt::Display for Day {
    /// ISO 8601, as stored.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_back_and_one_that_is_not_is_refused() {
        let day = Day::parse("31/08/2027").unwrap();
        assert_eq!(Day::parse(&day.to_string()), Some(day));
        assert_eq!(day.to_string(), "2027-08-31");
        for wrong in [
            "2027-02-29",
            "2027-13-01",
            "2027-8",
            "31-08-2027",
            "demain",
            "",
            "1989-01-01",
        ] {
            assert_eq!(Day::parse(wrong), None, "{wrong}");
        }
        assert!(Day::parse("2028-02-29").is_some());
    }

    #[test]
    fn the_rentree_of_a_year_counts_from_september() {
        assert_eq!(day("2027-08-31").last_rentree(), 2026);
        assert_eq!(day("2027-09-01").last_rentree(), 2027);
    }

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }
}
