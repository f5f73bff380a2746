//! Why a gap could not be computed.

use crate::domain::assumption::AssumptionKey;
use crate::engine::EngineError;
use crate::i18n::{Explain, Message};

/// A gap that could not be computed; the file is unchanged.
#[derive(Debug, thiserror::Error)]
pub enum MarketError {
    /// The user asked to stop.
    #[error("the computation was cancelled")]
    Cancelled,
    /// More supply nodes, cells or arcs than the solver can number.
    #[error("the problem is too large: {count} elements")]
    TooLarge { count: usize },
    /// A what-if edit of a section or cell that the facts do not have.
    #[error("nothing to edit: {what}")]
    NothingToEdit { what: String },
    /// No observed move is a possibility of the problem, and nobody without a post was trained in it; so many people were read.
    #[error("none of {people} people observed has a part in the problem")]
    NothingObserved { people: i64 },
    /// Observed moves lead to a value, generalised minutes, that the assumption may not take.
    #[error("{} would be {value}", key.as_str())]
    EstimateOutside { key: AssumptionKey, value: f64 },
    /// Limits and a scenario that no plan respects, each named.
    #[error("no plan respects {} limits", why.len())]
    NoPlan { why: Vec<Message> },
    /// A budget was asked, but a seat of this programme has no cost.
    #[error("no cost for {programme}")]
    NoCost { programme: String },
    /// A budget is asked, and a mobility help of the scenario has no cost.
    #[error("a mobility help has no cost")]
    NoHelpCost,
    /// The solver refused the problem, or could not prove its result.
    #[error("the matching failed: {0}")]
    Engine(EngineError),
}

impl From<EngineError> for MarketError {
    fn from(error: EngineError) -> Self {
        match error {
            EngineError::Cancelled => Self::Cancelled,
            other => Self::Engine(other),
        }
    }
}

impl Explain for MarketError {
    fn message(&self) -> Message {
        match self {
            Self::Cancelled => Message::new("market-error-cancelled"),
            Self::TooLarge { count } => Message::new("market-error-too-large").with("count", *count),
            Self::NothingToEdit { what } => Message::new("market-error-nothing-to-edit").with("what", what.as_str()),
            Self::NothingObserved { people } => Message::new("market-error-nothing-observed").with("people", *people),
            Self::EstimateOutside { key, .. } => {
                let (least, most) = key.bounds();
                Message::new("market-error-estimate-outside")
                    .with("name", key.as_str())
                    .with("least", least.to_string())
                    .with("most", most.to_string())
            }
            Self::NoPlan { why } => {
                let first = why.first().cloned();
                let first = first.unwrap_or_else(|| Message::new("market-plan-limit-scenario"));
                let others = why.len().saturating_sub(1);
                Message::new("market-error-no-plan")
                    .with("first", first)
                    .with("others", others)
            }
            Self::NoHelpCost => Message::new("market-error-no-help-cost"),
            Self::NoCost { programme } => Message::new("market-error-no-cost").with("programme", programme.as_str()),
            Self::Engine(error) => error.message(),
        }
    }
}
