//! The journal on screen: a deed told, the way back to any of them, versions kept, opened and restored.

use egui::{Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use releve::app::settings::{Settings, Theme};
use releve::app::{NewTerritory, Session};
use releve::i18n::{Lang, Message, text};
use releve::ui::{Start, Window};

use super::{demonstration, figure, open, settle, started};

type Screen = Harness<'static, Option<Window>>;

const LANG: Lang = Lang::Fr;

/// Types another central β for technicians.
fn suppose(harness: &mut Screen, percent: &str) {
    open(harness, LANG, "assumptions");
    let name = [
        text(LANG, "ui-assumption-beta"),
        text(LANG, "ui-skill-technicien-am"),
        text(LANG, "ui-central"),
    ]
    .join(", ");
    harness.get_by_label(&name).focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.get_by_label(&name).type_text(percent);
    harness.run();
    harness.key_press(Key::Enter);
    settle(harness);
}

fn rows(harness: &Screen) -> Vec<String> {
    let row = |n: &egui_kittest::Node<'_>| n.accesskit_node().role() == Role::Row;
    let rows = harness.root().children_recursive().filter(row);
    rows.filter_map(|n| n.accesskit_node().label()).collect()
}

fn click_row(harness: &mut Screen, place: usize) {
    let row = |n: &egui_kittest::Node<'_>| n.accesskit_node().role() == Role::Row;
    harness
        .root()
        .children_recursive()
        .filter(row)
        .nth(place)
        .unwrap()
        .click();
    settle(harness);
}

fn says(harness: &Screen, words: &str) -> bool {
    harness.root().children_recursive().any(|n| {
        let node = n.accesskit_node();
        let said = node.label().or_else(|| node.value());
        said.is_some_and(|said| said.contains(words))
    })
}

/// Clicks the button whose words end so.
fn press(harness: &mut Screen, words: &str) {
    let button = |n: &egui_kittest::Node<'_>| {
        let node = n.accesskit_node();
        node.role() == Role::Button && node.label().is_some_and(|l| l.ends_with(words))
    };
    harness.root().children_recursive().find(button).unwrap().click();
    settle(harness);
}

#[test]
fn a_deed_tells_what_it_changed_and_one_button_returns_to_it() {
    let mut harness = demonstration(LANG, Theme::Light);
    let first = figure(&harness, LANG, "unfilled");
    for percent in ["20", "30", "40"] {
        suppose(&mut harness, percent);
    }
    open(&mut harness, LANG, "dashboard");
    let last = figure(&harness, LANG, "unfilled");
    assert_ne!(first, last);
    open(&mut harness, LANG, "journal");
    let before = rows(&harness).len();
    click_row(&mut harness, 0);
    assert!(says(&harness, &text(LANG, "ui-deed-here")));
    assert!(says(&harness, "0,3 → 0,4"), "the value before and after");
    assert!(says(&harness, &text(LANG, "ui-deed-effect")), "both gaps are at hand");
    click_row(&mut harness, 3);
    let back = Message::new("ui-journal-back-to").with("n", 3_i64).text(LANG);
    press(&mut harness, &back);
    assert_eq!(rows(&harness).len(), before, "undone deeds stay in the journal");
    open(&mut harness, LANG, "dashboard");
    assert_eq!(figure(&harness, LANG, "unfilled"), first);
    open(&mut harness, LANG, "journal");
    click_row(&mut harness, 0);
    press(
        &mut harness,
        &Message::new("ui-journal-forth-to").with("n", 3_i64).text(LANG),
    );
    open(&mut harness, LANG, "dashboard");
    assert_eq!(figure(&harness, LANG, "unfilled"), last);
}

#[test]
fn a_filter_keeps_one_kind_of_deed() {
    let mut harness = demonstration(LANG, Theme::Light);
    suppose(&mut harness, "20");
    open(&mut harness, LANG, "journal");
    let all = rows(&harness).len();
    let name = text(LANG, "ui-journal-kind");
    let combo = |n: &egui_kittest::Node<'_>| {
        n.accesskit_node().role() == Role::ComboBox && n.accesskit_node().label().as_deref() == Some(&*name)
    };
    harness.root().children_recursive().find(combo).unwrap().click();
    harness.run();
    harness
        .get_by_label(&text(LANG, "ui-journal-kind-set-assumption"))
        .click();
    settle(&mut harness);
    let kept = rows(&harness);
    assert!(all > 1 && kept.len() == 1, "{kept:?}");
}

#[test]
fn a_version_is_saved_opened_for_reading_and_restored() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("essai.releve");
    drop(Session::create(&path, &NewTerritory::Demonstration).unwrap());
    let mut harness = started(Start {
        settings: Settings {
            language: Some(LANG),
            ..Settings::default()
        },
        file: Some(path.clone()),
        ..Start::default()
    });
    settle(&mut harness);
    let then = figure(&harness, LANG, "unfilled");
    open(&mut harness, LANG, "journal");
    harness.get_by_label(&text(LANG, "ui-journal-versions")).click();
    settle(&mut harness);
    assert_eq!(rows(&harness).len(), 1, "one was kept at opening");
    harness.get_by_label(&text(LANG, "ui-versions-name")).focus();
    harness.run();
    harness
        .get_by_label(&text(LANG, "ui-versions-name"))
        .type_text("Avant essai");
    harness.run();
    press(&mut harness, &text(LANG, "ui-versions-save"));
    assert!(rows(&harness)[0].starts_with("Avant essai"), "{:?}", rows(&harness));
    suppose(&mut harness, "20");
    open(&mut harness, LANG, "journal");
    click_row(&mut harness, 0);
    press(&mut harness, &text(LANG, "ui-versions-restore"));
    let restored: Vec<_> = std::fs::read_dir(folder.path())
        .unwrap()
        .filter_map(|e| e.unwrap().file_name().into_string().ok())
        .filter(|name| name.starts_with("essai-2") && name.ends_with(".releve"))
        .collect();
    assert_eq!(restored.len(), 1, "{restored:?}");
    press(&mut harness, &text(LANG, "ui-versions-open"));
    assert_eq!(figure(&harness, LANG, "unfilled"), then, "the territory as it was");
    assert!(says(&harness, "lecture seule"));
}
