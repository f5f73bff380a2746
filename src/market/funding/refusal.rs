//! What of money is refused, and why.

use crate::domain::facts::Facts;
use crate::domain::funding::{Aid, Envelope, Funding, FundingLine, Npec, Pays};
use crate::domain::scenario::PlanAction;
use crate::i18n::{Explain, Message};

/// Why a row cannot be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FundingRefusal {
    #[error("no name")]
    NoName,
    /// Another envelope has this name that year.
    #[error("{name} of {year} is there already")]
    Taken { name: String, year: u16 },
    #[error("year {year}")]
    Year { year: u16 },
    /// The last day is before the first.
    #[error("{from} is after {to}")]
    Days { from: String, to: String },
    #[error("levels {from} to {to}")]
    Levels { from: u8, to: u8 },
    #[error("firms of {from} to {to}")]
    Sizes { from: u32, to: u32 },
    /// Another row of the same scope stands on the same day.
    #[error("{name} from {from} stands already")]
    Overlap { name: String, from: String },
    #[error("no envelope {envelope}")]
    NoEnvelope { envelope: i64 },
    #[error("no action {action}")]
    NoAction { action: i64 },
    /// The envelope may not pay the route of the action.
    #[error("{name} does not pay that")]
    Pays { name: String, pays: Pays },
}

impl Explain for FundingRefusal {
    fn message(&self) -> Message {
        match self {
            Self::NoName => Message::new("market-funding-no-name"),
            Self::Taken { name, year } => Message::new("market-funding-taken")
                .with("name", name.as_str())
                .with("year", year.to_string()),
            Self::Year { year } => Message::new("market-funding-year").with("year", year.to_string()),
            Self::Days { from, to } => Message::new("market-funding-days")
                .with("from", from.as_str())
                .with("to", to.as_str()),
            Self::Levels { from, to } => Message::new("market-funding-levels")
                .with("from", u32::from(*from))
                .with("to", u32::from(*to)),
            Self::Sizes { from, to } => Message::new("market-funding-sizes").with("from", *from).with("to", *to),
            Self::Overlap { name, from } => Message::new("market-funding-overlap")
                .with("name", name.as_str())
                .with("from", from.as_str()),
            Self::NoEnvelope { envelope } => Message::new("market-funding-no-envelope").with("envelope", *envelope),
            Self::NoAction { action } => Message::new("market-funding-no-action").with("action", *action),
            Self::Pays { name, pays } => Message::new("market-funding-pays")
                .with("name", name.as_str())
                .with("pays", Message::new(format!("pays-{}", pays.as_str()))),
        }
    }
}

/// Whether an envelope may be: a name, alone in its year, and a year of this century's plans.
///
/// # Errors
/// [`FundingRefusal`], the first that holds.
pub fn check_envelope(funding: &Funding, envelope: &Envelope) -> Result<(), FundingRefusal> {
    if envelope.name.trim().is_empty() {
        return Err(FundingRefusal::NoName);
    }
    if !(1990..=2100).contains(&envelope.year) {
        return Err(FundingRefusal::Year { year: envelope.year });
    }
    let same =
        |other: &&Envelope| other.id != envelope.id && (&other.name, other.year) == (&envelope.name, envelope.year);
    match funding.envelopes.iter().find(same) {
        Some(_) => Err(FundingRefusal::Taken {
            name: envelope.name.clone(),
            year: envelope.year,
        }),
        None => Ok(()),
    }
}

/// Whether an aid may be beside the others: days, levels and sizes in order, and no contract with two rows of one name.
///
/// # Errors
/// [`FundingRefusal`], the first that holds.
pub fn check_aid(others: &[Aid], aid: &Aid) -> Result<(), FundingRefusal> {
    if aid.name.trim().is_empty() {
        return Err(FundingRefusal::NoName);
    }
    check_days(aid.from, aid.to)?;
    let (from, to) = aid.levels;
    if !(3 <= from && from <= to && to <= 7) {
        return Err(FundingRefusal::Levels { from, to });
    }
    if let (from, Some(to)) = aid.firm
        && from > to
    {
        return Err(FundingRefusal::Sizes { from, to });
    }
    let overlap = others.iter().find(|other| other.id != aid.id && other.overlaps(aid));
    overlap.map_or(Ok(()), |other| {
        Err(FundingRefusal::Overlap {
            name: other.name.clone(),
            from: other.from.to_string(),
        })
    })
}

/// Whether a contract cost may be beside the others: days in order, one row a day for a certification and branch.
///
/// # Errors
/// [`FundingRefusal`], the first that holds.
pub fn check_npec(others: &[Npec], npec: &Npec) -> Result<(), FundingRefusal> {
    check_days(npec.from, npec.to)?;
    let overlap = others.iter().find(|other| other.id != npec.id && other.overlaps(npec));
    overlap.map_or(Ok(()), |other| {
        Err(FundingRefusal::Overlap {
            name: other.code.to_string(),
            from: other.from.to_string(),
        })
    })
}

fn check_days(from: jiff::civil::Date, to: Option<jiff::civil::Date>) -> Result<(), FundingRefusal> {
    match to {
        Some(to) if to < from => Err(FundingRefusal::Days {
            from: from.to_string(),
            to: to.to_string(),
        }),
        _ => Ok(()),
    }
}

/// Whether an envelope may give to an action: both are there, and it may pay that route, or what is spent once.
///
/// # Errors
/// [`FundingRefusal`], the first that holds.
pub fn check_line(facts: &Facts, line: FundingLine) -> Result<(), FundingRefusal> {
    let actions = facts.scenarios.iter().flat_map(|scenario| &scenario.actions);
    let action: Option<&PlanAction> = actions.into_iter().find(|action| action.id == line.action);
    let action = action.ok_or(FundingRefusal::NoAction { action: line.action })?;
    let envelope = facts.funding.envelope(line.envelope);
    let envelope = envelope.ok_or(FundingRefusal::NoEnvelope {
        envelope: line.envelope,
    })?;
    if envelope.pays == Pays::Equipment || envelope.pays.seats_of(action.section.route) {
        return Ok(());
    }
    Err(FundingRefusal::Pays {
        name: envelope.name.clone(),
        pays: envelope.pays,
    })
}
