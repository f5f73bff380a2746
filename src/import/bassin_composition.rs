//! Composition of the employment basins by commune (France Travail, basins of 2021).

use super::bmo::refuse_basin;
use super::distinct::{Distinct, Novelty};
use super::error::ImportError;
use super::known::Known;
use super::layout::{Layout, Shape};
use super::sink::{Fate, Sink};
use super::table::Table;
use crate::domain::id::{BasinCode, CommuneCode};
use crate::domain::territory::Commune;
use crate::i18n::Message;

pub static LAYOUT: Layout = Layout {
    name: "bassin_composition",
    label: "layout-bassin-composition",
    producer: "France Travail",
    licence: "Licence Ouverte 2.0",
    shape: Shape::Table,
    columns: &[COMMUNE, BASIN, BASIN_NAME],
    without: &[],
    read_rows,
};

const COMMUNE: &[&str] = &["codgeo", "depcom", "code_commune"];
const BASIN: &[&str] = &["codbe", "code_be", "be##"];
const BASIN_NAME: &[&str] = &["libbe", "lib_be", "nombe##"];
const COMMUNE_NAME: &[&str] = &["libgeo", "nom_commune"];

fn read_rows(table: &mut Table<'_>, known: &Known, sink: &mut Sink<'_>) -> Result<(), ImportError> {
    let [commune, basin, basin_name, name] =
        [COMMUNE, BASIN, BASIN_NAME, COMMUNE_NAME].map(|names| table.column(names));
    let mut distinct = Distinct::default();
    table.each_row(sink, |row, sink| {
        let code = row.code(commune, sink, CommuneCode::parse)?;
        let written = row.code(basin, sink, BasinCode::parse)?;
        let label = row.text(basin_name);
        // A basin split off after the table kept the code of its parent but already has its own name.
        let renamed = known.basin_named_otherwise(&written, label);
        let code_kept = renamed.map_or(&written, |b| &b.code);
        if known.basin(code_kept).is_none() {
            return Err(refuse_basin(known, &written, basin, basin_name, row, sink));
        }
        if distinct.note(code.clone(), code_kept.clone(), row, sink)? == Novelty::Known {
            return Ok(Fate::Merged);
        }
        if let Some(own) = renamed {
            let reason = Message::new("import-basin-recoded").with("name", label);
            let reason = reason.with("code", own.code.as_str());
            sink.doubt(row, basin, reason, Message::new("import-fix-none"));
        }
        sink.batch.communes.push(Commune {
            department: code.department(),
            code,
            name: row.text(name).to_owned(),
            basin: Some(code_kept.clone()),
            zone: None,
            position: None,
            population: None,
        });
        Ok(Fate::Stored)
    })
}
