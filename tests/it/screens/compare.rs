//! The comparison on screen: asked from the gaps, both sides named, lines by name and by bar, in both lenses.

use egui::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use releve::app::settings::Settings;
use releve::app::{NewTerritory, Session};
use releve::domain::assumption::{Assumption, AssumptionKey};
use releve::domain::units::Range;
use releve::i18n::{Lang, text};
use releve::ui::{Start, Window};

use super::{open, settle, started};

type Screen = Harness<'static, Option<Window>>;

const LANG: Lang = Lang::Fr;

fn words(harness: &Screen, role: Role) -> Vec<String> {
    let all = harness
        .root()
        .children_recursive()
        .filter(|n| n.accesskit_node().role() == role);
    all.filter_map(|n| n.accesskit_node().label().or_else(|| n.accesskit_node().value()))
        .collect()
}

fn press_containing(harness: &mut Screen, part: &str) {
    let found = harness.root().children_recursive().find(|n| {
        let node = n.accesskit_node();
        node.role() == Role::Button && node.label().is_some_and(|l| l.contains(part))
    });
    found.unwrap_or_else(|| panic!("{part}")).click();
    settle(harness);
}

#[test]
fn the_file_is_compared_to_its_version_in_both_lenses() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("essai.releve");
    let session = Session::create(&path, &NewTerritory::Demonstration).unwrap();
    session.save_version("Avant").unwrap();
    let harder = Assumption {
        key: AssumptionKey::StaysInField,
        scope: String::new(),
        value: Range::new(0.2, 0.3, 0.4),
        source: String::new(),
        edited: true,
    };
    session.set_assumption(&harder).unwrap();
    drop(session);
    let mut harness = started(Start {
        settings: Settings {
            language: Some(LANG),
            ..Settings::default()
        },
        file: Some(path),
        ..Start::default()
    });
    settle(&mut harness);
    open(&mut harness, LANG, "cells");
    press_containing(&mut harness, &text(LANG, "ui-compare-ask"));
    press_containing(&mut harness, "Avant, ");
    harness.get_by_label(&text(LANG, "ui-title-compare"));
    let labels = words(&harness, Role::Label);
    assert!(
        labels.iter().any(|l| l.contains("version du")),
        "A is named: {labels:?}"
    );
    assert!(labels.iter().any(|l| l.contains("fichier ouvert")), "B is named");
    assert!(
        labels
            .iter()
            .any(|l| l.contains("D’où vient le changement\u{a0}: besoin 0, vivier +"))
    );
    let bars = words(&harness, Role::Button);
    let bar = bars.iter().find(|b| b.contains(", +") && b.contains("de ")).cloned();
    assert!(bar.is_some(), "a change as a bar, with its range: {bars:?}");
    harness.get_by_label(&text(LANG, "ui-compare-part-table")).click();
    settle(&mut harness);
    let rows = words(&harness, Role::Row);
    assert!(rows.len() > 3 && rows[0].contains("B − A"), "{rows:?}");
    harness.get_by_label(&text(LANG, "ui-lens-expected")).click();
    settle(&mut harness);
    let labels = words(&harness, Role::Label);
    assert!(labels.iter().any(|l| l.contains("frottement")), "{labels:?}");
}

#[test]
fn the_comparison_is_read_by_zone_and_written_as_a_report() {
    let folder = tempfile::tempdir().unwrap();
    let (path, target) = (folder.path().join("essai.releve"), folder.path().join("c.pdf"));
    let session = Session::create(&path, &NewTerritory::Demonstration).unwrap();
    session.save_version("Avant").unwrap();
    drop(session);
    let mut harness = started(Start {
        settings: Settings {
            language: Some(LANG),
            ..Settings::default()
        },
        file: Some(path),
        ..Start::default()
    });
    settle(&mut harness);
    open(&mut harness, LANG, "cells");
    press_containing(&mut harness, &text(LANG, "ui-compare-ask"));
    press_containing(&mut harness, "Avant, ");
    let by = text(LANG, "ui-compare-by");
    let choice = harness
        .get_all_by_label(&by)
        .find(|n| n.accesskit_node().role() == Role::ComboBox);
    choice.unwrap().click();
    settle(&mut harness);
    harness.get_by_label(&text(LANG, "ui-compare-by-zone")).click();
    settle(&mut harness);
    harness.get_by_label(&text(LANG, "ui-compare-report")).click();
    settle(&mut harness);
    let field = text(LANG, "ui-compare-report-path");
    harness.get_by_label(&field).focus();
    settle(&mut harness);
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    settle(&mut harness);
    harness.get_by_label(&field).type_text(&target.display().to_string());
    settle(&mut harness);
    harness.get_by_label(&text(LANG, "ui-compare-report-do")).click();
    settle(&mut harness);
    assert!(std::fs::read(&target).unwrap().starts_with(b"%PDF-"));
}
