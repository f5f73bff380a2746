//! Causes on paper: each alone, two together, residuals, and what must hold whatever the figures.

use std::collections::BTreeMap;
use std::sync::Mutex;

use releve::domain::assumption::AssumptionKey;
use releve::domain::cause::{Cause, Coalition};
use releve::domain::facts::Facts;
use releve::domain::id::RomeCode;
use releve::domain::occupation::{CrosswalkLine, Occupation, ProximityKind, RomeProximity};
use releve::domain::programme::Route;
use releve::domain::progress::{Progress, Unattended};
use releve::domain::units::Milli;
use releve::market::causes::{Breakdown, CauseShare, CauseValues, Causes};
use releve::market::gap::{Grouping, RowKey};
use releve::market::{MarketError, causes};

use super::world::{
    BACPRO, CAP, TECHNICIAN, WELDER, assumptions, basin, fap, gap, outcome, school, section, survey, two_zones, uai,
    world,
};

use AssumptionKey::{DiplomaRate, FillRate, FurtherStudy, Retention, StaysInField};

const PAINTER: &str = "E1X40";

/// Everyone of the twelve seats of a CAP at A enters the field, but for the given rates.
fn twelve_seats(rates: &[(AssumptionKey, f64)]) -> Facts {
    let mut facts = world();
    let all = [
        (FillRate, 1.0),
        (Retention, 1.0),
        (FurtherStudy, 0.0),
        (DiplomaRate, 1.0),
        (StaysInField, 1.0),
    ];
    let changes: Vec<_> = all.iter().chain(rates).map(|(key, value)| (*key, "", *value)).collect();
    facts.assumptions = assumptions(&changes);
    facts.establishments = vec![school("0590001", "3201")];
    facts.sections = vec![section(&uai("0590001"), CAP)];
    facts
}

/// Projects of an occupation in a basin: the need is 0.65 of them.
fn wanted(facts: &mut Facts, place: &str, department: &str, occupation: &str, projects: &str) {
    facts
        .survey
        .push(survey(place, department, occupation, projects, "", "0"));
}

fn explained(facts: &Facts) -> Causes {
    causes(facts, &gap(facts), &Unattended).unwrap()
}

fn total(facts: &Facts) -> Breakdown {
    explained(facts).row(&RowKey::Total, facts).breakdown()
}

/// Shares in thousandths by cause, those of zero left out; then absence and insuffisance.
fn parts(found: &Breakdown) -> (Vec<(Cause, i64)>, [i64; 2]) {
    let shares = found.shares.iter().filter(|s| s.numerator != 0);
    let shares = shares.map(|s| (s.cause, s.posts.0)).collect();
    (shares, [found.no_training.0, found.not_enough.0])
}

#[test]
fn each_cause_of_supply_alone_accounts_for_all_it_takes() {
    // Six of twelve people are left by the rate; need is 10.4 posts.
    let cases = [
        (FurtherStudy, Cause::FurtherStudy),
        (StaysInField, Cause::Evaporation),
        (Retention, Cause::Failure),
        (DiplomaRate, Cause::Failure),
        (FillRate, Cause::VacantSeats),
    ];
    for (rate, cause) in cases {
        let mut facts = twelve_seats(&[(rate, 0.5)]);
        wanted(&mut facts, "3201", "59", WELDER, "16");
        assert_eq!(parts(&total(&facts)), (vec![(cause, 4400)], [0, 0]), "{rate:?}");
    }
}

#[test]
fn vacant_seats_are_those_above_observed_entrants() {
    let mut facts = twelve_seats(&[]);
    wanted(&mut facts, "3201", "59", WELDER, "16");
    facts.sections[0].entrants = Some(6);
    assert_eq!(parts(&total(&facts)), (vec![(Cause::VacantSeats, 4400)], [0, 0]));
    // More entrants than seats: none is vacant, and nobody is turned away.
    (facts.sections[0].seats, facts.sections[0].entrants) = (Some(3), Some(6));
    assert_eq!(parts(&total(&facts)), (vec![], [0, 4400]));
}

#[test]
fn distance_accounts_for_posts_beyond_the_radius() {
    let mut facts = twelve_seats(&[]);
    wanted(&mut facts, "3203", "62", WELDER, "10");
    assert_eq!(parts(&total(&facts)), (vec![(Cause::Distance, 6500)], [0, 0]));
}

#[test]
fn a_level_that_the_occupation_does_not_accept_is_a_cause() {
    // A CAP leads to technicians at no level they accept: its people take part only where that cause is removed.
    let mut facts = twelve_seats(&[]);
    wanted(&mut facts, "3201", "59", TECHNICIAN, "10");
    assert_eq!(parts(&total(&facts)), (vec![(Cause::Level, 6500)], [0, 0]));
    // So too where welders ask for level 4 alone: the programme is then without outlet, and the gap knows nobody.
    let mut facts = twelve_seats(&[]);
    wanted(&mut facts, "3201", "59", WELDER, "10");
    facts.catalogue.occupations[1].typical_levels = vec![4];
    let found = gap(&facts);
    assert_eq!((found.supplies.len(), found.funnel.in_field.central), (0, Milli(0)));
    assert!(
        found.notes.iter().any(|n| n.key == "market-note-no-home-supply"),
        "{:?}",
        found.notes
    );
    assert_eq!(parts(&total(&facts)), (vec![(Cause::Level, 6500)], [0, 0]));
}

/// Adds painters, who come by another ROME code, and says how it relates to that of all programmes.
fn painters(facts: &mut Facts, from: &str, to: &str, kind: ProximityKind) {
    let rome = |code: &str| RomeCode::parse(code).unwrap();
    let painter = Occupation {
        code: fap(PAINTER),
        ..facts.catalogue.occupations[1].clone()
    };
    facts.catalogue.occupations.insert(3, painter);
    let line = CrosswalkLine {
        rome: rome("H3404"),
        fap: fap(PAINTER),
        ..facts.catalogue.crosswalk[1].clone()
    };
    facts.catalogue.crosswalk.push(line);
    let (from, to) = (rome(from), rome(to));
    facts.catalogue.proximities.push(RomeProximity { from, to, kind });
    wanted(facts, "3201", "59", PAINTER, "10");
}

#[test]
fn a_close_occupation_is_a_cause_in_its_direction_only() {
    use ProximityKind::{Evolution, Near};
    let cases = [
        ("H2901", "H3404", Near, (vec![(Cause::Adjacent, 6500)], [0, 0])),
        ("H2901", "H3404", Evolution, (vec![], [6500, 0])),
        ("H3404", "H2901", Near, (vec![], [6500, 0])),
    ];
    for (from, to, kind, expected) in cases {
        let mut facts = twelve_seats(&[]);
        painters(&mut facts, from, to, kind);
        assert_eq!(parts(&total(&facts)), expected, "{from} {to} {kind:?}");
    }
    // At a level painters do not accept, both causes must go together: they share equally.
    let mut facts = twelve_seats(&[]);
    painters(&mut facts, "H2901", "H3404", Near);
    facts.catalogue.occupations[3].typical_levels = vec![4];
    let expected = vec![(Cause::Level, 3250), (Cause::Adjacent, 3250)];
    assert_eq!(parts(&total(&facts)), (expected, [0, 0]));
}

#[test]
fn two_causes_share_what_they_take_together_and_their_order_makes_the_range() {
    // 3 of 12 people are left, 6 with either cause removed, 12 with both; need 10.4.
    let mut facts = twelve_seats(&[(FurtherStudy, 0.5), (StaysInField, 0.5)]);
    wanted(&mut facts, "3201", "59", WELDER, "16");
    let found = total(&facts);
    let expected = vec![(Cause::FurtherStudy, 3700), (Cause::Evaporation, 3700)];
    assert_eq!(parts(&found), (expected, [0, 0]));
    assert_eq!(
        (found.shares[0].least, found.shares[0].most),
        (Milli(3000), Milli(4400))
    );
    let steps = explained(&facts).row(&RowKey::Total, &facts).waterfall();
    let after: Vec<i64> = steps.iter().map(|s| s.after.0).collect();
    assert_eq!((steps[0].before, after), (Milli(7400), vec![4400, 0, 0, 0, 0, 0, 0]));
}

#[test]
fn what_no_cause_explains_is_absence_or_insuffisance() {
    let mut facts = twelve_seats(&[]);
    wanted(&mut facts, "3201", "59", WELDER, "32");
    assert_eq!(parts(&total(&facts)), (vec![], [0, 8800]));
    // Nobody is trained for anything.
    facts.sections.clear();
    assert_eq!(parts(&total(&facts)), (vec![], [20_800, 0]));
}

/// Home and context, spread headcounts, stars and shortage everywhere: nothing is round.
fn rough() -> Facts {
    let mut facts = world();
    for (place, department) in [("2801", "76"), ("3201", "59"), ("3202", "59"), ("3203", "62")] {
        for (occupation, projects) in [(WELDER, "37"), (TECHNICIAN, "23")] {
            wanted(&mut facts, place, department, occupation, projects);
        }
    }
    painters(&mut facts, "H2901", "H3404", ProximityKind::Near);
    facts.establishments = vec![
        school("0590001", "3201"),
        school("0760001", "2801"),
        school("0620001", "3203"),
    ];
    let mut entered = section(&uai("0620001"), CAP);
    entered.entrants = Some(7);
    facts.sections = vec![section(&uai("0590001"), CAP), section(&uai("0760001"), BACPRO), entered];
    facts.outcomes = vec![
        outcome(CAP, Route::Apprenticeship, 61, 17),
        outcome(BACPRO, Route::Apprenticeship, 47, 29),
    ];
    facts.communes = two_zones(5, 2);
    facts
}

#[test]
fn nothing_removed_is_what_the_gap_shows() {
    let facts = rough();
    let (shown, found) = (gap(&facts), explained(&facts));
    assert_eq!(found.revision, 7);
    let needy = shown.cells.iter().filter(|c| c.figures.need.central > Milli(0));
    let cells: Vec<_> = needy.map(|c| (&c.basin, &c.fap, c.figures.unfilled.central)).collect();
    let explained: Vec<_> = found
        .cells
        .iter()
        .map(|c| (&c.basin, &c.fap, c.values.unfilled(Coalition::NONE)))
        .collect();
    assert_eq!(explained, cells);
    for grouping in [Grouping::Zone, Grouping::Department, Grouping::Occupation] {
        let rows = found.rows(grouping, &facts);
        for row in shown.rows(grouping, &facts) {
            let values = rows.get(&row.key).cloned().unwrap_or_default();
            assert_eq!(
                values.unfilled(Coalition::NONE),
                row.figures.unfilled.central,
                "{:?}",
                row.key
            );
        }
    }
}

#[test]
fn every_grouping_adds_up_to_the_total_as_exact_fractions() {
    let facts = rough();
    let found = explained(&facts);
    let whole = found.row(&RowKey::Total, &facts).breakdown();
    assert!(
        whole
            .shares
            .iter()
            .filter(|s| s.numerator % CauseShare::DENOMINATOR != 0)
            .count()
            > 1,
        "too round: {whole:?}"
    );
    use Grouping::{Basin, Cell, Department, Domain, Occupation, Region, Skill, Total, Zone};
    for grouping in [Total, Region, Department, Zone, Basin, Domain, Skill, Occupation, Cell] {
        let rows: BTreeMap<RowKey, CauseValues> = found.rows(grouping, &facts);
        let lines: Vec<Breakdown> = rows.values().map(CauseValues::breakdown).collect();
        for (i, share) in whole.shares.iter().enumerate() {
            assert_eq!(
                lines.iter().map(|l| l.shares[i].numerator).sum::<i128>(),
                share.numerator,
                "{grouping:?}"
            );
        }
        let residual = |b: &Breakdown| b.no_training + b.not_enough;
        assert_eq!(
            lines.iter().map(residual).sum::<Milli>(),
            residual(&whole),
            "{grouping:?}"
        );
        for line in lines.iter().chain([&whole]) {
            let exact: i128 = line.shares.iter().map(|s| s.numerator).sum();
            let explained = line.unfilled - residual(line);
            assert_eq!(exact, CauseShare::DENOMINATOR * i128::from(explained.0));
            assert_eq!(line.shares.iter().map(|s| s.posts).sum::<Milli>(), explained);
            assert_eq!(line.whole_posts().iter().sum::<i64>(), (line.unfilled.0 + 500) / 1000);
        }
    }
    assert_eq!(found.rows(Zone, &facts).len(), 2);
}

#[test]
fn removing_one_more_cause_never_leaves_more_posts_unfilled() {
    let facts = rough();
    let whole = explained(&facts).row(&RowKey::Total, &facts);
    for removed in Coalition::all() {
        for cause in Cause::ALL {
            let (before, after) = (whole.unfilled(removed), whole.unfilled(removed.with(cause)));
            assert!(after <= before, "{removed:?} {cause:?}: {before:?} {after:?}");
        }
    }
    assert!(whole.unfilled(Coalition::FULL) < whole.unfilled(Coalition::NONE));
}

#[test]
fn a_share_lies_between_the_least_and_the_most_of_its_cause() {
    let facts = rough();
    for cell in &explained(&facts).cells {
        for share in cell.values.breakdown().shares {
            let bound = |posts: Milli| i128::from(posts.0) * CauseShare::DENOMINATOR;
            assert!(
                bound(share.least) <= share.numerator && share.numerator <= bound(share.most),
                "{share:?}"
            );
        }
    }
}

/// Remembers what it hears, and asks to stop after so many steps.
struct Heard {
    steps: Mutex<Vec<(u64, u64)>>,
    stop_after: usize,
}

impl Progress for Heard {
    fn report(&self, done: u64, total: u64) {
        self.steps.lock().unwrap().push((done, total));
    }

    fn is_cancelled(&self) -> bool {
        self.steps.lock().unwrap().len() >= self.stop_after
    }
}

#[test]
fn the_same_facts_give_the_same_causes_in_128_steps_that_can_be_stopped() {
    let facts = rough();
    let shown = gap(&facts);
    let run = |stop_after| {
        let heard = Heard {
            steps: Mutex::default(),
            stop_after,
        };
        (causes(&facts, &shown, &heard), heard.steps.into_inner().unwrap())
    };
    let (found, mut steps) = run(usize::MAX);
    steps.sort_unstable();
    assert_eq!(found.unwrap(), explained(&facts));
    assert_eq!(steps, (1..=128).map(|n| (n, 128)).collect::<Vec<_>>());
    for stop_after in [0, 40] {
        let (stopped, steps) = run(stop_after);
        assert!(matches!(stopped, Err(MarketError::Cancelled)), "{stopped:?}");
        assert!(steps.len() < 128);
    }
}

#[test]
fn an_empty_file_has_nothing_to_explain() {
    let facts = world();
    let found = explained(&facts);
    assert!(found.cells.is_empty());
    assert_eq!(found.row(&RowKey::Total, &facts).breakdown().whole_posts(), [0; 9]);
    assert!(found.cell(&basin("3201"), &fap(WELDER)).is_none());
}
