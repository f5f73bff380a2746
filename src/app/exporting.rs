//! Reports on their way to disk: computed, written apart, put in place whole.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use jiff::Zoned;

use super::error::AppError;
use super::session::Session;
use crate::domain::progress::Progress;
use crate::i18n::Lang;
use crate::market::gap::Gap;
use crate::report::{self, Document, Findings};

/// What to write, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportRequest {
    /// Written in this order, each once.
    pub formats: Vec<ReportFormat>,
    /// A folder, made if needed; or a file, when one format of one file is asked and the name ends accordingly.
    pub target: PathBuf,
    pub lang: Lang,
    pub year: Option<u16>,
}

/// A format of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ReportFormat {
    Pdf,
    Xlsx,
    /// One file per table of the report, always in a folder.
    Csv,
}

impl ReportFormat {
    pub const ALL: [Self; 3] = [Self::Pdf, Self::Xlsx, Self::Csv];

    /// File extension, and word of the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
        }
    }

    /// Reads [`Self::as_str`].
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.as_str() == word)
    }

    /// The format a file name asks for; nothing for a folder. CSV is never one file.
    pub fn of_file(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        Self::parse(&extension).filter(|format| *format != Self::Csv)
    }
}

impl Session {
    /// Writes the report of a year; the files written, in order. Each file is complete or absent.
    ///
    /// # Errors
    /// [`AppError::Write`] when a place refuses, [`AppError::Report`], [`AppError::Market`], [`AppError::Cancelled`].
    pub fn export_report(&self, request: &ReportRequest, progress: &dyn Progress) -> Result<Vec<PathBuf>, AppError> {
        let diagnosis = self.diagnosis(request.year, progress)?;
        let shortages = diagnosis.shortages.largest(report::SHORTAGES_LOOKED_AT)?;
        let outlooks = self.outlooks(request.year, progress)?;
        let findings = Findings {
            gap: &diagnosis.gap,
            causes: &diagnosis.causes,
            expected: &diagnosis.expected,
            flows: &diagnosis.flows,
            shortages: &shortages,
            values: &diagnosis.values,
            outlooks: &outlooks,
        };
        let document = report::document(&diagnosis.facts, findings, request.lang, Zoned::now().date());
        let total = u64::try_from(request.formats.len()).unwrap_or(u64::MAX);
        let mut written = Vec::new();
        for (done, format) in (0..).zip(&request.formats) {
            progress.report(done, total);
            for (path, bytes) in files(*format, request, &document, &diagnosis.gap)? {
                if progress.is_cancelled() {
                    return Err(AppError::Cancelled);
                }
                if !written.contains(&path) {
                    write_whole(&path, &bytes)?;
                    written.push(path);
                }
            }
        }
        Ok(written)
    }
}

fn files(
    format: ReportFormat,
    request: &ReportRequest,
    document: &Document,
    gap: &Gap,
) -> Result<Vec<(PathBuf, Vec<u8>)>, AppError> {
    let stem = format!("releve-{}-{}", slug(&gap.territory.name), gap.year);
    let one = |bytes: Vec<u8>| {
        let asked = request.formats.len() == 1 && ReportFormat::of_file(&request.target) == Some(format);
        let path = if asked {
            request.target.clone()
        } else {
            request.target.join(format!("{stem}.{}", format.as_str()))
        };
        vec![(path, bytes)]
    };
    Ok(match format {
        ReportFormat::Pdf => one(report::pdf(document)?),
        ReportFormat::Xlsx => one(report::xlsx(document)?),
        ReportFormat::Csv => {
            let mut tables = Vec::new();
            for table in document.tables() {
                let name = format!("{stem}-{}.csv", table.id);
                tables.push((request.target.join(name), report::csv(request.lang, table)?));
            }
            tables
        }
    })
}

/// Writes a text to a file, whole or not at all.
///
/// # Errors
/// [`AppError::Write`].
pub fn save_text(path: &Path, text: &str) -> Result<(), AppError> {
    write_whole(path, text.as_bytes())
}

/// Writes a table as a workbook, whole or not at all.
///
/// # Errors
/// [`AppError::Report`], [`AppError::Write`].
pub fn save_sheet(path: &Path, table: &report::format::Sheet) -> Result<(), AppError> {
    let today = Zoned::now().date();
    write_whole(path, &report::format::sheet(table, today)?)
}

/// Writes beside, then renames: a reader never sees half a file, and a full disk leaves the old one.
pub(super) fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), AppError> {
    let failed = |error: std::io::Error| AppError::Write {
        path: path.to_owned(),
        reason: error.to_string(),
    };
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(failed)?;
    let mut file = tempfile::Builder::new()
        .prefix(".releve-")
        .tempfile_in(folder)
        .map_err(failed)?;
    file.write_all(bytes).map_err(failed)?;
    file.as_file().sync_all().map_err(failed)?;
    set_readable(file.path()).map_err(failed)?;
    file.persist(path).map_err(|error| failed(error.error))?;
    Ok(())
}

/// Temporary files are private to their owner; a report is an ordinary file.
#[cfg(unix)]
fn set_readable(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn set_readable(_path: &Path) -> std::io::Result<()> {
    Ok(())
}

/// A file name any system accepts: « Hauts-de-France » gives `hauts-de-france`.
pub(super) fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in name.chars().flat_map(char::to_lowercase) {
        match unaccented(c) {
            Some(letter) => slug.push_str(letter),
            None if c.is_ascii_alphanumeric() => slug.push(c),
            None if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            None => {}
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() {
        "territoire".to_owned()
    } else {
        slug.chars().take(60).collect()
    }
}

fn unaccented(c: char) -> Option<&'static str> {
    Some(match c {
        'à' | 'â' | 'ä' => "a",
        'é' | 'è' | 'ê' | 'ë' => "e",
        'î' | 'ï' => "i",
        'ô' | 'ö' => "o",
        'ù' | 'û' | 'ü' => "u",
        'ç' => "c",
        'œ' => "oe",
        'æ' => "ae",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_are_plain() {
        assert_eq!(slug("Démonstration"), "demonstration");
        assert_eq!(
            slug("Auvergne-Rhône-Alpes – Bourgogne-Franche-Comté"),
            "auvergne-rhone-alpes-bourgogne-franche-comte"
        );
        assert_eq!(slug("../../etc"), "etc");
        assert_eq!(slug("東京"), "territoire");
    }

    #[test]
    fn a_file_name_tells_its_format_and_csv_is_a_folder() {
        let of = |name: &str| ReportFormat::of_file(Path::new(name));
        assert_eq!(of("gap.PDF"), Some(ReportFormat::Pdf));
        assert_eq!(of("out/gap.xlsx"), Some(ReportFormat::Xlsx));
        assert_eq!(of("gap.csv"), None);
        assert_eq!(of("reports"), None);
    }

    #[test]
    fn a_place_that_refuses_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let blocked = folder.path().join("file");
        fs::write(&blocked, b"x").unwrap();
        let error = write_whole(&blocked.join("report.pdf"), b"pdf").unwrap_err();
        assert!(matches!(error, AppError::Write { .. }));
        write_whole(&folder.path().join("new/report.pdf"), b"pdf").unwrap();
        assert_eq!(fs::read(folder.path().join("new/report.pdf")).unwrap(), b"pdf");
        assert_eq!(
            fs::read_dir(folder.path().join("new")).unwrap().count(),
            1,
            "no temporary file is left"
        );
    }
}
