//! Invented recruitment projects: national intensity × inhabitants × local strength × chance, then statistical secrecy.

use super::parameters::{BasinParameters, Parameters};
use super::random::Draw;
use super::{SEED, SURVEY_YEARS};
use crate::domain::demand::SurveyRow;
use crate::domain::facts::Catalogue;
use crate::domain::occupation::Occupation;
use crate::domain::secrecy::Count;
use crate::domain::source::SourceId;
use crate::domain::units::Milli;

/// Published counts below this are secret.
const SECRET_BELOW: u32 = 5;

/// The survey rows of each year, sorted by basin then occupation.
pub fn survey(catalogue: &Catalogue, parameters: &Parameters) -> Vec<(u16, Vec<SurveyRow>)> {
    SURVEY_YEARS
        .iter()
        .map(|year| (*year, year_rows(*year, catalogue, parameters)))
        .collect()
}

fn year_rows(year: u16, catalogue: &Catalogue, parameters: &Parameters) -> Vec<SurveyRow> {
    let mut rows = Vec::new();
    for basin in &parameters.basins {
        for occupation in &catalogue.occupations {
            if let Some(cell) = cell(year, basin, occupation, parameters) {
                let row = u32::try_from(rows.len() + 2).unwrap_or(u32::MAX);
                rows.push(survey_row(year, basin, occupation, cell, row));
            }
        }
    }
    rows
}

/// Invented numbers of one cell before secrecy.
#[derive(Clone, Copy)]
struct Cell {
    projects: u32,
    difficult: u32,
    seasonal: u32,
}

fn cell(year: u16, basin: &BasinParameters, occupation: &Occupation, parameters: &Parameters) -> Option<Cell> {
    let intensity = parameters.intensities.get(&occupation.code)?;
    // The cell keeps its character from year to year; the year adds a little.
    let mut lasting = Draw::new(SEED, &format!("cell {} {}", basin.basin.code, occupation.code));
    let mut yearly = Draw::new(SEED, &format!("cell {} {} {year}", basin.basin.code, occupation.code));
    let strength = basin.strengths.get(&occupation.domain).copied().unwrap_or(1.0);
    let inhabitants = f64::from(basin.basin.population);
    let expected = intensity.per_inhabitant * inhabitants * basin.industry * strength;
    let luck = lasting.between(0.4, 1.6) * yearly.between(0.9, 1.1);
    let projects = yearly.count(expected * luck);
    if projects == 0 {
        return None;
    }
    let mut part = |share: f64, factor: f64| {
        yearly
            .count(f64::from(projects) * (share * factor).min(1.0))
            .min(projects)
    };
    Some(Cell {
        projects,
        difficult: part(intensity.difficult_share, lasting.between(0.8, 1.2)),
        seasonal: part(intensity.seasonal_share, lasting.between(0.7, 1.3)),
    })
}

fn survey_row(year: u16, basin: &BasinParameters, occupation: &Occupation, cell: Cell, row: u32) -> SurveyRow {
    SurveyRow {
        year,
        basin: basin.basin.code.clone(),
        department: Some(basin.basin.main_department.clone()),
        region: Some(basin.basin.region.clone()),
        fap: occupation.code.clone(),
        fap_label: occupation.label.clone(),
        clpe: String::new(),
        projects: published(cell.projects),
        difficult: published(cell.difficult),
        seasonal: published(cell.seasonal),
        row,
        source: SourceId::default(),
    }
}

fn published(count: u32) -> Count {
    if (1..SECRET_BELOW).contains(&count) {
        Count::Secret
    } else {
        Count::of(Milli::whole(i64::from(count)))
    }
}
