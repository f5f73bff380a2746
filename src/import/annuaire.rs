//! The directory of schools: « annuaire de l'éducation » and its elder « adresse et géolocalisation ».

use std::collections::HashMap;

use super::error::ImportError;
use super::known::Known;
use super::layout::{Layout, Shape};
use super::place;
use super::sink::{Fate, Refused, Sink};
use super::table::{Column, Row, Table};
use super::value::fold;
use crate::domain::id::{CommuneCode, DepartmentCode, Uai};
use crate::domain::source::SourceId;
use crate::domain::supply::Establishment;
use crate::i18n::Message;

/// One row a school, primary schools to administrative services; places the sections of other files.
pub static LAYOUT: Layout = Layout {
    name: "annuaire",
    label: "layout-annuaire",
    producer: "Ministère de l’Éducation nationale (DEPP), annuaire de l’éducation",
    licence: "Licence Ouverte 2.0",
    shape: Shape::Table,
    columns: &[UAI, NAME, COMMUNE, &["latitude"], &["longitude"]],
    without: &[],
    read_rows,
};

const UAI: &[&str] = &[
    "identifiant_de_l_etablissement",
    "identifiant de l'etablissement",
    "numero_uai",
    "code etablissement",
];
const NAME: &[&str] = &[
    "nom_etablissement",
    "nom de l'etablissement",
    "nom etablissement",
    "appellation_officielle",
    "appellation officielle",
];
const COMMUNE: &[&str] = &["code_commune", "code commune"];
const KIND: &[&str] = &[
    "type_etablissement",
    "type d'etablissement",
    "nature_uai_libe",
    "nature",
    "libelle_nature",
];

struct Columns {
    uai: Column,
    name: Column,
    commune: Column,
    department: Column,
    lat: Column,
    lon: Column,
    kind: Column,
}

fn read_rows(table: &mut Table<'_>, _: &Known, sink: &mut Sink<'_>) -> Result<(), ImportError> {
    let columns = Columns {
        uai: table.column(UAI),
        name: table.column(NAME),
        commune: table.column(COMMUNE),
        department: table.column(&["code_departement", "code departement"]),
        lat: table.column(&["latitude"]),
        lon: table.column(&["longitude"]),
        kind: table.column(KIND),
    };
    let mut places: HashMap<Uai, (usize, u32)> = HashMap::new();
    let mut outside = 0_u64;
    table.each_row(sink, |row, sink| {
        if is_below_lycee(row.text(columns.kind)) {
            outside += 1;
            return Ok(Fate::Ignored);
        }
        let school = read_row(row, &columns, sink)?;
        let Some(&(at, first_row)) = places.get(&school.uai) else {
            places.insert(school.uai.clone(), (sink.batch.establishments.len(), row.number()));
            sink.batch.establishments.push(school);
            return Ok(Fate::Stored);
        };
        if sink.batch.establishments.get(at).is_some_and(|first| *first != school) {
            let reason = Message::new("import-school-twice").with("row", first_row);
            sink.doubt(row, columns.uai, reason, Message::new("import-fix-school-twice"));
        }
        Ok(Fate::Merged)
    })?;
    if outside > 0 {
        sink.note(Message::new("import-note-below-lycee").with("n", outside));
    }
    Ok(())
}

/// Primary schools and collèges have no vocational section.
fn is_below_lycee(kind: &str) -> bool {
    let kind = fold(kind);
    kind.starts_with("ecole maternelle")
        || kind.starts_with("ecole elementaire")
        || kind.starts_with("ecole primaire")
        || kind.starts_with("ecole de niveau elementaire")
        || kind == "ecole"
        || kind.starts_with("college")
}

fn read_row(row: &Row<'_>, columns: &Columns, sink: &mut Sink<'_>) -> Result<Establishment, Refused> {
    let uai = row.code(columns.uai, sink, Uai::parse)?;
    let commune = row.optional_code(columns.commune, sink, CommuneCode::parse)?;
    let department = department(row.text(columns.department)).or_else(|| uai.department());
    let position = place::two(row, (columns.lat, columns.lon), department.as_ref(), sink);
    Ok(Establishment {
        name: row.text(columns.name).to_owned(),
        uai,
        commune,
        department,
        position,
        basin: None,
        source: SourceId::default(),
    })
}

/// Three characters in this file: `038` is 38, `02A` is 2A, `971` stays.
fn department(text: &str) -> Option<DepartmentCode> {
    let short = text.strip_prefix('0').filter(|rest| rest.len() == 2).unwrap_or(text);
    DepartmentCode::parse(short).ok()
}
