//! Matching on paper: reach, distance, home first, border, ranges, groupings, explanation.

use releve::domain::demand::SurveyRow;
use releve::domain::id::RegionCode;
use releve::domain::supply::Section;
use releve::domain::units::{Bound, Milli};
use releve::market::explain;
use releve::market::gap::{Figures, Grouping, RowKey};

use super::world::{BACPRO, CAP, TECHNICIAN, WELDER, basin, fap, gap, school, section, survey, two_zones, uai, world};

/// Survey rows in every basin of the world, so that nothing is unseen.
fn everywhere() -> Vec<SurveyRow> {
    [("2801", "76"), ("3201", "59"), ("3202", "59"), ("3203", "62")]
        .map(|(basin, department)| survey(basin, department, WELDER, "100", "10", "0"))
        .to_vec()
}

#[test]
fn people_reach_what_is_within_the_radius_of_their_level_and_no_further() {
    let mut facts = world();
    facts.survey = everywhere();
    facts.establishments = vec![school("0590001", "3201")];
    facts.sections = vec![section(&uai("0590001"), CAP)];
    let gap = gap(&facts);
    let cell = |b: &str| gap.cell(&basin(b), &fap(WELDER)).unwrap();
    // 1.728 people at A: A itself and B at 28.6 km are within 30 km; C at 85.8 km is not.
    assert_eq!(cell("3201").reachable.central, Milli(1728));
    assert_eq!(cell("3202").reachable.central, Milli(1728));
    assert_eq!(cell("3203").reachable_programmes, 0);
    // Least travel: they stay at A. C has no training, A and B not enough.
    assert_eq!(cell("3201").figures.filled.central, Milli(1728));
    assert_eq!(cell("3203").figures.no_training.central, Milli(65_000));
    assert_eq!(cell("3201").figures.not_enough.central, Milli(65_000 - 1728));
    assert_eq!(cell("3201").figures.no_training.central, Milli(0));
}

#[test]
fn people_travel_no_further_than_posts_require() {
    let mut facts = world();
    facts.survey = everywhere();
    facts.establishments = vec![school("0590001", "3202"), school("0590002", "3201")];
    let counted = |digits: &str, people: i64| Section {
        final_year: Some(Milli::whole(people)),
        ..section(&uai(digits), CAP)
    };
    // 200 and 500 in the final year give 40 people at B and 100 at A; 65 posts in each place.
    facts.sections = vec![counted("0590001", 200), counted("0590002", 500)];
    let found = gap(&facts);
    let flows: Vec<_> = found
        .flows
        .iter()
        .map(|f| {
            (
                found.supplies[f.supply].basin.to_string(),
                f.basin.to_string(),
                f.people.0,
                f.km > 28.0,
            )
        })
        .collect();
    // Everyone who can stays; of A's 35 others, 25 go to B (home first) and 10 to D, 28.6 km each.
    let flow = |from: &str, to: &str, people, far| (from.to_owned(), to.to_owned(), people, far);
    assert_eq!(
        flows,
        [
            flow("3201", "2801", 10_000, true),
            flow("3201", "3201", 65_000, false),
            flow("3201", "3202", 25_000, true),
            flow("3202", "3202", 40_000, false),
        ]
    );
}

#[test]
fn ties_go_home_first() {
    let mut facts = world();
    // A trains, B (home) and D (abroad) need, both 28.6 km from A.
    facts.survey = vec![
        survey("2801", "76", WELDER, "100", "", ""),
        survey("3202", "59", WELDER, "100", "", ""),
    ];
    facts.establishments = vec![school("0590001", "3201")];
    facts.sections = vec![section(&uai("0590001"), CAP)];
    let found = gap(&facts);
    let to: Vec<_> = found.flows.iter().map(|f| (f.basin.to_string(), f.people)).collect();
    assert_eq!(to, [("3202".to_owned(), Milli(1728))]);
    // Travel comes before home: with B's posts gone, D takes them; nothing is left unused for being abroad.
    facts.survey.truncate(1);
    assert_eq!(gap(&facts).flows[0].basin, basin("2801"));
}

#[test]
fn each_range_comes_from_its_own_certified_solve() {
    let mut facts = world();
    facts.survey = everywhere();
    facts.establishments = vec![school("0590001", "3201")];
    let mut large = section(&uai("0590001"), CAP);
    large.seats = Some(1000);
    facts.sections = vec![large];
    let gap = gap(&facts);
    let ends: Vec<(Bound, Bound)> = gap.proofs.iter().map(|p| (p.need, p.supply)).collect();
    use Bound::{Central, High, Low};
    assert_eq!(
        ends,
        [(Central, Central), (Low, High), (High, Low), (Low, Low), (High, High)]
    );
    assert!(gap.proofs.iter().all(|p| p.filled == p.min_cut));
    // Supply 115.2 / 144 / 172.8, all three of A, B and D within reach: needs 55 / 65 / 75 each.
    // Home and D need 3 × 65 = 195 > 144: all 144 placed, A first, then B before D (home first): A 65, B 65, D 14.
    let total = gap.total();
    assert_eq!(total.filled.central, Milli(130_000));
    // Both low: 115.2 people for 3 × 55: A 55, B 55, D 5.2. Both high: 172.8 for 3 × 75: A 75, B 75, D 22.8.
    assert_eq!((total.filled.low, total.filled.high), (Milli(110_000), Milli(150_000)));
    // Need low, supply high: 172.8 ≥ 3 × 55, only C's 55 stay open. Need high, supply low: 225 − (75 + 40.2).
    assert_eq!(
        (total.unfilled.low, total.unfilled.high),
        (Milli(55_000), Milli(109_800))
    );
}

#[test]
fn a_cell_is_at_the_border_when_a_basin_within_reach_is_not_seen() {
    let mut facts = world();
    facts.survey = everywhere();
    facts.establishments = vec![school("0590001", "3201")];
    facts.sections = vec![section(&uai("0590001"), CAP)];
    let border = |facts: &releve::domain::facts::Facts| -> Vec<String> {
        let gap = gap(facts);
        gap.cells
            .iter()
            .filter(|c| c.border)
            .map(|c| c.basin.to_string())
            .collect()
    };
    // D has a survey but region 28 shows no training: only A is within 30 km of it.
    assert_eq!(border(&facts), ["3201"]);
    facts.establishments.push(school("0760001", "2801"));
    facts.sections.push(section(&uai("0760001"), CAP));
    assert_eq!(border(&facts), Vec::<String>::new());
    facts.survey.remove(0);
    assert_eq!(border(&facts), ["3201"]);
}

#[test]
fn every_grouping_sums_exactly_to_the_total() {
    let mut facts = world();
    facts.survey = everywhere();
    facts.survey.push(survey("3202", "62", TECHNICIAN, "*", "*", "*"));
    facts.sections = vec![section(&uai("0590009"), BACPRO), section(&uai("0620001"), CAP)];
    facts.communes = two_zones(2, 1);
    let gap = gap(&facts);
    use Grouping::{Basin, Cell, Department, Domain, Occupation, Region, Skill, Total, Zone};
    for grouping in [Total, Region, Department, Zone, Basin, Domain, Skill, Occupation, Cell] {
        let rows = gap.rows(grouping, &facts);
        let mut sum = Figures::default();
        rows.iter().for_each(|r| sum += r.figures);
        assert_eq!(sum, gap.total(), "{grouping:?}");
        assert!(rows.windows(2).all(|w| w[0].key < w[1].key), "{grouping:?}");
    }
    let zones = gap.rows(Zone, &facts);
    // B is shared 2 to 1; A and C go to the nearest zone, by estimate.
    assert_eq!(zones.len(), 2);
    assert!(zones.iter().all(|z| z.estimated));
    let region = RowKey::Region(RegionCode::parse("32").unwrap());
    assert_eq!(gap.rows(Region, &facts)[0].key, region);
}

#[test]
fn a_person_is_split_equally_over_outlets_and_counted_once() {
    let mut facts = world();
    facts.establishments = vec![school("0590001", "3201")];
    let mut one = section(&uai("0590001"), BACPRO);
    one.final_year = Some(Milli(5));
    facts.sections = vec![one];
    let gap = gap(&facts);
    // 5 thousandths × 0.5 × 0.8 × 0.5 = 1 thousandth, for two outlets: 1 and 0, not 0.5 twice nor 1 twice.
    let supplies: Vec<i64> = gap.cells.iter().map(|c| c.figures.supply.central.0).collect();
    assert_eq!(supplies, [1, 0]);
    assert_eq!(gap.total().supply, gap.supplies[0].in_field);
}

#[test]
fn an_explanation_goes_down_to_the_rows_of_the_files() {
    let mut facts = world();
    facts.survey = everywhere();
    facts.establishments = vec![school("0590001", "3201")];
    facts.sections = vec![section(&uai("0590001"), CAP)];
    let gap = gap(&facts);
    let cell = RowKey::Cell(basin("3201"), fap(WELDER));
    let opened = explain(&facts, &gap, &cell).unwrap();
    assert_eq!(opened.figures, gap.cell(&basin("3201"), &fap(WELDER)).unwrap().figures);
    let rows_of = |key: &str| {
        let mut found = opened.inputs.iter().filter(|i| i.what.key == key);
        found.next().map(|i| (i.rows.clone(), i.parts.len()))
    };
    assert_eq!(rows_of("market-input-survey"), Some((vec![2], 0)));
    let node = opened
        .inputs
        .iter()
        .find(|i| i.what.key == "market-input-node")
        .unwrap();
    assert_eq!(
        (node.parts[0].rows.as_slice(), node.parts[0].parts.len()),
        (&[5][..], 6)
    );
    assert_eq!(node.parts[0].file, "voc_capacity.csv");
    let total = explain(&facts, &gap, &RowKey::Total).unwrap();
    assert_eq!(
        total
            .inputs
            .iter()
            .filter(|i| i.what.key == "market-input-cell")
            .count(),
        3
    );
    assert!(explain(&facts, &gap, &RowKey::Occupation(fap(TECHNICIAN))).is_none());
}

#[test]
fn the_same_facts_always_give_the_same_gap() {
    let mut facts = world();
    facts.survey = everywhere();
    facts.sections = vec![section(&uai("0590009"), BACPRO), section(&uai("0620001"), CAP)];
    assert_eq!(format!("{:?}", gap(&facts)), format!("{:?}", gap(&facts)));
}

#[test]
fn an_empty_file_gives_an_empty_gap_that_says_why() {
    let facts = world();
    let gap = gap(&facts);
    assert_eq!(
        (gap.cells.len(), gap.supplies.len(), gap.total()),
        (0, 0, Figures::default())
    );
    let keys: Vec<&str> = gap.notes.iter().map(|n| &*n.key).collect();
    assert_eq!(keys, ["market-note-no-survey", "market-note-no-supply"]);
}
