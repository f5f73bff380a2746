//! The territory file: one write door, the way back, the gate.

use releve::domain::territory::{Nature, Territory};
use releve::store::Store;

#[test]
fn smoke() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.releve");
    let territory = Territory {
        name: "Essai".into(),
        regions: vec!["32".parse().unwrap()],
        nature: Nature::Real,
    };
    let store = Store::create(&path, &territory).unwrap();
    let facts = store.facts().unwrap();
    assert_eq!(facts.catalogue, releve::store::catalogue::embedded().unwrap());
    assert_eq!(store.check().unwrap().findings, vec![]);
    drop(store);
    let store = Store::open(&path).unwrap();
    assert_eq!(store.facts().unwrap(), facts);
}
