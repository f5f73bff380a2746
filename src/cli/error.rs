//! What ends a command, and the exit code it ends with.

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use crate::app::{AppError, Fault};
use crate::domain::id::{BasinCode, FapCode};
use crate::i18n::{Explain, Message};

/// Exit codes, as documented in `--help` and `docs/cli.md`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    Success = 0,
    /// A defect of the program.
    Internal = 1,
    /// A command line that makes no sense.
    Usage = 2,
    /// A file to import or a value was refused; nothing was changed.
    RefusedInput = 3,
    /// The territory file cannot be opened, or not for writing.
    RefusedTerritory = 4,
    /// Stopped by the user; nothing was changed.
    Cancelled = 5,
    /// `check` found damage.
    CheckFailed = 6,
    /// The result could not be written.
    NotWritten = 7,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// Why a command stopped.
#[derive(Debug, thiserror::Error)]
pub enum CliError {
    #[error(transparent)]
    App(#[from] AppError),
    /// The terminal or the pipe behind stdout refuses.
    #[error("output: {0}")]
    Output(#[from] io::Error),
    #[error("unknown command {0}")]
    UnknownCommand(String),
    #[error("no cell {basin} × {occupation}")]
    NoCell { basin: BasinCode, occupation: FapCode },
    #[error("unknown assumption {0}")]
    UnknownAssumption(String),
    /// An argument the parser should have asked for.
    #[error("missing argument {0}")]
    MissingArgument(&'static str),
    /// A number that no action of the scenario has.
    #[error("no action {0}")]
    NoAction(i64),
    /// No mobility help of this number in the scenario.
    #[error("no help {0}")]
    NoHelp(i64),
    /// A number that no envelope, aid or contract cost has.
    #[error("no row {0}")]
    NoRow(i64),
    /// A number that nothing of this part of the board has.
    #[error("nothing of number {0} on the board")]
    NoBoardItem(i64),
    /// `-o` names a file of no kind a chart is written as.
    #[error("{0} is no chart")]
    UnknownChart(String),
    /// `-o` names a file, but several formats were asked.
    #[error("{0} cannot hold several formats")]
    OneFileForSeveral(PathBuf),
}

impl CliError {
    /// The reader of the pipe has gone: not an error of ours.
    pub fn is_broken_pipe(&self) -> bool {
        matches!(self, Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }

    /// The exit code of this error.
    pub fn exit(&self) -> Exit {
        match self {
            Self::App(error) => match error.fault() {
                Fault::Input => Exit::RefusedInput,
                Fault::Territory => Exit::RefusedTerritory,
                Fault::Cancelled => Exit::Cancelled,
                Fault::Output => Exit::NotWritten,
                Fault::Program => Exit::Internal,
            },
            Self::Output(_) => Exit::NotWritten,
            Self::UnknownCommand(_)
            | Self::UnknownAssumption(_)
            | Self::UnknownChart(_)
            | Self::MissingArgument(_)
            | Self::OneFileForSeveral(_) => Exit::Usage,
            Self::NoCell { .. } | Self::NoAction(_) | Self::NoHelp(_) | Self::NoRow(_) | Self::NoBoardItem(_) => {
                Exit::RefusedInput
            }
        }
    }
}

impl Explain for CliError {
    fn message(&self) -> Message {
        match self {
            Self::App(error) => error.message(),
            Self::Output(error) => Message::new("cli-error-output").with("reason", error.to_string()),
            Self::UnknownCommand(name) => Message::new("cli-error-unknown-command").with("name", name.as_str()),
            Self::NoCell { basin, occupation } => Message::new("cli-error-no-cell")
                .with("basin", basin.as_str())
                .with("occupation", occupation.as_str()),
            Self::NoHelp(number) => Message::new("cli-error-no-help").with("help", *number),
            Self::NoAction(number) => Message::new("cli-error-no-action").with("action", *number),
            Self::NoRow(number) => Message::new("cli-error-no-row").with("number", *number),
            Self::NoBoardItem(number) => Message::new("cli-error-no-board-item").with("number", *number),
            Self::UnknownAssumption(key) => Message::new("cli-error-unknown-assumption").with("key", key.as_str()),
            Self::UnknownChart(file) => Message::new("cli-error-unknown-chart").with("file", file.as_str()),
            Self::MissingArgument(argument) => Message::new("cli-error-missing-argument").with("argument", *argument),
            Self::OneFileForSeveral(path) => {
                Message::new("cli-error-one-file").with("file", path.display().to_string())
            }
        }
    }
}
