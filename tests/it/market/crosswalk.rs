//! Outlets on paper: what each is worth, what setting one aside or adding one does to the gap, and what is refused.

use releve::domain::facts::Facts;
use releve::domain::review::{OutletKey, OutletReview, ReviewStatus};
use releve::domain::source::SourceId;
use releve::domain::supply::Section;
use releve::domain::units::{Estimate, Milli, Range};
use releve::market::MarketError;
use releve::market::crosswalk::{Crosswalk, Effects, OutletLine, OutletRefusal, crosswalk, effects, may_add};
use releve::market::ways::RomeOrigin;

use releve::domain::batch::DiplomaOutlet;
use releve::domain::progress::Unattended;

use crate::impatient::Impatient;

use super::world::{
    BACPRO, BTS, CAP, ENGINEER, TECHNICIAN, UNSKILLED, WELDER, basin, fap, gap, school, section, survey, uai, world,
};

/// At A: 10 people of CAP (welders only), 5 of bac pro (welders and technicians); 6.5 posts of each occupation.
fn two_outlets() -> Facts {
    let mut facts = world();
    facts.survey = vec![
        survey("3201", "59", WELDER, "10", "", ""),
        survey("3201", "59", TECHNICIAN, "10", "", ""),
    ];
    facts.establishments = vec![school("0590001", "3201")];
    let counted = |cfd: &str, people| Section {
        final_year: Some(Milli::whole(people)),
        ..section(&uai("0590001"), cfd)
    };
    facts.sections = vec![counted(CAP, 50), counted(BACPRO, 25)];
    facts
}

fn key(programme: &str, occupation: &str) -> OutletKey {
    OutletKey {
        programme: programme.parse().unwrap(),
        fap: fap(occupation),
    }
}

fn reviewed(mut facts: Facts, outlet: &OutletKey, status: ReviewStatus) -> Facts {
    facts.reviews.push(OutletReview {
        status,
        ..OutletReview::blank(outlet.clone())
    });
    facts.reviews.sort_by(|a, b| a.outlet.cmp(&b.outlet));
    facts
}

fn lines(facts: &Facts) -> Crosswalk {
    crosswalk(facts, None).unwrap()
}

fn line(facts: &Facts, outlet: &OutletKey) -> OutletLine {
    let found = lines(facts).lines.into_iter().find(|line| line.outlet == *outlet);
    found.unwrap()
}

fn worth(facts: &Facts) -> Effects {
    effects(facts, None, &Unattended).unwrap()
}

fn estimate(low: i64, central: i64, high: i64) -> Estimate {
    Range::new(Milli(low), Milli(central), Milli(high))
}

/// Posts filled in each of the five solves.
fn filled(facts: &Facts) -> Vec<i64> {
    gap(facts).proofs.iter().map(|proof| proof.filled.0).collect()
}

#[test]
fn an_outlet_is_worth_the_posts_that_only_it_fills() {
    let found = worth(&two_outlets());
    // Welders: 6.5 (5.5–7.5) posts, all filled by the CAP; the bac pro is needed at its technicians.
    // Least 5: need low, supply high, six of bac pro fill 5.5 technicians and half a welder.
    assert_eq!(found.of(&key(CAP, WELDER)), estimate(5000, 6500, 7500));
    // Technicians: 5 (4–6) people.
    assert_eq!(found.of(&key(BACPRO, TECHNICIAN)), estimate(4000, 5000, 6000));
    assert_eq!(found.of(&key(BACPRO, WELDER)), estimate(0, 0, 0));
    assert_eq!(found.of(&key(BTS, TECHNICIAN)), estimate(0, 0, 0), "nobody leaves it");
}

#[test]
fn an_effect_is_the_difference_of_two_whole_computations() {
    let mut facts = two_outlets();
    facts.survey.push(survey("3202", "59", WELDER, "*", "", ""));
    facts.sections.push(section(&uai("0590001"), BTS));
    let with = filled(&facts);
    let found = worth(&facts);
    for line in &lines(&facts).lines {
        let without = filled(&reviewed(facts.clone(), &line.outlet, ReviewStatus::SetAside));
        let lost: Vec<i64> = with.iter().zip(&without).map(|(a, b)| a - b).collect();
        let (least, most) = (*lost.iter().min().unwrap(), *lost.iter().max().unwrap());
        assert_eq!(
            found.of(&line.outlet),
            estimate(least, lost[0], most),
            "{:?}",
            line.outlet
        );
    }
}

#[test]
fn what_neighbours_do_among_themselves_is_no_effect_of_the_territory() {
    let mut facts = two_outlets();
    let before = worth(&facts);
    // D, in another region and out of reach of B and C: its own people fill its own posts, and A has none to spare for either.
    facts.establishments.push(school("0760001", "2801"));
    facts.sections.push(Section {
        final_year: Some(Milli::whole(500)),
        ..section(&uai("0760001"), CAP)
    });
    facts.survey.push(survey("2801", "76", WELDER, "100", "", ""));
    let welder = key(CAP, WELDER);
    let with = filled(&facts)[0];
    let without = filled(&reviewed(facts.clone(), &welder, ReviewStatus::SetAside))[0];
    let found = worth(&facts).of(&welder).central;
    assert!(
        found >= before.of(&welder).central && found.0 < with - without,
        "{found:?}"
    );
}

#[test]
fn an_outlet_set_aside_has_no_arc_and_still_says_what_it_would_bring() {
    let welder = key(CAP, WELDER);
    let facts = reviewed(two_outlets(), &welder, ReviewStatus::SetAside);
    let found = gap(&facts);
    let cell = |code| found.cell(&basin("3201"), &fap(code)).unwrap();
    // The five of bac pro fill 5 of 13 posts; nobody of the CAP is left, who had no other outlet.
    let unfilled = cell(WELDER).figures.unfilled.central + cell(TECHNICIAN).figures.unfilled.central;
    assert_eq!(unfilled, Milli(8000));
    assert!(found.supplies.iter().all(|supply| supply.programme != welder.programme));
    assert_eq!(cell(WELDER).reachable_programmes, 1);
    let set_aside = line(&facts, &welder);
    assert_eq!((set_aside.status(), set_aside.counted), (ReviewStatus::SetAside, false));
    assert_eq!(set_aside.people, estimate(8000, 10_000, 12_000));
    assert_eq!(worth(&facts).of(&welder), estimate(5000, 6500, 7500));
}

#[test]
fn an_added_outlet_fills_posts_at_an_accepted_level_only() {
    let mut facts = two_outlets();
    let bacpro = facts.catalogue.programmes.iter_mut().find(|p| p.id.as_str() == BACPRO);
    bacpro.unwrap().romes.clear();
    assert_eq!(filled(&facts)[0], 6500);
    let technician = key(BACPRO, TECHNICIAN);
    assert_eq!(may_add(&facts, &technician), Ok(()));
    let added = reviewed(facts.clone(), &technician, ReviewStatus::Added);
    assert_eq!(filled(&added)[0], 11_500);
    let found = line(&added, &technician);
    assert!(found.counted && found.ways.is_empty() && found.confidence().is_none());
    assert_eq!(worth(&added).of(&technician).central, Milli(5000));
    // Ruling 9.16: even written in the file, another level brings no arc.
    let forced = reviewed(facts.clone(), &key(CAP, TECHNICIAN), ReviewStatus::Added);
    assert_eq!(filled(&forced), filled(&facts));
    assert!(!line(&forced, &key(CAP, TECHNICIAN)).counted);
}

#[test]
fn what_cannot_be_added_says_why() {
    let facts = two_outlets();
    let level = OutletRefusal::Level {
        fap: fap(TECHNICIAN),
        level: 3,
        accepted: vec![4, 5, 6],
    };
    let outside = |code| OutletRefusal::OutsideGap { fap: fap(code) };
    for (programme, occupation, refusal) in [
        (CAP, TECHNICIAN, level),
        (CAP, UNSKILLED, outside(UNSKILLED)),
        ("25122201", ENGINEER, outside(ENGINEER)),
        (CAP, WELDER, OutletRefusal::Known),
        (CAP, "G9X99", OutletRefusal::NoOccupation { fap: fap("G9X99") }),
    ] {
        let outlet = key(programme, occupation);
        assert_eq!(may_add(&facts, &outlet), Err(refusal.clone()));
        for lang in releve::i18n::Lang::ALL {
            assert!(!refusal.message().text(lang).starts_with("market-"));
        }
    }
    let set_aside = reviewed(facts, &key(CAP, WELDER), ReviewStatus::SetAside);
    assert_eq!(may_add(&set_aside, &key(CAP, WELDER)), Err(OutletRefusal::SetAside));
    let unknown = may_add(&set_aside, &key("50099999", WELDER));
    assert!(matches!(unknown, Err(OutletRefusal::NoProgramme { .. })));
}

#[test]
fn a_line_says_how_it_is_known_and_who_it_concerns() {
    let mut facts = two_outlets();
    facts.survey.push(survey("3202", "59", WELDER, "*", "", ""));
    let found = line(&facts, &key(BACPRO, WELDER));
    assert_eq!((found.level, found.confidence()), (4, Some(3)));
    assert_eq!(found.ways.len(), 1);
    assert_eq!(
        (found.ways[0].origin, &found.ways[0].qualifications),
        (RomeOrigin::Official, &vec![3])
    );
    assert_eq!(found.people, estimate(4000, 5000, 6000));
    // 10 projects at A and a secret cell, 1 to 4, at B: the posts are a range that holds the star.
    assert_eq!(found.posts, estimate(5500 + 550, 6500 + 1625, 7500 + 3000));
    facts.outlets = vec![DiplomaOutlet {
        cfd: BACPRO.parse().ok(),
        rncp: None,
        rome: "H2901".parse().unwrap(),
        row: 12,
        source: SourceId(3),
    }];
    let found = line(&facts, &key(BACPRO, WELDER));
    let (source, row) = (SourceId(3), 12);
    assert_eq!(found.ways[0].origin, RomeOrigin::File { source, row });
}

#[test]
fn the_effects_stop_when_asked() {
    let stopped = effects(&two_outlets(), None, &Impatient::after(1));
    assert!(matches!(stopped, Err(MarketError::Cancelled)));
}

#[test]
fn posts_are_those_of_home_and_the_surest_way_gives_the_confidence() {
    let mut facts = two_outlets();
    let before = line(&facts, &key(CAP, WELDER)).posts;
    // D is abroad, 28.6 km from A: its posts are reached and not counted.
    facts.survey.push(survey("2801", "76", WELDER, "100", "", ""));
    assert_eq!(line(&facts, &key(CAP, WELDER)).posts, before);
    let mut weak = facts.catalogue.crosswalk.clone();
    for line in &mut weak {
        line.rome = "A1204".parse().unwrap();
        line.confidence = 1;
    }
    facts.catalogue.crosswalk.splice(0..0, weak);
    let cap = facts.catalogue.programmes.iter_mut().find(|p| p.id.as_str() == CAP);
    cap.unwrap().romes.push("A1204".parse().unwrap());
    let found = line(&facts, &key(CAP, WELDER));
    let confidences: Vec<u8> = found.ways.iter().map(|way| way.confidence).collect();
    assert!(confidences.contains(&1) && confidences.contains(&3), "{confidences:?}");
    assert_eq!(found.confidence(), Some(3));
}
