//! Why a whole file could not be read: nothing of it is kept.

use std::path::PathBuf;

use crate::i18n::{Explain, Message};

/// A file refused as a whole. Row by row trouble is an [`super::issue::Issue`] instead.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    #[error("no such file: {0}")]
    NotFound(PathBuf),
    #[error("not a plain file: {0}")]
    NotAFile(PathBuf),
    #[error("access denied: {0}")]
    Denied(PathBuf),
    #[error("cannot read {path}: {detail}")]
    Unreadable { path: PathBuf, detail: String },
    #[error("empty file: {file}")]
    Empty { file: String },
    #[error("{file} is larger than {limit_mb} MB")]
    TooLarge { file: String, limit_mb: u64 },
    /// Neither text nor a container the program opens.
    #[error("{file} is neither text nor a spreadsheet")]
    NotText { file: String },
    /// The binary format of Excel 97–2003, or a workbook protected by a password (same container).
    #[error("{file} is an old or protected Excel workbook")]
    LegacyExcel { file: String },
    /// A cut or damaged zip or workbook.
    #[error("{file} is damaged: {detail}")]
    Damaged { file: String, detail: String },
    /// An archive that would inflate beyond reason.
    #[error("{file}: {entry} inflates beyond {limit_mb} MB or {limit_ratio} times its size")]
    Bomb {
        file: String,
        entry: String,
        limit_mb: u64,
        limit_ratio: u64,
    },
    #[error("{file} holds more than {limit} entries")]
    TooManyEntries { file: String, limit: usize },
    #[error("{file} has more than {limit} columns")]
    TooManyColumns { file: String, limit: usize },
    #[error("{file} has more than {limit} rows")]
    TooManyRows { file: String, limit: u64 },
    /// One piece of text of a workbook longer than any real cell.
    #[error("{file}: {entry} holds a text beyond {limit} bytes")]
    TextTooLong { file: String, entry: String, limit: usize },
    /// No layout of the registry has its columns in the file.
    #[error("{file}: no known layout")]
    UnknownLayout {
        file: String,
        /// Columns of the row most like a header, cut short.
        seen: Vec<String>,
        /// Label keys of the layouts that share most columns, best first.
        nearest: Vec<&'static str>,
    },
    /// Layouts that recognise the file equally well.
    #[error("{file}: several layouts match")]
    Ambiguous { file: String, layouts: Vec<&'static str> },
    /// Several tables of the program inside one file, where one is expected.
    #[error("{file}: several tables: {}", tables.join(", "))]
    SeveralTables { file: String, tables: Vec<String> },
    /// Counts without a year cannot be stored.
    #[error("{file}: no year in the header, the rows or the name")]
    MissingYear { file: String },
    /// A file of the 2009 nomenclature, and no Dares table to translate it.
    #[error("{file}: FAP 2009 without its bridge")]
    Fap2009WithoutBridge { file: String, rows: u64 },
    /// JSON that is no collection of features; what its type is instead.
    #[error("{file}: no GeoJSON features ({found})")]
    NotGeoJson { file: String, found: String },
    #[error("{file} has more than {limit} corners")]
    TooManyCorners { file: String, limit: usize },
    /// Coordinates in a system the program does not convert.
    #[error("{file}: unknown coordinate system {crs}")]
    UnknownCrs { file: String, crs: String },
    /// No property of the features codes a place.
    #[error("{file}: no codes of places among {}", columns.join(", "))]
    NoPlaceCodes { file: String, columns: Vec<String> },
    #[error("cancelled")]
    Cancelled,
}

impl Explain for ImportError {
    fn message(&self) -> Message {
        match self {
            Self::NotFound(path) => Message::new("import-error-not-found").with("path", shown(path)),
            Self::NotAFile(path) => Message::new("import-error-not-a-file").with("path", shown(path)),
            Self::Denied(path) => Message::new("import-error-denied").with("path", shown(path)),
            Self::Unreadable { path, detail } => Message::new("import-error-unreadable")
                .with("path", shown(path))
                .with("detail", detail.as_str()),
            Self::Empty { file } => about("import-error-empty", file),
            Self::TooLarge { file, limit_mb } => about("import-error-too-large", file).with("limit", *limit_mb),
            Self::NotText { file } => about("import-error-not-text", file),
            Self::LegacyExcel { file } => about("import-error-legacy-excel", file),
            Self::Damaged { file, detail } => about("import-error-damaged", file).with("detail", detail.as_str()),
            Self::Bomb {
                file,
                entry,
                limit_mb,
                limit_ratio,
            } => about("import-error-bomb", file)
                .with("entry", entry.as_str())
                .with("limit", *limit_mb)
                .with("ratio", *limit_ratio),
            Self::TooManyEntries { file, limit } => about("import-error-too-many-entries", file).with("limit", *limit),
            Self::TooManyColumns { file, limit } => about("import-error-too-many-columns", file).with("limit", *limit),
            Self::TooManyRows { file, limit } => about("import-error-too-many-rows", file).with("limit", *limit),
            Self::TextTooLong { file, entry, limit } => about("import-error-text-too-long", file)
                .with("entry", entry.as_str())
                .with("limit", *limit),
            Self::UnknownLayout { file, seen, nearest } => unknown_layout(file, seen, nearest),
            Self::Ambiguous { file, layouts } => {
                about("import-error-ambiguous", file).with("layouts", joined_labels(layouts))
            }
            Self::SeveralTables { file, tables } => {
                about("import-error-several-tables", file).with("tables", tables.join(", "))
            }
            Self::MissingYear { file } => about("import-error-missing-year", file),
            Self::Fap2009WithoutBridge { file, rows } => about("import-error-fap2009", file).with("rows", *rows),
            Self::NotGeoJson { file, found } => about("import-error-not-geojson", file).with("found", found.as_str()),
            Self::TooManyCorners { file, limit } => about("import-error-too-many-corners", file).with("limit", *limit),
            Self::UnknownCrs { file, crs } => about("import-error-unknown-crs", file).with("crs", crs.as_str()),
            Self::NoPlaceCodes { file, columns } => {
                about("import-error-no-place-codes", file).with("columns", columns.join(" | "))
            }
            Self::Cancelled => Message::new("import-error-cancelled"),
        }
    }
}

fn about(key: &'static str, file: &str) -> Message {
    Message::new(key).with("file", file)
}

fn shown(path: &std::path::Path) -> String {
    path.display().to_string()
}

fn unknown_layout(file: &str, seen: &[String], nearest: &[&'static str]) -> Message {
    let columns = if seen.is_empty() {
        Message::new("import-no-columns")
    } else {
        Message::new("import-columns-seen").with("columns", seen.join(" | "))
    };
    let hint = if nearest.is_empty() {
        Message::new("import-nearest-none")
    } else {
        Message::new("import-nearest").with("layouts", joined_labels(nearest))
    };
    about("import-error-unknown-layout", file)
        .with("columns", columns)
        .with("nearest", hint)
}

/// Several layout labels as one message argument: a chain, because each label is chosen in the reader's language.
fn joined_labels(labels: &[&'static str]) -> Message {
    let mut labels = labels.iter().rev().map(|label| Message::new(*label));
    let last = labels.next().unwrap_or_else(|| Message::new("import-no-columns"));
    labels.fold(last, |rest, label| {
        Message::new("import-list").with("first", label).with("rest", rest)
    })
}
