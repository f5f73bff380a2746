//! Facts of files: beside each other by source, the newest heard, nothing lost when a file goes.

use super::samples::{
    blank, employer, establishment, import, line, need, path_in, record, section, stays_in_field, survey, surveys,
    territory,
};
use releve::domain::batch::{Batch, DiplomaOutlet, Fap2009Line, FapLabel};
use releve::domain::contour::{Contour, Corner, PlaceKind};
use releve::domain::demand::Tension;
use releve::domain::occupation::{Appellation, Provenance, ProximityKind, Rome, RomeProximity};
use releve::domain::programme::Route;
use releve::domain::secrecy::Count;
use releve::domain::skill::{Importance, ProgrammeSkill, RomeSkill};
use releve::domain::source::SourceId;
use releve::domain::supply::{Outcome, OutcomeScope, OutcomeTarget, Wishes};
use releve::domain::territory::{Commune, Position};
use releve::domain::units::Milli;
use releve::i18n::{Lang, Message};
use releve::store::{Deed, IssueSeverity, SourceIssue, Store, StoreError};

#[test]
fn a_secret_stays_secret_a_zero_zero_and_a_missing_missing() {
    let states = [
        Count::Secret,
        Count::Zero,
        Count::Missing,
        Count::of(Milli(2_500)),
        Count::of(Milli::whole(7)),
    ];
    let (folder, mut store) = blank();
    let facts = Batch {
        survey: states
            .iter()
            .zip(1..)
            .map(|(state, basin)| survey(2024, basin, *state))
            .collect(),
        ..Batch::default()
    };
    import(&mut store, &record("bmo", "bmo", "2024", &facts), &facts);
    drop(store);
    let read = Store::open(&path_in(&folder)).unwrap().facts().unwrap().survey;
    let projects: Vec<Count> = read.iter().map(|row| row.projects).collect();
    assert_eq!(projects, states);
    assert!(
        read.iter()
            .all(|row| row.difficult == Count::Secret && row.seasonal == Count::Missing)
    );
}

#[test]
fn a_value_of_nothing_is_stored_as_a_zero() {
    let (_folder, mut store) = blank();
    let facts = Batch {
        survey: vec![survey(2024, 1, Count::Value(Milli(0)))],
        ..Batch::default()
    };
    import(&mut store, &record("bmo", "bmo", "2024", &facts), &facts);
    assert_eq!(store.facts().unwrap().survey[0].projects, Count::Zero);
}

#[test]
fn the_same_file_twice_changes_nothing_and_is_said_so() {
    let (_folder, mut store) = blank();
    let facts = surveys(2024, 3, 5);
    let file = record("bmo", "bmo", "2024", &facts);
    assert_eq!(store.preview_import(&file, &facts).unwrap().diff.new, 3);
    import(&mut store, &file, &facts);
    let before = store.facts().unwrap();
    let preview = store.preview_import(&file, &facts).unwrap();
    assert!(preview.already_imported);
    assert_eq!(
        (preview.diff.new, preview.diff.changed, preview.diff.unchanged),
        (0, 0, 3)
    );
    let (diff, revision) = store
        .transact(&Deed::new("import"), |tx| tx.put_import(&file, &facts))
        .unwrap();
    assert_eq!((diff.unchanged, revision), (3, before.revision));
    assert_eq!(store.facts().unwrap(), before);
}

#[test]
fn a_newer_vintage_stands_beside_the_old_one() {
    let (_folder, mut store) = blank();
    let (old, new) = (surveys(2023, 2, 5), surveys(2024, 2, 5));
    import(&mut store, &record("a", "bmo", "2023", &old), &old);
    let file = record("b", "bmo", "2024", &new);
    assert_eq!(store.preview_import(&file, &new).unwrap().diff.new, 2);
    import(&mut store, &file, &new);
    let years: Vec<u16> = store.facts().unwrap().survey.iter().map(|row| row.year).collect();
    assert_eq!(years, [2023, 2023, 2024, 2024]);
}

#[test]
fn a_corrected_publication_is_heard_until_it_is_removed() {
    let (_folder, mut store) = blank();
    let first = surveys(2024, 3, 5);
    import(&mut store, &record("a", "bmo", "2024", &first), &first);
    let before = store.facts().unwrap();
    let mut second = surveys(2024, 2, 5);
    second.survey[1].projects = Count::of(Milli::whole(9));
    let file = record("b", "bmo", "2024", &second);
    let diff = store.preview_import(&file, &second).unwrap().diff;
    assert_eq!((diff.new, diff.changed, diff.unchanged), (0, 1, 1));
    assert_eq!(diff.examples[0].what, "BMO 2024 · 0002 · D1X33 · 59");
    assert_eq!(
        (diff.examples[0].before.as_str(), diff.examples[0].after.as_str()),
        ("5 / * / –", "9 / * / –")
    );
    let source = import(&mut store, &file, &second);
    let heard: Vec<i64> = store
        .facts()
        .unwrap()
        .survey
        .iter()
        .filter_map(|r| r.projects.known())
        .map(|m| m.0)
        .collect();
    assert_eq!(heard, [5_000, 9_000, 5_000]);
    store
        .transact(&Deed::new("remove-source"), |tx| tx.remove_source(source))
        .unwrap();
    assert_eq!(store.facts().unwrap().survey, before.survey);
    assert_eq!(store.check().unwrap().findings, []);
}

#[test]
fn an_official_crosswalk_line_stands_in_front_of_the_embedded_one_only() {
    let (_folder, mut store) = blank();
    let before = store.facts().unwrap().catalogue.crosswalk;
    let facts = Batch {
        crosswalk: vec![line(7, "D2X39", Provenance::Dares2021)],
        ..Batch::default()
    };
    let source = import(&mut store, &record("dares", "dares", "2021", &facts), &facts);
    let crosswalk = store.facts().unwrap().catalogue.crosswalk;
    let told: Vec<(u8, &str, Provenance)> = crosswalk
        .iter()
        .map(|l| (l.qualification, l.fap.as_str(), l.provenance))
        .collect();
    assert_eq!(
        told,
        [(7, "D2X39", Provenance::Dares2021), (8, "D2X38", Provenance::Expert)]
    );
    store
        .transact(&Deed::new("remove-source"), |tx| tx.remove_source(source))
        .unwrap();
    assert_eq!(store.facts().unwrap().catalogue.crosswalk, before);
}

#[test]
fn sections_of_two_layouts_stand_side_by_side_and_twins_of_one_file_are_both_kept() {
    let (_folder, mut store) = blank();
    let orion = Batch {
        sections: vec![section(2024, 15)],
        ..Batch::default()
    };
    let parcoursup = Batch {
        sections: vec![section(2024, 24), section(2024, 12)],
        ..Batch::default()
    };
    let newer_orion = Batch {
        sections: vec![section(2024, 30)],
        ..Batch::default()
    };
    import(&mut store, &record("a", "orion", "2024", &orion), &orion);
    import(&mut store, &record("b", "parcoursup", "2024", &parcoursup), &parcoursup);
    import(&mut store, &record("c", "orion", "2024", &newer_orion), &newer_orion);
    let mut seats: Vec<Option<u32>> = store.facts().unwrap().sections.iter().map(|s| s.seats).collect();
    seats.sort_unstable();
    assert_eq!(seats, [Some(12), Some(24), Some(30)]);
}

#[test]
fn each_file_completes_what_others_know_of_an_establishment() {
    let (_folder, mut store) = blank();
    let mut directory = establishment("Lycée Inventé");
    directory.commune = Some("01004".parse().unwrap());
    let mut other = establishment("LYCEE INVENTE");
    other.position = Some(Position { lat: 45.9, lon: 5.3 });
    let directory = Batch {
        establishments: vec![directory],
        ..Batch::default()
    };
    let other = Batch {
        establishments: vec![other],
        ..Batch::default()
    };
    import(&mut store, &record("a", "annuaire", "2024", &directory), &directory);
    let file = record("b", "parcoursup", "2024", &other);
    assert_eq!(store.preview_import(&file, &other).unwrap().diff.changed, 1);
    import(&mut store, &file, &other);
    let establishments = store.facts().unwrap().establishments;
    assert_eq!(establishments.len(), 1);
    assert_eq!(establishments[0].name, "LYCEE INVENTE");
    assert_eq!(
        establishments[0].commune.as_ref().map(ToString::to_string).as_deref(),
        Some("01004")
    );
    assert!(establishments[0].position.is_some());
}

/// One fact of every kind, every optional cell filled.
fn one_of_each() -> Batch {
    let position = Some(Position {
        lat: 50.123_456_789_012_3,
        lon: -0.1,
    });
    let mut establishment = establishment("CFA Inventé");
    establishment.position = position;
    establishment.basin = Some("3201".parse().unwrap());
    let mut apprentices = section(2025, 0);
    apprentices.route = Route::Apprenticeship;
    apprentices.wishes = Some(Wishes::First(12));
    apprentices.placeholder_seats = Some(999);
    apprentices.mefstat = Some("24721031111".parse().unwrap());
    Batch {
        survey: vec![survey(2026, 1, Count::Secret)],
        establishments: vec![establishment],
        sections: vec![apprentices],
        outcomes: vec![Outcome {
            scope: OutcomeScope::Region("32".parse().unwrap()),
            route: Route::School,
            target: OutcomeTarget::Family {
                diploma: "CAP".into(),
                nsf: "254".into(),
            },
            vintage: "2022_2023".into(),
            cohorts: 2,
            final_year: Some(100),
            continuing: Some(40),
            leavers: Some(60),
            continuing_rate: Some(0.1 + 0.2),
            employment_rates: [Some(0.5), None, Some(1.0), Some(0.0)],
            row: 9,
            source: SourceId::default(),
        }],
        communes: vec![Commune {
            code: "2A004".parse().unwrap(),
            name: "Ajaccio".into(),
            department: Some("2A".parse().unwrap()),
            basin: Some("9401".parse().unwrap()),
            zone: Some("9401".parse().unwrap()),
            position,
            population: Some(74_000),
        }],
        romes: vec![Rome {
            code: "H2914".parse().unwrap(),
            label: "Tôlerie".into(),
            parent: Some("H2913".parse().unwrap()),
        }],
        proximities: vec![RomeProximity {
            from: "H2913".parse().unwrap(),
            to: "H2914".parse().unwrap(),
            kind: ProximityKind::Evolution,
        }],
        crosswalk: vec![line(9, "H0X90", Provenance::Dares2009Bridge)],
        fap_labels: vec![FapLabel {
            code: "D1X33".parse().unwrap(),
            label: "Soudeurs".into(),
        }],
        outlets: vec![DiplomaOutlet {
            cfd: None,
            rncp: Some("34500".parse().unwrap()),
            rome: "H2913".parse().unwrap(),
            row: 3,
            source: SourceId::default(),
        }],
        fap2009_bridge: vec![Fap2009Line {
            rome: "H2913".parse().unwrap(),
            qualification: None,
            fap2009: "D1Z41".parse().unwrap(),
        }],
        tensions: vec![Tension {
            year: 2024,
            basin: "3201".parse().unwrap(),
            rome: "H2913".parse().unwrap(),
            tension: Some(5),
            hiring_intensity: Some(1),
            labour_shortage: None,
            job_instability: Some(2),
            hard_conditions: Some(3),
            geographic_mismatch: Some(4),
            training_link: Some(5),
            row: 2,
            source: SourceId::default(),
        }],
        appellations: vec![Appellation {
            rome: "H2913".parse().unwrap(),
            label: "Soudeur / Soudeuse inventé".into(),
        }],
        rome_skills: vec![RomeSkill {
            rome: "H2913".parse().unwrap(),
            skill: "100001".parse().unwrap(),
            label: "Souder l’inox".into(),
            importance: Importance::Useful,
            row: 7,
            source: SourceId::default(),
        }],
        programme_skills: vec![ProgrammeSkill {
            cfd: "40025406".parse().unwrap(),
            skill: "S014".parse().unwrap(),
            label: "Souder".into(),
            row: 8,
            source: SourceId::default(),
        }],
        contours: vec![Contour {
            kind: PlaceKind::Zone,
            code: "3201".into(),
            name: "Ailleurs".into(),
            land: vec![vec![
                [(-5, 7), (9_000_000, 7), (3, -8)]
                    .map(|(lon, lat)| Corner { lon, lat })
                    .to_vec(),
            ]],
            row: 4,
            source: SourceId::default(),
        }],
    }
}

#[test]
fn every_kind_of_fact_comes_back_as_it_was_told() {
    let (folder, mut store) = blank();
    let told = one_of_each();
    let id = import(&mut store, &record("tout", "tout", "2026", &told), &told);
    drop(store);
    let store = Store::open(&path_in(&folder)).unwrap();
    let facts = store.facts().unwrap();
    let mut expected = told.clone();
    expected.survey[0].source = id;
    expected.establishments[0].source = id;
    expected.sections[0].source = id;
    expected.outcomes[0].source = id;
    expected.tensions[0].source = id;
    expected.contours[0].source = id;
    expected.rome_skills[0].source = id;
    expected.programme_skills[0].source = id;
    expected.crosswalk[0].source = id;
    expected.outlets[0].source = id;
    assert_eq!(facts.survey, expected.survey);
    assert_eq!(facts.establishments, expected.establishments);
    assert_eq!(facts.sections, expected.sections);
    assert_eq!(facts.outcomes, expected.outcomes);
    assert_eq!(facts.communes, expected.communes);
    assert_eq!(facts.catalogue.romes, expected.romes);
    assert_eq!(facts.catalogue.proximities, expected.proximities);
    assert!(facts.catalogue.crosswalk.contains(&expected.crosswalk[0]));
    assert_eq!(facts.outlets, expected.outlets);
    assert_eq!(store.fap2009_bridge().unwrap(), expected.fap2009_bridge);
    let reader = store.reader().unwrap();
    assert_eq!(reader.tensions().unwrap(), expected.tensions);
    assert_eq!(reader.contours().unwrap(), expected.contours);
    let skills = store.facts().unwrap().skills;
    assert_eq!(
        (skills.romes, skills.programmes),
        (expected.rome_skills.clone(), expected.programme_skills.clone())
    );
    assert_eq!(reader.appellations().unwrap(), expected.appellations);
    let again = store
        .preview_import(&record("autre", "tout", "2026", &told), &told)
        .unwrap()
        .diff;
    assert_eq!((again.new, again.changed, again.unchanged), (0, 0, 16));
    assert_eq!(store.check().unwrap().findings, []);
}

#[test]
fn refused_and_doubtful_rows_are_kept_with_their_words() {
    let (_folder, mut store) = blank();
    let facts = surveys(2024, 1, 5);
    let mut file = record("bmo", "bmo", "2024", &facts);
    file.issues = vec![SourceIssue {
        severity: IssueSeverity::Refused,
        file: "bmo.csv".into(),
        row: 12,
        column: "met".into(),
        value: "douze".into(),
        reason: Message::new("count-rows").with("n", 2_000_i64),
        remedy: Message::new("store-error-rule").with("detail", Message::new("simulated")),
    }];
    let source = import(&mut store, &file, &facts);
    let kept = store.issues(source).unwrap();
    assert_eq!(kept, file.issues);
    assert_eq!(kept[0].reason.text(Lang::En), "2,000 rows");
    assert_eq!(store.check().unwrap().findings, []);
}

#[test]
fn one_bad_fact_refuses_the_whole_deed() {
    let (_folder, mut store) = blank();
    let before = store.facts().unwrap();
    let mut facts = surveys(2024, 3, 5);
    facts.survey[2].projects = Count::Value(Milli(-1));
    let file = record("bmo", "bmo", "2024", &facts);
    let outcome = store.transact(&Deed::new("import"), |tx| tx.put_import(&file, &facts));
    assert!(matches!(outcome, Err(StoreError::Rule { .. })), "{outcome:?}");
    let outcome = store.transact(&Deed::new("put-need"), |tx| tx.put_need(&need(0, 99, 1)));
    assert!(matches!(outcome, Err(StoreError::Rule { .. })), "{outcome:?}");
    let outcome = store.transact(&Deed::new("put-employer"), |tx| {
        tx.put_employer(&employer(7, "Personne"))
    });
    assert!(matches!(outcome, Err(StoreError::NoSuch { .. })), "{outcome:?}");
    for central in [1.5, -0.1, f64::NAN] {
        let outcome = store.transact(&Deed::new("set-assumption"), |tx| {
            tx.set_assumption(&stays_in_field(central))
        });
        assert!(matches!(outcome, Err(StoreError::Assumption { .. })), "{outcome:?}");
    }
    assert_eq!(store.facts().unwrap(), before);
}

#[test]
fn the_territory_may_be_renamed() {
    let (_folder, mut store) = blank();
    let mut other = territory("Autre nom");
    other.regions = vec!["27".parse().unwrap(), "84".parse().unwrap()];
    store
        .transact(&Deed::new("set-territory"), |tx| tx.set_territory(&other))
        .unwrap();
    assert_eq!(store.facts().unwrap().territory, other);
}
