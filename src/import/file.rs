//! Takes a file into memory once, hashing the very bytes that are then read.

use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use sha2::{Digest, Sha256};

use super::error::ImportError;
use crate::domain::progress::Progress;

/// Largest file read, in bytes; the largest national file of the field is thirty times smaller.
pub const MAX_FILE_BYTES: u64 = 256 << 20;

/// A file in memory.
#[derive(Debug)]
pub struct Loaded {
    /// Name without its folder.
    pub name: String,
    /// Lowercase hexadecimal SHA-256 of `bytes`.
    pub sha256: String,
    pub bytes: Vec<u8>,
}

/// Reads a whole plain file, at most [`MAX_FILE_BYTES`].
///
/// # Errors
/// Not found, not a plain file, access denied, unreadable, empty, too large, cancelled.
pub fn load(path: &Path, progress: &dyn Progress) -> Result<Loaded, ImportError> {
    let name = path
        .file_name()
        .map_or_else(|| path.display().to_string(), |n| n.to_string_lossy().into_owned());
    let metadata = std::fs::metadata(path).map_err(|e| refusal(path, &e))?;
    if !metadata.is_file() {
        return Err(ImportError::NotAFile(path.to_owned()));
    }
    let too_large = || ImportError::TooLarge {
        file: name.clone(),
        limit_mb: MAX_FILE_BYTES >> 20,
    };
    if metadata.len() > MAX_FILE_BYTES {
        return Err(too_large());
    }
    let mut file = File::open(path).map_err(|e| refusal(path, &e))?;
    let mut hasher = Sha256::new();
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or_default());
    let mut chunk = vec![0; 1 << 16];
    loop {
        let read = match file.read(&mut chunk) {
            Ok(0) => break,
            Ok(read) => read,
            Err(e) if e.kind() == io::ErrorKind::Interrupted => continue,
            Err(e) => return Err(refusal(path, &e)),
        };
        if progress.is_cancelled() {
            return Err(ImportError::Cancelled);
        }
        hasher.update(&chunk[..read]);
        bytes.extend_from_slice(&chunk[..read]);
        if bytes.len() as u64 > MAX_FILE_BYTES {
            return Err(too_large());
        }
    }
    if bytes.is_empty() {
        return Err(ImportError::Empty { file: name });
    }
    Ok(Loaded {
        name,
        sha256: hexadecimal(&hasher.finalize()),
        bytes,
    })
}

fn refusal(path: &Path, error: &io::Error) -> ImportError {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => ImportError::NotFound(path.to_owned()),
        io::ErrorKind::PermissionDenied => ImportError::Denied(path.to_owned()),
        io::ErrorKind::IsADirectory => ImportError::NotAFile(path.to_owned()),
        _ => ImportError::Unreadable {
            path: path.to_owned(),
            detail: error.to_string(),
        },
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}
