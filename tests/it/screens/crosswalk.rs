//! The outlets on screen: chosen, set aside, brought back, noted, pasted.

use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use releve::app::settings::Theme;
use releve::domain::progress::Unattended;
use releve::i18n::{Lang, text};

use super::why::{said as all_said, select, session};
use super::{Screen, demonstration, open, rows, settle};

const FR: Lang = Lang::Fr;

fn said(harness: &Screen, words: &str) -> bool {
    all_said(harness).iter().any(|said| said.contains(words))
}

fn shown() -> Screen {
    let mut harness = demonstration(FR, Theme::Light);
    open(&mut harness, FR, "crosswalk");
    settle(&mut harness);
    harness
}

fn do_it(harness: &mut Screen, key: &str) {
    harness.get_by_label(&text(FR, key)).click();
    settle(harness);
}

#[test]
fn the_heaviest_outlet_comes_first_and_setting_it_aside_is_undone_exactly() {
    let mut harness = shown();
    let before = rows(&harness);
    assert!(before[0].contains("Relecture\u{a0}: À revoir") && before[0].contains("Effet sur l’écart\u{a0}: "));
    select(&mut harness, &before[0]);
    // The outlet chosen takes room below the table.
    let before = rows(&harness);
    assert!(said(&harness, "postes de plus resteraient non pourvus"));
    do_it(&mut harness, "ui-outlets-set-aside");
    let after = rows(&harness);
    assert!(after[0].contains("Relecture\u{a0}: Écartée"), "{}", after[0]);
    assert!(said(&harness, "Rétabli, ce débouché pourvoirait"));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(&mut harness);
    assert_eq!(rows(&harness), before);
}

#[test]
fn several_lines_are_chosen_with_shift_and_checked_together() {
    let mut harness = shown();
    let first = rows(&harness)[0].clone();
    select(&mut harness, &first);
    for _ in 0..2 {
        harness.key_press_modifiers(Modifiers::SHIFT, Key::ArrowDown);
        settle(&mut harness);
    }
    assert!(said(&harness, "· 3 choisies"));
    do_it(&mut harness, "ui-outlets-check");
    let checked = rows(&harness).iter().filter(|row| row.contains("Vérifiée")).count();
    assert_eq!(checked, 3);
}

#[test]
fn a_note_is_kept_and_lines_of_a_spreadsheet_are_pasted_with_their_refusals() {
    let mut harness = shown();
    let first = rows(&harness)[0].clone();
    select(&mut harness, &first);
    let name = text(FR, "ui-outlet-note");
    harness.get_by_label(&name).focus();
    settle(&mut harness);
    harness.get_by_label(&name).type_text("vu avec la branche");
    settle(&mut harness);
    harness.key_press(Key::Enter);
    settle(&mut harness);
    open(&mut harness, FR, "journal");
    assert!(rows(&harness).iter().any(|row| row.contains("Note sur un débouché")));
    open(&mut harness, FR, "crosswalk");
    let row = rows(&harness)[0].clone();
    select(&mut harness, &row);
    let table = "programme\toccupation\tstatus\n40099999\tD1X33\tchecked\n";
    harness.event(egui::Event::Paste(table.to_owned()));
    settle(&mut harness);
    assert!(said(&harness, "0\u{a0}lignes écrites") || said(&harness, "0 lignes écrites"));
    assert!(said(&harness, "Ligne 2"));
}

/// The demonstration, with a Certif Info read beside it that gives the programme of its heaviest outlet another ROME code.
fn comparing() -> (tempfile::TempDir, Screen) {
    let (folder, session) = session();
    let effects = session.outlet_effects(None, &Unattended).unwrap();
    let lines = session.crosswalk(None, &Unattended).unwrap();
    let heaviest = lines.lines.iter().max_by_key(|line| effects.of(&line.outlet).central);
    let programme = heaviest.unwrap().outlet.programme.clone();
    let path = folder.path().join("certif.csv");
    let table = format!("code_scolarite;code_rncp;code_rome_1;date_maj\n{programme};;A1204;2026-01-15\n");
    std::fs::write(&path, table).unwrap();
    let mut harness = shown();
    do_it(&mut harness, "ui-official-compare");
    let field = text(FR, "ui-official-path");
    harness.get_by_label(&field).focus();
    settle(&mut harness);
    harness.get_by_label(&field).type_text(&path.display().to_string());
    settle(&mut harness);
    do_it(&mut harness, "ui-import-read");
    (folder, harness)
}

fn ticked(harness: &Screen) -> usize {
    let boxes = rows(harness);
    boxes.iter().filter(|row| row.contains("Reprise\u{a0}: cochée")).count()
}

#[test]
fn lines_of_an_official_table_are_ticked_tried_and_taken_over_and_undone_at_once() {
    let (_folder, mut harness) = comparing();
    let before = rows(&harness);
    let has = |kind: &str| {
        before
            .iter()
            .any(|row| row.contains(&format!("Différence\u{a0}: {kind}")))
    };
    assert!(has("Nouvelle") && has("Absente"), "{before:?}");
    assert_eq!(ticked(&harness), 0);
    assert!(said(&harness, &text(FR, "ui-official-tick")));
    do_it(&mut harness, "ui-official-all");
    assert_eq!(ticked(&harness), before.len());
    assert!(said(&harness, "avec les") || said(&harness, "avec la ligne choisie"));
    do_it(&mut harness, "ui-official-none");
    assert_eq!(ticked(&harness), 0);
    // By the space bar, then by the box itself.
    select(&mut harness, &before[0]);
    harness.key_press(Key::Space);
    settle(&mut harness);
    assert_eq!(ticked(&harness), 1);
    assert!(said(&harness, "avec la ligne choisie. Postes pourvus en plus"));
    let boxed = harness
        .root()
        .children_recursive()
        .filter(|n| n.accesskit_node().role() == egui::Role::CheckBox)
        .find(|n| before[0].starts_with(&n.accesskit_node().label().unwrap_or_default()));
    boxed.unwrap().click();
    settle(&mut harness);
    assert_eq!(ticked(&harness), 0);
    do_it(&mut harness, "ui-official-all");
    let take = harness.get_all_by_label_contains("Reprendre").next().unwrap();
    take.click();
    settle(&mut harness);
    assert_eq!(rows(&harness), Vec::<String>::new(), "taken over, they differ no more");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(&mut harness);
    assert_eq!(rows(&harness).len(), before.len());
    do_it(&mut harness, "ui-official-leave");
    assert!(rows(&harness)[0].contains("Effet sur l’écart"));
}
