//! ROME code list (France Travail): ROME 3, and ROME 4 whose new codes name their historic parent.

use super::distinct::{Distinct, Novelty};
use super::error::ImportError;
use super::known::Known;
use super::layout::{Layout, Shape};
use super::sink::{Fate, Sink};
use super::table::Table;
use super::value::single_apostrophes;
use crate::domain::id::RomeCode;
use crate::domain::occupation::Rome;

pub static LAYOUT: Layout = Layout {
    name: "rome_codes",
    label: "layout-rome-codes",
    producer: "France Travail, ROME",
    licence: "Licence Ouverte 2.0",
    shape: Shape::Table,
    columns: &[CODE, LABEL, OGR],
    without: &[],
    read_rows,
};

const CODE: &[&str] = &["code_rome"];
const LABEL: &[&str] = &["libelle_rome"];
const OGR: &[&str] = &["code_ogr"];
const PARENT: &[&str] = &["code_rome_parent"];

fn read_rows(table: &mut Table<'_>, _known: &Known, sink: &mut Sink<'_>) -> Result<(), ImportError> {
    let [code, label, parent] = [CODE, LABEL, PARENT].map(|names| table.column(names));
    if let Some(version) = sink.version_of_name() {
        sink.set_vintage(version);
    }
    let mut distinct = Distinct::default();
    table.each_row(sink, |row, sink| {
        let code = row.code(code, sink, RomeCode::parse)?;
        let parent = row.optional_code(parent, sink, RomeCode::parse)?;
        let fact = Rome {
            label: single_apostrophes(row.required_text(label, sink)?),
            // A historic code is its own parent.
            parent: parent.filter(|parent| *parent != code),
            code,
        };
        match distinct.note(fact.code.clone(), fact.clone(), row, sink)? {
            Novelty::Known => Ok(Fate::Merged),
            Novelty::New => {
                sink.batch.romes.push(fact);
                Ok(Fate::Stored)
            }
        }
    })
}
