//! What is asked of a plan: what is typed in the form, and the request it makes.

use std::ops::RangeInclusive;
use std::str::FromStr;
use std::time::Duration;

use crate::i18n::Message;
use crate::market::plan::{First, PlanAim, PlanRequest};

/// Seats that an establishment can take more where no limit is given: more than any has.
const NO_LIMIT: u32 = 65_535;

/// The fields of numbers; an empty one is no limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    Budget,
    NetSeats,
    Openings,
    Closings,
    Workshop,
    Transformation,
    Displacement,
    Seconds,
}

impl Limit {
    pub const ALL: [Self; 8] = [
        Self::Budget,
        Self::NetSeats,
        Self::Openings,
        Self::Closings,
        Self::Workshop,
        Self::Transformation,
        Self::Displacement,
        Self::Seconds,
    ];

    /// Stable text of the texts (`ui-plan-limit-<key>`).
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Budget => "budget",
            Self::NetSeats => "net-seats",
            Self::Openings => "openings",
            Self::Closings => "closings",
            Self::Workshop => "workshop",
            Self::Transformation => "transformation",
            Self::Displacement => "displacement",
            Self::Seconds => "seconds",
        }
    }
}

/// Why the request cannot be made: at a number, or at the rentrées where there is none.
pub type Fault = (Option<Limit>, Message);

/// What is typed and chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct Ask {
    typed: [String; Limit::ALL.len()],
    /// First and last rentrée; nothing is the first or the last that there is.
    pub from: Option<u16>,
    pub until: Option<u16>,
    pub first: First,
    pub no_basin_loses: bool,
    /// True where the envelopes of each year are its budget.
    pub envelopes: bool,
    /// What the board is known for comes first too.
    pub follows_board: bool,
    pub aim: PlanAim,
}

impl Default for Ask {
    /// The limits of [`PlanRequest::new`], and ten seconds.
    fn default() -> Self {
        let typed = Limit::ALL.map(|limit| match limit {
            Limit::Workshop => "48",
            Limit::Displacement => "50",
            Limit::Seconds => "10",
            _ => "",
        });
        Self {
            typed: typed.map(str::to_owned),
            from: None,
            until: None,
            first: First::default(),
            no_basin_loses: false,
            envelopes: false,
            follows_board: false,
            aim: PlanAim::default(),
        }
    }
}

impl Ask {
    /// What is typed in a field of numbers.
    pub fn typed(&mut self, limit: Limit) -> &mut String {
        &mut self.typed[limit as usize]
    }

    /// The rentrées chosen, among those an action may bear on.
    pub fn rentrees(&self, all: &RangeInclusive<u16>) -> (u16, u16) {
        let among = |year: Option<u16>, end: u16| year.filter(|year| all.contains(year)).unwrap_or(end);
        (among(self.from, *all.start()), among(self.until, *all.end()))
    }

    /// The request and the time it may take.
    ///
    /// # Errors
    /// Every field that is wrong.
    pub fn request(&self, all: &RangeInclusive<u16>) -> Result<(PlanRequest, Duration), Vec<Fault>> {
        let mut faults = Vec::new();
        let (from, until) = self.rentrees(all);
        if from > until {
            faults.push((None, Message::new("ui-plan-rentrees-turned")));
        }
        let usual = PlanRequest::new(from..=until);
        let workshop = self.whole(Limit::Workshop, &mut faults).unwrap_or(NO_LIMIT);
        let displacement = self.share(Limit::Displacement, &mut faults).unwrap_or(1.0);
        let request = PlanRequest {
            budget: self.whole(Limit::Budget, &mut faults),
            seats: self.whole(Limit::NetSeats, &mut faults),
            openings: self.whole(Limit::Openings, &mut faults),
            closings: self.whole(Limit::Closings, &mut faults),
            workshop,
            transformation: self.share(Limit::Transformation, &mut faults),
            displacement,
            first: self.first.clone(),
            no_basin_loses: self.no_basin_loses,
            aim: self.aim,
            ..usual
        };
        let seconds = self.whole::<u32>(Limit::Seconds, &mut faults).filter(|s| *s > 0);
        if seconds.is_none() && faults.iter().all(|(limit, _)| *limit != Some(Limit::Seconds)) {
            faults.push((Some(Limit::Seconds), Message::new("ui-plan-missing")));
        }
        match seconds {
            Some(seconds) if faults.is_empty() => Ok((request, Duration::from_secs(seconds.into()))),
            _ => Err(faults),
        }
    }

    fn whole<T: FromStr>(&self, limit: Limit, faults: &mut Vec<Fault>) -> Option<T> {
        whole_number(&self.typed[limit as usize]).unwrap_or_else(|why| {
            faults.push((Some(limit), why));
            None
        })
    }

    /// A percentage as a share, 0 to 1.
    fn share(&self, limit: Limit, faults: &mut Vec<Fault>) -> Option<f64> {
        let typed = &self.typed[limit as usize];
        let percent = digits(typed).replace(',', ".");
        if percent.is_empty() {
            return None;
        }
        let known = percent.parse::<f64>().ok().filter(|p| (0.0..=100.0).contains(p));
        if known.is_none() {
            let why = Message::new("ui-plan-no-share").with("typed", typed.trim());
            faults.push((Some(limit), why));
        }
        known.map(|percent| percent / 100.0)
    }
}

/// A whole number as people type it, « 1 200 € » included; nothing where nothing is typed.
///
/// # Errors
/// What is typed is no whole number of the kind asked.
pub fn whole_number<T: FromStr>(typed: &str) -> Result<Option<T>, Message> {
    let digits = digits(typed);
    if digits.is_empty() {
        return Ok(None);
    }
    let fault = || Message::new("ui-plan-no-number").with("typed", typed.trim());
    digits.parse().map(Some).map_err(|_| fault())
}

/// What is typed without blanks and units, the minus sign as a hyphen.
fn digits(typed: &str) -> String {
    let kept = typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '€' | '%'));
    kept.map(|c| if c == '−' { '-' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: RangeInclusive<u16> = 2027..=2035;

    fn typed(told: &[(Limit, &str)]) -> Ask {
        let mut ask = Ask::default();
        for (limit, words) in told {
            *ask.typed(*limit) = (*words).to_owned();
        }
        ask
    }

    #[test]
    fn an_untouched_form_asks_the_usual_plan() {
        let asked = Ask::default().request(&ALL).unwrap();
        assert_eq!(asked, (PlanRequest::new(ALL), Duration::from_secs(10)));
    }

    #[test]
    fn numbers_are_read_as_people_type_them_and_nothing_is_no_limit() {
        let ask = typed(&[
            (Limit::Budget, "1\u{202f}200 000 €"),
            (Limit::NetSeats, "−12"),
            (Limit::Closings, "0"),
            (Limit::Transformation, "2,5 %"),
            (Limit::Workshop, ""),
            (Limit::Displacement, ""),
        ]);
        let (request, _) = ask.request(&ALL).unwrap();
        assert_eq!((request.budget, request.seats), (Some(1_200_000), Some(-12)));
        assert_eq!((request.openings, request.closings), (None, Some(0)));
        assert_eq!(request.transformation, Some(0.025));
        assert_eq!((request.workshop, request.displacement), (NO_LIMIT, 1.0));
    }

    #[test]
    fn every_wrong_field_is_told_at_once() {
        let mut ask = typed(&[
            (Limit::Openings, "deux"),
            (Limit::Closings, "-1"),
            (Limit::Displacement, "120"),
            (Limit::Seconds, ""),
        ]);
        (ask.from, ask.until) = (Some(2030), Some(2028));
        let faults: Vec<Option<Limit>> = ask.request(&ALL).unwrap_err().into_iter().map(|(l, _)| l).collect();
        let expected = [
            None,
            Some(Limit::Displacement),
            Some(Limit::Openings),
            Some(Limit::Closings),
            Some(Limit::Seconds),
        ];
        assert_eq!(faults, expected);
    }
}
