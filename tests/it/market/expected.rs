//! The expected lens on paper: a lone pair, ranges, friction, home and abroad, groupings.

use releve::domain::assumption::{Assumption, AssumptionKey, Assumptions};
use releve::domain::facts::Facts;
use releve::domain::id::RegionCode;
use releve::domain::progress::Unattended;
use releve::domain::supply::Section;
use releve::domain::units::{Estimate, Milli, Range};
use releve::engine::EngineError;
use releve::market::MarketError;
use releve::market::expected::{ExpectedFigures, ExpectedGap};
use releve::market::gap::{Grouping, RowKey};

use super::world::{BACPRO, CAP, TECHNICIAN, WELDER, basin, fap, gap, school, section, survey, two_zones, uai, world};

fn lens(facts: &Facts) -> ExpectedGap {
    releve::market::expected(facts, &gap(facts), &Unattended).unwrap()
}

/// A school section whose final year gives two fifths of its headcount to the field, at the centre.
fn counted(digits: &str, cfd: &str, people: i64) -> Section {
    Section {
        final_year: Some(Milli::whole(people)),
        ..section(&uai(digits), cfd)
    }
}

/// The posts that a lone type and a lone cell fill: `μ² = (S − μ)(V − μ) · exp((A − c) / σ)`, minutes.
fn pair(people: f64, posts: f64, surplus: f64, noise: f64) -> f64 {
    let k = (-surplus / noise).exp();
    let all = people + posts;
    2.0 * people * posts / (all + ((people - posts).powi(2) + 4.0 * k * people * posts).sqrt())
}

fn near(found: Milli, wanted: f64) -> bool {
    (found.people() - wanted).abs() <= 1e-4 * wanted + 0.001
}

/// 65 people and 65 posts at C, which nobody else reaches.
fn alone() -> Facts {
    let mut facts = world();
    facts.survey = vec![survey("3203", "62", WELDER, "100", "", "0")];
    facts.establishments = vec![school("0620001", "3203")];
    facts.sections = vec![counted("0620001", CAP, 325)];
    facts
}

#[test]
fn a_lone_pair_has_its_closed_form_and_its_friction() {
    let facts = alone();
    let found = lens(&facts);
    let cell = found.cell(&basin("3203"), &fap(WELDER)).unwrap();
    // exp(97 / 44) = 9.07 matched for one single: 65 × 9.07 / 10.07 = 58.54 posts, where all 65 could be filled.
    assert!(near(cell.filled.central, 58.543), "{cell:?}");
    assert_eq!(cell.potential.central, Milli(65_000));
    assert!(near(cell.friction().central, 65.0 - 58.543), "{cell:?}");
    assert_eq!(cell.filled.central + cell.unfilled.central, cell.need.central);
    assert_eq!((found.surplus.central, found.noise.central), (97.0, 22.0));
    assert_eq!((found.revision, found.year), (7, 2024));
}

#[test]
fn ranges_join_those_of_need_supply_and_parameters() {
    let found = lens(&alone());
    let cell = found.cell(&basin("3203"), &fap(WELDER)).unwrap();
    // People 52 / 65 / 78, posts 55 / 65 / 75. Fewest matches: A 48, σ 38; most: A 153, σ 11.
    let (worst, best) = ((48.0, 38.0), (153.0, 11.0));
    let check = |found: Estimate, low: f64, high: f64| {
        assert!(
            near(found.low, low) && near(found.high, high),
            "{found:?}: {low} {high}"
        );
    };
    check(
        cell.filled,
        pair(52.0, 55.0, worst.0, worst.1),
        pair(78.0, 75.0, best.0, best.1),
    );
    check(
        cell.unfilled,
        55.0 - pair(78.0, 55.0, best.0, best.1),
        75.0 - pair(52.0, 75.0, worst.0, worst.1),
    );
    check(
        cell.friction(),
        65.0 - pair(65.0, 65.0, best.0, best.1),
        65.0 - pair(65.0, 65.0, worst.0, worst.1),
    );
}

#[test]
fn home_first_plays_no_part_and_context_is_solved_too() {
    let mut facts = world();
    // A trains; B (home) and D (abroad) need, both 28.6 km from A.
    facts.survey = vec![
        survey("2801", "76", WELDER, "100", "", ""),
        survey("3202", "59", WELDER, "100", "", ""),
    ];
    facts.establishments = vec![school("0590001", "3201")];
    facts.sections = vec![counted("0590001", CAP, 325)];
    let abroad = lens(&facts);
    let of_b = |found: &ExpectedGap| *found.cell(&basin("3202"), &fap(WELDER)).unwrap();
    assert!(abroad.cell(&basin("2801"), &fap(WELDER)).is_none());
    // The potential lens sends all 65 people to B; here they share equally between B and D, so B gains less than it could.
    assert_eq!(of_b(&abroad).potential.central, Milli(65_000));
    // c = 12 + 1.07 × 28.6 = 42.6 minutes; with x = √singles of A and y of B, x² + 2 x y k = 65 and y² + x y k = 65.
    let filled = of_b(&abroad).filled.central.people();
    let (single_a, single_b) = (65.0 - 2.0 * filled, 65.0 - filled);
    let k = ((97.0_f64 - 42.6) / 44.0).exp();
    assert!(
        (filled / ((single_a * single_b).sqrt() * k) - 1.0).abs() < 0.01,
        "{filled}"
    );
    facts.territory.regions.push(RegionCode::parse("28").unwrap());
    let home = lens(&facts);
    // The total is rounded once, so a cell moves by a thousandth at most.
    assert!((of_b(&home).filled.central.0 - of_b(&abroad).filled.central.0).abs() <= 1);
    let of_d = home.cell(&basin("2801"), &fap(WELDER)).unwrap();
    assert!((of_d.filled.central.0 - of_b(&home).filled.central.0).abs() <= 1);
}

#[test]
fn friction_is_never_negative_over_all_and_cells_add_up_to_every_line() {
    let mut facts = world();
    facts.territory.regions.push(RegionCode::parse("28").unwrap());
    let everywhere = [("2801", "76"), ("3201", "59"), ("3202", "59"), ("3203", "62")];
    facts.survey = everywhere
        .map(|(basin, d)| survey(basin, d, WELDER, "100", "10", "0"))
        .to_vec();
    facts.survey.push(survey("3202", "62", TECHNICIAN, "*", "*", "*"));
    facts.establishments = vec![school("0590001", "3201"), school("0620001", "3203")];
    facts.sections = vec![counted("0590001", BACPRO, 400), counted("0620001", CAP, 301)];
    facts.communes = two_zones(2, 1);
    let (gap, found) = (gap(&facts), lens(&facts));
    let total = found.total();
    assert!(total.friction().low >= Milli(0), "{total:?}");
    assert_eq!((total.need, total.potential), (gap.total().need, gap.total().filled));
    for cell in &found.cells {
        let ExpectedFigures {
            need,
            filled,
            unfilled,
            filled_at_centre,
            ..
        } = cell.figures;
        for range in [filled, unfilled, filled_at_centre, cell.figures.friction()] {
            assert!(range.low <= range.central && range.central <= range.high, "{cell:?}");
        }
        assert_eq!(filled.central + unfilled.central, need.central);
        assert!(filled.low >= Milli(0) && filled.central <= need.central, "{cell:?}");
        assert_eq!(filled.central, filled_at_centre.central);
    }
    use Grouping::{Basin, Cell, Department, Domain, Occupation, Region, Skill, Total, Zone};
    for grouping in [Total, Region, Department, Zone, Basin, Domain, Skill, Occupation, Cell] {
        let rows = found.rows(grouping, &facts);
        let mut sum = ExpectedFigures::default();
        rows.values().for_each(|r| sum += *r);
        assert_eq!(sum, total, "{grouping:?}");
        let keys: Vec<RowKey> = gap.rows(grouping, &facts).into_iter().map(|r| r.key).collect();
        assert_eq!(rows.into_keys().collect::<Vec<_>>(), keys, "{grouping:?}");
    }
}

#[test]
fn more_surplus_fills_more_and_a_noise_of_nothing_is_refused() {
    let with = |key: AssumptionKey, value: f64| {
        let mut facts = alone();
        let mut list: Vec<Assumption> = facts.assumptions.iter().cloned().collect();
        for assumption in list.iter_mut().filter(|a| a.key == key) {
            assumption.value = Range::exact(value);
        }
        facts.assumptions = Assumptions::new(list);
        facts
    };
    let filled = |surplus| lens(&with(AssumptionKey::MatchSurplus, surplus)).total().filled.central;
    assert!(filled(60.0) < filled(97.0) && filled(97.0) < filled(200.0));
    let silent = with(AssumptionKey::MatchNoise, 0.0);
    let refused = releve::market::expected(&silent, &gap(&silent), &Unattended);
    assert!(matches!(
        refused,
        Err(MarketError::Engine(EngineError::Parameters { .. }))
    ));
}
