//! What a window shows beside the figures: contours, job titles and tension classes, read once for the files that tell them.

use std::sync::Arc;

use super::error::AppError;
use super::session::{Session, lock};
use crate::domain::contour::Contour;
use crate::domain::demand::Tension;
use crate::domain::facts::Facts;
use crate::domain::occupation::Appellation;
use crate::domain::source::SourceId;

/// Something read from the files of one layout.
pub(super) type Told<T> = Option<(Vec<SourceId>, Arc<Vec<T>>)>;

impl Session {
    /// Contours of places, sorted by kind and code. No figure depends on them, so that a change of figures does not read them again.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn contours(&self, facts: &Facts) -> Result<Arc<Vec<Contour>>, AppError> {
        let files = files(facts, "contours");
        let kept = lock(&self.shared.kept).contours.clone();
        if let Some((_, contours)) = kept.filter(|(of, _)| *of == files) {
            return Ok(contours);
        }
        let contours = Arc::new(match files.is_empty() {
            true => Vec::new(),
            false => self.reader().contours()?,
        });
        lock(&self.shared.kept).contours = Some((files, Arc::clone(&contours)));
        Ok(contours)
    }

    /// Job titles of imported files, sorted by ROME code and label.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn appellations(&self, facts: &Facts) -> Result<Arc<Vec<Appellation>>, AppError> {
        let files = files(facts, "rome_appellations");
        let kept = lock(&self.shared.kept).appellations.clone();
        if let Some((_, titles)) = kept.filter(|(of, _)| *of == files) {
            return Ok(titles);
        }
        let titles = Arc::new(match files.is_empty() {
            true => Vec::new(),
            false => self.reader().appellations()?,
        });
        lock(&self.shared.kept).appellations = Some((files, Arc::clone(&titles)));
        Ok(titles)
    }

    /// Tension classes of imported files, by year, basin and ROME code.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn tensions(&self, facts: &Facts) -> Result<Arc<Vec<Tension>>, AppError> {
        let files = files(facts, "tension_rome_bassin");
        let kept = lock(&self.shared.kept).tensions.clone();
        if let Some((_, tensions)) = kept.filter(|(of, _)| *of == files) {
            return Ok(tensions);
        }
        let tensions = Arc::new(match files.is_empty() {
            true => Vec::new(),
            false => self.reader().tensions()?,
        });
        lock(&self.shared.kept).tensions = Some((files, Arc::clone(&tensions)));
        Ok(tensions)
    }
}

fn files(facts: &Facts, layout: &str) -> Vec<SourceId> {
    let told = facts.sources.iter().filter(|source| source.layout == layout);
    told.map(|source| source.id).collect()
}
