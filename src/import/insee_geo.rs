//! INSEE table of communes and the places they belong to: commune → zone d'emploi 2020.

use super::distinct::{Distinct, Novelty};
use super::error::ImportError;
use super::known::Known;
use super::layout::{Layout, Shape};
use super::sink::{Fate, Sink};
use super::table::Table;
use crate::domain::id::{CommuneCode, DepartmentCode, ZoneCode};
use crate::domain::territory::Commune;

pub static LAYOUT: Layout = Layout {
    name: "insee_geo",
    label: "layout-insee-geo",
    producer: "Insee",
    licence: "Licence Ouverte 2.0",
    // Communes, then the arrondissements of Paris, Lyon and Marseille.
    shape: Shape::ManySheets,
    columns: &[COMMUNE, NAME, DEPARTMENT, ZONE],
    without: &[],
    read_rows,
};

const COMMUNE: &[&str] = &["codgeo"];
const NAME: &[&str] = &["libgeo"];
const DEPARTMENT: &[&str] = &["dep"];
const ZONE: &[&str] = &["ze2020"];

fn read_rows(table: &mut Table<'_>, _known: &Known, sink: &mut Sink<'_>) -> Result<(), ImportError> {
    let [commune, name, department, zone] = [COMMUNE, NAME, DEPARTMENT, ZONE].map(|names| table.column(names));
    let mut distinct = Distinct::default();
    table.each_row(sink, |row, sink| {
        let code = row.code(commune, sink, CommuneCode::parse)?;
        let fact = Commune {
            name: row.required_text(name, sink)?.to_owned(),
            department: row.optional_code(department, sink, DepartmentCode::parse)?,
            basin: None,
            zone: match row.text(zone) {
                // The two overseas collectivities have no zone.
                "ZZZZ" | "0000" => None,
                _ => row.optional_code(zone, sink, ZoneCode::parse)?,
            },
            position: None,
            population: None,
            code: code.clone(),
        };
        match distinct.note(code, fact.clone(), row, sink)? {
            Novelty::Known => Ok(Fate::Merged),
            Novelty::New => {
                sink.batch.communes.push(fact);
                Ok(Fate::Stored)
            }
        }
    })
}
