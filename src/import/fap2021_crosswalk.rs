//! Official table ROME × qualification → FAP 2021 (Dares), as a sheet of its workbook or as text.

use super::distinct::{Distinct, Novelty};
use super::error::ImportError;
use super::known::Known;
use super::layout::{Layout, Shape};
use super::sink::{Fate, Refused, Sink};
use super::table::{Column, Row, Table};
use crate::domain::id::{FapCode, RomeCode};
use crate::domain::occupation::{CrosswalkLine, Provenance};
use crate::domain::source::SourceId;
use crate::i18n::Message;

pub static LAYOUT: Layout = Layout {
    name: "fap2021_crosswalk",
    label: "layout-fap2021-crosswalk",
    producer: "Dares, table de passage FAP 2021 – ROME",
    licence: "Licence Ouverte 2.0",
    shape: Shape::Table,
    columns: &[FAP, ROME, QUALIFICATION],
    without: &[],
    read_rows,
};

const FAP: &[&str] = &["fap_2021", "fap 2021", "fap2021"];
const ROME: &[&str] = &["rome", "code_rome", "code rome"];
const QUALIFICATION: &[&str] = &["qualification"];

/// One row is one ROME code and a set of qualification digits: `Q_0346` stands for four lines.
fn read_rows(table: &mut Table<'_>, known: &Known, sink: &mut Sink<'_>) -> Result<(), ImportError> {
    let [fap, rome, qualification] = [FAP, ROME, QUALIFICATION].map(|names| table.column(names));
    sink.set_vintage("2021");
    let mut distinct = Distinct::default();
    table.each_row(sink, |row, sink| {
        let fap = row.code(fap, sink, |text| FapCode::parse(level_228(text)))?;
        let rome = known.historic_rome(&row.code(rome, sink, RomeCode::parse)?);
        let mut fate = Fate::Merged;
        for digit in digits(row, qualification, sink)? {
            if distinct.note((rome.clone(), digit), fap.clone(), row, sink)? == Novelty::Known {
                continue;
            }
            fate = Fate::Stored;
            sink.batch.crosswalk.push(CrosswalkLine {
                rome: rome.clone(),
                qualification: digit,
                fap: fap.clone(),
                fap2009: None,
                provenance: Provenance::Dares2021,
                confidence: 3,
                source: SourceId::default(),
            });
        }
        Ok(fate)
    })
}

/// `D0X31a` (level 341) belongs to `D0X31`.
fn level_228(code: &str) -> &str {
    match code.strip_suffix(|c: char| c.is_ascii_lowercase()) {
        Some(parent) if parent.len() == 5 => parent,
        _ => code,
    }
}

/// Digits of `Q_0346`; an empty cell is the whole ROME code, so every digit.
fn digits(row: &Row<'_>, column: Column, sink: &mut Sink<'_>) -> Result<Vec<u8>, Refused> {
    let text = row.text(column);
    let bare = text.strip_prefix(['Q', 'q']).unwrap_or(text).trim_start_matches('_');
    if text.is_empty() {
        return Ok((0..=9).collect());
    }
    if bare.is_empty() || !bare.bytes().all(|b| b.is_ascii_digit()) {
        let reason = Message::new("import-qualification");
        return Err(sink.refuse(row, column, reason, Message::new("import-fix-cell")));
    }
    Ok(bare.bytes().map(|b| b - b'0').collect())
}
