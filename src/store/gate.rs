//! The gate: a territory file is untrusted until its identity, version, tables and pages are checked.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};

use super::StoreError;
use super::deed;
use super::error::At;
use super::image;
use super::schema::{self, LATEST};

/// Marks the files of this program: "RELV".
const APPLICATION_ID: i64 = 0x5245_4C56;
/// How long a write waits for another program.
const PATIENCE: Duration = Duration::from_secs(5);
/// The longest text or image a cell may hold: far above any real one, far below what would exhaust memory.
const LONGEST_CELL: i32 = 64 << 20;
const STATEMENTS_KEPT: usize = 128;

/// What the connection may do with the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    ReadWrite,
    /// Another process holds the file, or the system forbids writing.
    ReadOnly,
}

/// The absolute form of a path: SQLite would read some relative ones (`file:…?…`) as addresses with options.
pub(super) fn absolute(path: &Path) -> Result<PathBuf, StoreError> {
    std::path::absolute(path).at(path)
}

/// What stands at `path`, before anything is opened: a file, and whether the system lets it be written.
///
/// # Errors
/// Nothing there, or not a file.
pub(super) fn look(path: &Path) -> Result<Access, StoreError> {
    let metadata = fs::metadata(path).at(path)?;
    if !metadata.is_file() {
        return Err(StoreError::NotAFile { path: path.into() });
    }
    Ok(match metadata.permissions().readonly() {
        true => Access::ReadOnly,
        false => Access::ReadWrite,
    })
}

/// Opens an existing territory file after every check. Nothing of it runs and nothing is written before they pass.
///
/// # Errors
/// What the checks found; the file is unharmed.
pub(super) fn open(path: &Path, access: Access) -> Result<Connection, StoreError> {
    let connection = checked(path, access)?;
    settle(&connection, access).at(path)?;
    Ok(connection)
}

/// Opens an existing territory file after every check, to copy it: it stays as it is, and nothing is left beside it.
pub(super) fn open_to_copy(path: &Path) -> Result<Connection, StoreError> {
    // A connection that may not write would leave empty files beside one that is written ahead.
    let connection = checked(path, look(path)?)?;
    connection.pragma_update(None, "query_only", true).at(path)?;
    Ok(connection)
}

fn checked(path: &Path, access: Access) -> Result<Connection, StoreError> {
    let connection = connect(path, access)?;
    // A foreign file with pending pages must not be tidied up by our closing it.
    keep_pending_pages(&connection, true).at(path)?;
    let version = identify(&connection, path)?;
    inspect(&connection, path, version)?;
    whole_pages(&connection, path)?;
    keep_pending_pages(&connection, false).at(path)?;
    Ok(connection)
}

/// The revision of a file that bears our mark: enough to list it, not to trust it. Nothing of it runs and nothing is written.
pub(super) fn peek(path: &Path) -> Result<i64, StoreError> {
    look(path)?;
    let connection = connect(path, Access::ReadOnly)?;
    keep_pending_pages(&connection, true).at(path)?;
    identify(&connection, path)?;
    deed::revision(&connection).at(path)
}

/// A new, empty file with this program's mark, ready to receive its tables.
pub(super) fn create(path: &Path) -> Result<Connection, StoreError> {
    // `create_new` refuses to follow or replace what already stands there.
    fs::File::create_new(path).at(path)?;
    let connection = connect(path, Access::ReadWrite)?;
    connection
        .pragma_update(None, "application_id", APPLICATION_ID)
        .at(path)?;
    settle(&connection, Access::ReadWrite).at(path)?;
    Ok(connection)
}

/// A second connection for reading, on a file whose gate was passed by [`open`] or [`create`].
pub(super) fn reopen_for_reading(path: &Path) -> Result<Connection, StoreError> {
    let connection = connect(path, Access::ReadOnly)?;
    settle(&connection, Access::ReadOnly).at(path)?;
    Ok(connection)
}

/// Objects that differ from those of `version`, none for a sound file.
pub(super) fn schema_differences(connection: &Connection, version: i64) -> rusqlite::Result<Vec<String>> {
    let expected = schema::expected(version)?;
    let found = schema::objects(connection)?;
    let mut odd: Vec<String> = found
        .symmetric_difference(&expected)
        .map(|object| object.name.clone())
        .collect();
    odd.dedup();
    Ok(odd)
}

fn connect(path: &Path, access: Access) -> Result<Connection, StoreError> {
    let mode = match access {
        Access::ReadWrite => OpenFlags::SQLITE_OPEN_READ_WRITE,
        Access::ReadOnly => OpenFlags::SQLITE_OPEN_READ_ONLY,
    };
    let connection = Connection::open_with_flags(path, mode | OpenFlags::SQLITE_OPEN_NO_MUTEX).at(path)?;
    harden(&connection).at(path)?;
    Ok(connection)
}

/// Nothing written in the file may run, and the file may not lead SQLite astray.
fn harden(connection: &Connection) -> rusqlite::Result<()> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    for off in [
        DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA,
        DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER,
        DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW,
        DbConfig::SQLITE_DBCONFIG_DQS_DDL,
        DbConfig::SQLITE_DBCONFIG_DQS_DML,
    ] {
        connection.set_db_config(off, false)?;
    }
    connection.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    connection.set_limit(Limit::SQLITE_LIMIT_LENGTH, LONGEST_CELL)?;
    connection.busy_timeout(PATIENCE)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS_KEPT);
    connection.pragma_update(None, "cell_size_check", true)?;
    connection.pragma_update(None, "mmap_size", 0)
}

fn keep_pending_pages(connection: &Connection, keep: bool) -> rusqlite::Result<()> {
    connection
        .set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep)
        .map(|_| ())
}

/// Writes what is pending into the file itself and empties the file beside it.
pub(super) fn fold_pending_pages(connection: &Connection) -> rusqlite::Result<()> {
    connection.query_row(include_str!("../../db/queries/file/fold.sql"), [], |_| Ok(()))
}

/// The version of the tables, once the mark is ours and the version one we know.
fn identify(connection: &Connection, path: &Path) -> Result<i64, StoreError> {
    let pragma = |name: &str| {
        connection
            .pragma_query_value(None, name, |row| row.get::<_, i64>(0))
            .at(path)
    };
    if pragma("application_id")? != APPLICATION_ID {
        return Err(StoreError::NotATerritory { path: path.into() });
    }
    let found = pragma("user_version")?;
    match found {
        1..=LATEST => Ok(found),
        found if found > LATEST => Err(StoreError::Newer {
            path: path.into(),
            found,
            known: LATEST,
        }),
        _ => Err(StoreError::Damaged {
            path: path.into(),
            detail: format!("user_version {found}"),
        }),
    }
}

/// Compares the tables, then the pages: the page check evaluates expressions of the tables, so it comes second.
fn inspect(connection: &Connection, path: &Path, version: i64) -> Result<(), StoreError> {
    if let Some(object) = schema_differences(connection, version).at(path)?.into_iter().next() {
        return Err(StoreError::ForeignSchema {
            path: path.into(),
            object,
        });
    }
    let verdict: String = connection
        .query_row(include_str!("../../db/queries/check/quick.sql"), [], |row| row.get(0))
        .at(path)?;
    if verdict == "ok" {
        Ok(())
    } else {
        Err(StoreError::Damaged {
            path: path.into(),
            detail: verdict,
        })
    }
}

/// A file cut inside a page, which SQLite would fill up with zeros. While pages are pending, the last write may have been cut by a
/// crash and is made good from them.
fn whole_pages(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    let page_size: u32 = connection
        .pragma_query_value(None, "page_size", |row| row.get(0))
        .at(path)?;
    let length = fs::metadata(path).at(path)?.len();
    let mut pending = path.as_os_str().to_owned();
    pending.push("-wal");
    let nothing_pending = fs::metadata(pending).map_or(true, |wal| wal.len() == 0);
    if nothing_pending && !length.is_multiple_of(u64::from(page_size)) {
        return Err(StoreError::Damaged {
            path: path.into(),
            detail: format!("{length} mod {page_size}"),
        });
    }
    Ok(())
}

/// How this program works with a file it trusts: every commit reaches the disk, references are enforced.
fn settle(connection: &Connection, access: Access) -> rusqlite::Result<()> {
    if access == Access::ReadWrite {
        connection.pragma_update_and_check(None, "journal_mode", "wal", |_| Ok(()))?;
    } else {
        connection.pragma_update(None, "query_only", true)?;
    }
    connection.pragma_update(None, "synchronous", "full")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "temp_store", "memory")?;
    image::register(connection)
}
