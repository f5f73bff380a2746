//! Outlets of the fiches of the RNCP (France compétences): the old export and the current archive.

use std::collections::HashSet;

use super::error::ImportError;
use super::known::Known;
use super::layout::{Layout, Shape};
use super::sink::{Fate, Sink};
use super::table::Table;
use crate::domain::batch::DiplomaOutlet;
use crate::domain::id::{RncpCode, RomeCode};
use crate::domain::source::SourceId;

/// `rncp_rome.v1.4.csv` and its siblings.
pub static OLD: Layout = Layout {
    name: "rncp_rome",
    label: "layout-rncp-rome",
    producer: "France compétences, RNCP",
    licence: "Licence Ouverte 2.0",
    shape: Shape::Table,
    columns: &[&["coderncp"], &["rome"], &["libelle"]],
    without: &[],
    read_rows,
};

/// `export_fiches_CSV_Rome_….csv`, alone or in its archive.
pub static CURRENT: Layout = Layout {
    name: "rncp_zip",
    label: "layout-rncp-zip",
    producer: "France compétences, RNCP",
    licence: "Licence Ouverte 2.0",
    shape: Shape::Table,
    columns: &[&["numero_fiche"], &["codes_rome_code"]],
    without: &[],
    read_rows,
};

fn read_rows(table: &mut Table<'_>, known: &Known, sink: &mut Sink<'_>) -> Result<(), ImportError> {
    let fiche = table.column(&["coderncp", "numero_fiche"]);
    let rome = table.column(&["rome", "codes_rome_code"]);
    if let Some(version) = sink.version_of_name() {
        sink.set_vintage(version);
    }
    let mut seen = HashSet::new();
    table.each_row(sink, |row, sink| {
        // The Répertoire spécifique holds no diploma.
        if row.text(fiche).starts_with("RS") {
            return Ok(Fate::Ignored);
        }
        let rncp = row.code(fiche, sink, RncpCode::parse)?;
        let rome = known.historic_rome(&row.code(rome, sink, RomeCode::parse)?);
        if !seen.insert((rncp.clone(), rome.clone())) {
            return Ok(Fate::Merged);
        }
        sink.batch.outlets.push(DiplomaOutlet {
            cfd: None,
            rncp: Some(rncp),
            rome,
            row: row.number(),
            source: SourceId::default(),
        });
        Ok(Fate::Stored)
    })
}
