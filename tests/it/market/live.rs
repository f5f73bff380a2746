//! What-ifs while dragging: the interval holds the exact figure, and what settles is what a whole computation gives.

use releve::app::{NewTerritory, Session};
use releve::domain::assumption::{Assumption, AssumptionKey, Assumptions};
use releve::domain::demand::{Commitment, Need};
use releve::domain::facts::Facts;
use releve::domain::id::{ProgrammeId, Uai};
use releve::domain::programme::Route;
use releve::domain::progress::Unattended;
use releve::domain::units::{Milli, Range};
use releve::market::gap::Gap;
use releve::market::live::{Edit, Live};
use releve::market::{MarketError, Request};

use crate::dice::Dice;
use crate::impatient::Impatient;

use super::world::{
    BACPRO, BTS, CAP, TECHNICIAN, WELDER, assumptions, basin, fap, gap, school, section, survey, uai, world,
};

const SCHOOLS: [(&str, &str, &str); 6] = [
    ("0590001", "3201", CAP),
    ("0590002", "3202", BACPRO),
    ("0590003", "3203", CAP),
    ("0590004", "3201", BTS),
    ("0760001", "2801", BACPRO),
    ("0590005", "3202", CAP),
];

/// Six schools of 100 seats and needs of two occupations in four basins. Five rates of one decimal, without range: 100 seats are a whole number of
/// thousandths of people, so that more seats written in the file round as `n · g` does.
fn region() -> Facts {
    let mut facts = world();
    facts.assumptions = assumptions(&[(AssumptionKey::StaysInField, "", 0.5)]);
    for (number, (code, department)) in [("2801", "76"), ("3201", "59"), ("3202", "59"), ("3203", "62")]
        .into_iter()
        .enumerate()
    {
        facts
            .survey
            .push(survey(code, department, WELDER, &(3 + number).to_string(), "", "*"));
        facts
            .survey
            .push(survey(code, department, TECHNICIAN, &(5 - number).to_string(), "", ""));
    }
    facts.establishments = SCHOOLS.map(|(school_code, at, _)| school(school_code, at)).to_vec();
    facts.sections = SCHOOLS.map(|(code, _, cfd)| section(&uai(code), cfd)).to_vec();
    for section in &mut facts.sections {
        section.seats = Some(100);
    }
    facts
}

fn assumption(key: AssumptionKey, scope: &str, value: f64) -> Edit {
    Edit::Assumption(Assumption {
        key,
        scope: scope.to_owned(),
        value: Range::exact(value),
        source: "essai".to_owned(),
        edited: true,
    })
}

/// An edit and the same written in the facts.
fn draw(dice: &mut Dice, facts: &mut Facts) -> Edit {
    use AssumptionKey as K;
    let rate = 0.2 + 0.1 * f64::from(u32::try_from(dice.below(7)).unwrap());
    let edit = match dice.below(8) {
        0 => assumption(K::FillRate, "", rate),
        1 => assumption(K::StaysInField, "", rate),
        2 => assumption(K::Beta, "technicien_am", rate),
        3 => assumption(K::FurtherStudy, "Bac pro", rate),
        4 => assumption(K::RadiusKm, "4", [20.0, 30.0, 60.0][dice.index(3)]),
        5 => assumption(K::DiplomaRate, "CAP", 0.0),
        6 => return need(dice, facts),
        _ => return seats(dice, facts),
    };
    if let Edit::Assumption(changed) = &edit {
        let mut list: Vec<Assumption> = facts.assumptions.iter().cloned().collect();
        list.retain(|a| (a.key, &a.scope) != (changed.key, &changed.scope));
        list.push(changed.clone());
        facts.assumptions = Assumptions::new(list);
    }
    edit
}

fn seats(dice: &mut Dice, facts: &mut Facts) -> Edit {
    // Multiples of four: never half a thousandth, which two orders of the same product may round apart.
    let (number, more) = (dice.index(6), 4 * u32::try_from(dice.below(8)).unwrap());
    // The fifth school is a neighbour's: only those of the territory can be edited.
    let number = if number == 4 { 0 } else { number };
    facts.sections[number].seats = facts.sections[number].seats.map(|seats| seats + more);
    Edit::Seats {
        uai: Uai::parse(&uai(SCHOOLS[number].0)).unwrap(),
        programme: ProgrammeId::parse(SCHOOLS[number].2).unwrap(),
        route: Route::School,
        more: more.cast_signed(),
    }
}

fn need(dice: &mut Dice, facts: &mut Facts) -> Edit {
    let (at, occupation) = (["3201", "3203"][dice.index(2)], [WELDER, TECHNICIAN][dice.index(2)]);
    // More than the survey's, so that the declared posts are the need.
    let posts = 10 + u32::try_from(dice.below(20)).unwrap();
    facts.needs.push(Need {
        id: 1,
        employer: 1,
        basin: basin(at),
        fap: fap(occupation),
        year: 2024,
        posts,
        level: None,
        commitment: Commitment::Engaged,
        declared_on: "2024-01-01".to_owned(),
    });
    Edit::Need {
        basin: basin(at),
        fap: fap(occupation),
        need: Range::exact(Milli::whole(i64::from(posts))),
    }
}

/// Needs, filled and unfilled of every cell, people and places of every node, flows, proofs: everything the solver decides.
fn decided(gap: &Gap) -> String {
    let cells: Vec<_> = gap
        .cells
        .iter()
        .map(|c| {
            (
                &c.basin,
                &c.fap,
                c.figures.need,
                c.figures.filled,
                c.figures.unfilled,
                c.figures.supply,
                c.reachable,
            )
        })
        .collect();
    let nodes: Vec<_> = gap
        .supplies
        .iter()
        .map(|s| (&s.basin, &s.programme, s.in_field, s.placed))
        .collect();
    format!("{cells:#?}\n{nodes:#?}\n{:#?}\n{:#?}", gap.flows, gap.proofs)
}

#[test]
fn what_settles_is_what_a_whole_computation_gives_on_random_edits() {
    let facts = region();
    let mut live = Live::new(&facts, Request::default(), &Unattended).unwrap();
    let mut dice = Dice(20_261_123);
    for round in 0..60 {
        let mut written = facts.clone();
        let edits: Vec<Edit> = (0..1 + round % 3).map(|_| draw(&mut dice, &mut written)).collect();
        let edits = last_of_each(edits);
        let Some(edits) = edits else { continue };
        let whole = gap(&written);
        let total = whole.total();
        let central = (total.need.central, total.unfilled.central);
        let quick = live.try_edits(&edits, &Unattended).unwrap();
        assert_eq!((quick.need, quick.unfilled), central, "{edits:?}");
        assert_eq!((quick.revision, quick.gap.is_none()), (7, true));
        // A hand may rest at any time: what is settled in between changes no later answer.
        if round % 2 == 0 {
            let settled = live.settle(&Unattended).unwrap();
            assert_eq!((settled.need, settled.unfilled), central);
            let found = settled.gap.unwrap();
            assert_eq!(decided(&found), decided(&whole), "{edits:?}");
            // What explains the people too, but for seats that no file tells.
            let explained = !edits.iter().any(|edit| matches!(edit, Edit::Seats { .. }));
            let same = || format!("{:?}", found.supplies) == format!("{:?}", whole.supplies);
            assert!(!explained || same(), "{edits:?}");
        }
    }
}

/// Nothing where two edits of one section or cell would be written twice: the facts and the edits would not say the same.
fn last_of_each(edits: Vec<Edit>) -> Option<Vec<Edit>> {
    let name = |edit: &Edit| match edit {
        Edit::Assumption(a) => format!("{:?} {}", a.key, a.scope),
        Edit::Seats { uai, .. } => uai.to_string(),
        Edit::Need { basin, fap, .. } => format!("{basin} {fap}"),
    };
    let names: std::collections::BTreeSet<String> = edits.iter().map(name).collect();
    (names.len() == edits.len()).then_some(edits)
}

#[test]
fn edits_are_on_the_facts_and_not_on_one_another() {
    let facts = region();
    let mut live = Live::new(&facts, Request::default(), &Unattended).unwrap();
    let before = live.settle(&Unattended).unwrap();
    let fewer = live
        .try_edits(&[assumption(AssumptionKey::FillRate, "", 0.1)], &Unattended)
        .unwrap();
    assert!(fewer.unfilled > before.unfilled);
    let again = live.try_edits(&[], &Unattended).unwrap();
    assert_eq!((again.need, again.unfilled), (before.need, before.unfilled));
    assert_eq!(
        decided(&live.settle(&Unattended).unwrap().gap.unwrap()),
        decided(&gap(&facts))
    );
}

#[test]
fn a_radius_changes_who_reaches_what_and_is_solved_anew() {
    let mut facts = world();
    // Trained at A, needed at B, 28.6 km away.
    facts.survey = vec![survey("3202", "59", WELDER, "100", "", "")];
    facts.establishments = vec![school("0590001", "3201")];
    facts.sections = vec![section(&uai("0590001"), CAP)];
    let mut live = Live::new(&facts, Request::default(), &Unattended).unwrap();
    let mut filled = |km: f64| {
        let radius = [assumption(AssumptionKey::RadiusKm, "", km)];
        let figures = live.try_edits(&radius, &Unattended).unwrap();
        figures.need - figures.unfilled
    };
    assert_eq!(filled(20.0), Milli(0));
    assert_eq!(filled(40.0), Milli(1728));
}

#[test]
fn an_edit_of_nothing_is_refused_and_those_before_stay() {
    let facts = region();
    let mut live = Live::new(&facts, Request::default(), &Unattended).unwrap();
    live.try_edits(&[assumption(AssumptionKey::FillRate, "", 0.5)], &Unattended)
        .unwrap();
    let unknown = Edit::Seats {
        uai: Uai::parse(&uai("0590001")).unwrap(),
        programme: ProgrammeId::parse(BTS).unwrap(),
        route: Route::School,
        more: 12,
    };
    let refused = live.try_edits(&[unknown], &Unattended);
    assert!(matches!(refused, Err(MarketError::NothingToEdit { .. })));
    let nowhere = Edit::Need {
        basin: basin("9999"),
        fap: fap(WELDER),
        need: Range::exact(Milli(1)),
    };
    assert!(live.try_edits(&[nowhere], &Unattended).is_err());
    let mut halved = facts.clone();
    halved.assumptions = assumptions(&[
        (AssumptionKey::StaysInField, "", 0.5),
        (AssumptionKey::FillRate, "", 0.5),
    ]);
    assert_eq!(
        decided(&live.settle(&Unattended).unwrap().gap.unwrap()),
        decided(&gap(&halved))
    );
}

#[test]
fn a_stopped_settling_can_be_taken_up_again() {
    let facts = region();
    let mut live = Live::new(&facts, Request::default(), &Unattended).unwrap();
    live.try_edits(&[assumption(AssumptionKey::StaysInField, "", 0.9)], &Unattended)
        .unwrap();
    assert!(matches!(live.settle(&Impatient::after(0)), Err(MarketError::Cancelled)));
    let mut more = facts.clone();
    more.assumptions = assumptions(&[(AssumptionKey::StaysInField, "", 0.9)]);
    assert_eq!(
        decided(&live.settle(&Unattended).unwrap().gap.unwrap()),
        decided(&gap(&more))
    );
}

#[test]
fn every_assumption_of_the_demonstration_is_tried_as_it_would_be_computed() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("demonstration.releve");
    let session = Session::create(&file, &NewTerritory::Demonstration).unwrap();
    let facts = session.facts().unwrap();
    let mut live = Live::new(&facts, Request::default(), &Unattended).unwrap();
    let mut moved = 0;
    let before = live.try_edits(&[], &Unattended).unwrap().unfilled;
    for assumption in facts.assumptions.iter() {
        let (least, most) = assumption.key.bounds();
        let at = |value: f64| (value * 0.8).clamp(least, most);
        let tried = Assumption {
            value: Range::new(
                at(assumption.value.low),
                at(assumption.value.central),
                at(assumption.value.high),
            ),
            ..assumption.clone()
        };
        let mut written = (*facts).clone();
        let others = facts
            .assumptions
            .iter()
            .filter(|a| (a.key, &a.scope) != (tried.key, &tried.scope));
        written.assumptions = Assumptions::new(others.cloned().chain([tried.clone()]).collect());
        let whole = gap(&written).total();
        let quick = live.try_edits(&[Edit::Assumption(tried)], &Unattended).unwrap();
        let name = format!("{:?} {}", assumption.key, assumption.scope);
        assert_eq!(
            (quick.need, quick.unfilled),
            (whole.need.central, whole.unfilled.central),
            "{name}"
        );
        moved += i32::from(quick.unfilled != before);
    }
    assert!(moved > 10, "{moved}");
}
