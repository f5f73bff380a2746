//! Tension classes on paper: the ends over the ROME codes of a line, of the newest year, at home.

use releve::domain::demand::Tension;
use releve::domain::source::SourceId;
use releve::domain::units::{Milli, Range};
use releve::market::gap::{Figures, RowKey};
use releve::market::tension::tensions;

use super::world::{TECHNICIAN, WELDER, basin, fap, world};

fn tension(year: u16, place: &str, rome: &str, class: Option<u8>) -> Tension {
    Tension {
        year,
        basin: basin(place),
        rome: rome.parse().unwrap(),
        tension: class,
        hiring_intensity: None,
        labour_shortage: None,
        job_instability: None,
        hard_conditions: None,
        geographic_mismatch: None,
        training_link: None,
        row: 2,
        source: SourceId(4),
    }
}

#[test]
fn a_line_has_the_ends_of_its_codes_in_the_newest_year_at_home() {
    let mut facts = world();
    let own = facts.catalogue.crosswalk[0].rome.to_string();
    let mut other = facts.catalogue.crosswalk.clone();
    other.iter_mut().for_each(|line| line.rome = "A1204".parse().unwrap());
    facts.catalogue.crosswalk.splice(0..0, other);
    let rows = [
        tension(2023, "3201", &own, Some(1)),
        tension(2024, "3201", &own, Some(4)),
        tension(2024, "3201", "A1204", Some(3)),
        tension(2024, "3202", &own, Some(5)),
        tension(2024, "3203", &own, None),
        // Abroad, and a code of no core occupation.
        tension(2024, "2801", &own, Some(1)),
        tension(2024, "3201", "K1802", Some(1)),
    ];
    let found = tensions(&facts, &rows);
    let ends = |key: RowKey| found.get(&key).map(|c| (c.least, c.most, c.year));
    for code in [WELDER, TECHNICIAN] {
        let cell = |place: &str| ends(RowKey::Cell(basin(place), fap(code)));
        assert_eq!(cell("3201"), Some((3, 4, 2024)), "{code}");
        assert_eq!(
            (cell("3202"), cell("3203"), cell("2801")),
            (Some((5, 5, 2024)), None, None)
        );
        assert_eq!(ends(RowKey::Occupation(fap(code))), Some((3, 5, 2024)));
    }
    assert!(tensions(&facts, &[]).is_empty());
}

#[test]
fn the_difficult_share_takes_the_far_ends_of_both_terms_and_stays_a_share() {
    let people = |low, central, high| Range::new(Milli::whole(low), Milli::whole(central), Milli::whole(high));
    let figures = |difficult, projects| Figures {
        difficult,
        projects,
        ..Figures::default()
    };
    let share = figures(people(10, 12, 16), people(20, 24, 40))
        .difficult_share()
        .unwrap();
    assert_eq!((share.low, share.central, share.high), (0.25, 0.5, 0.8));
    let bounded = figures(people(0, 2, 4), people(1, 3, 4)).difficult_share().unwrap();
    assert_eq!((bounded.low, bounded.high), (0.0, 1.0));
    assert_eq!(Figures::default().difficult_share(), None);
}
