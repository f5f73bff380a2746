//! Supply on paper: the product of factors, placement, never twice, apprentices, rates, renewals, bridges.

use std::collections::BTreeSet;
use std::sync::Arc;

use releve::domain::id::CommuneCode;
use releve::domain::programme::Route;
use releve::domain::source::SourceId;
use releve::domain::supply::Section;
use releve::domain::territory::{Commune, Position};
use releve::domain::units::Milli;
use releve::market::gap::{FactorKind, FactorProvenance, Origin, Placement};

use super::world::{BACPRO, BTS, CAP, OLD_BACPRO, basin, gap, outcome, school, section, supply, uai, world};

fn at(digits: &str, cfd: &str) -> Section {
    section(&uai(digits), cfd)
}

/// The in-field people of each (basin, programme), thousandths.
fn expect(facts: &releve::domain::facts::Facts, expected: &[(&str, &str, i64)]) {
    let found = supply(&gap(facts));
    let expected: Vec<_> = expected
        .iter()
        .map(|(b, p, n)| ((*b).to_owned(), (*p).to_owned(), *n))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn seats_become_people_available_in_the_field_factor_by_factor() {
    let mut facts = world();
    facts.establishments = vec![school("0590001", "3201")];
    facts.sections = vec![at("0590001", CAP)];
    let gap = gap(&facts);
    // 12 seats × 0.9 = 10.8 entrants × 0.8 = 8.64 in the final year × (1 − 0.5) = 4.32 leavers × 0.8 = 3.456 graduates × 0.4 / 0.5 / 0.6.
    let f = gap.funnel;
    assert_eq!(
        (f.seats, f.entrants.central, f.final_year.central),
        (Milli(12_000), Milli(10_800), Milli(8640))
    );
    assert_eq!((f.leavers.central, f.graduates.central), (Milli(4320), Milli(3456)));
    assert_eq!(
        (f.in_field.low, f.in_field.central, f.in_field.high),
        (Milli(1382), Milli(1728), Milli(2074))
    );
    let origin = &gap.supplies[0].origins[0];
    let kinds: Vec<FactorKind> = origin.factors.iter().map(|f| f.kind).collect();
    use FactorKind::{DiplomaRate, FillRate, LeavingShare, Retention, Seats, StaysInField};
    assert_eq!(
        kinds,
        [Seats, FillRate, Retention, LeavingShare, DiplomaRate, StaysInField]
    );
    assert_eq!(origin.factors[0].provenance, FactorProvenance::Measured);
    assert_eq!(origin.factors[1].provenance, FactorProvenance::Assumed);
    assert_eq!((origin.placement, &*origin.rows), (Placement::Given, &[5][..]));
    assert!((gap.assumed_share - 1.0).abs() < 1e-12);
}

#[test]
fn observed_entrants_replace_seats_and_an_observed_final_year_replaces_both() {
    let mut facts = world();
    facts.establishments = vec![school("0590001", "3201"), school("0590002", "3202")];
    let mut entrants = at("0590001", CAP);
    entrants.entrants = Some(10);
    let mut counted = at("0590002", CAP);
    counted.final_year = Some(Milli(7000));
    facts.sections = vec![entrants, counted];
    // 10 × 0.8 × 0.5 × 0.8 × 0.5 = 1.6; 7 × 0.5 × 0.8 × 0.5 = 1.4.
    expect(&facts, &[("3201", CAP, 1600), ("3202", CAP, 1400)]);
}

#[test]
fn a_school_is_placed_by_commune_then_coordinates_then_spread_over_its_department() {
    let mut facts = world();
    let mut by_commune = school("0590001", "3201");
    by_commune.basin = None;
    by_commune.commune = CommuneCode::parse("59350").ok();
    let mut by_position = school("0590002", "3201");
    by_position.basin = None;
    // Nearest to D (2.6° E), but D is not in department 59: A.
    by_position.position = Some(Position { lat: 50.0, lon: 2.7 });
    facts.establishments = vec![by_commune, by_position];
    facts.communes = vec![Commune {
        code: CommuneCode::parse("59350").unwrap(),
        name: String::new(),
        department: None,
        basin: Some(basin("3202")),
        zone: None,
        position: None,
        population: None,
    }];
    facts.sections = vec![at("0590001", CAP)];
    expect(&facts, &[("3202", CAP, 1728)]);
    facts.sections = vec![at("0590002", CAP)];
    expect(&facts, &[("3201", CAP, 1728)]);
    // Unknown school of department 59: A and B by 300,000 and 100,000 inhabitants.
    facts.sections = vec![at("0590003", CAP)];
    expect(&facts, &[("3201", CAP, 1296), ("3202", CAP, 432)]);
    let spread = gap(&facts);
    // 1,382 thousandths at the low end: quotas 1,036.5 and 345.5, the half goes to the first.
    assert_eq!(spread.supplies[0].in_field.low, Milli(1037));
    assert_eq!(spread.supplies[0].origins[0].placement, Placement::Spread);
    assert_eq!(spread.funnel.in_field.high, Milli(2074));
}

#[test]
fn what_origins_have_in_common_is_one_in_memory() {
    let mut facts = world();
    // Two unknown schools of department 59: each in A and in B.
    facts.sections = vec![at("0590003", CAP), at("0590004", CAP)];
    let gap = gap(&facts);
    let all: Vec<_> = gap.supplies.iter().flat_map(|s| &s.origins).collect();
    assert_eq!(all.len(), 4);
    let factor = |origin: &Origin, kind| {
        let found = origin.factors.iter().find(|f| f.kind == kind);
        Arc::clone(found.unwrap())
    };
    // Seats are those of a section, rates those of its programme: 4 origins have 2 factors of seats and 1 of each rate.
    let distinct = |kind| {
        let found = all.iter().map(|o| Arc::as_ptr(&factor(o, kind)));
        found.collect::<BTreeSet<_>>().len()
    };
    assert_eq!(distinct(FactorKind::Seats), 2);
    for rate in [FactorKind::FillRate, FactorKind::LeavingShare, FactorKind::StaysInField] {
        assert_eq!(distinct(rate), 1, "{rate:?}");
    }
    // The share of a basin is that of the basin: three quarters of the people in A, one in B.
    assert_eq!(distinct(FactorKind::SpreadShare), 2);
    let known = uai("0590003");
    let first = all
        .iter()
        .filter(|o| o.uai.as_ref().is_some_and(|u| u.as_str() == known));
    let shares: Vec<f64> = first
        .map(|o| factor(o, FactorKind::SpreadShare).value.central)
        .collect();
    assert_eq!(shares, [0.75, 0.25]);
}

#[test]
fn seconde_and_premiere_of_one_bac_pro_are_never_summed() {
    let mut facts = world();
    facts.establishments = vec![school("0590001", "3201")];
    let mut seconde = at("0590001", BACPRO);
    seconde.seats = Some(30);
    let mut premiere = at("0590001", BACPRO);
    premiere.year_of_study = Some(2);
    premiere.seats = Some(24);
    facts.sections = vec![seconde.clone(), premiere];
    // 24 × 0.9 × 0.8 × 0.5 × 0.8 × 0.5: one passage from 1re to Terminale.
    expect(&facts, &[("3201", BACPRO, 3456)]);
    // The 2nde alone: 30 × 0.9 × 0.8² × 0.2, two passages.
    facts.sections = vec![seconde];
    expect(&facts, &[("3201", BACPRO, 3456)]);
}

#[test]
fn the_newest_session_counts_and_a_replaced_diploma_is_not_counted_twice() {
    let mut facts = world();
    facts.establishments = vec![school("0590001", "3201")];
    let row = |cfd: &str, session: u16, seats: u32| Section {
        session,
        seats: Some(seats),
        year_of_study: Some(2),
        ..at("0590001", cfd)
    };
    // One seat of bac pro in 1re gives 0.9 × 0.8 × 0.5 × 0.8 × 0.5 = 0.144.
    let check = |sections: Vec<Section>, seats: i64| {
        let mut facts = facts.clone();
        facts.sections = sections;
        expect(&facts, &[("3201", BACPRO, 144 * seats)]);
    };
    check(vec![row(BACPRO, 2022, 30), row(BACPRO, 2023, 12)], 12);
    // The old code stands for the new one, until the new one shows.
    check(vec![row(OLD_BACPRO, 2023, 24)], 24);
    check(vec![row(OLD_BACPRO, 2023, 24), row(BACPRO, 2023, 12)], 12);
    check(vec![row(OLD_BACPRO, 2023, 24), row(BACPRO, 2022, 12)], 24);
}

#[test]
fn two_censuses_of_bts_are_alternatives() {
    let mut facts = world();
    facts.establishments = vec![school("0590001", "3201"), school("0590002", "3202")];
    let from = |digits: &str, source: i64, session: u16| Section {
        source: SourceId(source),
        session,
        ..at(digits, BTS)
    };
    // Orion 2023 replaces Parcoursup 2019 in the whole region, also at a school that it does not list.
    facts.sections = vec![
        from("0590001", 2, 2023),
        from("0590001", 3, 2019),
        from("0590002", 3, 2019),
    ];
    expect(&facts, &[("3201", BTS, 1728)]);
    assert!(gap(&facts).notes.iter().any(|n| n.key == "market-note-older-census"));
    facts.sections = vec![from("0590001", 3, 2019), from("0590002", 3, 2019)];
    expect(&facts, &[("3201", BTS, 1728), ("3202", BTS, 1728)]);
    // An extract of a newer census, one section out of three, replaces that section alone.
    facts.establishments.push(school("0620001", "3203"));
    let mut newer = from("0590001", 3, 2025);
    newer.seats = Some(24);
    facts.sections = vec![
        from("0590001", 2, 2023),
        from("0590002", 2, 2023),
        from("0620001", 2, 2023),
        newer,
    ];
    expect(&facts, &[("3201", BTS, 3456), ("3202", BTS, 1728), ("3203", BTS, 1728)]);
}

#[test]
fn apprentices_are_regional_headcounts_halved_and_spread_by_capped_seats() {
    let mut facts = world();
    facts.outcomes = vec![outcome(CAP, Route::Apprenticeship, 200, 100)];
    // 200 over two cohorts = 100 × (1 − 100/200) × 0.8 × 0.5 = 20; no seats: 300, 100 and 100 thousand inhabitants.
    expect(
        &facts,
        &[("3201", CAP, 12_000), ("3202", CAP, 4000), ("3203", CAP, 4000)],
    );
    let measured = gap(&facts);
    assert_eq!(measured.supplies[0].origins[0].placement, Placement::Spread);
    assert_eq!(measured.funnel.counted.central, Milli(100_000));
    // The headcount and its rate are measured, but the share of each basin is estimated.
    assert!((measured.assumed_share - 1.0).abs() < 1e-12);
    // Seats 200 and 12, capped at 24: 24 to 12. Quotas 13,333.3 and 6,666.7.
    let seats = |digits: &str, seats: u32| Section {
        route: Route::Apprenticeship,
        seats: Some(seats),
        ..at(digits, CAP)
    };
    facts.establishments = vec![school("0590001", "3201"), school("0620001", "3203")];
    facts.sections = vec![seats("0590001", 200), seats("0620001", 12)];
    expect(&facts, &[("3201", CAP, 13_333), ("3203", CAP, 6667)]);
    // The declared seats are no headcount of their own.
    facts.outcomes.clear();
    expect(&facts, &[]);
}

#[test]
fn a_vintage_holds_old_and_new_code_of_different_people_and_older_vintages_are_left() {
    let mut facts = world();
    let mut older = outcome(OLD_BACPRO, Route::Apprenticeship, 5000, 100);
    older.vintage = "2021_2022".to_owned();
    facts.outcomes = vec![
        outcome(BACPRO, Route::Apprenticeship, 120, 60),
        outcome(OLD_BACPRO, Route::Apprenticeship, 80, 40),
        older,
    ];
    // (120 + 80) / 2 × 0.5 × 0.8 × 0.5 = 20.
    expect(
        &facts,
        &[("3201", BACPRO, 12_000), ("3202", BACPRO, 4000), ("3203", BACPRO, 4000)],
    );
}

#[test]
fn pupils_counted_by_region_stand_in_only_where_no_capacity_is_known() {
    let mut facts = world();
    facts.outcomes = vec![outcome(CAP, Route::School, 200, 100)];
    expect(
        &facts,
        &[("3201", CAP, 12_000), ("3202", CAP, 4000), ("3203", CAP, 4000)],
    );
    facts.establishments = vec![school("0590001", "3201")];
    facts.sections = vec![at("0590001", CAP)];
    // The seats speak; the outcome only gives the rate, 0.5.
    expect(&facts, &[("3201", CAP, 1728)]);
}

#[test]
fn a_rate_on_fewer_than_20_leavers_is_pulled_to_the_wider_scope() {
    let mut facts = world();
    facts.establishments = vec![school("0590001", "3201")];
    facts.sections = vec![at("0590001", CAP)];
    facts.outcomes = vec![outcome(CAP, Route::School, 15, 3)];
    // 12 leavers, k = 20: 12/32 of 3/15 and 20/32 of the assumed 0.5 = 0.3875. 8.64 × 0.6125 × 0.8 × 0.5 = 2.1168.
    expect(&facts, &[("3201", CAP, 2117)]);
    let leaving = &gap(&facts).supplies[0].origins[0].factors[3];
    assert_eq!(
        (leaving.provenance, leaving.denominator),
        (FactorProvenance::Shrunk, Some(15.0))
    );
    assert_eq!(leaving.rows, [11]);
    // 20 leavers are enough: 25 of whom 5 continue, 0.8 leave. 8.64 × 0.8 × 0.4 = 2.7648.
    facts.outcomes = vec![outcome(CAP, Route::School, 25, 5)];
    expect(&facts, &[("3201", CAP, 2765)]);
}

#[test]
fn a_dut_stands_for_the_parcours_of_its_but_until_a_but_is_known() {
    let mut facts = world();
    facts.establishments = vec![school("0590001", "3201")];
    let named = |label: &str, session: u16| Section {
        cfd: None,
        label: label.to_owned(),
        seats: Some(100),
        session,
        source: SourceId(3),
        ..at("0590001", CAP)
    };
    facts.sections = vec![named("DUT - Chimie", 2019)];
    // Two parcours of 50 seats × 0.9 × 0.8² × 0.5 × 0.8 × 0.5 = 5.76: two passages to the third year.
    expect(&facts, &[("3201", "25122201", 5760), ("3201", "25122204", 5760)]);
    assert!(gap(&facts).notes.iter().any(|n| n.key == "market-note-dut-bridge"));
    facts.sections.push(named("BUT - Chimie parcours synthèse", 2023));
    // 100 × 0.9 × 0.64 × 0.2 in the one parcours named.
    expect(&facts, &[("3201", "25122204", 11_520)]);
    // The same among DUT of other schools: the school that shows its BUT has no DUT any more, the others keep theirs (one parcours: 5.76).
    facts
        .establishments
        .extend([school("0590002", "3202"), school("0620001", "3203")]);
    let elsewhere = |digits: &str| Section {
        uai: releve::domain::id::Uai::parse(&uai(digits)).unwrap(),
        ..named("DUT - Chimie", 2019)
    };
    facts.sections.extend([elsewhere("0590002"), elsewhere("0620001")]);
    expect(
        &facts,
        &[
            ("3201", "25122204", 11_520),
            ("3202", "25122201", 5760),
            ("3202", "25122204", 5760),
            ("3203", "25122201", 5760),
            ("3203", "25122204", 5760),
        ],
    );
}
