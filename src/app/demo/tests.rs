//! What the demonstration must contain for every screen and every cause to have something to show.

use std::collections::BTreeSet;

use super::*;
use crate::domain::occupation::OccupationScope;
use crate::domain::programme::Diploma;
use crate::domain::secrecy::Count;
use crate::domain::units::Milli;
use crate::store::catalogue;

fn demo() -> (Catalogue, Demo) {
    let catalogue = catalogue::embedded().unwrap();
    let demo = invent(&catalogue).unwrap();
    (catalogue, demo)
}

fn whole(demo: &Demo) -> Batch {
    let mut all = Batch::default();
    for file in &demo.files {
        all.survey.extend(file.batch.survey.iter().cloned());
        all.establishments.extend(file.batch.establishments.iter().cloned());
        all.sections.extend(file.batch.sections.iter().cloned());
        all.outcomes.extend(file.batch.outcomes.iter().cloned());
    }
    all
}

#[test]
fn the_same_demonstration_is_invented_every_time() {
    let (catalogue, first) = demo();
    assert_eq!(invent(&catalogue).unwrap(), first);
    assert_eq!(first.territory.nature, Nature::Simulated);
}

#[test]
fn every_basin_of_the_region_has_its_parameters() {
    let (catalogue, demo) = demo();
    let of_region: BTreeSet<_> = catalogue
        .basins
        .iter()
        .filter(|b| b.region.as_str() == REGION)
        .map(|b| &b.code)
        .collect();
    let batch = whole(&demo);
    let surveyed: BTreeSet<_> = batch.survey.iter().map(|row| &row.basin).collect();
    assert_eq!(of_region, surveyed);
}

#[test]
fn projects_per_inhabitant_stay_near_the_nation() {
    let (catalogue, demo) = demo();
    let region: f64 = catalogue
        .basins
        .iter()
        .filter(|b| b.region.as_str() == REGION)
        .map(|b| f64::from(b.population))
        .sum();
    let nation: f64 = catalogue.basins.iter().map(|b| f64::from(b.population)).sum();
    let national: f64 = catalogue::national_demand()
        .unwrap()
        .iter()
        .map(|n| n.projects().central.people())
        .sum();
    let newest = demo
        .files
        .iter()
        .find(|f| f.vintage == "2026" && !f.batch.survey.is_empty())
        .unwrap();
    let here: f64 = newest
        .batch
        .survey
        .iter()
        .map(|row| row.projects.as_projects().central.people())
        .sum();
    let ratio = (here / region) / (national / nation);
    assert!((0.9..1.8).contains(&ratio), "{ratio}");
}

#[test]
fn small_counts_are_secret_and_food_is_seasonal() {
    let (_, demo) = demo();
    let batch = whole(&demo);
    for row in &batch.survey {
        for count in [row.projects, row.difficult, row.seasonal] {
            if let Count::Value(value) = count {
                assert!(value >= Milli::whole(5), "{row:?}");
            }
        }
    }
    assert!(batch.survey.iter().any(|row| row.projects.is_secret()));
    let sum = |prefix: &str| {
        let rows = batch.survey.iter().filter(|row| row.fap.as_str().starts_with(prefix));
        rows.fold((0.0, 0.0), |(met, smet), row| {
            let projects = row.projects.as_projects();
            (
                met + projects.central.people(),
                smet + row.seasonal.as_share_of(projects).central.people(),
            )
        })
    };
    let (food, food_seasonal) = sum("E3X");
    let (metal, metal_seasonal) = sum("D1X");
    assert!(food_seasonal / food > 0.3 && metal_seasonal / metal < 0.25);
}

#[test]
fn some_basins_have_no_school_and_all_levels_are_taught() {
    let (catalogue, demo) = demo();
    let batch = whole(&demo);
    let with_school: BTreeSet<_> = batch.establishments.iter().filter_map(|e| e.basin.as_ref()).collect();
    let surveyed: BTreeSet<_> = batch.survey.iter().map(|row| &row.basin).collect();
    assert!(with_school.len() + 5 <= surveyed.len());
    let taught: BTreeSet<Diploma> = batch
        .sections
        .iter()
        .filter_map(|section| {
            catalogue
                .programmes
                .iter()
                .find(|p| p.cfd.is_some() && p.cfd == section.cfd)
        })
        .map(|programme| programme.diploma)
        .collect();
    for diploma in [
        Diploma::Cap,
        Diploma::BacPro,
        Diploma::Bts,
        Diploma::But,
        Diploma::LicencePro,
        Diploma::Bp,
    ] {
        assert!(taught.contains(&diploma), "{diploma:?}");
    }
}

#[test]
fn doubts_of_real_files_are_there_too() {
    let (_, demo) = demo();
    let batch = whole(&demo);
    assert!(
        batch
            .sections
            .iter()
            .any(|s| s.placeholder_seats == Some(999) && s.seats.is_none())
    );
    assert!(batch.outcomes.iter().any(|o| o.leavers.is_some_and(|n| n < 20)));
    let keys: BTreeSet<_> = batch
        .sections
        .iter()
        .map(|s| (&s.uai, &s.cfd, s.route.as_str()))
        .collect();
    assert_eq!(
        keys.len(),
        batch.sections.len(),
        "one section per school, programme and route"
    );
}

#[test]
fn declared_needs_speak_of_core_occupations_and_of_known_employers() {
    let (catalogue, demo) = demo();
    for need in &demo.needs {
        assert!(demo.employers.iter().any(|e| e.id == need.employer));
        let occupation = catalogue.occupations.iter().find(|o| o.code == need.fap).unwrap();
        assert_eq!(occupation.scope, OccupationScope::Core);
    }
    assert!(demo.employers.iter().all(|e| e.name.contains("fictif")));
}
