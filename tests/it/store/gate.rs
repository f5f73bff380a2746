//! The gate: hostile, damaged, foreign and newer files are refused unharmed; copies are complete.

use std::fs;
use std::path::Path;

use releve::i18n::{Explain, Lang};
use releve::store::{Store, StoreError};
use rusqlite::Connection;

use super::samples::{blank, import, path_in, record, surveys, territory};

/// Changes a sound file with plain SQLite, as an attacker or an accident would.
fn alter(path: &Path, sql: &str) {
    let raw = Connection::open(path).unwrap();
    raw.execute_batch(sql).unwrap();
}

fn truncate(path: &Path, keep: impl Fn(usize) -> usize) {
    let bytes = fs::read(path).unwrap();
    fs::write(path, &bytes[..keep(bytes.len())]).unwrap();
}

fn spoil(path: &Path, range: std::ops::Range<usize>) {
    let mut bytes = fs::read(path).unwrap();
    bytes[range].fill(0xA5);
    fs::write(path, bytes).unwrap();
}

/// A refusal: what is done to a sound file, and the error it must meet.
type Case = (&'static str, fn(&Path), fn(&StoreError) -> bool);

const CASES: &[Case] = &[
    (
        "missing",
        |p| fs::remove_file(p).unwrap(),
        |e| matches!(e, StoreError::Missing { .. }),
    ),
    (
        "a folder",
        |p| {
            fs::remove_file(p).unwrap();
            fs::create_dir(p).unwrap();
        },
        |e| matches!(e, StoreError::NotAFile { .. }),
    ),
    (
        "empty",
        |p| fs::write(p, "").unwrap(),
        |e| matches!(e, StoreError::NotATerritory { .. }),
    ),
    (
        "text",
        |p| fs::write(p, "bassin;métier\n".repeat(900)).unwrap(),
        |e| matches!(e, StoreError::NotATerritory { .. }),
    ),
    (
        "first bytes only",
        |p| truncate(p, |_| 60),
        |e| matches!(e, StoreError::NotATerritory { .. }),
    ),
    (
        "cut in the middle",
        |p| truncate(p, |length| length / 2),
        |e| matches!(e, StoreError::Damaged { .. }),
    ),
    (
        "cut inside its last page",
        |p| truncate(p, |length| length - 100),
        |e| matches!(e, StoreError::Damaged { .. }),
    ),
    (
        "pages overwritten",
        |p| spoil(p, 4096 * 12..4096 * 30),
        |e| matches!(e, StoreError::Damaged { .. }),
    ),
    (
        "another program's file",
        |p| {
            fs::remove_file(p).unwrap();
            alter(
                p,
                "CREATE TABLE invoice (id INTEGER PRIMARY KEY); PRAGMA user_version = 1;",
            );
        },
        |e| matches!(e, StoreError::NotATerritory { .. }),
    ),
    (
        "another program's file under our mark",
        |p| {
            fs::remove_file(p).unwrap();
            alter(
                p,
                "CREATE TABLE invoice (id INTEGER PRIMARY KEY); PRAGMA user_version = 1; PRAGMA application_id = 0x52454C56;",
            );
        },
        |e| matches!(e, StoreError::ForeignSchema { .. }),
    ),
    (
        "newer",
        |p| alter(p, "PRAGMA user_version = 99"),
        |e| {
            matches!(
                e,
                StoreError::Newer {
                    found: 99,
                    known: 5,
                    ..
                }
            )
        },
    ),
    (
        "no version",
        |p| alter(p, "PRAGMA user_version = 0"),
        |e| matches!(e, StoreError::Damaged { .. }),
    ),
    (
        "negative version",
        |p| alter(p, "PRAGMA user_version = -1"),
        |e| matches!(e, StoreError::Damaged { .. }),
    ),
    (
        "a trigger",
        |p| {
            alter(
                p,
                "CREATE TRIGGER evil AFTER INSERT ON assumption BEGIN DELETE FROM survey; END",
            );
        },
        |e| matches!(e, StoreError::ForeignSchema { object, .. } if object == "evil"),
    ),
    (
        "a view in place of a table",
        |p| {
            alter(
                p,
                "DROP TABLE tension; CREATE VIEW tension AS SELECT 1 AS id, 0 AS source",
            );
        },
        |e| matches!(e, StoreError::ForeignSchema { object, .. } if object == "tension"),
    ),
    (
        "a view",
        |p| alter(p, "CREATE VIEW peek AS SELECT * FROM employer_contact"),
        |e| matches!(e, StoreError::ForeignSchema { .. }),
    ),
    (
        "one more table",
        |p| alter(p, "CREATE TABLE more (x)"),
        |e| matches!(e, StoreError::ForeignSchema { .. }),
    ),
    (
        "one more index",
        |p| alter(p, "CREATE INDEX more ON survey (abs(year))"),
        |e| matches!(e, StoreError::ForeignSchema { .. }),
    ),
    (
        "a table missing",
        |p| alter(p, "DROP TABLE fap_label"),
        |e| matches!(e, StoreError::ForeignSchema { .. }),
    ),
    (
        "a rule taken out",
        |p| {
            alter(
                p,
                "PRAGMA writable_schema = ON;
                 UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (seats >= 0)', '') WHERE name = 'section'",
            );
        },
        |e| matches!(e, StoreError::ForeignSchema { .. }),
    ),
];

#[test]
fn what_is_not_a_sound_territory_is_refused_unharmed_and_explained() {
    for (name, spoil, expected) in CASES {
        let (folder, store) = blank();
        let path = path_in(&folder);
        drop(store);
        spoil(&path);
        let before = fs::read(&path).ok();
        let Err(error) = Store::open(&path) else {
            panic!("{name}: opened");
        };
        assert!(expected(&error), "{name}: {error:?}");
        assert_eq!(fs::read(&path).ok(), before, "{name}: the file must stay as it was");
        for lang in Lang::ALL {
            let told = error.explain(lang);
            assert!(told.len() > 40 && !told.contains("store-error"), "{name}: {told}");
        }
    }
}

#[test]
fn rows_that_break_references_are_found_by_the_check() {
    let (folder, mut store) = blank();
    let facts = surveys(2024, 3, 5);
    import(&mut store, &record("bmo", "bmo", "2024", &facts), &facts);
    drop(store);
    alter(
        &path_in(&folder),
        "DELETE FROM survey WHERE id = 2; UPDATE survey SET basin = 'nowhere' WHERE id = 1",
    );
    let report = Store::open(&path_in(&folder)).unwrap().check().unwrap();
    let keys: Vec<&str> = report.findings.iter().map(|finding| finding.key.as_ref()).collect();
    assert_eq!(keys, ["store-check-facts", "store-check-row"]);
    assert!(!report.is_sound());
    alter(
        &path_in(&folder),
        "PRAGMA foreign_keys = OFF; DELETE FROM source WHERE id = 1",
    );
    let report = Store::open(&path_in(&folder)).unwrap().check().unwrap();
    assert!(
        report
            .findings
            .iter()
            .any(|finding| finding.key == "store-check-foreign-key")
    );
}

#[test]
fn a_forged_journal_is_found_by_the_check_and_undo_refuses_it() {
    for forged in [
        "UPDATE journal_run SET tab = 'journal'",
        "UPDATE journal_run SET tab = 'survey; DROP TABLE survey'",
        "INSERT INTO journal_row (journal, tab, row_id, before) VALUES (2, 'survey', 1, x'0301')",
    ] {
        let (folder, mut store) = blank();
        let facts = surveys(2024, 3, 5);
        import(&mut store, &record("bmo", "bmo", "2024", &facts), &facts);
        let before = store.facts().unwrap();
        drop(store);
        alter(&path_in(&folder), forged);
        let mut store = Store::open(&path_in(&folder)).unwrap();
        assert_eq!(store.check().unwrap().findings.len(), 1, "{forged}");
        assert!(matches!(store.undo(), Err(StoreError::Damaged { .. })), "{forged}");
        assert_eq!(store.facts().unwrap(), before, "{forged}");
        let next = surveys(2025, 1, 5);
        import(&mut store, &record("next", "bmo", "2025", &next), &next);
        assert_eq!(
            store.undo().unwrap().unwrap().deed,
            "import",
            "recording still works: {forged}"
        );
    }
}

#[test]
fn nothing_is_ever_overwritten_by_a_new_territory() {
    let (folder, store) = blank();
    let path = path_in(&folder);
    let outcome = Store::create(&path, &territory("Autre"));
    assert!(matches!(outcome, Err(StoreError::AlreadyExists { .. })), "{outcome:?}");
    assert_eq!(store.facts().unwrap().territory.name, "Essai");
    let nowhere = Store::create(&folder.path().join("absent/a.releve"), &territory("Autre"));
    assert!(matches!(nowhere, Err(StoreError::Missing { .. })), "{nowhere:?}");
}

#[test]
fn a_name_that_looks_like_an_address_is_only_a_name() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file:a.releve?mode=memory");
    drop(Store::create(&path, &territory("Adresse")).unwrap());
    assert!(path.is_file());
    assert_eq!(Store::open(&path).unwrap().facts().unwrap().territory.name, "Adresse");
}

#[test]
fn a_copy_is_complete_opens_alone_and_replaces_its_target_in_one_step() {
    let (folder, mut store) = blank();
    let facts = surveys(2024, 200, 5);
    import(&mut store, &record("bmo", "bmo", "2024", &facts), &facts);
    let copy = folder.path().join("copie.releve");
    fs::write(&copy, "an older copy").unwrap();
    store.backup_to(&copy).unwrap();
    let before = store.facts().unwrap();
    let mut opened = Store::open(&copy).unwrap();
    assert_eq!(opened.facts().unwrap(), before);
    assert_eq!(
        opened.undo().unwrap().unwrap().deed,
        "import",
        "the copy keeps its history"
    );
    assert_eq!(store.facts().unwrap(), before);
    assert!(matches!(
        store.backup_to(&path_in(&folder)),
        Err(StoreError::CopyOntoItself { .. })
    ));
    assert!(matches!(
        store.backup_to(folder.path()),
        Err(StoreError::NotAFile { .. })
    ));
    let nowhere = store.backup_to(&folder.path().join("absent/copie.releve"));
    assert!(matches!(nowhere, Err(StoreError::Missing { .. })), "{nowhere:?}");
}
