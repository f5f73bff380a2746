//! Notes and ranges on paper: counts of the territory alone, checks beside the figures, fills within reach.

use releve::domain::assumption::AssumptionKey;
use releve::domain::demand::{Commitment, Need};
use releve::domain::programme::Route;
use releve::domain::supply::Section;
use releve::domain::units::Milli;
use releve::i18n::Arg;
use releve::market::gap::Gap;

use super::world::{
    BACPRO, BTS, CAP, TECHNICIAN, WELDER, assumptions, basin, fap, gap, outcome, school, section, survey, uai, world,
};

/// A whole number of a note; nothing where there is no such note.
fn number(gap: &Gap, key: &str, name: &str) -> Option<i64> {
    let note = gap.notes.iter().find(|n| n.key == key)?;
    note.args.iter().find_map(|(n, value)| match value {
        Arg::Int(value) if n == name => Some(*value),
        _ => None,
    })
}

fn declared(place: &str, code: &str, posts: u32) -> Need {
    Need {
        id: 1,
        employer: 1,
        basin: basin(place),
        fap: fap(code),
        year: 2024,
        posts,
        level: None,
        commitment: Commitment::Engaged,
        declared_on: "2024-03-01".to_owned(),
    }
}

#[test]
fn notes_count_the_sections_of_the_territory_alone() {
    let mut facts = world();
    facts.establishments = vec![school("0590001", "3201"), school("0760001", "2801")];
    let mut of_both = |change: &dyn Fn(&mut Section)| {
        for digits in ["0590001", "0760001"] {
            let mut row = section(&uai(digits), CAP);
            change(&mut row);
            facts.sections.push(row);
        }
    };
    of_both(&|_| {});
    of_both(&|row| row.route = Route::Apprenticeship);
    of_both(&|row| row.cfd = releve::domain::id::Cfd::parse("50099999").ok());
    of_both(&|row| {
        row.seats = None;
        row.cfd = releve::domain::id::Cfd::parse(BACPRO).ok();
    });
    of_both(&|row| {
        row.source = releve::domain::source::SourceId(2);
        row.session = 2019;
    });
    let gap = gap(&facts);
    for key in [
        "market-note-apprenticeship-seats",
        "market-note-sections-outside",
        "market-note-sections-unusable",
        "market-note-older-census",
    ] {
        assert_eq!(number(&gap, key, "count"), Some(1), "{key}");
    }
}

#[test]
fn pupils_from_seats_are_shown_beside_those_observed() {
    let mut facts = world();
    facts.establishments = vec![school("0590001", "3201")];
    facts.sections = vec![section(&uai("0590001"), CAP)];
    let key = "market-note-final-year-check";
    assert_eq!(number(&gap(&facts), key, "seats"), None);
    // 12 × 0.9 × 0.8 = 8.64, and 30 over two cohorts; bac pro has no seats and is not compared.
    facts.outcomes = vec![
        outcome(CAP, Route::School, 30, 10),
        outcome(BACPRO, Route::School, 100, 10),
    ];
    let gap = gap(&facts);
    let numbers = ["seats", "observed", "count"].map(|name| number(&gap, key, name));
    assert_eq!(numbers, [Some(9), Some(15), Some(1)]);
}

#[test]
fn cells_that_hardly_anyone_reaches_are_told() {
    let mut facts = world();
    facts.survey = vec![
        survey("3201", "59", WELDER, "100", "0", "0"),
        survey("3203", "62", WELDER, "100", "0", "0"),
    ];
    facts.establishments = vec![school("0590001", "3201"), school("0620001", "3203")];
    facts.sections = vec![section(&uai("0590001"), CAP), section(&uai("0620001"), CAP)];
    // 12 seats give 1.728, 3 seats 0.432: of 65 posts 64.568 stay unfilled.
    facts.sections[1].seats = Some(3);
    let gap = gap(&facts);
    let key = "market-note-nearly-nobody";
    assert_eq!(
        (number(&gap, key, "count"), number(&gap, key, "posts")),
        (Some(1), Some(65))
    );
}

#[test]
fn no_end_of_a_fill_exceeds_the_people_who_reach_the_cell() {
    let mut facts = world();
    let stays = AssumptionKey::StaysInField;
    facts.assumptions = assumptions(&[(stays, CAP, 0.5)]);
    facts.survey = vec![survey("3201", "59", WELDER, "10", "0", "0")];
    facts.needs = vec![
        declared("3202", WELDER, 100),
        declared("3201", TECHNICIAN, 100),
        declared("3203", TECHNICIAN, 2),
        declared("3203", WELDER, 3),
    ];
    facts.establishments = vec![school("0590001", "3201"), school("0620001", "3203")];
    let pupils = |digits: &str, cfd: &str, people: i64| Section {
        final_year: Some(Milli::whole(people)),
        ..section(&uai(digits), cfd)
    };
    // In A 10 welders exactly and 4 / 5 / 6 technicians, in C 4 / 5 / 6 of both. The welders of A fill 5.5 / 6.5 / 7.5 posts there and go on to B:
    // 4.5 at the low end, above 3.5 in the middle, so one post of the low end must move. The technicians of A are 4 at most at that end and all
    // placed: only C, where four people could each take either post, has room.
    facts.sections = vec![
        pupils("0590001", CAP, 50),
        pupils("0590001", BTS, 25),
        pupils("0620001", BACPRO, 25),
    ];
    let gap = gap(&facts);
    assert_eq!(gap.total().filled.low, Milli::whole(18));
    for cell in &gap.cells {
        let filled = cell.figures.filled;
        assert!(
            filled.low <= filled.central && filled.central <= filled.high,
            "{cell:?}"
        );
        assert!(
            filled.low <= cell.reachable.low && filled.high <= cell.reachable.high,
            "{cell:?}"
        );
    }
}
