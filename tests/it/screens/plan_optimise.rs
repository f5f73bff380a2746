//! « Optimiser » on screen: a plan is asked, read as the market proposes it, written, refused and taken back.

use std::time::Duration;

use egui_kittest::kittest::{NodeT as _, Queryable as _};
use releve::app::{AppError, Session, decidable};
use releve::domain::progress::Unattended;
use releve::domain::scenario::Scenario;
use releve::domain::units::Milli;
use releve::i18n::{self, Lang, Message, text};
use releve::market::plan::{PlanRequest, Proposal};

use super::plan::{begun, fill, is_said, part, press, undo};
use super::why::session;
use super::{Screen, rows, settle};

const FR: Lang = Lang::Fr;
/// Longer than any search of the demonstration takes.
const SECONDS: u64 = 60;

/// The form of a plan of two openings and no closing.
fn asked(lang: Lang) -> Screen {
    let mut harness = begun(lang);
    press(&mut harness, lang, "ui-plan-propose");
    for (limit, typed) in [("openings", "2"), ("closings", "0"), ("seconds", "60")] {
        fill(&mut harness, &text(lang, &format!("ui-plan-limit-{limit}")), typed);
    }
    harness
}

/// The same plan without a window.
fn twin() -> Proposal {
    let (_folder, session) = session();
    let scenario = empty(&session);
    proposed(&session, &scenario)
}

/// A scenario without action.
fn empty(session: &Session) -> Scenario {
    let mut scenario = Scenario::new(text(FR, "ui-plan-new-name"));
    scenario.id = session.put_scenario(&scenario).unwrap();
    scenario
}

fn proposed(session: &Session, scenario: &Scenario) -> Proposal {
    let request = PlanRequest {
        openings: Some(2),
        closings: Some(0),
        ..PlanRequest::new(decidable(&session.facts().unwrap(), None))
    };
    let patience = Duration::from_secs(SECONDS);
    session.propose(scenario, &request, patience, &Unattended).unwrap()
}

fn adopt(actions: i64) -> String {
    Message::new("ui-plan-adopt").with("n", actions).text(FR)
}

/// Clicks a row, away from its box.
fn choose(harness: &mut Screen, row: &str) {
    harness.get_by_label(row).click();
    settle(harness);
}

/// Ticks or unticks the box of a row, which has the name of its programme.
fn tick(harness: &mut Screen, programme: &str) {
    let boxes = harness.get_all_by_label(programme);
    let found = boxes
        .into_iter()
        .find(|n| n.accesskit_node().role() == egui::Role::CheckBox);
    found.unwrap_or_else(|| panic!("no box « {programme} »")).click();
    settle(harness);
}

#[test]
fn a_plan_is_proposed_as_the_session_does_then_written_and_undone() {
    let mut harness = asked(FR);
    press(&mut harness, FR, "ui-plan-search");
    let proposal = twin();
    assert_eq!(proposal.actions.len(), 2);
    let lines = rows(&harness);
    assert_eq!(lines.len(), 2, "{lines:#?}");
    for (line, proposed) in lines.iter().zip(&proposal.actions) {
        let action = &proposed.action;
        let told = [
            text(FR, &format!("action-{}", action.kind.as_str())),
            format!("+{}", action.seats),
            action.rentree.to_string(),
            i18n::decimal(FR, proposed.gain.people(), 1),
        ];
        for words in told {
            assert!(line.contains(&words), "{line} has no {words}");
        }
    }
    choose(&mut harness, &lines[0]);
    let (_folder, session) = session();
    let outlook = session
        .explain_plan(&empty(&session), &proposal, None, &Unattended)
        .unwrap();
    let last = outlook.years.last().unwrap().year.to_string();
    let heading = Message::new("ui-plan-receivers").with("year", last.as_str());
    assert!(is_said(&harness, &heading.text(FR)), "which posts it fills");
    let posts = outlook.actions[0].filled.last().unwrap().map(Milli::people);
    assert!(is_said(&harness, &i18n::spread(FR, posts, 1)), "{posts:?}");
    harness.key_press(egui::Key::Escape);
    settle(&mut harness);
    let looked = format!("{} actions examinées de près sur", proposal.looked_at);
    assert!(is_said(&harness, &looked), "{looked}");
    for limit in &proposal.binding {
        assert!(is_said(&harness, &limit.text(FR)));
    }
    harness.get_by_label(&adopt(2)).click();
    settle(&mut harness);
    let written = text(FR, "ui-plan-proposal-name");
    assert!(is_said(&harness, &format!("{written}, Besoin constant, ")));
    assert!(!rows(&harness).is_empty(), "its years are shown");
    part(&mut harness, FR, "actions");
    assert_eq!(rows(&harness).len(), 2);
    undo(&mut harness);
    assert!(!is_said(&harness, &format!("{written}, ")), "one deed");
    assert!(is_said(&harness, &text(FR, "ui-plan-no-action")));
}

#[test]
fn an_action_is_left_out_by_its_box_and_a_refused_one_is_proposed_no_more() {
    let mut harness = asked(FR);
    press(&mut harness, FR, "ui-plan-search");
    let lines = rows(&harness);
    let programme = |line: &str| line.split(", ").next().unwrap().to_owned();
    tick(&mut harness, &programme(&lines[0]));
    harness.get_by_label(&adopt(1));
    tick(&mut harness, &programme(&lines[0]));
    harness.get_by_label(&adopt(2));
    choose(&mut harness, &lines[1]);
    press(&mut harness, FR, "ui-plan-refuse");
    let refused = text(FR, "action-status-refused");
    assert!(rows(&harness)[1].contains(&refused), "{:#?}", rows(&harness));
    harness.get_by_label(&adopt(1));
    assert!(is_said(&harness, &text(FR, "ui-plan-proposed-older")));
    press(&mut harness, FR, "ui-plan-search-again");
    press(&mut harness, FR, "ui-plan-search");
    let again = rows(&harness);
    assert_eq!(again.len(), 2, "another takes its place");
    assert!(!again.contains(&lines[1]), "{again:#?}");
    undo(&mut harness);
    part(&mut harness, FR, "actions");
    assert!(is_said(&harness, &text(FR, "ui-plan-no-action")), "one deed");
}

#[test]
fn what_cannot_be_asked_is_told_in_its_own_words_in_both_languages() {
    for lang in Lang::ALL {
        let mut harness = asked(lang);
        let openings = text(lang, "ui-plan-limit-openings");
        fill(&mut harness, &openings, "deux");
        press(&mut harness, lang, "ui-plan-search");
        let fault = Message::new("ui-plan-no-number").with("typed", "deux");
        assert!(is_said(&harness, &fault.text(lang)));
        fill(&mut harness, &openings, "2");
        fill(&mut harness, &text(lang, "ui-plan-limit-budget"), "100 000 €");
        press(&mut harness, lang, "ui-plan-search");
        assert!(is_said(&harness, "seat-cost"), "a seat has no cost");
        assert!(rows(&harness).is_empty());
    }
}

#[test]
fn a_taken_name_is_told_and_nothing_is_written() {
    let mut harness = asked(FR);
    press(&mut harness, FR, "ui-plan-search");
    fill(&mut harness, &text(FR, "ui-plan-name"), &text(FR, "ui-plan-new-name"));
    harness.get_by_label(&adopt(2)).click();
    settle(&mut harness);
    assert!(is_said(&harness, "Un scénario s’appelle déjà"));
    assert_eq!(rows(&harness).len(), 2, "what was found stays");
}

#[test]
fn a_plan_with_an_action_that_cannot_be_any_more_is_not_written() {
    let (_folder, session) = session();
    let scenario = empty(&session);
    let mut proposal = proposed(&session, &scenario);
    proposal.actions[1].action.rentree = 2000;
    let refused = session.adopt(&scenario, &proposal, "Tard");
    assert!(matches!(refused, Err(AppError::Action(_))), "{refused:?}");
    assert!(session.scenario("Tard").is_err());
}
