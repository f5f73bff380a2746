//! Skills of ROME codes and of diplomas, in a plain table of the program's own (docs/data-sources.md): no official layout is documented yet.

use std::collections::HashSet;

use super::error::ImportError;
use super::known::Known;
use super::layout::{Layout, Shape};
use super::sink::{Fate, Refused, Sink};
use super::table::{Column, Row, Table};
use super::value::{fold, single_apostrophes};
use crate::domain::id::{Cfd, RomeCode, SkillCode};
use crate::domain::skill::{Importance, ProgrammeSkill, RomeSkill};
use crate::domain::source::SourceId;
use crate::i18n::Message;

/// `rome;code_competence;libelle_competence;importance`.
pub static OF_ROMES: Layout = Layout {
    name: "rome_skills",
    label: "layout-rome-skills",
    producer: "ROME",
    licence: "",
    shape: Shape::Table,
    columns: &[ROME, CODE, LABEL],
    without: &["code_rome_cible"],
    read_rows: read_romes,
};

/// `cfd;code_competence;libelle_competence`.
pub static OF_PROGRAMMES: Layout = Layout {
    name: "programme_skills",
    label: "layout-programme-skills",
    producer: "BCN",
    licence: "",
    shape: Shape::Table,
    columns: &[CFD, CODE, LABEL],
    without: &["code_rome_cible"],
    read_rows: read_programmes,
};

const ROME: &[&str] = &["code_rome", "rome"];
const CFD: &[&str] = &["cfd", "code_formation_diplome"];
const CODE: &[&str] = &["code_competence", "code_ogr_competence"];
const LABEL: &[&str] = &["libelle_competence"];
const IMPORTANCE: &[&str] = &["importance"];

fn read_romes(table: &mut Table<'_>, known: &Known, sink: &mut Sink<'_>) -> Result<(), ImportError> {
    let [rome, code, label, importance] = [ROME, CODE, LABEL, IMPORTANCE].map(|names| table.column(names));
    if let Some(version) = sink.version_of_name() {
        sink.set_vintage(version);
    }
    let mut seen = HashSet::new();
    table.each_row(sink, |row, sink| {
        let rome = row.code(rome, sink, RomeCode::parse)?;
        let skill = row.code(code, sink, SkillCode::parse)?;
        let label = single_apostrophes(row.required_text(label, sink)?);
        let importance = importance_of(row, importance, sink)?;
        if !known.has_rome(&rome) {
            return Ok(Fate::Ignored);
        }
        if !seen.insert((rome.clone(), skill.clone())) {
            return Ok(Fate::Merged);
        }
        sink.batch.rome_skills.push(RomeSkill {
            rome,
            skill,
            label,
            importance,
            row: row.number(),
            source: SourceId::default(),
        });
        Ok(Fate::Stored)
    })
}

/// A skill without importance is a core one.
fn importance_of(row: &Row<'_>, column: Column, sink: &mut Sink<'_>) -> Result<Importance, Refused> {
    match fold(row.text(column)).as_str() {
        "" | "core" | "centrale" | "coeur" => Ok(Importance::Core),
        "useful" | "utile" => Ok(Importance::Useful),
        _ => Err(sink.refuse(
            row,
            column,
            Message::new("import-skill-importance"),
            Message::new("import-fix-cell"),
        )),
    }
}

fn read_programmes(table: &mut Table<'_>, known: &Known, sink: &mut Sink<'_>) -> Result<(), ImportError> {
    let [cfd, code, label] = [CFD, CODE, LABEL].map(|names| table.column(names));
    if let Some(version) = sink.version_of_name() {
        sink.set_vintage(version);
    }
    let mut seen = HashSet::new();
    table.each_row(sink, |row, sink| {
        let cfd = row.code(cfd, sink, Cfd::parse)?;
        let skill = row.code(code, sink, SkillCode::parse)?;
        let label = single_apostrophes(row.required_text(label, sink)?);
        if known.programme_of_cfd(&cfd).is_none() {
            return Ok(Fate::Ignored);
        }
        if !seen.insert((cfd.clone(), skill.clone())) {
            return Ok(Fate::Merged);
        }
        sink.batch.programme_skills.push(ProgrammeSkill {
            cfd,
            skill,
            label,
            row: row.number(),
            source: SourceId::default(),
        });
        Ok(Fate::Stored)
    })
}
