//! Scenarios on screen: made, changed and taken back, with the figures of the market.

use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use releve::app::settings::Theme;
use releve::app::{Session, decidable};
use releve::domain::programme::Route;
use releve::domain::progress::Unattended;
use releve::domain::scenario::{ActionKind, PlanAction, Scenario, SectionKey, Site};
use releve::domain::units::{Estimate, Milli};
use releve::i18n::{Lang, Message, range, spread, text};
use releve::market::plan::Outlook;

use super::why::{said, session};
use super::{Screen, demonstration, open, rows, settle};

const FR: Lang = Lang::Fr;

/// The screen with a first scenario, empty.
pub(super) fn begun(lang: Lang) -> Screen {
    let mut harness = demonstration(lang, Theme::Light);
    open(&mut harness, lang, "plan");
    press(&mut harness, lang, "ui-plan-new");
    harness
}

/// Presses the button whose words are, or end with, those of a key.
pub(super) fn press(harness: &mut Screen, lang: Lang, key: &str) {
    let words = text(lang, key);
    let button = harness
        .get_all_by_label_contains(&words)
        .find(|n| {
            let label = n.accesskit_node().label().unwrap_or_default();
            matches!(n.accesskit_node().role(), egui::Role::Button | egui::Role::RadioButton) && label.ends_with(&words)
        })
        .unwrap_or_else(|| panic!("no button « {words} »"));
    button.click();
    settle(harness);
}

/// Shows a part of what a scenario does.
pub(super) fn part(harness: &mut Screen, lang: Lang, key: &str) {
    let words = text(lang, &format!("ui-plan-part-{key}"));
    let segment = harness
        .get_all_by_label(&words)
        .find(|n| n.accesskit_node().role() == egui::Role::RadioButton);
    segment.unwrap().click();
    settle(harness);
}

/// Types in a field, in place of what was there.
pub(super) fn fill(harness: &mut Screen, name: &str, words: &str) {
    let named = |h: &Screen| {
        let field = h
            .get_all_by_label(name)
            .find(|n| n.accesskit_node().role() == egui::Role::TextInput);
        field.unwrap_or_else(|| panic!("no field « {name} »")).focus();
    };
    named(harness);
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run();
    harness.event(egui::Event::Text(words.to_owned()));
    harness.run();
}

fn enter(harness: &mut Screen) {
    harness.key_press(Key::Enter);
    settle(harness);
}

pub(super) fn undo(harness: &mut Screen) {
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(harness);
}

/// An opening of 24 seats in welding at Le Havre, by the form.
fn opening(harness: &mut Screen, lang: Lang) {
    press(harness, lang, "ui-plan-add");
    fill(harness, &text(lang, "ui-plan-programme"), "technicien en soudage");
    enter(harness);
    fill(harness, &text(lang, "ui-plan-site"), "le havre");
    enter(harness);
    let lot = Message::new("ui-plan-lot").with("n", 24_i64).text(lang);
    harness.get_by_label(&lot).click();
    harness.run();
    press(harness, lang, "ui-plan-save");
}

pub(super) fn is_said(harness: &Screen, words: &str) -> bool {
    said(harness).iter().any(|line| line.contains(words))
}

/// The same scenario written without a window.
/// The rentrée a new action begins with: the first that may still be decided.
fn first_rentree(session: &Session) -> u16 {
    *decidable(&session.facts().unwrap(), None).start()
}

fn twin(session: &Session, rentree: u16) -> Outlook {
    let mut scenario = Scenario::new(text(FR, "ui-plan-new-name"));
    scenario.id = session.put_scenario(&scenario).unwrap();
    let facts = session.facts().unwrap();
    let basin = facts.catalogue.basins.iter().find(|b| b.name == "Le Havre").unwrap();
    let action = PlanAction::new(
        ActionKind::Ouverture,
        SectionKey {
            site: Site::Basin(basin.code.clone()),
            programme: "46125406".parse().unwrap(),
            route: Route::School,
        },
        24,
        rentree,
    );
    session.put_action(&scenario, &action).unwrap();
    session.outlooks(None, &Unattended).unwrap()[0].clone()
}

fn fine(posts: Estimate) -> String {
    spread(FR, posts.map(Milli::people), 1)
}

#[test]
fn an_opening_made_by_the_form_changes_the_years_as_the_market_says_and_each_step_is_undone() {
    let mut harness = begun(FR);
    assert!(is_said(&harness, &text(FR, "ui-plan-no-action")));
    opening(&mut harness, FR);
    part(&mut harness, FR, "years");
    let (_folder, session) = session();
    let first = first_rentree(&session);
    let outlook = twin(&session, first);
    let lines = rows(&harness);
    assert_eq!(lines.len(), outlook.years.len());
    for (line, year) in lines.iter().zip(&outlook.years) {
        assert!(line.starts_with(&year.year.to_string()), "{line}");
        let figures = [
            fine(year.filled),
            range(FR, year.reference.unfilled),
            range(FR, year.planned.unfilled),
        ];
        for figure in figures {
            assert!(line.contains(&figure), "{line} has no {figure}");
        }
    }
    let filled = outlook.years.last().unwrap().filled;
    assert!(filled.central > Milli::ZERO, "the opening fills posts");
    assert!(is_said(&harness, &fine(outlook.whole().0)));
    undo(&mut harness);
    assert!(is_said(&harness, &text(FR, "ui-plan-no-action")));
    undo(&mut harness);
    assert!(is_said(&harness, &text(FR, "ui-plan-empty")));
}

#[test]
fn a_bar_moves_to_another_rentree_by_the_keyboard_in_one_deed() {
    let mut harness = begun(FR);
    opening(&mut harness, FR);
    let bar = |h: &Screen| {
        let bars: Vec<_> = said(h)
            .into_iter()
            .filter(|s| s.starts_with("Ouverture, +24"))
            .collect();
        bars.into_iter().find(|s| s.contains("premiers sortants")).unwrap()
    };
    let before = bar(&harness);
    let (_folder, session) = session();
    let first = first_rentree(&session);
    let says = |bar: &str, rentree: u16| {
        bar.contains(&format!("rentrée {rentree}")) && bar.contains(&format!("juin {}", rentree + 1))
    };
    assert!(says(&before, first), "{before}");
    harness.get_by_label(&before).focus();
    harness.step();
    harness.step();
    harness.key_press(Key::ArrowRight);
    settle(&mut harness);
    let after = bar(&harness);
    assert!(says(&after, first + 1), "{after}");
    let outlook = twin(&session, first + 1);
    assert!(is_said(&harness, &fine(outlook.whole().0)));
    undo(&mut harness);
    assert_eq!(bar(&harness), before);
}

#[test]
fn a_bar_is_dragged_and_escape_gives_the_drag_up() {
    let mut harness = begun(FR);
    opening(&mut harness, FR);
    let bar = |h: &Screen| said(h).into_iter().find(|s| s.starts_with("Ouverture, +24")).unwrap();
    let before = bar(&harness);
    let drag = |harness: &mut Screen| {
        let start = harness.get_by_label(&before).rect().center();
        harness.drag_at(start);
        harness.step();
        for x in [20.0, 60.0, 120.0] {
            harness.hover_at(start + egui::vec2(x, 0.0));
            harness.step();
        }
        start + egui::vec2(120.0, 0.0)
    };
    let end = drag(&mut harness);
    harness.key_press(Key::Escape);
    harness.step();
    harness.drop_at(end);
    settle(&mut harness);
    assert_eq!(bar(&harness), before, "nothing was written");
    assert!(is_said(&harness, &text(FR, "ui-plan-effects")), "the detail stays open");
    let end = drag(&mut harness);
    harness.drop_at(end);
    settle(&mut harness);
    assert_ne!(bar(&harness), before, "the bar moved");
    undo(&mut harness);
    assert_eq!(bar(&harness), before, "one deed");
}

#[test]
fn what_cannot_be_is_told_at_its_field_and_nothing_is_written() {
    let mut harness = begun(FR);
    press(&mut harness, FR, "ui-plan-add");
    fill(&mut harness, &text(FR, "ui-plan-programme"), "technicien en soudage");
    enter(&mut harness);
    fill(&mut harness, &text(FR, "ui-plan-seats"), "beaucoup");
    press(&mut harness, FR, "ui-plan-save");
    assert!(is_said(&harness, &text(FR, "ui-plan-missing")));
    assert!(is_said(&harness, "n’est pas un nombre entier"));
    fill(&mut harness, &text(FR, "ui-plan-site"), "le havre");
    enter(&mut harness);
    fill(&mut harness, &text(FR, "ui-plan-seats"), "0");
    press(&mut harness, FR, "ui-plan-save");
    assert!(is_said(&harness, &text(FR, "market-plan-no-seats")));
    assert!(is_said(&harness, &text(FR, "ui-plan-no-action")), "nothing was written");
    fill(&mut harness, &text(FR, "ui-plan-seats"), "12");
    enter(&mut harness);
    assert!(is_said(&harness, "Ouverture +12"), "Enter saves");
}

#[test]
fn a_scenario_is_renamed_copied_and_taken_away_and_a_taken_name_is_refused() {
    let mut harness = begun(FR);
    harness.key_press(Key::F2);
    settle(&mut harness);
    fill(&mut harness, &text(FR, "ui-plan-name"), "Soudage");
    enter(&mut harness);
    let cards = |h: &Screen| -> Vec<String> {
        let all = said(h).into_iter();
        all.filter(|s| s.contains(", Besoin constant, ")).collect()
    };
    assert!(cards(&harness)[0].starts_with("Soudage,"), "{:?}", cards(&harness));
    press(&mut harness, FR, "ui-plan-copy");
    assert!(
        cards(&harness)[1].starts_with("Soudage (copie),"),
        "{:?}",
        cards(&harness)
    );
    press(&mut harness, FR, "ui-plan-rename");
    fill(&mut harness, &text(FR, "ui-plan-name"), "Soudage");
    enter(&mut harness);
    assert!(is_said(&harness, "Un scénario s’appelle déjà"), "{:?}", said(&harness));
    harness.key_press(Key::Escape);
    settle(&mut harness);
    let second = cards(&harness)[1].clone();
    harness.get_by_label(&second).click();
    settle(&mut harness);
    harness.key_press(Key::Delete);
    settle(&mut harness);
    assert_eq!(cards(&harness).len(), 1);
    undo(&mut harness);
    assert_eq!(cards(&harness).len(), 2);
}

#[test]
fn every_part_is_shown_in_both_languages_and_an_action_tells_its_cohort() {
    for lang in Lang::ALL {
        let mut harness = begun(lang);
        opening(&mut harness, lang);
        for which in ["curves", "years", "actions", "basins", "occupations", "compare"] {
            part(&mut harness, lang, which);
            if which != "curves" {
                assert!(!rows(&harness).is_empty(), "{which}");
            }
        }
        for key in [
            "ui-plan-cohort",
            "ui-plan-final-year",
            "ui-plan-in-field",
            "ui-plan-taken",
        ] {
            assert!(is_said(&harness, &text(lang, key)), "{key}");
        }
        part(&mut harness, lang, "years");
        let line = rows(&harness)[2].clone();
        harness.get_by_label(&line).click();
        settle(&mut harness);
        assert!(is_said(&harness, &text(lang, "ui-plan-growth")), "how a year is made");
    }
}

#[test]
fn a_section_of_the_training_supply_begins_an_action() {
    let mut harness = demonstration(FR, Theme::Light);
    open(&mut harness, FR, "training");
    let tab = text(FR, "ui-training-seats");
    harness.get_by_label_contains(&format!("{tab} (")).click();
    settle(&mut harness);
    let line = rows(&harness)[0].clone();
    harness.get_by_label(&line).click();
    settle(&mut harness);
    press(&mut harness, FR, "ui-plan-act");
    assert!(is_said(&harness, &text(FR, "ui-plan-empty-begun")));
    press(&mut harness, FR, "ui-plan-new");
    assert!(is_said(&harness, &text(FR, "ui-plan-new-action")));
    fill(&mut harness, &text(FR, "ui-plan-seats"), "12");
    enter(&mut harness);
    assert!(is_said(&harness, "Augmentation +12"));
}
