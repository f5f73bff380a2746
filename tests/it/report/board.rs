//! What the report tells of the board: its lines and its review, no promise of posts by name, nothing where nothing is on it.

use releve::domain::board::{
    BoardPart, CommitmentStatus, NextStep, PartnerCommitment, Pledge, ReviewOutcome, Surprise, Touched,
};
use releve::domain::day::Day;
use releve::domain::facts::Facts;
use releve::domain::id::ProgrammeId;
use releve::domain::programme::Route;
use releve::domain::scenario::{ActionKind, ActionStatus, PlanAction, Scenario, SectionKey, Site, Trajectory};
use releve::i18n::Lang;
use releve::market::gap::Gap;
use releve::market::plan::review;
use releve::report::document::Cell;

use super::sample::{sample, written};
use super::{sentences, table};

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn promised(pledge: Pledge, status: CommitmentStatus) -> PartnerCommitment {
    PartnerCommitment {
        id: 1,
        who: "Forge inventée".to_owned(),
        pledge,
        made_on: day("2026-01-01"),
        due: day("2026-02-01"),
        condition: String::new(),
        status,
    }
}

fn filled() -> (Facts, Gap) {
    let (mut facts, gap) = sample(4, 4);
    let programme: ProgrammeId = facts.catalogue.programmes[0].id.clone();
    facts.scenarios = vec![Scenario {
        id: 1,
        name: "Essai".to_owned(),
        trajectory: Trajectory::Stable,
        note: String::new(),
        is_decided: false,
        helps: Vec::new(),
        actions: vec![PlanAction {
            id: 4,
            status: ActionStatus::Proposal,
            ..PlanAction::new(
                ActionKind::Ouverture,
                SectionKey {
                    site: Site::Basin(gap.cells[0].basin.clone()),
                    programme,
                    route: Route::School,
                },
                24,
                2027,
            )
        }],
    }];
    facts.board.commitments = vec![
        promised(
            Pledge::Money {
                euros: 50_000,
                year: 2027,
            },
            CommitmentStatus::Expected,
        ),
        promised(
            Pledge::Posts {
                fap: gap.cells[0].fap.clone(),
                basin: gap.cells[0].basin.clone(),
                posts: 7_654,
                from: 2027,
            },
            CommitmentStatus::Held,
        ),
    ];
    facts.board.surprises = vec![Surprise {
        id: 1,
        noted_on: day("2026-03-02"),
        text: "Crue".to_owned(),
        touches: Touched::Territory,
        decision: String::new(),
    }];
    facts.board.steps = vec![NextStep {
        id: 1,
        what: "Visite".to_owned(),
        who: "Lycée".to_owned(),
        due: day("2030-01-01"),
        done_on: None,
    }];
    facts.board.reviews = vec![ReviewOutcome {
        id: 1,
        action: 4,
        rentree: 2027,
        entrants: Some(12),
        final_year: None,
        leavers: None,
        graduates: None,
        in_field: None,
        posts: None,
        source: String::new(),
    }];
    (facts, gap)
}

#[test]
fn nothing_on_the_board_makes_no_chapter() {
    let (facts, gap) = sample(4, 4);
    let document = written(&facts, &gap, Lang::Fr);
    let titles: Vec<_> = document.sections.iter().map(|s| s.title.key.to_string()).collect();
    assert!(!titles.contains(&"report-board-title".to_owned()), "{titles:?}");
    let (facts, gap) = filled();
    assert!(!facts.board.items(BoardPart::Step).is_empty());
    let document = written(&facts, &gap, Lang::Fr);
    assert!(document.sections.iter().any(|s| s.title.key == "report-board-title"));
}

#[test]
fn lines_say_where_things_stand_and_posts_promised_are_only_counted() {
    let (facts, gap) = filled();
    let all = sentences(&written(&facts, &gap, Lang::Fr));
    let says = |words: &str| all.iter().any(|line| line.contains(words));
    assert!(
        says("Forge inventée\u{a0}: 50\u{202f}000\u{a0}€ en 2027. En retard"),
        "{all:#?}"
    );
    assert!(says("Crue (tout le territoire)"));
    assert!(says("Visite (Lycée). À faire pour le 01/01/2030"));
    assert!(says("Un engagement de postes (Tenu)"));
    assert!(!says("7\u{202f}654") && !says("7654"));
}

#[test]
fn the_review_is_that_of_the_market_and_what_is_unknown_says_so() {
    let (facts, gap) = filled();
    let document = written(&facts, &gap, Lang::Fr);
    let told = &review(&facts)[0];
    let cells = &table(&document, "board-review").rows[0].cells;
    assert_eq!(cells[0], Cell::Number(2027.0));
    assert_eq!(
        (&cells[3], &cells[4]),
        (&Cell::Number(told.filled.0), &Cell::Number(told.filled.1))
    );
    assert_eq!(
        (&cells[5], &cells[6]),
        (&Cell::Number(told.error()), &Cell::Number(told.error()))
    );
    assert!(cells[7..].iter().all(|cell| *cell == Cell::NotAvailable), "{cells:?}");
}
