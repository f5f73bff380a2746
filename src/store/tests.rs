//! Failures of the disk and of other programs, which only the inside of the store can provoke.

use std::time::Duration;

use rusqlite::config::DbConfig;

use super::*;
use crate::domain::batch::FapLabel;
use crate::domain::source::RowCounts;
use crate::domain::territory::Nature;
use crate::i18n::{Explain, Lang};

fn blank(folder: &Path) -> Store {
    let territory = Territory {
        name: "Essai".to_owned(),
        regions: Vec::new(),
        nature: Nature::Real,
    };
    Store::create_with(&folder.join("a.releve"), &territory, Catalogue::default(), Vec::new()).unwrap()
}

fn big() -> (SourceRecord, Batch) {
    let labels = (0..20_000_u32).map(|n| FapLabel {
        code: "D1X33".parse().unwrap(),
        label: format!("a label long enough to fill pages {n}"),
    });
    let record = SourceRecord {
        file: "big.csv".to_owned(),
        sha256: "00".to_owned(),
        layout: "big".to_owned(),
        vintage: String::new(),
        producer: String::new(),
        licence: String::new(),
        counts: RowCounts::default(),
        issues: Vec::new(),
    };
    let batch = Batch {
        fap_labels: labels.collect(),
        ..Batch::default()
    };
    (record, batch)
}

#[test]
fn a_full_disk_cancels_the_deed_and_keeps_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = blank(folder.path());
    let before = store.facts().unwrap();
    let (record, batch) = big();
    let pragma = |store: &Store, value: i64| {
        let connection = &store.file.connection;
        connection
            .pragma_update_and_check(None, "max_page_count", value, |_| Ok(()))
            .unwrap();
    };
    pragma(&store, 90);
    let error = store
        .transact(&Deed::new("import"), |tx| tx.put_import(&record, &batch))
        .unwrap_err();
    assert!(matches!(error, StoreError::DiskFull { .. }), "{error:?}");
    assert!(error.explain(Lang::Fr).contains("disque est plein"));
    assert_eq!(store.facts().unwrap(), before);
    pragma(&store, 1_000_000);
    store
        .transact(&Deed::new("import"), |tx| tx.put_import(&record, &batch))
        .unwrap();
    pragma(&store, 0);
    let full = store.facts().unwrap();
    let pages: i64 = store
        .file
        .connection
        .pragma_query_value(None, "page_count", |row| row.get(0))
        .unwrap();
    pragma(&store, pages);
    let error = store.undo().unwrap_err();
    assert!(matches!(error, StoreError::DiskFull { .. }), "{error:?}");
    assert_eq!(store.facts().unwrap(), full, "an undo that fails changes nothing");
    pragma(&store, 1_000_000);
    assert!(store.undo().unwrap().is_some(), "and can be tried again");
    assert_eq!(store.facts().unwrap(), before);
    assert_eq!(store.check().unwrap().findings, []);
}

#[test]
fn a_file_another_program_writes_to_is_locked_for_a_while() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = blank(folder.path());
    store.file.connection.busy_timeout(Duration::from_millis(20)).unwrap();
    let other = rusqlite::Connection::open(store.path()).unwrap();
    let writing = Transaction::new_unchecked(&other, TransactionBehavior::Immediate).unwrap();
    let error = store.transact(&Deed::new("x"), |_| Ok(())).unwrap_err();
    assert!(matches!(error, StoreError::Locked { .. }), "{error:?}");
    drop(writing);
    store.transact(&Deed::new("x"), |_| Ok(())).unwrap();
}

#[test]
fn a_territory_that_cannot_be_filled_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let territory = Territory {
        name: "Essai".to_owned(),
        regions: Vec::new(),
        nature: Nature::Real,
    };
    let mut catalogue = catalogue::embedded().unwrap();
    catalogue.regions.pop();
    let outcome = Store::create_with(&folder.path().join("a.releve"), &territory, catalogue, Vec::new());
    assert!(matches!(outcome, Err(StoreError::Rule { .. })), "{outcome:?}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn the_file_is_kept_the_safe_way() {
    let folder = tempfile::tempdir().unwrap();
    let store = blank(folder.path());
    let text = |name: &str| -> String {
        let connection = &store.file.connection;
        connection.pragma_query_value(None, name, |row| row.get(0)).unwrap()
    };
    let number = |name: &str| -> i64 {
        let connection = &store.file.connection;
        connection.pragma_query_value(None, name, |row| row.get(0)).unwrap()
    };
    assert_eq!(text("journal_mode"), "wal");
    assert_eq!(number("synchronous"), 2, "full: every commit reaches the disk");
    assert_eq!(number("foreign_keys"), 1);
    assert_eq!(number("trusted_schema"), 0);
    let config = |config| store.file.connection.db_config(config).unwrap();
    assert!(config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE));
    assert!(!config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER));
    assert!(!config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW));
}

#[test]
fn a_trigger_slipped_in_behind_the_gate_does_not_run() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = blank(folder.path());
    let (record, batch) = big();
    store
        .transact(&Deed::new("import"), |tx| tx.put_import(&record, &batch))
        .unwrap();
    let other = rusqlite::Connection::open(store.path()).unwrap();
    let trigger = "CREATE TRIGGER evil AFTER UPDATE ON territory BEGIN DELETE FROM fap_label; END";
    other.execute_batch(trigger).unwrap();
    let count = || -> i64 {
        let count = other.query_row("SELECT count(*) FROM fap_label", [], |row| row.get(0));
        count.unwrap()
    };
    let renamed = Territory {
        name: "Autre".to_owned(),
        ..store.facts().unwrap().territory
    };
    store
        .transact(&Deed::new("set-territory"), |tx| tx.set_territory(&renamed))
        .unwrap();
    assert_eq!(count(), 20_000);
    assert_eq!(store.check().unwrap().findings[0].key, "store-check-schema");
    other.execute_batch("UPDATE territory SET name = name").unwrap();
    assert_eq!(count(), 0, "elsewhere it would have run");
}
