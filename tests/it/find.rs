//! Search everywhere: words in any spelling, best first, and job titles that lead to their occupations.

use std::collections::BTreeSet;

use releve::app::find::{Index, Kind, Target};
use releve::app::{NewTerritory, Session};
use releve::domain::occupation::{Appellation, Occupation, OccupationScope, SkillLevel};
use releve::domain::progress::Unattended;
use releve::i18n::Lang;
use releve::store::catalogue;

fn demonstration() -> (tempfile::TempDir, Session) {
    let folder = tempfile::tempdir().unwrap();
    let session = Session::create(&folder.path().join("t.releve"), &NewTerritory::Demonstration).unwrap();
    (folder, session)
}

fn first(index: &Index, query: &str) -> (Kind, String, Target) {
    let found = index.search(query, 12);
    let entry = found.first().unwrap_or_else(|| panic!("nothing answers {query}"));
    (entry.kind, entry.name.clone(), entry.target.clone())
}

fn occupation(code: &str) -> Target {
    Target::Occupation(code.parse().unwrap())
}

#[test]
fn a_job_title_leads_to_its_occupation_without_any_import() {
    let (_folder, session) = demonstration();
    let index = session.index(Lang::Fr).unwrap();
    let (kind, name, target) = first(&index, "soudeur TIG");
    assert_eq!(
        (kind, name.as_str()),
        (Kind::Title, "Soudeur TIG → Soudeurs (ROME H2913)")
    );
    assert_eq!(target, occupation("D1X33"));
    let same = |query: &str, expected: &str| assert_eq!(first(&index, query).2, occupation(expected), "{query}");
    same("REGLEUR sur commande-numerique", "D0X33");
    same("opérateurs de l'extrusion plastique", "E2X40");
    same("Automaticiens", "G1X77");
}

#[test]
fn every_kind_of_thing_is_found_whatever_its_spelling() {
    let (_folder, session) = demonstration();
    let facts = session.facts().unwrap();
    for lang in Lang::ALL {
        let index = session.index(lang).unwrap();
        let check = |name: &str, kind: Kind| {
            let asked = name.to_uppercase().replace(['\'', '’', '-'], " ");
            let found = index.search(&asked, 12);
            assert!(found.iter().any(|entry| entry.kind == kind), "{asked}: {found:?}");
        };
        let home = facts
            .catalogue
            .basins
            .iter()
            .find(|b| facts.territory.regions.contains(&b.region));
        check(&home.unwrap().name, Kind::Basin);
        check("chaudronnerie et tôlerie", Kind::Occupation);
        check("maintenance des systèmes", Kind::Programme);
        check(&facts.establishments[0].name, Kind::Establishment);
        check(&facts.employers[0].name, Kind::Employer);
        check(&releve::i18n::text(lang, "ui-assumption-radius-km"), Kind::Assumption);
        assert!(index.search("", 12).is_empty() && index.search("zzzz qqqq", 12).is_empty());
    }
}

#[test]
fn the_beginning_of_words_comes_first_and_the_order_is_always_the_same() {
    let (_folder, session) = demonstration();
    let index = session.index(Lang::Fr).unwrap();
    assert_eq!(
        first(&index, "soudeurs").2,
        occupation("D1X33"),
        "the occupation itself"
    );
    let names =
        |index: &Index| -> Vec<String> { index.search("technicien", 12).iter().map(|e| e.name.clone()).collect() };
    assert_eq!(names(&index).len(), 12);
    assert_eq!(names(&index), names(&session.index(Lang::Fr).unwrap()));
}

#[test]
fn imported_titles_lead_through_the_crosswalk_and_to_no_other_field() {
    let (folder, session) = demonstration();
    let file = folder.path().join("appellation_v347.csv");
    let rows = "code_ogr,libelle_appellation_long,code_rome\n1,Vérificateur / Vérificatrice de rapières,H2903\n2,Tailleur / Tailleuse de nuages,D1202\n";
    std::fs::write(&file, rows).unwrap();
    let before = session.index(Lang::Fr).unwrap();
    assert!(before.search("rapières", 12).is_empty());
    let previews = session.preview(&[file], &Unattended).unwrap();
    session
        .import(&previews.iter().collect::<Vec<_>>(), &Unattended)
        .unwrap();
    let index = session.index(Lang::Fr).unwrap();
    let found = index.search("vérificatrice rapières", 12);
    let codes: BTreeSet<String> = found.iter().map(|entry| entry.target.code()).collect();
    let facts = session.facts().unwrap();
    let core: BTreeSet<&str> = facts
        .catalogue
        .occupations
        .iter()
        .filter(|o| o.scope == OccupationScope::Core)
        .map(|o| o.code.as_str())
        .collect();
    let led = facts
        .catalogue
        .crosswalk
        .iter()
        .filter(|line| line.rome.as_str() == "H2903");
    let expected: BTreeSet<String> = led
        .filter(|line| core.contains(line.fap.as_str()))
        .map(|line| line.fap.to_string())
        .collect();
    assert!(!codes.is_empty() && codes == expected, "{codes:?} {expected:?}");
    assert!(
        index.search("nuages", 12).is_empty(),
        "a title of another field is not kept"
    );
    let skill = |entry: &releve::app::find::Entry| {
        let of = |o: &&Occupation| entry.target == occupation(o.code.as_str());
        facts.catalogue.occupations.iter().find(of).unwrap().skill
    };
    assert_eq!(
        skill(found[0]),
        SkillLevel::SkilledWorker,
        "workers first among the occupations of a title"
    );
    session.undo().unwrap();
    assert!(session.index(Lang::Fr).unwrap().search("rapières", 12).is_empty());
}

#[test]
fn titles_of_a_rome_4_code_lead_by_its_parent() {
    let (_folder, session) = demonstration();
    let facts = session.facts().unwrap();
    let child = facts.catalogue.romes.iter().find(|rome| {
        let leads = |line: &&releve::domain::occupation::CrosswalkLine| Some(&line.rome) == rome.parent.as_ref();
        let core = |fap| {
            facts
                .catalogue
                .occupations
                .iter()
                .any(|o| o.code == fap && o.scope == OccupationScope::Core)
        };
        facts
            .catalogue
            .crosswalk
            .iter()
            .filter(leads)
            .any(|line| core(line.fap.clone()))
            && !facts.catalogue.crosswalk.iter().any(|line| line.rome == rome.code)
    });
    let title = Appellation {
        rome: child.unwrap().code.clone(),
        label: "Inventeur de xylophones".to_owned(),
    };
    let index = Index::of(&facts, &[title], Lang::Fr);
    assert!(!index.search("xylophones", 12).is_empty());
}

#[test]
fn own_titles_lead_to_core_occupations_and_their_rome_codes_do_too() {
    let titles = catalogue::job_titles().unwrap();
    let catalogue = catalogue::embedded().unwrap();
    assert!(titles.len() >= 250);
    for title in &titles {
        let core = |o: &&Occupation| o.code == title.fap;
        let occupation = catalogue.occupations.iter().find(core).unwrap();
        assert_eq!(occupation.scope, OccupationScope::Core, "{}", title.title);
        if let Some(rome) = &title.rome {
            let leads = catalogue
                .crosswalk
                .iter()
                .any(|line| line.rome == *rome && line.fap == title.fap);
            assert!(leads, "{}: {rome} leads elsewhere", title.title);
        }
    }
    let unique: BTreeSet<(&str, &str)> = titles.iter().map(|t| (t.title.as_str(), t.fap.as_str())).collect();
    assert_eq!(unique.len(), titles.len());
}
