//! Value of a seat on paper: yield, lots, ranges, years, costs, doubts.

use releve::domain::assumption::{Assumption, AssumptionKey, Assumptions};
use releve::domain::facts::Facts;
use releve::domain::programme::Route;
use releve::domain::progress::Unattended;
use releve::domain::supply::{Section, Wishes};
use releve::domain::units::{Estimate, Milli, Range};
use releve::market::MarketError;
use releve::market::gap::{FactorProvenance, Proof};
use releve::market::values::{LOTS, SeatValue, Unit, Values, values};

use crate::impatient::Impatient;

use super::world::{BACPRO, CAP, WELDER, basin, gap, outcome, school, section, survey, uai, world};

fn valued(facts: &Facts) -> Values {
    values(facts, &gap(facts), &Unattended).unwrap()
}

fn estimate(low: i64, central: i64, high: i64) -> Estimate {
    Range::new(Milli(low), Milli(central), Milli(high))
}

/// Twelve seats of CAP at A, and so many projects of welders there.
fn one_section(projects: &str) -> Facts {
    let mut facts = world();
    facts.survey = vec![survey("3201", "59", WELDER, projects, "", "")];
    facts.establishments = vec![school("0590001", "3201")];
    facts.sections = vec![section(&uai("0590001"), CAP)];
    facts
}

fn gain(line: &SeatValue, seats: i32) -> Estimate {
    line.lot(seats).unwrap().gain
}

#[test]
fn a_seat_where_posts_stay_open_fills_what_it_brings() {
    let found = valued(&one_section("100"));
    let line = &found.lines[0];
    // 0.9 × 0.8 × 0.5 × 0.8 × 0.5 = 0.144 of a person, 0.1152 to 0.1728 by the range of stays in the field.
    assert_eq!(line.each, estimate(115, 144, 173));
    assert_eq!(gain(line, 1), estimate(115, 144, 173));
    assert_eq!(gain(line, -1), estimate(-173, -144, -115));
    assert_eq!(gain(line, 12), estimate(1382, 1728, 2074));
    assert_eq!(gain(line, 24), estimate(2765, 3456, 4147));
    assert_eq!(line.lot(24).unwrap().unplaced, estimate(0, 0, 0));
    assert_eq!(line.receivers.len(), 1);
    let receiver = &line.receivers[0];
    assert_eq!(
        (&receiver.basin, receiver.fap.as_str(), receiver.posts),
        (&basin("3201"), WELDER, Milli(3456))
    );
    assert_eq!(line.lots.iter().map(|l| l.seats).collect::<Vec<_>>(), LOTS);
    assert_eq!(found.revision, 7);
}

#[test]
fn a_seat_is_worth_no_more_than_the_posts_still_open() {
    let found = valued(&one_section("3"));
    let line = &found.lines[0];
    // Need 1.65 / 1.95 / 2.25; twelve seats give 1.382 / 1.728 / 2.074, twelve more as much again.
    let lot = line.lot(12).unwrap();
    assert_eq!(lot.leavers, estimate(1382, 1728, 2074));
    // Central 1.95 − 1.728; least 0 (need low, supply high: already full); greatest 2.25 − 1.382 (need high, supply low).
    assert_eq!(lot.gain, estimate(0, 222, 868));
    // 1728 − 222; least 1382 − 868; greatest 2074 − 0.
    assert_eq!(lot.unplaced, estimate(514, 1506, 2074));
    assert_eq!(gain(line, 1), estimate(0, 144, 173));
    // Need low, supply high: one seat less leaves 1.901, still more than 1.65.
    assert_eq!(gain(line, -1), estimate(-173, -144, 0));
}

#[test]
fn a_value_is_the_difference_of_two_whole_computations() {
    let mut facts = one_section("6");
    facts.survey.push(survey("3202", "59", WELDER, "2", "", ""));
    let found = valued(&facts);
    let filled = |facts: &Facts| -> Vec<i64> { gap(facts).proofs.iter().map(|p: &Proof| p.filled.0).collect() };
    let before = filled(&facts);
    for (seats, more) in [(13, 1), (24, 12), (36, 24)] {
        let mut larger = facts.clone();
        larger.sections[0].seats = Some(seats);
        let gains: Vec<i64> = filled(&larger).iter().zip(&before).map(|(a, b)| a - b).collect();
        let lot = gain(&found.lines[0], more);
        // The people of the whole section are rounded to the thousandth once: at most one apart.
        let near = |a: i64, b: Option<&i64>| (a - b.unwrap()).abs() <= 1;
        assert!(near(lot.central.0, gains.first()), "{more}: {lot:?} {gains:?}");
        assert!(near(lot.low.0, gains.iter().min()), "{more}: {lot:?} {gains:?}");
        assert!(near(lot.high.0, gains.iter().max()), "{more}: {lot:?} {gains:?}");
    }
    assert_eq!(found.filled.central.0, before[0]);
}

#[test]
fn first_leavers_come_after_the_years_of_study() {
    let mut facts = one_section("100");
    let from_first = section(&uai("0590001"), BACPRO);
    facts.establishments.push(school("0590002", "3201"));
    let from_second = Section {
        year_of_study: Some(2),
        ..section(&uai("0590002"), BACPRO)
    };
    facts.sections.extend([from_first, from_second]);
    let found = valued(&facts);
    assert_eq!((found.year, found.rentree), (2024, 2025));
    let mut years: Vec<(String, u16, i64)> = Vec::new();
    for line in &found.lines {
        years.push((line.programme.to_string(), line.first_leavers, line.each.central.0));
    }
    // CAP: two years. Bac pro from 2nde: three years and two passages, 0.9 × 0.8² × 0.2 = 0.115; from 1re: two years and one passage.
    let expected = [(BACPRO, 2027, 144), (CAP, 2027, 144), (BACPRO, 2028, 115)];
    let mut expected = expected.map(|(p, year, each)| (p.to_owned(), year, each)).to_vec();
    expected.sort();
    years.sort();
    assert_eq!(years, expected);
    let cap = found.lines.iter().find(|l| l.programme.as_str() == CAP).unwrap();
    let yearly = cap.yearly(cap.lot(1).unwrap(), found.rentree);
    assert_eq!(yearly.len(), 11);
    assert_eq!(yearly[1], (2026, Estimate::default()));
    assert_eq!(yearly[2], (2027, gain(cap, 1)));
    assert_eq!(yearly[10], (2035, gain(cap, 1)));
}

#[test]
fn lines_are_ranked_by_the_gain_of_one_seat_and_ties_share_a_rank() {
    let mut facts = one_section("100");
    facts
        .establishments
        .extend([school("0590002", "3201"), school("0590003", "3203")]);
    facts
        .sections
        .extend(["0590002", "0590003"].map(|u| section(&uai(u), CAP)));
    // A person in the final year of the region: 0.5 × 0.8 × 0.5, ranked among headcounts.
    facts.outcomes = vec![outcome(BACPRO, Route::Apprenticeship, 40, 20)];
    let found = valued(&facts);
    let lines: Vec<_> = found
        .lines
        .iter()
        .map(|l| (l.unit, l.rank, gain(l, 1).central.0))
        .collect();
    let seat = |rank, gain| (Unit::Seat, rank, gain);
    // C has no post within reach: a seat there fills none. Three quarters of the region's people live within reach of A's posts… at A and B.
    assert_eq!(lines[..3], [seat(1, 144), seat(1, 144), seat(3, 0)]);
    assert_eq!(lines[3].0, Unit::FinalYear);
    assert_eq!((lines[3].1, found.lines[3].each.central), (1, Milli(200)));
    // A and B hold 400,000 of the 500,000 inhabitants: 160 of the 200 thousandths.
    assert_eq!(lines[3].2, 160);
    assert_eq!(found.lines[3].lot(1).unwrap().unplaced.central, Milli(40));
}

#[test]
fn a_seat_of_a_spread_section_is_shared_as_its_people_are() {
    let mut facts = one_section("100");
    // No school known: department 59, A (300,000) and B (100,000).
    facts.establishments.clear();
    facts.survey = vec![survey("3202", "59", WELDER, "1", "", "")];
    let found = valued(&facts);
    let line = &found.lines[0];
    assert_eq!(line.basins, [basin("3201"), basin("3202")]);
    assert!(line.doubts.iter().any(|d| d.key == "market-doubt-spread"));
    // All of them can work at B: 0.65 posts, 1.728 people. Nothing more to fill.
    assert_eq!(gain(line, 24).central, Milli(0));
    assert_eq!(line.lot(24).unwrap().leavers.central, Milli(3456));
}

#[test]
fn seats_do_not_make_pupils_where_those_there_are_stay_vacant() {
    let mut facts = one_section("100");
    facts.sections[0].wishes = Some(Wishes::First(6));
    facts.sections[0].entrants = Some(9);
    let found = valued(&facts);
    let line = &found.lines[0];
    // Nine entrants for twelve seats: 0.75 × 0.8 × 0.5 × 0.8 × 0.5.
    assert_eq!(line.each.central, Milli(120));
    assert_eq!(line.factors[0].provenance, FactorProvenance::Measured);
    let keys: Vec<&str> = line.doubts.iter().map(|d| &*d.key).collect();
    assert_eq!(
        keys,
        [
            "market-doubt-first-wishes",
            "market-doubt-vacant-seats",
            "market-doubt-further-study"
        ]
    );
    // Nobody entered: no supply to show, yet a seat has a value.
    facts.sections[0].entrants = Some(0);
    facts.sections[0].seats = None;
    assert!(gap(&facts).supplies.is_empty());
    let nobody = valued(&facts).lines.remove(0);
    assert_eq!(gain(&nobody, 1).central, Milli(144));
    // And a seat less takes nobody away.
    let less = nobody.lot(-1).unwrap();
    assert_eq!((less.leavers, less.gain), (estimate(0, 0, 0), estimate(0, 0, 0)));
    // More entrants than seats: one more seat is filled, not more than filled.
    facts.sections[0].entrants = Some(15);
    facts.sections[0].seats = Some(12);
    assert_eq!(valued(&facts).lines[0].each.central, Milli(160));
}

#[test]
fn euros_per_post_need_a_cost() {
    let mut facts = one_section("3");
    assert!(valued(&facts).lines[0].lots.iter().all(|l| l.euros_per_post.is_none()));
    let mut list: Vec<Assumption> = facts.assumptions.iter().cloned().collect();
    list.push(Assumption {
        key: AssumptionKey::SeatCost,
        scope: "CAP".to_owned(),
        value: Range::new(5000.0, 6000.0, 8000.0),
        source: "essai".to_owned(),
        edited: true,
    });
    facts.assumptions = Assumptions::new(list);
    let found = valued(&facts);
    let line = &found.lines[0];
    // Two years of study.
    assert_eq!(line.cost, Some(Range::new(10_000.0, 12_000.0, 16_000.0)));
    let euros = line.lot(12).unwrap().euros_per_post.unwrap();
    // Twelve seats, 0 / 0.222 / 0.868 posts.
    assert!((euros.low - 120_000.0 / 0.868).abs() < 1e-6);
    assert!((euros.central - 144_000.0 / 0.222).abs() < 1e-6);
    assert_eq!(euros.high, f64::INFINITY);
    assert!(line.lot(-1).unwrap().euros_per_post.is_none());
}

#[test]
fn a_valuation_stops_when_asked() {
    let facts = one_section("100");
    let found = values(&facts, &gap(&facts), &Impatient::after(0));
    assert!(matches!(found, Err(MarketError::Cancelled)));
}
