//! ROME mobilities (France Travail): from which code one reaches which, at once or with experience.

use super::distinct::{Distinct, Novelty};
use super::error::ImportError;
use super::known::Known;
use super::layout::{Layout, Shape};
use super::sink::{Fate, Refused, Sink};
use super::table::{Column, Row, Table};
use crate::domain::id::RomeCode;
use crate::domain::occupation::{ProximityKind, RomeProximity};
use crate::i18n::Message;

pub static LAYOUT: Layout = Layout {
    name: "rome_mobilities",
    label: "layout-rome-mobilities",
    producer: "France Travail, ROME",
    licence: "Licence Ouverte 2.0",
    shape: Shape::Table,
    columns: &[FROM, TO, KIND],
    without: &[],
    read_rows,
};

const FROM: &[&str] = &["code_rome"];
const TO: &[&str] = &["code_rome_cible"];
const KIND: &[&str] = &["code_type_mobilite"];
const FROM_TITLE: &[&str] = &["code_appellation_source"];
const TO_TITLE: &[&str] = &["code_appellation_cible"];

fn read_rows(table: &mut Table<'_>, known: &Known, sink: &mut Sink<'_>) -> Result<(), ImportError> {
    let [from, to, kind] = [FROM, TO, KIND].map(|names| table.column(names));
    let titles = [FROM_TITLE, TO_TITLE].map(|names| table.column(names));
    if let Some(version) = sink.version_of_name() {
        sink.set_vintage(version);
    }
    let mut distinct = Distinct::default();
    table.each_row(sink, |row, sink| {
        let from = known.historic_rome(&row.code(from, sink, RomeCode::parse)?);
        let to_code = known.historic_rome(&row.code(to, sink, RomeCode::parse)?);
        let kind = proximity_kind(row, kind, sink)?;
        if from == to_code {
            return Ok(Fate::Ignored);
        }
        let key = (from.clone(), to_code.clone(), kind);
        if distinct.note(key, (), row, sink)? == Novelty::Known {
            return Ok(Fate::Merged);
        }
        if let Some(title) = titles.into_iter().find(|t| !row.text(*t).is_empty()) {
            let reason = Message::new("import-mobility-some-titles");
            sink.doubt(row, title, reason, Message::new("import-fix-none"));
        }
        sink.batch.proximities.push(RomeProximity {
            from,
            to: to_code,
            kind,
        });
        Ok(Fate::Stored)
    })
}

fn proximity_kind(row: &Row<'_>, column: Column, sink: &mut Sink<'_>) -> Result<ProximityKind, Refused> {
    match row.required_text(column, sink)? {
        "1" => Ok(ProximityKind::Near),
        "2" => Ok(ProximityKind::Evolution),
        _ => Err(sink.refuse(
            row,
            column,
            Message::new("import-mobility-kind"),
            Message::new("import-fix-cell"),
        )),
    }
}
