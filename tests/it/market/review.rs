//! The yearly review: errors split by cause add up, and what was seen brings the assumptions nearer to the truth that made it.

use releve::domain::assumption::{Assumption, AssumptionKey, Assumptions};
use releve::domain::board::ReviewOutcome;
use releve::domain::facts::Facts;
use releve::domain::programme::Route;
use releve::domain::progress::Unattended;
use releve::domain::scenario::{ActionKind, PlanAction, Scenario, SectionKey, Site, Trajectory};
use releve::market::plan::{Learned, ReviewCause, Reviewed, learned, outlook, review};

use crate::dice::Dice;

use super::world::{BTS, TECHNICIAN, assumptions, basin, survey, world};

/// 24 seats of BTS open at B in 2027; thirty projects of technicians there.
fn opening() -> Facts {
    let mut facts = world();
    facts.assumptions = assumptions(&[(AssumptionKey::Newcomers, "", 1.0)]);
    facts.survey = vec![survey("3202", "59", TECHNICIAN, "30", "", "")];
    facts.scenarios = vec![Scenario {
        id: 1,
        name: "Essai".to_owned(),
        trajectory: Trajectory::Stable,
        note: String::new(),
        is_decided: false,
        helps: Vec::new(),
        actions: vec![PlanAction {
            id: 5,
            ..PlanAction::new(
                ActionKind::Ouverture,
                SectionKey {
                    site: Site::Basin(basin("3202")),
                    programme: BTS.parse().unwrap(),
                    route: Route::School,
                },
                24,
                2027,
            )
        }],
    }];
    facts
}

fn outcome(rentree: u16, stages: [Option<u32>; 5]) -> ReviewOutcome {
    let [entrants, final_year, leavers, graduates, in_field] = stages;
    ReviewOutcome {
        id: i64::from(rentree),
        action: 5,
        rentree,
        entrants,
        final_year,
        leavers,
        graduates,
        in_field,
        posts: None,
        source: "Lycée".to_owned(),
    }
}

fn reviewed(facts: &mut Facts, outcome: ReviewOutcome) -> Reviewed {
    facts.board.reviews = vec![outcome];
    review(facts).remove(0)
}

fn near(a: f64, b: f64) {
    assert!((a - b).abs() < 1e-9, "{a} {b}");
}

fn part(found: &Reviewed, cause: ReviewCause) -> Option<f64> {
    found.causes.iter().find(|(c, _)| *c == cause).unwrap().1
}

#[test]
fn the_parts_of_an_error_sum_to_it_and_what_was_foreseen_errs_by_nothing() {
    let mut facts = opening();
    // Foreseen: 24 × 0.9 = 21.6, × 0.8 = 17.28, half leave: 8.64, × 0.8 = 6.912, × 0.5 = 3.456.
    let found = reviewed(
        &mut facts,
        outcome(2027, [Some(18), Some(12), Some(9), Some(6), Some(2)]),
    );
    for (told, hand) in found.forecast.iter().zip([21.6, 17.28, 8.64, 6.912, 3.456]) {
        near(*told, hand);
    }
    assert_eq!(found.outturn.map(f64::round), [18.0, 12.0, 9.0, 6.0, 2.0]);
    near(found.error(), 2.0 - 3.456);
    let sum: f64 = found.causes.iter().filter_map(|(_, part)| *part).sum();
    near(sum, found.error());
    assert_eq!((found.june, found.is_whole()), (2029, true));
    // Fewer entered, more left training, fewer held the diploma and stayed.
    assert!(part(&found, ReviewCause::Fill).unwrap() < 0.0);
    assert!(part(&found, ReviewCause::FurtherStudy).unwrap() > 0.0);
    assert!(part(&found, ReviewCause::StaysInField).unwrap() < 0.0);
    assert_eq!(part(&found, ReviewCause::Need), None);
    // One cause alone: all of the error is its own. 18 of 24 for 0.9.
    let found = reviewed(&mut facts, outcome(2027, [Some(18), None, None, None, None]));
    near(part(&found, ReviewCause::Fill).unwrap(), found.error());
    near(found.error(), 3.456 * (0.75 / 0.9 - 1.0));
    assert!(!found.is_whole() && part(&found, ReviewCause::Retention).is_none());
}

#[test]
fn posts_that_were_not_there_are_an_error_of_the_need() {
    let mut facts = opening();
    let told = ReviewOutcome {
        posts: Some(1),
        ..outcome(2027, [Some(24), Some(20), Some(10), Some(8), Some(4)])
    };
    let found = reviewed(&mut facts, told);
    // 30 × 0.65 posts were foreseen within reach; people enough for 4, one post.
    near(found.posts.0, 19.5);
    assert_eq!(found.filled.1, 1.0);
    let sum: f64 = found.causes.iter().filter_map(|(_, part)| *part).sum();
    near(sum, found.error());
    assert!(part(&found, ReviewCause::Need).unwrap() < -2.0);
}

#[test]
fn what_is_learned_mixes_the_prior_and_what_was_seen_by_their_people() {
    let mut facts = opening();
    facts.board.reviews = vec![
        outcome(2027, [Some(12), Some(6), Some(6), Some(3), Some(3)]),
        outcome(2028, [Some(12), None, None, None, None]),
    ];
    let found = learned(&facts);
    let of = |key| found.iter().find(|one| one.key == key).unwrap();
    // (20 × 0.9 + 24) / (20 + 48), 24 of 48 seats taken.
    near(of(AssumptionKey::FillRate).value.central, 42.0 / 68.0);
    assert_eq!(of(AssumptionKey::FillRate).observed, (48, 24));
    assert_eq!(of(AssumptionKey::FillRate).rentree, 2028);
    // (20 × 0.8 + 6) / (20 + 12); (20 × 0.5 + 0) / (20 + 6); (20 × 0.8 + 3) / 26; (20 × 0.5 + 3) / 23.
    near(of(AssumptionKey::Retention).value.central, 22.0 / 32.0);
    near(of(AssumptionKey::FurtherStudy).value.central, 10.0 / 26.0);
    near(of(AssumptionKey::DiplomaRate).value.central, 19.0 / 26.0);
    near(of(AssumptionKey::StaysInField).value.central, 13.0 / 23.0);
    for one in &found {
        assert!(
            one.value.low <= one.value.central && one.value.central <= one.value.high,
            "{one:?}"
        );
        assert_eq!(one.assumption().scope, BTS);
    }
    // Without a review nothing is learned.
    facts.board.reviews.clear();
    assert_eq!(learned(&facts), Vec::<Learned>::new());
}

fn applied(facts: &Facts) -> Facts {
    let new: Vec<Assumption> = learned(facts).iter().map(Learned::assumption).collect();
    let kept = facts.assumptions.iter().cloned();
    Facts {
        assumptions: Assumptions::new(kept.chain(new).collect()),
        ..facts.clone()
    }
}

#[test]
fn applying_a_review_changes_the_forecast_once_and_not_what_had_been_foreseen() {
    let mut facts = opening();
    facts.board.reviews = vec![outcome(2027, [Some(12), Some(6), Some(6), Some(3), Some(3)])];
    let people = |facts: &Facts| {
        let found = outlook(facts, &facts.scenarios[0], None, &Unattended).unwrap();
        found.years.last().unwrap().people.central
    };
    let after = applied(&facts);
    assert_ne!(people(&after), people(&facts));
    assert_eq!(review(&after), review(&facts));
    assert_eq!(learned(&after), learned(&facts), "the same people are not seen twice");
}

/// Of so many people, those a share of whom do something.
fn of(dice: &mut Dice, people: u32, share: f64) -> u32 {
    u32::try_from((0..people).filter(|_| dice.share() < share).count()).unwrap()
}

#[test]
fn reviews_of_simulated_cohorts_bring_assumptions_to_the_truth_that_made_them() {
    // Fill, retention, leaving, diploma, stays in the field: far from 0.9, 0.8, 0.5, 0.8, 0.5.
    let truth = [0.6, 0.6, 0.8, 0.55, 0.8];
    let keys = [
        AssumptionKey::FillRate,
        AssumptionKey::Retention,
        AssumptionKey::FurtherStudy,
        AssumptionKey::DiplomaRate,
        AssumptionKey::StaysInField,
    ];
    let mut errors = [[0.0; 5]; 3];
    let mut prior_errors = [0.0; 5];
    let runs = 40;
    for seed in 0..runs {
        let mut dice = Dice(seed);
        let mut facts = opening();
        let cohorts: Vec<ReviewOutcome> = (0..40)
            .map(|year| {
                let mut people = 24;
                let stages = truth.map(|share| {
                    people = of(&mut dice, people, share);
                    Some(people)
                });
                outcome(2027 + year, stages)
            })
            .collect();
        for (at, count) in [1, 6, 40].into_iter().enumerate() {
            facts.board.reviews = cohorts[..count].to_vec();
            let found = learned(&facts);
            for (n, key) in keys.iter().enumerate() {
                let one = found.iter().find(|one| one.key == *key);
                let share = if *key == AssumptionKey::FurtherStudy {
                    1.0 - truth[n]
                } else {
                    truth[n]
                };
                // A cohort nobody is left of teaches nothing: the prior stands.
                let Some(one) = one else { continue };
                errors[at][n] += (one.value.central - share).abs();
                if at == 0 {
                    prior_errors[n] += (one.prior.central - share).abs();
                }
            }
        }
    }
    for n in 0..5 {
        let [one, six, forty] = [errors[0][n], errors[1][n], errors[2][n]];
        assert!(one < prior_errors[n], "{:?}: {one} {}", keys[n], prior_errors[n]);
        assert!(six < one && forty < six, "{:?}: {one} {six} {forty}", keys[n]);
        assert!(forty < prior_errors[n] / 2.0, "{:?}", keys[n]);
    }
}
