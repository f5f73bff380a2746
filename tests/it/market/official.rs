//! An official table beside the territory: what differs, what taking a line over does, and what it leaves alone.

use std::collections::BTreeMap;

use releve::domain::batch::{Batch, DiplomaOutlet};
use releve::domain::facts::Facts;
use releve::domain::occupation::{CrosswalkLine, Provenance};
use releve::domain::progress::Unattended;
use releve::domain::review::{OutletKey, OutletReview, ReviewStatus};
use releve::domain::source::SourceId;
use releve::domain::supply::Section;
use releve::domain::units::Milli;
use releve::market::official::{Difference, Official, effect, official, with_taken};

use super::world::{BACPRO, BTS, CAP, TECHNICIAN, WELDER, fap, gap, school, section, survey, uai, world};

/// Welders of CAP and bac pro at A, and posts of both occupations; ROME H2901 leads to welders and technicians.
fn facts() -> Facts {
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

/// A table that gives the bac pro an unknown ROME code: none of its outlets is named any more.
fn elsewhere(cfd: &str) -> Batch {
    let outlet = DiplomaOutlet {
        cfd: cfd.parse().ok(),
        rncp: None,
        rome: "A1204".parse().unwrap(),
        row: 7,
        source: SourceId::default(),
    };
    Batch {
        outlets: vec![outlet],
        ..Batch::default()
    }
}

/// The lines of the territory's own table of ROME codes, as a file would bring them, after a change.
fn same_lines(facts: &Facts, change: impl Fn(&mut CrosswalkLine)) -> Batch {
    let mut crosswalk = facts.catalogue.crosswalk.clone();
    crosswalk.iter_mut().for_each(change);
    Batch {
        crosswalk,
        ..Batch::default()
    }
}

fn differences(found: &Official) -> BTreeMap<OutletKey, Difference> {
    found
        .lines
        .iter()
        .map(|line| (line.outlet.clone(), line.difference))
        .collect()
}

fn reviewed(facts: &mut Facts, outlet: OutletKey, status: ReviewStatus) {
    facts.reviews.push(OutletReview {
        status,
        ..OutletReview::blank(outlet)
    });
    facts.reviews.sort_by(|a, b| a.outlet.cmp(&b.outlet));
}

#[test]
fn a_table_that_says_the_same_differs_in_nothing() {
    let facts = facts();
    let found = official(&facts, &same_lines(&facts, |_| {}));
    assert_eq!(found.lines, []);
    assert!(found.unchanged >= 3 && found.programmes >= 2, "{found:?}");
    let nothing = official(&facts, &Batch::default());
    assert_eq!((nothing.lines, nothing.programmes), (Vec::new(), 0));
}

#[test]
fn a_diploma_named_without_its_outlets_loses_them_and_others_stay() {
    let facts = facts();
    let found = official(&facts, &elsewhere(BACPRO));
    let lost = differences(&found);
    assert_eq!(lost.get(&key(BACPRO, WELDER)), Some(&Difference::Absent));
    assert_eq!(lost.get(&key(BACPRO, TECHNICIAN)), Some(&Difference::Absent));
    assert!(
        lost.keys().all(|outlet| outlet.programme.as_str() == BACPRO),
        "{lost:?}"
    );
    assert_eq!(found.programmes, 1);
    let line = &found.lines[0];
    assert_eq!((line.after, line.before.is_some()), (None, true));
    assert_eq!(line.taken.status, ReviewStatus::SetAside);
    assert!(!line.ways.is_empty(), "how the territory leads there");
}

#[test]
fn another_confidence_is_a_change_that_moves_no_figure() {
    let facts = facts();
    let found = official(
        &facts,
        &same_lines(&facts, |line| {
            line.confidence = 1;
            line.provenance = Provenance::Expert;
        }),
    );
    assert!(!found.lines.is_empty());
    for line in &found.lines {
        assert_eq!((line.difference, line.after), (Difference::Changed, Some(1)));
        assert_eq!(
            (line.taken.status, line.taken.confidence),
            (ReviewStatus::ToReview, Some(1))
        );
    }
    let taken: Vec<OutletReview> = found.lines.iter().map(|line| line.taken.clone()).collect();
    let told = effect(&facts, &gap(&facts), &taken, &Unattended).unwrap();
    assert_eq!(told.before, told.after);
    assert_eq!(told.filled_more.high, Milli::ZERO);
}

#[test]
fn a_new_outlet_taken_over_fills_posts_as_if_it_had_been_written() {
    let mut before = facts();
    let bacpro = before.catalogue.programmes.iter_mut().find(|p| p.id.as_str() == BACPRO);
    bacpro.unwrap().romes.clear();
    let named = facts()
        .catalogue
        .programmes
        .iter()
        .find(|p| p.id.as_str() == BACPRO)
        .unwrap()
        .romes
        .clone();
    let mut table = elsewhere(BACPRO);
    table.outlets[0].rome = named[0].clone();
    let found = official(&before, &table);
    let lines = differences(&found);
    assert_eq!(lines.get(&key(BACPRO, TECHNICIAN)), Some(&Difference::New));
    let line = found
        .lines
        .iter()
        .find(|l| l.outlet == key(BACPRO, TECHNICIAN))
        .unwrap();
    assert_eq!((line.before, line.after), (None, Some(3)));
    assert_eq!(
        (line.taken.status, line.taken.confidence),
        (ReviewStatus::Added, Some(3))
    );
    let taken = [line.taken.clone()];
    let stands = gap(&before);
    let told = effect(&before, &stands, &taken, &Unattended).unwrap();
    let after = gap(&with_taken(&before, &taken));
    assert_eq!(told.after, after.total().unfilled);
    // The five (4 to 6) of the bac pro take as many technicians' posts.
    assert_eq!(
        (told.filled_more.low, told.filled_more.central, told.filled_more.high),
        (Milli(4000), Milli(5000), Milli(6000))
    );
    assert_eq!(told.before.central - told.after.central, Milli(5000));
}

#[test]
fn what_people_set_aside_is_told_and_what_they_added_stays() {
    let mut facts = facts();
    reviewed(&mut facts, key(CAP, WELDER), ReviewStatus::SetAside);
    let found = official(&facts, &same_lines(&facts, |_| {}));
    let line = &found.lines[0];
    assert_eq!((found.lines.len(), line.difference), (1, Difference::Changed));
    assert_eq!(line.status, ReviewStatus::SetAside);
    assert_eq!(line.taken.status, ReviewStatus::ToReview);
    assert_eq!(
        (line.taken.confidence, line.after),
        (Some(3), Some(3)),
        "the table's confidence"
    );
    // Set aside here and unnamed there: alike. Added by hand and unnamed there: no file takes it away.
    let mut facts = self::facts();
    reviewed(&mut facts, key(BACPRO, WELDER), ReviewStatus::SetAside);
    reviewed(&mut facts, key(BTS, WELDER), ReviewStatus::Added);
    let lines = differences(&official(&facts, &elsewhere(BACPRO)));
    assert!(!lines.contains_key(&key(BACPRO, WELDER)) && lines.contains_key(&key(BACPRO, TECHNICIAN)));
    assert!(
        differences(&official(&facts, &elsewhere(BTS)))
            .keys()
            .all(|outlet| outlet.fap != fap(WELDER))
    );
}

#[test]
fn a_line_taken_over_is_no_difference_any_more_and_a_blank_review_goes() {
    let mut facts = facts();
    let table = same_lines(&facts, |line| line.confidence = 2);
    let found = official(&facts, &table);
    let taken: Vec<OutletReview> = found.lines.iter().map(|line| line.taken.clone()).collect();
    assert!(!taken.is_empty());
    let after = with_taken(&facts, &taken);
    assert_eq!(official(&after, &table).lines, []);
    assert!(after.reviews.is_sorted_by(|a, b| a.outlet < b.outlet));
    reviewed(&mut facts, key(CAP, WELDER), ReviewStatus::Checked);
    let blank = OutletReview::blank(key(CAP, WELDER));
    assert_eq!(with_taken(&facts, &[blank]).reviews, []);
}
