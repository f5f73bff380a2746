//! Writes a document in each format.

mod csv;
mod layout;
mod payload;
mod pdf;
mod png;
pub mod sheet;
mod svg;
mod world;
mod xlsx;

pub use csv::{csv, tsv};
pub use layout::{Header, Plain};
pub use pdf::pdf;
pub use png::png;
pub use sheet::{Sheet, sheet};
pub use svg::figure;
pub use xlsx::xlsx;

use crate::i18n::{Explain, Message};

/// Why a report could not be written.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// The page layout or the accessibility check refused the document; the program is at fault.
    #[error("PDF: {detail}")]
    Pdf { detail: String },
    /// A chart could not be made an image; the program is at fault.
    #[error("PNG: {detail}")]
    Image { detail: String },
    /// The workbook could not be made.
    #[error("XLSX: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// A table could not be written as text.
    #[error("CSV: {0}")]
    Csv(#[from] ::csv::Error),
    /// The document was refused as data.
    #[error("JSON: {0}")]
    Payload(#[from] serde_json::Error),
}

impl Explain for ReportError {
    fn message(&self) -> Message {
        let (key, detail) = match self {
            Self::Pdf { detail } => ("report-error-pdf", detail.clone()),
            Self::Image { detail } => ("report-error-image", detail.clone()),
            Self::Workbook(error) => ("report-error-workbook", error.to_string()),
            Self::Csv(error) => ("report-error-csv", error.to_string()),
            Self::Payload(error) => ("report-error-pdf", error.to_string()),
        };
        Message::new(key).with("detail", detail)
    }
}
