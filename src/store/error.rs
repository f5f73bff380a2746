//! What can go wrong between the program and a territory file.

use std::io;
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

use crate::i18n::{Explain, Message};

/// An error of the store. Unless it says otherwise, the file is as it was before the call.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// A cell of the embedded catalogue does not hold what its column promises: the program itself is damaged.
    #[error("embedded table {table}, line {line}, column {column}: « {value} »")]
    Catalogue {
        table: &'static str,
        /// 1-based line of the table, header included.
        line: u64,
        column: &'static str,
        value: String,
    },
    /// Nothing at this path.
    #[error("{}: not found", path.display())]
    Missing { path: PathBuf },
    /// A folder, a device or a pipe, not a file.
    #[error("{}: not a file", path.display())]
    NotAFile { path: PathBuf },
    /// Not SQLite, or an SQLite file of another program.
    #[error("{}: not a territory file", path.display())]
    NotATerritory { path: PathBuf },
    /// Truncated, or its pages or rows do not hold together.
    #[error("{}: damaged ({detail})", path.display())]
    Damaged { path: PathBuf, detail: String },
    /// Written by a newer version of the program.
    #[error("{}: version {found}, this program knows up to {known}", path.display())]
    Newer { path: PathBuf, found: i64, known: i64 },
    /// Its tables are not exactly those of its version: something was added, removed or altered (a trigger, a view…).
    #[error("{}: unexpected « {object} »", path.display())]
    ForeignSchema { path: PathBuf, object: String },
    /// A new territory would overwrite something.
    #[error("{}: already exists", path.display())]
    AlreadyExists { path: PathBuf },
    /// The system refuses access to the file or its folder.
    #[error("{}: access denied", path.display())]
    Denied { path: PathBuf },
    /// A copy was asked onto the open file itself.
    #[error("{}: is the open file", path.display())]
    CopyOntoItself { path: PathBuf },
    /// Open for reading only: another window or program holds it, or the system forbids writing.
    #[error("{}: open for reading only", path.display())]
    ReadOnly { path: PathBuf },
    /// No space left.
    #[error("{}: disk full", path.display())]
    DiskFull { path: PathBuf },
    /// Another program is writing and did not finish in time.
    #[error("{}: locked", path.display())]
    Locked { path: PathBuf },
    /// The system reports another failure of reading or writing.
    #[error("{}: {detail}", path.display())]
    Io { path: PathBuf, detail: String },
    /// A fact breaks a rule of its table (unknown employer, negative seats…).
    #[error("refused by a rule: {detail}")]
    Rule { detail: String },
    /// A value outside what the assumption may take, or not ordered low ≤ central ≤ high.
    #[error("assumption {key}: outside {least} to {most}, or not ordered")]
    Assumption { key: &'static str, least: f64, most: f64 },
    /// No such row to change.
    #[error("no {what} {id}")]
    NoSuch { what: &'static str, id: i64 },
    /// The work behind a deed was stopped on request; the deed was not done.
    #[error("cancelled")]
    Cancelled,
    /// SQLite reports what no other case names.
    #[error("{}: {detail}", path.display())]
    Database { path: PathBuf, detail: String },
}

impl StoreError {
    /// Sorts an error of SQLite met on `path`.
    pub(super) fn sqlite(path: &Path, error: &rusqlite::Error) -> Self {
        let path = path.to_path_buf();
        let detail = error.to_string();
        match error {
            rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::IntegralValueOutOfRange(..)
            | rusqlite::Error::InvalidColumnType(..) => Self::Damaged { path, detail },
            _ => match error.sqlite_error_code() {
                Some(ErrorCode::NotADatabase) => Self::NotATerritory { path },
                Some(ErrorCode::DatabaseCorrupt) => Self::Damaged { path, detail },
                Some(ErrorCode::DiskFull) => Self::DiskFull { path },
                Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Locked { path },
                Some(ErrorCode::ReadOnly) => Self::ReadOnly { path },
                Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => Self::Denied { path },
                Some(ErrorCode::SystemIoFailure) => Self::Io { path, detail },
                Some(ErrorCode::ConstraintViolation) => Self::Rule { detail },
                _ => Self::Database { path, detail },
            },
        }
    }

    /// Sorts an error of the file system met on `path`.
    pub(super) fn io(path: &Path, error: &io::Error) -> Self {
        let path = path.to_path_buf();
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing { path },
            io::ErrorKind::AlreadyExists => Self::AlreadyExists { path },
            io::ErrorKind::PermissionDenied => Self::Denied { path },
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly { path },
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull { path },
            io::ErrorKind::IsADirectory | io::ErrorKind::NotADirectory => Self::NotAFile { path },
            _ => Self::Io {
                path,
                detail: error.to_string(),
            },
        }
    }
}

/// Lets `?` carry an SQLite error to the place that knows the file.
pub(super) trait At<T> {
    /// Names the file the error was met on.
    fn at(self, path: &Path) -> Result<T, StoreError>;
}

impl<T> At<T> for rusqlite::Result<T> {
    fn at(self, path: &Path) -> Result<T, StoreError> {
        self.map_err(|error| StoreError::sqlite(path, &error))
    }
}

impl<T> At<T> for io::Result<T> {
    fn at(self, path: &Path) -> Result<T, StoreError> {
        self.map_err(|error| StoreError::io(path, &error))
    }
}

impl Explain for StoreError {
    fn message(&self) -> Message {
        let on = |key: &'static str, path: &Path| Message::new(key).with("path", path.display().to_string());
        match self {
            Self::Catalogue {
                table,
                line,
                column,
                value,
            } => Message::new("store-error-catalogue")
                .with("table", *table)
                .with("line", *line)
                .with("column", *column)
                .with("value", value.as_str()),
            Self::Missing { path } => on("store-error-missing", path),
            Self::NotAFile { path } => on("store-error-not-a-file", path),
            Self::NotATerritory { path } => on("store-error-not-a-territory", path),
            Self::Damaged { path, detail } => on("store-error-damaged", path).with("detail", detail.as_str()),
            Self::Newer { path, found, known } => on("store-error-newer", path)
                .with("found", found.to_string())
                .with("known", known.to_string()),
            Self::ForeignSchema { path, object } => {
                on("store-error-foreign-schema", path).with("object", object.as_str())
            }
            Self::AlreadyExists { path } => on("store-error-already-exists", path),
            Self::Denied { path } => on("store-error-denied", path),
            Self::CopyOntoItself { path } => on("store-error-copy-onto-itself", path),
            Self::ReadOnly { path } => on("store-error-read-only", path),
            Self::DiskFull { path } => on("store-error-disk-full", path),
            Self::Locked { path } => on("store-error-locked", path),
            Self::Io { path, detail } => on("store-error-io", path).with("detail", detail.as_str()),
            Self::Rule { detail } => Message::new("store-error-rule").with("detail", detail.as_str()),
            Self::Assumption { key, least, most } => Message::new("store-error-assumption")
                .with("name", Message::new(format!("store-assumption-{key}")))
                .with("least", least.to_string())
                .with("most", most.to_string()),
            Self::NoSuch { what, id } => Message::new("store-error-no-such")
                .with("what", Message::new(format!("store-noun-{what}")))
                .with("id", id.to_string()),
            Self::Cancelled => Message::new("store-error-cancelled"),
            Self::Database { path, detail } => on("store-error-database", path).with("detail", detail.as_str()),
        }
    }
}
