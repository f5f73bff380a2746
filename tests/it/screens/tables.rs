//! Every table: filters by column as chips, totals of what is shown, a file of it, and what is remembered.

use std::collections::BTreeMap;

use calamine::{Data, Reader as _, Xlsx};
use egui::Key;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use releve::app::settings::{ColumnFilter, Settings, TablePreference};
use releve::i18n::{Lang, text};

use super::why::said;
use super::{Screen, demonstration, open, open_demonstration, rows, settle, window_with};
use releve::app::settings::Theme;

const FR: Lang = Lang::Fr;

fn says(harness: &Screen, words: &str) -> bool {
    said(harness).iter().any(|said| said.contains(words))
}

fn click(harness: &mut Screen, label: &str) {
    harness.get_by_label(label).click();
    settle(harness);
}

/// Opens the panel of filters on a column.
fn filter_on(harness: &mut Screen, column: &str) {
    click(harness, &text(FR, "ui-filter-panel"));
    let in_panel = harness
        .get_all_by_label(column)
        .find(|n| n.accesskit_node().role() == egui::Role::Button);
    in_panel.unwrap().click();
    settle(harness);
}

fn type_in(harness: &mut Screen, field: &str, words: &str) {
    let name = text(FR, field);
    harness.get_by_role_and_label(egui::Role::TextInput, &name).focus();
    settle(harness);
    harness
        .get_by_role_and_label(egui::Role::TextInput, &name)
        .type_text(words);
    settle(harness);
}

#[test]
fn two_columns_are_filtered_together_and_each_chip_takes_its_filter_away() {
    let mut harness = demonstration(FR, Theme::Light);
    open(&mut harness, FR, "crosswalk");
    settle(&mut harness);
    let all = rows(&harness).len();
    filter_on(&mut harness, "Relecture");
    assert!(says(&harness, "À revoir"));
    filter_on_again(&mut harness, "Métier");
    type_in(&mut harness, "ui-filter-words-name", "maintenance");
    harness.key_press(Key::Escape);
    settle(&mut harness);
    assert!(rows(&harness).iter().all(|row| row.contains("maintenance")));
    let chip = "Retirer le filtre\u{a0}: Métier contient «\u{a0}maintenance\u{a0}»";
    assert!(says(&harness, chip), "{:?}", said(&harness));
    click(&mut harness, chip);
    assert_eq!(rows(&harness).len(), all);
}

#[test]
fn a_table_that_is_left_is_the_same_when_shown_again() {
    let mut harness = demonstration(FR, Theme::Light);
    for (screen, words) in [("cells", "soud"), ("training", "soud"), ("flows", "caen")] {
        open(&mut harness, FR, screen);
        settle(&mut harness);
        let all = rows(&harness);
        harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::F);
        settle(&mut harness);
        harness.get_by_label(&text(FR, "ui-table-filter")).type_text(words);
        settle(&mut harness);
        let some = rows(&harness);
        assert!(some != all && !some.is_empty(), "{screen}: {some:?}");
        open(&mut harness, FR, "sources");
        open(&mut harness, FR, screen);
        settle(&mut harness);
        assert_eq!(rows(&harness), some, "{screen}");
    }
}

/// Another column of the panel already open.
fn filter_on_again(harness: &mut Screen, column: &str) {
    let in_panel = harness
        .get_all_by_label(column)
        .find(|n| n.accesskit_node().role() == egui::Role::Button);
    in_panel.unwrap().click();
    settle(harness);
}

#[test]
fn nothing_shown_says_so_and_one_button_shows_all_again() {
    let mut harness = demonstration(FR, Theme::Light);
    open(&mut harness, FR, "occupations");
    let all = rows(&harness);
    filter_on(&mut harness, "Besoin");
    type_in(&mut harness, "ui-filter-at-least", "1000000");
    harness.key_press(Key::Escape);
    settle(&mut harness);
    assert!(rows(&harness).is_empty() && says(&harness, &text(FR, "ui-table-nothing")));
    click(&mut harness, &text(FR, "ui-table-clear-filter"));
    assert_eq!(rows(&harness), all);
}

#[test]
fn what_is_shown_is_written_to_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("metiers.csv");
    let mut harness = demonstration(FR, Theme::Light);
    open(&mut harness, FR, "occupations");
    let count = rows(&harness).len();
    click(&mut harness, &format!("{} {}", "\u{e20c}", text(FR, "ui-export-table")));
    let name = text(FR, "ui-export-table-path");
    harness.get_by_label(&name).focus();
    settle(&mut harness);
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
    settle(&mut harness);
    harness.get_by_label(&name).type_text(&path.display().to_string());
    settle(&mut harness);
    click(&mut harness, &text(FR, "ui-export-table-do"));
    let written = std::fs::read_to_string(&path).unwrap();
    assert!(
        written.starts_with('\u{feff}') && written.contains("Besoin – bas"),
        "{written}"
    );
    assert!(written.lines().count() > count, "a header, and every row");
}

#[test]
fn a_table_is_written_as_a_workbook_whose_numbers_are_numbers() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("metiers.csv");
    let mut harness = demonstration(FR, Theme::Light);
    open(&mut harness, FR, "occupations");
    let count = rows(&harness).len();
    click(&mut harness, &format!("{} {}", "\u{e20c}", text(FR, "ui-export-table")));
    let name = text(FR, "ui-export-table-path");
    harness.get_by_label(&name).focus();
    settle(&mut harness);
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
    settle(&mut harness);
    harness.get_by_label(&name).type_text(&path.display().to_string());
    settle(&mut harness);
    click(&mut harness, "XLSX");
    click(&mut harness, &text(FR, "ui-export-table-do"));
    let mut workbook: Xlsx<_> = calamine::open_workbook(path.with_extension("xlsx")).unwrap();
    let range = workbook.worksheet_range_at(0).unwrap().unwrap();
    let lines: Vec<_> = range.rows().collect();
    assert!(lines[1][0].to_string().contains("simulées"), "{:?}", lines[1]);
    let headers: Vec<String> = lines[3].iter().map(ToString::to_string).collect();
    let place = |name: &str| headers.iter().position(|header| header == name).unwrap();
    let (need, low) = (place("Besoin"), place("Besoin – bas"));
    assert!(lines.len() - 4 >= count);
    for line in &lines[4..] {
        let (Data::Float(need), Data::Float(low)) = (&line[need], &line[low]) else {
            panic!("no numbers: {line:?}")
        };
        assert!(low <= need);
    }
}

#[test]
fn a_table_comes_back_as_it_was_left() {
    let left = TablePreference {
        columns: 13,
        sort: Some((0, true)),
        shown: BTreeMap::new(),
        filters: vec![ColumnFilter::Contains {
            column: 1,
            text: "maintenance".to_owned(),
        }],
    };
    let settings = Settings {
        language: Some(FR),
        tables: BTreeMap::from([("crosswalk".to_owned(), left)]),
        ..Settings::default()
    };
    let mut harness = window_with(settings);
    open_demonstration(&mut harness, FR);
    open(&mut harness, FR, "crosswalk");
    settle(&mut harness);
    let found = rows(&harness);
    assert!(
        !found.is_empty() && found.iter().all(|row| row.contains("maintenance")),
        "{found:?}"
    );
    let mut sorted = found.clone();
    sorted.sort_by_key(|row| row.to_lowercase());
    assert_eq!(found[0], sorted[0]);
}

#[test]
fn assumptions_are_pasted_as_one_deed_with_their_refusals_and_undone() {
    let mut harness = demonstration(Lang::Fr, Theme::Light);
    open(&mut harness, Lang::Fr, "assumptions");
    let field = |harness: &Screen| {
        let nodes = harness.root().children_recursive();
        let values = nodes.filter(|n| n.accesskit_node().role() == egui::Role::TextInput);
        values.filter_map(|n| n.accesskit_node().value()).collect::<Vec<_>>()
    };
    let before = field(&harness);
    let table = "key\tscope\tcentral\nradius-km\t3\t45\ngamma\t\t1\n";
    harness.event(egui::Event::Paste(table.to_owned()));
    settle(&mut harness);
    assert!(says(&harness, "Ligne 3"), "{:?}", said(&harness));
    let after = field(&harness);
    assert_ne!(before, after);
    assert!(after.contains(&"45".to_owned()));
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::Z);
    settle(&mut harness);
    assert_eq!(field(&harness), before);
}
