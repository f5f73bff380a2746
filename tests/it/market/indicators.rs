//! Indicators on paper: the peers' formulas, what is not significant, wishes that are not ranked, the quadrant at its edges.

use releve::domain::facts::Facts;
use releve::domain::id::{ProgrammeId, RegionCode, Uai};
use releve::domain::programme::{Diploma, Route};
use releve::domain::supply::{Outcome, OutcomeScope, Section, Wishes};
use releve::market::indicators;
use releve::market::indicators::{Indicators, Key, Kind, Part, Place, Rate};

use super::world::{BACPRO, BTS, CAP, outcome, school, section, uai, world};

fn key(programme: &str, school: Option<&str>) -> Key {
    Key {
        programme: ProgrammeId::parse(programme).unwrap(),
        route: Route::School,
        region: RegionCode::parse("32").unwrap(),
        uai: school.map(|code| Uai::parse(&uai(code)).unwrap()),
    }
}

fn rate(indicators: &Indicators, key: &Key, kind: Kind) -> Option<Rate> {
    indicators.find(key)?.rates.get(kind).cloned()
}

fn central(indicators: &Indicators, key: &Key, kind: Kind) -> Option<f64> {
    rate(indicators, key, kind)?.value.map(|v| v.central)
}

/// Final year, continuing, and the published rate of employment of the leavers.
fn people(cfd: &str, final_year: u32, continuing: u32, employment: Option<f64>) -> Outcome {
    Outcome {
        employment_rates: [employment, None, None, None],
        ..outcome(cfd, Route::School, final_year, continuing)
    }
}

#[test]
fn outcomes_are_the_peers_formulas_with_the_range_of_a_rounded_rate() {
    let mut facts = world();
    facts.outcomes = vec![people(CAP, 110, 62, Some(0.50))];
    let found = indicators(&facts);
    let of = key(CAP, None);
    let further = rate(&found, &of, Kind::FurtherStudy).unwrap();
    // 62 / 110, counted: no range.
    assert!((further.value.unwrap().central - 62.0 / 110.0).abs() < 1e-12 && further.value.unwrap().is_exact());
    assert_eq!(further.denominator, Some(110.0));
    assert_eq!(
        (further.inputs[0].vintage.as_str(), further.inputs[0].rows.as_slice()),
        ("2022_2023", [11].as_slice())
    );
    // 50 % of 48 leavers, published to the point: 23.76 to 24.24 people.
    let employment = rate(&found, &of, Kind::Employment).unwrap();
    let value = employment.value.unwrap();
    assert!(
        (value.low - 0.495).abs() < 1e-12 && (value.central - 0.5).abs() < 1e-12 && (value.high - 0.505).abs() < 1e-12
    );
    assert_eq!(employment.denominator, Some(48.0));
    // (62 + 24) / 110, and 0.24 people either way.
    let favourable = rate(&found, &of, Kind::Favourable).unwrap().value.unwrap();
    assert!((favourable.central - 86.0 / 110.0).abs() < 1e-12);
    assert!((favourable.high - (86.0 + 0.24) / 110.0).abs() < 1e-12);
}

#[test]
fn under_twenty_people_a_rate_is_not_significant_and_at_twenty_it_is() {
    let check = |final_year, continuing, further: bool, employment: bool| {
        let mut facts = world();
        facts.outcomes = vec![people(CAP, final_year, continuing, Some(0.6))];
        let found = indicators(&facts);
        let told = |kind| rate(&found, &key(CAP, None), kind).unwrap().value.is_some();
        assert_eq!(
            (told(Kind::FurtherStudy), told(Kind::Employment)),
            (further, employment),
            "{final_year}"
        );
    };
    check(19, 4, false, false);
    check(20, 4, true, false);
    check(24, 4, true, true);
    check(23, 4, true, false);
}

#[test]
fn employment_unpublished_for_want_of_people_is_not_significant_rather_than_unknown() {
    let mut facts = world();
    facts.outcomes = vec![people(CAP, 15, 9, None), people(BACPRO, 100, 40, None)];
    let found = indicators(&facts);
    assert_eq!(rate(&found, &key(CAP, None), Kind::Employment).unwrap().value, None);
    assert_eq!(rate(&found, &key(BACPRO, None), Kind::Employment), None);
    assert_eq!(rate(&found, &key(BACPRO, None), Kind::Favourable), None);
}

#[test]
fn only_the_newest_vintage_counts() {
    let mut facts = world();
    let old = Outcome {
        vintage: "2020_2021".to_owned(),
        ..people(CAP, 200, 20, Some(0.9))
    };
    facts.outcomes = vec![old, people(CAP, 110, 62, Some(0.5))];
    let further = central(&indicators(&facts), &key(CAP, None), Kind::FurtherStudy).unwrap();
    assert!((further - 62.0 / 110.0).abs() < 1e-12);
}

/// Two schools: 12 seats each of a programme, wishes and entrants.
fn seats(cfd: &str, wishes: [Wishes; 2], entrants: [Option<u32>; 2]) -> Facts {
    let mut facts = world();
    facts.establishments = vec![school("0590001", "3201"), school("0590002", "3202")];
    let one = |number: usize, code: &str| Section {
        wishes: Some(wishes[number]),
        entrants: entrants[number],
        row: 5 + u32::try_from(number).unwrap(),
        ..section(&uai(code), cfd)
    };
    facts.sections = vec![one(0, "0590001"), one(1, "0590002")];
    facts
}

#[test]
fn pressure_is_first_wishes_over_seats_of_a_section_and_of_its_programme() {
    let facts = seats(CAP, [Wishes::First(9), Wishes::First(18)], [None, Some(10)]);
    let found = indicators(&facts);
    assert_eq!(central(&found, &key(CAP, Some("0590001")), Kind::Pressure), Some(0.75));
    assert_eq!(central(&found, &key(CAP, Some("0590002")), Kind::Pressure), Some(1.5));
    let whole = rate(&found, &key(CAP, None), Kind::Pressure).unwrap();
    assert_eq!(
        (whole.value.unwrap().central, whole.denominator),
        (27.0 / 24.0, Some(24.0))
    );
    assert_eq!(whole.inputs[0].rows, [5, 6]);
    // Entrants are known of one section: its seats alone divide them.
    let fill = rate(&found, &key(CAP, None), Kind::Fill).unwrap();
    assert_eq!(
        (fill.value.unwrap().central, fill.denominator),
        (10.0 / 12.0, Some(12.0))
    );
    assert_eq!(rate(&found, &key(CAP, Some("0590001")), Kind::Fill), None);
}

#[test]
fn unranked_wishes_make_a_demand_rate_and_a_bts_never_has_a_pressure() {
    let facts = seats(BTS, [Wishes::Unranked(120), Wishes::First(60)], [None, None]);
    let found = indicators(&facts);
    assert_eq!(central(&found, &key(BTS, None), Kind::Demand), Some(10.0));
    for school in [None, Some("0590001"), Some("0590002")] {
        assert_eq!(rate(&found, &key(BTS, school), Kind::Pressure), None);
    }
    assert_eq!(rate(&found, &key(BTS, Some("0590002")), Kind::Demand), None);
}

#[test]
fn a_section_has_the_rates_its_school_publishes_without_their_headcounts() {
    let mut facts = seats(CAP, [Wishes::First(9), Wishes::First(18)], [None, None]);
    let mut published = people(CAP, 0, 0, Some(0.42));
    published.scope = OutcomeScope::Establishment(Uai::parse(&uai("0590001")).unwrap());
    (published.final_year, published.continuing, published.leavers) = (None, None, None);
    published.continuing_rate = Some(0.31);
    facts.outcomes = vec![published];
    let found = indicators(&facts);
    let of = key(CAP, Some("0590001"));
    let employment = rate(&found, &of, Kind::Employment).unwrap();
    assert_eq!(
        (employment.value.unwrap().central, employment.denominator),
        (0.42, None)
    );
    assert_eq!(central(&found, &of, Kind::FurtherStudy), Some(0.31));
    assert_eq!(
        rate(&found, &key(CAP, None), Kind::Employment),
        None,
        "a school is not its region"
    );
}

#[test]
fn the_quadrant_is_cut_at_the_means_of_the_level_and_equal_is_at_least() {
    // Means of level 3: (50 + 50) / 200 and (25 + 25) / 100.
    let means = (0.5, 0.5);
    let check = |rates, part| assert_eq!(Part::of(rates, means), part, "{rates:?}");
    check((0.5, 0.5), Part::Both);
    check((0.49, 0.5), Part::Employment);
    check((0.5, 0.49), Part::FurtherStudy);
    check((0.49, 0.49), Part::Neither);
    // 0.1 + 0.2 is not 0.3 to a computer, and is to a reader.
    assert_eq!(Part::of((0.3, 0.3), (0.1 + 0.2, 0.1 + 0.2)), Part::Both);
}

#[test]
fn means_are_of_a_level_weigh_people_and_place_each_programme() {
    let mut facts = world();
    let apprentices = Outcome {
        route: Route::Apprenticeship,
        ..people(CAP, 400, 0, Some(0.9))
    };
    facts.outcomes = vec![
        people(CAP, 100, 20, Some(0.5)),
        people(BACPRO, 300, 200, Some(0.8)),
        apprentices,
    ];
    let found = indicators(&facts);
    let cap = found.find(&key(CAP, None)).unwrap();
    // Alone at its level and route: its own means, hence Q1.
    let means = found.means_of(cap).unwrap();
    assert!((means.further_study - 0.2).abs() < 1e-12 && (means.employment - 0.5).abs() < 1e-12);
    assert_eq!(found.place(cap), Place::At(Part::Both));
    // A second CAP of the same level, twice as large: (20 + 100) / 300 and (40 + 60) / 180.
    let mut other = facts
        .catalogue
        .programmes
        .iter()
        .find(|p| p.id.as_str() == CAP)
        .unwrap()
        .clone();
    let code = "50025008";
    other.id = ProgrammeId::parse(code).unwrap();
    other.cfd = releve::domain::id::Cfd::parse(code).ok();
    facts.catalogue.programmes.push(other);
    facts.outcomes.push(people(code, 200, 100, Some(0.6)));
    let found = indicators(&facts);
    let cap = found.find(&key(CAP, None)).unwrap();
    let means = found.means_of(cap).unwrap();
    assert!((means.further_study - 120.0 / 300.0).abs() < 1e-12, "{means:?}");
    assert!((means.employment - 100.0 / 180.0).abs() < 1e-12, "{means:?}");
    assert_eq!(found.place(cap), Place::At(Part::Neither));
    assert_eq!(
        found.place(found.find(&key(code, None)).unwrap()),
        Place::At(Part::Both)
    );
}

#[test]
fn what_has_no_position_says_why() {
    let mut facts = world();
    let old = Outcome {
        vintage: "2020_2021".to_owned(),
        ..people(BACPRO, 300, 100, Some(0.6))
    };
    let twin = |code: &str, facts: &mut Facts| {
        let mut twin = facts
            .catalogue
            .programmes
            .iter()
            .find(|p| p.id.as_str() == BACPRO)
            .unwrap()
            .clone();
        twin.id = ProgrammeId::parse(code).unwrap();
        twin.cfd = releve::domain::id::Cfd::parse(code).ok();
        facts.catalogue.programmes.push(twin);
    };
    let (few, unknown) = ("40025014", "40025015");
    twin(few, &mut facts);
    twin(unknown, &mut facts);
    let current = people(CAP, 100, 20, Some(0.5));
    facts.outcomes = vec![old, current, people(few, 30, 20, None), people(unknown, 300, 20, None)];
    let found = indicators(&facts);
    let place = |code| found.place(found.find(&key(code, None)).unwrap());
    assert_eq!(place(few), Place::NotSignificant);
    assert_eq!(place(unknown), Place::Unknown);
    // The newest vintage of the level publishes no employment: no mean.
    assert_eq!(place(BACPRO), Place::Unknown);
    let mut row = people(unknown, 300, 20, Some(0.4));
    row.row = 40;
    facts.outcomes[3] = row;
    let found = indicators(&facts);
    assert_eq!(found.place(found.find(&key(BACPRO, None)).unwrap()), Place::Older);
}

#[test]
fn rows_without_published_employment_weigh_nothing_beside_those_that_have_it() {
    let mut facts = world();
    let few = Outcome {
        row: 12,
        ..people(CAP, 15, 5, None)
    };
    facts.outcomes = vec![people(CAP, 110, 62, Some(0.5)), few];
    let found = indicators(&facts);
    let employment = rate(&found, &key(CAP, None), Kind::Employment).unwrap();
    // 24 of 48: the ten others are not published, and are no people without a job.
    assert_eq!(
        (employment.denominator, employment.value.map(|v| v.central)),
        (Some(48.0), Some(0.5))
    );
    assert_eq!(employment.inputs[0].rows, [11]);
}

#[test]
fn rates_added_up_keep_the_rows_of_all_of_them() {
    let mut facts = world();
    let other = Outcome {
        row: 13,
        ..people(BACPRO, 40, 10, Some(0.6))
    };
    facts.outcomes = vec![people(CAP, 110, 62, Some(0.5)), other];
    let found = indicators(&facts);
    let rates = [CAP, BACPRO].map(|code| rate(&found, &key(code, None), Kind::FurtherStudy).unwrap());
    let sum = Rate::sum(&rates).unwrap();
    assert!((sum.value.unwrap().central - 72.0 / 150.0).abs() < 1e-12);
    let rows: Vec<u32> = sum.inputs.iter().flat_map(|cited| cited.rows.clone()).collect();
    assert_eq!(rows, [11, 13]);
}

#[test]
fn first_wishes_of_a_but_are_no_pressure() {
    let mut facts = seats(BTS, [Wishes::First(30), Wishes::First(6)], [None, None]);
    for programme in facts.catalogue.programmes.iter_mut().filter(|p| p.id.as_str() == BTS) {
        programme.diploma = Diploma::But;
    }
    let found = indicators(&facts);
    for kind in [Kind::Pressure, Kind::Demand] {
        assert_eq!(rate(&found, &key(BTS, None), kind), None, "{kind:?}");
    }
}
