//! Any point of the journal, what a deed changed, and the versions kept beside a file.

use std::fs;
use std::path::Path;

use releve::domain::progress::Unattended;
use releve::store::{Access, Deed, DeedState, Store, StoreError, Version, VersionReason};

use super::samples::{blank, employer, import, need, path_in, record, stays_in_field, surveys, territory};
use crate::impatient::Impatient;

fn suppose(store: &mut Store, central: f64) -> i64 {
    let deed = Deed::new("set-assumption").with("name", "stays-in-field");
    store
        .transact(&deed, |tx| tx.set_assumption(&stays_in_field(central)))
        .unwrap()
        .1
}

#[test]
fn one_step_returns_to_any_deed_and_never_past_the_creation() {
    let (_folder, mut store) = blank();
    let base = store.revision().unwrap();
    let kept: Vec<i64> = [0.1, 0.2, 0.3, 0.4].map(|c| suppose(&mut store, c)).to_vec();
    let walked = store.travel(kept[0], &Unattended).unwrap();
    let ids: Vec<i64> = walked.iter().map(|e| e.id).collect();
    assert_eq!(ids, [kept[3], kept[2], kept[1]]);
    assert!(walked.iter().all(|e| e.state == DeedState::Undone));
    assert_eq!(store.revision().unwrap(), kept[0]);
    let walked = store.travel(kept[2], &Unattended).unwrap();
    assert_eq!(walked.len(), 2);
    assert_eq!(store.travel(kept[2], &Unattended).unwrap(), vec![]);
    assert_eq!(store.travel(base, &Unattended).unwrap().len(), 3);
    assert!(store.undo().unwrap().is_none(), "the creation stays");
    // A new deed overtakes the undone ones: they are out of reach.
    suppose(&mut store, 0.9);
    for lost in [kept[3], 999] {
        let error = store.travel(lost, &Unattended).unwrap_err();
        assert!(matches!(error, StoreError::NoSuch { what: "deed", id } if id == lost));
    }
    assert_eq!(store.check().unwrap().findings, vec![]);
}

#[test]
fn a_journey_that_is_stopped_leaves_everything_where_it_was() {
    let (_folder, mut store) = blank();
    let base = store.revision().unwrap();
    suppose(&mut store, 0.3);
    let facts = surveys(2024, 3000, 5);
    import(&mut store, &record("bmo", "bmo", "2024", &facts), &facts);
    suppose(&mut store, 0.4);
    let here = store.facts().unwrap();
    for (to, patience) in [(base, 0), (base, 1)] {
        let error = store.travel(to, &Impatient::after(patience)).unwrap_err();
        assert!(matches!(error, StoreError::Cancelled));
        assert_eq!(store.facts().unwrap(), here);
    }
    store.travel(base, &Unattended).unwrap();
    let there = store.facts().unwrap();
    // Rows on their way back are counted: three thousand of them are looked at more than once.
    let error = store.travel(here.revision, &Impatient::after(3)).unwrap_err();
    assert!(matches!(error, StoreError::Cancelled));
    assert_eq!(store.facts().unwrap(), there);
    store.travel(here.revision, &Unattended).unwrap();
    assert_eq!(store.facts().unwrap(), here);
    suppose(&mut store, 0.5);
    assert!(store.undo().unwrap().is_some(), "deeds are noted again after a journey");
}

#[test]
fn a_deed_tells_its_rows_and_the_values_before_and_after() {
    let (_folder, mut store) = blank();
    let base = store.revision().unwrap();
    let set = suppose(&mut store, 0.4);
    let changes = store.deed(set).unwrap();
    assert_eq!(changes.entry.id, set);
    let counts: Vec<_> = changes
        .tables
        .iter()
        .map(|t| (t.table.as_str(), t.added, t.changed, t.removed))
        .collect();
    assert_eq!(counts, [("assumption", 0, 1, 0)]);
    let cell = |column: &str| changes.rows[0].cells.iter().find(|c| c.column == column).unwrap();
    assert_eq!(cell("central").after.as_deref(), Some("0.4"));
    assert!(cell("central").before.is_some());
    assert_eq!(cell("edited").after.as_deref(), Some("1"));
    assert!(changes.rows[0].cells.iter().all(|c| c.column != "id"));

    let deed = Deed::new("put-employer").with("name", "Fonderie");
    let ((), put) = store
        .transact(&deed, |tx| {
            let id = tx.put_employer(&employer(0, "Fonderie"))?;
            tx.put_need(&need(0, id, 7)).map(|_| ())
        })
        .unwrap();
    for undone in [false, true] {
        if undone {
            store.undo().unwrap();
        }
        let changes = store.deed(put).unwrap();
        let tables: Vec<_> = changes.tables.iter().map(|t| (t.table.as_str(), t.added)).collect();
        assert_eq!(tables, [("employer", 1), ("need", 1)], "undone: {undone}");
        let posts = changes.rows[1].cells.iter().find(|c| c.column == "posts").unwrap();
        assert_eq!((posts.before.as_deref(), posts.after.as_deref()), (None, Some("7")));
    }

    let facts = surveys(2024, 100, 5);
    import(&mut store, &record("bmo", "bmo", "2024", &facts), &facts);
    let many = store.deed(store.revision().unwrap()).unwrap();
    assert!(many.rows.is_empty(), "a hundred rows are counted, not told");
    assert!(many.tables.iter().any(|t| t.table == "survey" && t.added == 100));
    assert_eq!(store.deed(base).unwrap().tables, vec![]);
    assert!(matches!(store.deed(999), Err(StoreError::NoSuch { .. })));
}

fn files(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn named(store: &Store, name: &str) -> Version {
    store.save_version(VersionReason::Named, name).unwrap()
}

#[test]
fn a_version_holds_the_moment_it_was_kept_and_is_read_without_being_touched() {
    let (folder, mut store) = blank();
    suppose(&mut store, 0.4);
    let then = store.facts().unwrap();
    let version = named(&store, "Avant : le conseil ?");
    assert_eq!(version.name, "Avant le conseil");
    suppose(&mut store, 0.5);
    let list = Store::versions(&path_in(&folder)).unwrap().list;
    assert_eq!(list, std::slice::from_ref(&version));
    assert_eq!(list[0].revision, then.revision);

    let before = fs::read(&version.path).unwrap();
    let aside = tempfile::tempdir().unwrap();
    let mut copy = Store::open_copy(&version.path, aside.path()).unwrap();
    assert_eq!(copy.access(), Access::ReadOnly);
    assert_eq!(copy.facts().unwrap(), then);
    let refused = copy.transact(&Deed::new("set-territory"), |tx| tx.set_territory(&territory("Autre")));
    assert!(matches!(refused, Err(StoreError::ReadOnly { .. })));
    drop(copy);
    assert_eq!(fs::read(&version.path).unwrap(), before);
    assert_eq!(
        files(version.path.parent().unwrap()).len(),
        1,
        "nothing is left beside it"
    );
}

#[test]
fn a_look_at_another_file_leaves_nothing_beside_it() {
    let (folder, mut store) = blank();
    suppose(&mut store, 0.4);
    let then = store.facts().unwrap();
    drop(store);
    let bytes = fs::read(path_in(&folder)).unwrap();
    let aside = tempfile::tempdir().unwrap();
    let copy = Store::open_copy(&path_in(&folder), aside.path()).unwrap();
    assert_eq!(copy.facts().unwrap(), then);
    drop(copy);
    assert_eq!(files(folder.path()), ["essai.releve"]);
    assert_eq!(fs::read(path_in(&folder)).unwrap(), bytes);
}

#[test]
fn a_version_comes_back_as_a_new_file_and_replaces_nothing() {
    let (folder, mut store) = blank();
    let then = store.facts().unwrap();
    let version = named(&store, "");
    suppose(&mut store, 0.5);
    let target = folder.path().join("retour.releve");
    Store::restore_version(&version.path, &target).unwrap();
    assert_eq!(Store::open(&target).unwrap().facts().unwrap(), then);
    for taken in [&target, &path_in(&folder)] {
        let error = Store::restore_version(&version.path, taken).unwrap_err();
        assert!(matches!(error, StoreError::AlreadyExists { .. }), "{error}");
    }
    assert_ne!(store.facts().unwrap(), then);
}

#[test]
fn foreign_and_damaged_files_of_the_folder_are_told_and_left() {
    let (_folder, store) = blank();
    let first = named(&store, "un");
    let second = named(&store, "deux");
    assert_ne!(first.id(), second.id(), "two of one second have two names");
    let place = first.path.parent().unwrap();
    fs::write(place.join("notes.txt"), "à moi").unwrap();
    fs::write(place.join("20260101T000000Z_r1_opening.releve"), "pas du SQLite").unwrap();
    let versions = Store::versions(store.path()).unwrap();
    assert_eq!(versions.list.len(), 2);
    let ignored: Vec<_> = versions
        .ignored
        .iter()
        .map(|i| (i.file.as_str(), i.why.is_some()))
        .collect();
    assert_eq!(
        ignored,
        [("20260101T000000Z_r1_opening.releve", true), ("notes.txt", false)]
    );
    for _ in 0..12 {
        store.save_version(VersionReason::Opening, "").unwrap();
    }
    let versions = Store::versions(store.path()).unwrap();
    let automatic = versions.list.iter().filter(|v| v.reason == VersionReason::Opening);
    assert_eq!((versions.list.len(), automatic.count()), (12, 10));
    assert_eq!(fs::read_to_string(place.join("notes.txt")).unwrap(), "à moi");
}
