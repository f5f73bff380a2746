//! The tables of a territory file, version by version, and what a file of each version must hold exactly.

use std::collections::BTreeSet;
use std::path::Path;

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

use super::StoreError;
use super::backup;
use super::error::At;
use super::version;

/// The version this program writes.
pub(super) const LATEST: i64 = 5;

const STEPS: &[M<'static>] = &[
    M::up(include_str!("../../db/migrations/0001_territory.sql")),
    M::up(include_str!("../../db/migrations/0002_contours.sql")),
    M::up(include_str!("../../db/migrations/0003_outlet_review.sql")),
    M::up(include_str!("../../db/migrations/0004_scenarios.sql")),
    M::up(include_str!("../../db/migrations/0005_planner.sql")),
];

/// One table, index, trigger or view of a file, with the text that made it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Object {
    pub name: String,
    kind: String,
    table: String,
    sql: String,
}

/// Everything a file holds, SQLite's own objects included.
pub(super) fn objects(connection: &Connection) -> rusqlite::Result<BTreeSet<Object>> {
    let mut statement = connection.prepare(include_str!("../../db/queries/schema/objects.sql"))?;
    let rows = statement.query_map([], |row| {
        Ok(Object {
            kind: row.get(0)?,
            name: row.get(1)?,
            table: row.get(2)?,
            sql: row.get(3)?,
        })
    })?;
    rows.collect()
}

/// What a file of `version` must hold: the migrations themselves say so, on a file in memory.
pub(super) fn expected(version: i64) -> rusqlite::Result<BTreeSet<Object>> {
    let mut blank = Connection::open_in_memory()?;
    let steps = usize::try_from(version).unwrap_or(0);
    Migrations::from_slice(STEPS)
        .to_version(&mut blank, steps)
        .map_err(plain)?;
    objects(&blank)
}

/// Brings a file to the latest version; where it already held something, a verified version of it is kept first.
pub(super) fn upgrade(connection: &mut Connection, path: &Path) -> Result<(), StoreError> {
    upgrade_through(connection, path, &Migrations::from_slice(STEPS))
}

fn upgrade_through(connection: &mut Connection, path: &Path, steps: &Migrations<'_>) -> Result<(), StoreError> {
    let pending = steps.pending_migrations(connection).map_err(plain).at(path)?;
    if pending == 0 {
        return Ok(());
    }
    let written: i64 = connection
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .at(path)?;
    if written > 0 {
        backup::copy(connection, path, &version::before_migration(connection, path)?)?;
    }
    steps.to_latest(connection).map_err(plain).at(path)
}

/// The SQLite error inside an error of the migration library.
fn plain(error: rusqlite_migration::Error) -> rusqlite::Error {
    match error {
        rusqlite_migration::Error::RusqliteError { err, .. } => err,
        other => rusqlite::Error::ToSqlConversionFailure(Box::new(other)),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn the_documented_schema_is_the_migrated_one() {
        let documented = Connection::open_in_memory().unwrap();
        documented.execute_batch(include_str!("../../db/schema.sql")).unwrap();
        assert_eq!(objects(&documented).unwrap(), expected(LATEST).unwrap());
    }

    #[test]
    fn a_filled_file_is_copied_before_it_is_migrated() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("old.releve");
        let mut connection = Connection::open(&path).unwrap();
        let first = [M::up("CREATE TABLE kept (word TEXT) STRICT;")];
        let both = [first[0].clone(), M::up("ALTER TABLE kept ADD COLUMN more TEXT;")];
        upgrade_through(&mut connection, &path, &Migrations::from_slice(&first)).unwrap();
        assert!(!version::folder(&path).exists(), "nothing to keep of a blank file");
        connection.execute_batch("INSERT INTO kept VALUES ('old')").unwrap();
        upgrade_through(&mut connection, &path, &Migrations::from_slice(&both)).unwrap();
        let kept = fs::read_dir(version::folder(&path)).unwrap().next().unwrap().unwrap();
        assert!(kept.file_name().to_string_lossy().contains("_migration"));
        let copy = Connection::open(kept.path()).unwrap();
        let word: String = copy.query_row("SELECT word FROM kept", [], |row| row.get(0)).unwrap();
        assert_eq!(word, "old");
        assert_eq!(objects(&copy).unwrap().len(), 1);
        assert!(
            copy.prepare("SELECT more FROM kept").is_err(),
            "the copy keeps the old version"
        );
        assert!(connection.prepare("SELECT more FROM kept").is_ok());
    }
}
