//! Small invented facts and files for the tests of the store.

use std::path::PathBuf;

use releve::domain::assumption::{Assumption, AssumptionKey};
use releve::domain::batch::Batch;
use releve::domain::demand::{Commitment, Employer, Need, SurveyRow};
use releve::domain::facts::Catalogue;
use releve::domain::occupation::{CrosswalkLine, Provenance};
use releve::domain::programme::Route;
use releve::domain::secrecy::Count;
use releve::domain::skill::{LocalModule, ModuleStatus};
use releve::domain::source::{RowCounts, SourceId};
use releve::domain::supply::{Establishment, Section};
use releve::domain::territory::{Nature, Position, Region, Territory};
use releve::domain::units::{Milli, Range};
use releve::store::{Deed, SourceRecord, Store};
use tempfile::TempDir;

/// A new territory in a folder that goes with the test.
pub fn blank() -> (TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::create_with(&path_in(&folder), &territory("Essai"), catalogue(), Vec::new()).unwrap();
    (folder, store)
}

pub fn path_in(folder: &TempDir) -> PathBuf {
    folder.path().join("essai.releve")
}

pub fn territory(name: &str) -> Territory {
    Territory {
        name: name.to_owned(),
        regions: vec!["32".parse().unwrap()],
        nature: Nature::Real,
    }
}

fn catalogue() -> Catalogue {
    Catalogue {
        regions: vec![Region {
            code: "32".parse().unwrap(),
            name: "Hauts-de-France".to_owned(),
        }],
        crosswalk: vec![
            line(7, "D2X37", Provenance::Expert),
            line(8, "D2X38", Provenance::Expert),
        ],
        ..Catalogue::default()
    }
}

pub fn line(qualification: u8, fap: &str, provenance: Provenance) -> CrosswalkLine {
    CrosswalkLine {
        rome: "H2913".parse().unwrap(),
        qualification,
        fap: fap.parse().unwrap(),
        fap2009: None,
        provenance,
        confidence: 2,
        source: SourceId::default(),
    }
}

/// What an importer says of a file whose bytes are `name`.
pub fn record(name: &str, layout: &str, vintage: &str, facts: &Batch) -> SourceRecord {
    let stored = u64::try_from(facts.len()).unwrap();
    SourceRecord {
        file: format!("{name}.csv"),
        sha256: format!("{name:0>64}"),
        layout: layout.to_owned(),
        vintage: vintage.to_owned(),
        producer: "Producteur inventé".to_owned(),
        licence: "Licence inventée".to_owned(),
        counts: RowCounts {
            read: stored + 2,
            stored,
            refused: 2,
            ..RowCounts::default()
        },
        issues: Vec::new(),
    }
}

/// Imports a file; the key the store gave it.
pub fn import(store: &mut Store, record: &SourceRecord, facts: &Batch) -> SourceId {
    let deed = Deed::new("import").with("file", record.file.as_str());
    store.transact(&deed, |tx| tx.put_import(record, facts)).unwrap();
    store.sources().unwrap().last().unwrap().id
}

pub fn survey(year: u16, basin: u16, projects: Count) -> SurveyRow {
    SurveyRow {
        year,
        basin: format!("{basin:04}").parse().unwrap(),
        department: Some("59".parse().unwrap()),
        region: Some("32".parse().unwrap()),
        fap: "D1X33".parse().unwrap(),
        fap_label: "Soudeurs".to_owned(),
        clpe: String::new(),
        projects,
        difficult: Count::Secret,
        seasonal: Count::Missing,
        row: u32::from(basin) + 1,
        source: SourceId::default(),
    }
}

/// Survey rows of basins 1 to `basins`, with as many projects each.
pub fn surveys(year: u16, basins: u16, projects: i64) -> Batch {
    let count = Count::of(Milli::whole(projects));
    Batch {
        survey: (1..=basins).map(|basin| survey(year, basin, count)).collect(),
        ..Batch::default()
    }
}

pub fn section(session: u16, seats: u32) -> Section {
    Section {
        uai: "0010001W".parse().unwrap(),
        cfd: Some("40025007".parse().unwrap()),
        mefstat: None,
        label: "BAC PRO - Invention".to_owned(),
        route: Route::School,
        session,
        year_of_study: Some(1),
        seats: Some(seats),
        entrants: None,
        wishes: None,
        final_year: Some(Milli(11_500)),
        position: Some(Position { lat: 50.1, lon: 3.3 }),
        placeholder_seats: None,
        row: 2,
        source: SourceId::default(),
    }
}

pub fn establishment(name: &str) -> Establishment {
    Establishment {
        uai: "0010001W".parse().unwrap(),
        name: name.to_owned(),
        commune: None,
        department: None,
        position: None,
        basin: None,
        source: SourceId::default(),
    }
}

pub fn employer(id: i64, name: &str) -> Employer {
    Employer {
        id,
        siret: None,
        name: name.to_owned(),
        naf: None,
        commune: None,
        basin: "3201".parse().unwrap(),
        headcount: Some(40),
    }
}

pub fn need(id: i64, employer: i64, posts: u32) -> Need {
    Need {
        id,
        employer,
        basin: "3201".parse().unwrap(),
        fap: "D1X33".parse().unwrap(),
        year: 2027,
        posts,
        level: Some(4),
        commitment: Commitment::Engaged,
        declared_on: "2026-11-23".to_owned(),
    }
}

pub fn module(id: i64, turn: usize) -> LocalModule {
    LocalModule {
        id,
        uai: "0590000E".parse().unwrap(),
        programme: "25122201".parse().unwrap(),
        skill: format!("S{:03}", turn % 5).parse().unwrap(),
        hours: 30,
        year_of_study: 2,
        rentree: 2027,
        status: ModuleStatus::Proposal,
        note: turn.to_string(),
    }
}

pub fn stays_in_field(central: f64) -> Assumption {
    Assumption {
        key: AssumptionKey::StaysInField,
        scope: String::new(),
        value: Range::new(0.0, central, 1.0),
        source: "test".to_owned(),
        edited: false,
    }
}
