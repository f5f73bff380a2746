//! Cooperation on screen: help to go farther, hubs tried, sections shared, what is approved decided.

use egui::Key;
use egui_kittest::kittest::Queryable as _;
use releve::domain::progress::Unattended;
use releve::domain::scenario::{ActionStatus, HelpKind, MobilityHelp, Scenario};
use releve::i18n::{Lang, Message, spread, text};
use releve::market::plan::{hubs, outlook};

use super::plan::{begun, fill, is_said, part, press, undo};
use super::why::session;
use super::{Screen, rows, settle};

const FR: Lang = Lang::Fr;

fn enter(harness: &mut Screen) {
    harness.key_press(Key::Enter);
    settle(harness);
}

/// The row of a table that begins so.
fn row(harness: &Screen, begins: &str) -> String {
    let all = rows(harness);
    let found = all.iter().find(|line| line.starts_with(begins));
    found
        .cloned()
        .unwrap_or_else(|| panic!("no row « {begins} »: {all:#?}"))
}

#[test]
fn help_is_written_by_its_form_told_as_the_market_says_and_undone() {
    let mut harness = begun(FR);
    part(&mut harness, FR, "cooperate");
    assert!(is_said(&harness, &text(FR, "ui-plan-helps-empty")));
    press(&mut harness, FR, "ui-plan-help-add");
    press(&mut harness, FR, "ui-plan-save");
    assert!(is_said(&harness, &text(FR, "ui-plan-missing")), "nothing was typed");
    fill(&mut harness, &text(FR, "ui-plan-help-basin"), "le havre");
    enter(&mut harness);
    fill(&mut harness, &text(FR, "ui-plan-help-people"), "30");
    fill(&mut harness, &text(FR, "ui-plan-help-km"), "2000");
    press(&mut harness, FR, "ui-plan-save");
    assert!(is_said(&harness, "2\u{202f}000"), "too far is told");
    fill(&mut harness, &text(FR, "ui-plan-help-km"), "60");
    enter(&mut harness);
    let line = row(
        &harness,
        "Le Havre, Aide\u{a0}: Transport, Aidés par an\u{a0}: 30, Km de plus\u{a0}: 60",
    );
    let (_folder, session) = session();
    let facts = session.facts().unwrap();
    let basin = facts.catalogue.basins.iter().find(|b| b.name == "Le Havre").unwrap();
    let first = *releve::app::decidable(&facts, None).start();
    let scenario = Scenario {
        id: 1,
        helps: vec![MobilityHelp {
            id: 1,
            kind: HelpKind::Transport,
            basin: basin.code.clone(),
            people: 30,
            km: 60,
            person_cost: None,
            fixed_cost: 0,
            from: first,
            until: None,
            status: ActionStatus::Draft,
            note: String::new(),
        }],
        ..Scenario::new(String::new())
    };
    let found = outlook(&facts, &scenario, None, &Unattended).unwrap();
    for posts in [found.helps[0].sent.last(), found.helps[0].filled.last()] {
        let words = spread(FR, posts.unwrap().map(releve::domain::units::Milli::people), 1);
        assert!(line.contains(&words), "{line} has no {words}");
    }
    undo(&mut harness);
    assert!(is_said(&harness, &text(FR, "ui-plan-helps-empty")));
}

#[test]
fn a_hub_is_tried_in_the_scenario_and_its_section_shared() {
    for lang in Lang::ALL {
        let mut harness = begun(lang);
        part(&mut harness, lang, "cooperate");
        let (_folder, session) = session();
        let facts = session.facts().unwrap();
        let hub = &hubs(&facts, None, 1).unwrap()[0];
        let name = facts.catalogue.names().basin(&hub.basin).unwrap().to_owned();
        let line = row(&harness, &name);
        harness.get_by_label(&line).click();
        settle(&mut harness);
        press(&mut harness, lang, "ui-plan-hub-open");
        fill(&mut harness, &text(lang, "ui-plan-shared"), "le havre");
        enter(&mut harness);
        let unshare = Message::new("ui-plan-unshare").with("basin", "Le Havre").text(lang);
        harness.get_by_label(&unshare);
        press(&mut harness, lang, "ui-plan-save");
        part(&mut harness, lang, "actions");
        let line = rows(&harness)[0].clone();
        let shared = Message::new("ui-plan-shared-by")
            .with("site", name)
            .with("basins", "Le Havre");
        for words in [
            text(lang, "action-ouverture"),
            format!("+{}", hub.seats),
            shared.text(lang),
        ] {
            assert!(line.contains(&words), "{line} has no {words}");
        }
        undo(&mut harness);
        assert!(is_said(&harness, &text(lang, "ui-plan-no-action")));
    }
}
