//! Zip archives measured before anything inside is trusted: what they inflate to, in truth and not as declared.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::error::ImportError;
use super::file::MAX_FILE_BYTES;
use super::sink::cut;
use crate::domain::progress::Progress;

/// Entries of one archive.
pub const MAX_ENTRIES: usize = 2_000;
/// Bytes an archive may inflate to; the largest workbook of the field inflates to some fifty million.
pub const MAX_INFLATED_BYTES: u64 = 384 << 20;
/// Bytes of workbook parts that are held in memory whole (shared strings, styles).
pub const MAX_HELD_BYTES: u64 = 48 << 20;
/// Inflated over deflated size of one entry, once it is larger than [`RATIO_FREE_BYTES`]; real sheets stay under 60.
pub const MAX_RATIO: u64 = 150;
const RATIO_FREE_BYTES: u64 = 1 << 20;
/// Bytes between two tags of a workbook part, which its reader holds in memory; a real cell has at most 32,767 characters.
pub const MAX_XML_TEXT: usize = 16 << 20;

/// What an archive is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// An OOXML workbook.
    Workbook,
    /// Files to look into, in the order of the archive.
    Bundle(Vec<String>),
}

/// True for the magic bytes of a zip archive.
pub fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// True for the container of old and password-protected Office files.
pub fn is_compound(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
}

/// Inflates every entry without keeping it, to learn what the archive is and that it is safe to open.
///
/// # Errors
/// Damaged, bomb, too many entries, text too long, cancelled.
pub fn inspect(file: &str, bytes: &[u8], progress: &dyn Progress) -> Result<Kind, ImportError> {
    let mut archive = open(file, bytes)?;
    if archive.len() > MAX_ENTRIES {
        return Err(ImportError::TooManyEntries {
            file: file.to_owned(),
            limit: MAX_ENTRIES,
        });
    }
    let mut names: Vec<String> = Vec::new();
    for name in archive.file_names() {
        names.push(name.map_err(|e| damaged(file, &e.to_string()))?.into_owned());
    }
    names.sort();
    let workbook = names.iter().any(|name| name.eq_ignore_ascii_case("xl/workbook.xml"));
    let mut meter = Meter {
        file,
        workbook,
        inflated: 0,
        held: 0,
        chunk: vec![0; 1 << 16],
        progress,
    };
    for index in 0..archive.len() {
        meter.measure(&mut archive, index)?;
    }
    if workbook {
        return Ok(Kind::Workbook);
    }
    names.retain(|name| !name.ends_with('/') && !name.starts_with("__MACOSX/"));
    Ok(Kind::Bundle(names))
}

/// The bytes of one entry of a measured archive.
///
/// # Errors
/// Damaged, too large.
pub fn entry(file: &str, bytes: &[u8], name: &str) -> Result<Vec<u8>, ImportError> {
    let mut archive = open(file, bytes)?;
    let reader = archive.by_name(name).map_err(|e| damaged(file, &e.to_string()))?;
    let mut out = Vec::new();
    reader
        .take(MAX_FILE_BYTES + 1)
        .read_to_end(&mut out)
        .map_err(|e| damaged(file, &e.to_string()))?;
    if out.len() as u64 > MAX_FILE_BYTES {
        return Err(ImportError::TooLarge {
            file: format!("{file}/{}", cut(name)),
            limit_mb: MAX_FILE_BYTES >> 20,
        });
    }
    Ok(out)
}

/// Running totals over the entries of an archive.
struct Meter<'a> {
    file: &'a str,
    workbook: bool,
    inflated: u64,
    held: u64,
    chunk: Vec<u8>,
    progress: &'a dyn Progress,
}

impl Meter<'_> {
    fn measure(&mut self, archive: &mut ZipArchive<Cursor<&[u8]>>, index: usize) -> Result<(), ImportError> {
        let mut reader = archive.by_index(index).map_err(|e| self.zip_error(&e))?;
        let name = reader.name().map_err(|e| self.zip_error(&e))?.into_owned();
        let deflated = reader.compressed_size();
        let streamed = name.to_ascii_lowercase().starts_with("xl/worksheets/");
        let (mut size, mut text) = (0u64, 0usize);
        loop {
            let read = reader
                .read(&mut self.chunk)
                .map_err(|e| damaged(self.file, &e.to_string()))?;
            if read == 0 {
                return Ok(());
            }
            size += read as u64;
            self.inflated += read as u64;
            let held = self.workbook && !streamed;
            self.held += if held { read as u64 } else { 0 };
            let swollen = size > RATIO_FREE_BYTES && size / MAX_RATIO > deflated;
            if self.inflated > MAX_INFLATED_BYTES || self.held > MAX_HELD_BYTES || swollen {
                return Err(self.bomb(&name));
            }
            if self.workbook {
                text = longest_text(&self.chunk[..read], text);
                if text > MAX_XML_TEXT {
                    return Err(self.too_long(&name));
                }
            }
            if self.progress.is_cancelled() {
                return Err(ImportError::Cancelled);
            }
        }
    }

    fn zip_error(&self, error: &ZipError) -> ImportError {
        match error {
            ZipError::InvalidPassword | ZipError::UnsupportedArchive(_) => ImportError::LegacyExcel {
                file: self.file.to_owned(),
            },
            other => damaged(self.file, &other.to_string()),
        }
    }

    fn bomb(&self, entry: &str) -> ImportError {
        ImportError::Bomb {
            file: self.file.to_owned(),
            entry: cut(entry),
            limit_mb: MAX_INFLATED_BYTES >> 20,
            limit_ratio: MAX_RATIO,
        }
    }

    fn too_long(&self, entry: &str) -> ImportError {
        ImportError::TextTooLong {
            file: self.file.to_owned(),
            entry: cut(entry),
            limit: MAX_XML_TEXT,
        }
    }
}

/// Bytes since the last `<`, or the longest run inside the chunk when it is too long already.
fn longest_text(chunk: &[u8], carried: usize) -> usize {
    match (memchr(chunk), memrchr(chunk)) {
        (Some(first), _) if carried + first > MAX_XML_TEXT => carried + first,
        (_, Some(last)) => chunk.len() - last,
        _ => carried + chunk.len(),
    }
}

fn memchr(chunk: &[u8]) -> Option<usize> {
    chunk.iter().position(|b| *b == b'<')
}

fn memrchr(chunk: &[u8]) -> Option<usize> {
    chunk.iter().rposition(|b| *b == b'<')
}

fn open<'b>(file: &str, bytes: &'b [u8]) -> Result<ZipArchive<Cursor<&'b [u8]>>, ImportError> {
    ZipArchive::new(Cursor::new(bytes)).map_err(|e| damaged(file, &e.to_string()))
}

fn damaged(file: &str, detail: &str) -> ImportError {
    ImportError::Damaged {
        file: file.to_owned(),
        detail: detail.to_owned(),
    }
}
