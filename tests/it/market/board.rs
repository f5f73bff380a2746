//! The board in plans: each means, limit and promise changes what is proposed or foreseen, and nothing is left of it once it is gone.

use std::collections::BTreeSet;

use releve::domain::assumption::{Assumption, AssumptionKey, Assumptions};
use releve::domain::board::{
    Asset, BoardItem, CommitmentStatus, Experiment, Means, NextStep, PartnerCommitment, Pledge, ReviewOutcome,
    Surprise, Touched,
};
use releve::domain::day::Day;
use releve::domain::facts::Facts;
use releve::domain::id::NsfCode;
use releve::domain::programme::Route;
use releve::domain::progress::Unattended;
use releve::domain::scenario::{ActionKind, PlanAction, Scenario, SectionKey, Site};
use releve::domain::units::{Milli, Range};
use releve::market::MarketError;
use releve::market::plan::{
    BoardRefusal, First, Outlook, PlanRequest, Proposal, check_board, optimise, outlook, promised,
};

use super::world::{BACPRO, BTS, CAP, ENGINEER, TECHNICIAN, WELDER, basin, fap, school, section, survey, uai, world};

/// Three schools of one speciality in A and B, welders and technicians to find at A and B; newcomers 60 %, a thousand euros a seat and year.
fn three_schools() -> Facts {
    let mut facts = world();
    facts.survey = vec![
        survey("3201", "59", WELDER, "9", "", ""),
        survey("3202", "59", WELDER, "4", "", ""),
        survey("3202", "59", TECHNICIAN, "30", "", ""),
    ];
    facts.establishments = vec![
        school("0590001", "3201"),
        school("0590002", "3202"),
        school("0590003", "3202"),
    ];
    facts.sections = vec![
        section(&uai("0590001"), CAP),
        section(&uai("0590002"), BACPRO),
        section(&uai("0590003"), BTS),
    ];
    for programme in &mut facts.catalogue.programmes {
        programme.nsf = NsfCode::parse("254s").ok();
    }
    for (key, value) in [
        (AssumptionKey::Newcomers, 0.6),
        (AssumptionKey::SeatCost, 1_000.0),
        (AssumptionKey::OpeningCost, 0.0),
    ] {
        suppose(&mut facts, key, value);
    }
    facts.scenarios = vec![scenario(vec![])];
    facts
}

fn suppose(facts: &mut Facts, key: AssumptionKey, value: f64) {
    let others = facts.assumptions.iter().filter(|a| a.key != key).cloned();
    let told = Assumption {
        key,
        scope: String::new(),
        value: Range::exact(value),
        source: "essai".to_owned(),
        edited: true,
    };
    facts.assumptions = Assumptions::new(others.chain([told]).collect());
}

fn scenario(actions: Vec<PlanAction>) -> Scenario {
    Scenario {
        id: 1,
        actions,
        ..Scenario::new("Essai".to_owned())
    }
}

fn action(site: Site, programme: &str, route: Route, seats: u32) -> PlanAction {
    PlanAction {
        id: 3,
        ..PlanAction::new(
            ActionKind::Ouverture,
            SectionKey {
                site,
                programme: programme.parse().unwrap(),
                route,
            },
            seats,
            2027,
        )
    }
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn at(digits: &str) -> Site {
    Site::Establishment(uai(digits).parse().unwrap())
}

fn have(facts: &mut Facts, asset: Asset) {
    facts.board.means.push(Means {
        id: 1,
        asset,
        name: String::new(),
    });
}

fn workshop(digits: &str, nsf: &str, seats: u32) -> Asset {
    Asset::Workshop {
        uai: uai(digits).parse().unwrap(),
        nsf: nsf.parse().unwrap(),
        seats,
    }
}

fn promise(facts: &mut Facts, pledge: Pledge, status: CommitmentStatus) {
    facts.board.commitments.push(PartnerCommitment {
        id: 1,
        who: "Forge inventée".to_owned(),
        pledge,
        made_on: day("2026-01-15"),
        due: day("2026-12-31"),
        condition: String::new(),
        status,
    });
}

fn request() -> PlanRequest {
    PlanRequest::new(2027..=2035)
}

fn proposed(facts: &Facts, request: &PlanRequest) -> Proposal {
    optimise(facts, &facts.scenarios[0], request, &Unattended).unwrap()
}

fn seen(facts: &Facts) -> Outlook {
    outlook(facts, &facts.scenarios[0], None, &Unattended).unwrap()
}

/// Seats that a plan opens at a place.
fn opened(plan: &Proposal, place: &Site) -> u32 {
    let there = plan.actions.iter().filter(|p| p.action.section.site == *place);
    let more = there.filter(|p| p.action.kind.sign() > 0);
    more.map(|p| p.action.seats).sum()
}

fn has_note(outlook: &Outlook, key: &str) -> bool {
    outlook.notes.iter().any(|note| note.key == key)
}

#[test]
fn workshops_of_the_board_replace_the_usual_limit_of_their_establishment() {
    let mut facts = three_schools();
    let free = opened(&proposed(&facts, &request()), &at("0590003"));
    assert!(free >= 15, "{free}");
    have(&mut facts, workshop("0590003", "254", 0));
    assert_eq!(opened(&proposed(&facts, &request()), &at("0590003")), 0);
    let hours = Pledge::Hours {
        uai: uai("0590003").parse().unwrap(),
        seats: 15,
    };
    promise(&mut facts, hours, CommitmentStatus::Expected);
    assert_eq!(opened(&proposed(&facts, &request()), &at("0590003")), 0);
    facts.board.commitments[0].status = CommitmentStatus::Held;
    assert_eq!(opened(&proposed(&facts, &request()), &at("0590003")), 15);
}

#[test]
fn a_workshop_makes_openings_of_its_speciality_possible_where_none_was() {
    let mut facts = three_schools();
    facts.sections.truncate(2);
    let bts = facts.catalogue.programmes.iter_mut().find(|p| p.id.as_str() == BTS);
    bts.unwrap().nsf = NsfCode::parse("255s").ok();
    let opens_it = |facts: &Facts| {
        let plan = proposed(facts, &request());
        plan.actions.iter().any(|p| p.action.section.programme.as_str() == BTS)
    };
    assert!(!opens_it(&facts));
    have(&mut facts, workshop("0590003", "255", 24));
    assert!(opens_it(&facts));
}

#[test]
fn a_plan_opens_no_more_seats_than_trainers_take() {
    let mut facts = three_schools();
    let trainers = |site| Asset::Trainers {
        site,
        posts: 0.5,
        seats_each: 24,
    };
    have(&mut facts, trainers(at("0590003")));
    assert_eq!(opened(&proposed(&facts, &request()), &at("0590003")), 0);
    // Those of the basin come beside; its other school has room for a lot of twelve, no more.
    facts.board.means[0].asset = trainers(Site::Basin(basin("3202")));
    let plan = proposed(&facts, &request());
    assert!(opened(&plan, &at("0590003")) + opened(&plan, &at("0590002")) <= 12);
    facts.board.means.clear();
    let plan = proposed(&facts, &request());
    assert!(opened(&plan, &at("0590003")) + opened(&plan, &at("0590002")) > 12);
}

#[test]
fn a_scenario_beyond_its_means_is_told_and_leaves_no_seat_more() {
    let mut facts = three_schools();
    facts.scenarios = vec![scenario(vec![action(at("0590001"), BACPRO, Route::School, 24)])];
    assert!(!has_note(&seen(&facts), "market-plan-note-ceiling"));
    have(&mut facts, workshop("0590001", "254", 12));
    assert!(has_note(&seen(&facts), "market-plan-note-ceiling"));
    assert_eq!(opened(&proposed(&facts, &request()), &at("0590001")), 0);
}

#[test]
fn what_the_territory_is_known_for_comes_first_where_a_plan_follows_the_board() {
    let one = |first: First| PlanRequest {
        openings: Some(1),
        closings: Some(0),
        first,
        ..request()
    };
    let mut facts = three_schools();
    facts.survey = vec![
        survey("3201", "59", WELDER, "9", "", ""),
        survey("3202", "59", TECHNICIAN, "9", "", ""),
    ];
    // Nobody leads to both occupations: a CAP to welders, a BTS to technicians.
    facts.sections.remove(1);
    let bacpro = facts.catalogue.programmes.iter_mut().find(|p| p.id.as_str() == BACPRO);
    bacpro.unwrap().nsf = None;
    let followed = |asset: Option<Asset>| {
        let mut facts = facts.clone();
        if let Some(asset) = asset {
            have(&mut facts, asset);
        }
        let first = First::default().with_board(&facts.board);
        let plan = proposed(&facts, &one(first));
        plan.actions[0].action.section.programme.to_string()
    };
    let plain = followed(None);
    let cells = [("3201", WELDER), ("3202", TECHNICIAN)];
    let by_heritage = cells.map(|(at, what)| {
        followed(Some(Asset::Heritage {
            basin: basin(at),
            fap: fap(what),
        }))
    });
    assert_ne!(by_heritage[0], by_heritage[1], "{plain}");
    let basins = |code| BTreeSet::from([basin(code)]);
    let by_basin = ["3201", "3202"].map(|code| followed(Some(Asset::TerritoireIndustrie { basins: basins(code) })));
    assert_eq!(by_basin, by_heritage);
    let by_campus = ["3201", "3202"].map(|code| followed(Some(Asset::Campus { basins: basins(code) })));
    assert_eq!(by_campus, by_heritage);
}

#[test]
fn money_held_adds_to_the_budget_of_its_year_and_money_expected_does_not() {
    let mut facts = three_schools();
    let asked = PlanRequest {
        budget: Some(20_000),
        ..request()
    };
    let without = proposed(&facts, &asked).planned;
    for year in 2026..=2035 {
        let money = Pledge::Money { euros: 60_000, year };
        promise(&mut facts, money, CommitmentStatus::Expected);
    }
    assert_eq!(proposed(&facts, &asked).planned, without);
    assert_eq!(promised(&facts.board)[&2027], Range::new(0, 0, 60_000));
    for told in &mut facts.board.commitments {
        told.status = CommitmentStatus::Held;
    }
    assert!(proposed(&facts, &asked).planned > without);
    assert_eq!(promised(&facts.board)[&2027], Range::exact(60_000));
    for told in &mut facts.board.commitments {
        told.status = CommitmentStatus::Broken;
    }
    assert_eq!(proposed(&facts, &asked).planned, without);
}

#[test]
fn posts_promised_are_declared_from_their_year_on_and_only_expected_ones_at_the_high_end() {
    let mut facts = three_schools();
    let need = |facts: &Facts, year: u16| {
        let found = seen(facts);
        found.years.iter().find(|y| y.year == year).unwrap().reference.need
    };
    let before = need(&facts, 2030);
    let posts = Pledge::Posts {
        fap: fap(WELDER),
        basin: basin("3203"),
        posts: 9,
        from: 2030,
    };
    promise(&mut facts, posts, CommitmentStatus::Held);
    let nine = Milli(9_000);
    assert_eq!(need(&facts, 2029), before);
    for year in [2030, 2035] {
        let with = need(&facts, year);
        assert_eq!(
            with,
            Range::new(before.low + nine, before.central + nine, before.high + nine)
        );
    }
    facts.board.commitments[0].status = CommitmentStatus::Expected;
    let with = need(&facts, 2030);
    assert_eq!(with, Range::new(before.low, before.central, before.high + nine));
    facts.board.commitments[0].status = CommitmentStatus::Lifted;
    assert_eq!(need(&facts, 2030), before);
}

#[test]
fn apprenticeship_places_promised_are_all_filled_with_newcomers() {
    let mut facts = three_schools();
    suppose(&mut facts, AssumptionKey::Newcomers, 0.5);
    facts.sections = ["0590001", "0590002"].map(|digits| section(&uai(digits), CAP)).to_vec();
    let opening = action(at("0590003"), CAP, Route::Apprenticeship, 12);
    facts.scenarios = vec![scenario(vec![opening])];
    let entrants = |facts: &Facts| {
        let found = seen(facts);
        let moved = &found.actions[0].moves[0];
        let taken: i64 = moved.displaced.iter().map(|d| d.entrants.0).sum();
        (
            moved.cohorts[0].entrants().0,
            moved.cohorts[1].entrants().0,
            moved.cohorts[2].entrants().0,
            taken,
        )
    };
    // 12 × 0.9 = 10.8, half of them from the two sections in reach.
    assert_eq!(entrants(&facts), (10_800, 10_800, 10_800, 5_400));
    let places = Pledge::Places {
        programme: CAP.parse().unwrap(),
        site: Site::Basin(basin("3202")),
        places: 8,
        from: 2027,
    };
    promise(&mut facts, places, CommitmentStatus::Held);
    // Eight are sure; the other four at 0.9: 3.6, half of them from elsewhere.
    assert_eq!(entrants(&facts), (11_600, 11_600, 11_600, 1_800));
    facts.board.commitments[0].status = CommitmentStatus::Expected;
    assert_eq!(entrants(&facts), (10_800, 10_800, 11_600, 5_400));
    // More places than seats fill the seats, no more; a promise that begins later than the action counts for nothing.
    let Pledge::Places { places, from, .. } = &mut facts.board.commitments[0].pledge else {
        panic!("places");
    };
    (*places, *from) = (40, 2027);
    facts.board.commitments[0].status = CommitmentStatus::Held;
    assert_eq!(entrants(&facts).1, 12_000);
    let Pledge::Places { from, .. } = &mut facts.board.commitments[0].pledge else {
        panic!("places");
    };
    *from = 2028;
    assert_eq!(entrants(&facts), (10_800, 10_800, 10_800, 5_400));
}

fn experiment(facts: &mut Facts, loss: u32) {
    facts.board.experiments = vec![Experiment {
        id: 1,
        scenario: 1,
        affordable_loss: loss,
        review_on: day("2029-06-30"),
    }];
}

/// Euros spent, net, until the rentrée of 2028, the last before the review.
fn spent(facts: &Facts, plan: &Proposal) -> f64 {
    let actions = plan.actions.iter().map(|p| p.action.clone()).collect();
    let found = outlook(facts, &scenario(actions), None, &Unattended).unwrap();
    let years = found.years.iter().filter(|y| y.year <= 2028);
    years.map(|y| y.spent.unwrap().central).sum()
}

#[test]
fn an_experiment_spends_no_more_than_its_affordable_loss_until_its_review() {
    let mut facts = three_schools();
    let free = proposed(&facts, &request());
    assert!(spent(&facts, &free) > 50_000.0);
    let mut last = Milli::ZERO;
    for loss in [0, 50_000] {
        experiment(&mut facts, loss);
        let plan = proposed(&facts, &request());
        assert!(spent(&facts, &plan) <= f64::from(loss), "{loss}");
        assert!(plan.planned < free.planned && plan.planned >= last);
        last = plan.planned;
    }
    // Nothing can be promised of euros that nobody knows.
    suppose(&mut facts, AssumptionKey::SeatCost, 1_000.0);
    let known = facts.assumptions.iter().filter(|a| a.key != AssumptionKey::SeatCost);
    facts.assumptions = Assumptions::new(known.cloned().collect());
    let found = optimise(&facts, &facts.scenarios[0], &request(), &Unattended);
    assert!(matches!(found, Err(MarketError::NoCost { .. })));
}

#[test]
fn a_scenario_is_told_beside_its_affordable_loss() {
    let mut facts = three_schools();
    facts.scenarios = vec![scenario(vec![action(at("0590001"), BACPRO, Route::School, 24)])];
    let told = |facts: &Facts| {
        let notes = seen(facts).notes;
        let of_loss = notes.iter().find(|note| note.key.starts_with("market-plan-note-loss"));
        of_loss.map(|note| note.key.to_string())
    };
    assert_eq!(told(&facts), None);
    // 24 seats × 1,000: one year of study in 2027, two in 2028: 72,000.
    for (loss, key) in [(72_000, "within"), (71_999, "passed")] {
        experiment(&mut facts, loss);
        assert_eq!(told(&facts), Some(format!("market-plan-note-loss-{key}")));
    }
    let known = facts.assumptions.iter().filter(|a| a.key != AssumptionKey::SeatCost);
    facts.assumptions = Assumptions::new(known.cloned().collect());
    assert_eq!(told(&facts).as_deref(), Some("market-plan-note-loss-unknown"));
    experiment(&mut facts, 10);
    let alone = optimise(&facts, &facts.scenarios[0], &request(), &Unattended);
    assert!(matches!(alone, Err(MarketError::NoCost { .. })));
}

#[test]
fn what_cannot_be_on_the_board_is_refused_with_its_reason() {
    let mut facts = three_schools();
    facts.scenarios = vec![scenario(vec![action(at("0590001"), BACPRO, Route::School, 24)])];
    let of = |item: BoardItem| check_board(&facts, &item).err();
    let means = |asset| {
        BoardItem::Means(Means {
            id: 0,
            asset,
            name: String::new(),
        })
    };
    assert_eq!(of(means(workshop("0590001", "254", 12))), None);
    let abroad = BoardRefusal::NoSite {
        site: "2801".to_owned(),
    };
    let campus = |code: &str| Asset::Campus {
        basins: BTreeSet::from([basin(code)]),
    };
    assert_eq!(of(means(campus("2801"))), Some(abroad));
    let engineer = Asset::Heritage {
        basin: basin("3201"),
        fap: fap(ENGINEER),
    };
    assert_eq!(
        of(means(engineer)),
        Some(BoardRefusal::NoOccupation { fap: fap(ENGINEER) })
    );
    let idle = Asset::Trainers {
        site: at("0590001"),
        posts: f64::NAN,
        seats_each: 12,
    };
    assert_eq!(of(means(idle)), Some(BoardRefusal::Nothing { field: "posts" }));
    let mut told = PartnerCommitment {
        id: 0,
        who: " ".to_owned(),
        pledge: Pledge::Money { euros: 10, year: 2027 },
        made_on: day("2026-02-01"),
        due: day("2026-01-31"),
        condition: String::new(),
        status: CommitmentStatus::Expected,
    };
    assert_eq!(
        of(BoardItem::Commitment(told.clone())),
        Some(BoardRefusal::Empty { field: "who" })
    );
    told.who = "Région".to_owned();
    assert_eq!(of(BoardItem::Commitment(told)), Some(BoardRefusal::DueBefore));
    let review = ReviewOutcome {
        id: 0,
        action: 3,
        rentree: 2027,
        entrants: Some(20),
        final_year: Some(21),
        leavers: None,
        graduates: None,
        in_field: None,
        posts: None,
        source: String::new(),
    };
    let stage = BoardRefusal::Stage {
        stage: "final-year",
        before: "entrants",
    };
    assert_eq!(of(BoardItem::Review(review.clone())), Some(stage));
    let early = ReviewOutcome {
        final_year: None,
        rentree: 2026,
        ..review
    };
    let first = BoardRefusal::Rentree {
        rentree: 2026,
        first: 2027,
    };
    assert_eq!(of(BoardItem::Review(early.clone())), Some(first));
    let lost = ReviewOutcome { action: 9, ..early };
    assert_eq!(of(BoardItem::Review(lost)), Some(BoardRefusal::NoAction { action: 9 }));
    let unknown = Experiment {
        id: 0,
        scenario: 8,
        affordable_loss: 1,
        review_on: day("2028-01-01"),
    };
    assert_eq!(
        of(BoardItem::Experiment(unknown)),
        Some(BoardRefusal::NoScenario { scenario: 8 })
    );
    let silent = Surprise {
        id: 0,
        noted_on: day("2026-01-01"),
        text: String::new(),
        touches: Touched::Territory,
        decision: String::new(),
    };
    assert_eq!(
        of(BoardItem::Surprise(silent)),
        Some(BoardRefusal::Empty { field: "text" })
    );
    let step = NextStep {
        id: 0,
        what: String::new(),
        who: String::new(),
        due: day("2026-01-01"),
        done_on: None,
    };
    assert_eq!(of(BoardItem::Step(step)), Some(BoardRefusal::Empty { field: "what" }));
}
