//! The files on screen: what they rest on factor by factor, read again from where they were, taken away and brought back.

use egui_kittest::kittest::Queryable as _;
use releve::app::{NewTerritory, Session};
use releve::i18n::{Lang, text};

use super::why::{said, select};
use super::{Screen, open, rows, settle, window_on};
use crate::fixtures::{bmo_csv, bmo_row};

const FR: Lang = Lang::Fr;

fn says(harness: &Screen, words: &str) -> bool {
    said(harness).iter().any(|said| said.contains(words))
}

fn press(harness: &mut Screen, key: &str) {
    harness.get_by_label(&text(FR, key)).click();
    settle(harness);
}

#[test]
fn a_file_is_read_again_from_where_it_was_and_removing_it_is_undone() {
    let folder = tempfile::tempdir().unwrap();
    let (territory, survey) = (folder.path().join("t.releve"), folder.path().join("bmo24.csv"));
    let regions = NewTerritory::Regions {
        name: None,
        regions: vec!["32".parse().unwrap()],
    };
    drop(Session::create(&territory, &regions).unwrap());
    std::fs::write(&survey, bmo_csv(&[bmo_row("G0A41", "3201", "10;5;*")])).unwrap();
    let mut harness = window_on(FR, territory);
    open(&mut harness, FR, "import");
    let field = text(FR, "ui-import-path-name");
    harness.get_by_label(&field).focus();
    settle(&mut harness);
    harness.get_by_label(&field).type_text(&survey.display().to_string());
    settle(&mut harness);
    press(&mut harness, "ui-import-read");
    let confirm = harness.get_all_by_label_contains("Importer ").last().unwrap();
    confirm.click();
    settle(&mut harness);
    open(&mut harness, FR, "sources");
    assert!(
        says(&harness, "Lignes de l’enquête sous secret"),
        "{:?}",
        said(&harness)
    );
    assert!(
        says(&harness, "saisonniers 100,0\u{a0}% (1 sur 1)"),
        "{:?}",
        said(&harness)
    );
    select(&mut harness, "bmo24.csv");
    // The newer vintage stands at the same place: it is read without being asked for.
    std::fs::write(&survey, bmo_csv(&[bmo_row("G0A41", "3201", "12;5;*")])).unwrap();
    press(&mut harness, "ui-source-again");
    harness.get_by_label(&text(FR, "ui-title-import"));
    assert!(
        says(&harness, "bmo24.csv") || says(&harness, "BMO"),
        "{:?}",
        said(&harness)
    );
    press(&mut harness, "ui-import-forget");
    open(&mut harness, FR, "sources");
    let before = rows(&harness);
    select(&mut harness, "bmo24.csv");
    let remove = text(FR, "ui-source-remove");
    harness.get_all_by_label_contains(&remove).next().unwrap().click();
    settle(&mut harness);
    assert!(rows(&harness).is_empty());
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Z);
    settle(&mut harness);
    assert_eq!(rows(&harness), before);
}
