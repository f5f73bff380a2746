//! The board in a territory file: every kind of item is written, read back as it was told, undone and redone.

use std::collections::BTreeSet;

use releve::app::{AppError, NewTerritory, Session};
use releve::domain::board::{
    Asset, BoardItem, BoardPart, CommitmentStatus, Experiment, Means, NextStep, PartnerCommitment, Pledge,
    ReviewOutcome, Surprise, Touched,
};
use releve::domain::day::Day;
use releve::domain::facts::Facts;
use releve::domain::programme::Route;
use releve::domain::scenario::{ActionKind, PlanAction, Scenario, SectionKey, Site};
use releve::market::plan::BoardRefusal;
use tempfile::TempDir;

fn session() -> (TempDir, Session) {
    let folder = tempfile::tempdir().unwrap();
    let session = Session::create(&folder.path().join("d.releve"), &NewTerritory::Demonstration).unwrap();
    (folder, session)
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// One of each kind, on the places of a territory.
fn every_item(facts: &Facts, scenario: i64, action: i64) -> Vec<BoardItem> {
    let regions = &facts.territory.regions;
    let basin = facts
        .catalogue
        .basins
        .iter()
        .find(|b| regions.contains(&b.region))
        .unwrap();
    let school = facts
        .establishments
        .iter()
        .find(|e| e.basin.as_ref() == Some(&basin.code));
    let uai = school.or(facts.establishments.first()).unwrap().uai.clone();
    let need = facts.needs.first().unwrap();
    let programme = facts.catalogue.programmes[0].id.clone();
    let (basin, fap) = (basin.code.clone(), need.fap.clone());
    let place = Site::Basin(basin.clone());
    let basins = BTreeSet::from([basin.clone(), need.basin.clone()]);
    let means = |asset| {
        BoardItem::Means(Means {
            id: 0,
            asset,
            name: "Halle".to_owned(),
        })
    };
    let promised = |pledge, status| {
        BoardItem::Commitment(PartnerCommitment {
            id: 0,
            who: "Région".to_owned(),
            pledge,
            made_on: day("2026-01-31"),
            due: day("2026-12-31"),
            condition: "vote".to_owned(),
            status,
        })
    };
    let surprise = |touches| {
        BoardItem::Surprise(Surprise {
            id: 0,
            noted_on: day("2026-03-02"),
            text: "Crue".to_owned(),
            touches,
            decision: String::new(),
        })
    };
    let nsf = "251".parse().unwrap();
    vec![
        means(Asset::Workshop {
            uai: uai.clone(),
            nsf,
            seats: 12,
        }),
        means(Asset::Trainers {
            site: place.clone(),
            posts: 1.5,
            seats_each: 14,
        }),
        means(Asset::Heritage {
            basin: basin.clone(),
            fap: fap.clone(),
        }),
        means(Asset::TerritoireIndustrie { basins: basins.clone() }),
        means(Asset::Campus { basins }),
        BoardItem::Experiment(Experiment {
            id: 0,
            scenario,
            affordable_loss: 80_000,
            review_on: day("2028-12-31"),
        }),
        promised(
            Pledge::Posts {
                fap: fap.clone(),
                basin: basin.clone(),
                posts: 3,
                from: 2027,
            },
            CommitmentStatus::Expected,
        ),
        promised(
            Pledge::Places {
                programme: programme.clone(),
                site: place,
                places: 6,
                from: 2028,
            },
            CommitmentStatus::Held,
        ),
        promised(Pledge::Money { euros: 9, year: 2027 }, CommitmentStatus::Broken),
        promised(Pledge::Hours { uai, seats: 4 }, CommitmentStatus::Lifted),
        surprise(Touched::Territory),
        surprise(Touched::Cell { basin, fap }),
        surprise(Touched::Programme(programme)),
        BoardItem::Step(NextStep {
            id: 0,
            what: "Visite".to_owned(),
            who: "Lycée".to_owned(),
            due: day("2026-12-31"),
            done_on: Some(day("2026-12-01")),
        }),
        BoardItem::Review(ReviewOutcome {
            id: 0,
            action,
            rentree: 2028,
            entrants: Some(20),
            final_year: Some(0),
            leavers: None,
            graduates: None,
            in_field: None,
            posts: Some(7),
            source: "Lycée".to_owned(),
        }),
    ]
}

/// A scenario with one opening; its key, and that of the opening.
fn begun(session: &Session) -> (i64, i64) {
    let facts = session.facts().unwrap();
    let regions = &facts.territory.regions;
    let basin = facts
        .catalogue
        .basins
        .iter()
        .find(|b| regions.contains(&b.region))
        .unwrap();
    let scenario = Scenario::new("Essai".to_owned());
    let id = session.put_scenario(&scenario).unwrap();
    let action = PlanAction::new(
        ActionKind::Ouverture,
        SectionKey {
            site: Site::Basin(basin.code.clone()),
            programme: facts.catalogue.programmes[0].id.clone(),
            route: Route::School,
        },
        24,
        2028,
    );
    let known = Scenario { id, ..scenario };
    (id, session.put_action(&known, &action).unwrap())
}

fn with_id(item: &BoardItem, key: i64) -> BoardItem {
    let mut item = item.clone();
    match &mut item {
        BoardItem::Means(one) => one.id = key,
        BoardItem::Experiment(one) => one.id = key,
        BoardItem::Commitment(one) => one.id = key,
        BoardItem::Surprise(one) => one.id = key,
        BoardItem::Step(one) => one.id = key,
        BoardItem::Review(one) => one.id = key,
    }
    item
}

#[test]
fn every_kind_of_item_is_read_back_as_it_was_told_undone_and_redone() {
    let (_folder, session) = session();
    let (scenario, action) = begun(&session);
    let items = every_item(&session.facts().unwrap(), scenario, action);
    for item in &items {
        let key = session.put_on_board(item).unwrap();
        let read = session.facts().unwrap().board.item(item.part(), key);
        assert_eq!(read, Some(with_id(item, key)));
        // Written again as it is, nothing moves.
        assert_eq!(session.put_on_board(&with_id(item, key)).unwrap(), key);
        assert_eq!(
            session.facts().unwrap().board.item(item.part(), key),
            Some(with_id(item, key))
        );
    }
    let full = session.facts().unwrap().board.clone();
    for _ in 0..2 * items.len() {
        session.undo().unwrap();
    }
    assert!(session.facts().unwrap().board.is_empty());
    for _ in 0..2 * items.len() {
        session.redo().unwrap();
    }
    assert_eq!(session.facts().unwrap().board, full);
    assert!(session.check().unwrap().is_sound());
}

#[test]
fn an_action_or_a_scenario_goes_with_what_the_board_says_of_it_and_comes_back_with_it() {
    let (_folder, session) = session();
    let (scenario, action) = begun(&session);
    for item in every_item(&session.facts().unwrap(), scenario, action) {
        session.put_on_board(&item).unwrap();
    }
    let before = session.facts().unwrap().board.clone();
    let known = session.scenario("Essai").unwrap();
    session.remove_action(&known, &known.actions[0]).unwrap();
    let after = session.facts().unwrap().board.clone();
    assert!(after.reviews.is_empty() && after.experiments.len() == 1);
    session.undo().unwrap();
    session.remove_scenario(&known).unwrap();
    let after = session.facts().unwrap().board.clone();
    assert!(after.reviews.is_empty() && after.experiments.is_empty());
    session.undo().unwrap();
    assert_eq!(session.facts().unwrap().board, before);
}

#[test]
fn what_is_refused_leaves_the_file_as_it_was() {
    let (_folder, session) = session();
    let (scenario, action) = begun(&session);
    let items = every_item(&session.facts().unwrap(), scenario, action);
    session.put_on_board(&items[5]).unwrap();
    let revision = session.state().revision;
    let again = session.put_on_board(&items[5]);
    let already = BoardRefusal::ExperimentAlready {
        name: "Essai".to_owned(),
    };
    assert!(matches!(again, Err(AppError::Board(refusal)) if refusal == already));
    assert!(matches!(session.apply_review(), Err(AppError::NothingReviewed)));
    assert!(session.remove_from_board(BoardPart::Step, 9).is_err());
    assert_eq!(session.state().revision, revision);
}
