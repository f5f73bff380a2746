//! The embedded catalogue: complete, consistent, and equal to the published totals.

use std::collections::{BTreeMap, BTreeSet};

use releve::domain::facts::Catalogue;
use releve::domain::id::{FapCode, RomeCode};
use releve::domain::occupation::{Occupation, OccupationScope, ProximityKind, SkillLevel};
use releve::domain::programme::{Diploma, Programme, Route};
use releve::domain::skill::Importance;
use releve::domain::source::SourceId;
use releve::domain::supply::{Outcome, OutcomeScope, OutcomeTarget};
use releve::domain::units::Milli;
use releve::market::outlets::{outlets, outlets_at_other_levels};
use releve::store::catalogue::{embedded, national_demand, national_outcomes, skills};

const PROGRAMMES: &str = include_str!("../../db/reference/programmes.csv");
const CROSSWALK: &str = include_str!("../../db/reference/crosswalk.csv");

fn catalogue() -> Catalogue {
    embedded().unwrap()
}

fn core(catalogue: &Catalogue) -> Vec<&Occupation> {
    let all = catalogue.occupations.iter();
    all.filter(|o| o.scope == OccupationScope::Core).collect()
}

/// True when keys rise strictly: sorted and unique at once.
fn rises<T: Ord>(keys: impl IntoIterator<Item = T>) -> bool {
    keys.into_iter().collect::<Vec<_>>().is_sorted_by(|a, b| a < b)
}

#[test]
fn the_tables_have_the_published_number_of_entries() {
    let c = catalogue();
    assert_eq!(c.regions.len(), 18);
    assert_eq!(c.departments.len(), 103);
    assert_eq!(c.basins.len(), 406);
    assert_eq!(c.zones.len(), 306);
    assert_eq!(c.occupations.len(), 52);
    assert_eq!(core(&c).len(), 47);
    assert_eq!(c.romes.len(), 354);
    assert_eq!(c.romes.iter().filter(|r| r.parent.is_some()).count(), 211);
    assert_eq!(c.proximities.len(), 874);
    assert_eq!(
        c.proximities.iter().filter(|p| p.kind == ProximityKind::Near).count(),
        440
    );
    assert_eq!(c.crosswalk.len(), 1421, "one line per ROME and qualification digit");
    assert_eq!(c.programmes.len(), 437);
}

#[test]
fn programmes_are_spread_over_the_kinds_of_diploma() {
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    for programme in &catalogue().programmes {
        *kinds.entry(programme.diploma.as_str()).or_default() += 1;
    }
    let expected = [
        ("BMA", 12),
        ("BP", 14),
        ("BTS", 59),
        ("BUT", 35),
        ("Bac pro", 54),
        ("CAP", 79),
        ("CS", 20),
        ("Diplôme agricole", 8),
        ("Licence pro", 57),
        ("Titre pro", 99),
    ];
    assert_eq!(kinds, BTreeMap::from(expected));
}

#[test]
fn every_list_is_sorted_by_a_unique_key() {
    let c = catalogue();
    assert!(rises(c.regions.iter().map(|r| &r.code)));
    assert!(rises(c.departments.iter().map(|d| &d.code)));
    assert!(rises(c.basins.iter().map(|b| &b.code)));
    assert!(rises(c.zones.iter().map(|z| &z.code)));
    assert!(rises(c.occupations.iter().map(|o| &o.code)));
    assert!(rises(c.romes.iter().map(|r| &r.code)));
    assert!(rises(c.proximities.iter().map(|p| (&p.from, &p.to, p.kind))));
    assert!(rises(c.crosswalk.iter().map(|l| (&l.rome, l.qualification))));
    assert!(rises(c.programmes.iter().map(|p| &p.id)));
}

#[test]
fn every_code_that_is_named_exists() {
    let c = catalogue();
    let regions: BTreeSet<_> = c.regions.iter().map(|r| &r.code).collect();
    let departments: BTreeSet<_> = c.departments.iter().map(|d| &d.code).collect();
    let romes: BTreeMap<_, _> = c.romes.iter().map(|r| (&r.code, r)).collect();
    assert!(c.departments.iter().all(|d| regions.contains(&d.region)));
    for basin in &c.basins {
        assert!(regions.contains(&basin.region), "{basin:?}");
        assert!(basin.departments.contains(&basin.main_department), "{basin:?}");
        assert!(basin.departments.iter().all(|d| departments.contains(d)), "{basin:?}");
    }
    assert!(c.zones.iter().all(|z| regions.contains(&z.region)));
    for parent in c.romes.iter().filter_map(|r| r.parent.as_ref()) {
        assert!(
            romes[parent].parent.is_none(),
            "{parent} is a parent, so a historic code"
        );
    }
    for proximity in &c.proximities {
        assert!(romes.contains_key(&proximity.from) && romes.contains_key(&proximity.to));
    }
    assert!(c.crosswalk.iter().all(|l| romes.contains_key(&l.rome)));
}

#[test]
fn basins_hold_the_population_of_the_country() {
    let c = catalogue();
    let people: u32 = c.basins.iter().map(|b| b.population).sum();
    assert_eq!(people, 68_392_618);
    let split = c.basins.iter().filter(|b| b.departments.len() > 1).count();
    assert_eq!(split, 24, "basins the survey prints under several departments");
    let regions: BTreeSet<_> = c.basins.iter().map(|b| &b.region).collect();
    assert_eq!(regions.len(), 18, "each region has basins");
}

#[test]
fn places_stand_where_they_should() {
    let c = catalogue();
    let mut nearest: Vec<f64> = Vec::new();
    for a in &c.basins {
        let others = c.basins.iter().filter(|b| b.code != a.code);
        nearest.push(
            others
                .map(|b| a.position.distance(b.position).0)
                .fold(f64::MAX, f64::min),
        );
    }
    nearest.sort_by(f64::total_cmp);
    let median = nearest[nearest.len() / 2];
    assert!((26.0..31.0).contains(&median), "{median} km to the nearest basin");
    for zone in &c.zones {
        let basins = c.basins.iter();
        let km = basins
            .map(|b| zone.position.distance(b.position).0)
            .fold(f64::MAX, f64::min);
        assert!(km < 60.0, "{zone:?} is {km} km from any basin");
    }
}

#[test]
fn names_are_told_apart_by_their_code() {
    let c = catalogue();
    assert!(c.basins.iter().all(|b| !b.name.trim().is_empty()));
    let same: Vec<&str> = c
        .zones
        .iter()
        .filter(|z| z.name == "Le Sud")
        .map(|z| z.code.as_str())
        .collect();
    assert_eq!(same, ["0205", "0404"]);
}

#[test]
fn core_occupations_recruit_at_known_levels() {
    let c = catalogue();
    for occupation in &c.occupations {
        assert!(('C'..='H').contains(&occupation.domain), "{occupation:?}");
        assert!(!occupation.typical_levels.is_empty(), "{occupation:?}");
        assert!(rises(&occupation.typical_levels), "{occupation:?}");
        assert!(
            occupation.typical_levels.iter().all(|l| (3..=7).contains(l)),
            "{occupation:?}"
        );
    }
    let unskilled = core(&c)
        .iter()
        .filter(|o| o.skill == SkillLevel::UnskilledWorker)
        .count();
    assert_eq!(unskilled, 5);
}

#[test]
fn programmes_agree_with_their_codes() {
    for p in &catalogue().programmes {
        assert!((3..=6).contains(&p.level), "{p:?}");
        assert!(p.cfd.is_some() || p.rncp.is_some(), "{p:?}");
        assert!(!p.romes.is_empty(), "{p:?}");
        if let Some(cfd) = &p.cfd {
            assert_eq!(cfd.level(), Some(p.level), "{p:?}");
            assert_eq!(cfd.as_str(), p.id.as_str());
            assert!(!p.previous.contains(cfd) && !p.next.contains(cfd), "{p:?}");
            for mefstat in &p.final_year_mefstats {
                assert_eq!(mefstat.cfd_suffix(), &cfd.as_str()[3..], "{p:?}");
            }
        }
        assert_eq!(p.years.is_none(), p.diploma == Diploma::TitrePro, "{p:?}");
        assert!(p.years.is_none_or(|years| (1..=3).contains(&years)), "{p:?}");
    }
}

#[test]
fn judgements_in_the_crosswalk_give_their_reason() {
    let mut reader = csv::Reader::from_reader(CROSSWALK.as_bytes());
    for row in reader.deserialize::<BTreeMap<String, String>>() {
        let row = row.unwrap();
        assert_eq!(row["provenance"] == "expert", !row["reason"].is_empty(), "{row:?}");
        assert!(["1", "2", "3"].contains(&row["confidence"].as_str()), "{row:?}");
    }
}

/// The expected outlets stand beside each programme in the table; the rule must find them again from the ROME codes.
#[test]
fn outlets_follow_from_rome_codes_and_the_level() {
    let c = catalogue();
    let mut reader = csv::Reader::from_reader(PROGRAMMES.as_bytes());
    for (programme, row) in c
        .programmes
        .iter()
        .zip(reader.deserialize::<BTreeMap<String, String>>())
    {
        let row = row.unwrap();
        let codes = |column: &str| -> BTreeSet<FapCode> {
            let texts = row[column].split(';').filter(|t| !t.is_empty());
            texts.map(|t| t.parse().unwrap()).collect()
        };
        assert_eq!(row["id"], programme.id.as_str());
        let official = Programme {
            romes_added: Vec::new(),
            ..programme.clone()
        };
        let found: BTreeSet<FapCode> = outlets(&c, &official, None).into_iter().collect();
        assert_eq!(found, codes("outlets"), "{programme:?}");
        let others: BTreeSet<FapCode> = outlets_at_other_levels(&c, &official, None).into_iter().collect();
        assert_eq!(others, codes("outlets_other_level"), "{programme:?}");
        let with_added: BTreeSet<FapCode> = outlets(&c, programme, None).into_iter().collect();
        assert_eq!(with_added, &codes("outlets") | &codes("outlets_added"), "{programme:?}");
    }
}

#[test]
fn imported_outlets_replace_those_of_the_catalogue() {
    let c = catalogue();
    let sample = c
        .programmes
        .iter()
        .find(|p| p.romes.len() > 1 && p.romes_added.is_empty())
        .unwrap();
    assert_eq!(outlets(&c, sample, Some(&[])), Vec::new());
    let pairs = c
        .romes
        .iter()
        .filter_map(|rome| Some((&rome.code, rome.parent.as_ref()?)));
    let mut reached = 0;
    for (child, parent) in pairs {
        let by = |code: &RomeCode| outlets(&c, sample, Some(std::slice::from_ref(code)));
        assert_eq!(by(child), by(parent), "{child} is read through {parent}");
        reached += by(child).len();
    }
    assert!(reached > 100, "{reached}");
}

fn family(outcome: &Outcome) -> (&str, &str) {
    match &outcome.target {
        OutcomeTarget::Family { diploma, nsf } => (diploma, nsf),
        other => panic!("{other:?} is not a family"),
    }
}

#[test]
fn national_outcomes_are_rates_of_known_denominators() {
    let outcomes = national_outcomes().unwrap();
    assert!(rises(outcomes.iter().map(|o| (family(o), o.route.as_str()))));
    for o in &outcomes {
        assert_eq!(
            (&o.scope, o.source, o.cohorts),
            (&OutcomeScope::Nation, SourceId::CATALOGUE, 2)
        );
        assert!(Diploma::parse(family(o).0).is_some());
        let rates = o.employment_rates.iter().chain([&o.continuing_rate]).flatten();
        assert!(rates.clone().all(|r| (0.0..=1.0).contains(r)), "{o:?}");
        assert_eq!(o.continuing_rate.is_some(), o.final_year.is_some(), "{o:?}");
        assert_eq!(o.employment_rates[0].is_some(), o.leavers.is_some(), "{o:?}");
    }
    let bac_pro = outcomes
        .iter()
        .find(|o| family(o) == ("Bac pro", "") && o.route == Route::School)
        .unwrap();
    assert_eq!(bac_pro.final_year, Some(87_564));
    assert_eq!(bac_pro.continuing_rate, Some(0.6035));
}

/// The identity the method starts from: need ≈ 97,000, today's leavers in field ≈ 28,000 before BUT and licence pro.
#[test]
fn national_figures_meet_the_published_orders_of_magnitude() {
    let c = catalogue();
    let skills: BTreeMap<&FapCode, SkillLevel> = core(&c).iter().map(|o| (&o.code, o.skill)).collect();
    let mut net: BTreeMap<SkillLevel, Milli> = BTreeMap::new();
    for demand in national_demand().unwrap() {
        if let Some(skill) = skills.get(&demand.fap) {
            *net.entry(*skill).or_default() += demand.projects().central - demand.seasonal().central;
        }
    }
    let (skilled, technicians) = (net[&SkillLevel::SkilledWorker], net[&SkillLevel::Technician]);
    assert_eq!(skilled, Milli(102_107_500));
    assert_eq!(technicians, Milli(47_205_500));
    let need = (skilled + technicians).times(0.65).people();
    assert!((90_000.0..110_000.0).contains(&need), "{need}");

    let outcomes = national_outcomes().unwrap();
    let all = outcomes.iter().filter(|o| family(o).1.is_empty());
    let leavers: f64 = all
        .filter_map(|o| Some(f64::from(o.leavers?) / f64::from(o.cohorts)))
        .sum();
    assert!((57_000.0..60_500.0).contains(&leavers), "{leavers}");
    let in_field = leavers * 0.8 * 0.6;
    assert!((27_000.0..29_500.0).contains(&in_field), "{in_field}");
}

#[test]
fn every_core_occupation_wants_skills_of_the_list_and_every_skill_is_wanted() {
    let (c, skills) = (catalogue(), skills().unwrap());
    let known: BTreeSet<_> = skills.list.iter().map(|s| &s.code).collect();
    assert!(rises(skills.list.iter().map(|s| &s.code)));
    assert!(rises(skills.occupations.iter().map(|s| (&s.fap, &s.skill))));
    assert!(rises(skills.rules.iter().map(|s| (&s.nsf, &s.skill))));
    let mut wanted = BTreeSet::new();
    for occupation in core(&c) {
        let own: Vec<_> = skills.occupations.iter().filter(|s| s.fap == occupation.code).collect();
        assert!((4..=9).contains(&own.len()), "{}: {}", occupation.code, own.len());
        assert!(
            own.iter().filter(|s| s.importance == Importance::Core).count() >= 3,
            "{}",
            occupation.code
        );
        wanted.extend(own.iter().map(|s| &s.skill));
    }
    assert_eq!(wanted, known);
    assert!(
        skills
            .rules
            .iter()
            .all(|rule| known.contains(&rule.skill) && !rule.levels.is_empty())
    );
    for skill in &skills.list {
        assert!(
            !skill.label_fr.is_empty() && skill.label_fr != skill.label_en,
            "{}",
            skill.code
        );
        assert!(!skill.label_fr.contains('\''), "{}", skill.label_fr);
    }
    // Every programme teaches something, by its group of specialities and its level.
    for programme in &c.programmes {
        let nsf = programme.nsf.as_ref().map_or("", |nsf| &nsf.as_str()[..3]);
        let taught = skills
            .rules
            .iter()
            .filter(|rule| rule.nsf == nsf && rule.levels.contains(&programme.level));
        assert!(taught.count() > 0, "{} {}", programme.id, programme.label);
    }
}
