//! ROME mobilities (France Travail): from which code one reaches which, at once or with experience.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

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
    // Whether every row of a pair so far is limited to some job titles.
    let mut pairs: HashMap<(RomeCode, RomeCode, ProximityKind), Extent> = HashMap::new();
    table.each_row(sink, |row, sink| {
        let from = known.historic_rome(&row.code(from, sink, RomeCode::parse)?);
        let to = known.historic_rome(&row.code(to, sink, RomeCode::parse)?);
        let kind = proximity_kind(row, kind, sink)?;
        // Two ROME 4 codes of one historic code.
        if from == to {
            return Ok(Fate::Ignored);
        }
        let limited = titles.iter().any(|title| !row.text(*title).is_empty());
        let extent = if limited { Extent::SomeTitles } else { Extent::Whole };
        match pairs.entry((from.clone(), to.clone(), kind)) {
            Entry::Occupied(mut pair) => {
                let wider = extent.max(*pair.get());
                pair.insert(wider);
                Ok(Fate::Merged)
            }
            Entry::Vacant(pair) => {
                pair.insert(extent);
                sink.batch.proximities.push(RomeProximity { from, to, kind });
                Ok(Fate::Stored)
            }
        }
    })?;
    let limited = pairs.values().filter(|extent| **extent == Extent::SomeTitles).count();
    if limited > 0 {
        sink.note(Message::new("import-note-mobility-titles").with("pairs", limited));
    }
    Ok(())
}

/// For whom a mobility holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Extent {
    SomeTitles,
    Whole,
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
