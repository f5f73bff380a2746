//! Who goes where, on paper and on the demonstration: sums, balances, distances, both lenses tied to their gaps.

use std::collections::BTreeMap;

use releve::app::{NewTerritory, Session};
use releve::domain::facts::Facts;
use releve::domain::progress::Unattended;
use releve::domain::supply::Section;
use releve::domain::units::Milli;
use releve::market::flows::{Balance, Both, FlowKey, Flows, NodeKey};
use releve::market::gap::Gap;

use super::world::{CAP, WELDER, basin, fap, gap, school, section, survey, uai, world};

/// The final year of a section gives two fifths of its headcount to the field, at the centre.
fn counted(digits: &str, people: i64) -> Section {
    Section {
        final_year: Some(Milli::whole(people)),
        ..section(&uai(digits), CAP)
    }
}

/// 100 people at A and 40 at B, 65 posts in each of A, B, C (home) and D (abroad); A, B and D are 28.6 km apart in a row, C is out of reach.
fn crossing() -> Facts {
    let mut facts = world();
    facts.survey = [("2801", "76"), ("3201", "59"), ("3202", "59"), ("3203", "62")]
        .map(|(basin, department)| survey(basin, department, WELDER, "100", "10", "0"))
        .to_vec();
    facts.establishments = vec![school("0590001", "3202"), school("0590002", "3201")];
    facts.sections = vec![counted("0590001", 200), counted("0590002", 500)];
    facts
}

fn both(facts: &Facts, gap: &Gap) -> Flows {
    let expected = releve::market::expected(facts, gap, &Unattended).unwrap();
    releve::market::flows(facts, gap, &expected, &Unattended).unwrap()
}

fn potential(people: &Both<Milli>) -> i64 {
    people.potential.0
}

#[test]
fn balances_say_who_stays_comes_and_leaves() {
    let facts = crossing();
    let gap = gap(&facts);
    let flows = Flows::potential(&facts, &gap);
    assert!(!flows.both);
    let told = |b: &Balance| {
        let people = [b.stayed, b.came, b.left, b.net(), b.filled(), b.unfilled, b.unplaced];
        (b.basin.to_string(), b.need.0, people.map(|p| potential(&p)))
    };
    let balances = flows.balances(&facts, &gap);
    // A keeps 65 of its 100 people, sends 25 to B and 10 to D; C has nobody.
    let wanted = [
        ("3201", 65_000, [65_000, 0, 35_000, -35_000, 65_000, 0, 0]),
        ("3202", 65_000, [40_000, 25_000, 0, 25_000, 65_000, 0, 0]),
        ("3203", 65_000, [0, 0, 0, 0, 0, 65_000, 0]),
    ];
    let wanted = wanted.map(|(basin, need, people)| (basin.to_owned(), need, people));
    assert_eq!(balances.iter().map(told).collect::<Vec<_>>(), wanted);
    // 35 of A's 100 people go 28.6 km.
    let trained = balances[0].trained.potential;
    assert!((trained.mean_km().unwrap() - 0.35 * 28.6).abs() < 0.02, "{trained:?}");
    assert_eq!((trained.far, trained.mean_levels()), (Milli(0), Some(0.0)));
    assert_eq!(balances[2].trained.potential.mean_km(), None);
}

#[test]
fn pairs_kinds_and_summary_add_up_the_same_lines() {
    let facts = crossing();
    let gap = gap(&facts);
    let flows = Flows::potential(&facts, &gap);
    let pairs = flows.pairs(&gap, |_, _| true);
    let told: Vec<(&str, &str, i64)> = pairs
        .iter()
        .map(|p| (p.key.0.as_str(), p.key.1.as_str(), p.sums.potential.people.0))
        .collect();
    assert_eq!(
        told,
        [
            ("3201", "2801", 10_000),
            ("3201", "3201", 65_000),
            ("3201", "3202", 25_000),
            ("3202", "3202", 40_000)
        ]
    );
    let kinds = flows.kinds(&gap, |_, line| line.basin != basin("2801"));
    assert_eq!(kinds.len(), 1);
    assert_eq!(kinds[0].sums.potential.people, Milli::whole(130));
    assert_eq!((kinds[0].occupations.potential, kinds[0].nodes.potential), (1, 2));
    let summary = flows.summary(&facts, &gap);
    let people = [summary.stayed, summary.moved, summary.came, summary.left];
    assert_eq!(people.map(|p| potential(&p)), [105_000, 25_000, 0, 10_000]);
    assert_eq!(summary.filled.potential.people, gap.total().filled.central);
    let node = NodeKey::of(&gap.supplies[0]);
    let keys = [
        (FlowKey::Pair(basin("3201"), basin("3202")), 25_000),
        (FlowKey::Arc(node, basin("2801"), fap(WELDER)), 10_000),
        (FlowKey::Kind(gap.supplies[0].programme.clone(), fap(WELDER)), 140_000),
    ];
    for (key, people) in keys {
        let sum: Milli = flows.of(&gap, &key).map(|line| line.people.potential).sum();
        assert_eq!(sum, Milli(people), "{key:?}");
    }
}

#[test]
fn mismatch_is_the_distance_to_the_accepted_levels_and_far_people_are_counted() {
    let mut facts = crossing();
    let mut gap = gap(&facts);
    for occupation in facts.catalogue.occupations.iter_mut().filter(|o| o.code == fap(WELDER)) {
        occupation.typical_levels = vec![5, 6];
    }
    gap.flows[0].km = 30.1;
    gap.flows[1].km = 30.0;
    let flows = Flows::potential(&facts, &gap);
    // A CAP is of level 3, two below 5.
    assert!(flows.lines.iter().all(|line| line.level_gap == 2));
    let sums = Flows::sums(&flows.lines).potential;
    assert_eq!((sums.mean_levels(), sums.far), (Some(2.0), Milli::whole(10)));
    assert_eq!(sums.far_share(), Some(10.0 / 140.0));
}

#[test]
fn expected_flows_are_the_filled_posts_of_their_lens() {
    let facts = crossing();
    let gap = gap(&facts);
    let expected = releve::market::expected(&facts, &gap, &Unattended).unwrap();
    let flows = both(&facts, &gap);
    assert!(flows.both);
    tied(&flows, &gap, &expected);
    // Some of A's people go to B though posts are left at A: all arcs carry somebody.
    let between: Vec<i64> = flows.lines.iter().map(|line| line.people.expected.0).collect();
    assert_eq!(between.len(), 5, "A to D, A, B; B to A, B");
    assert!(between.iter().all(|people| *people > 1000), "{between:?}");
    let potential: Vec<i64> = flows.lines.iter().map(|line| line.people.potential.0).collect();
    assert_eq!(potential, [10_000, 65_000, 25_000, 0, 40_000]);
}

/// Under each lens, people into a home cell are its filled posts, and people of a home node those it places.
fn tied(flows: &Flows, gap: &Gap, expected: &releve::market::expected::ExpectedGap) {
    let mut into: BTreeMap<_, Both<Milli>> = BTreeMap::new();
    let mut out: BTreeMap<usize, Both<Milli>> = BTreeMap::new();
    for line in &flows.lines {
        *into.entry((&line.basin, &line.fap)).or_default() += line.people;
        *out.entry(line.supply).or_default() += line.people;
    }
    for cell in &gap.cells {
        let people = into.remove(&(&cell.basin, &cell.fap)).unwrap_or_default();
        let filled = expected.cell(&cell.basin, &cell.fap).unwrap().filled.central;
        assert_eq!(
            (people.potential, people.expected),
            (cell.figures.filled.central, filled),
            "{} {}",
            cell.basin,
            cell.fap
        );
    }
    for (supply, node) in gap.supplies.iter().enumerate().filter(|(_, node)| node.home) {
        let people = out.get(&supply).copied().unwrap_or_default();
        assert_eq!(people.potential, node.placed);
        // Each line is rounded once.
        let most = node.in_field.central.0 + i64::try_from(flows.lines.len()).unwrap();
        assert!(people.expected.0 <= most, "{people:?} of {:?}", node.in_field);
    }
}

#[test]
fn the_demonstration_ties_with_both_gaps() {
    let folder = tempfile::tempdir().unwrap();
    let session = Session::create(&folder.path().join("d.releve"), &NewTerritory::Demonstration).unwrap();
    let gap = session.gap(None, &Unattended).unwrap();
    let expected = session.expected(None, &Unattended).unwrap();
    let flows = session.flows(None, &Unattended).unwrap();
    tied(&flows, &gap, &expected);
    let facts = session.facts().unwrap();
    let balances = flows.balances(&facts, &gap);
    let sum = |part: fn(&Balance) -> Both<Milli>| -> Both<Milli> {
        balances.iter().fold(Both::default(), |mut sum, b| {
            sum += part(b);
            sum
        })
    };
    let (filled, summary) = (sum(Balance::filled), flows.summary(&facts, &gap));
    assert_eq!(filled.potential, gap.total().filled.central);
    assert_eq!(filled.expected, expected.total().filled.central);
    assert_eq!(filled, summary.filled.map(|sum| sum.people));
    assert_eq!(sum(|b| b.unfilled).expected, expected.total().unfilled.central);
    assert_eq!(sum(|b| b.unfilled).potential, gap.total().unfilled.central);
    let pairs = flows.pairs(&gap, |_, _| true);
    let people: Milli = pairs.iter().map(|p| p.sums.potential.people).sum();
    assert_eq!(people, gap.flows.iter().map(|f| f.people).sum());
}

#[test]
fn people_of_neighbours_who_take_posts_at_home_are_told_under_both_lenses() {
    let mut facts = crossing();
    // Another school, abroad: its people and the posts of A are 28.6 km apart.
    facts.establishments.push(school("0760001", "2801"));
    facts.sections.push(counted("0760001", 500));
    let gap = gap(&facts);
    let expected = releve::market::expected(&facts, &gap, &Unattended).unwrap();
    let flows = both(&facts, &gap);
    tied(&flows, &gap, &expected);
    let came = |line: &&releve::market::flows::FlowLine| !gap.supplies[line.supply].home;
    let people: i64 = flows.lines.iter().filter(came).map(|line| line.people.expected.0).sum();
    assert!(people > 1000, "{people}");
    // What abroad keeps for itself is no flow of the territory.
    assert!(flows.lines.iter().filter(came).all(|line| line.basin != basin("2801")));
}
