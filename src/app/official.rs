//! An official table of outlets taken over line by line: read without being stored, compared, and what people choose of it written as reviews.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use super::error::AppError;
use super::session::Session;
use crate::domain::batch::Batch;
use crate::domain::progress::Progress;
use crate::domain::review::{OutletKey, OutletReview};
use crate::domain::source::RowCounts;
use crate::i18n::{Lang, Message};
use crate::import::Issue;
use crate::market;
use crate::market::official::{Difference, Official, OfficialLine, TakenEffect};
use crate::store::Deed;

/// A table of outlets read from a file: diplomas → ROME, or ROME → FAP.
#[derive(Debug, Clone)]
pub struct OfficialTable {
    /// Name without its folder.
    pub file: String,
    /// What it was recognised as.
    pub recognised: Message,
    pub vintage: String,
    pub counts: RowCounts,
    /// Refused and doubtful rows, as many as an import keeps.
    pub issues: Vec<Issue>,
    /// Its rows, shared: it is compared again whenever the territory changes.
    batch: Arc<Batch>,
}

impl Session {
    /// Reads a table of outlets; nothing is written.
    ///
    /// # Errors
    /// [`AppError::NotOutlets`] for a file of another kind; why a file is refused as a whole; [`AppError::Cancelled`], [`AppError::Store`].
    pub fn read_official(&self, path: &Path, progress: &dyn Progress) -> Result<OfficialTable, AppError> {
        let previews = self.preview(&[path.to_owned()], progress)?;
        let preview = previews.into_iter().next().ok_or(AppError::NothingToImport)?;
        let import = preview.outcome?.import;
        if import.batch.outlets.is_empty() && import.batch.crosswalk.is_empty() {
            return Err(AppError::NotOutlets {
                file: preview.file,
                layout: import.layout.label,
            });
        }
        Ok(OfficialTable {
            file: preview.file,
            recognised: import.recognised,
            vintage: import.vintage,
            counts: import.counts,
            issues: import.issues,
            batch: Arc::new(import.batch),
        })
    }

    /// What the table says otherwise than the territory as it stands.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn official(&self, table: &OfficialTable) -> Result<Official, AppError> {
        Ok(market::official::official(&*self.facts()?, &table.batch))
    }

    /// What taking the chosen lines over would do to the gap of a year.
    ///
    /// # Errors
    /// As [`Session::gap`].
    pub fn official_effect(
        &self,
        table: &OfficialTable,
        chosen: &BTreeSet<OutletKey>,
        year: Option<u16>,
        progress: &dyn Progress,
    ) -> Result<TakenEffect, AppError> {
        let facts = self.facts()?;
        let before = self.gap_of(&facts, year, progress)?;
        let found = market::official::official(&facts, &table.batch);
        let taken: Vec<OutletReview> = chosen_lines(&found, chosen).map(|line| line.taken.clone()).collect();
        Ok(market::official::effect(&facts, &before, &taken, progress)?)
    }

    /// Takes the chosen lines over as one deed, each signed and with the table it comes from in its note; the new revision. Lines that the table and the
    /// territory tell alike by now are left.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn take_official(
        &self,
        table: &OfficialTable,
        chosen: &BTreeSet<OutletKey>,
        lang: Lang,
    ) -> Result<i64, AppError> {
        let facts = self.facts()?;
        let found = market::official::official(&facts, &table.batch);
        let taken: Vec<OutletReview> = chosen_lines(&found, chosen)
            .map(|line| noted(line, table, lang))
            .collect();
        if taken.is_empty() {
            return Ok(facts.revision);
        }
        let deed = Deed::new("take-outlets").with("file", table.file.as_str());
        self.write_reviews(deed, &facts, &taken)
    }
}

fn chosen_lines<'o>(
    found: &'o Official,
    chosen: &'o BTreeSet<OutletKey>,
) -> impl Iterator<Item = &'o OfficialLine> + 'o {
    found.lines.iter().filter(|line| chosen.contains(&line.outlet))
}

/// The review that taking a line over writes, with where it comes from after what was noted before.
fn noted(line: &OfficialLine, table: &OfficialTable, lang: Lang) -> OutletReview {
    let key = match line.difference {
        Difference::New | Difference::Changed => "app-official-named",
        Difference::Absent => "app-official-unnamed",
    };
    let romes: BTreeSet<&str> = line.ways.iter().map(|way| way.rome.as_str()).collect();
    let told = Message::new(key)
        .with("file", table.file.as_str())
        .with("vintage", table.vintage.as_str())
        .with("romes", romes.into_iter().collect::<Vec<_>>().join(", "))
        .text(lang);
    let mut review = line.taken.clone();
    review.note = match review.note.is_empty() {
        true => told,
        false => format!("{} · {told}", review.note),
    };
    review
}
