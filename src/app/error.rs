//! What can go wrong between the rooms, with the facts a person needs.

use crate::i18n::{Explain, Message};

/// An error of a session, a job or an export.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// The user stopped the work; nothing was changed.
    #[error("cancelled")]
    Cancelled,
    /// A job stopped on a defect of the program.
    #[error("a job panicked: {reason}")]
    Panicked { reason: String },
    /// The system gave no thread.
    #[error("no thread: {reason}")]
    NoThread { reason: String },
}

impl Explain for AppError {
    fn message(&self) -> Message {
        match self {
            Self::Cancelled => Message::new("app-cancelled"),
            Self::Panicked { reason } => Message::new("app-panicked").with("reason", reason.as_str()),
            Self::NoThread { reason } => Message::new("app-no-thread").with("reason", reason.as_str()),
        }
    }
}
