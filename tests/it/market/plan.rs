//! Scenarios on paper: when seats bring people, whom they take them from, what closings leave, what years to come need.

use releve::domain::assumption::AssumptionKey;
use releve::domain::demand::{Commitment, Need};
use releve::domain::facts::Facts;
use releve::domain::programme::{Diploma, Route};
use releve::domain::progress::Unattended;
use releve::domain::scenario::{ActionKind, ActionStatus, PlanAction, Scenario, SectionKey, Site, Trajectory};
use releve::domain::units::{Estimate, Milli, Range};
use releve::market::MarketError;
use releve::market::plan::{ActionRefusal, BreakEven, EntryPool, Outlook, check, outlook, rentrees, sections};

use crate::impatient::Impatient;

use super::world::{
    BACPRO, BTS, CAP, TECHNICIAN, WELDER, assumptions, basin, fap, school, section, survey, uai, world,
};

/// Twelve seats of CAP at A and at B, sixty projects of welders at A; newcomers as asked.
fn two_schools(newcomers: f64) -> Facts {
    let mut facts = world();
    facts.survey = vec![survey("3201", "59", WELDER, "60", "", "")];
    facts.establishments = vec![school("0590001", "3201"), school("0590002", "3202")];
    facts.sections = ["0590001", "0590002"].map(|digits| section(&uai(digits), CAP)).to_vec();
    facts.assumptions = assumptions(&[(AssumptionKey::Newcomers, "", newcomers)]);
    facts
}

fn action(kind: ActionKind, site: Site, programme: &str, seats: u32, rentree: u16) -> PlanAction {
    PlanAction::new(
        kind,
        SectionKey {
            site,
            programme: programme.parse().unwrap(),
            route: Route::School,
        },
        seats,
        rentree,
    )
}

fn at(digits: &str) -> Site {
    Site::Establishment(uai(digits).parse().unwrap())
}

fn in_basin(code: &str) -> Site {
    Site::Basin(basin(code))
}

fn scenario(actions: Vec<PlanAction>) -> Scenario {
    Scenario {
        id: 1,
        actions,
        ..Scenario::new("Essai".to_owned())
    }
}

fn solved(facts: &Facts, actions: Vec<PlanAction>) -> Outlook {
    outlook(facts, &scenario(actions), None, &Unattended).unwrap()
}

fn filled(outlook: &Outlook) -> Vec<(u16, i64)> {
    outlook.years.iter().map(|y| (y.year, y.filled.central.0)).collect()
}

fn estimate(low: i64, central: i64, high: i64) -> Estimate {
    Range::new(Milli(low), Milli(central), Milli(high))
}

#[test]
fn an_opening_fills_posts_from_the_june_of_its_first_leavers() {
    let facts = two_schools(1.0);
    let found = solved(
        &facts,
        vec![action(ActionKind::Ouverture, in_basin("3201"), BTS, 12, 2027)],
    );
    assert_eq!(found.base_year, 2024);
    assert_eq!(filled(&found).first(), Some(&(2026, 0)));
    assert_eq!(filled(&found).last().map(|y| y.0), Some(2035));
    // A BTS leads to technicians, whom nobody needs here.
    assert!(filled(&found).iter().all(|(_, posts)| *posts == 0));
    let found = solved(
        &facts,
        vec![action(ActionKind::Augmentation, at("0590001"), CAP, 12, 2027)],
    );
    // 12 × 0.9 = 10.8, × 0.8 = 8.64, half leave: 4.32, × 0.8 = 3.456, × 0.5 = 1.728; first in June 2029.
    for (year, posts) in filled(&found) {
        assert_eq!(posts, if year < 2029 { 0 } else { 1_728 }, "{year}");
    }
    let last = found.years.last().unwrap();
    assert_eq!(last.filled, estimate(1_382, 1_728, 2_074));
    assert_eq!(last.people, estimate(1_382, 1_728, 2_074));
    assert_eq!(
        last.planned.filled.central - last.reference.filled.central,
        Milli(1_728)
    );
    assert_eq!(last.reference.need, last.planned.need);
    let moved = &found.actions[0].moves[0];
    assert_eq!((moved.first_leavers, moved.pool), (2029, EntryPool::AfterThird));
    let cohort = &moved.cohorts[1];
    assert_eq!(cohort.enrolled, [10_800, 8_640].map(Milli));
    assert_eq!(
        (cohort.final_year, cohort.continuing, cohort.leavers),
        (Milli(8_640), Milli(4_320), Milli(4_320))
    );
    assert_eq!((cohort.graduates, cohort.in_field), (Milli(3_456), Milli(1_728)));
    assert_eq!(
        found.actions[0].filled,
        found.years.iter().map(|y| y.filled).collect::<Vec<_>>()
    );
}

#[test]
fn those_who_go_on_are_followed_from_cap_to_bac_pro_and_bts_and_nobody_is_lost() {
    let facts = two_schools(1.0);
    let found = solved(
        &facts,
        vec![action(ActionKind::Augmentation, at("0590001"), CAP, 12, 2027)],
    );
    let moved = &found.actions[0].moves[0];
    let told: Vec<_> = moved
        .further
        .iter()
        .map(|f| {
            (
                f.diploma,
                f.cohorts[1].rentree,
                f.cohorts[1].june(),
                f.cohorts[1].entrants(),
            )
        })
        .collect();
    // 4.32 of 8.64 go on; one passage keeps 0.8, half of those in the final year go on: 4.32 → 1.728 → 0.691.
    let expected = [
        (Diploma::BacPro, 2029, 2031, Milli(4_320)),
        (Diploma::Bts, 2031, 2033, Milli(1_728)),
        (Diploma::LicencePro, 2033, 2034, Milli(691)),
    ];
    assert_eq!(told, expected);
    for end in 0..3 {
        let all = std::iter::once(&moved.cohorts).chain(moved.further.iter().map(|f| &f.cohorts));
        let all: Vec<_> = all.map(|cohorts| &cohorts[end]).collect();
        let left: Milli = all.iter().map(|c| c.dropouts.iter().sum::<Milli>() + c.leavers).sum();
        let on = all.last().unwrap().continuing;
        assert_eq!(left + on, all[0].entrants(), "everyone who entered is found again");
    }
}

#[test]
fn with_entrants_held_constant_an_opening_creates_no_people() {
    let facts = two_schools(0.0);
    let found = solved(
        &facts,
        vec![action(ActionKind::Augmentation, at("0590001"), CAP, 6, 2027)],
    );
    let moved = &found.actions[0].moves[0];
    let taken: i64 = moved.displaced.iter().map(|d| d.entrants.0).sum();
    assert_eq!((moved.cohorts[1].entrants().0, taken), (5_400, 5_400));
    assert_eq!(moved.displaced.len(), 1);
    assert_eq!(moved.displaced[0].uai, Some(uai("0590002").parse().unwrap()));
    assert_eq!(moved.missing, Milli::ZERO);
    assert!(
        found.years.iter().all(|y| y.people == Estimate::default()),
        "{:?}",
        found.years
    );
    // Nobody else to take from: the seats stay empty.
    let mut alone = facts.clone();
    alone.sections.truncate(1);
    let found = solved(
        &alone,
        vec![action(ActionKind::Augmentation, at("0590001"), CAP, 6, 2027)],
    );
    let moved = &found.actions[0].moves[0];
    assert_eq!(
        (moved.cohorts[1].entrants(), moved.missing),
        (Milli::ZERO, Milli(5_400))
    );
}

#[test]
fn others_are_taken_from_no_further_than_they_have() {
    let facts = two_schools(0.0);
    let found = solved(
        &facts,
        vec![action(ActionKind::Augmentation, at("0590001"), CAP, 48, 2027)],
    );
    let moved = &found.actions[0].moves[0];
    // 48 × 0.9 = 43.2 wanted; the other section has 10.8.
    assert_eq!(moved.cohorts[1].entrants(), Milli(10_800));
    assert_eq!(moved.missing, Milli(32_400));
    let last = found.years.last().unwrap();
    assert_eq!(last.people, Estimate::default());
}

#[test]
fn only_sections_of_the_same_pool_within_reach_lose_entrants() {
    let mut facts = two_schools(0.5);
    facts.establishments.push(school("0590003", "3203"));
    facts.sections.push(section(&uai("0590003"), CAP));
    facts.sections.push(section(&uai("0590002"), BTS));
    let found = solved(
        &facts,
        vec![action(ActionKind::Augmentation, at("0590001"), CAP, 10, 2027)],
    );
    let from: Vec<_> = found.actions[0].moves[0]
        .displaced
        .iter()
        .map(|d| d.uai.clone().unwrap())
        .collect();
    // C is 86 km away, further than 30; the BTS draws on holders of a baccalauréat.
    assert_eq!(from, [uai("0590002").parse().unwrap()]);
    let found = solved(
        &facts,
        vec![action(ActionKind::Ouverture, in_basin("3202"), BACPRO, 10, 2027)],
    );
    let from = found.actions[0].moves[0].displaced.len();
    assert_eq!(from, 2, "CAP and bac pro draw on the same pupils");
}

#[test]
fn a_closing_lets_those_enrolled_finish_and_sends_the_others_where_seats_are_vacant() {
    let facts = two_schools(0.0);
    let found = solved(
        &facts,
        vec![action(ActionKind::Fermeture, at("0590001"), CAP, 12, 2028)],
    );
    let moved = &found.actions[0].moves[0];
    // 12 seats filled at 0.9 leave 1.2 vacant at the other school: it receives as many of the 10.8.
    assert_eq!(moved.cohorts[1].entrants(), Milli(-10_800));
    assert_eq!(moved.displaced[0].entrants, Milli(-1_200));
    for year in &found.years {
        let lost = if year.year < 2030 { 0 } else { -1_728 + 192 };
        assert_eq!(year.people.central, Milli(lost), "{}", year.year);
        assert_eq!(year.filled.central, Milli(lost), "{}", year.year);
    }
}

#[test]
fn nobody_is_lost_or_made_along_the_cohorts() {
    let mut facts = two_schools(0.3);
    facts.sections.push(section(&uai("0590002"), BACPRO));
    let actions = vec![
        action(ActionKind::Ouverture, in_basin("3201"), BTS, 24, 2027),
        action(ActionKind::Augmentation, at("0590001"), CAP, 12, 2028),
        action(ActionKind::Fermeture, at("0590002"), BACPRO, 12, 2029),
    ];
    let found = solved(&facts, actions);
    for moved in found.actions.iter().flat_map(|a| &a.moves) {
        for cohort in &moved.cohorts {
            let gone: Milli = cohort.dropouts.iter().sum();
            assert_eq!(gone + cohort.continuing + cohort.leavers, cohort.entrants());
        }
        let taken: i64 = moved.displaced.iter().map(|d| d.entrants.0).sum();
        let new = moved.cohorts[1].entrants().0 - taken;
        if moved.seats > 0 {
            let wanted = moved.cohorts[1].entrants() + moved.missing;
            assert_eq!(Milli(new), wanted.times(0.3), "newcomers are 30 % of the seats filled");
        }
    }
}

#[test]
fn a_transfer_moves_people_and_makes_none() {
    let facts = two_schools(1.0);
    let mut transfer = action(ActionKind::Transfert, at("0590001"), CAP, 12, 2027);
    transfer.towards = Some(at("0590002"));
    let found = solved(&facts, vec![transfer]);
    let last = found.years.last().unwrap();
    assert_eq!(found.actions[0].moves.len(), 2);
    assert_eq!((last.people, last.filled), (Estimate::default(), Estimate::default()));
}

#[test]
fn a_refused_action_or_a_coloration_changes_nothing() {
    let facts = two_schools(1.0);
    let refused = PlanAction {
        status: ActionStatus::Refused,
        ..action(ActionKind::Augmentation, at("0590001"), CAP, 12, 2027)
    };
    let found = solved(
        &facts,
        vec![refused, action(ActionKind::Coloration, at("0590001"), CAP, 0, 2027)],
    );
    assert!(filled(&found).iter().all(|(_, posts)| *posts == 0));
    assert!(found.actions.iter().all(|a| a.moves.is_empty()));
}

#[test]
fn each_year_is_the_gap_of_the_territory_where_nothing_moves() {
    let mut facts = two_schools(0.5);
    facts.survey.push(survey("3202", "59", TECHNICIAN, "7", "", ""));
    let gap = super::world::gap(&facts);
    let found = solved(&facts, vec![]);
    let need: Milli = gap.cells.iter().map(|c| c.figures.need.central).sum();
    let unfilled = gap
        .cells
        .iter()
        .map(|c| c.figures.unfilled)
        .fold(Estimate::default(), |a, b| a + b);
    for year in &found.years {
        assert_eq!((year.reference.need.central, year.reference.unfilled), (need, unfilled));
        assert_eq!(year.planned, year.reference);
    }
}

#[test]
fn the_need_of_a_year_grows_with_the_trajectory_and_holds_what_firms_declared_for_it() {
    let mut facts = two_schools(1.0);
    for key in [
        AssumptionKey::NetCreation,
        AssumptionKey::GapShare,
        AssumptionKey::NationalProjects,
    ] {
        let scope = if key == AssumptionKey::NetCreation {
            "ambitious"
        } else {
            ""
        };
        let value = match key {
            AssumptionKey::NetCreation => 50_000.0,
            AssumptionKey::GapShare => 0.5,
            _ => 100_000.0,
        };
        facts.assumptions = releve::domain::assumption::Assumptions::new(
            facts
                .assumptions
                .iter()
                .cloned()
                .chain(
                    assumptions(&[(key, scope, value)])
                        .iter()
                        .filter(|a| a.key == key)
                        .cloned(),
                )
                .collect(),
        );
    }
    facts.employers = vec![releve::domain::demand::Employer {
        id: 1,
        siret: None,
        name: "Forge inventée".to_owned(),
        naf: None,
        commune: None,
        basin: basin("3203"),
        headcount: None,
    }];
    facts.needs = vec![Need {
        id: 1,
        employer: 1,
        basin: basin("3203"),
        fap: fap(WELDER),
        year: 2030,
        posts: 9,
        level: None,
        commitment: Commitment::Engaged,
        declared_on: "2026-01-01".to_owned(),
    }];
    let ambitious = Scenario {
        trajectory: Trajectory::Ambitious,
        ..scenario(vec![])
    };
    let found = outlook(&facts, &ambitious, None, &Unattended).unwrap();
    for year in &found.years {
        // 60 × 0.65 = 39 in the base year; 25,000 jobs for 100,000 projects: a quarter more, 48.75; nine posts declared for 2030 where none was surveyed.
        let declared = if year.year == 2030 { 9_000 } else { 0 };
        assert_eq!(year.reference.need.central, Milli(48_750 + declared), "{}", year.year);
        assert_eq!(year.growth, Range::exact(1.25));
    }
}

#[test]
fn what_an_action_fills_is_what_all_fill_less_what_the_others_do() {
    let mut facts = two_schools(0.5);
    facts.survey = vec![survey("3201", "59", WELDER, "6", "", "")];
    let first = PlanAction {
        compensation: Some(3),
        ..action(ActionKind::Augmentation, at("0590001"), CAP, 12, 2027)
    };
    let second = PlanAction {
        compensation: Some(3),
        ..action(ActionKind::Diminution, at("0590002"), CAP, 6, 2028)
    };
    let third = action(ActionKind::Augmentation, at("0590002"), CAP, 12, 2029);
    let all = solved(&facts, vec![first.clone(), second.clone(), third.clone()]);
    for (left, others) in [
        vec![second.clone(), third.clone()],
        vec![first.clone(), third.clone()],
        vec![first, second],
    ]
    .into_iter()
    .enumerate()
    {
        let without = solved(&facts, others);
        for (year, (with, without)) in all.years.iter().zip(&without.years).enumerate() {
            let difference = with.planned.filled.central - without.planned.filled.central;
            assert_eq!(
                all.actions[left].filled[year].central, difference,
                "action {left}, {}",
                with.year
            );
        }
    }
    let pair = solved(&facts, vec![third]);
    for (year, (with, without)) in all.years.iter().zip(&pair.years).enumerate() {
        let difference = with.planned.filled.central - without.planned.filled.central;
        let together = all.actions[0].filled_together.as_ref().unwrap();
        assert_eq!(together[year].central, difference);
    }
    assert!(all.actions[2].filled_together.is_none());
}

#[test]
fn euros_ramp_up_with_the_years_of_study() {
    let facts = two_schools(1.0);
    let costly = PlanAction {
        fixed_cost: 100_000,
        seat_cost: Some(8_000),
        ..action(ActionKind::Augmentation, at("0590001"), CAP, 12, 2027)
    };
    let found = solved(&facts, vec![costly]);
    let spent: Vec<f64> = found.years.iter().map(|y| y.spent.unwrap().central).collect();
    // 12 × 8,000 a year of study: one year at the first rentrée, with the equipment, then two.
    assert_eq!(spent[..4], [0.0, 196_000.0, 192_000.0, 192_000.0]);
    let whole: f64 = spent.iter().sum();
    let posts = found.whole().0.central.people();
    let per_post = found.actions[0].euros_per_post.unwrap().central;
    assert!((per_post - whole / posts).abs() < 1e-6, "{per_post}");
    assert_eq!(found.break_even, BreakEven::Unknown, "what a post is worth is not told");
    // 196,000 then 192,000 a year are spent from 2027; 1.728 posts a year are filled from 2029. At 250,000 a post, 432,000 a year against 192,000:
    // −196, −388, −148, then 92 thousand in 2030. At 100,000 a post the years never pay.
    let paid = |worth: f64| {
        let mut facts = two_schools(1.0);
        facts.assumptions = assumptions(&[
            (AssumptionKey::Newcomers, "", 1.0),
            (AssumptionKey::PostWorth, "", worth),
        ]);
        solved(&facts, vec![found.actions[0].action.clone()]).break_even
    };
    assert_eq!(paid(250_000.0), BreakEven::From(2030));
    assert_eq!(paid(100_000.0), BreakEven::NotYet);
    // Without a known cost no euro is shown.
    let free = solved(
        &facts,
        vec![action(ActionKind::Augmentation, at("0590001"), CAP, 12, 2027)],
    );
    assert!(free.years.iter().all(|y| y.spent.is_none()));
}

#[test]
fn neighbours_pay_for_what_comes_from_them() {
    let mut facts = two_schools(1.0);
    facts.survey = vec![survey("2801", "76", WELDER, "60", "", "")];
    let found = solved(
        &facts,
        vec![action(ActionKind::Augmentation, at("0590001"), CAP, 12, 2027)],
    );
    let last = found.years.last().unwrap();
    // Only D, which is not of the territory, needs welders.
    assert_eq!(
        (last.filled.central, last.neighbours.central),
        (Milli::ZERO, Milli(1_728))
    );
}

#[test]
fn an_action_that_cannot_be_is_refused_with_its_reason() {
    let facts = two_schools(1.0);
    let known = sections(&facts);
    assert_eq!(known.len(), 2);
    assert_eq!((known[0].seats, known[0].leads_to_the_gap), (Some(12), true));
    assert_eq!(rentrees(&facts, None), 2025..=2035);
    let good = action(ActionKind::Augmentation, at("0590001"), CAP, 12, 2027);
    let no_section = ActionRefusal::NoSection {
        programme: BTS.parse().unwrap(),
        site: uai("0590001"),
    };
    let of = |change: &dyn Fn(&mut PlanAction)| {
        let mut action = good.clone();
        change(&mut action);
        check(&facts, &known, &action).err()
    };
    assert_eq!(of(&|_| ()), None);
    assert_eq!(of(&|a| a.seats = 0), Some(ActionRefusal::NoSeats));
    assert_eq!(
        of(&|a| a.kind = ActionKind::Ouverture),
        Some(ActionRefusal::AlreadyOpen)
    );
    assert_eq!(
        of(&|a| a.kind = ActionKind::Coloration),
        Some(ActionRefusal::SeatsOfColoration)
    );
    assert_eq!(of(&|a| a.section.programme = BTS.parse().unwrap()), Some(no_section));
    assert_eq!(of(&|a| a.kind = ActionKind::Transfert), Some(ActionRefusal::Target));
    assert_eq!(of(&|a| a.towards = Some(at("0590002"))), Some(ActionRefusal::Target));
    let abroad = ActionRefusal::NoSite {
        site: "2801".to_owned(),
    };
    assert_eq!(of(&|a| a.section.site = in_basin("2801")), Some(abroad));
    let late = ActionRefusal::Rentree {
        rentree: 2036,
        first: 2025,
        last: 2035,
    };
    assert_eq!(of(&|a| a.rentree = 2036), Some(late));
    let fewer = |a: &mut PlanAction| {
        a.kind = ActionKind::Diminution;
        a.seats = 13;
    };
    assert_eq!(of(&fewer), Some(ActionRefusal::TooManySeats { seats: 12 }));
    let unknown = ActionRefusal::NoProgramme {
        programme: "32099999".parse().unwrap(),
    };
    assert_eq!(
        of(&|a| a.section.programme = "32099999".parse().unwrap()),
        Some(unknown)
    );
}

#[test]
fn posts_declared_for_the_base_year_are_said_to_end_with_it() {
    let mut facts = two_schools(1.0);
    facts.needs = vec![Need {
        id: 1,
        employer: 1,
        basin: basin("3203"),
        fap: fap(WELDER),
        year: 2024,
        posts: 9,
        level: None,
        commitment: Commitment::Engaged,
        declared_on: "2024-01-01".to_owned(),
    }];
    let found = solved(&facts, vec![]);
    let told = |outlook: &Outlook| outlook.notes.iter().any(|note| note.key == "market-plan-note-declared");
    assert!(told(&found));
    // 60 × 0.65 without the nine.
    assert!(
        found
            .years
            .iter()
            .all(|year| year.reference.need.central == Milli(39_000))
    );
    facts.needs[0].year = 2030;
    assert!(!told(&solved(&facts, vec![])));
}

#[test]
fn a_scenario_can_be_stopped() {
    let facts = two_schools(1.0);
    let stopped = outlook(&facts, &scenario(vec![]), None, &Impatient::after(1));
    assert!(matches!(stopped, Err(MarketError::Cancelled)));
}
