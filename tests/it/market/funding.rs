//! Money on paper: which contract cost stands, what a post costs, what is left for a second lot, which seats fill nothing, who pays a scenario.

use std::collections::BTreeMap;

use releve::domain::assumption::AssumptionKey;
use releve::domain::facts::Facts;
use releve::domain::funding::{Aid, Envelope, Funder, FundingLine, Npec, Pays, parse_day};
use releve::domain::id::{IdccCode, RncpCode};
use releve::domain::programme::Route;
use releve::domain::progress::Unattended;
use releve::domain::scenario::{ActionKind, ActionStatus, PlanAction, Scenario, SectionKey, Site, Trajectory};
use releve::domain::units::Range;
use releve::market::funding::{
    CostSource, FundingRefusal, Purchase, PurchaseRequest, Stop, aid_of, buys, check_aid, check_envelope, check_line,
    check_npec, rank, scenario_funding, seat_cost, wasted,
};
use releve::market::plan::{PlanRequest, outlook};
use releve::market::values;

use super::world::{BTS, CAP, WELDER, assumptions, gap, school, section, survey, uai, world};

use crate::impatient::Impatient;

/// Twelve seats of CAP at A and at B, so many projects of welders at A, ten thousand euros a seat and year.
fn two_schools(projects: &str) -> Facts {
    let mut facts = world();
    facts.survey = vec![survey("3201", "59", WELDER, projects, "", "")];
    facts.establishments = vec![school("0590001", "3201"), school("0590002", "3202")];
    facts.sections = ["0590001", "0590002"].map(|digits| section(&uai(digits), CAP)).to_vec();
    facts.assumptions = assumptions(&[
        (AssumptionKey::SeatCost, "", 10_000.0),
        (AssumptionKey::Newcomers, "", 1.0),
    ]);
    facts
}

fn npec(id: i64, code: &str, branch: Option<&str>, from: &str, to: Option<&str>, euros: u32) -> Npec {
    Npec {
        id,
        code: code.parse().unwrap(),
        branch: branch.map(|code| IdccCode::parse(code).unwrap()),
        from: parse_day(from).unwrap(),
        to: to.map(|day| parse_day(day).unwrap()),
        euros,
        source: "essai".to_owned(),
    }
}

fn aid(id: i64, levels: (u8, u8), firm: (u32, Option<u32>), euros: u32) -> Aid {
    Aid {
        id,
        name: "Aide".to_owned(),
        from: parse_day("2025-01-01").unwrap(),
        to: Some(parse_day("2025-12-31").unwrap()),
        levels,
        firm,
        euros,
        source: "essai".to_owned(),
    }
}

fn envelope(id: i64, funder: Funder, year: u16, euros: u64, pays: Pays) -> Envelope {
    Envelope {
        id,
        name: format!("E{id}"),
        funder,
        year,
        euros,
        pays,
        source: String::new(),
        note: String::new(),
    }
}

#[test]
fn the_narrowest_contract_cost_that_stands_is_heard() {
    let mut facts = world();
    facts.assumptions = assumptions(&[(AssumptionKey::SeatCost, "", 9_000.0)]);
    let at = facts
        .catalogue
        .programmes
        .iter()
        .position(|p| p.id.as_str() == CAP)
        .unwrap();
    facts.catalogue.programmes[at].rncp = Some(RncpCode::parse("34500").unwrap());
    facts.funding.npecs = vec![
        npec(1, "RNCP34500", None, "2025-01-01", Some("2025-12-31"), 6_000),
        npec(2, "RNCP34500", None, "2026-01-01", None, 6_500),
        npec(3, CAP, Some("54"), "2026-06-01", None, 7_000),
        npec(4, CAP, Some("3248"), "2026-06-01", None, 8_000),
        npec(5, CAP, Some("1486"), "2026-06-01", None, 12_000),
    ];
    let programme = &facts.catalogue.programmes[at];
    let cost = |route, branch: Option<&str>, day: &str| {
        let branch = branch.map(|code| IdccCode::parse(code).unwrap());
        let cost = seat_cost(&facts, programme, route, (branch.as_ref(), parse_day(day).unwrap()));
        (cost.euros, cost.from.as_str())
    };
    let apprenticeship = Route::Apprenticeship;
    let exact = |euros| Some(Range::exact(euros));
    assert_eq!(cost(apprenticeship, None, "2024-09-01"), (exact(9_000.0), "assumption"));
    assert_eq!(cost(apprenticeship, None, "2025-12-31"), (exact(6_000.0), "npec"));
    assert_eq!(cost(apprenticeship, None, "2026-01-01"), (exact(6_500.0), "npec"));
    // The code of the diploma comes before its fiche; without a branch, least, median and greatest of those told.
    let branches = Some(Range::new(7_000.0, 8_000.0, 12_000.0));
    assert_eq!(cost(apprenticeship, None, "2026-09-01"), (branches, "npec-branches"));
    assert_eq!(
        cost(apprenticeship, Some("0054"), "2026-09-01"),
        (exact(7_000.0), "npec")
    );
    assert_eq!(cost(Route::School, None, "2026-09-01"), (exact(9_000.0), "assumption"));
    let mut bare = facts.clone();
    bare.assumptions = assumptions(&[]);
    let unknown = seat_cost(
        &bare,
        programme,
        Route::School,
        (None, parse_day("2026-09-01").unwrap()),
    );
    assert_eq!((unknown.euros, unknown.from), (None, CostSource::Unknown));
}

#[test]
fn aid_ranges_over_the_sizes_of_firms_and_nothing_is_not_zero() {
    let day = parse_day("2025-09-01").unwrap();
    let whole = [
        aid(1, (3, 4), (0, Some(249)), 5_000),
        aid(2, (3, 6), (250, None), 2_000),
    ];
    assert_eq!(aid_of(&whole, 3, day), Some(Range::new(2_000.0, 3_500.0, 5_000.0)));
    // Level 5 has a row for large firms alone: small ones receive nothing.
    assert_eq!(aid_of(&whole, 5, day), Some(Range::new(0.0, 1_000.0, 2_000.0)));
    assert_eq!(aid_of(&whole, 7, day), None);
    assert_eq!(aid_of(&whole, 3, parse_day("2026-01-01").unwrap()), None);
    let other = Aid {
        name: "Autre".to_owned(),
        ..aid(3, (3, 3), (0, None), 1_000)
    };
    let both = [whole[0].clone(), whole[1].clone(), other];
    assert_eq!(aid_of(&both, 3, day), Some(Range::new(3_000.0, 4_500.0, 6_000.0)));
}

#[test]
fn rows_that_contradict_each_other_are_refused() {
    let first = aid(1, (3, 4), (0, Some(249)), 5_000);
    let known = [first.clone()];
    assert!(matches!(
        check_aid(&known, &aid(0, (4, 5), (0, None), 1)),
        Err(FundingRefusal::Overlap { .. })
    ));
    assert_eq!(check_aid(&known, &aid(0, (5, 6), (0, None), 1)), Ok(()));
    assert_eq!(check_aid(&known, &first), Ok(()), "a row is no rival of itself");
    assert!(matches!(
        check_aid(&[], &aid(0, (5, 3), (0, None), 1)),
        Err(FundingRefusal::Levels { .. })
    ));
    assert!(matches!(
        check_aid(&[], &aid(0, (3, 3), (9, Some(1)), 1)),
        Err(FundingRefusal::Sizes { .. })
    ));
    let standing = [npec(1, CAP, None, "2025-01-01", None, 1)];
    let check = |npec: &Npec| check_npec(&standing, npec);
    assert!(matches!(
        check(&npec(0, CAP, None, "2030-01-01", None, 1)),
        Err(FundingRefusal::Overlap { .. })
    ));
    assert_eq!(check(&npec(0, CAP, None, "2024-01-01", Some("2024-12-31"), 1)), Ok(()));
    assert_eq!(check(&npec(0, CAP, Some("54"), "2025-01-01", None, 1)), Ok(()));
    let turned = npec(0, BTS, None, "2025-01-02", Some("2025-01-01"), 1);
    assert!(matches!(check(&turned), Err(FundingRefusal::Days { .. })));
    let mut facts = world();
    facts.funding.envelopes = vec![envelope(1, Funder::Region, 2027, 1, Pays::All)];
    let twin = Envelope {
        id: 0,
        ..facts.funding.envelopes[0].clone()
    };
    assert!(matches!(
        check_envelope(&facts.funding, &twin),
        Err(FundingRefusal::Taken { .. })
    ));
    assert_eq!(check_envelope(&facts.funding, &Envelope { year: 2028, ..twin }), Ok(()));
}

#[test]
fn programmes_are_ranked_by_euros_per_post() {
    let mut facts = two_schools("60");
    facts.sections.push(section(&uai("0590001"), BTS));
    let ranked = |facts: &Facts| {
        let values = values(facts, &gap(facts), &Unattended).unwrap();
        rank(facts, &values)
    };
    let ranking = ranked(&facts);
    assert_eq!(ranking.rentree, 2025);
    let names: Vec<&str> = ranking.lines.iter().map(|line| line.programme.as_str()).collect();
    // Nobody needs technicians: the BTS fills nothing and comes last.
    assert_eq!(names, [CAP, BTS]);
    let cap = &ranking.lines[0];
    assert_eq!(
        (cap.rank, cap.rank_in_diploma, cap.sections, cap.seats),
        (1, 1, 2, Some(24))
    );
    let near = |found: f64, expected: f64| assert!((found - expected).abs() < 1e-3 * expected, "{found} {expected}");
    // By hand: fill 0.9, then 0.8 × 0.5 × 0.8 × 0.5 = 0.16; everybody finds a post; 2 × 10,000 / 0.144.
    near(cap.fill.unwrap().central, 0.9);
    near(cap.yielded.unwrap().central, 0.16);
    near(cap.tension.unwrap().central, 1.0);
    near(cap.posts_per_seat.central, 0.144);
    let euros = cap.euros_per_post.unwrap();
    near(euros.central, 138_889.0);
    assert!(euros.low < euros.central && euros.central < euros.high);
    let product = cap.fill.unwrap().central * cap.yielded.unwrap().central * cap.tension.unwrap().central;
    near(product, cap.posts_per_seat.central);
    assert_eq!((ranking.lines[1].euros_per_post, ranking.lines[1].rank), (None, 2));
    // Without a cost the rank is that of posts per seat, and no figure is made up.
    facts.assumptions = assumptions(&[]);
    let bare = ranked(&facts);
    assert_eq!(bare.lines[0].programme.as_str(), CAP);
    assert!(
        bare.lines
            .iter()
            .all(|line| line.cost.euros.is_none() && line.euros_per_post.is_none())
    );
}

#[test]
fn a_programme_dearer_by_its_own_cost_comes_after() {
    let mut facts = two_schools("60");
    // Technicians wanted too: twice as dear, twice as far down.
    facts
        .survey
        .push(survey("3201", "59", super::world::TECHNICIAN, "60", "", ""));
    facts.sections.push(section(&uai("0590001"), BTS));
    facts.assumptions = assumptions(&[
        (AssumptionKey::SeatCost, "", 10_000.0),
        (AssumptionKey::SeatCost, CAP, 20_000.0),
    ]);
    let values = values(&facts, &gap(&facts), &Unattended).unwrap();
    let names = |facts: &Facts| -> Vec<String> {
        rank(facts, &values)
            .lines
            .iter()
            .map(|line| line.programme.to_string())
            .collect()
    };
    assert_eq!(names(&facts), [BTS, CAP]);
    facts.assumptions = assumptions(&[
        (AssumptionKey::SeatCost, "", 10_000.0),
        (AssumptionKey::SeatCost, BTS, 20_000.0),
    ]);
    assert_eq!(names(&facts), [CAP, BTS]);
}

fn bought(facts: &Facts, euros: u64, pays: Pays) -> Purchase {
    let request = PurchaseRequest {
        base: None,
        euros,
        pays,
        lot: 15,
        workshop: 48,
    };
    buys(facts, &request, &Unattended).unwrap()
}

#[test]
fn a_second_lot_is_worth_what_remains_of_the_shortage() {
    // Need 10 × 0.65 = 6.5; supply 2 × 1.728 = 3.456; 3.044 unfilled. A lot brings 15 × 0.144 = 2.16.
    let facts = two_schools("10");
    let whole = bought(&facts, 10_000_000, Pays::School);
    let posts: Vec<i64> = whole.lots.iter().map(|lot| lot.posts.central.0).collect();
    assert_eq!(posts, [2_160, 884]);
    assert_eq!(whole.lots[1].alone.0, 2_160);
    assert_eq!((whole.posts().central.0, whole.added_up().0), (3_044, 4_320));
    assert!(whole.posts().central <= whole.added_up());
    assert_eq!(whole.stop, Stop::Posts);
    // Fifteen seats, two years, ten thousand euros.
    assert_eq!((whole.lots[0].euros.central, whole.spent()), (300_000.0, 600_000.0));
    let values = values(&facts, &gap(&facts), &Unattended).unwrap();
    let first = values.lines.iter().find(|line| line.uai == whole.lots[0].uai).unwrap();
    assert_eq!(
        whole.lots[0].posts,
        first.lot(15).unwrap().gain,
        "the first lot is worth its seat value"
    );
    for pair in whole.lots.windows(2) {
        assert!(pair[0].posts.central >= pair[1].posts.central);
    }
}

#[test]
fn euros_and_what_they_may_pay_are_kept_to() {
    let facts = two_schools("60");
    let little = bought(&facts, 500_000, Pays::All);
    assert_eq!(
        (little.lots.len(), little.stop, little.spent()),
        (1, Stop::Money, 300_000.0)
    );
    let none = bought(&facts, 10_000_000, Pays::Apprenticeship);
    assert_eq!((none.lots.len(), none.without_cost), (0, 0));
    assert!(bought(&facts, 10_000_000, Pays::Equipment).lots.is_empty());
    // 48 seats more a section: three lots of 15 at each of the two.
    let wide = two_schools("600");
    assert_eq!(bought(&wide, 1_000_000_000, Pays::All).lots.len(), 6);
    let mut unknown = facts;
    unknown.assumptions = assumptions(&[]);
    let nothing = bought(&unknown, 10_000_000, Pays::All);
    assert_eq!((nothing.lots.len(), nothing.without_cost), (0, 2));
}

#[test]
fn seats_that_fill_nothing_are_counted_once() {
    // Need 2 × 0.65 = 1.3; each section alone covers it, both do not go together.
    let facts = two_schools("2");
    let waste = wasted(&facts, None, &Unattended).unwrap();
    let told: Vec<(i64, bool)> = waste
        .lines
        .iter()
        .map(|line| (line.lost.central.0, line.together))
        .collect();
    assert_eq!(told, [(0, true), (0, false)]);
    let (sections, seats, euros, unknown) = waste.together();
    assert_eq!((sections, seats, euros.central, unknown), (1, 12, 240_000.0, 0));
    assert_eq!(waste.looked_at, 2);
    assert!(wasted(&two_schools("60"), None, &Unattended).unwrap().lines.is_empty());
}

#[test]
fn what_is_computed_of_money_stops_when_asked() {
    let facts = two_schools("60");
    let request = PurchaseRequest {
        base: None,
        euros: 10_000_000,
        pays: Pays::All,
        lot: 15,
        workshop: 48,
    };
    assert!(buys(&facts, &request, &Impatient::after(0)).is_err());
    assert!(wasted(&facts, None, &Impatient::after(0)).is_err());
}

fn action(id: i64, route: Route, seats: u32, rentree: u16) -> PlanAction {
    PlanAction {
        id,
        fixed_cost: 50_000,
        ..PlanAction::new(
            ActionKind::Ouverture,
            SectionKey {
                site: Site::Basin("3201".parse().unwrap()),
                programme: CAP.parse().unwrap(),
                route,
            },
            seats,
            rentree,
        )
    }
}

#[test]
fn the_money_of_a_scenario_adds_up() {
    let mut facts = two_schools("60");
    facts.scenarios = vec![Scenario {
        id: 1,
        name: "Essai".to_owned(),
        trajectory: Trajectory::Stable,
        note: String::new(),
        is_decided: false,
        helps: Vec::new(),
        actions: vec![
            action(11, Route::Apprenticeship, 10, 2027),
            PlanAction {
                status: ActionStatus::Refused,
                ..action(12, Route::School, 10, 2027)
            },
        ],
    }];
    facts.funding.envelopes = vec![
        envelope(1, Funder::Region, 2027, 40_000, Pays::All),
        envelope(2, Funder::France2030, 2027, 90_000, Pays::Equipment),
        envelope(3, Funder::TerritoiresIndustrie, 2028, 500_000, Pays::Apprenticeship),
    ];
    let line = |action, envelope, euros| FundingLine {
        action,
        envelope,
        euros,
    };
    facts.funding.lines = vec![
        line(11, 1, 60_000),
        line(11, 2, 30_000),
        line(11, 3, 100_000),
        line(12, 1, 999),
    ];
    facts.funding.npecs = vec![npec(1, CAP, None, "2025-01-01", None, 8_000)];
    facts.funding.aids = vec![Aid {
        to: None,
        ..aid(1, (3, 3), (0, None), 5_000)
    }];
    let outlook = outlook(&facts, &facts.scenarios[0], None, &Unattended).unwrap();
    let funding = scenario_funding(&facts, &outlook);
    let year = |year: u16| funding.years.iter().find(|y| y.year == year).unwrap();
    // 2027: 50,000 of works and 10 seats of one year at 8,000; 2028 on: two years of study.
    let (first, second) = (year(2027), year(2028));
    assert_eq!(
        (first.spent.unwrap().central, second.spent.unwrap().central),
        (130_000.0, 160_000.0)
    );
    assert_eq!(
        (first.envelopes, first.given, first.followed),
        (130_000, 90_000, 30_000)
    );
    assert_eq!(
        (first.uncovered.unwrap().central, second.uncovered.unwrap().central),
        (40_000.0, 60_000.0)
    );
    assert_eq!(
        (year(2029).given, year(2029).uncovered.unwrap().central),
        (0, 160_000.0)
    );
    // Ten seats filled at 0.9: nine contracts a year, five thousand euros each.
    assert_eq!(
        (first.contracts.central.0, first.aid.unwrap().central),
        (9_000, 45_000.0)
    );
    assert_eq!(
        (year(2026).contracts.central.0, year(2026).aid),
        (0, Some(Range::exact(0.0)))
    );
    let uses: Vec<(u64, i64)> = funding.envelopes.iter().map(|used| (used.given, used.left)).collect();
    assert_eq!(uses, [(60_000, -20_000), (30_000, 60_000), (100_000, 400_000)]);
    assert_eq!((funding.given(), funding.followed()), (190_000, 130_000));
    assert!((funding.share_of_given().unwrap() - 130.0 / 190.0).abs() < 1e-12);
    let spent = 130_000.0 + 8.0 * 160_000.0;
    assert!((funding.share_of_spent().unwrap() - 130_000.0 / spent).abs() < 1e-12);
    // A year in which no aid is told has an unknown sum, not 0.
    facts.funding.aids.clear();
    let untold = scenario_funding(&facts, &outlook);
    assert!(
        untold.years.iter().all(|y| y.aid.is_none() == (y.year >= 2027)),
        "{:?}",
        untold.years
    );
    let pays = |envelope| check_line(&facts, line(12, envelope, 1));
    assert!(matches!(pays(3), Err(FundingRefusal::Pays { .. })));
    assert_eq!((pays(1), pays(2)), (Ok(()), Ok(())));
    assert!(matches!(pays(9), Err(FundingRefusal::NoEnvelope { .. })));
    assert!(matches!(
        check_line(&facts, line(13, 1, 1)),
        Err(FundingRefusal::NoAction { .. })
    ));
}

#[test]
fn envelopes_are_the_budget_of_their_year_and_of_those_after() {
    let mut facts = world();
    facts.funding.envelopes = vec![
        envelope(1, Funder::Region, 2027, 100, Pays::All),
        envelope(2, Funder::State, 2027, 50, Pays::School),
        envelope(3, Funder::State, 2027, 70, Pays::Equipment),
        envelope(4, Funder::Opco, 2029, 10, Pays::Apprenticeship),
        envelope(5, Funder::Region, 2029, 30, Pays::School),
    ];
    let told = facts.funding.euros_by_year(Route::School);
    assert_eq!(told, BTreeMap::from([(2027, 150), (2029, 30)]));
    let request = PlanRequest {
        envelopes: Some(told),
        ..PlanRequest::new(2027..=2030)
    };
    let of = |year| request.budget_of(year);
    assert_eq!(
        [2026, 2027, 2028, 2029, 2035].map(of),
        [None, Some(150), Some(150), Some(30), Some(30)]
    );
    let both = PlanRequest {
        budget: Some(100),
        ..request
    };
    assert_eq!(
        [2026, 2027, 2029].map(|year| both.budget_of(year)),
        [Some(100), Some(100), Some(30)]
    );
    assert!(both.has_budget() && !PlanRequest::new(2027..=2030).has_budget());
}
