//! Job titles of ROME codes (« référentiel des appellations », France Travail): only those of codes the program knows.

use super::distinct::{Distinct, Novelty};
use super::error::ImportError;
use super::known::Known;
use super::layout::{Layout, Shape};
use super::sink::{Fate, Sink};
use super::table::Table;
use super::value::single_apostrophes;
use crate::domain::id::RomeCode;
use crate::domain::occupation::Appellation;

pub static LAYOUT: Layout = Layout {
    name: "rome_appellations",
    label: "layout-rome-appellations",
    producer: "France Travail, ROME",
    licence: "Licence Ouverte 2.0",
    shape: Shape::Table,
    columns: &[OGR, LABEL, CODE],
    without: &["code_rome_cible"],
    read_rows,
};

const OGR: &[&str] = &["code_ogr", "code_ogr_appellation", "code_appellation"];
const LABEL: &[&str] = &[
    "libelle_appellation_long",
    "libelle_appellation",
    "libelle_appellation_court",
];
const CODE: &[&str] = &["code_rome"];

fn read_rows(table: &mut Table<'_>, known: &Known, sink: &mut Sink<'_>) -> Result<(), ImportError> {
    let [code, label] = [CODE, LABEL].map(|names| table.column(names));
    if let Some(version) = sink.version_of_name() {
        sink.set_vintage(version);
    }
    let mut distinct = Distinct::default();
    table.each_row(sink, |row, sink| {
        let rome = row.code(code, sink, RomeCode::parse)?;
        let label = single_apostrophes(row.required_text(label, sink)?);
        if !known.has_rome(&rome) {
            return Ok(Fate::Ignored);
        }
        match distinct.note((rome.clone(), label.clone()), (), row, sink)? {
            Novelty::Known => Ok(Fate::Merged),
            Novelty::New => {
                sink.batch.appellations.push(Appellation { rome, label });
                Ok(Fate::Stored)
            }
        }
    })
}
