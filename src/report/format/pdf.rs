//! Lays a document out on A4 and exports a tagged PDF that conforms to PDF/UA-1.

use typst::diag::SourceDiagnostic;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::super::document::Document;
use super::ReportError;
use super::payload::Payload;
use super::world::{ReportWorld, printable};

/// The report as PDF. Same document, same bytes.
///
/// # Errors
/// [`ReportError::Pdf`] when the layout or the PDF/UA-1 check refuses the document.
pub fn pdf(document: &Document) -> Result<Vec<u8>, ReportError> {
    let payload = serde_json::to_vec(&Payload::new(document, &printable))?;
    let refused = |detail: String| ReportError::Pdf { detail };
    let world = ReportWorld::new(payload).ok_or_else(|| refused("report.typ".to_owned()))?;
    let pages = typst::compile::<PagedDocument>(&world)
        .output
        .map_err(|errors| refused(told(&errors)))?;
    let standards = PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|error| refused(error.message().to_string()))?;
    let options = PdfOptions {
        standards,
        ..PdfOptions::default()
    };
    let bytes = typst_pdf::pdf(&pages, &options).map_err(|errors| refused(told(&errors)))?;
    // The layout keeps what it computed for a next edit of the same text; there is none.
    typst::comemo::evict(0);
    Ok(bytes)
}

fn told(errors: &[SourceDiagnostic]) -> String {
    let messages: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
    messages.join("; ")
}
