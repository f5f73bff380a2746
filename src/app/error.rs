//! What can go wrong between the rooms, with the facts a person needs.

use std::path::PathBuf;

use super::demo::DemoError;
use crate::domain::id::RegionCode;
use crate::engine::EngineError;
use crate::i18n::{Explain, Message};
use crate::import::ImportError;
use crate::market::MarketError;
use crate::market::crosswalk::OutletRefusal;
use crate::market::funding::FundingRefusal;
use crate::market::plan::{ActionRefusal, BoardRefusal, HelpRefusal};
use crate::market::skills::ModuleRefusal;
use crate::report::ReportError;
use crate::store::StoreError;

/// An error of a session, a job or an export. Unless it says otherwise, the territory file is as it was.
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
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Import(#[from] ImportError),
    #[error(transparent)]
    Market(#[from] MarketError),
    #[error(transparent)]
    Report(#[from] ReportError),
    #[error(transparent)]
    Demo(#[from] DemoError),
    /// A region code that is not in the catalogue.
    #[error("unknown region {code}")]
    UnknownRegion { code: RegionCode },
    /// A version that is not in the folder.
    #[error("no version {asked}")]
    NoVersion { asked: String },
    /// A territory without region.
    #[error("no region")]
    NoRegion,
    /// Nothing readable among the files to import.
    #[error("nothing to import")]
    NothingToImport,
    /// A file of observed moves among those to store.
    #[error("{file} holds observed moves")]
    MovesAreNotStored { file: String },
    /// Another file than observed moves to estimate on.
    #[error("{file} holds no observed moves")]
    NotMoves { file: String, layout: &'static str },
    /// Another file than a table of outlets, to compare line by line.
    #[error("{file} is no table of outlets")]
    NotOutlets { file: String, layout: &'static str },
    /// A file given that cannot be read.
    #[error("{}: {reason}", path.display())]
    Unreadable { path: PathBuf, reason: String },
    /// An outlet that cannot be added.
    #[error(transparent)]
    Outlet(OutletRefusal),
    /// An action of a scenario that cannot be.
    #[error(transparent)]
    Action(#[from] ActionRefusal),
    /// A mobility help that cannot be.
    #[error(transparent)]
    Help(#[from] HelpRefusal),
    /// An envelope, an aid, a contract cost or a gift that cannot be.
    #[error(transparent)]
    Funding(#[from] FundingRefusal),
    /// A module of an establishment that cannot be.
    #[error(transparent)]
    Module(#[from] ModuleRefusal),
    /// Something that cannot be on the board.
    #[error(transparent)]
    Board(#[from] BoardRefusal),
    /// A review to apply where no cohort was reviewed.
    #[error("nothing reviewed")]
    NothingReviewed,
    /// A scenario that the file does not have, or whose name another has.
    #[error("scenario {name}")]
    Scenario { name: String, fault: ScenarioFault },
    /// Nothing of a scenario is approved, or it is the decided one: there is nothing to decide.
    #[error("nothing to decide of scenario {name}")]
    NothingApproved { name: String },
    /// A report could not be put in its place.
    #[error("{}: {reason}", path.display())]
    Write { path: PathBuf, reason: String },
}

/// What is wrong with the name of a scenario.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScenarioFault {
    Unknown,
    Taken,
    Empty,
}

/// Who has to do something about an error: decides the exit code of the command line and the tone of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// A file or a value given to the program.
    Input,
    /// The territory file itself, or its place.
    Territory,
    Cancelled,
    /// The place a result was to be written to.
    Output,
    /// The program.
    Program,
}

impl AppError {
    /// Whose fault it is.
    pub fn fault(&self) -> Fault {
        match self {
            Self::Cancelled
            | Self::Store(StoreError::Cancelled)
            | Self::Import(ImportError::Cancelled)
            | Self::Market(MarketError::Cancelled) => Fault::Cancelled,
            Self::Store(error) => store_fault(error),
            Self::Import(_)
            | Self::UnknownRegion { .. }
            | Self::NoVersion { .. }
            | Self::NoRegion
            | Self::NothingToImport
            | Self::MovesAreNotStored { .. }
            | Self::Outlet(_)
            | Self::Action(_)
            | Self::Help(_)
            | Self::NothingApproved { .. }
            | Self::Funding(_)
            | Self::Module(_)
            | Self::Board(_)
            | Self::NothingReviewed
            | Self::Scenario { .. }
            | Self::Unreadable { .. }
            | Self::NotOutlets { .. }
            | Self::NotMoves { .. } => Fault::Input,
            Self::Market(error) => market_fault(error),
            Self::Write { .. } => Fault::Output,
            Self::Panicked { .. } | Self::NoThread { .. } | Self::Report(_) | Self::Demo(_) => Fault::Program,
        }
    }
}

/// Observed moves that tell no parameters, and means that leave no plan, are a fault of what was given.
fn market_fault(error: &MarketError) -> Fault {
    match error {
        MarketError::NothingObserved { .. }
        | MarketError::EstimateOutside { .. }
        | MarketError::NoPlan { .. }
        | MarketError::NoCost { .. }
        | MarketError::NoHelpCost
        | MarketError::Engine(EngineError::NotIdentified(_) | EngineError::NoEstimate { .. }) => Fault::Input,
        _ => Fault::Program,
    }
}

fn store_fault(error: &StoreError) -> Fault {
    match error {
        StoreError::Rule { .. } | StoreError::Assumption { .. } | StoreError::NoSuch { .. } => Fault::Input,
        StoreError::DiskFull { .. } | StoreError::Io { .. } | StoreError::CopyOntoItself { .. } => Fault::Output,
        StoreError::Catalogue { .. } | StoreError::Database { .. } => Fault::Program,
        _ => Fault::Territory,
    }
}

impl Explain for AppError {
    fn message(&self) -> Message {
        match self {
            Self::Cancelled => Message::new("app-cancelled"),
            Self::Panicked { reason } => Message::new("app-panicked").with("reason", reason.as_str()),
            Self::NoThread { reason } => Message::new("app-no-thread").with("reason", reason.as_str()),
            Self::Store(error) => error.message(),
            Self::Import(error) => error.message(),
            Self::Market(error) => error.message(),
            Self::Report(error) => error.message(),
            Self::Demo(error) => Message::new("app-demo-defect").with("reason", error.to_string()),
            Self::UnknownRegion { code } => Message::new("app-unknown-region").with("code", code.as_str()),
            Self::NoVersion { asked } => Message::new("app-version-none").with("asked", asked.as_str()),
            Self::Unreadable { path, reason } => Message::new("app-unreadable")
                .with("file", path.display().to_string())
                .with("reason", reason.as_str()),
            Self::Outlet(refusal) => refusal.message(),
            Self::Action(refusal) => refusal.message(),
            Self::Help(refusal) => refusal.message(),
            Self::NothingApproved { name } => Message::new("app-scenario-nothing-approved").with("name", name.as_str()),
            Self::Funding(refusal) => refusal.message(),
            Self::Module(refusal) => refusal.message(),
            Self::Board(refusal) => refusal.message(),
            Self::NothingReviewed => Message::new("app-nothing-reviewed"),
            Self::Scenario { name, fault } => {
                let key = match fault {
                    ScenarioFault::Unknown => "app-scenario-unknown",
                    ScenarioFault::Taken => "app-scenario-taken",
                    ScenarioFault::Empty => "app-scenario-empty",
                };
                Message::new(key).with("name", name.as_str())
            }
            Self::NoRegion => Message::new("app-no-region"),
            Self::NothingToImport => Message::new("app-nothing-to-import"),
            Self::MovesAreNotStored { file } => Message::new("app-moves-not-stored").with("file", file.as_str()),
            Self::NotMoves { file, layout } => Message::new("app-not-moves")
                .with("file", file.as_str())
                .with("layout", Message::new(*layout)),
            Self::NotOutlets { file, layout } => Message::new("app-not-outlets")
                .with("file", file.as_str())
                .with("layout", Message::new(*layout)),
            Self::Write { path, reason } => Message::new("app-write-failed")
                .with("file", path.display().to_string())
                .with("reason", reason.as_str()),
        }
    }
}
