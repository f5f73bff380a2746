//! The board on screen: each part says what it is for, is filled by a form, and every deed is taken back.

use egui_kittest::kittest::{NodeT as _, Queryable as _};
use releve::app::settings::Theme;
use releve::domain::board::{AssetKind, BoardPart};
use releve::i18n::{Lang, text};

use super::plan::{fill, press, undo};
use super::why::said;
use super::{Screen, demonstration, open, settle};

fn shown(lang: Lang) -> Screen {
    let mut harness = demonstration(lang, Theme::Light);
    open(&mut harness, lang, "board");
    harness
}

fn field(lang: Lang, key: &str) -> String {
    text(lang, &format!("ui-board-field-{key}"))
}

/// What is said on screen with these words.
fn told(harness: &Screen, words: &str) -> Vec<String> {
    said(harness).into_iter().filter(|told| told.contains(words)).collect()
}

#[test]
fn each_part_says_what_it_is_for_and_has_the_button_that_fills_it() {
    for lang in Lang::ALL {
        let harness = shown(lang);
        for part in BoardPart::ALL {
            assert_eq!(
                told(&harness, &text(lang, &format!("ui-board-empty-{}", part.as_str()))).len(),
                1
            );
            assert!(!told(&harness, &text(lang, &format!("ui-board-add-{}", part.as_str()))).is_empty());
        }
    }
}

#[test]
fn a_step_is_written_shown_late_in_words_done_and_taken_back() {
    let lang = Lang::Fr;
    let mut harness = shown(lang);
    press(&mut harness, lang, "ui-board-add-step");
    // What is wrong is told beside its field, and nothing is written.
    fill(&mut harness, &field(lang, "what"), "Visiter l’atelier");
    fill(&mut harness, &field(lang, "due"), "31/02/2025");
    press(&mut harness, lang, "ui-plan-save");
    assert!(!told(&harness, &text(lang, "ui-board-bad-day")).is_empty());
    fill(&mut harness, &field(lang, "due"), "28/02/2025");
    press(&mut harness, lang, "ui-plan-save");
    let late = "En retard\u{a0}: attendu pour le 28/02/2025";
    assert!(
        told(&harness, "Visiter l’atelier")
            .iter()
            .any(|card| card.contains(late))
    );
    assert!(!told(&harness, "1, dont 1 en retard").is_empty());
    fill(&mut harness, &field(lang, "done-on"), "01/03/2025");
    press(&mut harness, lang, "ui-plan-save");
    assert!(told(&harness, late).is_empty());
    assert!(!told(&harness, "Fait le 01/03/2025").is_empty());
    undo(&mut harness);
    assert!(!told(&harness, late).is_empty());
    undo(&mut harness);
    assert!(told(&harness, late).is_empty());
}

#[test]
fn a_campus_is_made_of_basins_found_by_a_few_letters() {
    let lang = Lang::En;
    let mut harness = shown(lang);
    press(&mut harness, lang, "ui-board-add-means");
    let workshop = text(lang, "asset-workshop");
    let combo = |n: &egui_kittest::Node<'_>| n.accesskit_node().value().as_deref() == Some(&*workshop);
    harness.root().children_recursive().find(combo).unwrap().click();
    settle(&mut harness);
    let campus = text(lang, &format!("asset-{}", AssetKind::Campus.as_str()));
    harness.get_all_by_label(&campus).next().unwrap().click();
    settle(&mut harness);
    fill(&mut harness, &field(lang, "basins"), "havre");
    harness.key_press(egui::Key::Enter);
    settle(&mut harness);
    press(&mut harness, lang, "ui-plan-save");
    let cards = told(&harness, "Le Havre");
    assert!(
        cards
            .iter()
            .any(|card| card.starts_with(&campus) && card.contains("twice")),
        "{cards:?}"
    );
}

#[test]
fn an_experiment_tells_what_it_spends_beside_what_may_be_lost() {
    let lang = Lang::Fr;
    let mut harness = super::plan::begun(lang);
    open(&mut harness, lang, "board");
    press(&mut harness, lang, "ui-board-add-experiment");
    fill(&mut harness, &field(lang, "loss"), "80 000");
    fill(&mut harness, &field(lang, "review-on"), "31/12/2028");
    press(&mut harness, lang, "ui-plan-save");
    // A scenario without action spends nothing.
    let within = told(&harness, "dans la perte acceptable de 80\u{202f}000\u{a0}€");
    assert!(!within.is_empty());
    // One experiment a scenario: the second is refused beside the field.
    press(&mut harness, lang, "ui-board-add-experiment");
    fill(&mut harness, &field(lang, "loss"), "1");
    fill(&mut harness, &field(lang, "review-on"), "31/12/2028");
    press(&mut harness, lang, "ui-plan-save");
    assert!(!told(&harness, &text(lang, "ui-plan-missing")).is_empty());
}
