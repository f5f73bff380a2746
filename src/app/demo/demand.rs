//! Invented recruitment projects: national intensity × inhabitants × local strength × chance, then statistical secrecy.

use super::parameters::{BasinParameters, Parameters};
use super::random::Draw;
use super::{SEED, SURVEY_YEARS};
use crate::domain::demand::SurveyRow;
use crate::domain::facts::Catalogue;
use crate::domain::id::DepartmentCode;
use crate::domain::occupation::Occupation;
use crate::domain::secrecy::Count;
use crate::domain::source::SourceId;
use crate::domain::units::Milli;

/// Published counts below this are secret.
const SECRET_BELOW: u32 = 5;
/// Cells of at least this many projects are printed once per department, as the survey does for basins that span several.
const SPLIT_FROM: u32 = 16;

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
            for (department, cell) in cells(year, basin, occupation, parameters) {
                let row = u32::try_from(rows.len() + 2).unwrap_or(u32::MAX);
                rows.push(survey_row(year, basin, occupation, department, cell, row));
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

fn cells(
    year: u16,
    basin: &BasinParameters,
    occupation: &Occupation,
    parameters: &Parameters,
) -> Vec<(DepartmentCode, Cell)> {
    let Some(intensity) = parameters.intensities.get(&occupation.code) else {
        return Vec::new();
    };
    // The cell keeps its character from year to year; the year adds a little.
    let mut lasting = Draw::new(SEED, &format!("cell {} {}", basin.basin.code, occupation.code));
    let mut yearly = Draw::new(SEED, &format!("cell {} {} {year}", basin.basin.code, occupation.code));
    let strength = basin.strengths.get(&occupation.domain).copied().unwrap_or(1.0);
    let inhabitants = f64::from(basin.basin.population);
    let expected = intensity.per_inhabitant * inhabitants * basin.industry * strength;
    let luck = lasting.between(0.4, 1.6) * yearly.between(0.9, 1.1);
    let projects = yearly.count(expected * luck);
    if projects == 0 {
        return Vec::new();
    }
    let mut part = |share: f64, factor: f64| {
        yearly
            .count(f64::from(projects) * (share * factor).min(1.0))
            .min(projects)
    };
    let cell = Cell {
        projects,
        difficult: part(intensity.difficult_share, lasting.between(0.8, 1.2)),
        seasonal: part(intensity.seasonal_share, lasting.between(0.7, 1.3)),
    };
    split(basin, cell)
}

fn split(basin: &BasinParameters, cell: Cell) -> Vec<(DepartmentCode, Cell)> {
    let main = &basin.basin.main_department;
    let other = basin.basin.departments.iter().find(|department| *department != main);
    let Some(other) = other.filter(|_| cell.projects >= SPLIT_FROM) else {
        return vec![(main.clone(), cell)];
    };
    let small = Cell {
        projects: cell.projects / 4,
        difficult: cell.difficult / 4,
        seasonal: cell.seasonal / 4,
    };
    let large = Cell {
        projects: cell.projects - small.projects,
        difficult: cell.difficult - small.difficult,
        seasonal: cell.seasonal - small.seasonal,
    };
    vec![(main.clone(), large), (other.clone(), small)]
}

fn survey_row(
    year: u16,
    basin: &BasinParameters,
    occupation: &Occupation,
    department: DepartmentCode,
    cell: Cell,
    row: u32,
) -> SurveyRow {
    SurveyRow {
        year,
        basin: basin.basin.code.clone(),
        department: Some(department),
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
