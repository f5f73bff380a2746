//! National figures of the embedded catalogue: fallback outcomes, and the survey's totals by occupation.

use crate::domain::demand::{CellSum, NationalDemand};
use crate::domain::programme::{Diploma, Route};
use crate::domain::source::SourceId;
use crate::domain::supply::{Outcome, OutcomeScope, OutcomeTarget};
use crate::domain::units::Milli;
use crate::store::StoreError;

use super::table::{Row, read};

const OUTCOMES: &str = include_str!("../../../db/reference/national_outcomes.csv");
const DEMAND: &str = include_str!("../../../db/reference/national_demand.csv");

/// What becomes of the final-year pupils of the catalogue's programmes in the whole country, by diploma kind, NSF group
/// (empty = all) and route: the widest fallback of a rate.
///
/// # Errors
/// [`StoreError::Catalogue`] when the table is damaged.
pub fn national_outcomes() -> Result<Vec<Outcome>, StoreError> {
    read("national_outcomes", OUTCOMES, outcome)
}

/// The survey of 2024 summed over the country, for the 52 industrial occupations.
///
/// # Errors
/// [`StoreError::Catalogue`] when the table is damaged.
pub fn national_demand() -> Result<Vec<NationalDemand>, StoreError> {
    read("national_demand", DEMAND, demand)
}

fn outcome(row: &Row) -> Result<Outcome, StoreError> {
    let diploma = row.read_as("diploma", Diploma::parse)?;
    Ok(Outcome {
        scope: OutcomeScope::Nation,
        route: row.read_as("route", Route::parse)?,
        target: OutcomeTarget::Family {
            diploma: diploma.as_str().to_owned(),
            nsf: row.text("nsf")?.to_owned(),
        },
        vintage: row.text("vintage")?.to_owned(),
        cohorts: row.value("cohorts")?,
        final_year: row.optional("final_year")?,
        // Only the rate and its denominator are published at this scope.
        continuing: None,
        leavers: row.optional("leavers")?,
        continuing_rate: row.optional("continuing_rate")?,
        employment_rates: [
            row.optional("employed_6_months")?,
            row.optional("employed_12_months")?,
            None,
            None,
        ],
        row: 0,
        source: SourceId::CATALOGUE,
    })
}

fn demand(row: &Row) -> Result<NationalDemand, StoreError> {
    Ok(NationalDemand {
        fap: row.value("fap")?,
        cells: row.value("cells")?,
        projects: cell_sum(row, "projects_visible", "projects_secret_cells")?,
        difficult: cell_sum(row, "difficult_visible", "difficult_secret_cells")?,
        seasonal: cell_sum(row, "seasonal_visible", "seasonal_secret_cells")?,
    })
}

fn cell_sum(row: &Row, visible: &'static str, secret: &'static str) -> Result<CellSum, StoreError> {
    Ok(CellSum {
        visible: Milli::whole(row.value(visible)?),
        secret_cells: row.value(secret)?,
    })
}
