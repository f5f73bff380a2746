//! The tornado on the assumptions screen, asked for and told bar by bar; what a deed changed, on the dashboard.

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use releve::app::settings::Theme;
use releve::domain::assumption::AssumptionKey;
use releve::domain::progress::Unattended;
use releve::domain::units::{Milli, Range};
use releve::i18n::{Lang, people, text};
use releve::market::gap::{Figures, Gap};
use releve::report::tornado::tornado;

use super::why::{said, session};
use super::{demonstration, open, settle};

const FR: Lang = Lang::Fr;

#[test]
fn each_bar_says_its_ends_and_their_changes_as_the_market_computes_them() {
    let (_folder, session) = session();
    let found = session.sensitivity(None, &Unattended).unwrap();
    let chart = tornado(&session.facts().unwrap(), &found, FR);
    let mut harness = demonstration(FR, Theme::Light);
    open(&mut harness, FR, "assumptions");
    harness.get_by_label(&text(FR, "ui-tornado-do")).click();
    settle(&mut harness);
    let all = said(&harness);
    let items = chart.items(FR);
    assert!(items.len() > 4 && items.len() <= 15, "{}", items.len());
    for item in items {
        let words = format!("{}\u{a0}: {}", item.label, item.words);
        assert!(all.contains(&words), "« {words} » is not in {all:#?}");
    }
    let remark = chart.footer.remark.unwrap().text(FR);
    assert!(all.contains(&remark), "{remark}");
    assert_eq!(harness.query_all_by_label(&text(FR, "ui-tornado-do")).count(), 0);
}

#[test]
fn the_dashboard_tells_what_the_last_deed_changed_and_that_it_was_taken_back() {
    let (_folder, session) = session();
    let before = session.gap(None, &Unattended).unwrap();
    let mut beta = session
        .facts()
        .unwrap()
        .assumptions
        .find(AssumptionKey::Beta, &["technicien_am"])
        .unwrap()
        .clone();
    beta.value = Range::exact(0.5);
    session.set_assumption(&beta).unwrap();
    let after = session.gap(None, &Unattended).unwrap();
    let name = format!(
        "{}, {}, ",
        text(FR, "ui-assumption-beta"),
        text(FR, "ui-skill-technicien-am")
    );
    let mut harness = demonstration(FR, Theme::Light);
    assert!(harness.query_by_label(&text(FR, "ui-dashboard-changes")).is_none());
    open(&mut harness, FR, "assumptions");
    let field = format!("{name}{}", text(FR, "ui-high"));
    harness.get_by_label(&field).focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run();
    harness.get_by_label(&field).type_text("50");
    harness.run();
    harness.key_press(Key::Enter);
    settle(&mut harness);
    open(&mut harness, FR, "dashboard");
    let told = |harness: &super::Screen, column: &str| {
        let start = format!("{}\u{a0}: ", text(FR, column));
        let all = said(harness);
        let found = all
            .into_iter()
            .find(|said| said.starts_with(&start) && said.contains('→'));
        found.unwrap_or_else(|| panic!("no change of {column}"))
    };
    let words = |of: fn(&Figures) -> Milli, from: &Gap, to: &Gap| {
        format!("{} → {}", people(FR, of(&from.total())), people(FR, of(&to.total())))
    };
    // High 50 % brings the centre to 50 %, as the deed of the session beside does.
    let unfilled: fn(&Figures) -> Milli = |f| f.unfilled.central;
    let need: fn(&Figures) -> Milli = |f| f.need.central;
    assert!(told(&harness, "ui-column-need").contains(&words(need, &before, &after)));
    assert!(told(&harness, "ui-column-unfilled").contains(&words(unfilled, &before, &after)));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(&mut harness);
    assert!(told(&harness, "ui-column-unfilled").contains(&words(unfilled, &after, &before)));
    assert!(said(&harness).iter().any(|said| said.contains("annulé\u{a0}: ")));
}
