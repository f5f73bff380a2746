//! The expected lens brought to observed moves: read and estimated first, written in one deed after.

use std::path::Path;

use super::error::AppError;
use super::importing::Part;
use super::session::Session;
use crate::domain::assumption::Assumption;
use crate::domain::progress::Progress;
use crate::i18n::{self, Lang, Message};
use crate::import::{self, Import, Known};
use crate::market;
use crate::market::calibration::{Recalibrated, Recalibration};
use crate::store::Deed;

/// A file of observed moves and what it says of both parameters; nothing is written yet.
#[derive(Debug, Clone)]
pub struct CalibratedFile {
    pub import: Import,
    pub result: Recalibration,
}

impl Session {
    /// Reads observed moves and estimates surplus and noise of the expected lens from them; nothing is written.
    ///
    /// Made for a worker thread: it locks nothing while it computes.
    ///
    /// # Errors
    /// [`AppError::Import`] or [`AppError::NotMoves`] for a file that cannot be used, [`AppError::Market`] for moves that tell no parameters, [`AppError::Store`],
    /// [`AppError::Cancelled`].
    pub fn calibrate(
        &self,
        file: &Path,
        year: Option<u16>,
        progress: &dyn Progress,
    ) -> Result<CalibratedFile, AppError> {
        let facts = self.facts()?;
        let known = Known::new(&facts.catalogue, &[]);
        let import = import::read(file, &known, &Part::of(progress, 0, 2))?;
        if !import.holds_moves() {
            return Err(AppError::NotMoves {
                file: import.file,
                layout: import.layout.label,
            });
        }
        let result = market::calibrate(&facts, year, &import.moves, &Part::of(progress, 1, 2))?;
        Ok(CalibratedFile { import, result })
    }

    /// Gives both assumptions their estimates with their intervals, as one undoable deed; the new revision.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn apply_calibration(&self, calibrated: &CalibratedFile) -> Result<i64, AppError> {
        let CalibratedFile { import, result } = calibrated;
        let source = provenance(import, result);
        let deed = Deed::new("calibrate").with("file", import.file.as_str());
        self.write(|store| {
            let write = store.transact(&deed, |tx| {
                tx.estimate_assumption(&assumption(&result.surplus, &source))?;
                tx.estimate_assumption(&assumption(&result.noise, &source))
            });
            Ok(write?.1)
        })
    }
}

fn assumption(found: &Recalibrated, source: &str) -> Assumption {
    Assumption {
        key: found.key,
        scope: String::new(),
        value: found.after,
        source: source.to_owned(),
        edited: false,
    }
}

/// « estimé sur parcours.csv, millésime 2024 : 1 240 personnes, intervalle à 95 % ».
fn provenance(import: &Import, result: &Recalibration) -> String {
    let source = Message::new(if import.vintage.is_empty() {
        "app-assumption-estimated-undated"
    } else {
        "app-assumption-estimated"
    });
    source
        .with("file", import.file.as_str())
        .with("vintage", import.vintage.as_str())
        .with("people", i18n::people(Lang::Fr, result.people().central))
        .text(Lang::Fr)
}
