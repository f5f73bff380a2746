//! Whether a mobility help may be.

use super::super::frame::Frame;
use super::sections::rentrees;
use crate::domain::facts::Facts;
use crate::domain::id::BasinCode;
use crate::domain::scenario::MobilityHelp;
use crate::i18n::{Explain, Message};

/// Km that a help may add at most: nobody is farther in the country.
const FARTHEST: u32 = 1_500;

/// Why a help cannot be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HelpRefusal {
    #[error("{basin} is no basin of the territory")]
    NoBasin { basin: BasinCode },
    #[error("nobody is helped")]
    Nobody,
    #[error("{km} km are not from 1 to {FARTHEST}")]
    Distance { km: u32 },
    #[error("{year} is not from {first} to {last}")]
    Year { year: u16, first: u16, last: u16 },
    #[error("it ends in {until}, before {from}")]
    Ends { from: u16, until: u16 },
}

impl Explain for HelpRefusal {
    fn message(&self) -> Message {
        match self {
            Self::NoBasin { basin } => Message::new("market-help-no-basin").with("basin", basin.as_str()),
            Self::Nobody => Message::new("market-help-nobody"),
            Self::Distance { km } => Message::new("market-help-distance")
                .with("km", *km)
                .with("most", FARTHEST),
            Self::Year { year, first, last } => Message::new("market-help-year")
                .with("year", year.to_string())
                .with("first", first.to_string())
                .with("last", last.to_string()),
            Self::Ends { from, until } => Message::new("market-help-ends")
                .with("from", from.to_string())
                .with("until", until.to_string()),
        }
    }
}

/// Whether a help may be in the territory.
///
/// # Errors
/// [`HelpRefusal`], the first that holds.
pub fn check_help(facts: &Facts, help: &MobilityHelp) -> Result<(), HelpRefusal> {
    let frame = Frame::new(facts);
    if !frame.basin(&help.basin).is_some_and(|basin| frame.home[basin]) {
        return Err(HelpRefusal::NoBasin {
            basin: help.basin.clone(),
        });
    }
    if help.people == 0 {
        return Err(HelpRefusal::Nobody);
    }
    if !(1..=FARTHEST).contains(&help.km) {
        return Err(HelpRefusal::Distance { km: help.km });
    }
    let years = rentrees(facts, None);
    if !years.contains(&help.from) {
        return Err(HelpRefusal::Year {
            year: help.from,
            first: *years.start(),
            last: *years.end(),
        });
    }
    match help.until {
        Some(until) if until < help.from => Err(HelpRefusal::Ends { from: help.from, until }),
        _ => Ok(()),
    }
}
