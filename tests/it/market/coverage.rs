//! What a gap rests on, on paper: each share with its denominator.

use releve::domain::source::SourceId;
use releve::domain::units::{Milli, Range};
use releve::i18n::Lang;
use releve::market::coverage::{Coverage, Subject, coverage};
use releve::market::gap::{FactorKind, FactorProvenance};

use super::world::{CAP, WELDER, gap, outcome, school, section, survey, uai, world};
use releve::domain::programme::Route;

/// Twelve seats at a school of A, twelve more at one that only its department places, and 200 apprentices of the region counted over two years.
fn found() -> Coverage {
    let mut facts = world();
    facts.survey = vec![
        survey("3201", "59", WELDER, "10", "", ""),
        survey("3202", "59", WELDER, "*", "", ""),
    ];
    facts.establishments = vec![school("0590001", "3201")];
    facts.sections = vec![section(&uai("0590001"), CAP), section(&uai("0590002"), CAP)];
    facts.outcomes = vec![outcome(CAP, Route::Apprenticeship, 200, 0)];
    facts.catalogue.crosswalk[0].source = SourceId(3);
    coverage(&facts, &gap(&facts))
}

#[test]
fn seats_placed_by_estimate_are_counted_once_and_over_all_seats() {
    let found = found();
    assert_eq!((found.seats_estimated, found.seats), (12, 24));
    // 12 × 0.9 × 0.8 × 0.5 × 0.8 × 0.5 = 1.728 each.
    assert!(found.people_estimated >= Milli(1728) && found.people >= found.people_estimated + Milli(1728));
}

#[test]
fn secret_cells_keep_their_range_and_their_denominator() {
    let found = found();
    assert_eq!((found.secret_cells, found.cells), (1, 2));
    assert_eq!(found.secret_need, Range::new(Milli(550), Milli(1625), Milli(3000)));
    assert_eq!(found.need.central, Milli(6500 + 1625));
}

#[test]
fn vintages_are_told_by_subject_and_what_is_missing_is_said() {
    let found = found();
    assert_eq!(found.vintages[&Subject::Demand], ["2024"]);
    assert_eq!(found.vintages[&Subject::Supply], ["2023"]);
    assert_eq!(found.vintages[&Subject::Outcomes], ["2022_2023"]);
    assert_eq!((found.crosswalk_imported, found.crosswalk), (1, 4));
    let told = found.sentences(Lang::Fr).join("\n");
    assert!(
        told.contains("Sans annuaire complet, 50,0\u{a0}% des places (12 sur 24)"),
        "{told}"
    );
    assert!(told.contains("1 sur 2") && told.contains("(1–3)"), "{told}");
    assert!(!found.sentences(Lang::En).join("\n").contains("market-"));
}

#[test]
fn each_factor_says_how_many_people_rest_on_a_value_that_was_not_measured() {
    let found = found();
    let of = |kind, provenance| found.factors[&kind].get(&provenance).copied().unwrap_or_default();
    use FactorProvenance as P;
    // 1.728 people of each section, whose fill rate is assumed; the apprentices have none.
    assert_eq!(of(FactorKind::FillRate, P::Assumed), Milli(2 * 1728));
    assert_eq!(of(FactorKind::Seats, P::Measured), Milli(2 * 1728));
    // Everybody stays in the field by assumption, whoever is counted.
    assert_eq!(of(FactorKind::StaysInField, P::Assumed), found.people);
    assert_eq!((found.secret, found.published), ([1, 0, 0], [2, 0, 0]));
    let told = found.sentences(Lang::Fr).join("\n");
    assert!(
        told.contains("Taux de remplissage\u{a0}: 100,0\u{a0}% des 3 sortants")
            && told.contains("projets 50,0\u{a0}% (1 sur 2)"),
        "{told}"
    );
}
