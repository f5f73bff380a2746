//! Copies of a territory file: through SQLite's backup, verified, complete or absent.

use std::fs::File;
use std::path::Path;
use std::time::Duration;

use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags};

use super::StoreError;
use super::error::At;

/// Pages copied between two looks at the clock.
const PAGES_A_STEP: i32 = 4096;

/// Copies the open file `path` to `target`: written apart, verified, flushed, then put in place in one step.
///
/// # Errors
/// The target is as it was; the open file is not concerned.
pub(super) fn copy(from: &Connection, path: &Path, target: &Path) -> Result<(), StoreError> {
    if same_file(path, target) {
        return Err(StoreError::CopyOntoItself { path: target.into() });
    }
    if target.is_dir() {
        return Err(StoreError::NotAFile { path: target.into() });
    }
    let folder = target.parent().unwrap_or(Path::new("."));
    let apart = tempfile::Builder::new()
        .prefix(".releve-")
        .tempfile_in(folder)
        .at(target)?;
    write(from, apart.path()).at(target)?;
    verify(apart.path(), target)?;
    apart.as_file().sync_all().at(target)?;
    apart.persist(target).map_err(|error| error.error).at(target)?;
    sync_folder(folder);
    Ok(())
}

fn write(from: &Connection, apart: &Path) -> rusqlite::Result<()> {
    let mut to = Connection::open_with_flags(
        apart,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    Backup::new(from, &mut to)?.run_to_completion(PAGES_A_STEP, Duration::ZERO, None)?;
    // One file, nothing beside it.
    to.pragma_update_and_check(None, "journal_mode", "delete", |_| Ok(()))
}

fn verify(apart: &Path, target: &Path) -> Result<(), StoreError> {
    let copy = Connection::open_with_flags(apart, OpenFlags::SQLITE_OPEN_READ_ONLY).at(target)?;
    let verdict: String = copy
        .query_row(include_str!("../../db/queries/check/integrity.sql"), [], |row| {
            row.get(0)
        })
        .at(target)?;
    if verdict == "ok" {
        Ok(())
    } else {
        Err(StoreError::Damaged {
            path: target.into(),
            detail: verdict,
        })
    }
}

fn same_file(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => one == other,
    }
}

/// The new name itself must survive a power cut. Systems that cannot flush a folder keep names safe by themselves.
fn sync_folder(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        folder.sync_all().ok();
    }
}
