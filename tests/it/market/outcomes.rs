//! Codes and rates of outcome files on paper: ministries, renewed certificates, agricultural levels, what a shrunk rate is made of.

use releve::domain::id::{Mefstat11, RegionCode};
use releve::domain::programme::{Diploma, Route};
use releve::domain::supply::{Outcome, OutcomeScope, OutcomeTarget, Section};
use releve::market::explain;
use releve::market::gap::{Factor, FactorKind, FactorProvenance, Gap, RowKey};

use super::world::{
    BACPRO, CAP, TECHNICIAN, WELDER, basin, fap, gap, outcome, programme, school, section, supply, survey, uai, world,
};

const FARM_BACPRO: &str = "40322105";
const FARM_BTS: &str = "32322105";
const CS: &str = "46125406";

/// A school headcount of region 32 told by its MEFSTAT11.
fn pupils(mefstat: &str, final_year: u32, continuing: u32) -> Outcome {
    Outcome {
        target: OutcomeTarget::Mefstat(Mefstat11::parse(mefstat).unwrap()),
        ..outcome(CAP, Route::School, final_year, continuing)
    }
}

fn in_region(code: &str, outcome: Outcome) -> Outcome {
    Outcome {
        scope: OutcomeScope::Region(RegionCode::parse(code).unwrap()),
        ..outcome
    }
}

/// The leaving share of the one school of the territory.
fn leaving(gap: &Gap) -> &Factor {
    let origins = gap.supplies.iter().flat_map(|s| &s.origins);
    let mut factors = origins.filter(|o| o.uai.is_some()).flat_map(|o| &o.factors);
    factors.find(|f| f.kind == FactorKind::LeavingShare).unwrap()
}

#[test]
fn a_code_of_one_ministry_is_never_a_diploma_of_the_other() {
    let mut facts = world();
    let farm = programme(FARM_BACPRO, "Bio-industries", Diploma::Agricultural, 4, 3, &[]);
    facts.catalogue.programmes.push(farm);
    // Ministry 00: the baker-pastry cook of the schools, outside the catalogue. Ministry 10: the agricultural diploma of the same five characters.
    facts.outcomes = vec![pupils("23830022105", 200, 100)];
    assert_eq!(supply(&gap(&facts)), []);
    facts.outcomes = vec![pupils("23831022105", 200, 100)];
    // 100 a year × 0.5 × 0.8 × 0.5 = 20 over 300, 100 and 100 thousand inhabitants.
    let people: i64 = supply(&gap(&facts)).iter().map(|s| s.2).sum();
    assert_eq!(people, 20_000);
}

#[test]
fn pupils_of_a_renewed_certificate_count_for_its_heir() {
    let mut facts = world();
    let cs = programme(CS, "Technicien en soudage", Diploma::Cs, 4, 1, &["01025406"]);
    facts.catalogue.programmes.push(cs);
    facts.outcomes = vec![pupils("23910025406", 200, 100)];
    let found = supply(&gap(&facts));
    let expected = [("3201", 12_000), ("3202", 4000), ("3203", 4000)];
    assert_eq!(found, expected.map(|(b, n)| (b.to_owned(), CS.to_owned(), n)));
}

#[test]
fn a_previous_code_of_another_kind_does_not_hide_the_rate_of_a_diploma() {
    let mut facts = world();
    // Two heirs of the five characters 25007: a bac pro of the world (400) and one renewed from a brevet professionnel (450).
    let gas = programme("40025013", "Technicien gaz", Diploma::BacPro, 4, 3, &["45025007"]);
    facts.catalogue.programmes.push(gas);
    facts.establishments = vec![school("0590001", "3201")];
    facts.sections = vec![section(&uai("0590001"), BACPRO)];
    facts.outcomes = vec![pupils("23830025007", 180, 45)];
    let gap = gap(&facts);
    assert_eq!(leaving(&gap).provenance, FactorProvenance::Measured);
    assert!((leaving(&gap).value.central - 0.75).abs() < 1e-12);
}

#[test]
fn agricultural_diplomas_of_two_levels_are_two_kinds() {
    let mut facts = world();
    facts.catalogue.programmes.extend([
        programme(FARM_BACPRO, "Bio-industries", Diploma::Agricultural, 4, 3, &[]),
        programme(FARM_BTS, "Bioqualité", Diploma::Agricultural, 5, 2, &[]),
    ]);
    facts.establishments = vec![school("0590001", "3201")];
    let row = |cfd: &str, source: i64, year: u8, seats: u32| Section {
        source: releve::domain::source::SourceId(source),
        session: if source == 2 { 2023 } else { 2022 },
        year_of_study: Some(year),
        seats: Some(seats),
        ..section(&uai("0590001"), cfd)
    };
    // A newer census of BTS does not replace the bacs pros; of these the 1re counts, not the 2nde.
    facts.sections = vec![
        row(FARM_BTS, 2, 1, 12),
        row(FARM_BACPRO, 1, 1, 30),
        row(FARM_BACPRO, 1, 2, 24),
    ];
    // 12 and 24 seats × 0.9 × 0.8 × 0.5 × 0.8 × 0.5.
    let at = |programme: &str, people| ("3201".to_owned(), programme.to_owned(), people);
    let expected = [at(FARM_BTS, 1728), at(FARM_BACPRO, 3456)];
    let mut found = supply(&gap(&facts));
    found.sort();
    assert_eq!(found, expected);
    // Seats of BTS do not hide the pupils of a bac pro without seats.
    facts.sections.truncate(1);
    facts.outcomes = vec![pupils("23831022105", 200, 100)];
    let people: i64 = supply(&gap(&facts))
        .iter()
        .filter(|s| s.1 == FARM_BACPRO)
        .map(|s| s.2)
        .sum();
    assert_eq!(people, 20_000);
}

#[test]
fn a_rate_known_only_elsewhere_is_estimated_and_one_region_is_no_nation() {
    let mut facts = world();
    facts.establishments = vec![school("0590001", "3201")];
    facts.sections = vec![section(&uai("0590001"), CAP)];
    let blank = |region: &str| {
        let mut blank = in_region(region, outcome(CAP, Route::School, 9, 0));
        (blank.continuing, blank.leavers, blank.final_year) = (None, None, None);
        blank
    };
    // Region 28 alone, few or many leavers, beside a blank row of 32: no nation, so the assumption (0.5).
    for (people, going) in [(30, 24), (300, 240)] {
        facts.outcomes = vec![in_region("28", outcome(CAP, Route::School, people, going)), blank("32")];
        let gap = gap(&facts);
        assert_eq!(leaving(&gap).provenance, FactorProvenance::Assumed);
        assert!((leaving(&gap).value.central - 0.5).abs() < 1e-12);
    }
    // Two regions without the one of the school, 10 leavers in all: 10/30 × 0.2 + 20/30 × 0.5 = 0.4, estimated.
    let other = |region: &str| in_region(region, outcome(CAP, Route::School, 25, 20));
    facts.outcomes = vec![other("28"), other("84"), blank("32")];
    let gap = gap(&facts);
    assert_eq!(leaving(&gap).provenance, FactorProvenance::Estimated);
    assert!((leaving(&gap).value.central - 0.4).abs() < 1e-12);
}

#[test]
fn a_shrunk_rate_is_recomputed_from_its_explanation() {
    let mut facts = world();
    facts.survey = vec![
        survey("3201", "59", WELDER, "40", "0", "0"),
        survey("3201", "59", TECHNICIAN, "40", "0", "0"),
    ];
    facts.establishments = vec![school("0590001", "3201")];
    facts.sections = vec![section(&uai("0590001"), CAP)];
    let mut wide = in_region("28", outcome(CAP, Route::School, 290, 100));
    wide.row = 12;
    facts.outcomes = vec![outcome(CAP, Route::School, 20, 10), wide];
    let gap = gap(&facts);
    // n = 10, k = 20: 1/3 × (1 − 10/20) + 2/3 × (1 − 110/310).
    let central = leaving(&gap).value.central;
    assert!(
        (central - (0.5 / 3.0 + 2.0 / 3.0 * 200.0 / 310.0)).abs() < 1e-12,
        "{central}"
    );
    assert_eq!(leaving(&gap).provenance, FactorProvenance::Shrunk);
    let explanation = explain(&facts, &gap, &RowKey::Cell(basin("3201"), fap(WELDER))).unwrap();
    let factors = explanation.inputs.iter().flat_map(|i| &i.parts).flat_map(|o| &o.parts);
    let mut rates = factors.filter(|f| f.what.key == "market-factor-leaving-share");
    let rate = rates.find(|f| !f.parts.is_empty()).unwrap();
    let [narrow, n, wider, k] = rate.parts.as_slice() else {
        panic!("{:?}", rate.parts)
    };
    let weight = n.value.central / (n.value.central + k.value.central);
    for (value, a, b) in [
        (rate.value.low, narrow.value.low, wider.value.low),
        (rate.value.central, narrow.value.central, wider.value.central),
        (rate.value.high, narrow.value.high, wider.value.high),
    ] {
        assert!((value - (weight * a + (1.0 - weight) * b)).abs() < 1e-12);
    }
    assert_eq!((narrow.denominator, wider.denominator), (Some(20.0), Some(310.0)));
    assert_eq!((&narrow.rows, wider.rows.as_slice()), (&vec![11], &[12, 11][..]));
}
