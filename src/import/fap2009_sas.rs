//! Table ROME × qualification → FAP 2009 (Dares), published as the text of a SAS program.

use super::distinct::{Distinct, Novelty};
use super::error::ImportError;
use super::known::Known;
use super::layout::{Layout, Shape};
use super::sink::{Fate, Refused, Sink};
use super::table::{Column, Row, Table};
use crate::domain::batch::Fap2009Line;
use crate::domain::id::{Fap2009Code, RomeCode};
use crate::i18n::Message;

pub static LAYOUT: Layout = Layout {
    name: "fap2009_sas",
    label: "layout-fap2009-sas",
    producer: "Dares, table de passage ROME v3 – FAP 2009",
    licence: "Licence Ouverte 2.0",
    shape: Shape::Lines,
    columns: &[&["value $fap9rsq", "value $fap9raq"]],
    without: &[],
    read_rows,
};

/// Lines are `"H2903","H2904" = "D1Z41"` (whole ROME codes) or `"H29031","H29032" = "D1Z41"` (ROME and qualification).
fn read_rows(table: &mut Table<'_>, _known: &Known, sink: &mut Sink<'_>) -> Result<(), ImportError> {
    let line = table.column(LAYOUT.columns[0]);
    sink.set_vintage("2009");
    let mut distinct = Distinct::default();
    table.each_row(sink, |row, sink| {
        let Some((keys, target)) = row.text(line).split_once('=').filter(|(keys, _)| keys.contains('"')) else {
            return Ok(Fate::Ignored);
        };
        let Some(fap2009) = quoted(target).next().and_then(|code| Fap2009Code::parse(code).ok()) else {
            return Err(refuse(row, line, sink));
        };
        let mut fate = Fate::Merged;
        for key in quoted(keys) {
            let Some((rome, qualification)) = rome_and_digit(key) else {
                return Err(refuse(row, line, sink));
            };
            let known = distinct.note((rome.clone(), qualification), fap2009.clone(), row, sink)?;
            if known == Novelty::New {
                fate = Fate::Stored;
                sink.batch.fap2009_bridge.push(Fap2009Line {
                    rome,
                    qualification,
                    fap2009: fap2009.clone(),
                });
            }
        }
        Ok(fate)
    })
}

/// The texts between double quotes.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('"').skip(1).step_by(2)
}

fn rome_and_digit(key: &str) -> Option<(RomeCode, Option<u8>)> {
    let rome = RomeCode::parse(key.get(..5)?).ok()?;
    match key.as_bytes().get(5..)? {
        [] => Some((rome, None)),
        [digit] if digit.is_ascii_digit() => Some((rome, Some(digit - b'0'))),
        _ => None,
    }
}

fn refuse(row: &Row<'_>, line: Column, sink: &mut Sink<'_>) -> Refused {
    sink.refuse(
        row,
        line,
        Message::new("import-sas-line"),
        Message::new("import-fix-cell"),
    )
}
