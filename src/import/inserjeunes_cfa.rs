//! InserJeunes by CFA: further study and employment of apprentices, all professional diplomas of a centre together.

use super::error::ImportError;
use super::inserjeunes::{self, CONTINUING, EMPLOYMENT_6, Outcomes, RateColumns, SCHOOL_NAME};
use super::known::Known;
use super::layout::{Layout, Shape};
use super::place::Schools;
use super::sink::Sink;
use super::table::Table;
use crate::domain::id::Uai;
use crate::domain::programme::Route;
use crate::domain::supply::OutcomeTarget;

/// As published on data.education.gouv.fr, with labels or field names; broken contracts tell it from the file by lycée.
pub static LAYOUT: Layout = Layout {
    name: "inserjeunes_cfa",
    label: "layout-inserjeunes-cfa",
    producer: "DEPP-DARES, InserJeunes (CFA)",
    licence: "Licence Ouverte 2.0",
    shape: Shape::Table,
    columns: &[&["annee"], &["uai"], CONTINUING, EMPLOYMENT_6, BROKEN_CONTRACTS],
    without: &[],
    read_rows,
};

const BROKEN_CONTRACTS: &[&str] = &[
    "part contrats apprentissage interrompus",
    "part_contrats_apprentissage_interrompus",
    "part des contrats d'apprentissage interrompus",
    "part_des_contrats_d_apprentissage_interrompus",
];

fn read_rows(table: &mut Table<'_>, _: &Known, sink: &mut Sink<'_>) -> Result<(), ImportError> {
    let year = table.column(&["annee"]);
    let uai = table.column(&["uai"]);
    let name = table.column(SCHOOL_NAME);
    let rates = RateColumns::of(table);
    let mut schools = Schools::default();
    let mut outcomes = Outcomes::default();
    table.each_row(sink, |row, sink| {
        let vintage = row.required_text(year, sink)?;
        let centre = row.code(uai, sink, Uai::parse)?;
        let school = (centre.clone(), Route::Apprenticeship, OutcomeTarget::AllProfessional);
        let outcome = inserjeunes::of_school(row, rates, school, vintage, sink)?;
        schools.meet(&centre, row.text(name), None, sink);
        outcomes.add(outcome, row, uai, sink)
    })?;
    outcomes.tell(sink);
    Ok(())
}
