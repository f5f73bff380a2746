//! InserJeunes by lycée: all professional diplomas together (pupils, apprentices), or diploma by diploma.

use std::collections::{BTreeMap, BTreeSet};

use super::error::ImportError;
use super::inserjeunes::{self, CONTINUING, EMPLOYMENT_6, Outcomes, RateColumns, SCHOOL_NAME};
use super::known::Known;
use super::layout::{Layout, Shape};
use super::place::Schools;
use super::sink::{Fate, Refused, Sink};
use super::table::{Column, Row, Table};
use super::value::fold;
use crate::domain::id::{Mefstat11, Uai};
use crate::domain::programme::Route;
use crate::domain::supply::{Outcome, OutcomeTarget};
use crate::i18n::Message;

/// The DEPP file and its published twin: up to three rows a lycée, the whole and its two parts.
pub static LAYOUT: Layout = Layout {
    name: "inserjeunes_lycee",
    label: "layout-inserjeunes-lycee",
    producer: "DEPP, InserJeunes (lycées professionnels)",
    licence: "Licence Ouverte 2.0",
    shape: Shape::Table,
    columns: &[UAI, POPULATION, CONTINUING, EMPLOYMENT_6],
    without: &[],
    read_rows: read_populations,
};

/// « Formation fine »: one row a lycée and diploma, school route only.
pub static BY_DIPLOMA: Layout = Layout {
    name: "inserjeunes_lycee_diploma",
    label: "layout-inserjeunes-lycee-diploma",
    producer: "DEPP, InserJeunes (lycées professionnels, formation fine)",
    licence: "Licence Ouverte 2.0",
    shape: Shape::Table,
    columns: &[&["annee"], UAI, MEFSTAT, CONTINUING, EMPLOYMENT_6],
    without: &[],
    read_rows: read_diplomas,
};

const UAI: &[&str] = &[
    "uai",
    "n°uai de l'etablissement",
    "n° uai de l'etablissement",
    "numero_uai",
];
const POPULATION: &[&str] = &[
    "dont apprentis en eple",
    "dont apprentis eple",
    "dont_apprentis_eple",
    "dont_apprentis_en_eple",
];
const MEFSTAT: &[&str] = &[
    "code_formation_mefstat11",
    "code formation mefstat11",
    "code formation (mefstat11)",
];

/// Which pupils a row speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Population {
    Everyone,
    Apprentices,
    Pupils,
}

impl Population {
    fn route(self) -> Route {
        match self {
            Self::Apprentices => Route::Apprenticeship,
            Self::Everyone | Self::Pupils => Route::School,
        }
    }
}

/// Rows « ensemble », kept aside: only those of lycées without parts are stored, at the end, as pupils.
#[derive(Default)]
struct Wholes {
    waiting: BTreeMap<(Uai, String), Outcome>,
    with_parts: BTreeSet<(Uai, String)>,
}

impl Wholes {
    /// Keeps a whole until its parts are known; a second one must say the same.
    fn hold(
        &mut self,
        key: (Uai, String),
        whole: Outcome,
        row: &Row<'_>,
        column: Column,
        sink: &mut Sink<'_>,
    ) -> Result<Fate, Refused> {
        match self.waiting.get(&key) {
            Some(first) if !inserjeunes::same_figures(first, &whole) => {
                Err(inserjeunes::contradiction(row, column, first.row, sink))
            }
            Some(_) => Ok(Fate::Merged),
            None => {
                self.waiting.insert(key, whole);
                Ok(Fate::Ignored)
            }
        }
    }

    /// Stores the wholes of lycées without parts; the others are totals.
    fn release(self, outcomes: &mut Outcomes, sink: &mut Sink<'_>) {
        let mut totals = 0_u64;
        for (key, whole) in self.waiting {
            if self.with_parts.contains(&key) {
                totals += 1;
            } else {
                outcomes.add_late(whole, sink);
            }
        }
        if totals > 0 {
            sink.note(Message::new("import-note-totals").with("n", totals));
        }
    }
}

fn read_populations(table: &mut Table<'_>, _: &Known, sink: &mut Sink<'_>) -> Result<(), ImportError> {
    let year = table.column(&["annee"]);
    let uai = table.column(UAI);
    let population = table.column(POPULATION);
    let name = table.column(SCHOOL_NAME);
    let rates = RateColumns::of(table);
    let mut schools = Schools::default();
    let named = if year.exists() {
        String::new()
    } else {
        years_of_name(sink)?
    };
    let mut outcomes = Outcomes::default();
    let mut wholes = Wholes::default();
    table.each_row(sink, |row, sink| {
        let vintage = if year.exists() {
            row.required_text(year, sink)?
        } else {
            &named
        };
        let lycee = row.code(uai, sink, Uai::parse)?;
        let population = read_population(row, population, sink)?;
        let key = (lycee.clone(), vintage.to_owned());
        let school = (lycee, population.route(), OutcomeTarget::AllProfessional);
        let outcome = inserjeunes::of_school(row, rates, school, vintage, sink)?;
        schools.meet(&key.0, row.text(name), None, sink);
        if population != Population::Everyone {
            wholes.with_parts.insert(key);
            return outcomes.add(outcome, row, uai, sink);
        }
        wholes.hold(key, outcome, row, uai, sink)
    })?;
    wholes.release(&mut outcomes, sink);
    outcomes.tell(sink);
    Ok(())
}

fn read_diplomas(table: &mut Table<'_>, _: &Known, sink: &mut Sink<'_>) -> Result<(), ImportError> {
    let year = table.column(&["annee"]);
    let uai = table.column(UAI);
    let mefstat = table.column(MEFSTAT);
    let name = table.column(SCHOOL_NAME);
    let rates = RateColumns::of(table);
    let mut schools = Schools::default();
    let mut outcomes = Outcomes::default();
    table.each_row(sink, |row, sink| {
        let vintage = row.required_text(year, sink)?;
        let lycee = row.code(uai, sink, Uai::parse)?;
        let diploma = row.code(mefstat, sink, Mefstat11::parse)?;
        let school = (lycee.clone(), Route::School, OutcomeTarget::Mefstat(diploma));
        let outcome = inserjeunes::of_school(row, rates, school, vintage, sink)?;
        schools.meet(&lycee, row.text(name), None, sink);
        outcomes.add(outcome, row, mefstat, sink)
    })?;
    outcomes.tell(sink);
    Ok(())
}

/// The file of the DEPP states its years only in its name: `…-2022_2023-pro.csv`.
fn years_of_name(sink: &mut Sink<'_>) -> Result<String, ImportError> {
    let found = inserjeunes::two_years_in(sink.file()).or_else(|| sink.year_of_name().map(|year| year.to_string()));
    let Some(years) = found else {
        return Err(ImportError::MissingYear {
            file: sink.file().to_owned(),
        });
    };
    sink.note(Message::new("import-note-year-of-name").with("year", years.as_str()));
    Ok(years)
}

fn read_population(row: &Row<'_>, column: Column, sink: &mut Sink<'_>) -> Result<Population, Refused> {
    let text = fold(row.required_text(column, sink)?);
    match text.as_str() {
        "ensemble" => Ok(Population::Everyone),
        "dont apprentis" | "apprentis" => Ok(Population::Apprentices),
        _ if text.contains("pro sco") || text.contains("scolaire") || text == "voieprosco" => Ok(Population::Pupils),
        _ => {
            let reason = Message::new("import-unknown-population");
            Err(sink.refuse(row, column, reason, Message::new("import-fix-population")))
        }
    }
}
