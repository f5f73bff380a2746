//! Imports: what a file would change, and its writing, kind by kind.

use rusqlite::Connection;

use super::layer::{self, Fact};
use super::source::{self, SourceRecord};
use crate::domain::batch::{Batch, BatchDiff, DiplomaOutlet, Fap2009Line, FapLabel};
use crate::domain::contour::Contour;
use crate::domain::demand::{SurveyRow, Tension};
use crate::domain::occupation::{Appellation, CrosswalkLine, Rome, RomeProximity};
use crate::domain::skill::{ProgrammeSkill, RomeSkill};
use crate::domain::source::SourceId;
use crate::domain::supply::{Establishment, Outcome, Section};
use crate::domain::territory::Commune;

/// What an import would change.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ImportPreview {
    pub diff: BatchDiff,
    /// These very bytes are in the file: importing them again changes nothing.
    pub already_imported: bool,
}

/// Tables that hold facts by source.
pub(super) const FACT_TABLES: [&str; 16] = [
    SurveyRow::TABLE,
    Establishment::TABLE,
    Section::TABLE,
    Outcome::TABLE,
    Commune::TABLE,
    Rome::TABLE,
    RomeProximity::TABLE,
    CrosswalkLine::TABLE,
    FapLabel::TABLE,
    DiplomaOutlet::TABLE,
    Fap2009Line::TABLE,
    Tension::TABLE,
    Appellation::TABLE,
    Contour::TABLE,
    RomeSkill::TABLE,
    ProgrammeSkill::TABLE,
];

/// Compares a batch with what is stored, without writing.
pub(super) fn preview(
    connection: &Connection,
    record: &SourceRecord,
    batch: &Batch,
) -> rusqlite::Result<ImportPreview> {
    if source::by_sha256(connection, &record.sha256)?.is_some() {
        return Ok(ImportPreview {
            diff: BatchDiff {
                unchanged: count(batch),
                ..BatchDiff::default()
            },
            already_imported: true,
        });
    }
    let mut diff = BatchDiff::default();
    let layout = record.layout.as_str();
    layer::compare(connection, layout, &batch.survey, &mut diff)?;
    layer::compare(connection, layout, &batch.establishments, &mut diff)?;
    layer::compare(connection, layout, &batch.sections, &mut diff)?;
    layer::compare(connection, layout, &batch.outcomes, &mut diff)?;
    layer::compare(connection, layout, &batch.communes, &mut diff)?;
    layer::compare(connection, layout, &batch.romes, &mut diff)?;
    layer::compare(connection, layout, &batch.proximities, &mut diff)?;
    layer::compare(connection, layout, &batch.crosswalk, &mut diff)?;
    layer::compare(connection, layout, &batch.fap_labels, &mut diff)?;
    layer::compare(connection, layout, &batch.outlets, &mut diff)?;
    layer::compare(connection, layout, &batch.fap2009_bridge, &mut diff)?;
    layer::compare(connection, layout, &batch.tensions, &mut diff)?;
    layer::compare(connection, layout, &batch.appellations, &mut diff)?;
    layer::compare(connection, layout, &batch.contours, &mut diff)?;
    layer::compare(connection, layout, &batch.rome_skills, &mut diff)?;
    layer::compare(connection, layout, &batch.programme_skills, &mut diff)?;
    Ok(ImportPreview {
        diff,
        already_imported: false,
    })
}

/// Writes a file, its issues and its facts; nothing for bytes already there.
pub(super) fn import(
    connection: &Connection,
    record: &SourceRecord,
    batch: &Batch,
    at: &str,
) -> rusqlite::Result<BatchDiff> {
    let preview = preview(connection, record, batch)?;
    if !preview.already_imported {
        let source = source::insert(connection, record, count(batch), at)?;
        write(connection, batch, source)?;
    }
    Ok(preview.diff)
}

/// Writes the facts of a source.
pub(super) fn write(connection: &Connection, batch: &Batch, source: SourceId) -> rusqlite::Result<()> {
    layer::write(connection, &batch.survey, source)?;
    layer::write(connection, &batch.establishments, source)?;
    layer::write(connection, &batch.sections, source)?;
    layer::write(connection, &batch.outcomes, source)?;
    layer::write(connection, &batch.communes, source)?;
    layer::write(connection, &batch.romes, source)?;
    layer::write(connection, &batch.proximities, source)?;
    layer::write(connection, &batch.crosswalk, source)?;
    layer::write(connection, &batch.fap_labels, source)?;
    layer::write(connection, &batch.outlets, source)?;
    layer::write(connection, &batch.fap2009_bridge, source)?;
    layer::write(connection, &batch.tensions, source)?;
    layer::write(connection, &batch.appellations, source)?;
    layer::write(connection, &batch.contours, source)?;
    layer::write(connection, &batch.rome_skills, source)?;
    layer::write(connection, &batch.programme_skills, source)
}

/// Facts of a batch, all kinds together.
pub(super) fn count(batch: &Batch) -> u64 {
    u64::try_from(batch.len()).unwrap_or(u64::MAX)
}

/// Takes a source away: its facts, its issues, itself; how many sources there were.
pub(super) fn remove(connection: &Connection, source: SourceId) -> rusqlite::Result<usize> {
    for table in FACT_TABLES.into_iter().chain(["source_issue"]) {
        let sql = include_str!("../../db/queries/source/delete_rows.sql").replace("{table}", table);
        connection.prepare_cached(&sql)?.execute([source.0])?;
    }
    source::delete(connection, source)
}
