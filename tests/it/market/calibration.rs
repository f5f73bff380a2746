//! Observed moves on paper: two cells tell both parameters in closed form; moves that are no possibility are left out by reason.

use releve::domain::assumption::{Assumption, AssumptionKey, Assumptions};
use releve::domain::facts::Facts;
use releve::domain::id::{Cfd, ProgrammeId};
use releve::domain::mobility::{Move, Post, Training};
use releve::domain::programme::Diploma;
use releve::domain::progress::Unattended;
use releve::domain::supply::Section;
use releve::domain::units::{Estimate, Milli, Range};
use releve::engine::{EngineError, Unidentified};
use releve::market::calibration::{NoArc, Recalibration};
use releve::market::{MarketError, calibrate};

use super::world::{
    BACPRO, BTS, CAP, ENGINEER, OLD_BACPRO, TECHNICIAN, UNSKILLED, WELDER, basin, fap, programme, school, section,
    survey, uai, world,
};
use crate::impatient::Impatient;

/// 65 people trained at A for a CAP; 65 posts at A and 65 at B, 28.6 km away.
fn two_cells() -> Facts {
    let mut facts = world();
    facts.survey = vec![
        survey("3201", "59", WELDER, "100", "", "0"),
        survey("3202", "59", WELDER, "100", "", "0"),
    ];
    facts.establishments = vec![school("0590001", "3201")];
    facts.sections = vec![Section {
        final_year: Some(Milli::whole(325)),
        ..section(&uai("0590001"), CAP)
    }];
    facts
}

fn level(level: u8) -> Training {
    Training::Level(level)
}

fn diploma(cfd: &str) -> Training {
    Training::Diploma(Cfd::parse(cfd).unwrap())
}

fn people(number: i64) -> Estimate {
    Range::exact(Milli::whole(number))
}

const STAR: Estimate = Range::new(Milli(1000), Milli(2500), Milli(4000));

fn moved(from: &str, training: Training, post: Option<(&str, &str)>, people: Estimate) -> Move {
    Move {
        basin: basin(from),
        training,
        post: post.map(|(to, occupation)| Post {
            basin: basin(to),
            fap: fap(occupation),
        }),
        people,
    }
}

/// So many people of A who stayed, who went to B, and who found no post.
fn three(stayed: Estimate, went: Estimate, without: Estimate) -> Vec<Move> {
    vec![
        moved("3201", diploma(CAP), Some(("3201", WELDER)), stayed),
        moved("3201", level(3), Some(("3202", WELDER)), went),
        moved("3201", level(3), None, without),
    ]
}

fn estimate(facts: &Facts, moves: &[Move]) -> Recalibration {
    calibrate(facts, None, moves, &Unattended).unwrap()
}

fn near(found: f64, wanted: f64, tolerance: f64) -> bool {
    (found - wanted).abs() <= tolerance * wanted.abs().max(1.0)
}

/// A and σ under which shares of 65 people fill two cells of 65 posts: `Φ = 2 ln(μ / √(single people · single posts))`, `Φ_A = A / σ`, `Φ_B = (A − c) / σ`.
fn by_hand(stayed: f64, went: f64, cost: f64) -> (f64, f64) {
    let single = 65.0 - stayed - went;
    let phi = |filled: f64| 2.0 * (filled / (single * (65.0 - filled)).sqrt()).ln();
    let noise = cost / (phi(stayed) - phi(went));
    (phi(stayed) * noise, noise)
}

#[test]
fn two_cells_tell_both_parameters_in_closed_form() {
    let found = estimate(&two_cells(), &three(people(600), people(250), people(150)));
    // 60 % and 25 % of 65 people, at 0 and 12 + 1.07 × 28.6 = 42.6 minutes.
    let cost = found.observed.minutes * 850.0 / 250.0;
    assert!(near(cost, 42.6, 0.005), "{cost}");
    let (surplus, noise) = by_hand(0.60 * 65.0, 0.25 * 65.0, cost);
    assert!(
        near(found.surplus.after.central, surplus, 1e-5),
        "{surplus} {:?}",
        found.surplus
    );
    assert!(
        near(found.noise.after.central, noise, 1e-5),
        "{noise} {:?}",
        found.noise
    );
    for parameter in [found.surplus, found.noise] {
        let Range { low, central, high } = parameter.after;
        assert!(
            near(high - central, 1.96 * parameter.error, 1e-9) && near(central - low, 1.96 * parameter.error, 1e-9)
        );
        assert!(parameter.error > 0.0);
    }
    assert_eq!(found.surplus.before, Range::new(48.0, 97.0, 153.0));
    assert_eq!(found.noise.before, Range::new(11.0, 22.0, 38.0));
    assert!(near(found.observed.matched, 0.85, 1e-9) && near(found.after.matched, 0.85, 1e-6));
    assert!(near(found.after.minutes, found.observed.minutes, 1e-6));
    assert_eq!((found.matched, found.unmatched), (people(850), people(150)));
    assert_eq!((found.year, found.revision, found.left_out.len()), (2024, 7, 0));
    assert_eq!((found.covered, found.warnings.len()), (1.0, 0));
    // Ten times the people: the same estimate, √10 times surer.
    let more = estimate(&two_cells(), &three(people(6000), people(2500), people(1500)));
    assert!(near(more.surplus.after.central, surplus, 1e-5));
    assert!(near(more.noise.error, found.noise.error / 10.0_f64.sqrt(), 1e-6));
}

#[test]
fn the_model_before_is_that_of_the_assumptions_in_force() {
    let mut facts = two_cells();
    let first = estimate(&facts, &three(people(600), people(250), people(150)));
    let set = |a: &Assumption| {
        let after = [first.surplus, first.noise].into_iter().find(|p| p.key == a.key);
        Assumption {
            value: after.map_or(a.value, |p| p.after),
            ..a.clone()
        }
    };
    facts.assumptions = Assumptions::new(facts.assumptions.iter().map(set).collect());
    let again = estimate(&facts, &three(people(600), people(250), people(150)));
    assert!(near(again.before.matched, 0.85, 1e-6), "{:?}", again.before);
    assert!(near(again.before.minutes, again.observed.minutes, 1e-5));
    assert!(!near(first.before.matched, 0.85, 1e-3), "{:?}", first.before);
}

#[test]
fn moves_without_arc_are_left_out_by_reason_and_change_nothing() {
    let mut facts = two_cells();
    // Nobody wants welders at C; technicians are wanted at A; D, 28.6 km from A, is wanted and beyond 20 km.
    facts.survey.push(survey("3203", "62", WELDER, "0", "", ""));
    facts.survey.push(survey("3201", "59", TECHNICIAN, "10", "", "0"));
    facts.survey.push(survey("2801", "76", TECHNICIAN, "10", "", "0"));
    facts.establishments.push(school("0590002", "3203"));
    facts.sections.push(Section {
        final_year: Some(Milli::whole(200)),
        ..section(&uai("0590002"), BACPRO)
    });
    let base = three(people(300), people(120), people(580));
    let alone = estimate(&facts, &base);
    let outside = [
        (
            NoArc::NobodyTrained,
            moved("3202", diploma(CAP), Some(("3201", WELDER)), people(1)),
        ),
        (NoArc::NobodyTrained, moved("3201", diploma(BTS), None, people(2))),
        (NoArc::NobodyTrained, moved("3201", level(6), None, people(4))),
        (
            NoArc::NobodyTrained,
            moved("3201", diploma("40031202"), None, people(8)),
        ),
        (
            NoArc::OutsideField,
            moved("3201", level(3), Some(("3201", UNSKILLED)), people(10)),
        ),
        (
            NoArc::OutsideField,
            moved("3201", level(3), Some(("3201", ENGINEER)), people(20)),
        ),
        (
            NoArc::OutsideField,
            moved("3201", level(3), Some(("3201", "T4X60")), people(40)),
        ),
        (
            NoArc::NotAnOutlet,
            moved("3201", level(3), Some(("3201", TECHNICIAN)), people(100)),
        ),
        (
            NoArc::NoPost,
            moved("3201", level(3), Some(("3203", WELDER)), people(200)),
        ),
        (
            NoArc::BeyondRadius,
            moved("3203", level(4), Some(("2801", TECHNICIAN)), people(300)),
        ),
    ];
    let mut moves = base;
    moves.extend(outside.iter().map(|(_, observed)| observed.clone()));
    let found = estimate(&facts, &moves);
    let told: Vec<(NoArc, i64)> = found
        .left_out
        .iter()
        .map(|(why, n)| (*why, n.central.0 / 1000))
        .collect();
    assert_eq!(
        told,
        [
            (NoArc::NobodyTrained, 15),
            (NoArc::OutsideField, 70),
            (NoArc::NotAnOutlet, 100),
            (NoArc::NoPost, 200),
            (NoArc::BeyondRadius, 300),
        ]
    );
    assert_eq!(
        (found.surplus, found.noise, found.people()),
        (alone.surplus, alone.noise, alone.people())
    );
    let keys: Vec<&str> = found.warnings.iter().map(|w| w.key.as_ref()).collect();
    // 685 of 1,685 are left out; those of C, two fifths of the people, are not observed.
    assert!(keys.contains(&"market-calibration-many-left-out"), "{keys:?}");
    assert!(keys.contains(&"market-calibration-not-covered"), "{keys:?}");
    for (why, observed) in outside {
        let refused = calibrate(&facts, None, &[observed], &Unattended);
        assert!(
            matches!(refused, Err(MarketError::NothingObserved { .. })),
            "{why:?}: {refused:?}"
        );
    }
}

#[test]
fn a_level_stands_for_its_programmes_and_a_replaced_code_for_its_heirs() {
    let mut facts = two_cells();
    facts.survey.push(survey("3201", "59", TECHNICIAN, "100", "", "0"));
    facts.sections = vec![Section {
        final_year: Some(Milli::whole(325)),
        ..section(&uai("0590001"), BACPRO)
    }];
    let mut fiche = programme(BACPRO, "Maintenance", Diploma::BacPro, 4, 3, &[OLD_BACPRO]);
    fiche.id = ProgrammeId::parse(BACPRO).unwrap();
    fiche.rncp = releve::domain::id::RncpCode::parse("35698").ok();
    let at = facts
        .catalogue
        .programmes
        .iter()
        .position(|p| p.id == fiche.id)
        .unwrap();
    facts.catalogue.programmes[at] = fiche;
    let check = |training: &Training| {
        let moves = [
            moved("3201", training.clone(), Some(("3201", TECHNICIAN)), people(500)),
            moved("3201", training.clone(), Some(("3202", WELDER)), people(60)),
            moved("3201", training.clone(), None, people(440)),
        ];
        estimate(&facts, &moves)
    };
    let by_code = check(&diploma(BACPRO));
    assert!(by_code.left_out.is_empty(), "{:?}", by_code.left_out);
    let rncp = Training::Fiche(releve::domain::id::RncpCode::parse("35698").unwrap());
    for training in [level(4), diploma(OLD_BACPRO), rncp] {
        assert_eq!(check(&training), by_code, "{training:?}");
    }
}

#[test]
fn stars_widen_the_interval_to_all_they_may_hide() {
    let exact = estimate(&two_cells(), &three(people(600), people(250), people(150)));
    // Ten stars go for 25 people: the same centre, and more doubt.
    let stars = || (0..10).map(|_| STAR).sum::<Estimate>();
    let starred = estimate(&two_cells(), &three(people(600), people(225) + stars(), people(150)));
    let (exact, starred) = (exact.noise, starred.noise);
    assert!(near(starred.after.central, exact.after.central, 1e-9) && near(starred.error, exact.error, 1e-9));
    for far in [235, 265] {
        let end = estimate(&two_cells(), &three(people(600), people(far), people(150))).noise;
        let Range { low, high, .. } = starred.after;
        assert!(
            low <= end.after.low + 1e-6 && end.after.high <= high + 1e-6,
            "{far}: {end:?}"
        );
    }
    let all = estimate(
        &two_cells(),
        &three(people(60) + stars(), people(25) + stars(), stars()),
    );
    let keys: Vec<&str> = all.warnings.iter().map(|w| w.key.as_ref()).collect();
    assert!(keys.contains(&"market-calibration-many-secret"), "{keys:?}");
}

#[test]
fn an_interval_is_cut_at_the_bounds_and_an_estimate_beyond_them_refused() {
    let few = estimate(&two_cells(), &three(people(5), people(2), people(1)));
    let keys: Vec<&str> = few.warnings.iter().map(|w| w.key.as_ref()).collect();
    assert!(keys.contains(&"market-calibration-few-people"), "{keys:?}");
    let (least, most) = AssumptionKey::MatchNoise.bounds();
    assert!(few.noise.after.low >= least && few.noise.after.high <= most);
    // As many go 28.6 km as stay, but one: cost hardly deters, so σ is beyond a thousand minutes.
    let refused = calibrate(
        &two_cells(),
        None,
        &three(people(350), people(349), people(301)),
        &Unattended,
    );
    assert!(
        matches!(refused, Err(MarketError::EstimateOutside { .. })),
        "{refused:?}"
    );
}

#[test]
fn moves_that_tell_no_parameters_are_refused_and_a_stop_is_heard() {
    let nobody = calibrate(&two_cells(), None, &[], &Unattended);
    assert!(matches!(nobody, Err(MarketError::NothingObserved { people: 0 })));
    let check = |moves: &[Move], why: Unidentified| {
        let refused = calibrate(&two_cells(), None, moves, &Unattended);
        let Err(MarketError::Engine(found)) = refused else {
            panic!("{refused:?}");
        };
        assert_eq!(found, EngineError::NotIdentified(why));
    };
    check(
        &three(people(60), people(25), people(0)),
        Unidentified::EverybodyMatched,
    );
    check(&three(people(0), people(0), people(15)), Unidentified::NobodyMatched);
    check(&three(people(60), people(0), people(15)), Unidentified::NoTravel);
    check(&three(people(25), people(60), people(15)), Unidentified::CostAttracts);
    let stopped = calibrate(
        &two_cells(),
        None,
        &three(people(60), people(25), people(15)),
        &Impatient::after(0),
    );
    assert!(matches!(stopped, Err(MarketError::Cancelled)), "{stopped:?}");
}
