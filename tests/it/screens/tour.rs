//! The guided tour: offered once on the demonstration, walked by Enter, each step pointing at a control on its screen.

use egui::{Key, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use releve::app::settings::Settings;
use releve::i18n::{Lang, text};
use releve::ui::{Start, Window};

use super::{open_demonstration, settle, started};

type Screen = Harness<'static, Option<Window>>;

/// Keys of the steps, and the control each points at.
const STEPS: [(&str, &str); 10] = [
    ("welcome", ""),
    ("figures", "figures"),
    ("shortages", "shortages"),
    ("causes", "causes"),
    ("values", "values"),
    ("slider", "slider"),
    ("map", "map"),
    ("lens", "lens"),
    ("journal", "journal"),
    ("report", "report"),
];

fn offered(lang: Lang) -> Screen {
    let mut harness = started(Start {
        settings: Settings {
            language: Some(lang),
            ..Settings::default()
        },
        offers_tour: true,
        ..Start::default()
    });
    open_demonstration(&mut harness, lang);
    harness
}

fn shows(harness: &Screen, lang: Lang, step: &str) -> bool {
    let title = text(lang, &format!("ui-tour-{step}-title"));
    harness.query_all_by_label(&title).count() > 0 && {
        let sentence = text(lang, &format!("ui-tour-{step}-text"));
        harness.query_all_by_label(&sentence).count() > 0
    }
}

fn ring(harness: &Screen) -> Option<String> {
    let mark = |n: &egui_kittest::Node<'_>| n.accesskit_node().role() == Role::Mark;
    let found = harness.root().children_recursive().find(mark);
    found.and_then(|n| n.accesskit_node().label())
}

#[test]
fn the_whole_tour_is_walked_by_enter_in_both_languages() {
    for lang in Lang::ALL {
        let mut harness = offered(lang);
        harness.get_by_label(&text(lang, "ui-tour-begin")).click();
        settle(&mut harness);
        for (step, target) in STEPS {
            assert!(shows(&harness, lang, step), "{step}");
            assert_eq!(ring(&harness).unwrap_or_default(), target, "{step}");
            harness.key_press(Key::Enter);
            settle(&mut harness);
        }
        assert!(
            STEPS.iter().all(|(step, _)| !shows(&harness, lang, step)),
            "the tour is over"
        );
        assert_eq!(ring(&harness), None);
        harness.get_by_label(&text(lang, "ui-title-export"));
    }
}

#[test]
fn back_returns_a_step_and_escape_leaves() {
    let lang = Lang::Fr;
    let mut harness = offered(lang);
    harness.get_by_label(&text(lang, "ui-tour-begin")).click();
    settle(&mut harness);
    harness.get_by_label(&text(lang, "ui-tour-next")).click();
    settle(&mut harness);
    assert!(shows(&harness, lang, "figures"));
    harness.get_by_label(&text(lang, "ui-tour-back")).click();
    settle(&mut harness);
    assert!(shows(&harness, lang, "welcome"));
    harness.key_press(Key::Escape);
    settle(&mut harness);
    assert!(!shows(&harness, lang, "welcome"));
}

#[test]
fn a_refused_tour_is_not_offered_again() {
    let lang = Lang::Fr;
    let mut harness = offered(lang);
    harness.get_by_label(&text(lang, "ui-tour-refuse")).click();
    settle(&mut harness);
    assert!(harness.query_by_label(&text(lang, "ui-tour-begin")).is_none());
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::W);
    settle(&mut harness);
    open_demonstration(&mut harness, lang);
    assert!(
        harness.query_by_label(&text(lang, "ui-tour-begin")).is_none(),
        "once is enough"
    );
}
