//! An old, filled file of every version opens, is brought up to date, and tells what it told when it was made.

use std::path::{Path, PathBuf};

use releve::domain::assumption::{Assumption, AssumptionKey, Assumptions};
use releve::domain::contour::PlaceKind;
use releve::domain::programme::Route;
use releve::domain::review::ReviewStatus;
use releve::domain::scenario::{
    ActionKind, ActionStatus, HelpKind, MobilityHelp, PlanAction, SectionKey, Site, Trajectory,
};
use releve::domain::secrecy::Count;
use releve::domain::units::{Milli, Range};
use releve::store::{Deed, DeedState, Store};
use rusqlite::Connection;

/// One file a version: filled with invented facts by the program of that version, kept as SQL text so that changes can be read.
const HISTORY: &[(u32, &str)] = &[
    (1, include_str!("../../db/history/v1.sql")),
    (2, include_str!("../../db/history/v2.sql")),
    (3, include_str!("../../db/history/v3.sql")),
    (4, include_str!("../../db/history/v4.sql")),
    (5, include_str!("../../db/history/v5.sql")),
];

fn revive(folder: &Path, version: u32, dump: &str) -> PathBuf {
    let path = folder.join(format!("v{version}.releve"));
    Connection::open(&path).unwrap().execute_batch(dump).unwrap();
    path
}

#[test]
fn the_file_of_every_version_still_opens_and_is_sound() {
    let folder = tempfile::tempdir().unwrap();
    for (version, dump) in HISTORY {
        let store = Store::open(&revive(folder.path(), *version, dump)).unwrap();
        assert_eq!(store.check().unwrap().findings, [], "version {version}");
    }
}

#[test]
fn the_last_version_of_the_history_is_the_current_one() {
    let folder = tempfile::tempdir().unwrap();
    let (version, dump) = HISTORY.last().unwrap();
    let old = Connection::open(revive(folder.path(), *version, dump)).unwrap();
    let blank = Connection::open_in_memory().unwrap();
    blank.execute_batch(include_str!("../../db/schema.sql")).unwrap();
    let tables = |connection: &Connection| -> Vec<String> {
        let mut all = connection
            .prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name")
            .unwrap();
        all.query_map([], |row| row.get(0))
            .unwrap()
            .map(Result::unwrap)
            .collect()
    };
    assert_eq!(tables(&old), tables(&blank));
}

#[test]
fn version_1_tells_what_it_told() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(&revive(folder.path(), 1, HISTORY[0].1)).unwrap();
    let facts = store.facts().unwrap();
    assert_eq!(facts.territory.name, "Territoire d’essai");
    let projects: Vec<Count> = facts.survey.iter().map(|row| row.projects).collect();
    assert_eq!(
        projects,
        [Count::Value(Milli(12_000)), Count::Secret, Count::Zero, Count::Missing]
    );
    assert_eq!(facts.sections[0].seats, Some(24));
    assert_eq!(facts.outcomes[0].continuing_rate, Some(0.375));
    assert_eq!(facts.employers[0].name, "Forge inventée");
    assert_eq!(facts.needs[0].posts, 3);
    assert_eq!(facts.sources[0].file, "essai.csv");
    assert_eq!(store.issues(facts.sources[0].id).unwrap()[0].row, 7);
    let beta = facts.assumptions.find(AssumptionKey::StaysInField, &[]).unwrap();
    assert_eq!((beta.value.central, beta.edited), (0.55, true));
    // Keys that the file knows nothing of have their defaults, and can be set.
    let default = Assumptions::defaults().find(AssumptionKey::MatchNoise, &[]).cloned();
    assert_eq!(facts.assumptions.find(AssumptionKey::MatchNoise, &[]), default.as_ref());
    let states: Vec<DeedState> = store.journal(9).unwrap().iter().map(|entry| entry.state).collect();
    assert_eq!(
        states,
        [DeedState::Undone, DeedState::Done, DeedState::Done, DeedState::Base]
    );
    assert_eq!(store.redo().unwrap().unwrap().deed, "set-territory");
    assert_eq!(store.facts().unwrap().territory.name, "Renommé");
    let set = Assumption {
        value: Range::exact(30.0),
        ..default.clone().unwrap()
    };
    let deed = Deed::new("set-assumption").with("name", "match-noise");
    store.transact(&deed, |tx| tx.set_assumption(&set)).unwrap();
    let noise = |store: &Store| {
        store
            .facts()
            .unwrap()
            .assumptions
            .find(AssumptionKey::MatchNoise, &[])
            .cloned()
    };
    assert_eq!(noise(&store).map(|a| (a.value.central, a.edited)), Some((30.0, true)));
    store.undo().unwrap();
    assert_eq!(noise(&store), default);
    for _ in 0..3 {
        assert!(store.undo().unwrap().is_some());
    }
    assert!(store.undo().unwrap().is_none());
    assert!(store.facts().unwrap().survey.is_empty());
    assert_eq!(store.check().unwrap().findings, []);
}

#[test]
fn version_2_tells_what_it_told() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(&revive(folder.path(), 2, HISTORY[1].1)).unwrap();
    let reader = store.reader().unwrap();
    let contours = reader.contours().unwrap();
    assert_eq!(contours.len(), 1);
    assert_eq!((contours[0].kind, contours[0].code.as_str()), (PlaceKind::Region, "32"));
    let corners: Vec<usize> = contours[0].land[0].iter().map(Vec::len).collect();
    assert_eq!(corners, [4, 4], "the land and its hole");
    let first = contours[0].land[0][0][0];
    assert_eq!((first.lon, first.lat), (150_000, 4_900_000));
    let titles = reader.appellations().unwrap();
    assert_eq!(
        (titles[0].rome.as_str(), titles[0].label.as_str()),
        ("H2913", "Soudeur / Soudeuse inventé")
    );
    drop(reader);
    assert!(store.undo().unwrap().is_some());
    assert_eq!(store.reader().unwrap().contours().unwrap(), []);
    store.redo().unwrap();
    assert_eq!(store.reader().unwrap().contours().unwrap(), contours);
    assert_eq!(store.check().unwrap().findings, []);
}

#[test]
fn version_3_tells_its_reviews_and_takes_them_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(&revive(folder.path(), 3, HISTORY[2].1)).unwrap();
    let reviews = store.facts().unwrap().reviews;
    let told: Vec<_> = reviews
        .iter()
        .map(|r| (r.outlet.fap.as_str(), r.status, r.confidence, r.who.as_str()))
        .collect();
    let expected = [
        ("D1X33", ReviewStatus::SetAside, Some(2), "essai"),
        ("G0A40", ReviewStatus::Added, None, "essai"),
    ];
    assert_eq!(told, expected);
    assert_eq!(store.undo().unwrap().unwrap().deed, "read-outlets");
    assert!(store.facts().unwrap().reviews.is_empty());
    store.redo().unwrap();
    assert_eq!(store.facts().unwrap().reviews, reviews);
    assert_eq!(store.check().unwrap().findings, []);
}

fn action(kind: ActionKind, seats: u32, rentree: u16) -> PlanAction {
    PlanAction {
        status: ActionStatus::Proposal,
        compensation: Some(1),
        fixed_cost: 250_000,
        seat_cost: Some(9_000),
        asked_by: "Région d’essai".to_owned(),
        ..PlanAction::new(
            kind,
            SectionKey {
                site: Site::Basin("3201".parse().unwrap()),
                programme: "40025216".parse().unwrap(),
                route: Route::School,
            },
            seats,
            rentree,
        )
    }
}

#[test]
fn version_4_tells_its_scenarios_and_takes_them_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(&revive(folder.path(), 4, HISTORY[3].1)).unwrap();
    let scenarios = store.facts().unwrap().scenarios;
    assert_eq!(scenarios.len(), 1);
    let told = &scenarios[0];
    assert_eq!(
        (told.name.as_str(), told.trajectory),
        ("Plan d’essai", Trajectory::Ambitious)
    );
    let moved = PlanAction {
        id: 2,
        towards: Some(Site::Establishment("0010001W".parse().unwrap())),
        seat_cost: None,
        compensation: None,
        ..action(ActionKind::Transfert, 12, 2028)
    };
    let opened = PlanAction {
        id: 1,
        ..action(ActionKind::Ouverture, 15, 2027)
    };
    assert_eq!(told.actions, [opened, moved]);
    assert_eq!(store.undo().unwrap().unwrap().deed, "put-scenario");
    assert!(store.facts().unwrap().scenarios.is_empty());
    store.redo().unwrap();
    assert_eq!(store.facts().unwrap().scenarios, scenarios);
    assert_eq!(store.check().unwrap().findings, []);
}

#[test]
fn version_5_tells_its_money_its_board_its_skills_and_what_is_decided() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(&revive(folder.path(), 5, HISTORY[4].1)).unwrap();
    let facts = store.facts().unwrap();
    let scenario = &facts.scenarios[0];
    assert!(scenario.is_decided);
    assert_eq!(scenario.actions[0].shared, ["3202".parse().unwrap()]);
    let help = MobilityHelp {
        id: 1,
        kind: HelpKind::Lodging,
        basin: "3201".parse().unwrap(),
        people: 10,
        km: 40,
        person_cost: Some(600),
        fixed_cost: 5_000,
        from: 2027,
        until: Some(2030),
        status: ActionStatus::Proposal,
        note: "Essai".to_owned(),
    };
    assert_eq!(scenario.helps, [help]);
    let (funding, board, skills) = (&facts.funding, &facts.board, &facts.skills);
    assert_eq!((funding.envelopes[0].euros, funding.lines[0].euros), (400_000, 120_000));
    assert_eq!((funding.aids[0].euros, funding.npecs[0].euros), (5_000, 9_500));
    assert_eq!(board.means[0].name, "Ateliers inventés");
    assert_eq!(board.commitments[0].who, "Forge inventée");
    assert_eq!(board.experiments[0].affordable_loss, 300_000);
    assert_eq!(board.surprises[0].text, "Un atelier inventé ferme");
    assert_eq!(board.steps[0].what, "Appeler la forge inventée");
    assert_eq!(board.reviews[0].entrants, Some(14));
    assert_eq!((skills.romes.len(), skills.programmes.len()), (1, 1));
    assert_eq!((skills.needs.len(), skills.modules[0].hours), (1, 20));
    assert_eq!(store.undo().unwrap().unwrap().deed, "put-need-skills");
    assert!(store.facts().unwrap().skills.needs.is_empty());
    store.redo().unwrap();
    assert_eq!(store.facts().unwrap().skills, facts.skills);
    assert_eq!(store.check().unwrap().findings, []);
}
