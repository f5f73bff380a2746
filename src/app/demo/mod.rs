//! The embedded demonstration territory: invented figures on the real frame of basins, occupations and programmes.

mod demand;
mod employers;
mod parameters;
mod random;
mod supply;

use sha2::{Digest, Sha256};

use crate::domain::batch::Batch;
use crate::domain::demand::{Employer, Need};
use crate::domain::facts::Catalogue;
use crate::domain::id::{CodeError, RegionCode};
use crate::domain::source::RowCounts;
use crate::domain::territory::{Nature, Territory};
use crate::i18n::{Lang, text};
use crate::store::{Deed, SourceRecord, Store, StoreError};

use parameters::Parameters;

/// Seed of every draw; another seed is another territory.
const SEED: u64 = 2027;
/// Survey years of the demonstration, newest last.
const SURVEY_YEARS: [u16; 2] = [2025, 2026];
/// Rentrée of the sections.
const SESSION: u16 = 2025;
/// Vintage of the outcomes; it cumulates two cohorts.
const OUTCOME_VINTAGE: &str = "2023_2024";
/// Layout of every invented source: its sections are one census, no other's alternative.
const LAYOUT: &str = "demonstration";
/// Normandie: its map of basins has a peninsula out of everyone's reach.
const REGION: &str = "28";

/// Everything the demonstration puts into a new territory file, through the same door as imports.
#[derive(Debug, Clone, PartialEq)]
pub struct Demo {
    pub territory: Territory,
    pub files: Vec<DemoFile>,
    pub employers: Vec<Employer>,
    pub needs: Vec<Need>,
}

impl Demo {
    /// Writes the demonstration into a new territory file as one deed.
    ///
    /// # Errors
    /// The store refuses a fact: a defect of the program.
    pub fn put_into(&self, store: &mut Store) -> Result<(), StoreError> {
        let deed = Deed::new("demonstration");
        store.transact(&deed, |tx| {
            for file in &self.files {
                tx.put_import(&file.record(), &file.batch)?;
            }
            for employer in &self.employers {
                // The store gives the keys; the demonstration's own only tie its tables together.
                let stored = tx.put_employer(&Employer {
                    id: 0,
                    ..employer.clone()
                })?;
                for need in self.needs.iter().filter(|need| need.employer == employer.id) {
                    tx.put_need(&Need {
                        id: 0,
                        employer: stored,
                        ..need.clone()
                    })?;
                }
            }
            Ok(())
        })?;
        Ok(())
    }
}

/// One invented source.
#[derive(Debug, Clone, PartialEq)]
pub struct DemoFile {
    /// Name shown where a file name would stand.
    pub name: String,
    pub vintage: String,
    pub batch: Batch,
}

impl DemoFile {
    /// What an import of this file would have told of it; the fingerprint is that of the invented facts.
    fn record(&self) -> SourceRecord {
        let digest = Sha256::digest(format!("{} {:?}", self.name, self.batch));
        let facts = u64::try_from(self.batch.len()).unwrap_or(u64::MAX);
        SourceRecord {
            file: self.name.clone(),
            sha256: digest.iter().map(|byte| format!("{byte:02x}")).collect(),
            layout: LAYOUT.to_owned(),
            vintage: self.vintage.clone(),
            producer: text(Lang::Fr, "app-demo-producer"),
            licence: text(Lang::Fr, "app-demo-licence"),
            counts: RowCounts {
                read: facts,
                stored: facts,
                ..RowCounts::default()
            },
            issues: Vec::new(),
        }
    }
}

/// The embedded parameters do not fit the embedded catalogue: a defect of the program, found by its tests.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    #[error("{table}: {source}")]
    Table { table: &'static str, source: csv::Error },
    #[error("{table}: {source}")]
    Code { table: &'static str, source: CodeError },
    #[error(transparent)]
    Catalogue(#[from] StoreError),
    #[error("{table}: {value} is not in the catalogue")]
    Unknown { table: &'static str, value: String },
}

/// Invents the demonstration on a catalogue. The same catalogue always gives the same demonstration.
///
/// # Errors
/// [`DemoError`] when the embedded parameters name something the catalogue lacks.
pub fn invent(catalogue: &Catalogue) -> Result<Demo, DemoError> {
    let parameters = Parameters::embedded(catalogue)?;
    let mut files = Vec::new();
    for (year, survey) in demand::survey(catalogue, &parameters) {
        let batch = Batch {
            survey,
            ..Batch::default()
        };
        files.push(file("app-demo-file-survey", year.to_string(), batch));
    }
    let supply = supply::invent(&parameters)?;
    let schools = Batch {
        establishments: supply.establishments,
        ..Batch::default()
    };
    files.push(file("app-demo-file-schools", SESSION.to_string(), schools));
    let sections = Batch {
        sections: supply.sections,
        ..Batch::default()
    };
    files.push(file("app-demo-file-sections", SESSION.to_string(), sections));
    let outcomes = Batch {
        outcomes: supply.outcomes,
        ..Batch::default()
    };
    files.push(file("app-demo-file-outcomes", OUTCOME_VINTAGE.to_owned(), outcomes));
    let (employers, needs) = employers::invent(&parameters);
    let region = RegionCode::parse(REGION).map_err(|source| DemoError::Code {
        table: "region",
        source,
    })?;
    let territory = Territory {
        name: text(Lang::Fr, "app-demo-territory"),
        regions: vec![region],
        nature: Nature::Simulated,
    };
    Ok(Demo {
        territory,
        files,
        employers,
        needs,
    })
}

fn file(name: &'static str, vintage: String, batch: Batch) -> DemoFile {
    DemoFile {
        name: text(Lang::Fr, name),
        vintage,
        batch,
    }
}

#[cfg(test)]
mod tests;
