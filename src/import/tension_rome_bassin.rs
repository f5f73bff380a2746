//! Tension on the labour market by ROME × basin (France Travail, Dares): classes 1 to 5.

use super::bmo::refuse_basin;
use super::distinct::{Distinct, Novelty};
use super::error::ImportError;
use super::known::Known;
use super::layout::{Layout, Shape};
use super::sink::{Fate, Sink};
use super::table::{Column, Table};
use crate::domain::demand::Tension;
use crate::domain::id::{BasinCode, RomeCode};
use crate::domain::source::SourceId;

pub static LAYOUT: Layout = Layout {
    name: "tension_rome_bassin",
    label: "layout-tension-rome-bassin",
    producer: "France Travail et Dares, tensions sur le marché du travail",
    licence: "Licence Ouverte 2.0",
    shape: Shape::Table,
    columns: &[YEAR, ROME, BASIN, TENSION],
    without: &[],
    read_rows,
};

const YEAR: &[&str] = &["annee"];
const ROME: &[&str] = &["rome", "code_rome"];
const BASIN: &[&str] = &["cbassin"];
const TENSION: &[&str] = &["ind_tension_d"];

fn read_rows(table: &mut Table<'_>, known: &Known, sink: &mut Sink<'_>) -> Result<(), ImportError> {
    let [year, rome, basin, tension] = [YEAR, ROME, BASIN, TENSION].map(|names| table.column(names));
    let [hiring, shortage, instability, conditions, mismatch, training] = [
        "ind_int_emb_d",
        "ind_main_oeuvre_d",
        "ind_dur_empl_d",
        "ind_cond_travail_d",
        "ind_mismatch_geo_d",
        "ind_specif_form_empl_d",
    ]
    .map(|name| table.column(&[name]));
    let mut distinct = Distinct::default();
    let mut newest = None;
    table.each_row(sink, |row, sink| {
        let code = row.code(basin, sink, BasinCode::parse)?;
        if known.basin(&code).is_none() {
            return Err(refuse_basin(known, &code, basin, Column::ABSENT, row, sink));
        }
        let fact = Tension {
            year: row.year(year, sink)?,
            basin: code,
            rome: row.code(rome, sink, RomeCode::parse)?,
            tension: row.class_of_five(tension, sink)?,
            hiring_intensity: row.class_of_five(hiring, sink)?,
            labour_shortage: row.class_of_five(shortage, sink)?,
            job_instability: row.class_of_five(instability, sink)?,
            hard_conditions: row.class_of_five(conditions, sink)?,
            geographic_mismatch: row.class_of_five(mismatch, sink)?,
            training_link: row.class_of_five(training, sink)?,
            row: row.number(),
            source: SourceId::default(),
        };
        newest = newest.max(Some(fact.year));
        let key = (fact.year, fact.basin.clone(), fact.rome.clone());
        let told = Tension { row: 0, ..fact.clone() };
        match distinct.note(key, told, row, sink)? {
            Novelty::Known => Ok(Fate::Merged),
            Novelty::New => {
                sink.batch.tensions.push(fact);
                Ok(Fate::Stored)
            }
        }
    })?;
    if let Some(year) = newest {
        sink.set_vintage(year.to_string());
    }
    Ok(())
}
