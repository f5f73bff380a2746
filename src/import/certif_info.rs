//! Certif Info (Réseau des Carif-Oref, Onisep): diplomas with their CFD, RNCP fiche and up to five ROME outlets.

use std::collections::HashSet;

use super::error::ImportError;
use super::known::Known;
use super::layout::{Layout, Shape};
use super::sink::{Fate, Refused, Sink};
use super::table::{Column, Row, Table};
use super::value::iso_date;
use crate::domain::batch::DiplomaOutlet;
use crate::domain::id::{Cfd, RncpCode, RomeCode};
use crate::domain::source::SourceId;
use crate::i18n::Message;

pub static LAYOUT: Layout = Layout {
    name: "certif_info",
    label: "layout-certif-info",
    producer: "Réseau des Carif-Oref et Onisep, Certif Info",
    licence: "Licence Ouverte 2.0",
    shape: Shape::Table,
    columns: &[CFD, RNCP, &["code_rome_1"]],
    without: &[],
    read_rows,
};

const CFD: &[&str] = &["code_scolarite"];
const RNCP: &[&str] = &["code_rncp"];
/// Day of the last change of a row: the newest dates the file.
const UPDATED: &[&str] = &["date_maj"];
const ROMES: &[&str] = &["code_rome_#"];

fn read_rows(table: &mut Table<'_>, known: &Known, sink: &mut Sink<'_>) -> Result<(), ImportError> {
    let [cfd, rncp] = [CFD, RNCP].map(|names| table.column(names));
    let romes = table.columns(ROMES);
    let updated = table.column(UPDATED);
    let mut seen = HashSet::new();
    let mut newest: Option<String> = None;
    table.each_row(sink, |row, sink| {
        newest = newest.take().max(iso_date(row.text(updated)));
        let keyed = [cfd, rncp].iter().any(|column| !row.text(*column).is_empty());
        // Rows of the Répertoire spécifique, and diplomas without outlet, tell nothing of programme → occupation.
        if !keyed || romes.iter().all(|rome| row.text(*rome).is_empty()) {
            return Ok(Fate::Ignored);
        }
        let (cfd, rncp) = (
            row.optional_code(cfd, sink, Cfd::parse)?,
            row.optional_code(rncp, sink, RncpCode::parse)?,
        );
        let mut fate = Fate::Merged;
        for rome in outlets(row, &romes, known, sink)? {
            if seen.insert((cfd.clone(), rncp.clone(), rome.clone())) {
                fate = Fate::Stored;
                sink.batch.outlets.push(DiplomaOutlet {
                    cfd: cfd.clone(),
                    rncp: rncp.clone(),
                    rome,
                    row: row.number(),
                    source: SourceId::default(),
                });
            }
        }
        Ok(fate)
    })?;
    if let Some(day) = newest {
        sink.set_vintage(day);
    }
    Ok(())
}

/// The well-formed outlets of a row; a malformed one is told, and refuses the row only when it stands alone.
fn outlets(row: &Row<'_>, columns: &[Column], known: &Known, sink: &mut Sink<'_>) -> Result<Vec<RomeCode>, Refused> {
    let parse = |column: &Column| (*column, RomeCode::parse(row.text(*column)).ok());
    let cells: Vec<_> = columns
        .iter()
        .filter(|c| !row.text(**c).is_empty())
        .map(parse)
        .collect();
    let romes: Vec<RomeCode> = cells
        .iter()
        .filter_map(|(_, rome)| rome.as_ref())
        .map(|rome| known.historic_rome(rome))
        .collect();
    let malformed = cells
        .iter()
        .filter(|(_, rome)| rome.is_none())
        .map(|(column, _)| *column);
    let reason = Message::new("import-code-form").with("kind", Message::new("import-kind-rome"));
    for column in malformed {
        if romes.is_empty() {
            return Err(sink.refuse(row, column, reason, Message::new("import-fix-code")));
        }
        sink.doubt(row, column, reason.clone(), Message::new("import-fix-code"));
    }
    Ok(romes)
}
