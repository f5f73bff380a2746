//! Nomenclature of the FAP 2021 (Dares): official labels of level 228.

use super::distinct::{Distinct, Novelty};
use super::error::ImportError;
use super::known::Known;
use super::layout::{Layout, Shape};
use super::sink::{Fate, Sink};
use super::table::Table;
use crate::domain::batch::FapLabel;
use crate::domain::id::FapCode;

pub static LAYOUT: Layout = Layout {
    name: "fap2021_list",
    label: "layout-fap2021-list",
    producer: "Dares, nomenclature FAP 2021",
    licence: "Licence Ouverte 2.0",
    shape: Shape::Table,
    columns: &[CODE, LABEL],
    without: &[],
    read_rows,
};

const CODE: &[&str] = &["code fap 228"];
const LABEL: &[&str] = &["intitule fap 228"];

/// A line is a code of level 341: lines of the same 228 code repeat its label.
fn read_rows(table: &mut Table<'_>, _known: &Known, sink: &mut Sink<'_>) -> Result<(), ImportError> {
    let [code, label] = [CODE, LABEL].map(|names| table.column(names));
    sink.set_vintage("2021");
    let mut distinct = Distinct::default();
    table.each_row(sink, |row, sink| {
        let code = row.code(code, sink, FapCode::parse)?;
        let label = row.required_text(label, sink)?.to_owned();
        match distinct.note(code.clone(), label.clone(), row, sink)? {
            Novelty::Known => Ok(Fate::Merged),
            Novelty::New => {
                sink.batch.fap_labels.push(FapLabel { code, label });
                Ok(Fate::Stored)
            }
        }
    })
}
