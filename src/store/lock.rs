//! One writer at a time: an advisory lock on a small file beside the territory, released by the system if the program dies.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

/// Held for as long as the territory is open for writing.
#[derive(Debug)]
pub(super) struct Lock {
    path: PathBuf,
    /// The lock lives as long as this handle.
    _handle: File,
}

impl Lock {
    /// The lock, or nothing when another holds it or the folder cannot be written: then the file is open for reading only.
    pub(super) fn take(territory: &Path) -> Option<Self> {
        let mut name = territory.as_os_str().to_owned();
        name.push("-lock");
        let path = PathBuf::from(name);
        // A holder removes its file when it leaves: a lock on a removed file guards nothing, so look again.
        for _ in 0..10 {
            let handle = File::options()
                .create(true)
                .truncate(false)
                .write(true)
                .open(&path)
                .ok()?;
            match handle.try_lock() {
                Ok(()) if is_still_there(&path, &handle) => return Some(Self { path, _handle: handle }),
                Ok(()) => {}
                // A system without locks (some network folders) gives no protection either way.
                Err(TryLockError::Error(error)) => {
                    tracing::warn!(%error, "no lock on this system");
                    return Some(Self { path, _handle: handle });
                }
                Err(TryLockError::WouldBlock) => return None,
            }
        }
        None
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Where an open file cannot be removed, the empty file stays: harmless.
        fs::remove_file(&self.path).ok();
    }
}

#[cfg(unix)]
fn is_still_there(path: &Path, handle: &File) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (fs::metadata(path), handle.metadata()) {
        (Ok(named), Ok(held)) => (named.dev(), named.ino()) == (held.dev(), held.ino()),
        _ => false,
    }
}

#[cfg(not(unix))]
fn is_still_there(path: &Path, _handle: &File) -> bool {
    path.exists()
}
