//! Need on paper: stars, split departments, seasonal projects, declared needs, what stays outside.

use releve::domain::demand::{Commitment, Need};
use releve::domain::progress::Unattended;
use releve::domain::units::{Estimate, Milli, Range};
use releve::market::{Request, solve};

use super::world::{ENGINEER, TECHNICIAN, UNSKILLED, WELDER, basin, fap, gap, survey, world};

fn estimate(low: i64, central: i64, high: i64) -> Estimate {
    Range::new(Milli(low), Milli(central), Milli(high))
}

fn need(posts: u32, year: u16, code: &str) -> Need {
    Need {
        id: 1,
        employer: 1,
        basin: basin("3202"),
        fap: fap(code),
        year,
        posts,
        level: Some(4),
        commitment: Commitment::Engaged,
        declared_on: "2024-03-01".to_owned(),
    }
}

#[test]
fn departments_are_summed_after_stars_and_seasonal_projects_are_read_row_by_row() {
    let mut facts = world();
    facts.survey = vec![
        survey("3202", "59", WELDER, "100", "60", "20"),
        survey("3202", "62", WELDER, "*", "*", "*"),
    ];
    let gap = gap(&facts);
    let cell = gap.cell(&basin("3202"), &fap(WELDER)).unwrap().figures;
    // 100 + a star of 1 / 2.5 / 4.
    assert_eq!(cell.projects, estimate(101_000, 102_500, 104_000));
    // 60 + a star of 0 / 2 / 4, never above the projects of its own row: 0 / 2 / 4.
    assert_eq!(cell.difficult, estimate(60_000, 62_000, 64_000));
    assert_eq!(cell.seasonal, estimate(20_000, 22_000, 24_000));
    // Net row by row: 80 exactly, and 0 / 0.5 / 4; β = 0.55 / 0.65 / 0.75:
    // 80 × 0.55 = 44; 80.5 × 0.65 = 52.325; 84 × 0.75 = 63.
    assert_eq!(cell.need, estimate(44_000, 52_325, 63_000));
    assert_eq!((cell.survey_cells, cell.secret_cells), (2, 1));
    // Nobody is trained: all of it is unfilled for want of training.
    assert_eq!(cell.unfilled, cell.need);
    assert_eq!(cell.no_training, cell.need);
    assert_eq!(gap.survey_year, Some(2024));
}

#[test]
fn declared_needs_and_the_survey_merge_by_the_larger() {
    let mut facts = world();
    facts.survey = vec![survey("3202", "59", WELDER, "100", "", "")];
    facts.needs = vec![
        need(60, 2024, WELDER),
        need(10, 2024, TECHNICIAN),
        need(99, 2025, WELDER),
    ];
    let gap = gap(&facts);
    let cell = |code| gap.cell(&basin("3202"), &fap(code)).unwrap().figures;
    // β × 100 = 55 / 65 / 75 against 60 declared: 60 / 65 / 75, end by end.
    assert_eq!(cell(WELDER).need, estimate(60_000, 65_000, 75_000));
    assert_eq!(cell(WELDER).declared, Milli(60_000));
    // No survey row: the declared posts alone.
    assert_eq!(cell(TECHNICIAN).need, estimate(10_000, 10_000, 10_000));
    // The 99 posts of 2025 are told, not counted.
    assert!(gap.notes.iter().any(|n| n.key == "market-note-needs-of-other-years"));
    // Asked for 2025, the survey of 2024 stands and the needs are those of 2025: max(65, 99).
    let later = solve(&facts, &Request { year: Some(2025) }, &Unattended).unwrap();
    assert_eq!(
        later.cell(&basin("3202"), &fap(WELDER)).unwrap().figures.need.central,
        Milli(99_000)
    );
    assert_eq!((later.year, later.survey_year), (2025, Some(2024)));
}

#[test]
fn unskilled_and_level_7_posts_stay_beside_the_gap() {
    let mut facts = world();
    facts.survey = vec![
        survey("3201", "59", UNSKILLED, "50", "", "10"),
        survey("3201", "59", ENGINEER, "20", "", "0"),
    ];
    facts.needs = vec![need(7, 2024, ENGINEER)];
    let total = gap(&facts).total();
    assert_eq!(total.need, estimate(0, 0, 0));
    assert_eq!(total.unskilled, estimate(40_000, 40_000, 40_000));
    // 20 in one basin, 7 declared in another.
    assert_eq!(total.level7, estimate(27_000, 27_000, 27_000));
    assert_eq!(
        (total.unfilled, total.no_training),
        (estimate(0, 0, 0), estimate(0, 0, 0))
    );
}

#[test]
fn the_newest_survey_up_to_the_year_counts_and_a_row_told_twice_counts_once() {
    let mut facts = world();
    let mut old = survey("3201", "59", WELDER, "40", "", "");
    old.year = 2023;
    let mut again = survey("3201", "59", WELDER, "100", "", "");
    again.source = releve::domain::source::SourceId(10);
    facts.survey = vec![old, survey("3201", "59", WELDER, "90", "", ""), again];
    assert_eq!(gap(&facts).total().projects.central, Milli(100_000));
    let before = solve(&facts, &Request { year: Some(2023) }, &Unattended).unwrap();
    assert_eq!(before.total().projects.central, Milli(40_000));
    let none = solve(&facts, &Request { year: Some(2022) }, &Unattended).unwrap();
    assert_eq!((none.survey_year, none.cells.len()), (None, 0));
}
