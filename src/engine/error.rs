//! Why a problem cannot be solved.

use crate::i18n::{Explain, Message};

use super::certificate::CertificateError;
use super::expected::Unidentified;
use super::hall::ShortfallError;
use super::plan::PlanError;

/// A refusal of the engine. A solvable problem always has a solution: posts may stay unfilled.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum EngineError {
    /// Supply node `index` has fewer than zero people.
    #[error("supply {index} is negative: {value}")]
    NegativeSupply { index: usize, value: i64 },
    /// Demand cell `index` has fewer than zero posts.
    #[error("demand {index} is negative: {value}")]
    NegativeDemand { index: usize, value: i64 },
    /// Arc `index` names a supply or a demand that does not exist.
    #[error("arc {index} leaves the problem")]
    ArcOutOfRange { index: usize },
    /// Limit `index` is fewer than zero people.
    #[error("limit {index} is negative: {value}")]
    NegativeLimit { index: usize, value: i64 },
    /// Limit `index` names an arc that does not exist, or one arc twice.
    #[error("limit {index} names an arc twice or one that does not exist")]
    LimitArc { index: usize },
    /// The arcs of limit `index` have neither one supply nor one demand in common.
    #[error("the arcs of limit {index} share neither a supply nor a demand")]
    LimitEnds { index: usize },
    /// Limit `index` and another one of the same supply, or of the same demand, have some arcs in common and not the others.
    #[error("limit {index} crosses another one")]
    LimitsCross { index: usize },
    /// The problem has limits, and what was asked is for problems without.
    #[error("the problem has limits")]
    Limited,
    /// A change names a supply or a demand that does not exist.
    #[error("node {index} does not exist")]
    NodeOutOfRange { index: usize },
    /// Quantities, costs or sizes beyond the bounds stated in [`super::problem`].
    #[error("the problem exceeds the bounds of the exact computation")]
    Overflow,
    /// The listener asked to stop.
    #[error("cancelled")]
    Cancelled,
    /// The result failed its own proof: a defect of the engine, never shown as a result.
    #[error("the solution failed its proof: {0}")]
    Unproved(#[from] CertificateError),
    /// The explanation of a shortage failed its own check: a defect of the engine, never shown.
    #[error("the explanation failed its proof: {0}")]
    Unexplained(#[from] ShortfallError),
    /// Parameters of the expected lens outside its field: a surplus that is not finite, a noise that is not positive or too small beside the costs.
    #[error("surplus {surplus} and noise {noise} are not usable")]
    Parameters { surplus: f64, noise: f64 },
    /// The margins of the expected lens were still open by `residual`, relative, after the last sweep allowed.
    #[error("margins open by {residual} after {sweeps} sweeps")]
    NotBalanced { sweeps: usize, residual: f64 },
    /// Observed moves do not tell the parameters of the expected lens.
    #[error("the moves do not identify the parameters: {0:?}")]
    NotIdentified(Unidentified),
    /// No parameters give the observed moments; the nearest miss them by `residual`, relative.
    #[error("moments missed by {residual}")]
    NoEstimate { residual: f64 },
    /// An ill-formed planning problem, or one without any plan.
    #[error("no plan: {0}")]
    Plan(PlanError),
}

impl From<Unidentified> for EngineError {
    fn from(why: Unidentified) -> Self {
        Self::NotIdentified(why)
    }
}

impl Explain for EngineError {
    fn message(&self) -> Message {
        match self {
            Self::NegativeSupply { .. } | Self::NegativeDemand { .. } | Self::NegativeLimit { .. } => {
                Message::new("engine-error-negative")
            }
            Self::LimitEnds { .. } | Self::LimitsCross { .. } | Self::Limited => Message::new("engine-error-limits"),
            Self::ArcOutOfRange { .. } | Self::NodeOutOfRange { .. } | Self::LimitArc { .. } => {
                Message::new("engine-error-arc")
            }
            Self::Overflow => Message::new("engine-error-overflow"),
            Self::Cancelled => Message::new("engine-error-cancelled"),
            Self::Parameters { .. } => Message::new("engine-error-parameters"),
            Self::NotBalanced { sweeps, .. } => Message::new("engine-error-not-balanced").with("count", *sweeps),
            Self::NotIdentified(why) => why.message(),
            Self::NoEstimate { .. } => Message::new("engine-error-no-estimate"),
            Self::Plan(PlanError::Infeasible(conflict)) => Message::new("engine-error-no-plan")
                .with("rows", conflict.rows.len())
                .with("floors", conflict.floors.len())
                .with("locks", conflict.locks.len()),
            Self::Plan(why) => Message::new("engine-error-plan").with("detail", why.to_string()),
            Self::Unproved(proof) => Message::new("engine-error-unproved").with("detail", proof.to_string()),
            Self::Unexplained(proof) => Message::new("engine-error-unproved").with("detail", proof.to_string()),
        }
    }
}

impl Explain for Unidentified {
    fn message(&self) -> Message {
        Message::new(match self {
            Self::NobodyMatched => "engine-error-nobody-matched",
            Self::EverybodyMatched => "engine-error-everybody-matched",
            Self::EqualCosts => "engine-error-equal-costs",
            Self::BeyondPotential => "engine-error-beyond-potential",
            Self::NoTravel => "engine-error-no-travel",
            Self::CostAttracts => "engine-error-cost-attracts",
        })
    }
}
