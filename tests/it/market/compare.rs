//! Two gaps compared with a pencil: differences with their ranges, and what need, supply and matching account for.

use std::sync::Arc;

use releve::domain::assumption::AssumptionKey;
use releve::domain::demand::{Commitment, Need};
use releve::domain::facts::Facts;
use releve::domain::id::RegionCode;
use releve::domain::progress::Unattended;
use releve::domain::review::{OutletKey, OutletReview, ReviewStatus};
use releve::domain::supply::Section;
use releve::domain::territory::Commune;
use releve::domain::units::{Estimate, Milli};
use releve::market::compare;
use releve::market::compare::{Comparison, DENOMINATOR, Player, Side};
use releve::market::gap::{Grouping, RowKey};

use super::world::{CAP, WELDER, assumptions, basin, fap, gap, school, section, survey, uai, world};
use crate::impatient::Impatient;

/// 65 posts of welder in each home basin but B, where there are `posts`; `people` in the final year at B, a fifth of whom are available.
fn facts(projects_at_b: &str, people: i64) -> Facts {
    let mut facts = world();
    facts.survey = [
        ("2801", "76", "100"),
        ("3201", "59", "100"),
        ("3202", "59", projects_at_b),
        ("3203", "62", "100"),
    ]
    .map(|(basin, department, projects)| survey(basin, department, WELDER, projects, "10", "0"))
    .to_vec();
    facts.establishments = vec![school("0590001", "3202")];
    facts.sections = vec![Section {
        final_year: Some(Milli::whole(people)),
        ..section(&uai("0590001"), CAP)
    }];
    facts
}

fn side(facts: Facts) -> Side {
    Side {
        gap: Arc::new(gap(&facts)),
        facts: Arc::new(facts),
        expected: None,
    }
}

fn compared(a: Facts, b: Facts) -> Comparison {
    compare(side(a), side(b), &Unattended).unwrap()
}

/// Effects in posts: need, supply, matching.
fn effects(comparison: &Comparison) -> [f64; 3] {
    let exact = comparison.total().effects.unwrap();
    #[expect(clippy::cast_precision_loss, reason = "a few hundred posts")]
    exact.map(|share| share as f64 / (DENOMINATOR * 1000) as f64)
}

fn unfilled(comparison: &Comparison) -> Estimate {
    comparison
        .total()
        .difference(|side| Some(side.figures.unfilled))
        .unwrap()
}

#[test]
fn need_and_supply_share_the_change_whatever_the_order() {
    // A: 195 posts, 40 people: 155 stay open. B: 260 posts, 200 people, of whom A and B, the basins in reach, take 195: 65 stay open.
    let found = compared(facts("100", 200), facts("200", 1000));
    assert_eq!(unfilled(&found).central, Milli::whole(65 - 155));
    // The need of B alone leaves 220 open, the supply of B alone 65.
    assert_eq!(effects(&found), [32.5, -122.5, 0.0]);
    assert_eq!(found.players, [Player::Need, Player::Supply]);
}

#[test]
fn a_player_alone_explains_its_change_whole() {
    let same = || facts("100", 200);
    let found = compared(same(), facts("200", 200));
    assert_eq!(
        (found.players.clone(), effects(&found)),
        (vec![Player::Need], [65.0, 0.0, 0.0])
    );
    let mut far = same();
    far.sections[0].final_year = Some(Milli::whole(1000));
    let mut farther = far.clone();
    farther.assumptions = assumptions(&[(AssumptionKey::RadiusKm, "", 100.0)]);
    let found = compared(far, farther);
    // C comes into reach: its 65 posts and no others are filled by the 70 who were left.
    assert_eq!(
        (found.players.clone(), effects(&found)),
        (vec![Player::Matching], [0.0, 0.0, -65.0])
    );
    let found = compared(same(), same());
    assert_eq!((found.players.clone(), effects(&found)), (vec![], [0.0; 3]));
    let d = unfilled(&found);
    assert!(
        d.low < Milli::ZERO && d.central == Milli::ZERO && d.high == -d.low,
        "two ranges are not one: {d:?}"
    );
}

#[test]
fn lines_and_their_effects_add_up_to_the_whole() {
    let found = compared(facts("100", 200), facts("200", 1000));
    let total = found.total();
    for grouping in [
        Grouping::Cell,
        Grouping::Basin,
        Grouping::Occupation,
        Grouping::Domain,
        Grouping::Total,
    ] {
        let rows = found.rows(grouping);
        let change: i64 = rows
            .iter()
            .map(|row| row.difference(|side| Some(side.figures.unfilled)).unwrap().central.0)
            .sum();
        assert_eq!(change, unfilled(&found).central.0);
        for player in 0..3 {
            let sum: i64 = rows.iter().map(|row| row.effects.unwrap()[player]).sum();
            assert_eq!(sum, total.effects.unwrap()[player], "{grouping:?} {player}");
        }
        for row in &rows {
            let change = row.difference(|side| Some(side.figures.unfilled)).unwrap().central.0;
            assert_eq!(
                row.effects.unwrap().iter().sum::<i64>(),
                DENOMINATOR * change,
                "{:?}",
                row.key
            );
        }
    }
}

#[test]
fn a_line_of_one_side_only_is_told_apart() {
    let mut without = facts("100", 200);
    without.survey.retain(|row| row.basin != basin("3203"));
    let found = compared(without, facts("100", 200));
    let rows = found.rows(Grouping::Cell);
    let c = rows
        .iter()
        .find(|r| r.key == RowKey::Cell(basin("3203"), fap(WELDER)))
        .unwrap();
    assert!(c.a.is_none() && c.b.is_some());
    let d = c.difference(|side| Some(side.figures.unfilled)).unwrap();
    assert_eq!(d.central, Milli::whole(65), "in one territory, absent is nothing");

    let mut elsewhere = facts("100", 200);
    elsewhere.territory.regions = vec![RegionCode::parse("28").unwrap()];
    let found = compared(elsewhere, facts("100", 200));
    assert!(!found.is_split() && found.total().effects.is_none());
    let rows = found.rows(Grouping::Basin);
    assert!(rows.iter().all(|row| row.a.is_none() != row.b.is_none()));
    assert!(
        rows.iter()
            .all(|row| row.difference(|side| Some(side.figures.unfilled)).is_none()),
        "a basin of another region is not a basin of zeros"
    );
    let domains = found.rows(Grouping::Domain);
    assert!(domains[0].difference(|side| Some(side.figures.unfilled)).is_some());
}

#[test]
fn a_comparison_stops_when_asked() {
    let stopped = compare(side(facts("100", 200)), side(facts("200", 1000)), &Impatient::after(0));
    assert!(stopped.is_err());
}

#[test]
fn an_outlet_set_aside_is_a_change_of_the_matching_and_a_note_is_none() {
    let same = || facts("100", 200);
    let outlet = OutletKey {
        programme: CAP.parse().unwrap(),
        fap: WELDER.parse().unwrap(),
    };
    let mut noted = same();
    noted.reviews = vec![OutletReview {
        status: ReviewStatus::Checked,
        note: "vu".to_owned(),
        ..OutletReview::blank(outlet.clone())
    }];
    let found = compared(same(), noted.clone());
    assert_eq!((found.players.clone(), effects(&found)), (vec![], [0.0; 3]));
    noted.reviews[0].status = ReviewStatus::SetAside;
    let found = compared(same(), noted);
    // The 40 welders have no outlet left.
    assert_eq!(
        (found.players.clone(), effects(&found)),
        (vec![Player::Matching], [0.0, 0.0, 40.0])
    );
    assert_eq!(unfilled(&found).central, Milli::whole(40));
}

#[test]
fn what_moves_a_player_is_told_as_its_own() {
    // A commune that moves no school is still a change of the supply; a cost moves no post and is no player's.
    let mut moved = facts("100", 200);
    moved.communes.push(Commune {
        code: "59350".parse().unwrap(),
        name: "Lille".to_owned(),
        department: None,
        basin: Some(basin("3202")),
        zone: None,
        position: None,
        population: Some(1000),
    });
    assert_eq!(compared(facts("100", 200), moved).players, [Player::Supply]);
    let mut dearer = facts("100", 200);
    dearer.assumptions = assumptions(&[(AssumptionKey::SeatCost, "", 9_000.0)]);
    assert_eq!(compared(facts("100", 200), dearer).players, []);
    // 100 declared posts, more than the survey gives, are the need's; beside another supply they stay its own.
    let mut declared = facts("100", 300);
    declared.needs.push(Need {
        id: 1,
        employer: 1,
        basin: basin("3203"),
        fap: fap(WELDER),
        year: 2024,
        posts: 100,
        level: None,
        commitment: Commitment::Engaged,
        declared_on: "2024-03-01".to_owned(),
    });
    let found = compared(facts("100", 200), declared);
    assert_eq!(found.players, [Player::Need, Player::Supply]);
    // C is out of reach: 35 posts more, all unfilled; 20 people more fill as many posts.
    assert_eq!(effects(&found), [35.0, -20.0, 0.0]);
}

#[test]
fn a_line_with_people_and_no_post_is_told() {
    let mut without = facts("100", 200);
    without.survey.retain(|row| row.basin != basin("3202"));
    let found = compared(without.clone(), without);
    let rows = found.rows(Grouping::Basin);
    let b = rows.iter().find(|row| row.key == RowKey::Basin(basin("3202"))).unwrap();
    let figures = b.b.unwrap().figures;
    assert_eq!(
        (figures.need.high, figures.supply.central),
        (Milli::ZERO, Milli::whole(40))
    );
}
